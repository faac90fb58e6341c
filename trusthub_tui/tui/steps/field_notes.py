"""What there is to say about one answer: findings, what Twilio receives, a suggestion, an earlier version."""

from trusthub_tui.draft.attention import named
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.labels import without_secret
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.tui.widgets.field_face import Remarks


def remarks_about(question: Question, draft: Draft, suggestion: str, choose: str) -> Remarks:
    """Return it for a question as it is asked now; ``choose`` is the key that takes what is suggested."""
    findings = tuple(found._replace(message=named(found)) for found in draft.shown_findings(question.path))
    received = "" if findings else reading(question.path, draft.answers, short=True)
    offered = (
        f"Left empty, it becomes: {suggestion}"
        if question.takes_suggestion
        else f"{choose} takes: {suggestion}"
    )
    aside = offered if suggestion else _said(question, draft)
    return Remarks(findings, received, aside)


def _said(question: Question, draft: Draft) -> str:
    kept = (draft.acknowledged_finding(found) for found in draft.evaluation.at(question.path))
    if said := next((one for one in kept if one is not None), None):
        return f"You said it is right. {said.note}".rstrip()
    return _since_rejection(question, draft)


def _since_rejection(question: Question, draft: Draft) -> str:
    last = draft.last
    if last is None or draft.reason_about(question.path) is None:
        return ""
    before = last.answers.get(question.path, "")
    if before == draft.answers.get(question.path, ""):
        return f"Not changed since version {last.version}"
    if question.kind in (Kind.TICK, Kind.SEVERAL_OF) or question.options or not before:
        return "Changed now"
    return f"Changed now. Was: {without_secret(question.path, before)}"
