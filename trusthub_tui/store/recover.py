"""What is wrong with a file, what can be had of it, and putting that into a new one."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from trusthub_tui.profile.labels import UNTITLED, full_label, profile_name
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store import backup, ids, migrations, open_file, salvage, sqlite_errors
from trusthub_tui.store.database import PATIENCE
from trusthub_tui.store.errors import DamagedFile, EmptiedFile, ForeignFile, NewerFile, OpenFile, StoreError
from trusthub_tui.store.folding import folded
from trusthub_tui.store.records import UNCHECKED
from trusthub_tui.store.salvage import SPARE, TABLES, Found, Values
from trusthub_tui.store.store import Store
from trusthub_tui.store.times import time_to_text

_THINGS: Final = {
    "address": "saved addresses",
    "submission": "submissions",
    "acknowledgement": "notes that an answer is right",
    "event": "lines of the history",
    "linked": "links to profiles at Twilio",
}
"""What is counted when it could not be read; of all other tables only profiles and answers are missed."""


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """A profile that can be had, whole or in part."""

    id: str
    name: str
    status: Status
    deleted: bool
    answers: int
    submissions: int
    unread: tuple[str, ...]
    """What cannot be read of it, each in a few words; empty when nothing is known to be missing."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How a file stands, and what can be had of it."""

    path: Path
    fault: StoreError | None
    """What stands in the way of using it; None for a sound file."""
    profiles: tuple[ReadProfile, ...] = ()
    lost: tuple[str, ...] = ()
    """The IDs of profiles of which nothing but that is left."""
    unread: tuple[str, ...] = ()
    """What else cannot be read, in words."""

    @property
    def recoverable(self) -> bool:
        """Whether there is a fault, and something that a new file could hold."""
        return isinstance(self.fault, DamagedFile) and bool(self.profiles)


def examine(path: Path, clock: Callable[[], datetime]) -> Diagnosis:
    """Say how a file stands; not a byte of it or beside it is changed. Raises a StoreError."""
    path = path.resolve()
    with sqlite_errors.told(path), closing(_memory()) as new:
        return _examined(path, clock, new)


def recover(path: Path, to: Path, clock: Callable[[], datetime]) -> tuple[Diagnosis, Path]:
    """Put everything readable into a new file and give the old one, whole, another name; return that too.

    Nothing is done where nothing can be had: look at :attr:`Diagnosis.recoverable` first. TargetExists or
    another StoreError when the new file cannot be written; the old one is then as and where it was.
    """
    path = path.resolve()
    if backup.belongs_to(to, path):
        raise OpenFile(to)
    with sqlite_errors.told(path), closing(_memory()) as new:
        diagnosis = _examined(path, clock, new)
        backup.write_copy(new.backup, to)
    return diagnosis, backup.rename_aside(path, clock())


def _memory() -> sqlite3.Connection:
    new = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(new, 0)
    return new


def _examined(path: Path, clock: Callable[[], datetime], new: sqlite3.Connection) -> Diagnosis:
    if path.stat().st_size == 0:
        return Diagnosis(path, _emptied(path))
    with salvage.private_copy(path) as copy:
        fault = _fault(path, copy)
        if isinstance(fault, ForeignFile | NewerFile):
            return Diagnosis(path, fault)
        found = salvage.read(copy)
        unread: dict[str, list[str]] = defaultdict(list)
        lost = _fill(new, found, unread, time_to_text(clock()))
        _make_readable(new, copy.with_name("new.db"), unread, clock)
        if "submission" in {*found.broken, *found.unread} or any(unread.values()):
            _settle(new, unread)
    elsewhere = tuple(_unread(found))
    if lost or elsewhere or any(unread.values()):
        fault = fault or DamagedFile(path)
    return Diagnosis(path, fault, tuple(_profiles(new, unread)), lost, elsewhere)


def _emptied(path: Path) -> StoreError | None:
    try:
        open_file.must_not_be_emptied(path, left_over=open_file.has_log(path))
    except EmptiedFile as error:
        return error
    return None


def _fault(path: Path, copy: Path) -> StoreError | None:
    """Return what an ordinary start would say, told about the file itself; every page is looked at.

    A sound copy is brought to the newest layout by that.
    """
    try:
        with closing(open_file.for_writing(copy, PATIENCE)) as connection, sqlite_errors.told(copy):
            open_file.check(copy, connection)
            whole = connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except (ForeignFile, NewerFile) as error:
        return error.__class__(path)
    except StoreError:
        return DamagedFile(path)
    return None if whole else DamagedFile(path)


def _fill(new: sqlite3.Connection, found: Found, unread: dict[str, list[str]], now: str) -> tuple[str, ...]:
    """Put all rows into a new file, and return the IDs of profiles of which there are none.

    What is known to be missing of the others is added to ``unread`` by their IDs.
    """
    from sqlite_utils import Database

    profiles = {row["key"]: row for row in found.rows.get("profile", [])}
    lost = _name_the_nameless(profiles, found, unread, now)
    _note_missing(profiles, found, unread)
    addresses = {row["key"] for row in found.rows.get("address", [])}
    database = Database(new, execute_plugins=False)
    with database.atomic():
        for table in TABLES:
            rows = profiles.values() if table == "profile" else found.rows.get(table, [])
            database.table(table).insert_all(
                (_referring(row, addresses) for row in rows if row.get("profile_key") in (None, *profiles)),
                ignore=True,
            )
        for statement in migrations.CALL_ACKNOWLEDGED:
            new.execute(statement)
    return lost


def _referring(row: Values, addresses: set[int]) -> Values:
    """Return a row that refers to no saved address that is gone."""
    return row if row.get("address_key") in (None, *addresses) else {**row, "address_key": None}


