"""The field of a question that is answered by choosing: one line that opens a chooser, or boxes to tick."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.geometry import Offset
from textual.message import Message

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.profile.answers import joined, several
from trusthub_tui.profile.choices import Option, label_of
from trusthub_tui.tui.drawing.lines import Line, line
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.line_input import Writer

_BETWEEN = "   "


class ChoiceField(Drawn, can_focus=True):
    """Shows what was chosen; Enter, F4 or any letter opens the chooser."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "open", show=False)]

    class Opened(Message):
        """The chooser was asked for, perhaps with the first letter of what to find."""

        def __init__(self, field: "ChoiceField", find: str = "") -> None:
            super().__init__()
            self.field = field
            self.find = find

    def __init__(self, path: str, value: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.path = path
        self.options = options
        self.spot = 0
        self.value = value

    def put(self, value: str) -> None:
        """Show another choice, without writing it."""
        self.value = value
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """One line: the label of the choice, and the sign that there is a list."""
        label = label_of(self.value, self.options) if self.value else ""
        shown = (label, "") if label else ("Choose", "muted")
        return [line((fitted(shown[0], width - 2), shown[1]), (f" {self.look.glyphs.opens}", "muted"))]

    def on_key(self, event: Key) -> None:
        """Let a letter open the chooser and be the first to be looked for."""
        if event.is_printable and event.character and not event.character.isspace():
            event.stop()
            self.post_message(self.Opened(self, event.character))

    def on_click(self, _: Click) -> None:
        """Open by mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Ask for the chooser."""
        self.post_message(self.Opened(self))


class Ticks(Drawn, can_focus=True):
    """Boxes to tick: arrows move between them, Space ticks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", show=False),
        Binding("right,down", "move(1)", show=False),
        Binding("space", "tick", show=False),
        Binding("enter", "next", show=False),
    ]

    class Passed(Message):
        """Enter was pressed: go on to the next field."""

    def __init__(self, path: str, value: str, options: Sequence[Option], writer: Writer) -> None:
        super().__init__()
        self.path = path
        self.spot = 0
        self._options = options
        self._chosen = set(several(value))
        self._writer = writer
        self._spots: list[Offset] = [Offset(0, 0)]

    @property
    def caret(self) -> Offset:
        """The box with the cursor."""
        return self._spots[min(self.spot, len(self._spots) - 1)] + Offset(1, 0)

    def put(self, value: str) -> None:
        """Show other ticks, without writing them."""
        self._chosen = set(several(value))
        self.redraw()

    def stand_on(self, spot: int) -> None:
        """Put the cursor on a box; on the last one where there are fewer."""
        self.spot = min(spot, len(self._options) - 1)
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Put as many boxes on a line as fit; a single long one is wrapped."""
        if len(self._options) == 1:
            return self._one(width)
        lines: list[list[tuple[str, str]]] = [[]]
        self._spots, x = [], 0
        for index, option in enumerate(self._options):
            cell = f"{self._box(option)} {option.label}"
            if x and x + len(_BETWEEN) + len(cell) > width:
                lines.append([])
                x = 0
            if x:
                lines[-1].append((_BETWEEN, ""))
                x += len(_BETWEEN)
            self._spots.append(Offset(x, len(lines) - 1))
            lines[-1].append((cell, "key" if self.has_focus and index == self.spot else ""))
            x += len(cell)
        return [Line(tuple(spans)) for spans in lines]

    def on_focus(self) -> None:
        """Show which box has the cursor."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that no box has the focus."""
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Tick by mouse."""
        here = [n for n, spot in enumerate(self._spots) if spot.y == event.y and spot.x <= event.x]
        self.spot = here[-1] if here else self.spot
        self.action_tick()

    def action_move(self, step: int) -> None:
        """Go to the next or the previous box."""
        self.spot = (self.spot + step) % len(self._options)
        self.redraw()
        self._writer.move(self.path, self.spot)

    def action_tick(self) -> None:
        """Tick or untick the box with the cursor."""
        if not self._writer.editable:
            self._writer.refuse()
            return
        self._chosen ^= {self._options[self.spot].value}
        self.redraw()
        value = joined(option.value for option in self._options if option.value in self._chosen)
        self._writer.write(self.path, value, self.spot)

    def action_next(self) -> None:
        """Go on."""
        self.post_message(self.Passed())

    def _box(self, option: Option) -> str:
        return "[x]" if option.value in self._chosen else "[ ]"

    def _one(self, width: int) -> list[Line]:
        option = self._options[0]
        self._spots = [Offset(0, 0)]
        role = "key" if self.has_focus else ""
        first, *rest = wrapped(option.label, width - 4)
        return [line((f"{self._box(option)} {first}", role)), *(line((f"    {text}", role)) for text in rest)]
