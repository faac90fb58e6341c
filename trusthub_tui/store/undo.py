"""Taking back what was done to profiles as a whole, newest first; lasts as long as the bin does."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.progress import rank, whats_next
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.store import acknowledgements, events, sqlite_errors
from trusthub_tui.store import answers as answer_rows
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import NothingToUndo
from trusthub_tui.store.queries import NEWEST_DEED
from trusthub_tui.store.records import EventKind, Undone
from trusthub_tui.store.standing import set_standing, standing_as_draft
from trusthub_tui.store.times import time_from_text, time_to_text

UNDO_FOR: Final = timedelta(days=30)
"""How long what was deleted, and what else can be taken back, stays in the file."""


class Deed(StrEnum):
    """What can be taken back."""

    DELETED = "deleted"
    DUPLICATED = "duplicated"
    IMPORTED = "imported"
    OVERWRITTEN = "overwritten"
    """Imported over the answers of a profile that was there."""
    ACKNOWLEDGED = "acknowledged"
    ADDRESS_DELETED = "address-deleted"
    FILED = "filed"
    DECIDED = "decided"
    """A decision that came by hand."""
    NAMED = "named"
    """The SID that came with a decision that was known."""


Detail = Mapping[str, Any]


class Undo:
    """What was done to profiles and can be taken back: by any window, and after a restart."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def any_left(self) -> bool:
        """Return whether anything was done that may be taken back."""
        return self._database.one(NEWEST_DEED) is not None

    def concerns(self, profile_id: str) -> bool:
        """Return whether what was done last, and may be taken back, was done to this profile."""
        newest = self._database.one(NEWEST_DEED)
        return newest is not None and newest[4] == profile_id

    def last(self) -> Undone:
        """Take back what was done last, whatever it was.

        NothingToUndo when there is none. Also when the newest cannot be taken back any more, because its
        profile was submitted since for example: what was done before it is something else than the user had
        in mind, and waits for the next time. What was left so is told, and never tried again.
        """
        left: list[str] = []
        with self._database.transaction():
            done = self._take_back(left)
            more = done is None and self._database.one(NEWEST_DEED) is not None
        # Only now is it on the disk that what was left is not to be tried again.
        if done is None:
            raise NothingToUndo(left, more=more)
        return done

    def _take_back(self, left: list[str]) -> Undone | None:
        at = self._clock()
        while entry := self._database.one(NEWEST_DEED):
            with sqlite_errors.readable(self._database.path):
                self._database.run("SAVEPOINT before")
                key, kind, detail, *profile = entry
                self._database.run("DELETE FROM undoable WHERE key = ?", key)
                case = _Case(self._database, at, json.loads(detail), *profile)
                try:
                    what = _WAYS[Deed(kind)](case)
                except _TooLateError as too_late:
                    left.append(clean(too_late.sentence))
                    continue
                if not left:
                    return Undone(clean(what), clean(case.id or ""))
                # Whether something can be taken back shows only in doing it.
                self._database.run("ROLLBACK TO before")
                return None
        return None


def remember(database: Database, key: int, deed: Deed, at: datetime, detail: Detail | None = None) -> None:
    """Write that something can be taken back, within the transaction that does it."""
    with sqlite_errors.readable(database.path):
        # What stood in a row before is in it, and that may be anything.
        told = json.dumps(detail or {})
    database.run(
        "INSERT INTO undoable (profile_key, at, kind, detail) VALUES (?, ?, ?, ?)",
        *(key, time_to_text(at), deed.value, told),
    )


def remember_address(database: Database, address_id: int, at: datetime) -> None:
    """Write that the deletion of a saved address can be taken back."""
    database.run(
        "INSERT INTO undoable (address_key, at, kind, detail) VALUES (?, ?, ?, '{}')",
        *(address_id, time_to_text(at), Deed.ADDRESS_DELETED.value),
    )


def empty_bin(database: Database, now: datetime) -> None:
    """Remove for good what was deleted long enough ago, with everything that belongs to it.

    Looks at three indexes, and writes nothing when there is nothing to remove.
    """
    limit = time_to_text(now - UNDO_FOR)
    if database.one(
        "SELECT 1 FROM profile WHERE deleted_at < ? UNION ALL SELECT 1 FROM undoable WHERE at < ?"
        " UNION ALL SELECT 1 FROM address WHERE deleted_at < ? LIMIT 1",
        *(limit, limit, limit),
    ):
        with database.transaction():
            database.run("DELETE FROM profile WHERE deleted_at < ?", limit)
            database.run("DELETE FROM undoable WHERE at < ?", limit)
            database.run("DELETE FROM address WHERE deleted_at < ?", limit)


