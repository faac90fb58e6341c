"""The practice Trust Hub: needs no account, sends nothing, keeps nothing.

Its decisions follow from the submission and the time alone, so they are the same whoever asks, and whenever.
Its rules are ours, made after Twilio's published rejection codes; Twilio's own review may decide otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from trusthub_tui.profile import paths
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.submission import PRACTICE, Decision, Reason, Submission
from trusthub_tui.trusthub.port import Receipt

_UNACCEPTABLE = 22215
"""Twilio's code for an object with a missing or unacceptable attribute; for questions it has no code for."""


@dataclass(frozen=True, slots=True)
class PracticeTrustHub:
    """Rejects at once what Twilio's evaluation would, and decides on the rest after a while."""

    review_after: timedelta
    """How long a review takes; a submission keeps the time it was promised."""

    name = PRACTICE

    def submit(self, submission: Submission) -> Receipt:
        """Reject a noncompliant submission at once; promise a decision on a compliant one."""
        # The rules and the libraries behind them are not needed to show a list of profiles.
        from trusthub_tui.profile.customer_profile import CustomerProfile, NotCompliant

        try:
            CustomerProfile.parse(submission.answers)
        except NotCompliant as refused:
            reasons = _reasons_of_evaluation(refused.evaluation.problems)
            return Receipt(
                decision=Decision(approved=False, decided_at=submission.submitted_at, reasons=reasons)
            )
        return Receipt(due_at=submission.submitted_at + self.review_after)

    def decision(self, submission: Submission, now: datetime) -> Decision | None:
        """Decide once the promised time has come; the decision bears that time, not the time of asking."""
        due_at = submission.due_at
        if due_at is None or now < due_at:
            return None
        reasons = _reasons_of_review(submission)
        return Decision(approved=not reasons, decided_at=due_at, reasons=reasons)


def _reasons_of_evaluation(problems: Iterable[Finding]) -> tuple[Reason, ...]:
    """Return one reason for each code and API object, with the findings' sentences."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for problem in problems:
        key = (problem.code or _UNACCEPTABLE, paths.parent(problem.path))
        groups.setdefault(key, []).append(problem)
    return tuple(
        Reason(code, _unique(found.path for found in group), tuple(found.message for found in group))
        for (code, _), group in groups.items()
    )


def _reasons_of_review(submission: Submission) -> tuple[Reason, ...]:
    """Return one reason for each vetting code that a finding predicts and this review rejects for."""
    from trusthub_tui.profile.evaluation import all_rules, evaluate

    rejecting = frozenset(rule.name for rule in all_rules() if rule.practice_rejects)
    groups: dict[int, list[Finding]] = {}
    for finding in evaluate(submission.answers).findings:
        if finding.rule in rejecting and finding.predicts is not None:
            groups.setdefault(finding.predicts, []).append(finding)
    return tuple(Reason(code, _concerned(group)) for code, group in groups.items())


def _concerned(findings: list[Finding]) -> tuple[str, ...]:
    """Return the questions to look at: those of the findings, then further ones that are involved."""
    further = (path for finding in findings for path in finding.also)
    return _unique((*(finding.path for finding in findings), *further))


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
