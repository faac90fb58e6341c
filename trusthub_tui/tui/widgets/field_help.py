"""Hint, example and reason of the field in focus, or what to do about what is wrong with it."""

from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.tui.widgets.bars import HelpArea
from trusthub_tui.tui.widgets.field_row import FieldRow


class FieldHelp(HelpArea):
    """Always in the same place at the bottom of a step."""

    def __init__(self) -> None:
        super().__init__(2)

    def explain(self, row: FieldRow | None, findings: tuple[Finding, ...], reason: Reason | None) -> None:
        """Explain a field: what is wrong with it, why it was rejected, or what belongs there."""
        if row is None:
            self.show("")
            return
        why = f"Why: {row.question.why}" if row.question.why else ""
        if findings:
            self.show(findings[0].remedy, why)
            return
        if reason is not None:
            known = entry(reason.code)
            self.show(f"Rejected: {known.named}. {known.advice[0]}")
            return
        example = f"For example {row.question.example}" if row.question.example else ""
        hint = "" if row.hinted else row.question.hint
        self.show(". ".join(filter(None, (hint, example))), why)
