"""A list at Twilio, page by page, with guards against answers that lead astray or never end."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urljoin, urlsplit

from trusthub_tui.account.faults import Nonsense
from trusthub_tui.account.port import Object

_MOST: Final = 200


async def objects(get: Callable[[str], Awaitable[Object]], first: str) -> tuple[Object, ...]:
    """Return the objects of all pages, each SID once; raises Nonsense rather than following anything odd."""
    found: dict[str, Object] = {}
    seen: set[str] = set()
    url = first
    while url:
        if url in seen or len(seen) == _MOST:
            raise Nonsense("its pages have no end")
        seen.add(url)
        page = await get(url)
        for one in _listed(page):
            found.setdefault(str(one.get("sid") or len(found)), one)
        url = _next(page, url)
    return tuple(found.values())


def _listed(page: Object) -> tuple[Object, ...]:
    """Return what is on a page: Trust Hub names the list, the older API has only one."""
    meta = page.get("meta")
    key = meta.get("key") if isinstance(meta, dict) else None
    listed = page.get(key) if isinstance(key, str) else None
    if listed is None:
        listed = next((value for name, value in page.items() if isinstance(value, list)), None)
    if not isinstance(listed, list):
        raise Nonsense("there is no list in it")
    return tuple(one for one in listed if isinstance(one, dict))


def _next(page: Object, here: str) -> str:
    meta = page.get("meta")
    told = meta.get("next_page_url") if isinstance(meta, dict) else page.get("next_page_uri")
    if not told:
        return ""
    if not isinstance(told, str):
        raise Nonsense("its link to the next page is none")
    try:
        url = urljoin(here, told)
        same = _origin(url) == _origin(here)
    except ValueError:
        url, same = "", False
    if not same:
        # Credentials go to the two hosts of the account, and nowhere else.
        raise Nonsense("its next page is elsewhere")
    return url


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc, parts.port
