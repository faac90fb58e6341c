"""What any question can lack: an answer, an answer from its list, an answer of a sensible length."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import TICKED, Answers, answered, quoted, several
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.formats import nearest
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.profile.rules.rule import Context, Ground, Rule
from trusthub_tui.profile.rules.word_lists import NO_ANSWERS

MISSING = Rule(
    "answers.missing",
    Ground.MISSING,
    "{missing}",
    "{hint}",
    "Trust Hub's policy for a Primary Customer Profile of type Business",
)
NOT_TICKED = Rule(
    "answers.not-ticked",
    Ground.MISSING,
    "{missing}",
    "{hint}",
    "The Console's last step before Submit for Review",
)
NO_NOTIFICATION = Rule(
    "answers.no-notification",
    Ground.MISSING,
    "{missing}",
    "One of the two is enough",
    "Console: e-mail or webhook; the API itself needs an e-mail",
)
NOT_LISTED = Rule(
    "answers.not-listed",
    Ground.NOT_LISTED,
    "Choose {label} from the list. {what} is not on it",
    "{advice}",
    "Trust Hub and A2P pages: the closed lists",
)
TOO_LONG = Rule(
    "answers.too-long",
    Ground.UNSENDABLE,
    "{label} must be {longest} characters or less. It has {given}",
    "Shorten it by {more}",
    "64 characters for a FriendlyName, from Twilio's Address resource; the phone and postal code have fewer",
    Moment.LEAVING,
)
LONG = Rule(
    "answers.long",
    Ground.VETTING,
    "{label} has {given} characters, more than papers and registers have room for. Shorten it",
    "What Twilio cannot verify is rejection reason {code}",
    "Our own judgement: 255 characters are enough for any name or street",
    Moment.LEAVING,
)
ONLY_MARKS = Rule(
    "answers.only-marks",
    Ground.MISSING,
    "{label} has no letters or digits",
    "{hint}",
    "A dash says nothing: the answer is missing",
    Moment.LEAVING,
)
STAND_IN = Rule(
    "answers.stand-in",
    Ground.VETTING,
    "{label} looks like a stand-in, not like an answer",
    "{hint}. What Twilio cannot verify is rejection reason {code}",
    "Our own judgement; our own list of words",
    Moment.LEAVING,
)

RULES: tuple[Rule, ...] = (
    MISSING,
    NOT_TICKED,
    NO_NOTIFICATION,
    NOT_LISTED,
    TOO_LONG,
    LONG,
    ONLY_MARKS,
    STAND_IN,
)

MISSING_RULES: Final = frozenset(rule.name for rule in (MISSING, NOT_TICKED, NO_NOTIFICATION))
"""The rules that say there is no answer at all."""


_WRITTEN: Final = frozenset((Kind.TEXT, Kind.REGION, Kind.POSTAL_CODE, Kind.REGISTRATION_NUMBER))
"""Kinds of questions whose answers have letters or digits in any script."""

_REASONS: Final = {
    paths.BUSINESS_NAME: 18602,
    paths.STREET: 18603,
    paths.CITY: 18603,
    paths.of_representative(1, "business_title"): 18604,
    paths.of_representative(2, "business_title"): 18605,
}
"""Questions that are answered in words, and what a wrong answer leads to; names of people have their own."""


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what each question lacks, whatever it asks."""
    for path, question in QUESTIONS.items():
        if question.kind is Kind.TICK:
            yield from _tick(question, answers)
        elif answered(answers, path):
            yield from _given(question, answers)
        else:
            yield from _missing(question, answers)


def _tick(question: Question, answers: Answers) -> Iterator[Finding]:
    if answers.get(question.path, "").strip() != TICKED:
        yield NOT_TICKED.at(question.path, missing=question.missing, hint=question.hint)


