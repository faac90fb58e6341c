"""Saving a copy elsewhere, for when the file itself is gone, full or cannot be written."""

import json
import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from textual.screen import Screen

from trusthub_tui.draft import rescue
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.document import read
from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.store.errors import StoreError, TargetExists
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.sqlite_errors import told
from trusthub_tui.store.store import Store
from trusthub_tui.tui.dialogs.ask_text import AskText
from trusthub_tui.tui.services import Services

Ask = Callable[[Screen[str | None]], Awaitable[str | None]]
"""Shows a dialog that asks for a line of text."""

_ANSWERS: Final = ".json"
_PAGES: Final = (".html", ".htm")
_TEXTS: Final = (".md", ".markdown")

_ALL: Final = ("A copy of all profiles is written into one file. To use it later: trusthub-tui restore FILE",)
_ALL_OR_ONE: Final = (
    *_ALL,
    "A name that ends in .json takes the answers of this profile alone. To use it later: "
    "trusthub-tui import FILE",
    "One that ends in .html or .md takes a copy of this profile to read, print or share.",
)


async def save_elsewhere(ask: Ask, draft: Draft | None, services: Services) -> Path | None:
    """Ask where a copy should go until it is written there; return where, or None if it should not be.

    What is not saved in the file itself is in the copy.
    """
    refused, entered = "", _suggested(services.clock())
    while answer := await ask(_dialog(refused, entered, draft)):
        entered = answer
        to = Path(os.path.abspath(os.path.expanduser(entered)))
        try:
            _write(to, draft, services)
        except StoreError as fault:
            remedy = "Give another name." if isinstance(fault, TargetExists) else fault.remedy
            refused = sentences(fault.message, remedy)
            continue
        return to
    return None


def page_in_a_file(draft: Draft, services: Services) -> Path:
    """Write a copy of a profile as a page into a new file of its own; OSError when that cannot be."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f"trusthub-tui-{draft.id}-", suffix=".html")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(_to_read(draft, services, page=True))
    return Path(name)


def _to_read(draft: Draft, services: Services, *, page: bool) -> str:
    """Return a copy of a profile for people, as a page or as Markdown; StoreError when it cannot be read."""
    from trusthub_tui.copies import html, markdown
    from trusthub_tui.copies.content import copy_of
    from trusthub_tui.copies.record import Record

    if not draft.checked:
        draft.check()
    store = services.store
    stored = store.profiles.get(draft.id)
    record = Record(
        stored._replace(answers={**stored.answers, **draft.unsaved}),
        store.submissions.of(draft.id),
        store.events.of(draft.id),
    )
    copy = copy_of(record, draft.evaluation, services.clock())
    return html.render(copy) if page else markdown.render(copy)


def _suggested(now: datetime) -> str:
    return f"~/trusthub-tui-{now.astimezone():%Y%m%d-%H%M}.db"


def _dialog(refused: str, entered: str, draft: Draft | None) -> AskText:
    words = [refused, ""] if refused else []
    return AskText("Save a copy elsewhere", (*words, *(_ALL if draft is None else _ALL_OR_ONE)), entered)


def _write(to: Path, draft: Draft | None, services: Services) -> None:
    """Write a copy; StoreError when that cannot be."""
    ending = to.suffix.lower()
    if draft is not None and ending in (_ANSWERS, *_PAGES, *_TEXTS):
        with told(to):
            try:
                if ending == _ANSWERS:
                    rescue.write(draft.answers, to)
                else:
                    rescue.write_new(_to_read(draft, services, page=ending in _PAGES).encode(), to)
            except FileExistsError:
                raise TargetExists(to) from None
        return
    services.store.backup(to)
    if draft is not None and draft.unsaved:
        with Store(to, services.clock) as copy:
            copy.profiles.save(draft.id, draft.unsaved, draft.place)


def import_from(entered: str, services: Services) -> tuple[StoredProfile, ...]:
    """Make a draft of each document of answers in a JSON file; ExplainedError when that cannot be."""
    path = Path(entered).expanduser()
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ExplainedError(f"{entered} cannot be read: {error.strerror}", "Check the path") from None
    except (ValueError, RecursionError):
        raise ExplainedError(f"{entered} is no JSON", "Name a file of answers") from None
    each = [read(one) for one in (content if isinstance(content, list) else [content])]
    return services.store.profiles.import_all(each, path.name)
