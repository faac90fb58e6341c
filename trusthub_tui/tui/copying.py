"""Saving a copy elsewhere, for when the file itself is gone, full or cannot be written."""

import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from textual.screen import Screen

from trusthub_tui.draft import rescue
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.errors import sentences
from trusthub_tui.store.errors import StoreError, TargetExists
from trusthub_tui.store.sqlite_errors import told
from trusthub_tui.store.store import Store
from trusthub_tui.tui.dialogs.ask_text import AskText
from trusthub_tui.tui.services import Services

Ask = Callable[[Screen[str | None]], Awaitable[str | None]]
"""Shows a dialog that asks for a line of text."""

_ANSWERS: Final = ".json"

_ALL: Final = ("A copy of all profiles is written into one file. To use it later: trusthub-tui restore FILE",)
_ALL_OR_ONE: Final = (
    *_ALL,
    "A name that ends in .json takes the answers of this profile alone. To use it later: "
    "trusthub-tui import FILE",
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


def _suggested(now: datetime) -> str:
    return f"~/trusthub-tui-{now.astimezone():%Y%m%d-%H%M}.db"


def _dialog(refused: str, entered: str, draft: Draft | None) -> AskText:
    words = [refused, ""] if refused else []
    return AskText("Save a copy elsewhere", (*words, *(_ALL if draft is None else _ALL_OR_ONE)), entered)


def _write(to: Path, draft: Draft | None, services: Services) -> None:
    """Write a copy; StoreError when that cannot be."""
    if draft is not None and to.suffix.lower() == _ANSWERS:
        with told(to):
            try:
                rescue.write(draft.answers, to)
            except FileExistsError:
                raise TargetExists(to) from None
        return
    services.store.backup(to)
    if draft is not None and draft.unsaved:
        with Store(to, services.clock) as copy:
            copy.profiles.save(draft.id, draft.unsaved, draft.place)
