"""Commands that ask Twilio."""

from trusthub_tui.tui.page import Page


def there(page: Page) -> bool:
    """Whether there is a way to an account at all."""
    return page.services.online is not None


async def show_account(page: Page) -> None:
    """Say which account there is and what works with it; follow it, or not."""
    from trusthub_tui.tui.dialogs.account import AccountDialog

    online = page.services.online
    if online is not None:
        await page.ask(AccountDialog(online, page.navigator.follow))


def may_ask(page: Page) -> bool:
    """Whether there is an account to ask: one that is followed, or whose credentials were used already."""
    online = page.services.online
    if online is None or online.offline:
        return False
    return online.credentials is not None or page.services.guard.read(lambda: bool(online.followed), False)  # noqa: FBT003


def ask_now(page: Page) -> None:
    """Ask at once how all profiles stand, but not again and again."""
    follower = page.navigator.follower
    if follower is None:
        return
    if follower.asked_just_now:
        page.tell("Twilio was asked just now")
    else:
        page.navigator.ask_twilio(wanted=True)
