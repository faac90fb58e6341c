"""Everything that wants a look, in one order: problems, likely rejections, and the reasons of a rejection."""

from collections.abc import Sequence

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import reason_state
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS, filled_on_leaving, subject_of
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Reason


def named(finding: Finding) -> str:
    """Return the sentence of a finding, with the person it is about where that is not said."""
    subject = subject_of(finding.path)
    said = not subject or subject.lower() in finding.message.lower()
    return finding.message if said else f"{subject}: {finding.message}"


def open_findings(draft: Draft) -> tuple[Finding, ...]:
    """Return all findings but those of which the user said that the answer is right."""
    return tuple(found for found in draft.evaluation.findings if draft.acknowledged_finding(found) is None)


def open_reasons(draft: Draft) -> tuple[Reason, ...]:
    """Return the reasons of the rejection that nothing was done about yet."""
    last = draft.last
    if last is None:
        return ()
    states = (
        (reason, reason_state(reason, last, draft.answers, draft.acknowledged)) for reason in draft.reasons
    )
    return tuple(reason for reason, state in states if not state.dealt_with)


def lacks_reasons(draft: Draft) -> bool:
    """Whether Twilio rejected it without a reason: an e-mail may tell what its API does not."""
    return draft.status is Status.REJECTED and not draft.in_practice and not draft.reasons


def in_turn(draft: Draft) -> Sequence[str]:
    """Return the questions that want a look, in the order of the form, each once.

    A field that fills itself when its step is left wants none.
    """
    if not draft.checked:
        draft.check()
    concerned = {found.path for found in open_findings(draft) if found.severity is not Severity.HINT}
    concerned -= filled_on_leaving(draft.answers).keys()
    concerned |= {reason.paths[0] for reason in open_reasons(draft) if reason.paths}
    return [path for path in QUESTIONS if path in concerned]


def after(turn: Sequence[str], here: str, direction: int) -> str:
    """Return the question before or after this one that wants a look; empty where there is none.

    ``here`` may be no question at all: then it is the first or the last one.
    """
    order = list(QUESTIONS)
    outside = -1 if direction > 0 else len(order)
    position = order.index(here) if here in QUESTIONS else outside
    ahead = [path for path in turn if (order.index(path) - position) * direction > 0]
    return ahead[0 if direction > 0 else -1] if ahead else ""
