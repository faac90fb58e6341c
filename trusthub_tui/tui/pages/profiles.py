"""All profiles, those that need the user first; while there is none, what to have ready."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from trusthub_tui.profile.labels import whose_word
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.drawing.bars import Title
from trusthub_tui.tui.drawing.lines import line
from trusthub_tui.tui.drawing.list_screen import OPENS, rows_for
from trusthub_tui.tui.drawing.profile_rows import PREVIEW_FROM, list_title
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.pages.profile_list import Columns, ProfileLines, ProfilePreview, elsewhere
from trusthub_tui.tui.widgets.find_line import FindLine
from trusthub_tui.tui.widgets.paragraphs import Paragraphs
from trusthub_tui.tui.widgets.push_button import PushButton
from trusthub_tui.tui.widgets.rows import Fixed, Rows

UNREADABLE = ("Your profiles cannot be read just now. Nothing in their file was changed.",)

AT_TWILIO = ("Is there a profile at Twilio already? Press o to take it over.",)


_NOTHING_FITS = "  No profile fits. Delete some letters, or {show_all} shows all"


class ProfilesScreen(Page):
    """The first screen: the list, narrowed down by words, and what the line with the cursor is about."""

    WHERE = Where.LIST
    OFFERS: ClassVar[tuple[Command, ...]] = commands_of(Where.LIST)
    BINDINGS: ClassVar[list[BindingType]] = [
        *all_bindings(Where.LIST),
        Binding("backspace", "command('delete')", show=False),
    ]

    def __init__(self, navigator: Navigator, at: str = "") -> None:
        super().__init__(navigator)
        self._at = at
        self.lines = ProfileLines(navigator)
        self.rows = Rows(self.lines, id="profiles")
        self._find = FindLine("name, ID, status", self.rows)
        self._preview = ProfilePreview()
        self._named_elsewhere = False
        """Whether the keys are named for a profile that is only at Twilio."""

    def content(self) -> Iterable[Widget]:
        """The list, or the welcome."""
        if len(self.lines):
            yield Columns()
            yield self.rows
            yield self._preview
        elif not self.lines.readable:
            again = PushButton("Try again", "Enter", action="screen.try_again", id="start")
            yield VerticalScroll(Paragraphs(UNREADABLE), again, can_focus=False, id="welcome")
        else:
            from trusthub_tui.tui.pages.welcome import SAVED_HERE, Welcome

            start = PushButton("Start a new profile", "n", action="screen.command('new')", id="start")
            keys = PushButton("Help and keys", self.services.key_of("help"), action="screen.command('help')")
            told = Paragraphs((*SAVED_HERE, *(AT_TWILIO if self.services.online else ())), "muted")
            buttons = Horizontal(start, keys, id="begin")
            yield VerticalScroll(Welcome(), buttons, told, can_focus=False, id="welcome")

    def compose(self) -> ComposeResult:
        """As every page, with the line to find by."""
        yield self.title_bar
        yield self._find
        yield from list(super().compose())[1:]

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter opens; while words are typed, Escape goes back to the list."""
        if self._find.typing:
            return (OPENS, ("Esc", "To the list"))
        if self._at_elsewhere:
            return (("Enter", "Pull"),)
        return (OPENS if len(self.lines) else ("Enter", "Start"),)

    @property
    def _at_elsewhere(self) -> bool:
        """Whether the cursor is at a profile that is only at Twilio."""
        return isinstance(self.rows.key, tuple)

    def show_keys(self) -> None:
        """While words are typed to find by, name only the keys that are no letters."""
        self._named_elsewhere = self._at_elsewhere
        if not self._find.typing:
            super().show_keys()
            return
        keyed = [command for command in self.offered() if command.key and command.name != "menu"]
        self.key_bar.show(keyed, self.own_keys())

    def on_mount(self) -> None:
        """Show the list; the cursor on the profile that was open last."""
        self._show_count()
        self._preview.display = self.app.size.height >= PREVIEW_FROM
        if len(self.lines):
            # Known before the first layout, which would otherwise be followed by another one.
            scrolls = len(self.lines) > rows_for(self.app.size.height)
            self.rows.set_reactive(Widget.show_vertical_scrollbar, scrolls)
            self.set_focus(self.rows)
            if self._at:
                self.rows.show(self.lines, self._at)
            if self._preview.display:
                self._show_preview()
        else:
            self.query_one("#start").focus()

    def about(self) -> object:
        """Dialogs here are about the profile with the cursor."""
        return self.here()

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show the list as it is in the file now, the cursor on the same profile; or why that cannot be."""
        if fault is None:
            here = self.here()
            self.reload(here.id if here else "")
        else:
            self.services.guard.meet_once(fault)
            title = Title("Customer Profiles", said="The file cannot be used", alarm=True)
            self.title_bar.tell(title)

    def decided(self, profile_id: str) -> None:
        """Show the new status in the list."""
        self.reload()

    def on_resize(self, event: Resize) -> None:
        """Show the preview where there is room for it."""
        self._preview.display = event.size.height >= PREVIEW_FROM

    @on(Rows.Moved)
    def moved(self) -> None:
        """Show what the line with the cursor is about, once the list is painted."""
        if self._named_elsewhere != self._at_elsewhere:
            self.show_keys()
        if self._preview.display:
            self.call_after_refresh(self._show_preview)

    def _show_preview(self) -> None:
        profile = self.here()
        if profile is None:
            self._preview.show(None, ())
            return
        of = self.services.store.submissions.of
        word = whose_word(
            profile.status, profile.hub, self.lines.checked_at(profile.id), self.services.clock()
        )
        self._preview.show(profile, self.services.guard.read(lambda: of(profile.id), ()), word)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Other keys work in the list than in the line to find by."""
        self.show_keys()

    @property
    def narrowed(self) -> bool:
        """Whether only what was found is listed."""
        return bool(self._find.words)

    @property
    def finding(self) -> bool:
        """Whether there is a line to find by."""
        return self._find.typing or self.narrowed

    async def show_find(self) -> None:
        """Let the user type words to find by, or change them."""
        if len(self.lines) or self.narrowed:
            await self._find.open()

    def show_all(self) -> None:
        """List all profiles again, the cursor on the same one."""
        at = self.here()
        self._find.close()
        self.rows.focus()
        self._show_lines(at.id if at else "")

    @on(Rows.Chosen)
    def open_chosen(self, event: Rows.Chosen) -> None:
        """Open a profile where the user stopped; one that is only at Twilio is pulled first."""
        match event.key:
            case (_, str(sid)):
                from trusthub_tui.tui.commands.online import pull_elsewhere

                self.run_worker(pull_elsewhere(self, sid), group="command")
            case key:
                self.navigator.open_profile(str(key))

    @on(FindLine.Changed)
    def narrow(self) -> None:
        """Show the profiles that have the words."""
        self._show_lines()

    def close_extra(self) -> bool:
        """Go back to the list, which stays as it was narrowed down, the cursor where it is."""
        if not self._find.typing:
            return False
        self.rows.focus()
        if not self.narrowed:
            self._find.close()
        return True

    def action_try_again(self) -> None:
        """Look whether the profiles can be read now."""
        self.navigator.open_profiles()

    def here(self) -> ProfileLine | None:
        """Return the profile with the cursor."""
        return self.lines.profile(self.rows.cursor) if len(self.lines) else None

    def reload(self, at: str = "") -> None:
        """Read the list anew, the cursor on this profile or as before; no profiles are another page."""
        count = self.services.guard.read(self.services.store.profiles.count, -1)
        if count < 0:
            return
        there, shown = bool(count or elsewhere(self.navigator)), bool(len(self.lines) or self.narrowed)
        if there and shown:
            here = self.here()
            self._show_lines(at or (here.id if here else ""))
        elif there or shown:
            self.navigator.open_profiles(at)
        else:
            self.show_keys()

    def _show_lines(self, at: str = "") -> None:
        self.lines = ProfileLines(self.navigator, self._find.words)
        nothing = _NOTHING_FITS.format(show_all=self.services.key_of("show_all"))
        self.rows.show(self.lines if len(self.lines) else Fixed([line((nothing, "muted"))]), at or None)
        self._show_count()
        self.show_keys()

    def _show_count(self) -> None:
        count = len(self.lines)
        title = list_title(count, self.lines.needing)
        if self.narrowed:
            title = title._replace(said=f"{count:,} found")
        elif not count:
            title = title._replace(said="No profiles yet" if self.lines.readable else "Cannot be read")
        self.title_bar.tell(title)
