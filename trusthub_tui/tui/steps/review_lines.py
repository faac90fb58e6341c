"""The lines of the review page: what is wrong first, then every answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trusthub_tui.cells import fitted, width_of, wrapped
from trusthub_tui.draft.attention import named, open_findings, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import differences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.labels import answer_in_words, counted, full_label, label_beside
from trusthub_tui.profile.progress import SectionProgress
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of, subject_of
from trusthub_tui.profile.questions import Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.tui.dialogs.find import folded
from trusthub_tui.tui.drawing.lines import BLANK, Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph
from trusthub_tui.tui.widgets.step_list import state_in_words

SEND: Final = "send"
"""The key of the line that carries the profile to Twilio."""

SUBMIT: Final = "submit"
"""The key of the line that submits."""

_NARROW: Final = 70
"""Cells below which labels and steps give way to what is said."""

_SORTS: Final = (
    (Severity.PROBLEM, "problem", ". Trust Hub would reject this at once"),
    (Severity.WARNING, "warning", " to look at first"),
    (Severity.HINT, "muted", " worth a second look"),
)
_COUNTED: Final = {
    Severity.PROBLEM: "problem",
    Severity.WARNING: "likely rejection",
    Severity.HINT: "thing",
}
_SIGNS: Final = {Severity.PROBLEM: ("! ", "problem"), Severity.WARNING: ("? ", "warning")}


def review_lines(
    draft: Draft, glyphs: Glyphs, width: int, next_key: str, evaluated: Iterable[Line] = ()
) -> Iterator[Line]:
    """Yield the lines of the page for so many cells; ``evaluated`` is what Twilio's own check says.

    ``next_key`` is the key that goes to the next problem.
    """
    every, told = open_findings(draft), f"{next_key} next "
    for severity, role, title in _SORTS:
        if found := [one for one in every if one.severity is severity]:
            said = beside(
                line(
                    (glyphs.thick_edge, role),
                    (f" {counted(len(found), _COUNTED[severity])}{title}", role),
                ),
                line((told, "muted")),
                width,
            )
            yield said
            yield from _box(found, role, glyphs, width)
            told = ""
    yield from evaluated
    yield from _since_rejection(draft, width)
    yield from _kept(draft, width)
    yield from answer_lines(draft, glyphs, width)
    if draft.editable and draft.sid:
        yield line(("  ", "margin"), ("Send to Twilio...", "strong"), ("   Esc p", "muted"), key=SEND)
    if draft.editable:
        yield line(
            ("  ", "margin"), ("Submit for Review...", "strong"), ("   End, then Enter", "muted"), key=SUBMIT
        )


def answer_lines(draft: Draft, glyphs: Glyphs, width: int, words: str = "") -> Iterator[Line]:
    """Yield the answers by their steps; only those that have all of some words."""
    last = draft.last
    changed = {one.path for one in differences(last.answers, draft.answers)} if last else set()
    before = {path: last.answers if last and path in changed else None for path in QUESTIONS}
    wanted, found = folded(words).split(), False
    for number, section in enumerate(SECTIONS[:-1]):
        shown = [path for path in section.paths if all(word in _words(draft, path) for word in wanted)]
        if not shown:
            continue
        found = True
        step = draft.progress[number] if draft.progress else None
        yield _headed(section, step, glyphs, width)
        subject = ""
        for path in shown:
            if (now := subject_of(path)) and now != subject:
                subject = now
                yield line((f"    {subject}", "muted"))
            yield from _answer(worded(QUESTIONS[path], draft.answers), draft, width, before[path])
        yield BLANK
    if not found:
        yield line(("  No line fits. Delete some letters, or Esc shows all", "muted"))


def _words(draft: Draft, path: str) -> str:
    """Return what an answer is found by: step, label, answer, and what is wrong with it."""
    question = worded(QUESTIONS[path], draft.answers)
    said = " ".join(f"{named(one)} {one.predicts}" for one in draft.evaluation.at(path))
    answer = answer_in_words(question, draft.answers.get(path, ""))
    return folded(f"{section_of(path).title} {full_label(path, draft.answers)} {answer} {said}")


def _box(found: Sequence[Finding], role: str, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield findings of one sort, each with its step, with an edge that holds them together."""
    edge = (glyphs.thick_edge, role)
    before = 0
    for finding in found:
        likely = finding.severity is Severity.WARNING and finding.predicts
        section = section_of(finding.path)
        about = f"{named(finding)} (may lead to reason {finding.predicts})" if likely else named(finding)
        room = 3 if width < _NARROW else 17
        named_step = fitted(str(section.number) if width < _NARROW else section.short, room)
        for row, part in enumerate(wrapped(about, width - room - 4)):
            step = named_step if row == 0 and section.number != before else " " * room
            key = ("finding", finding.path, finding.rule)
            yield line(edge, ("  ", "margin"), (step, "muted"), part, key=key)
        before = section.number
    yield BLANK


def _headed(section: Section, step: SectionProgress | None, glyphs: Glyphs, width: int) -> Line:
    """Return the title of a step: its mark, a rule to the right edge, and its state at the end."""
    words, role = state_in_words(step)
    mark = glyphs.state(step.state) if step else glyphs.to_do
    title = f"{section.number} {section.title}"
    room = width - len(mark) - len(title) - len(words) - 6
    return line(
        (f" {mark}", role),
        (f" {title} ", "strong"),
        (glyphs.rule * max(1, room), "rule"),
        (f" {words} ", role),
    )


def _since_rejection(draft: Draft, width: int) -> Iterator[Line]:
    """Begin the review of a next version with what changed, and with reasons nothing was done about."""
    last = draft.last
    if last is None or not draft.reasons:
        return
    changed = differences(last.answers, draft.answers)
    if changed:
        yield line((f" What changed since version {last.version} ({len(changed)})", "strong"))
        yield from paragraph(", ".join(one.label for one in changed), width, indent=3)
    else:
        yield line((f" Nothing changed since version {last.version}", "strong"))
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


def _answer(question: Question, draft: Draft, width: int, before: Answers | None) -> Iterator[Line]:
    """Yield an answer beside its label, with what is wrong with it in the margin.

    ``before`` are the answers of the last version where this one was another; it is said below.
    """
    given = answered(draft.answers, question.path)
    key, found = ("answer", question.path), {one.severity for one in draft.evaluation.at(question.path)}
    sign = next((_SIGNS[severity] for severity in _SIGNS if severity in found), ("  ", ""))
    text = answer_in_words(question, draft.answers.get(question.path, ""))
    label = 20 if width < _NARROW else 26
    parts = wrapped(text, width - label - 5)
    changed = ("  changed", "warning") if before is not None else ""
    if changed and width_of(parts[0]) > width - label - 14:
        parts = wrapped(text, width - label - 14)
    for row, part in enumerate(parts):
        left = (
            (("  ", "margin"), sign, (fitted(label_beside(question), label), "muted"))
            if row == 0
            else (" " * (label + 4),)
        )
        yield line(*left, (part, "" if given else "muted"), changed if row == 0 else "", key=key)
    for said, role in _below(question.path, draft, before):
        yield from labelled("", said, width, room=label + 4, role=role, key=key)


def _below(path: str, draft: Draft, before: Answers | None) -> Iterator[tuple[str, str]]:
    """Yield what stands below an answer: how it is understood, and what it was in the last version."""
    if received := reading(path, draft.answers):
        yield f"= {received}", "reading"
    if before is not None:
        was = answer_in_words(worded(QUESTIONS[path], before), before.get(path, ""))
        yield f"was {was}", "muted"