def sent(database: Database, key: int) -> int:
    """Return how many submissions a profile has: with one more, what was done before is settled."""
    row = database.one("SELECT count(*) FROM submission WHERE profile_key = ?", key)
    return int(row[0]) if row else 0


class _TooLateError(Exception):
    """It cannot be taken back any more; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class _Case(NamedTuple):
    """One thing to take back, and the profile or the address it was done to as that is now."""

    database: Database
    at: datetime
    detail: Detail
    key: int
    id: str
    name: str
    status: str
    version: int
    deleted_at: str | None
    address: int | None = None

    @property
    def titled(self) -> str:
        """Name and status of the profile."""
        return f"{self.name} ({Status(self.status).label})"

    def record(self, kind: EventKind, detail: Detail | None = None) -> None:
        """Write what was taken back into the timeline."""
        events.record(self.database, self.key, kind, self.at, detail=detail)

    def must_be_newest(self, what: str) -> None:
        """Raise unless nothing was sent since the submission that ``detail`` names."""
        if self.deleted_at is not None:
            raise _TooLateError(f"{self.name} is deleted")
        version = self.detail["version"]
        row = self.database.one(
            "SELECT max(later.version) FROM submission AS later JOIN submission AS this"
            " ON this.profile_key = later.profile_key AND this.version = ?"
            # A rehearsal since does not stand in the way of what Twilio was said to have done.
            " WHERE later.profile_key = ? AND (later.hub = ? OR this.hub <> ?)",
            *(version, self.key, TWILIO, TWILIO),
        )
        if row is None or row[0] != version:
            raise _TooLateError(f"{what} cannot be taken back: {self.name} was submitted since")

    def stand(self, was: Detail) -> None:
        """Let the profile stand as it did before."""
        self.database.run(
            "UPDATE profile SET status = ?, next = ?, rank = ?, steps = ?, registration = ?, sid = ?,"
            " version = version + 1, changed_at = ? WHERE key = ?",
            *(was["status"], was["next"], was["rank"], was.get("steps", "")),
            *(was["registration"], was["sid"]),
            *(time_to_text(self.at), self.key),
        )

    def must_be_open(self, what: str) -> None:
        """Raise unless the profile can be changed and was not submitted since."""
        if self.deleted_at is not None:
            raise _TooLateError(f"{self.name} is deleted")
        if not Status(self.status).editable or sent(self.database, self.key) != self.detail["sent"]:
            raise _TooLateError(f"{what} cannot be taken back: {self.name} was submitted since")


def _restore(case: _Case) -> str:
    if case.deleted_at is None:
        raise _TooLateError(f"{case.name} is not deleted any more")
    case.database.run("UPDATE profile SET deleted_at = NULL WHERE key = ?", case.key)
    case.record(EventKind.RESTORED)
    return f"Brought back {case.titled}"


def _remove_copy(case: _Case) -> str:
    _remove(case, "copied")
    return f"Removed the copy {case.titled}"


def _remove_import(case: _Case) -> str:
    _remove(case, "imported")
    return f"Removed {case.titled}, which was imported"


def _remove(case: _Case, made: str) -> None:
    if case.deleted_at is not None:
        raise _TooLateError(f"{case.name} is deleted already")
    if case.version != 1:
        raise _TooLateError(f"{case.name} was changed since it was {made}, so it was left as it is")
    case.database.run("UPDATE profile SET deleted_at = ? WHERE key = ?", time_to_text(case.at), case.key)
    case.record(EventKind.DELETED)


def _bring_answers_back(case: _Case) -> str:
    case.must_be_open("The import")
    before, after = case.detail["before"], case.detail["after"]
    now = answer_rows.read(case.database, case.key)
    mine = [path for path, text in after.items() if now.get(path, "") == text]
    restored = answer_rows.storable({path: before[path] for path in mine})
    answer_rows.write(case.database, case.key, {path: restored.get(path, "") for path in mine})
    case.database.run(
        "UPDATE profile SET version = version + 1, changed_at = ?, address_key ="
        " (SELECT key FROM address WHERE key = ?) WHERE key = ?",
        *(time_to_text(case.at), case.detail["address"], case.key),
    )
    if case.status == Status.DRAFT.value:
        set_standing(case.database, case.key, standing_as_draft(case.database, case.key, case.at))
    case.record(EventKind.TAKEN_BACK)
    left = len(after) - len(mine)
    but = f"; {left} changed since {'was' if left == 1 else 'were'} left as typed" if left else ""
    return f"Took back the import into {case.titled}{but}"


def _withdraw(case: _Case) -> str:
    path, rule, before = case.detail["path"], case.detail["rule"], case.detail["before"]
    about = full_label(path) if path in QUESTIONS else rule
    what = f"It is right about {about} of {case.name}"
    case.must_be_open(what)
    said = _said(case.detail, case.detail)
    if acknowledgements.about(case.database, case.key, path, rule, said.answer) != said:
        raise _TooLateError(f"{what} was taken back already")
    acknowledgements.withdraw(case.database, case.key, said)
    if before:
        acknowledgements.write(case.database, case.key, _said(case.detail, before))
    case.record(EventKind.TAKEN_BACK, {"path": path, "rule": rule})
    return f"Took back: {what}"


def _unfile(case: _Case) -> str:
    version = case.detail["version"]
    what = f"The filing of version {version} of {case.name}"
    case.must_be_newest(what)
    row = case.database.one(
        "SELECT decided_at FROM submission WHERE profile_key = ? AND version = ?", case.key, version
    )
    if row is None or row[0] is not None:
        raise _TooLateError(f"{what} cannot be taken back: Twilio has decided on it")
    case.record(EventKind.TAKEN_BACK, {"what": f"Filing of version {version} taken back"})
    events.remember_submission(case.database, case.key, version)
    case.database.run("DELETE FROM submission WHERE profile_key = ? AND version = ?", case.key, version)
    case.stand({**case.detail, **_decided_since(case)})
    return f"Took back: version {version} of {case.name} was filed in the Console"


def _decided_since(case: _Case) -> Detail:
    """Return how the profile stands where practice, which reviewed it before, has decided by now."""
    row = case.database.one(
        "SELECT approved, reasons FROM submission WHERE profile_key = ? ORDER BY version DESC LIMIT 1",
        case.key,
    )
    if not Status(case.detail["status"]).in_review or row is None or row[0] is None:
        return {}
    status = Status.APPROVED if row[0] else Status.REJECTED
    following = whats_next(status, (), len(json.loads(row[1] or "[]")))
    return {"status": status.value, "next": following, "rank": rank(status, ())}


def _undecide(case: _Case) -> str:
    version = case.detail["version"]
    what = f"The decision on version {version} of {case.name}"
    case.must_be_newest(what)
    row = case.database.one(
        "SELECT decided_at FROM submission WHERE profile_key = ? AND version = ?", case.key, version
    )
    if row is None or row[0] != case.detail["at"]:
        raise _TooLateError(f"{what} was taken back already")
    events.remember_submission(case.database, case.key, version)
    unexplained_at = case.detail.get("unexplained_at")
    left = (0, unexplained_at, "[]") if unexplained_at else (None, None, None)
    case.database.run(
        "UPDATE submission SET approved = ?, decided_at = ?, reasons = ?"
        " WHERE profile_key = ? AND version = ?",
        *(*left, case.key, version),
    )
    case.record(EventKind.TAKEN_BACK, {"what": f"Decision on version {version} taken back"})
    case.stand(case.detail)
    return f"Took back: the decision on version {version} of {case.name}"


def _unname(case: _Case) -> str:
    sid = case.detail["sid"]
    what = f"the SID {sid} of {case.name}"
    undone = case.database.run("UPDATE profile SET sid = '' WHERE key = ? AND sid = ?", case.key, sid)
    if undone.rowcount != 1:
        raise _TooLateError(f"Nothing to take back: {case.name} has another SID by now")
    case.record(EventKind.TAKEN_BACK, {"what": f"SID {sid} taken back"})
    return f"Took back: {what}"


def _said(detail: Detail, said: Detail) -> Acknowledgement:
    """Return an "It is right" about what ``detail`` names, with the note and the time of ``said``."""
    return Acknowledgement(
        detail["path"], detail["rule"], detail["answer"], said["note"], time_from_text(said["at"])
    )


def _restore_address(case: _Case) -> str:
    row = case.database.one("SELECT parts, deleted_at FROM address WHERE key = ?", case.address)
    parts = json.loads(row[0]) if row else {}
    told = ", ".join(str(parts[path]) for path in (paths.STREET, paths.CITY) if path in parts)
    named = f"the saved address {told}" if told else "the saved address"
    if row is None or row[1] is None:
        raise _TooLateError(f"{named[0].upper()}{named[1:]} is not deleted any more")
    case.database.run("UPDATE address SET deleted_at = NULL WHERE key = ?", case.address)
    return f"Brought back {named}"


_WAYS: Final = {
    Deed.DELETED: _restore,
    Deed.DUPLICATED: _remove_copy,
    Deed.IMPORTED: _remove_import,
    Deed.OVERWRITTEN: _bring_answers_back,
    Deed.ACKNOWLEDGED: _withdraw,
    Deed.ADDRESS_DELETED: _restore_address,
    Deed.FILED: _unfile,
    Deed.DECIDED: _undecide,
    Deed.NAMED: _unname,
}