def _name_the_nameless(
    profiles: dict[int, Values], found: Found, unread: dict[str, list[str]], now: str
) -> tuple[str, ...]:
    """Make rows for profiles whose own row is gone while answers or submissions are there."""
    taken = {row["id"] for row in profiles.values()} | set(found.ids.values())
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    for row in found.rows.get("answer", []):
        answers[row["profile_key"]][row["path"]] = row["text"]
    for key in {
        *answers,
        *(row["profile_key"] for row in found.rows.get("submission", [])),
    } - profiles.keys():
        profile_id = found.ids.get(key) or ids.unused(taken.__contains__, os.urandom)
        taken.add(profile_id)
        profiles[key] = _rebuilt(key, profile_id, profile_name(answers[key]), now) | _standing(key, found)
        unread[profile_id].append("its status and where you stopped")
    return tuple(sorted(profile_id for key, profile_id in found.ids.items() if key not in profiles))


def _rebuilt(key: int, profile_id: str, name: str, now: str) -> Values:
    times = {"created_at": now, "changed_at": now, "used_at": now, "deleted_at": None}
    return {**SPARE, "key": key, "id": profile_id, "name": name, "folded": folded(name), **times}


def _standing(key: int, found: Found) -> Values:
    """Return the status that the newest submission of a profile gives it."""
    sent = [row for row in found.rows.get("submission", []) if row["profile_key"] == key]
    if not sent:
        return {"status": Status.DRAFT.value}
    newest = max(sent, key=lambda row: int(row["version"]))
    if newest["decided_at"] is None:
        return {"status": Status.PENDING_REVIEW.value}
    return {"status": (Status.APPROVED if newest["approved"] else Status.REJECTED).value}


def _note_missing(profiles: dict[int, Values], found: Found, unread: dict[str, list[str]]) -> None:
    read = {(row["profile_key"], row["path"]) for row in found.rows.get("answer", [])}
    order = list(QUESTIONS)
    for key, path in sorted(found.answers - read, key=lambda one: (one[0], order.index(one[1]))):
        if key in profiles:
            unread[profiles[key]["id"]].append(full_label(path))
    there = {(row["profile_key"], row["version"]) for row in found.rows.get("submission", [])}
    for key, version in sorted(found.versions - there):
        if key in profiles:
            unread[profiles[key]["id"]].append(f"version {version}")


_NOTHING_SUBMITTED: Final = """
    SELECT id FROM profile WHERE status <> 'draft'
    AND NOT EXISTS (SELECT 1 FROM submission WHERE profile_key = profile.key)
"""
_NOTHING_WAITS: Final = """
    SELECT id FROM profile WHERE status IN ('pending-review', 'in-review')
    AND NOT EXISTS (SELECT 1 FROM submission WHERE profile_key = profile.key AND decided_at IS NULL)
"""


def _settle(new: sqlite3.Connection, unread: dict[str, list[str]]) -> None:
    """Give profiles the status that what is left of their submissions gives them."""
    for query, status, what in (
        (_NOTHING_SUBMITTED, Status.DRAFT, "what was submitted, so it is a draft again"),
        (_NOTHING_WAITS, Status.REJECTED, "what is in review, so it is rejected as before"),
    ):
        for (profile_id,) in new.execute(query).fetchall():
            unread[profile_id].append(what)
            new.execute(
                "UPDATE profile SET status = ?, next = ?, rank = ?, registration = '' WHERE id = ?",
                (status.value, UNCHECKED.next, UNCHECKED.rank, profile_id),
            )


def _make_readable(
    new: sqlite3.Connection, file: Path, unread: dict[str, list[str]], clock: Callable[[], datetime]
) -> None:
    """Take out what the store cannot read although each value by itself makes sense."""
    with closing(sqlite3.connect(file)) as copy:
        new.backup(copy)
    with Store(file, clock, read_only=True) as store:
        for (profile_id,) in new.execute("SELECT id FROM profile WHERE deleted_at IS NULL").fetchall():
            for table, what, read in (
                ("submission", "all versions", store.submissions.of),
                ("event", "its history", store.events.of),
                ("acknowledgement", "notes that an answer is right", store.profiles.get),
            ):
                try:
                    read(profile_id)
                except StoreError:
                    unread[profile_id].append(what)
                    new.execute(
                        f"DELETE FROM {table} WHERE profile_key = (SELECT key FROM profile WHERE id = ?)",  # noqa: S608 - ours
                        (profile_id,),
                    )


def _profiles(new: sqlite3.Connection, unread: dict[str, list[str]]) -> Iterator[ReadProfile]:
    rows = new.execute(
        "SELECT id, name, status, deleted_at IS NOT NULL,"
        " (SELECT count(*) FROM answer WHERE profile_key = profile.key),"
        " (SELECT count(*) FROM submission WHERE profile_key = profile.key) FROM profile ORDER BY key"
    )
    for profile_id, name, status, deleted, answers, submissions in rows.fetchall():
        missing = tuple(unread.get(profile_id, ()))
        yield ReadProfile(
            profile_id, name or UNTITLED, Status(status), bool(deleted), answers, submissions, missing
        )


def _unread(found: Found) -> Iterator[str]:
    """Yield what cannot be read and belongs to no profile that is known."""
    if "profile" in found.broken or "answer" in found.broken:
        yield "Some profiles or answers may be missing without a trace"
    for table, things in _THINGS.items():
        if table in found.broken:
            yield f"Some {things}"
        elif number := found.unread.get(table):
            yield f"{number:,} of the {things}"
