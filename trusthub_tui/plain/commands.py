"""The commands of a conversation: one declaration each. They begin with a colon, which no answer does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from trusthub_tui.draft.attention import open_findings
from trusthub_tui.plain import addresses, moves, records, submission, writing
from trusthub_tui.plain.talk import AtProfiles, AtQuestion, AtReview, AtStatus, Leave, Position, Talk
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.store.errors import StoreError

Run = Callable[[Talk, Position, str], Position]


_UNDOES: Final = "Take back the last change of this answer; elsewhere what was done last to a profile"


@dataclass(frozen=True, slots=True)
class ColonCommand:
    """What can be typed behind a colon instead of an answer."""

    name: str
    says: str
    """What it does, for the list of commands; no full stop."""
    run: Run
    takes: str = ""
    """What may stand behind it."""
    with_profile: bool = True
    """Whether it needs an open profile."""


def obey(talk: Talk, at: Position, line: str) -> Position:
    """Carry out a command and return where to go on."""
    name, _, rest = line.lstrip(":").strip().partition(" ")
    command = COMMANDS.get(name.casefold())
    if command is None:
        talk.say(f"There is no command :{name}", "Type :help for the list")
        return at
    if command.with_profile and talk.draft is None:
        talk.say(f"There is no open profile for :{name}", "Choose one first")
        return at
    try:
        return command.run(talk, at, rest.strip())
    except StoreError as fault:
        talk.say(fault.message, fault.remedy)
        return at


def _help(talk: Talk, at: Position, _words: str) -> Position:
    talk.say("Enter alone keeps an answer", "Every answer is saved at once")
    for command in COMMANDS.values():
        if talk.draft is not None or not command.with_profile:
            talk.voice.say(f":{command.name}{f' {command.takes}' if command.takes else ''}  {command.says}")
    return at


def _back(talk: Talk, at: Position, _words: str) -> Position:
    return moves.before(talk, at)


def _skip(talk: Talk, at: Position, _words: str) -> Position:
    return moves.following(talk, at)


def _why(talk: Talk, at: Position, _words: str) -> Position:
    if not isinstance(at, AtQuestion):
        talk.say("There is no question here to explain")
        return at
    question = worded(QUESTIONS[at.path], talk.open_draft.answers)
    talk.say(question.why)
    talk.say(
        *filter(
            None,
            (
                question.hint and f"Hint: {question.hint}",
                question.example and f"For example {question.example}",
            ),
        )
    )
    for finding in talk.open_draft.evaluation.at(at.path):
        talk.voice.say(writing.finding_words(finding))
    return at


def _list(talk: Talk, at: Position, _words: str) -> Position:
    if not isinstance(at, AtQuestion):
        return AtProfiles() if isinstance(at, AtProfiles) else _steps(talk, at, "")
    question = worded(QUESTIONS[at.path], talk.open_draft.answers)
    if question.options:
        talk.shown = question.options
        talk.say_each(f"{number} {one.label}" for number, one in enumerate(question.options, start=1))
        return at
    for path in section_of(at.path).paths:
        asked = worded(QUESTIONS[path], talk.open_draft.answers)
        talk.voice.say(f"{full_label(path)}: {answer_in_words(asked, talk.open_draft.answers.get(path, ''))}")
    return at


def _steps(talk: Talk, at: Position, _words: str) -> Position:
    draft = talk.open_draft
    draft.check()
    for step in draft.progress:
        talk.voice.say(f"{step.section.number} {step.section.title}: {step.words}")
    talk.say(f":go and a number goes to a step, from 1 to {len(SECTIONS)}")
    return at


def _go(talk: Talk, at: Position, words: str) -> Position:
    if not words:
        talk.say("Say where to, such as :go website, or :go 3 for a step")
        return at
    return moves.named(talk, words) or at


def _next(talk: Talk, at: Position, _words: str) -> Position:
    return moves.next_problem(talk, at)


def _review(_talk: Talk, _at: Position, _words: str) -> Position:
    return AtReview()


def _undo(talk: Talk, at: Position, _words: str) -> Position:
    return _travel(talk, at, forward=False)


def _redo(talk: Talk, at: Position, _words: str) -> Position:
    return _travel(talk, at, forward=True)


def _travel(talk: Talk, at: Position, *, forward: bool) -> Position:
    if not isinstance(at, AtQuestion):
        return at if forward else records.take_back(talk, at)
    writing.step_back(talk, at.path, forward=forward)  # the question then says what the answer is
    return at


def _clear(talk: Talk, at: Position, _words: str) -> Position:
    if isinstance(at, AtQuestion):
        writing.write(talk, {at.path: ""})
    return at


def _right(talk: Talk, at: Position, words: str) -> Position:
    draft = talk.open_draft
    found = [one for one in open_findings(draft) if isinstance(at, AtQuestion) and one.path == at.path]
    doubts = [one for one in found if one.rule and one not in draft.evaluation.problems]
    for finding in doubts:
        draft.acknowledge_finding(finding, words)
    reason = draft.reason_about(at.path) if isinstance(at, AtQuestion) else None
    if reason is not None:
        draft.acknowledge_reason(reason, words)
    if not doubts and reason is None:
        talk.say("Nothing here can be called right", "A problem has to be put right")
        return at
    talk.say("Noted: it is right", "The note is in the history")
    return moves.following(talk, at)


def _status(talk: Talk, at: Position, _words: str) -> Position:
    if talk.open_draft.last is None:
        talk.say("This profile was never submitted", ":review shows what is left to do")
        return at
    return AtStatus()


def _profiles(talk: Talk, _at: Position, words: str) -> Position:
    talk.draft = None
    return AtProfiles(words)


def _duplicate(talk: Talk, _at: Position, _words: str) -> Position:
    copy = talk.store.profiles.duplicate(talk.open_draft.id)
    return talk.open(copy.id)


def _take(talk: Talk, at: Position, _words: str) -> Position:
    draft = talk.open_draft
    if draft.holder is None:
        talk.say("No other window has this profile open")
        return at
    talk.store.windows.take_over(draft.id)
    draft.holder = None
    draft.reload()
    talk.say("Taken over: the other window can only read it now")
    return at


def _addresses(talk: Talk, at: Position, _words: str) -> Position:
    if not talk.open_draft.editable:
        talk.say(f"This profile cannot be changed: it is {talk.open_draft.status.label}")
        return at
    taken = addresses.choose(talk)
    if taken is None:
        talk.say("There is no saved address yet", "One that is complete is saved when its step ends")
    if not taken or not isinstance(at, AtQuestion):
        return at
    return moves.following(talk, AtQuestion(addresses.LAST, at.turn))


def _quit(_talk: Talk, _at: Position, _words: str) -> Position:
    return Leave()


COMMANDS: Final = {
    command.name: command
    for command in (
        ColonCommand("help", "Say these commands", _help, with_profile=False),
        ColonCommand("back", "Go to the question before", _back),
        ColonCommand("skip", "Leave this question as it is", _skip),
        ColonCommand("why", "Say why it is asked, with an example and what was found", _why),
        ColonCommand("list", "Say the choices, or the answers of this step", _list, with_profile=False),
        ColonCommand("go", "Go to a question or a step, such as :go website or :go 3", _go, "NAME"),
        ColonCommand("next", "Go to the next problem", _next),
        ColonCommand("steps", "Say how far each step is", _steps),
        ColonCommand("addresses", "Say the saved addresses, to take one of them", _addresses),
        ColonCommand("clear", "Empty this answer", _clear),
        ColonCommand("undo", _UNDOES, _undo, with_profile=False),
        ColonCommand("redo", "Bring the change of this answer again", _redo),
        ColonCommand("right", "Say that this answer is right although it was doubted", _right, "NOTE"),
        ColonCommand("review", "Say what was found and all answers", _review),
        ColonCommand("submit", "Submit to the practice Trust Hub, after a question", submission.submit),
        ColonCommand("status", "Say what became of the submission, and the reasons", _status),
        ColonCommand("copy", "Say each answer as the Twilio Console wants it", submission.copy_sheet),
        ColonCommand("filed", "Take down that it was submitted in the Twilio Console", submission.filed),
        ColonCommand(
            "decide", "Take in Twilio's decision from its e-mail, its JSON or codes", submission.decide
        ),
        ColonCommand(
            "explain",
            "Say what a code or a text from Twilio means",
            records.explain,
            "TEXT",
            with_profile=False,
        ),
        ColonCommand("reopen", "Make a draft again of what only practice approved", submission.reopen),
        ColonCommand("discard", "Throw the last practice submission away, after a question", records.discard),
        ColonCommand("changes", "Say what changed between the versions", records.changes),
        ColonCommand("history", "Say everything that happened to this profile", records.history),
        ColonCommand("delete", "Put this profile into the bin; :undo brings it back", records.delete),
        ColonCommand("duplicate", "Make a draft copy and open it", _duplicate),
        ColonCommand("take", "Write here, although another window has it open", _take),
        ColonCommand("profiles", "Go to the list of profiles", _profiles, "WORDS", with_profile=False),
        ColonCommand("quit", "Leave; everything is saved", _quit, with_profile=False),
    )
}
"""By name, in the order in which they are said."""
