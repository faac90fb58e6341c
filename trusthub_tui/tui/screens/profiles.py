"""All profiles, those that need the user first; the list asks the file only for the lines in view."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input

from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.tui.commands import Command, Where, bindings_of
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.screens.confirm import Confirm, Words
from trusthub_tui.tui.screens.page import Page
from trusthub_tui.tui.screens.profile_list import Columns, ProfileLines, ProfilePreview
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.drawn import line
from trusthub_tui.tui.widgets.prose import sentences
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


class ProfilesScreen(Page):
    """The list of profiles, or what to have ready when there is none."""

    WHERE = Where.LIST
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Where.LIST),
        Binding("backspace", "delete", show=False),
    ]

    def __init__(self, program: Program, at: str = "") -> None:
        super().__init__(program)
        self._at = at
        self._lines = ProfileLines(program.services)
        self._rows = Rows(self._lines, id="profiles")
        self._words = ""
        self._preview = ProfilePreview()

    def content(self) -> Iterable[Widget]:
        """The list, or the welcome."""
        if len(self._lines):
            yield Columns()
            yield self._rows
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
        needless = () if len(self._lines) else ("find", "duplicate", "delete")
        return tuple(command for command in super().commands() if command.action not in needless)

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter opens."""
        return (("Enter", "Open" if len(self._lines) else "Start"),)

    def on_mount(self) -> None:
        """Show the list; the cursor on the profile that was open last."""
        self.query_one("#find").display = False
        self._show_count()
        if len(self._lines):
            self._rows.focus()
            if self._at:
                self._rows.show(self._lines, self._at)
        else:
            self.query_one("#start").focus()

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new status in the list."""
        self._reload()

    @on(PushButton.Pressed, "#start")
    def action_new(self) -> None:
        """Start a new profile."""
        try:
            profile = self.services.store.profiles.create()
        except StoreError as fault:
            self._refused(fault)
            return
        self.program.open_profile(profile.id)

    def on_resize(self, event: Resize) -> None:
        """Show the preview where there is room for it."""
        self._preview.display = event.size.height >= 28

    @on(Rows.Moved)
    def moved(self) -> None:
        """Show what the line with the cursor is about, once the list is painted."""
        if self._preview.display:
            self.call_after_refresh(self._show_preview)

    def _show_preview(self) -> None:
        profile = self._here()
        submissions = self.services.store.submissions.of(profile.id) if profile else ()
        self._preview.show(profile, submissions)

    @on(Rows.Chosen)
    def open_chosen(self, event: Rows.Chosen) -> None:
        """Open a profile where the user stopped."""
        self.program.open_profile(str(event.key))

    async def action_find(self) -> None:
        """Narrow the list down while the user types."""
        find = self.query_one("#find")
        if not find.children and len(self._lines):
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
        self._rows.cursor = 0
        self._reload()

    @on(Input.Submitted)
    def open_first(self) -> None:
        """Open the line with the cursor."""
        self._rows.action_choose()

    def action_menu(self) -> None:
        """Show the whole list again first."""
        find = self.query_one("#find")
        if find.display:
            find.query_one(Input).value = ""
            find.display = False
            self._rows.focus()
        else:
            super().action_menu()

    def action_duplicate(self) -> None:
        """Make a new draft with the same answers."""

        def copy(key: str) -> str:
            duplicate = self.services.store.profiles.duplicate(key)
            Draft(self.services.store, duplicate, self.services.clock).check()
            return duplicate.id

        self._changed(copy, "Duplicated. Enter opens the copy")

    def action_delete(self) -> None:
        """Delete a draft at once; ask first about a profile that was submitted."""
        profile = self._here()
        if profile is None:
            return
        if profile.status is Status.DRAFT:
            self._delete(profile)
            return
        dialog = Confirm(
            "Delete the record?",
            [
                "This removes the record on this computer. A profile at Twilio would stay.",
                f"{profile.name}: {profile.status.label}",
                "",
            ],
            "Keep it",
            "Delete",
        )
        self.app.push_screen(dialog, lambda sure: self._delete(profile) if sure else None)

    def action_take_back(self) -> None:
        """Undo what was done last to any profile."""
        try:
            undone = self.services.store.undo.last()
        except StoreError as fault:
            self._refused(fault)
            return
        self.tell(sentences(undone.what, *undone.skipped))
        if len(self._lines) and self.services.store.profiles.count():
            self._reload(undone.profile_id)
        else:
            self.program.open_profiles(undone.profile_id)

    def _delete(self, profile: ProfileLine) -> None:
        def away(key: str) -> str:
            self.services.store.profiles.delete(key)
            return ""

        self._changed(away, f"Deleted {profile.name} ({profile.status.label}). u brings it back")

    def _changed(self, change: Callable[[str], str], said: str) -> None:
        profile = self._here()
        if profile is None:
            return
        try:
            at = change(profile.id)
        except StoreError as fault:
            self._refused(fault)
            return
        self.tell(said)
        if self.services.store.profiles.count():
            self._reload(at)
        else:
            self.program.open_profiles()

    def _here(self) -> ProfileLine | None:
        return self._lines.profile(self._rows.cursor) if len(self._lines) else None

    def _reload(self, at: str = "") -> None:
        self._lines = ProfileLines(self.services, self._words)
        self._rows.show(self._lines if len(self._lines) else _NOTHING_FITS, at or None)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._lines)
        said = f"{count:,} profile{'' if count == 1 else 's'}" if count or self._words else "No profiles yet"
        self.title_bar.show("Customer Profiles", said if not self._words else f"{count:,} found")

    def _refused(self, fault: StoreError) -> None:
        self.tell(f"{fault.message} {fault.remedy}", alarm=True)
