"""What was sent for review, and what came back; neither is ever changed again."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Decision, Reason, Submission
from trusthub_tui.store import events, sqlite_errors
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import ChangedMeanwhile, Locked
from trusthub_tui.store.ids import ProfileRow, as_id, found
from trusthub_tui.store.records import EventKind, Standing, time_from_text, time_to_text

_SUBMISSIONS: Final = (
    "SELECT profile.id, submission.version, answers, hub, submitted_at, due_at, approved, decided_at, reasons"
    " FROM submission JOIN profile ON profile.key = profile_key WHERE deleted_at IS NULL"
)


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

        ``seen`` is the profile's version the answers were taken from; ``sid`` is the profile's own at Twilio,
        empty where it is not known. Locked when the profile may not be submitted; ChangedMeanwhile when it
        has another version by now or the submission is not the next.
        """
        with self._database.transaction():
            key, version = self._next(submission, seen)
            if version != submission.version:
                raise ChangedMeanwhile(submission.profile_id)
            due_at = None if submission.due_at is None else time_to_text(submission.due_at)
            self._database.run(
                "INSERT INTO submission (profile_key, version, answers, hub, submitted_at, due_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                *(key, version, _as_text(submission.answers), submission.hub),
                *(time_to_text(submission.submitted_at), due_at),
            )
            kind = EventKind.FILED if submission.hub == TWILIO else EventKind.SUBMITTED
            detail = {"sid": sid} if sid else None
            events.record(self._database, key, kind, submission.submitted_at, version, detail)
            if sid:
                self._database.run("UPDATE profile SET sid = ? WHERE key = ?", sid, key)
            if submission.decision is not None:
                self._write(key, version, submission.decision)
            at = submission.decision.decided_at if submission.decision else submission.submitted_at
            self._move(key, status, standing, at)

    def decide(
        self,
        profile_id: str,
        version: int,
        decision: Decision,
        status: Status,
        *,
        standing: Standing | None = None,
        registration: str = "",
    ) -> bool:
        """Keep a decision and set the profile's status; False when there is one already, which stays.

        ``registration`` is the canonical registration number of an approved profile.
        """
        with self._database.transaction():
            key = found(self._database, profile_id).key
            if not self._write(key, version, decision):
                return False
            self._move(key, status, standing, decision.decided_at, registration)
        return True

    def remember_sid(self, profile_id: str, sid: str, at: datetime) -> bool:
        """Keep the profile's own SID at Twilio; False when one is known already, which stays."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            named = self._database.run("UPDATE profile SET sid = ? WHERE key = ? AND sid = ''", sid, key)
            if named.rowcount != 1:
                return False
            events.record(self._database, key, EventKind.NAMED, at, detail={"sid": sid})
        return True

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

    def approved_numbers(self) -> dict[str, str]:
        """Return the canonical registration number of each approved profile, and that profile's ID."""
        rows = self._database.all(
            "SELECT registration, id FROM profile WHERE registration <> '' AND deleted_at IS NULL"
        )
        with sqlite_errors.readable(self._database.path):
            return {clean(number): clean(profile_id) for number, profile_id in rows}

    def _read(self, rows: Iterable[Row]) -> tuple[Submission, ...]:
        with sqlite_errors.readable(self._database.path):
            return tuple(_submission(row) for row in rows)

    def _next(self, submission: Submission, seen: int | None) -> tuple[int, int]:
        """Return the profile's key and the number of its next submission, if it may be submitted."""
        profile = found(self._database, submission.profile_id)
        row = self._database.one(
            "SELECT version, hub FROM submission WHERE profile_key = ? ORDER BY version DESC LIMIT 1",
            profile.key,
        )
        version, hub = row or (0, "")
        if not _may_follow(submission, profile, hub):
            raise Locked(as_id(submission.profile_id), profile.status)
        if seen is not None and profile.version != seen:
            raise ChangedMeanwhile(as_id(submission.profile_id))
        return profile.key, version + 1

    def _write(self, key: int, version: int, decision: Decision) -> bool:
        reasons = [
            {"code": reason.code, "paths": reason.paths, "words": reason.words} for reason in decision.reasons
        ]
        written = self._database.run(
            "UPDATE submission SET approved = ?, decided_at = ?, reasons = ?"
            " WHERE profile_key = ? AND version = ? AND decided_at IS NULL",
            *(
                int(decision.approved),
                time_to_text(decision.decided_at),
                json.dumps(reasons, ensure_ascii=False),
            ),
            *(key, version),
        )
        if written.rowcount != 1:
            return False
        events.record(self._database, key, EventKind.DECIDED, decision.decided_at, version)
        return True

    def _move(
        self, key: int, status: Status, standing: Standing | None, at: datetime, registration: str = ""
    ) -> None:
        self._database.run(
            "UPDATE profile SET status = ?, version = version + 1, changed_at = ?, registration = ?"
            " WHERE key = ?",
            *(status.value, time_to_text(at), registration, key),
        )
        if standing is not None:
            self._database.run(
                "UPDATE profile SET next = ?, rank = ? WHERE key = ?", standing.next, standing.rank, key
            )


def _may_follow(submission: Submission, profile: ProfileRow, last_hub: str) -> bool:
    """Whether a submission may follow the last one: what only practice approved may be filed for real."""
    practised = profile.status is Status.APPROVED and last_hub not in ("", TWILIO)
    return profile.status.editable or (submission.hub == TWILIO and practised)


def _as_text(answers: Mapping[str, str]) -> str:
    return json.dumps({path: clean(text) for path, text in answers.items()}, ensure_ascii=False)


def _submission(row: Row) -> Submission:
    profile_id, version, answers, hub, submitted_at, due_at, approved, decided_at, reasons = row
    decision = None
    if decided_at is not None:
        decision = Decision(bool(approved), time_from_text(decided_at), _reasons(json.loads(reasons)))
    return Submission(
        profile_id=clean(profile_id),
        version=version,
        answers=MappingProxyType({path: clean(text) for path, text in json.loads(answers).items()}),
        submitted_at=time_from_text(submitted_at),
        hub=clean(hub),
        due_at=None if due_at is None else time_from_text(due_at),
        decision=decision,
    )


def _reasons(stored: list[dict[str, Any]]) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            code=int(reason["code"]),
            paths=tuple(clean(path) for path in reason["paths"]),
            words=tuple(clean(word) for word in reason["words"]),
        )
        for reason in stored
    )
