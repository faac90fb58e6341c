"""The list of profiles with the line to find by and the preview; while there is none, what to have ready."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input

from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.tui.commands import Command, Where
from trusthub_tui.tui.dialogs.confirm import Words
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.pages.profile_list import Columns, ProfileLines, ProfilePreview
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.drawn import line
from trusthub_tui.tui.widgets.push_button import PushButton
from trusthub_tui.tui.widgets.rows import Fixed, Rows

NOTHING_YET = ("You have no customer profiles on this computer.",)

WELCOME = (
    "A Primary Customer Profile tells Twilio who your business is. It takes about 10 minutes.",
    "",
    "Have these ready:",
    "- the legal business name, exactly as on your tax or registry papers",
    "- the registration number (for a US business: the EIN)",
    "- the registered street address (not a PO box)",
    "- the business website",
    "- two people Twilio may contact: name, work e-mail, phone, job",
    "",
    "You can stop at any time. Every key you type is kept on this computer.",
    "Nothing is sent anywhere: a practice Trust Hub in this program reviews the profile.",
)


_NOTHING_FITS = Fixed([line(("  No profile fits. Esc shows all", "muted"))])


class ProfilesFrame(Page):
    """Shows the list, narrowed down by words, and what the line with the cursor is about."""

    WHERE = Where.LIST

    def __init__(self, program: Program, at: str = "") -> None:
        super().__init__(program)
        self._at = at
        self.lines = ProfileLines(program.services)
        self.rows = Rows(self.lines, id="profiles")
        self._words = ""
        self._preview = ProfilePreview()

    def content(self) -> Iterable[Widget]:
        """The list, or the welcome."""
        if len(self.lines):
            yield Columns()
            yield self.rows
            yield self._preview
        else:
            start = PushButton("Start a new profile", "n", id="start")
            yield VerticalScroll(Words(NOTHING_YET), start, Words(WELCOME), can_focus=False, id="welcome")

    def compose(self) -> ComposeResult:
        """As every page, with the line to find by."""
        yield self.title_bar
        yield Horizontal(id="find")
        yield from list(super().compose())[1:]

    def commands(self) -> tuple[Command, ...]:
        """Leave out what needs a profile while there is none."""
        needless = () if len(self.lines) else ("find", "duplicate", "delete")
        return tuple(command for command in super().commands() if command.action not in needless)

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter opens."""
        return (("Enter", "Open" if len(self.lines) else "Start"),)

    def on_mount(self) -> None:
        """Show the list; the cursor on the profile that was open last."""
        self.query_one("#find").display = False
        self._show_count()
        if len(self.lines):
            self.rows.focus()
            if self._at:
                self.rows.show(self.lines, self._at)
        else:
            self.query_one("#start").focus()

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new status in the list."""
        self.reload()

    def on_resize(self, event: Resize) -> None:
        """Show the preview where there is room for it."""
        self._preview.display = event.size.height >= 28

    @on(Rows.Moved)
    def moved(self) -> None:
        """Show what the line with the cursor is about, once the list is painted."""
        if self._preview.display:
            self.call_after_refresh(self._show_preview)

    def _show_preview(self) -> None:
        profile = self.here()
        submissions = self.services.store.submissions.of(profile.id) if profile else ()
        self._preview.show(profile, submissions)

    async def action_find(self) -> None:
        """Narrow the list down while the user types."""
        find = self.query_one("#find")
        if not find.children and len(self.lines):
            words = Input(compact=True, select_on_focus=False, placeholder="name, ID, status")
            words.cursor_blink = False
            await find.mount(Words(["Find:"]), words)
        if find.children:
            find.display = True
            find.query_one(Input).focus()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._words = event.value
        self.rows.cursor = 0
        self.reload()

    @on(Input.Submitted)
    def open_first(self) -> None:
        """Open the line with the cursor."""
        self.rows.action_choose()

    def action_menu(self) -> None:
        """Show the whole list again first."""
        find = self.query_one("#find")
        if find.display:
            find.query_one(Input).value = ""
            find.display = False
            self.rows.focus()
        else:
            super().action_menu()

    def here(self) -> ProfileLine | None:
        """Return the profile with the cursor."""
        return self.lines.profile(self.rows.cursor) if len(self.lines) else None

    def reload(self, at: str = "") -> None:
        """Read the list anew, the cursor on this profile."""
        self.lines = ProfileLines(self.services, self._words)
        self.rows.show(self.lines if len(self.lines) else _NOTHING_FITS, at or None)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.lines)
        said = counted(count, "profile") if count or self._words else "No profiles yet"
        self.title_bar.show("Customer Profiles", said if not self._words else f"{count:,} found")
