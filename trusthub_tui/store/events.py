"""What happened to a profile, written in the same transaction as the change itself."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.profile.submission import PRACTICE, TWILIO
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.ids import as_id
from trusthub_tui.store.records import Event, EventKind
from trusthub_tui.store.times import time_from_text, time_to_text

_EVENTS: Final = (
    "SELECT at, kind, event.version, detail, hub, approved, reasons"
    " FROM event JOIN profile ON profile.key = event.profile_key"
    " LEFT JOIN submission ON submission.profile_key = event.profile_key"
    " AND submission.version = event.version"
    " WHERE profile.id = ? AND deleted_at IS NULL ORDER BY at, event.key"
)

_REVIEWERS: Final = {PRACTICE: "the practice Trust Hub", TWILIO: "Twilio"}


class Events:
    """Everything that happened to each profile that is not deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, profile_id: str) -> tuple[Event, ...]:
        """Return what happened to a profile, the oldest first; nothing for a profile that is not there."""
        rows = self._database.all(_EVENTS, as_id(profile_id))
        with sqlite_errors.readable(self._database.path):
            return tuple(_event(row) for row in rows)


def record(
    database: Database,
    key: int,
    kind: EventKind,
    at: datetime,
    version: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> None:
    """Write an event, within the transaction of the change; ``version`` is that of a submission."""
    database.run(
        "INSERT INTO event (profile_key, at, kind, version, detail) VALUES (?, ?, ?, ?, ?)",
        *(key, time_to_text(at), kind.value, version, json.dumps(detail or {})),
    )


def remember_submission(database: Database, key: int, version: int) -> None:
    """Write into the events of a submission what they tell of it, before that is gone."""
    sent = database.one(
        "SELECT hub, approved, reasons FROM submission WHERE profile_key = ? AND version = ?", key, version
    )
    if sent is None:
        return
    hub, approved, reasons = sent
    rows = database.all(
        "SELECT key, kind, detail FROM event WHERE profile_key = ? AND version = ?", key, version
    )
    for event_key, kind, detail in rows:
        with sqlite_errors.readable(database.path):
            known = {"hub": clean(hub), **json.loads(detail)}
            if kind == EventKind.DECIDED.value and "approved" not in known:
                known |= {"approved": bool(approved), "reasons": clean(reasons or "[]")}
            text = json.dumps(known)
        database.run("UPDATE event SET detail = ? WHERE key = ?", text, event_key)


class _Row(NamedTuple):
    """An event as it stands in the file, with the submission it is about."""

    detail: Mapping[str, Any]
    version: int | None
    hub: str | None
    approved: int | None
    reasons: str | None

    @property
    def reviewer(self) -> str:
        """Who reviews the submission, also of one that is gone."""
        hub = str(self.detail.get("hub") or self.hub or "")
        return _REVIEWERS.get(hub, hub)


def _event(row: Row) -> Event:
    at, kind, version, detail, *submission = row
    known = EventKind(kind)
    said = _SAID[known](_Row(json.loads(detail), version, *submission))
    return Event(time_from_text(at), known, clean(said))


def _imported(event: _Row) -> str:
    source = f" from {event.detail['source']}" if event.detail["source"] else ""
    changed = event.detail.get("changed")
    return f"Imported{source}" if changed is None else f"Answers imported{source}: {changed} changed"


def _subject(event: _Row) -> str:
    """Name what was said to be right: a question, or a reason of a rejection by its code."""
    topic, _, code = str(event.detail["rule"]).partition(".")
    if topic == "reason":
        return f"Reason {code}"
    path = str(event.detail["path"])
    return full_label(path) if path in QUESTIONS else path


def _acknowledged(event: _Row) -> str:
    note = f": {event.detail['note']}" if event.detail["note"] else ""
    return f"It is right, said about {_subject(event)}{note}"


def _taken_back(event: _Row) -> str:
    if "rule" in event.detail:
        return f"It is right, taken back about {_subject(event)}"
    return str(event.detail.get("what", "Import taken back"))


def _filed(event: _Row) -> str:
    sid = f" as {event.detail['sid']}" if "sid" in event.detail else ""
    return f"Version {event.version} filed in the Console{sid}"


def _decided(event: _Row) -> str:
    gone = "approved" in event.detail  # taken back, or with its submission
    if event.detail.get("approved") if gone else event.approved:
        return f"Version {event.version} approved by {event.reviewer}"
    reasons = json.loads((event.detail.get("reasons") if gone else event.reasons) or "[]")
    codes = dict.fromkeys(str(reason["code"]) for reason in reasons if reason["code"] != NO_CODE)
    why = f": {', '.join(codes)}" if codes else ""
    return f"Version {event.version} rejected by {event.reviewer}{why}"


_SAID: Final[Mapping[EventKind, Callable[[_Row], str]]] = {
    EventKind.CREATED: lambda _: "Created",
    EventKind.DUPLICATED: lambda event: f"Duplicated from {event.detail['of']}",
    EventKind.IMPORTED: _imported,
    EventKind.ACKNOWLEDGED: _acknowledged,
    EventKind.TAKEN_BACK: _taken_back,
    EventKind.SUBMITTED: lambda event: f"Version {event.version} submitted to {event.reviewer}",
    EventKind.FILED: _filed,
    EventKind.NAMED: lambda event: f"SID at Twilio: {event.detail['sid']}",
    EventKind.DECIDED: _decided,
    EventKind.REOPENED: lambda _: "Reopened: practice had approved it",
    EventKind.DISCARDED: lambda event: f"Version {event.version}, a rehearsal, thrown away",
    EventKind.DELETED: lambda _: "Deleted",
    EventKind.RESTORED: lambda _: "Brought back",
}
