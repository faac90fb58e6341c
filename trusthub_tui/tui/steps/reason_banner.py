"""Why the answer in focus was rejected, above the fields while they are being fixed."""

from typing import Final

from trusthub_tui.cells import wrapped
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.tui.drawing.lines import BLANK, Line, beside, line
from trusthub_tui.tui.widgets.drawn import Drawn

_ADVICE: Final = 2
"""Rows of advice; F1 has all of it, as the page of the reasons does."""

_FEW_ROWS: Final = 24


class ReasonBanner(Drawn):
    """Always as high on one step, whichever field has the focus."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._reason: Reason | None = None

    def show(self, section: Section | None, path: str) -> None:
        """Show the reason about a question, or else about the first one of the step that has one."""
        asked = (path, *section.paths) if section else ()
        about = (self._draft.reason_about(one) for one in asked if one)
        reason = next((one for one in about if one is not None), None)
        self.display = reason is not None
        if reason != self._reason:
            self._reason = reason
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Number and code, the sentence, and the beginning of the advice."""
        reason = self._reason
        if reason is None:
            return []
        known, all_reasons = entry(reason.code), self._draft.reasons
        edge = (f"{self.look.glyphs.thick_edge} ", "problem")
        number = f"Reason {all_reasons.index(reason) + 1} of {len(all_reasons)}"
        code = line(
            (f"{reason.code}  " if reason.code else "", "muted"),
            (self.key_of("help"), "key"),
            (" all advice ", "muted"),
        )
        advice = wrapped(known.advice[0], width - 3)[:_ADVICE]
        title = [line(edge, (part, "strong")) for part in wrapped(known.title, width - 3)]
        if self.app.size.height < _FEW_ROWS:
            return [beside(line(edge, (number, "problem")), code, width), *title]
        rest = [line(edge, text) for text in [*advice, ""][:_ADVICE]]
        return [beside(line(edge, (number, "problem")), code, width), *title, *rest, BLANK]
