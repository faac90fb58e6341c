"""Profiles and their answers in the file."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers, clean
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store import faults, ids, listing
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import AddressNotFound, NothingToUndo, ProfileNotFound
from trusthub_tui.store.ids import as_id
from trusthub_tui.store.lookup import editable, found
from trusthub_tui.store.records import (
    NEW,
    UNCHECKED,
    UNTITLED,
    Place,
    ProfileLine,
    Saved,
    Standing,
    StoredProfile,
    name_of,
    time_from_text,
    time_to_text,
)
from trusthub_tui.store.words import folded

_COPY: Final = " (copy)"

_PROFILE: Final = (
    "SELECT key, id, status, section, path, caret, shown, version, address_key, created_at, changed_at"
    " FROM profile WHERE id = ? AND deleted_at IS NULL"
)


class Profiles:
    """All profiles; every method that changes something has it safely on disk when it returns.

    IDs are taken in any case. ProfileNotFound where there is no such profile; any other StoreError when
    the file does not play along.
    """

    def __init__(
        self, database: Database, clock: Callable[[], datetime], entropy: Callable[[int], bytes]
    ) -> None:
        self._database = database
        self._clock = clock
        self._entropy = entropy
        self._deleted: list[str] = []

    def create(self, answers: Answers = NONE) -> StoredProfile:
        """Make a new draft."""
        return self._insert(answers, None, NEW)

    def get(self, profile_id: str) -> StoredProfile:
        """Return a profile with all its answers."""
        with self._database.snapshot():
            row = self._database.one(_PROFILE, as_id(profile_id))
            if row is None:
                raise ProfileNotFound(profile_id)
            answers = self._database.all("SELECT path, text FROM answer WHERE profile_key = ?", row[0])
        with faults.readable(self._database.path):
            return _profile(row, answers)

    def last(self) -> str | None:
        """Return the ID of the profile that was opened or edited last, if there is any."""
        row = self._database.one(
            "SELECT id FROM profile WHERE deleted_at IS NULL ORDER BY used_at DESC, key DESC LIMIT 1"
        )
        with faults.readable(self._database.path):
            return None if row is None else clean(row[0])

    def save(self, profile_id: str, changes: Mapping[str, str], place: Place) -> Saved:
        """Write changed answers and where the user is; empty text removes an answer.

        Locked when the profile is in review or approved by now.
        """
        kept = _kept(changes)
        gone = [path for path in changes if path not in kept]
        at = self._clock()
        with self._database.transaction():
            key, version, _ = editable(self._database, profile_id)
            self._write(key, kept)
            for path in gone:
                self._database.run("DELETE FROM answer WHERE profile_key = ? AND path = ?", key, path)
            if paths.FRIENDLY_NAME in changes or paths.BUSINESS_NAME in changes:
                self._rename(key)
            now = time_to_text(at)
            self._database.run(
                "UPDATE profile SET version = ?, section = ?, path = ?, caret = ?, changed_at = ?,"
                " used_at = ? WHERE key = ?",
                *(version + 1, place.section, place.path, place.caret, now, now, key),
            )
        return Saved(at, version + 1)

    def save_place(self, profile_id: str, place: Place) -> None:
        """Remember where the user is; also makes the profile the last one used. No change of the profile."""
        now = time_to_text(self._clock())
        self._update(
            profile_id,
            "UPDATE profile SET section = ?, path = ?, caret = ?, used_at = ?"
            " WHERE id = ? AND deleted_at IS NULL",
            *(place.section, place.path, place.caret, now),
        )

    def save_shown(self, profile_id: str, shown: Iterable[str]) -> None:
        """Remember what the user has been told."""
        self._update(
            profile_id,
            "UPDATE profile SET shown = ? WHERE id = ? AND deleted_at IS NULL",
            json.dumps(sorted(shown)),
        )

    def save_standing(self, profile_id: str, standing: Standing) -> None:
        """Remember what the list of profiles is to say."""
        self._update(
            profile_id,
            "UPDATE profile SET next = ?, rank = ? WHERE id = ? AND deleted_at IS NULL",
            standing.next,
            standing.rank,
        )

    def save_address_id(self, profile_id: str, address_id: int | None) -> None:
        """Remember which saved address the profile uses; AddressNotFound when it is gone."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            if address_id is not None and not self._database.one(
                "SELECT 1 FROM address WHERE key = ?", address_id
            ):
                raise AddressNotFound(address_id)
            self._database.run("UPDATE profile SET address_key = ? WHERE key = ?", address_id, key)

    def lines(self, find: str = "", offset: int = 0, limit: int = 50) -> list[ProfileLine]:
        """Return some lines of the list, who needs the user first, then the last changed.

        Each word of ``find`` must occur in the name, the ID, the status or what is next; case and accents do
        not matter.
        """
        return listing.lines(self._database, find, offset, limit)

    def count(self, find: str = "") -> int:
        """Return how many lines there are."""
        return listing.count(self._database, find)

    def duplicate(self, profile_id: str) -> StoredProfile:
        """Make a draft with the same answers and address; the terms are to be accepted anew."""
        original = self.get(profile_id)
        answers = {path: text for path, text in original.answers.items() if path != paths.TERMS}
        if original.name != UNTITLED:
            room = QUESTIONS[paths.FRIENDLY_NAME].longest - len(_COPY)
            answers[paths.FRIENDLY_NAME] = original.name[:room].rstrip() + _COPY
        return self._insert(answers, original.address_id, UNCHECKED)

    def delete(self, profile_id: str) -> None:
        """Take a profile out of sight; saved addresses stay. :meth:`undo_delete` brings it back."""
        self._update(
            profile_id,
            "UPDATE profile SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
            time_to_text(self._clock()),
        )
        self._deleted.append(as_id(profile_id))

    def undo_delete(self) -> str:
        """Bring back the profile deleted last and return its ID; NothingToUndo when there is none."""
        if not self._deleted:
            raise NothingToUndo
        with self._database.transaction():
            self._database.run("UPDATE profile SET deleted_at = NULL WHERE id = ?", self._deleted[-1])
        return self._deleted.pop()

    def approved_numbers(self) -> dict[str, str]:
        """Return the canonical registration number of each approved profile, and that profile's ID."""
        rows = self._database.all(
            "SELECT registration, id FROM profile WHERE registration <> '' AND deleted_at IS NULL"
        )
        with faults.readable(self._database.path):
            return {clean(number): clean(profile_id) for number, profile_id in rows}

    def _insert(self, answers: Answers, address_id: int | None, standing: Standing) -> StoredProfile:
        kept = _kept(answers)
        name = name_of(kept)
        now = time_to_text(self._clock())
        with self._database.transaction():
            profile_id = ids.unused(self._is_used, self._entropy)
            key = self._database.run(
                "INSERT INTO profile (id, status, name, folded, next, rank, version, section, path, caret,"
                " shown, address_key, created_at, changed_at, used_at) VALUES"
                " (?, ?, ?, ?, ?, ?, 1, 1, '', 0, '[]', (SELECT key FROM address WHERE key = ?), ?, ?, ?)",
                *(profile_id, Status.DRAFT.value, name, folded(name), standing.next, standing.rank),
                *(address_id, now, now, now),
            ).lastrowid
            self._write(key, kept)
        return self.get(profile_id)

    def _is_used(self, profile_id: str) -> bool:
        return self._database.one("SELECT 1 FROM profile WHERE id = ?", profile_id) is not None

    def _write(self, key: int | None, answers: Answers) -> None:
        for path, text in answers.items():
            self._database.run(
                "INSERT INTO answer (profile_key, path, text) VALUES (?, ?, ?)"
                " ON CONFLICT (profile_key, path) DO UPDATE SET text = excluded.text",
                *(key, path, text),
            )

    def _rename(self, key: int) -> None:
        rows = self._database.all(
            "SELECT path, text FROM answer WHERE profile_key = ? AND path IN (?, ?)",
            *(key, paths.FRIENDLY_NAME, paths.BUSINESS_NAME),
        )
        name = name_of(dict(rows))
        self._database.run("UPDATE profile SET name = ?, folded = ? WHERE key = ?", name, folded(name), key)

    def _update(self, profile_id: str, statement: str, *values: object) -> None:
        with self._database.transaction():
            if self._database.run(statement, *values, as_id(profile_id)).rowcount != 1:
                raise ProfileNotFound(profile_id)


def _kept(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers worth a row; ``KeyError`` for a path that is no question."""
    if unknown := answers.keys() - QUESTIONS.keys():
        raise KeyError(*sorted(unknown))
    cleaned = {path: clean(text) for path, text in answers.items()}
    return {path: text for path, text in cleaned.items() if text}


def _profile(row: Row, answers: Iterable[Row]) -> StoredProfile:
    _, profile_id, status, section, path, caret, shown, version, address_key, created_at, changed_at = row
    known = {path: clean(text) for path, text in answers if path in QUESTIONS}
    return StoredProfile(
        id=clean(profile_id),
        status=Status(status),
        answers=MappingProxyType(known),
        place=Place(min(max(section, 1), len(SECTIONS)), path if path in QUESTIONS else "", max(caret, 0)),
        shown=frozenset(clean(told) for told in json.loads(shown)),
        version=version,
        address_id=address_key,
        created_at=time_from_text(created_at),
        changed_at=time_from_text(changed_at),
    )
