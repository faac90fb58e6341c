"""Commands of every page: help, menu, duplicating, colours, leaving."""

from pathlib import Path
from tempfile import gettempdir
from typing import Any, Final

from trusthub_tui.store.sqlite_errors import told
from trusthub_tui.tui.commands import profile, profiles
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.theme import other_theme

ASKED: Final = "?"
"""Where a text waits that somebody wanted explained and left; no profile has this ID."""

_STILL_OPEN: Final = (
    "The disk with your profiles knows no permissions. To keep them to yourself, put the file on another one"
)


async def show_help(page: Page) -> None:
    """Explain the field and all commands; run the one that is chosen."""
    from trusthub_tui.tui.dialogs.help import Help

    path = page.in_focus().question
    reason = page.draft.reason_about(path) if page.draft is not None and path else None
    await page.perform(await page.ask(Help(page.offered(), page.WHERE, path, reason)))


async def show_menu(page: Page) -> None:
    """Show the commands and their letters; run the one whose letter is pressed."""
    from trusthub_tui.tui.dialogs.menu import Menu

    online = page.services.online
    if online is not None and online.give_up():
        return
    if not page.close_extra():
        await page.perform(await page.ask(Menu(page.offered())))


def has_profile(page: Any) -> bool:
    """Whether there is a profile to act on: the open one, or that with the cursor in the list."""
    return page.draft is not None or page.here() is not None


async def duplicate(page: Any) -> None:
    """Make a new draft with the same answers: open it from an open profile, show it in the list."""
    if page.draft is None:
        profiles.duplicate(page)
    else:
        await profile.duplicate(page)


def something_to_take_back(page: Any) -> bool:
    """Whether there is anything to take back: in the list of anything, on a profile's page of that one."""
    return profiles.something_to_take_back(page) if page.draft is None else profile.done_to_it(page)


def take_back(page: Any) -> None:
    """Undo what was done last to a profile; on its page only what was done to it."""
    if page.draft is None:
        profiles.take_back(page)
    else:
        profile.take_back(page)


async def explain(page: Page) -> None:
    """Say what a text from Twilio is and means; go to the profile it is about, if the user wants."""
    from trusthub_tui.trusthub.explain import KnownProfile, explained
    from trusthub_tui.tui.dialogs.explanation import ask_what, explanation_lines
    from trusthub_tui.tui.dialogs.lines import LinesDialog

    services, pasted, none = page.services, page.services.pasted, tuple[tuple[str, str, str], ...]()
    known = services.guard.read(services.store.submissions.filed, none)

    def left(unused: str) -> None:
        pasted[ASKED] = unused

    text = await page.ask(ask_what(pasted.get(ASKED, ""), left))
    if text is None or not text.strip():
        return
    pasted.pop(ASKED, None)
    found = explained(text, (KnownProfile(*one) for one in known))
    key = await page.ask(LinesDialog("What it means", lambda width: explanation_lines(found, width)))
    if isinstance(key, str) and await page.may_leave():
        if found.reading.decision is not None:
            pasted[key] = text
        page.navigator.open_profile(key)


def change_colours(page: Page) -> None:
    """Change between dark and light."""
    page.app.theme = other_theme(page.app.theme)
    page.services.guard.do(lambda: page.services.store.preferences.set("theme", page.app.theme))


async def leave(page: Page) -> None:
    """Leave the program; ask only where something could not be saved."""
    page.leaving()
    if await page.may_leave():
        page.navigator.leave()


def open_to_others(page: Page) -> bool:
    """Whether others on this computer may look into the file."""
    return page.services.guard.read(page.services.store.wide_open, otherwise=False)


def protect(page: Page) -> None:
    """Keep others on this computer away from the profiles."""
    if page.services.guard.do(page.services.store.close_up):
        still = open_to_others(page)
        page.tell(_STILL_OPEN if still else "Nobody else on this computer may look into your profiles now")
        page.show_keys()


def print_copy(page: Any) -> None:
    """Open a copy of this profile in the browser, where it can be read, printed and saved as PDF."""
    from trusthub_tui.tui.copying import page_in_a_file

    made: list[Path] = []

    def make() -> None:
        with told(Path(gettempdir())):
            made.append(page_in_a_file(page.draft, page.services))

    if page.services.guard.do(make, failed="No copy was made."):
        page.app.open_url(made[0].as_uri())
        page.tell(f"The copy is in {made[0]}; the browser prints it or saves it as PDF")


async def save_copy(page: Page) -> None:
    """Write a copy of all profiles, or of the answers of this one, into another file."""
    from trusthub_tui.tui.copying import save_elsewhere

    if to := await save_elsewhere(page.ask, page.draft, page.services):
        page.tell(f"The copy is in {to}")
