"""What was sent for review, and what came back; neither is changed, only ever taken back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Decision, Submission
from trusthub_tui.store import events, filed, sqlite_errors, undo
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import ChangedMeanwhile, Locked
from trusthub_tui.store.ids import ProfileRow, as_id, found
from trusthub_tui.store.queries import reasons_of
from trusthub_tui.store.records import EventKind, Standing, number
from trusthub_tui.store.standing import ApprovedNumbers, set_standing, standing_as_draft
from trusthub_tui.store.times import time_from_text, time_to_text
from trusthub_tui.store.undo import Deed

_SUBMISSIONS: Final = (
    "SELECT profile.id, submission.version, answers, hub, submitted_at, due_at, approved, decided_at, reasons"
    " FROM submission JOIN profile ON profile.key = profile_key WHERE deleted_at IS NULL"
)


class _Move(NamedTuple):
    """How a profile stands after something became of a submission."""

    status: Status
    standing: Standing | None
    at: datetime
    registration: str = ""


class Submissions:
    """All submissions of all profiles that are not deleted.

    ProfileNotFound where there is no such profile; any other StoreError when the file does not play along.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        submission: Submission,
        status: Status,
        *,
        standing: Standing | None = None,
        seen: int | None = None,
        sid: str = "",
    ) -> None:
        """Keep a submission, with its decision if there is one at once, and set the profile's status.

        A rehearsal beside Twilio's word leaves the status as it is. ``seen`` is the profile's version the
        answers were taken from; ``sid`` is the profile's own at Twilio, empty where it is not known. Locked
        when the profile may not be submitted; ChangedMeanwhile when it has another version by now or the
        submission is not the next.
        """
        with self._database.transaction():
            profile = self._next(submission, seen)
            key, version, filed = profile.key, submission.version, submission.hub == TWILIO
            due_at = None if submission.due_at is None else time_to_text(submission.due_at)
            self._database.run(
                "INSERT INTO submission (profile_key, version, answers, hub, submitted_at, due_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                *(key, version, _as_text(submission.answers), submission.hub),
                *(time_to_text(submission.submitted_at), due_at),
            )
            kind = EventKind.FILED if filed else EventKind.SUBMITTED
            detail = {"sid": sid} if sid else None
            events.record(self._database, key, kind, submission.submitted_at, version, detail)
            if filed:
                was = {**profile.as_it_was(self._database), "version": version}
                undo.remember(self._database, key, Deed.FILED, submission.submitted_at, was)
            if sid:
                self._database.run("UPDATE profile SET sid = ? WHERE key = ?", sid, key)
            if submission.decision is not None:
                self._write(key, version, submission.decision)
            at = submission.decision.decided_at if submission.decision else submission.submitted_at
            rehearsed = self._is_rehearsal(key, version)
            self._follow(key, _Move(status, standing, at), rehearsed=rehearsed)

    def decide(
        self,
        submission: Submission,
        status: Status,
        *,
        standing: Standing | None = None,
        registration: str = "",
        sid: str = "",
        by_hand: bool = False,
    ) -> bool:
        """Keep the decision of a submission and set the profile's status; False when there is one already.

        Reasons that are told later take the place of a rejection without any.

        ``registration`` is the canonical registration number of an approved profile; ``sid`` its own SID,
        which is kept where none is known. What comes by hand can be taken back.
        """
        decision = submission.decision
        if decision is None:
            return False
        with self._database.transaction():
            profile = found(self._database, submission.profile_id)
            key, at = profile.key, decision.decided_at
            was = {**profile.as_it_was(self._database), "version": submission.version}
            before = self._without_reasons(key, submission.version) if decision.reasons else None
            if not self._write(key, submission.version, decision, instead=before is not None):
                return False
            if before is not None:
                was["unexplained_at"] = before
            if sid:
                self._name(key, sid, at)
            if by_hand:
                undo.remember(self._database, key, Deed.DECIDED, at, {**was, "at": time_to_text(at)})
            rehearsed = self._is_rehearsal(key, submission.version)
            self._follow(key, _Move(status, standing, at, registration), rehearsed=rehearsed)
        return True

    def remember_sid(self, profile_id: str, sid: str, at: datetime) -> bool:
        """Keep the profile's own SID at Twilio; False when one is known already, which stays."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            if not self._name(key, sid, at):
                return False
            undo.remember(self._database, key, Deed.NAMED, at, {"sid": sid})
        return True

    def discard(
        self, profile_id: str, version: int, at: datetime, left: tuple[Status, Standing] | None
    ) -> bool:
        """Throw a rehearsal away, the newest submission; False where that is another by now.

        ``left`` is how the profile stands without it, which counts where Twilio has no word on it; None for
        a draft.
        """
        with self._database.transaction():
            key = found(self._database, profile_id).key
            newest = self._newest(key)
            if newest is None or newest[0] != version or newest[1] == TWILIO:
                return False
            beside = self._is_rehearsal(key, version)
            events.remember_submission(self._database, key, version)
            self._database.run("DELETE FROM submission WHERE profile_key = ? AND version = ?", key, version)
            events.record(self._database, key, EventKind.DISCARDED, at, version)
            status, standing = left or (Status.DRAFT, standing_as_draft(self._database, key, at))
            self._follow(key, _Move(status, standing, at), rehearsed=beside)
        return True

    def reopen(self, profile_id: str, at: datetime) -> None:
        """Make what only practice approved a draft again; Locked where it is not that."""
        with self._database.transaction():
            profile = found(self._database, profile_id)
            practised = _word_of(self._database, profile.key) not in ("", TWILIO)
            if profile.status is not Status.APPROVED or not practised:
                raise Locked(as_id(profile_id), profile.status)
            events.record(self._database, profile.key, EventKind.REOPENED, at)
            standing = standing_as_draft(self._database, profile.key, at)
            self._move(profile.key, _Move(Status.DRAFT, standing, at))

    def next_version(self, profile_id: str) -> int:
        """Return the number of a profile's next submission; that of one that is gone is not used again."""
        return self._next_version(found(self._database, profile_id).key)

    def of(self, profile_id: str) -> tuple[Submission, ...]:
        """Return all submissions of a profile, the first one first; none for a profile that is not there."""
        rows = self._database.all(
            f"{_SUBMISSIONS} AND profile.id = ? ORDER BY submission.version", as_id(profile_id)
        )
        return self._read(rows)

    def due(self, now: datetime, limit: int = -1, *, hub: str) -> tuple[Submission, ...]:
        """Return a reviewer's submissions without a decision whose time has come, or that were promised none.

        The longest due first; at most ``limit`` of them, all when it is negative.
        """
        rows = self._database.all(
            f"{_SUBMISSIONS} AND hub = ? AND decided_at IS NULL AND (due_at IS NULL OR due_at <= ?)"
            " ORDER BY due_at, submission.key LIMIT ?",
            *(hub, time_to_text(now), limit),
        )
        return self._read(rows)

    def next_due(self, hub: str) -> datetime | None:
        """Return when the next decision of a reviewer can be expected, if one is promised."""
        row = self._database.one(
            "SELECT min(due_at) FROM submission JOIN profile ON profile.key = profile_key"
            " WHERE decided_at IS NULL AND hub = ? AND deleted_at IS NULL",
            hub,
        )
        with sqlite_errors.readable(self._database.path):
            return time_from_text(row[0]) if row and row[0] is not None else None

    def approved_numbers(self, but: str = "") -> ApprovedNumbers:
        """Return the canonical registration number of each approved profile, but for one, and its ID."""
        return ApprovedNumbers(self._database, but)

    def filed(self) -> tuple[tuple[str, str, str], ...]:
        """Return ID, name and SID of each profile that was filed; the SID is empty if nobody told it."""
        return filed.filed(self._database)

    def _read(self, rows: Iterable[Row]) -> tuple[Submission, ...]:
        with sqlite_errors.readable(self._database.path):
            return tuple(_submission(row) for row in rows)

    def _next(self, submission: Submission, seen: int | None) -> ProfileRow:
        """Return the profile, if this may be its next submission."""
        profile = found(self._database, submission.profile_id)
        word = _word_of(self._database, profile.key)
        # What only practice has locked may be filed for real at any time.
        if not (profile.status.editable or (submission.hub == TWILIO and word not in ("", TWILIO))):
            raise Locked(as_id(submission.profile_id), profile.status)
        seen_another = seen is not None and profile.version != seen
        if seen_another or submission.version != self._next_version(profile.key):
            raise ChangedMeanwhile(as_id(submission.profile_id))
        return profile

    def _next_version(self, key: int) -> int:
        row = self._database.one(
            "SELECT max((SELECT coalesce(max(version), 0) FROM submission WHERE profile_key = ?),"
            " (SELECT coalesce(max(version), 0) FROM event WHERE profile_key = ?))",
            *(key, key),
        )
        with sqlite_errors.readable(self._database.path):
            return int(row[0]) + 1 if row else 1

    def _newest(self, key: int) -> tuple[int, str] | None:
        row = self._database.one(
            "SELECT version, hub FROM submission WHERE profile_key = ? ORDER BY version DESC LIMIT 1", key
        )
        with sqlite_errors.readable(self._database.path):
            return None if row is None else (int(row[0]), clean(row[1]))

    def _name(self, key: int, sid: str, at: datetime) -> bool:
        named = self._database.run("UPDATE profile SET sid = ? WHERE key = ? AND sid = ''", sid, key)
        if named.rowcount == 1:
            events.record(self._database, key, EventKind.NAMED, at, detail={"sid": sid})
        return named.rowcount == 1

    def _is_rehearsal(self, key: int, version: int) -> bool:
        """Whether a submission is practice beside Twilio's word."""
        practised = "SELECT 1 FROM submission WHERE profile_key = ? AND version = ? AND hub <> ?"
        found_one = self._database.one(practised, key, version, TWILIO) is not None
        return found_one and _word_of(self._database, key) == TWILIO

    def _follow(self, key: int, move: _Move, *, rehearsed: bool) -> None:
        """Move the profile; a rehearsal beside Twilio's word only lets other windows notice."""
        if not rehearsed:
            self._move(key, move)
        else:
            self._database.run(
                "UPDATE profile SET version = version + 1, changed_at = ? WHERE key = ?",
                *(time_to_text(move.at), key),
            )

    def _without_reasons(self, key: int, version: int) -> str | None:
        """Return when a submission was rejected without a reason; None where it was not."""
        row = self._database.one(
            "SELECT decided_at FROM submission WHERE profile_key = ? AND version = ? AND approved = 0"
            " AND reasons = '[]'",
            *(key, version),
        )
        return str(row[0]) if row else None

    def _write(self, key: int, version: int, decision: Decision, *, instead: bool = False) -> bool:
        reasons = [
            {"code": reason.code, "paths": reason.paths, "words": reason.words} for reason in decision.reasons
        ]
        written = self._database.run(
            "UPDATE submission SET approved = ?, decided_at = ?, reasons = ?"
            " WHERE profile_key = ? AND version = ? AND (decided_at IS NULL OR ?)",
            *(
                int(decision.approved),
                time_to_text(decision.decided_at),
                json.dumps(reasons, ensure_ascii=False),
            ),
            *(key, version, instead),
        )
        if written.rowcount != 1:
            return False
        events.record(self._database, key, EventKind.DECIDED, decision.decided_at, version)
        return True

    def _move(self, key: int, move: _Move) -> None:
        self._database.run(
            "UPDATE profile SET status = ?, version = version + 1, changed_at = ?, registration = ?"
            " WHERE key = ?",
            *(move.status.value, time_to_text(move.at), move.registration, key),
        )
        if move.standing is not None:
            set_standing(self._database, key, move.standing)


def _word_of(database: Database, key: int) -> str:
    """Return whose word a profile's status follows: Twilio's once it was filed there; empty for nobody's."""
    row = database.one(
        "SELECT hub FROM submission WHERE profile_key = ? ORDER BY hub = ? DESC, version DESC LIMIT 1",
        *(key, TWILIO),
    )
    return clean(str(row[0])) if row else ""


def _as_text(answers: Mapping[str, str]) -> str:
    return json.dumps({path: clean(text) for path, text in answers.items()}, ensure_ascii=False)


def _submission(row: Row) -> Submission:
    profile_id, version, answers, hub, submitted_at, due_at, approved, decided_at, reasons = row
    decision = None
    if decided_at is not None:
        decision = Decision(bool(approved), time_from_text(decided_at), reasons_of(json.loads(reasons)))
    return Submission(
        profile_id=clean(profile_id),
        version=number(version),
        answers=MappingProxyType({path: clean(text) for path, text in json.loads(answers).items()}),
        submitted_at=time_from_text(submitted_at),
        hub=clean(hub),
        due_at=None if due_at is None else time_from_text(due_at),
        decision=decision,
    )
