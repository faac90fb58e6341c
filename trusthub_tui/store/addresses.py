"""The address book: addresses that were entered once and can be picked for other profiles."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.store import sqlite_errors, undo
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import AddressNotFound
from trusthub_tui.store.folding import folded
from trusthub_tui.store.records import SavedAddress, number, text
from trusthub_tui.store.search import wanted
from trusthub_tui.store.times import time_from_text, time_to_text

_ADDRESSES: Final = """
    SELECT key, parts, used_at,
        (SELECT count(*) FROM profile WHERE address_key = address.key AND profile.deleted_at IS NULL),
        (SELECT name FROM profile WHERE address_key = address.key AND profile.deleted_at IS NULL
            ORDER BY changed_at DESC, profile.key DESC LIMIT 1)
    FROM address
"""
_COUNT: Final = "SELECT count(*) FROM address"
_THERE: Final = " WHERE address.deleted_at IS NULL"
_ORDER: Final = " ORDER BY used_at DESC, key DESC LIMIT ? OFFSET ?"
_HAS_WORD: Final = """
    (instr(folded, ?) OR EXISTS (SELECT 1 FROM profile
        WHERE address_key = address.key AND profile.deleted_at IS NULL AND instr(profile.folded, ?)))
"""


class AddressBook:
    """All saved addresses, the most recently used first.

    Parts are question paths (``address.city``) to text; other paths are left aside, so all answers of a
    profile may be handed over. AddressNotFound where there is no such address; any other StoreError when
    the file does not play along.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def find(self, words: str = "", offset: int = 0, limit: int = 50) -> list[SavedAddress]:
        """Return some addresses; each word must occur in a part, the country or a using profile's name."""
        condition, values = _matching(words)
        rows = self._database.all(
            f"{_ADDRESSES}{condition}{_ORDER}",
            *(*values, limit, offset),
        )
        with sqlite_errors.readable(self._database.path):
            return [_address(row) for row in rows]

    def count(self, words: str = "") -> int:
        """Return how many addresses have all the words."""
        condition, values = _matching(words)
        row = self._database.one(f"{_COUNT}{condition}", *values)
        return row[0] if row else 0

    def get(self, address_id: int) -> SavedAddress:
        """Return a saved address; AddressNotFound where it is gone."""
        row = self._database.one(f"{_ADDRESSES}{_THERE} AND key = ?", address_id)
        if row is None:
            raise AddressNotFound(address_id)
        with sqlite_errors.readable(self._database.path):
            return _address(row)

    def save(self, parts: Mapping[str, str]) -> int:
        """Save an address and return its number; the same content is there once.

        One that was deleted comes back by that.
        """
        content = _content(parts)
        with self._database.transaction():
            self._database.run(
                "INSERT INTO address (parts, folded, used_at) VALUES (?, ?, ?)"
                " ON CONFLICT (parts) DO UPDATE SET used_at = excluded.used_at, deleted_at = NULL",
                *(_as_text(content), _searched(content), self._now()),
            )
            return self._number_of(content)

    def change(self, address_id: int, parts: Mapping[str, str]) -> int:
        """Give an address new content and return its number.

        When another address has that content already, or had it before it was deleted, the two become one,
        and the other's number is returned.
        """
        content = _content(parts)
        with self._database.transaction():
            self._must_exist(address_id)
            same = self._database.one("SELECT key FROM address WHERE parts = ?", _as_text(content))
            if same is not None and same[0] != address_id:
                self._database.run(
                    "UPDATE profile SET address_key = ? WHERE address_key = ?", same[0], address_id
                )
                self._database.run("DELETE FROM address WHERE key = ?", address_id)
                self._database.run(
                    "UPDATE address SET used_at = ?, deleted_at = NULL WHERE key = ?", self._now(), same[0]
                )
                return int(same[0])
            self._database.run(
                "UPDATE address SET parts = ?, folded = ?, used_at = ? WHERE key = ?",
                *(_as_text(content), _searched(content), self._now(), address_id),
            )
        return address_id

    def touch(self, address_id: int) -> None:
        """Make an address the one used last."""
        with self._database.transaction():
            self._must_exist(address_id)
            self._database.run("UPDATE address SET used_at = ? WHERE key = ?", self._now(), address_id)

    def delete(self, address_id: int) -> None:
        """Take an address out of the book; can be taken back for 30 days. Profiles keep their answers."""
        at = self._clock()
        with self._database.transaction():
            self._must_exist(address_id)
            self._database.run(
                "UPDATE address SET deleted_at = ? WHERE key = ?", time_to_text(at), address_id
            )
            undo.remember_address(self._database, address_id, at)

    def _must_exist(self, address_id: int) -> None:
        if not self._database.one("SELECT 1 FROM address WHERE key = ? AND deleted_at IS NULL", address_id):
            raise AddressNotFound(address_id)

    def _number_of(self, content: Mapping[str, str]) -> int:
        row = self._database.one("SELECT key FROM address WHERE parts = ?", _as_text(content))
        return int(row[0]) if row else 0

    def _now(self) -> str:
        return time_to_text(self._clock())


def _content(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the parts that say something, in the order of the questions."""
    cleaned = {path: clean(parts.get(path, "")).strip() for path in paths.ADDRESS_PARTS}
    return {path: part for path, part in cleaned.items() if part}


def _as_text(content: Mapping[str, str]) -> str:
    return json.dumps(content, ensure_ascii=False)


def _searched(content: Mapping[str, str]) -> str:
    country = COUNTRY_NAMES.get(content.get(paths.COUNTRY, ""), "")
    return folded("\n".join((*content.values(), country)))


def _matching(words: str) -> tuple[str, list[str]]:
    """Return what to add to a query over addresses, and its values."""
    found = wanted(words)
    where = "".join([f" AND {_HAS_WORD}"] * len(found))
    return f"{_THERE}{where}", [word for word in found for _ in range(2)]


def _address(row: Row) -> SavedAddress:
    key, parts, used_at, profiles, last_profile = row
    return SavedAddress(
        id=number(key),
        parts=MappingProxyType(_content(json.loads(parts))),
        used_at=time_from_text(used_at),
        profiles=number(profiles),
        last_profile=text(last_profile or ""),
    )
