"""Step 4: two people, side by side where there is room."""

from collections.abc import Iterable

from textual.containers import Horizontal, VerticalGroup
from textual.widget import Widget

from trusthub_tui.profile import paths
from trusthub_tui.tui.steps.form import StepForm
from trusthub_tui.tui.widgets.paragraphs import Paragraphs


class RepresentativesForm(StepForm):
    """Six fields for each of two people; Tab goes through the first person, then the second."""

    def parts(self) -> Iterable[Widget]:
        """Two columns, or one column where the window is narrow."""
        people = []
        for number, name in enumerate(paths.REPRESENTATIVES, start=1):
            own = [row for path, row in self.rows.items() if paths.parent(path) == name]
            people.append(
                VerticalGroup(Paragraphs([f"Representative {number}"], "strong"), *own, classes="person")
            )
        return (Horizontal(*people, id="people"),)

    def layout_for(self, width: int, height: int) -> None:
        """Side by side leaves no room beside the fields, so the labels go above them."""
        beside = width >= 100
        self.set_class(beside, "-beside", update=self.is_attached)
        for row in self.rows.values():
            row.lay_out(above=beside or width < 80, hinted=False)
