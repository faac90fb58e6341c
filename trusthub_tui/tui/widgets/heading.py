"""Which step this is, and one sentence about it."""

from trusthub_tui.cells import wrapped
from trusthub_tui.tui.widgets.drawn import Drawn, Line, line


class Heading(Drawn):
    """Stands above the fields or the answers."""

    _texts: tuple[str, str] = ("", "")

    def show(self, title: str, intro: str) -> None:
        """Say something else; only a change costs a repaint."""
        if (title, intro) != self._texts:
            self._texts = (title, intro)
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Title, then the sentence."""
        title, intro = self._texts
        return [
            line((f" {title}", "title")),
            *(line((f" {part}", "muted")) for part in wrapped(intro, width - 2)),
        ]
