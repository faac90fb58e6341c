"""What all full screens share: title, keys, menu, help, the terminal's cursor, and too small a window."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui.commands import Command, Where, commands_of
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.theme import other_theme
from trusthub_tui.tui.widgets.bars import KeyBar, TitleBar
from trusthub_tui.tui.widgets.drawn import Drawn

SMALLEST = (50, 15)
"""Columns and rows below which only a plain message is shown."""


class TooSmall(Static):
    """Covers everything while the window is too small to be used."""

    def fit(self, width: int, height: int) -> None:
        """Show or hide, and say the numbers."""
        needed = width < SMALLEST[0] or height < SMALLEST[1]
        self.display = needed
        if needed:
            self.update(
                Content(
                    f"This window is too small ({width}x{height}). "
                    f"Make it at least {SMALLEST[0]}x{SMALLEST[1]}. Nothing is lost."
                )
            )


class Page(Screen[None]):
    """A full screen of the program."""

    WHERE: ClassVar[Where] = Where.LIST
    AUTO_FOCUS = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (80, "-medium"),
        (100, "-wide"),
    ]

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.services = program.services
        self.title_bar = TitleBar()
        self._too_small = TooSmall(markup=False)

    def compose(self) -> ComposeResult:
        """Title on top, keys at the bottom, the rest between."""
        yield self.title_bar
        yield from self.content()
        yield KeyBar(self.commands(), self.WHERE, self.own_keys())
        yield self._too_small

    def content(self) -> Iterable[Widget]:
        """Return what stands between title and keys."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Return the commands the key bar may show."""
        return commands_of(self.WHERE)

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Return keys of this screen that are no commands, such as Enter, for the key bar."""
        return ()

    @property
    def draft(self) -> Draft | None:
        """The profile that is open here, if any."""
        return None

    def decided(self, profile_id: str, decision: Decision) -> None:
        """A reviewer has decided while this screen is open; show it."""

    def on_mount(self) -> None:
        """Let the terminal's cursor follow when lines come or go above the field with the focus."""
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self.place_caret())

    def on_screen_resume(self) -> None:
        """Take the terminal's cursor back from a dialog."""
        self.call_after_refresh(self.place_caret)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Let the terminal's cursor follow the focus."""
        self.call_after_refresh(self.place_caret)

    def on_resize(self, event: Resize) -> None:
        """Say when the window is too small; the cursor follows."""
        self._too_small.fit(event.size.width, event.size.height)
        self.call_after_refresh(self.place_caret)

    def place_caret(self) -> None:
        """Put the terminal's cursor where the user is: screen readers and magnifiers follow it."""
        focused = self.focused
        if isinstance(focused, Drawn):
            spot = focused.content_region.offset + focused.caret
        elif isinstance(focused, Input):
            spot = focused.cursor_screen_offset
        else:
            return
        if self.is_current and spot != self.app.cursor_position:
            self.app.cursor_position = spot
            focused.refresh(Region(0, 0, 1, 1))  # the cursor moves with the next thing that is painted

    def action_menu(self) -> None:
        """Show the commands and their letters."""
        from trusthub_tui.tui.dialogs.menu import Menu

        self.app.push_screen(Menu(self.WHERE), self._run)

    def action_help(self) -> None:
        """Explain the field and all commands."""
        from trusthub_tui.tui.dialogs.help import Help

        self.app.push_screen(Help(self.WHERE, self.question_in_focus()), self._run)

    def action_colours(self) -> None:
        """Change between dark and light."""
        self.app.theme = other_theme(self.app.theme)
        try:
            self.services.store.preferences.set("theme", self.app.theme)
        except StoreError as fault:
            self.tell(f"{fault.message} {fault.remedy}", alarm=True)

    def leaving(self) -> None:
        """Do what is to be done before another screen takes the place of this one."""

    async def action_leave(self) -> None:
        """Leave the program; ask only where something could not be saved."""
        self.app.exit(self.draft.id if self.draft else None)

    def question_in_focus(self) -> str:
        """Return the path of the question that has the focus, if any."""
        return ""

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Show a short notice."""
        self.program.notices.show(message, alarm=alarm)

    def _run(self, action: str | None) -> None:
        if action:
            self.call_later(self.run_action, action)
