"""From one question to the next, back, and to the end of a step."""

from collections.abc import Sequence
from typing import Final

from trusthub_tui.draft.attention import after, in_turn
from trusthub_tui.plain import addresses, writing
from trusthub_tui.plain.talk import AtProfiles, AtQuestion, AtReview, AtStatus, Position, Talk
from trusthub_tui.profile.choice_search import ranked
from trusthub_tui.profile.choices import ListedOption, Option
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, filled_on_leaving, section_of
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.status import Status

FEW: Final = 30
"""Choices that are read out; more are found by a part of their name."""

_ORDER: Final = tuple(QUESTIONS)


def following(talk: Talk, at: Position) -> Position:
    """Return where to go after a question; a step that ends is finished first."""
    if not isinstance(at, AtQuestion):
        return at
    if at.turn is not None:
        return AtQuestion(at.turn[0], at.turn[1:]) if at.turn else end_of_turn(talk)
    section, place = section_of(at.path), _ORDER.index(at.path) + 1
    if at.path == section.paths[-1]:
        _finish(talk, section)
    return AtQuestion(_ORDER[place]) if place < len(_ORDER) else AtReview()


def end_of_turn(talk: Talk) -> Position:
    """Return where somebody goes on who went to some questions only."""
    return AtStatus() if talk.open_draft.status is Status.REJECTED else AtReview()


def before(talk: Talk, at: Position) -> Position:
    """Return the question before; the list of profiles before the first one."""
    if not isinstance(at, AtQuestion):
        return AtQuestion(_ORDER[-1]) if talk.draft is not None and isinstance(at, AtReview) else AtProfiles()
    place = _ORDER.index(at.path)
    if not place:
        return AtProfiles()
    return AtQuestion(_ORDER[place - 1], None if at.turn is None else (at.path, *at.turn))


def next_problem(talk: Talk, at: Position) -> Position:
    """Return the next question that wants a look, from the first one again after the last."""
    draft = talk.open_draft
    draft.check()
    turn = in_turn(draft)
    here = at.path if isinstance(at, AtQuestion) else ""
    if not turn:
        talk.say("Nothing is left to fix")
        return AtReview()
    path = after(turn, here, 1) or turn[0]
    draft.reveal((path,))
    for finding in draft.shown_findings(path):
        talk.voice.say(writing.finding_words(finding))
    return AtQuestion(path)


def named(talk: Talk, words: str) -> Position | None:
    """Return the question, or step, that some words name; None where nothing does."""
    if words.isascii() and words.isdecimal() and 1 <= int(words) <= len(SECTIONS):
        section = SECTIONS[int(words) - 1]
        return AtQuestion(section.paths[0]) if section.paths else AtReview()
    answers = talk.open_draft.answers
    options = [ListedOption(path, full_label(path, answers), section_of(path).title) for path in QUESTIONS]
    fits = ranked(options, words)
    if not fits:
        talk.say(f"No question is called {words}", "Type a part of its name, or the number of a step")
        return None
    begun = [one for one in fits if one.label.casefold().startswith(words.casefold())]
    if len(begun) == 1:
        return AtQuestion(begun[0].value)
    if len(fits) > 1 and fits[0].label.casefold() != words.casefold():
        read_out(talk, fits)
        number = talk.ask("Number of the question?")
        if not (number.isascii() and number.isdecimal() and 1 <= int(number) <= len(fits)):
            talk.say("That is no number of a question, so it goes on where it was")
            return None
        return AtQuestion(fits[int(number) - 1].value)
    return AtQuestion(fits[0].value)


def read_out(talk: Talk, options: Sequence[Option]) -> None:
    """Read choices out with their numbers, which then count."""
    talk.shown = options[:FEW]
    for number, option in enumerate(talk.shown, start=1):
        talk.voice.say(f"{number} {option.label}{f', {option.note}' if option.note else ''}")
    if len(options) > FEW:
        talk.say(f"And {len(options) - FEW} more", "Type a part of a name")


def _finish(talk: Talk, section: Section) -> None:
    """End a step: fill in what fills itself, keep the address, and say what is left to do."""
    draft = talk.open_draft
    if not draft.editable:
        return
    fills = {path: text for path, text in filled_on_leaving(draft.answers).items() if path in section.paths}
    for path, text in fills.items():
        talk.say(f"{full_label(path)} takes {text}")
    if fills:
        writing.write(talk, fills)
    draft.check()
    draft.reveal(section.paths)
    addresses.keep(talk, section)
    problems = {found.path for found in draft.evaluation.problems} & set(section.paths)
    if problems:
        talk.say(f"{len(problems)} to fix in step {section.number}", ":next goes to the next problem")
