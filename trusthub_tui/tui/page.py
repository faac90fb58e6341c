"""What all full screens share: title, keys, menu, help, the terminal's cursor, and too small a window."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from trusthub_tui.profile.submission import Reason
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui.command import Command, Where, command_named, with_own_keys
from trusthub_tui.tui.look import SMALLEST
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.notices import READING_SECONDS
from trusthub_tui.tui.widgets.bars import KeyBar, TitleBar
from trusthub_tui.tui.widgets.caret import place_caret

if TYPE_CHECKING:
    from trusthub_tui.draft.draft import Draft

Answer = TypeVar("Answer")


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


@dataclass(frozen=True, slots=True)
class InFocus:
    """What of a profile the user is at."""

    question: str = ""
    """The path of the question with the focus, or that the line with the cursor is about; empty for none."""
    reason: Reason | None = None
    """The reason with the cursor, where reasons are listed."""
    look_on_from: str = ""
    """The question behind which F8 looks on; empty from the beginning."""


class Page(Screen[None]):
    """A full screen of the program."""

    WHERE: ClassVar[Where] = Where.LIST
    OFFERS: ClassVar[tuple[Command, ...]] = ()
    """Every command there is on such a page."""
    AUTO_FOCUS = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (80, "-medium"),
        (100, "-wide"),
    ]

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self.navigator = navigator
        self.services = navigator.services
        self.commands = tuple(with_own_keys(command, self.services.keys) for command in self.OFFERS)
        self.title_bar = TitleBar()
        self.key_bar = KeyBar(self.WHERE)
        self._too_small = TooSmall(markup=False)

    def compose(self) -> ComposeResult:
        """Title on top, keys at the bottom, the rest between."""
        # Known before there are any children, whose styles would otherwise be worked out twice.
        width = self.app.size.width
        self.add_class([name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= width][-1])
        yield self.title_bar
        yield from self.content()
        self.show_keys()
        yield self.key_bar
        yield self._too_small

    def content(self) -> Iterable[Widget]:
        """Return what stands between title and keys."""
        raise NotImplementedError

    def offered(self) -> tuple[Command, ...]:
        """Return the commands that apply now."""
        return tuple(command for command in self.commands if command.applies(self))

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Return keys of this screen that are no commands, such as Enter, for the key bar."""
        return ()

    def show_keys(self) -> None:
        """Show the keys of what applies now."""
        self.key_bar.show(self.offered(), self.own_keys())

    @property
    def draft(self) -> "Draft | None":
        """The profile that is open here, if any."""
        return None

    def about(self) -> object:
        """Return how that stands which a dialog here is about, to be compared with how it stands later."""
        return self.draft.stand if self.draft is not None else None

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the file, or its fault; ``told`` where it is said already what happened."""
        raise NotImplementedError

    def decided(self, profile_id: str) -> None:
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
        place_caret(self)
        self.navigator.notices.make_room()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out commands that do not apply now, unless there is something to say about that."""
        if action != "command":
            return True
        command = command_named(self.commands, parameters[0])
        return command is not None and (command.applies(self) or bool(command.otherwise))

    async def action_command(self, name: str) -> None:
        """Run a command; one that asks something goes on in a worker, so that this page stays alive."""
        command = command_named(self.commands, name)
        if command is None:
            return
        if not command.applies(self):
            self.tell(command.otherwise)
            return
        asking = command.run(self)
        if asking is not None:
            self.run_worker(asking, name=name, group="command")
            await asyncio.sleep(0)  # it gets as far as its dialog before the next key is looked at

    async def perform(self, name: str | None) -> None:
        """Run the command that was chosen in a dialog, if any, within the command that showed the dialog."""
        command = command_named(self.commands, name)
        asking = command.run(self) if command is not None else None
        if asking is not None:
            await asking

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Show a dialog and return its answer; None when the user changed their mind. Only in a command."""
        self.navigator.notices.move_on()
        return await self.app.push_screen_wait(dialog)

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return True

    def close_extra(self) -> bool:
        """Close what lies beside the page's own content; False where there is nothing of the kind."""
        return False

    def leaving(self) -> None:
        """Do what is to be done before another screen takes the place of this one."""

    def in_focus(self) -> InFocus:
        """Return what of the profile the user is at."""
        return InFocus()

    def tell(
        self, message: str, *, alarm: bool = False, stays: float = READING_SECONDS, about: str = ""
    ) -> None:
        """Show a short notice, for so many seconds at least; ``about`` is the fault it tells of."""
        self.navigator.notices.show(message, alarm=alarm, stays=stays, about=about)
