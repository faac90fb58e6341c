"""What became of a submission, in a conversation: the wait, the approval, and the reasons of a rejection."""

from trusthub_tui.copies.words import rehearsal_line
from trusthub_tui.draft.attention import open_reasons
from trusthub_tui.plain.commands import obey
from trusthub_tui.plain.moves import next_problem
from trusthub_tui.plain.talk import AtQuestion, AtReview, AtStatus, Position, Talk, spoken_status
from trusthub_tui.profile import labels
from trusthub_tui.profile.acknowledgements import reason_state
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words, counted, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason, Submission
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.outcome import USUAL_WAIT, told_by

_MANY = 6
"""A reason about more questions than this says the values of the first ones only."""


def visit(talk: Talk, at: AtStatus) -> Position:
    """Say how the newest submission stands, and ask what to do."""
    draft = talk.open_draft
    talk.look_again(tell=False)
    last = draft.last
    if last is None:
        return AtReview()
    talk.step = 0
    draft.stay_at(Place(0))
    talk.voice.say()
    where = "in practice, not at Twilio" if last.hub == PRACTICE else "at Twilio"
    talk.say(spoken_status(draft), f"Version {last.version}, {where}")
    if draft.rehearsal is not None:
        talk.say(rehearsal_line(draft.rehearsal), ":discard throws it away")
    match draft.status:
        case Status.REJECTED:
            return _rejected(talk, at, last)
        case Status.APPROVED:
            return _approved(talk, at, last)
        case _:
            return _in_review(talk, at, last)


def _in_review(talk: Talk, at: AtStatus, last: Submission) -> Position:
    if last.due_at is not None:
        talk.say(f"The decision is due at {labels.when(last.due_at, talk.clock(), talk.zone)}")
    else:
        talk.say(USUAL_WAIT, f"Twilio tells you by {told_by(last)}")
    talk.say("It cannot be edited meanwhile", ":decide takes a decision in, :duplicate makes a draft copy")
    return _commanded(talk, at, "Enter looks again, or a command?")


def _approved(talk: Talk, at: AtStatus, last: Submission) -> Position:
    talk.say("An approved profile is read-only")
    if last.hub == PRACTICE:
        talk.say("This approval is practice: file the same answers in Twilio's Console", ":copy says them")
        talk.say(":reopen makes it a draft again")
    return _commanded(talk, at, "Command?")


def _commanded(talk: Talk, at: AtStatus, question: str) -> Position:
    line = talk.ask(question)
    return obey(talk, at, line) if line else at


def _rejected(talk: Talk, at: AtStatus, last: Submission) -> Position:
    draft = talk.open_draft
    states = [reason_state(one, last, draft.answers, draft.acknowledged) for one in draft.reasons]
    dealt = sum(state.dealt_with for state in states)
    talk.say(counted(len(states), "reason"), f"{dealt} dealt with")
    for number, (reason, state) in enumerate(zip(draft.reasons, states, strict=True), start=1):
        talk.voice.say(f"{number} {entry(reason.code).named}: {state.value}")
    if not states:
        talk.say("The reasons were e-mailed; look there and in the Console")
    left = open_reasons(draft)
    if states and not left:
        talk.say("All is dealt with", *_ways_on(last))
        return _commanded(talk, at, "Number of a reason, or a command?")
    line = talk.ask("Number of a reason, Enter for the first to fix, or a command?")
    if line and not (line.isascii() and line.isdecimal()):
        return obey(talk, at, line)
    number = int(line) if line else draft.reasons.index(left[0]) + 1 if left else 0
    if not 1 <= number <= len(draft.reasons):
        return next_problem(talk, at) if not line else at
    return _fix(talk, at, number, last)


def _ways_on(rejected: Submission) -> tuple[str, ...]:
    """Return the way to another decision of whoever rejected it."""
    if rejected.hub == PRACTICE:
        return (f":submit sends version {rejected.version + 1}",)
    return (
        ":copy says each answer for the Twilio Console, :filed takes down that it is submitted there",
        ":submit only rehearses it",
    )


def _fix(talk: Talk, at: AtStatus, number: int, last: Submission) -> Position:
    """Say all about one reason, then ask its questions."""
    reason = talk.open_draft.reasons[number - 1]
    known = entry(reason.code)
    talk.say(f"Reason {number}", known.named)
    talk.say_each(f"Twilio says: {words}" for words in reason.words)
    talk.say(known.meaning)
    _sent(talk, reason, last)
    talk.say("What to do", *known.advice)
    if not reason.paths:
        return at
    talk.say(":right NOTE says that an answer is right as it is")
    return AtQuestion(reason.paths[0], reason.paths[1:])


def _sent(talk: Talk, reason: Reason, last: Submission) -> None:
    for path in reason.paths[:_MANY]:
        words = answer_in_words(worded(QUESTIONS[path], last.answers), last.answers.get(path, ""))
        talk.voice.say(f"You sent {full_label(path, last.answers)}: {words}")
