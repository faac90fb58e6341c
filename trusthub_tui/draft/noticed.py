"""What was found before the user began to type: what is new meanwhile may be unfinished, and can wait."""

from collections.abc import Iterable

from trusthub_tui.profile.findings import Finding


class Noticed:
    """The findings there were when the user paused last."""

    def __init__(self) -> None:
        self.typing_at = ""
        """The question whose answer somebody is in the middle of typing; empty while nobody is."""
        self._found: frozenset[tuple[str, str]] = frozenset()

    def take(self, findings: Iterable[Finding]) -> None:
        """Take notice of all there are: nobody is in the middle of typing any more."""
        self.typing_at = ""
        self._found = frozenset((found.path, found.rule) for found in findings)

    def has(self, finding: Finding) -> bool:
        """Whether a finding was there."""
        return (finding.path, finding.rule) in self._found
