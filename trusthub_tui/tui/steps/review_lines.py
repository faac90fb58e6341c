"""The lines of the review page: what is wrong first, then every answer."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.draft.attention import named, open_findings, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import answered
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import differences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.labels import answer_in_words, counted, label_beside
from trusthub_tui.profile.progress import SectionProgress
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of, subject_of
from trusthub_tui.profile.questions import Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.tui.dialogs.differences import difference_lines
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled
from trusthub_tui.tui.widgets.step_list import state_in_words

SEND: Final = "send"
"""The key of the line that carries the profile to Twilio."""

SUBMIT: Final = "submit"
"""The key of the line that submits."""

_LABEL: Final = 26
"""Cells for the label of an answer."""

_STEP: Final = 17
"""Cells for the step of a finding."""

_SORTS: Final = (
    (Severity.PROBLEM, "problem", "{}. Trust Hub would reject this at once"),
    (Severity.WARNING, "warning", "{}: look at these first"),
    (Severity.HINT, "muted", "{} worth a second look"),
)
_COUNTED: Final = {
    Severity.PROBLEM: "problem",
    Severity.WARNING: "likely rejection",
    Severity.HINT: "thing",
}
_SIGNS: Final = {Severity.PROBLEM: ("! ", "problem"), Severity.WARNING: ("? ", "warning")}


def review_lines(draft: Draft, glyphs: Glyphs, width: int, evaluated: Iterable[Line] = ()) -> Iterator[Line]:
    """Yield the lines of the page for so many cells; ``evaluated`` is what Twilio's own check says."""
    for severity, role, title in _SORTS:
        found = [one for one in open_findings(draft) if one.severity is severity]
        if found:
            yield from _box(found, title.format(counted(len(found), _COUNTED[severity])), role, glyphs, width)
    yield from evaluated
    yield from _since_rejection(draft, width)
    yield from _kept(draft, width)
    changed = {one.path for one in differences(draft.last.answers, draft.answers)} if draft.last else set()
    for number, section in enumerate(SECTIONS[:-1]):
        step = draft.progress[number] if draft.progress else None
        yield _headed(section, step, glyphs, width)
        yield from _section(section, draft, changed, width)
        yield BLANK
    if draft.editable and draft.sid:
        yield line(("  ", "margin"), ("Send to Twilio...", "strong"), ("   Esc p", "muted"), key=SEND)
    if draft.editable:
        yield line(
            ("  ", "margin"), ("Submit for Review...", "strong"), ("   End, then Enter", "muted"), key=SUBMIT
        )


def _box(found: Sequence[Finding], title: str, role: str, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield findings of one sort, each with its step, with an edge that holds them together."""
    edge = (glyphs.thick_edge, role)
    yield line(edge, (f" {title}", role))
    before = ""
    for finding in found:
        likely = finding.severity is Severity.WARNING and finding.predicts
        named_step = section_of(finding.path).short
        about = f"{named(finding)} (may lead to reason {finding.predicts})" if likely else named(finding)
        for row, part in enumerate(wrapped(about, width - _STEP - 4)):
            step = named_step if row == 0 and named_step != before else ""
            key = ("finding", finding.path, finding.rule)
            yield line(edge, ("  ", "margin"), (fitted(step, _STEP), "muted"), part, key=key)
        before = named_step
    yield BLANK


def _headed(section: Section, step: SectionProgress | None, glyphs: Glyphs, width: int) -> Line:
    """Return the title of a step: its mark, a rule to the right edge, and its state at the end."""
    words, role = state_in_words(step)
    mark = glyphs.state(step.state) if step else glyphs.to_do
    title = f"{section.number} {section.title}"
    room = width - len(mark) - len(title) - len(words) - 5
    return line(
        (mark, role), (f" {title} ", "strong"), (glyphs.rule * max(1, room), "rule"), (f" {words} ", role)
    )


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


def _section(section: Section, draft: Draft, changed: Container[str], width: int) -> Iterator[Line]:
    subject = ""
    for path in section.paths:
        if (now := subject_of(path)) and now != subject:
            subject = now
            yield line((f"    {subject}", "muted"))
        yield from _answer(worded(QUESTIONS[path], draft.answers), draft, width, changed=path in changed)


def _answer(question: Question, draft: Draft, width: int, *, changed: bool) -> Iterator[Line]:
    """Yield an answer beside its label, with what is wrong with it in the margin."""
    given = answered(draft.answers, question.path)
    key, found = ("answer", question.path), {one.severity for one in draft.evaluation.at(question.path)}
    sign = next((_SIGNS[severity] for severity in _SIGNS if severity in found), ("  ", ""))
    text = answer_in_words(question, draft.answers.get(question.path, ""))
    label = fitted(label_beside(question), _LABEL)
    for row, part in enumerate(wrapped(text, width - _LABEL - 16)):
        left = (("  ", "margin"), sign, (label, "muted")) if row == 0 else (" " * (_LABEL + 4),)
        said = ("  changed", "warning") if changed and row == 0 else ""
        yield line(*left, (part, "" if given else "muted"), said, key=key)
    if received := reading(question.path, draft.answers):
        yield from labelled("", f"= {received}", width, room=_LABEL + 4, role="reading", key=key)