def _missing(question: Question, answers: Answers) -> Iterator[Finding]:
    if question.path == paths.NOTIFICATION_EMAIL:
        if not answered(answers, paths.STATUS_CALLBACK):
            yield NO_NOTIFICATION.at(question.path, also=(paths.STATUS_CALLBACK,), missing=question.missing)
        return
    question = worded(question, answers)
    if not question.optional:
        hint = QUESTIONS[_LAST_OF[question.path]].hint if _has_one_name(question, answers) else question.hint
        yield MISSING.at(question.path, missing=question.missing, hint=hint)


def _has_one_name(question: Question, answers: Answers) -> bool:
    """Whether a first name is missing beside a last one: the hint of the last name says what to do."""
    return question.path in _LAST_OF and answered(answers, _LAST_OF[question.path])


_LAST_OF: Final = {
    paths.of_representative(number, "first_name"): paths.of_representative(number, "last_name")
    for number in (1, 2)
}


def _given(question: Question, answers: Answers) -> Iterator[Finding]:
    text = answers[question.path].strip()
    chosen = _chosen(question, text)
    if chosen is not None:
        if not chosen or not chosen <= {option.value for option in question.options}:
            yield _not_listed(question, text)
    elif len(text) > question.longest:
        yield _too_long(question, len(text), answers)
    elif question.kind in _WRITTEN and not any(map(str.isalnum, text)):
        adapted = worded(question, answers)
        if not adapted.optional:
            yield ONLY_MARKS.at(question.path, label=adapted.label, hint=adapted.hint)
    elif question.path in _REASONS and text.strip(" .").casefold() in NO_ANSWERS:
        adapted, code = worded(question, answers), _REASONS[question.path]
        yield STAND_IN.at(question.path, predicts=code, label=adapted.label, hint=adapted.hint, code=code)


def _not_listed(question: Question, text: str) -> Finding:
    """Name the answers that are on no list, and those they may stand for."""
    known = {option.value for option in question.options}
    given = several(text) if question.kind is Kind.SEVERAL_OF else (text,)
    refused = [value.strip() for value in given if value.strip() not in known] or [text]
    near = [option.value for value in refused for option in nearest.options(value, question.options)]
    if near:
        advice = f"The nearest: {', '.join(dict.fromkeys(near))}"
    elif len(question.options) <= _MOST_LISTED:
        advice = f"Trust Hub takes {', '.join(option.value for option in question.options)}"
    else:
        advice = "Trust Hub takes the listed answers only"
    what = ", ".join(map(quoted, refused[:_MOST_NAMED]))
    return NOT_LISTED.at(question.path, label=_in_a_sentence(question), what=what, advice=advice)


def _too_long(question: Question, given: int, answers: Answers) -> Finding:
    label = worded(question, answers).label
    if question.longest < _ROOM:
        return TOO_LONG.at(
            question.path, label=label, longest=question.longest, given=given, more=given - question.longest
        )
    code = _CODES.get(paths.parent(question.path), 18602)
    return LONG.at(question.path, predicts=code, label=label, given=given, code=code)


_MOST_LISTED: Final = 10
_MOST_NAMED: Final = 3

_ROOM: Final = 255
"""Characters from which on a limit is our own judgement."""

_CODES: Final = {
    paths.ADDRESS: 18603,
    **dict(zip(paths.REPRESENTATIVES, (18604, 18605), strict=True)),
    paths.parent(paths.NOTIFICATION_EMAIL): 18606,
}
"""What an answer that cannot be verified leads to, by the object it belongs to; 18602 for the business."""


def _in_a_sentence(question: Question) -> str:
    """Return ``the business type``, ``the registration ID type``: the label inside a sentence."""
    return f"the {question.label[0].lower()}{question.label[1:]}"


def _chosen(question: Question, text: str) -> frozenset[str] | None:
    """Return the choices of an answer; nothing for a question that is not answered from a fixed list."""
    if question.kind is Kind.ONE_OF:
        return frozenset((text,))
    if question.kind is Kind.SEVERAL_OF:
        return frozenset(value.strip() for value in several(text))
    return None
