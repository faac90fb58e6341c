"""The box above a step that says what is wrong in it; Enter goes to the field."""

from collections.abc import Sequence

from trusthub_tui.profile.findings import Finding
from trusthub_tui.tui.widgets.drawn import line
from trusthub_tui.tui.widgets.rows import Fixed, Rows


class Summary(Rows):
    """Shown after Continue while there are problems, hidden once all are put right."""

    def on_mount(self) -> None:
        """Nothing is wrong at first."""
        self.display = False

    def say(self, problems: Sequence[Finding], *, most: int) -> None:
        """Show these problems in at most so many rows; none of them hides the box."""
        if not problems:
            self.display = False
            return
        count = len(problems)
        title = "There is 1 problem" if count == 1 else f"There are {count} problems"
        head = line((f" {title}", "problem"), ("   Enter goes to it.  F9 goes on.  Esc hides", "muted"))
        lines = [
            line(f"  {number}  {found.message}", key=found.path) for number, found in enumerate(problems, 1)
        ]
        self.styles.height = min(count, most) + 1
        self.display = True
        self.show(Fixed([head, *lines]))
