"""Help for the field in focus, and every command: typing finds one, Enter runs it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from trusthub_tui.profile.questionnaire import QUESTIONS, full_label
from trusthub_tui.tui.commands import Command, Where, commands_of
from trusthub_tui.tui.screens.chooser import folded
from trusthub_tui.tui.widgets.bars import HelpArea, TitleBar
from trusthub_tui.tui.widgets.drawn import BLANK, Line, fitted, line, wrapped
from trusthub_tui.tui.widgets.rows import Fixed, Rows

_TYPING = (
    ("Tab, Enter, Down", "next field"),
    ("Shift+Tab, Up", "previous field"),
    ("Ctrl+Z, Ctrl+Y", "undo, redo in a field"),
    ("Ctrl+A, Ctrl+E", "start, end of the line"),
    ("Ctrl+U, Ctrl+K", "clear to the left, to the right"),
)


class Help(ModalScreen[str | None]):
    """Returns the action of the command that was chosen, or None."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,f7", "close", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("tab,shift+tab", "nothing", show=False, priority=True),
    ]

    def __init__(self, where: Where, path: str) -> None:
        super().__init__()
        self._where = where
        self._path = path
        self._rows = Rows()
        self._rows.can_focus = False
        self._title = TitleBar()

    def compose(self) -> ComposeResult:
        """The words to find a command by, then everything."""
        with Vertical(id="panel", classes="-full"):
            yield self._title
            yield Input(compact=True, select_on_focus=False, placeholder="Find a command or a key")
            yield self._rows
            help_area = HelpArea(1)
            help_area.show("Type to find.  Enter runs the command.  Esc closes")
            yield help_area

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(Input).cursor_blink = False
        self._title.show("Help", "Esc closes ")
        self.call_after_refresh(self._fill)

    def on_resize(self, _: Resize) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._fill)

    @on(Input.Changed)
    def narrow(self) -> None:
        """Show what fits."""
        self._rows.cursor = 0
        self._fill()

    @on(Input.Submitted)
    def run_chosen(self) -> None:
        """Run the command with the cursor."""
        self._rows.action_choose()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Give the action back."""
        event.stop()
        if self.is_current:
            self.dismiss(str(event.key))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move among the commands while the words keep the focus."""
        self._rows.action_move(step)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self._rows.action_page(step)

    def action_nothing(self) -> None:
        """There is nowhere else to go."""

    def _fill(self) -> None:
        words = folded(self.query_one(Input).value).split()
        width = max(40, self._rows.room)
        lines: list[Line] = [] if words else self._of_field(width)
        hits = [
            command
            for command in commands_of(self._where)
            if all(word in self._text(command) for word in words)
        ]
        lines.append(line((" Commands", "strong")))
        lines += [self._command(command) for command in hits] or [
            line(("   Nothing fits. Delete some letters", "muted"))
        ]
        if not words:
            lines += [BLANK, line((" In a text field", "strong"))]
            lines += [line((f"   {keys:<22}", "key"), does) for keys, does in _TYPING]
            lines += [BLANK, *self._without_function_keys(width)]
        self._rows.show(Fixed(lines))

    def _of_field(self, width: int) -> list[Line]:
        question = QUESTIONS.get(self._path)
        if question is None:
            return []
        lines = [line((f" {full_label(question.path)}", "strong"))]
        for name, text in (("Where", question.hint), ("Like", question.example), ("Why", question.why)):
            for number, part in enumerate(wrapped(text, width - 12) if text else ()):
                lines.append(line((f"   {name if number == 0 else '':<7}", "muted"), part))
        return [*lines, BLANK]

    def _command(self, command: Command) -> Line:
        way = f"Esc {command.letter}" if command.letter else ""
        return line(
            (f"   {command.shown_key or self._bare(command):<10}", "key"),
            (f"{way:<7}", "muted"),
            f"{fitted(command.title, 18)}",
            (command.does, "muted"),
            key=command.action,
        )

    def _bare(self, command: Command) -> str:
        return "" if self._where & Where.STEP else command.shown_on(self._where)

    def _text(self, command: Command) -> str:
        return folded(f"{command.title} {command.does} {command.shown_key} {command.letter}")

    def _without_function_keys(self, width: int) -> list[Line]:
        text = (
            "No function keys? Esc and a letter, or Alt and the letter, do the same. "
            "Everything also works with Tab, Enter, arrows and Esc alone."
        )
        return [line((f" {part}", "muted")) for part in wrapped(text, width - 2)]
