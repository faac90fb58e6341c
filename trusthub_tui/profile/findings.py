"""What can be said about a profile: findings, and the evaluation that holds them all."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs, worst first."""

    PROBLEM = "problem"
    """Trust Hub's evaluation would reject the submission at once."""
    WARNING = "warning"
    """The submission is complete, but the review is likely to reject it."""
    HINT = "hint"
    """Worth a second look; no rejection is expected from it."""


class Moment(StrEnum):
    """When a finding may first be shown to somebody who is filling in the form."""

    LEAVING = "leaving"
    """On leaving a field whose own text is enough to know it."""
    CONTINUING = "continuing"
    """Only when a step is finished: something is missing, or other answers are involved."""


class Finding(NamedTuple):
    """One thing wrong or risky, told in a sentence that also says how to put it right."""

    path: str
    """The question to go to."""
    rule: str
    """The name of the rule that found it, such as ``phone.too-short``."""
    severity: Severity
    message: str
    """What is wrong, in words a user understands; the same wherever it is shown."""
    remedy: str
    """What to do about it; may repeat nothing of the message."""
    code: int | None = None
    """Twilio's evaluation code (22214 to 22219) of a problem."""
    predicts: int | None = None
    """The vetting code (18601 to 18606) this warning may lead to."""
    moment: Moment = Moment.CONTINUING
    also: tuple[str, ...] = ()
    """Further questions that are involved."""


class Evaluation(NamedTuple):
    """All findings of a profile, in the order of the questions, at most one problem to a question."""

    findings: tuple[Finding, ...] = ()

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What Trust Hub's evaluation would reject."""
        return self._weighing(Severity.PROBLEM)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What the review is likely to reject."""
        return self._weighing(Severity.WARNING)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """What deserves a second look."""
        return self._weighing(Severity.HINT)

    @property
    def compliant(self) -> bool:
        """Twilio's word for an evaluation without problems."""
        return not self.problems

    def at(self, path: str) -> tuple[Finding, ...]:
        """Return the findings of one question, worst first."""
        return tuple(finding for finding in self.findings if finding.path == path)

    def within(self, paths: Iterable[str]) -> tuple[Finding, ...]:
        """Return the findings of several questions, in order."""
        wanted = frozenset(paths)
        return tuple(finding for finding in self.findings if finding.path in wanted)

    def _weighing(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)
