"""Commands of the list of profiles: open, start, copy, delete, and take that back."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.screen import Screen

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.status import Status
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.services import Services

Answer = TypeVar("Answer")


class ProfilesPage(Protocol):
    """What these commands need of the list."""

    navigator: Navigator
    services: Services

    def here(self) -> ProfileLine | None:
        """Return the profile with the cursor."""

    @property
    def finding(self) -> bool:
        """Whether there is a line to find by."""

    async def show_find(self) -> None:
        """Let the user type words to find by."""

    def show_all(self) -> None:
        """List all profiles again, the cursor on the same one."""

    def reload(self, at: str = "") -> None:
        """Read the list anew, the cursor on this profile."""

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Show a short notice."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Show a dialog and return its answer."""


def any_there(page: ProfilesPage) -> bool:
    """Whether there is any profile at all."""
    return page.services.guard.read(page.services.store.profiles.count, 0) > 0


def something_to_take_back(page: ProfilesPage) -> bool:
    """Whether anything was done that can be taken back."""
    return page.services.guard.read(page.services.store.undo.any_left, otherwise=False)


def new(page: ProfilesPage) -> None:
    """Start a new profile."""
    services = page.services
    services.guard.do(lambda: page.navigator.open_profile(services.store.profiles.create().id))


async def find(page: ProfilesPage) -> None:
    """Narrow the list down while the user types."""
    await page.show_find()


def finding(page: ProfilesPage) -> bool:
    """Whether there is a line to find by."""
    return page.finding


def show_all(page: ProfilesPage) -> None:
    """Show all profiles again, the cursor on the same one."""
    page.show_all()


def duplicate(page: ProfilesPage) -> None:
    """Make a new draft with the same answers."""

    def copy(key: str) -> str:
        made = page.services.store.profiles.duplicate(key)
        Draft(page.services.store, made, page.services.clock).check()
        return made.id

    _change(page, copy, "Duplicated. Enter opens the copy")


async def delete(page: ProfilesPage) -> None:
    """Delete a draft at once; ask first about a profile that was submitted."""
    from trusthub_tui.tui.dialogs.confirm import Confirm

    profile = page.here()
    if profile is None:
        return
    if profile.status is not Status.DRAFT:
        words = (
            "This removes the record on this computer. A profile at Twilio would stay.",
            f"{profile.name}: {profile.status.label}",
            "",
        )
        if not await page.ask(Confirm("Delete the record?", words, "Leave it", "Delete", of_now=True)):
            return

    def away(key: str) -> str:
        page.services.store.profiles.delete(key)
        return ""

    _change(page, away, f"Deleted {profile.name} ({profile.status.label}). u brings it back")


def take_back(page: ProfilesPage) -> None:
    """Undo what was done last to any profile."""

    def undo() -> None:
        undone = page.services.store.undo.last()
        page.tell(undone.what)
        page.reload(undone.profile_id)

    page.services.guard.do(undo)


def _change(page: ProfilesPage, change: Callable[[str], str], said: str) -> None:
    profile = page.here()
    if profile is None:
        return

    def changed() -> None:
        at = change(profile.id)
        page.tell(said)
        page.reload(at)

    page.services.guard.do(changed)


async def import_answers(page: ProfilesPage) -> None:
    """Ask for a file until its answers became drafts, and show the first of them."""
    from trusthub_tui.tui.copying import import_from
    from trusthub_tui.tui.dialogs.ask_text import AskText

    refused, entered = "", "~/"
    what = "A JSON file of answers, as saved here or by trusthub-tui export. Each becomes a new draft."
    while answer := await page.ask(
        AskText("Import answers", (*((refused, "") if refused else ()), what), entered)
    ):
        entered = answer
        try:
            made = import_from(answer, page.services)
        except ExplainedError as fault:
            refused = fault.text
            continue
        page.navigator.open_profiles(made[0].id if made else "")
        page.tell(f"Imported {counted(len(made), 'profile')} from {answer}")
        return
