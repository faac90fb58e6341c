"""All profiles, those that need the user first, and what can be done to them."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.dialogs.confirm import Confirm
from trusthub_tui.tui.pages.profiles_frame import ProfilesFrame
from trusthub_tui.tui.widgets.push_button import PushButton
from trusthub_tui.tui.widgets.rows import Rows


class ProfilesScreen(ProfilesFrame):
    """The first screen: open, start, copy, delete, and take that back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Where.LIST),
        Binding("backspace", "delete", show=False),
    ]

    @on(PushButton.Pressed, "#start")
    def action_new(self) -> None:
        """Start a new profile."""
        try:
            profile = self.services.store.profiles.create()
        except StoreError as fault:
            self._refused(fault)
            return
        self.program.open_profile(profile.id)

    @on(Rows.Chosen)
    def open_chosen(self, event: Rows.Chosen) -> None:
        """Open a profile where the user stopped."""
        self.program.open_profile(str(event.key))

    def action_duplicate(self) -> None:
        """Make a new draft with the same answers."""

        def copy(key: str) -> str:
            duplicate = self.services.store.profiles.duplicate(key)
            Draft(self.services.store, duplicate, self.services.clock).check()
            return duplicate.id

        self._changed(copy, "Duplicated. Enter opens the copy")

    def action_delete(self) -> None:
        """Delete a draft at once; ask first about a profile that was submitted."""
        profile = self.here()
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
        self.tell(undone.what)
        if len(self.lines) and self.services.store.profiles.count():
            self.reload(undone.profile_id)
        else:
            self.program.open_profiles(undone.profile_id)

    def _delete(self, profile: ProfileLine) -> None:
        def away(key: str) -> str:
            self.services.store.profiles.delete(key)
            return ""

        self._changed(away, f"Deleted {profile.name} ({profile.status.label}). u brings it back")

    def _changed(self, change: Callable[[str], str], said: str) -> None:
        profile = self.here()
        if profile is None:
            return
        try:
            at = change(profile.id)
        except StoreError as fault:
            self._refused(fault)
            return
        self.tell(said)
        if self.services.store.profiles.count():
            self.reload(at)
        else:
            self.program.open_profiles()

    def _refused(self, fault: StoreError) -> None:
        self.tell(f"{fault.message} {fault.remedy}", alarm=True)
