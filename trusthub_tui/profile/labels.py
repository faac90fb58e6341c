"""How things are said, once, for screens, commands and copies alike.

Numbers and times are also said before the questions are loaded: by the first frame of the list.
"""

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers, several
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE

if TYPE_CHECKING:
    from trusthub_tui.profile.findings import Finding
    from trusthub_tui.profile.questions import Question

NOT_PROVIDED: Final = "Not provided"
"""A missing answer."""

CONFIRMED: Final = "Confirmed"
NOT_CONFIRMED: Final = "Not confirmed"

UNTITLED: Final = "Untitled profile"
"""A profile that nobody has named yet."""


def answer_in_words(question: "Question", text: str) -> str:
    """Return an answer as people read it: the labels of what was chosen, anything else as typed."""
    from trusthub_tui.profile.choices import label_of
    from trusthub_tui.profile.questions import Kind

    if question.kind is Kind.TICK:
        return CONFIRMED if text.strip() else NOT_CONFIRMED
    if not text.strip():
        return NOT_PROVIDED
    if question.kind is Kind.SEVERAL_OF:
        return ", ".join(label_of(value, question.options) for value in several(text))
    return label_of(text, question.options) if question.options else without_secret(question.path, text)


def without_secret(path: str, text: str) -> str:
    """Return an answer as it may be shown or copied: the password in a web address is masked."""
    if "@" not in text:
        return text
    from trusthub_tui.profile.questionnaire import QUESTIONS
    from trusthub_tui.profile.questions import Kind

    if QUESTIONS[path].kind is not Kind.URL and path != paths.SOCIAL:
        return text
    from trusthub_tui.profile.formats import web  # not before there is something to hide

    return web.masked(text)


def label_beside(question: "Question") -> str:
    """Return the label that stands beside an answer in words; that of a tick is a sentence of its own."""
    from trusthub_tui.profile.questions import Kind

    return "Confirmation" if question.kind is Kind.TICK else question.label


def full_label(path: str, answers: Answers = NONE) -> str:
    """Return a label that stands alone, such as ``Representative 1: Work e-mail``.

    With the answers it is in the words of the profile's country.
    """
    from trusthub_tui.profile.country_wording import worded
    from trusthub_tui.profile.questionnaire import QUESTIONS, section_of, subject_of
    from trusthub_tui.profile.questions import Kind
    from trusthub_tui.profile.sections.notification import NOTIFICATION

    question, section = QUESTIONS[path], section_of(path)
    if question.kind is Kind.TICK:
        return section.title
    subject = subject_of(path) or (section.title if section is NOTIFICATION else "")
    label = worded(question, answers).label
    return f"{subject}: {label}" if subject else label


def place(path: str, answers: Answers = NONE) -> str:
    """Return where a question is, such as ``Step 4, Representative 1: Work e-mail``."""
    from trusthub_tui.profile.questionnaire import section_of

    return f"Step {section_of(path).number}, {full_label(path, answers)}"


def place_of_finding(finding: "Finding", answers: Answers) -> str:
    """Return the place of a finding, and for a likely rejection the reason it may lead to.

    A problem is rejected at once, for a reason of its own; it never gets as far as that.
    """
    from trusthub_tui.profile.findings import Severity

    likely = finding.severity is Severity.WARNING and finding.predicts
    foreseen = f" (reason {finding.predicts})" if likely else ""
    return place(finding.path, answers) + foreseen


def status_badge(status: Status, hub: str = "") -> str:
    """Return a status with its mark; ``hub`` is who reviews the newest submission, empty without any."""
    return f"{status.mark} {status_label(status, hub)}"


def status_label(status: Status, hub: str = "") -> str:
    """Return the Console's word for a status, and whether it is only practice."""
    practised = hub == PRACTICE and status is not Status.DRAFT
    return f"{status.label} (practice)" if practised else status.label


def remote_status(word: str) -> str:
    """Return the Console's word for a status as Twilio's API says it; a word nobody knows stays as it is."""
    try:
        return Status(word).label
    except ValueError:
        return word


def whose_word(status: Status, hub: str, checked_at: datetime | None, now: datetime) -> str:
    """Return whose word a status is, and how old: ``Twilio, 3 min ago``; empty where nobody has to ask.

    ``hub`` is who reviews the newest submission; ``checked_at`` is when Twilio itself was asked last.
    """
    if hub == PRACTICE and status is not Status.DRAFT:
        return ""  # the label says that already
    if checked_at is not None:
        return f"Twilio, {ago(checked_at, now, None)}"
    return "typed in" if hub else ""


def profile_name(answers: Answers) -> str:
    """Return what to call a profile: its own name, else the business's, else a stand-in."""
    for path in (paths.FRIENDLY_NAME, paths.BUSINESS_NAME):
        if name := answers.get(path, "").strip():
            return name
    return UNTITLED


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as ``2 problems``; ``many`` is for what an "s" does not make."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def moment(at: datetime, zone: tzinfo | None, *, exact: bool = False) -> str:
    """Return a time as people read it, with seconds where it is to be exact.

    ``zone`` is whose clock is meant; None for that of this computer.
    """
    local = at.astimezone(zone)
    return f"{local.day} {local:%b %Y %H:%M:%S}" if exact else f"{local.day} {local:%b %Y %H:%M}"


def when(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """Return a time as people read it: only the hour if it was today."""
    local = at.astimezone(zone)
    return f"{local:%H:%M:%S}" if local.date() == now.astimezone(zone).date() else moment(at, zone)


def lasted(span: timedelta) -> str:
    """Return a duration as people say it: ``12 s``, ``5 min``, ``3 hours``, ``2 days``."""
    seconds = max(0, round(span.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min"
    return counted(seconds // 3600, "hour") if seconds < 48 * 3600 else counted(seconds // 86400, "day")


def ago(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """Return how long ago something was, or its date once that says more."""
    local, here = at.astimezone(zone), now.astimezone(zone)
    minutes, days = int((now - at).total_seconds() // 60), (here.date() - local.date()).days
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if days == 0 or minutes < 12 * 60:
        return f"{counted(minutes // 60, 'hour')} ago"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 7 else f"{local.day} {local:%b %Y}"
