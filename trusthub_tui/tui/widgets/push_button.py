"""A button of one line: what it does, and the key that does the same."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset, Size
from textual.message import Message

from trusthub_tui.tui.drawing.lines import Line, line
from trusthub_tui.tui.widgets.drawn import Drawn


class PushButton(Drawn, can_focus=True):
    """Enter, Space or a click presses it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press", show=False)]

    class Pressed(Message):
        """The button was pressed."""

        def __init__(self, button: "PushButton") -> None:
            super().__init__()
            self.button = button

        @property
        def control(self) -> "PushButton":
            """The button."""
            return self.button

    def __init__(self, label: str, key: str = "", *, action: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.label = label
        self._action = action
        self._key = key

    def rename(self, label: str) -> None:
        """Say in other words what it does."""
        if label != self.label:
            self.label = label
            self.refresh(layout=True)
            self.redraw()

    @property
    def caret(self) -> Offset:
        """The first letter of the label."""
        return Offset(2, 0)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take as much as the label needs."""
        return self.draw(0)[0].width

    def draw(self, width: int) -> list[Line]:
        """One line on paper, or with brackets where paper would not show."""
        shown = f"[ {self.label} ]" if self.look.brackets else f"  {self.label}  "
        # has_focus is set only after the handlers below have run
        here = self.is_attached and self.screen.focused is self
        role = "button-focused" if here else "button"
        return [line((shown, role), (f"  {self._key}" if self._key else "", "muted"))]

    def on_focus(self) -> None:
        """Show that it has the focus."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that it has not."""
        self.redraw()

    async def on_click(self, _: Click) -> None:
        """Press by mouse."""
        await self.action_press()

    async def action_press(self) -> None:
        """Do what it is there for, or say that it was pressed."""
        if self._action:
            await self.run_action(self._action)
        else:
            self.post_message(self.Pressed(self))
