"""Commands that ask Twilio."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.profile.labels import counted
from trusthub_tui.tui.doors import Dialog
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.online import GivenUp
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.profile_page import ProfilePage
from trusthub_tui.tui.widgets.paragraphs import paragraph

if TYPE_CHECKING:
    from trusthub_tui.trusthub.remote_results import Pulled

TAKE_BACK: Final = "take-back"
"""The key of the line that takes back what was pulled."""


def there(page: Page) -> bool:
    """Whether there is a way to an account at all."""
    return page.services.online is not None


async def show_account(page: Page) -> None:
    """Say which account there is and what works with it; follow it, or not."""
    from trusthub_tui.tui.dialogs.account import AccountDialog

    online = page.services.online
    if online is not None:
        await page.ask(AccountDialog(online, page.navigator.twilio, page.navigator.doors(Dialog.ACCOUNT)))


def may_ask(page: Page) -> bool:
    """Whether there is an account to ask: one that is followed, or whose credentials were used already."""
    online = page.services.online
    if online is None or online.offline:
        return False
    return online.credentials is not None or page.services.guard.read(
        lambda: bool(online.followed), otherwise=False
    )


def ask_now(page: Page | ProfilePage) -> None:
    """Ask at once how all profiles stand, but not again and again."""
    follower = page.navigator.follower
    if follower is None:
        return
    if follower.asked_just_now:
        page.tell("Twilio was asked just now")
    else:
        page.navigator.twilio.ask(wanted=True)


def stands_for_one(page: ProfilePage) -> bool:
    """Whether the open profile stands for one at Twilio that can be asked about."""
    return page.services.online is not None and bool(page.draft.sid)


async def pull(page: ProfilePage) -> None:
    """Take over what was changed at Twilio; what is in review there is only asked about."""
    draft = page.draft
    linked = page.services.guard.read(lambda: page.services.store.linked.of(draft.id), None)
    if linked is not None and not draft.status.editable:
        ask_now(page)
        return
    page.saver.try_again()
    if draft.unsaved:
        page.saver.tell_fault()
        return
    if page.saver.held:
        page.tell(page.saver.held)
        return
    pulled = await _pulled(page, draft.id)
    if pulled is None:
        return
    draft.reload()
    page.refill()
    if pulled.followed is not None:
        page.navigator.twilio.tell([pulled.followed])
        if not draft.status.editable:
            page.navigator.open_status(draft)
    elif not pulled.changed:
        page.tell(sentences("Twilio has nothing new", *pulled.notes))
    elif await _shown(page, pulled):
        page.services.guard.do(page.services.store.undo.last)
        draft.reload()
        page.refill()
        page.tell("All is as it was before")


async def pull_elsewhere(page: Page, sid: str) -> None:
    """Make a draft of a profile that is only at Twilio, and open it."""
    pulled = await _pulled(page, sid)
    if pulled is None:
        return
    if page.navigator.follower is not None:
        page.services.guard.do(page.navigator.follower.look)
    page.navigator.open_profile(pulled.profile_id)
    page.tell(sentences(f"{counted(len(pulled.changed), 'answer')} taken over from Twilio", *pulled.notes))
    if pulled.followed is not None:
        page.navigator.twilio.tell([pulled.followed])


async def _pulled(page: "Page | ProfilePage", target: str) -> "Pulled | None":
    """Pull a profile; None where that was not to be, and has been told."""
    online = page.services.online
    if online is None:
        return None
    page.tell("Asking Twilio. You can go on typing; Esc stops it")
    try:
        look = await online.ask(lambda twilio: twilio.look(target))
        chosen = None
        if look.comparison.both:
            from trusthub_tui.tui.dialogs.three_ways import ThreeWaysDialog

            here = look.profile.answers if look.profile else {}
            chosen = await page.ask(ThreeWaysDialog(look.comparison.both, here))
            if chosen is None:
                page.tell("Nothing was taken over")
                return None
        return await online.ask(lambda twilio: twilio.take_over(look, chosen))
    except GivenUp:
        page.tell("Stopped. Nothing was taken over")
    except ExplainedError as fault:
        page.tell(page.navigator.doors().told(fault), alarm=True)
    return None


async def _shown(page: ProfilePage, pulled: "Pulled") -> bool:
    """Show what was taken over; whether all of it is to be taken back."""
    from trusthub_tui.tui.dialogs.history import difference_lines
    from trusthub_tui.tui.dialogs.lines import LinesDialog

    def lines(width: int) -> Iterator[Line]:
        for note in pulled.notes:
            yield from paragraph(sentences(note), width, role="warning")
        before = {one.path: one.before for one in pulled.changed}
        yield from difference_lines(pulled.changed, before, page.draft.answers, width)
        yield BLANK
        yield line(("   [ Take all of it back ]", "strong"), ("   Ctrl+Z", "muted"), key=TAKE_BACK)

    title = f"Taken over from Twilio: {counted(len(pulled.changed), 'answer')}"
    key = await page.ask(LinesDialog(title, lines, undo=TAKE_BACK))
    if isinstance(key, tuple):
        page.navigator.open_question(page.draft, str(key[1]))
    return key == TAKE_BACK


async def send(page: ProfilePage) -> None:
    """Carry the profile over to Twilio, step by step, and wait until it is in review there."""
    from trusthub_tui.tui.dialogs.send import SendDialog

    online, follower = page.services.online, page.navigator.follower
    page.saver.try_again()
    if page.draft.unsaved:
        page.saver.tell_fault()
    elif page.saver.held:
        page.tell(page.saver.held)
    elif online is not None:
        await page.ask(SendDialog(page.draft, online, page.navigator))
        if follower is not None and follower.sending:
            follower.wait(sending=False)
        page.draft.reload()
        page.refill()
