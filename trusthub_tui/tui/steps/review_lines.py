"""The lines of the review page: what is wrong first, then every answer."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.draft.attention import named, open_findings, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import answered
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import differences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.labels import answer_in_words, label_beside
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, subject_of
from trusthub_tui.profile.questions import Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.tui.dialogs.differences import difference_lines
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled

SUBMIT: Final = "submit"
"""The key of the line that submits."""

_LABEL: Final = 28

_SORTS: Final = (
    (Severity.PROBLEM, "!", "problem", "Problems: rejected at once"),
    (Severity.WARNING, "?", "warning", "Likely rejections: look at these first"),
    (Severity.HINT, "-", "muted", "Worth a second look"),
)


def review_lines(draft: Draft, width: int) -> Iterator[Line]:
    """Yield the lines of the page for so many cells."""
    yield from _since_rejection(draft, width)
    for severity, sign, role, title in _SORTS:
        found = [one for one in open_findings(draft) if one.severity is severity]
        if found:
            yield line((f" {title} ({len(found)})", role))
            for finding in found:
                yield from _finding(finding, (sign, role), width)
            yield BLANK
    yield from _kept(draft, width)
    for section in SECTIONS[:-1]:
        yield from _section(section, draft, width)
    if draft.editable:
        yield BLANK
        yield line(("   [ Submit for Review... ]", "strong"), ("   End, then Enter", "muted"), key=SUBMIT)


def _finding(finding: Finding, sign: tuple[str, str], width: int) -> Iterator[Line]:
    likely = finding.severity is Severity.WARNING and finding.predicts
    message = f"{named(finding)} (may lead to reason {finding.predicts})" if likely else named(finding)
    key = ("finding", finding.path, finding.rule)
    yield from labelled(f"   {sign[0]}", message, width, room=5, role="", key=key)


def _since_rejection(draft: Draft, width: int) -> Iterator[Line]:
    """Begin the review of a next version with what changed, and with reasons nothing was done about."""
    last = draft.last
    if last is None or not draft.reasons:
        return
    changed = differences(last.answers, draft.answers)
    count = len(changed)
    yield line((f" What changed since version {last.version} ({count})", "strong"))
    yield from difference_lines(changed, last.answers, draft.answers, width)
    for reason in open_reasons(draft):
        text = f"No change for: {entry(reason.code).named}. It will probably be rejected again."
        key = ("finding", reason.paths[0]) if reason.paths else None
        yield from labelled("   ?", text, width, room=5, role="warning", key=key)
    yield BLANK


def _kept(draft: Draft, width: int) -> Iterator[Line]:
    kept = [(one, draft.acknowledged_finding(one)) for one in draft.evaluation.findings]
    said = [(one, about) for one, about in kept if about is not None]
    if not said:
        return
    yield line((f" You said it is right ({len(said)})", "strong"))
    for one, about in said:
        key = ("kept", one.path, one.rule)
        yield from labelled("   =", named(one), width, room=5, role="muted", key=key)
        if about.note:
            yield from labelled("", f"Note: {about.note}", width, room=5, key=key)
    yield BLANK


def _section(section: Section, draft: Draft, width: int) -> Iterator[Line]:
    yield line((f" {section.number} {section.title}", "strong"))
    subject = ""
    for path in section.paths:
        if (now := subject_of(path)) and now != subject:
            subject = now
            yield line((f"   {subject}", "muted"))
        yield from _answer(worded(QUESTIONS[path], draft.answers), draft, width)


def _answer(question: Question, draft: Draft, width: int) -> Iterator[Line]:
    given = answered(draft.answers, question.path)
    key = ("answer", question.path)
    text = answer_in_words(question, draft.answers.get(question.path, ""))
    yield from labelled(
        f"   {label_beside(question)}", text, width, room=_LABEL, role="" if given else "muted", key=key
    )
    if received := reading(question.path, draft.answers):
        yield from labelled("", f"= {received}", width, room=_LABEL, role="reading", key=key)
