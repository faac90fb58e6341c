"""Profiles that stand for one at Twilio: what was last received of it, and what was sent there."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import AlreadySending
from trusthub_tui.store.ids import as_id, found
from trusthub_tui.store.part_file import is_running
from trusthub_tui.store.queries import CHECKED
from trusthub_tui.store.times import time_from_text, time_to_text

_LINKS: Final = (
    "SELECT profile.id, account_sid, linked.sid, policy_sid, kind, linked.status, updated, fetched_at, {},"
    " missing_at FROM linked JOIN profile ON profile.key = profile_key WHERE deleted_at IS NULL"
)
_MOST_EVALUATIONS: Final = 10
EVALUATING: Final = "evaluate"
SUBMITTING: Final = "submit"
"""What the journal calls requests that change no answer."""

_POLICY: Final = "policy"
"""The operation under which the kinds of policies are among the abilities: they are asked for as seldom."""

_CLAIM: Final = timedelta(minutes=5)
"""How long somebody on another machine is believed to be sending."""

ABILITY: Final = timedelta(days=30)
"""How long it counts what Twilio took or refused; then it is asked again."""


class Link(NamedTuple):
    """Which profile at Twilio a profile here stands for."""

    profile_id: str
    account_sid: str
    sid: str
    policy_sid: str
    kind: str
    status: str
    """The word Twilio said last, as received."""
    updated: str
    """When it was changed there last, as received."""
    fetched_at: datetime
    remote: str
    """JSON: what was last received of it; empty where many links are asked for at once."""
    missing_at: datetime | None = None
    """Since when Twilio has nothing of this SID."""


class Word(NamedTuple):
    """The word that Twilio said last of a profile, and how it stands here; texts as they are in the file."""

    profile_id: str
    sid: str
    status: str
    updated: str
    here: str
    """Its status in this file."""

    @property
    def awaited(self) -> bool:
        """Whether Twilio reviews it."""
        return self.status.endswith("-review")


class StoredEvaluation(NamedTuple):
    """What Twilio's own completeness check said."""

    sid: str
    at: datetime
    compliant: bool
    results: str
    """JSON as received."""


class SendingState(StrEnum):
    """How far a step got that changes something at Twilio."""

    SENT = "sent"
    """Written before the request: it may have arrived, or not."""
    DONE = "done"
    REFUSED = "refused"
    UNCLEAR = "unclear"


class Sending(NamedTuple):
    """One line of the journal."""

    key: int
    at: datetime
    step: str
    body_hash: str
    state: SendingState
    sid: str
    words: str

    @property
    def corrects(self) -> bool:
        """Whether it changes answers at Twilio; checking and submitting them does not."""
        return self.step not in (EVALUATING, SUBMITTING)


class Ability(NamedTuple):
    """Whether Twilio took something from an account, when that was, and what it said."""

    taken: bool
    at: datetime
    words: str


class Listing(NamedTuple):
    """All profiles of an account as they were last told."""

    at: datetime
    profiles: str
    """JSON list."""


class Linked:
    """What is known of profiles at Twilio; what a method has returned from is on the disk."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def of(self, profile_id: str) -> Link | None:
        """Return what a profile is linked to, if it is."""
        rows = self._links(" AND profile.id = ?", as_id(profile_id))
        return rows[0] if rows else None

    def by_sid(self, sid: str) -> Link | None:
        """Return the profile that stands for one at Twilio, if there is one that is not deleted."""
        rows = self._links(" AND linked.sid = ? ORDER BY profile_key DESC", sid)
        return rows[0] if rows else None

    def all(self, account_sid: str = "") -> tuple[Link, ...]:
        """Return all links, or those to one account, without what was received."""
        return self._links(" AND (? = '' OR account_sid = ?)", account_sid, account_sid, whole=False)

    def words(self, account_sid: str) -> tuple[Word, ...]:
        """Return what Twilio said last of every profile of an account: a thousand in a few milliseconds."""
        rows = self._database.all(
            "SELECT profile.id, linked.sid, linked.status, updated, profile.status FROM linked"
            " JOIN profile ON profile.key = profile_key WHERE deleted_at IS NULL AND account_sid = ?",
            account_sid,
        )
        return tuple(Word(*map(str, row)) for row in rows)

    def named(self, sid: str) -> str:
        """Return the ID of the profile whose own SID this is, as somebody has told it; empty for none."""
        row = self._database.one("SELECT id FROM profile WHERE sid = ? AND deleted_at IS NULL", sid)
        with sqlite_errors.readable(self._database.path):
            return clean(row[0]) if row else ""

    def checked(self, profile_id: str = "") -> Mapping[str, datetime]:
        """Return when Twilio was last asked about each linked profile, or about one."""
        rows = self._database.all(
            CHECKED,
            *(profile_id, as_id(profile_id)),
        )
        with sqlite_errors.readable(self._database.path):
            return {clean(profile_id): time_from_text(at) for profile_id, at in rows}

    def link(self, link: Link) -> None:
        """Write what a profile is linked to, in the place of what was known; it has that SID from then on."""
        with self._database.transaction():
            key = found(self._database, link.profile_id).key
            self._database.run("DELETE FROM linked WHERE profile_key = ?", key)
            self._database.run(
                "INSERT INTO linked (profile_key, account_sid, sid, policy_sid, kind, status, updated,"
                " fetched_at, remote, missing_at, sender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
                *(key, link.account_sid, link.sid, link.policy_sid, link.kind, link.status, link.updated),
                *(time_to_text(link.fetched_at), link.remote),
            )
            self._database.run("UPDATE profile SET sid = ? WHERE key = ?", link.sid, key)

    def unlink(self, profile_id: str) -> None:
        """Forget what a profile is linked to; its answers and submissions stay."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            self._database.run("DELETE FROM linked WHERE profile_key = ?", key)

    def received(self, profile_id: str, remote: str) -> None:
        """Write what was received of a profile just now."""
        self._set(profile_id, "remote = ?, fetched_at = ?", remote, time_to_text(self._clock()))

    def said(self, profile_id: str, status: str, updated: str) -> None:
        """Write the word that Twilio says of a profile now, and since when it stands."""
        self._set(profile_id, "status = ?, updated = ?, missing_at = ''", status, updated)

    def missing(self, profile_id: str, at: datetime) -> None:
        """Write that Twilio has nothing of this SID, and since when."""
        self._set(profile_id, "missing_at = ?", time_to_text(at))

    def purge(self) -> None:
        """Forget everything that was received of any account."""
        with self._database.transaction():
            for table in ("linked", "evaluation", "sending", "ability", "account"):
                self._database.run(f"DELETE FROM {table}")  # noqa: S608 - names of ours

    def listing(self, account_sid: str) -> Listing | None:
        """Return all profiles of an account as they were last told."""
        row = self._database.one("SELECT at, profiles FROM account WHERE account_sid = ?", account_sid)
        with sqlite_errors.readable(self._database.path):
            return Listing(time_from_text(row[0]), str(row[1])) if row else None

    def listed(self, account_sid: str, profiles: str) -> None:
        """Write all profiles of an account as they are told just now."""
        now = time_to_text(self._clock())
        with self._database.transaction():
            known = self._database.run(
                "UPDATE account SET at = ? WHERE account_sid = ? AND profiles = ?",
                *(now, account_sid, profiles),
            )
            if known.rowcount == 0:
                self._database.run(
                    "INSERT OR REPLACE INTO account (account_sid, at, profiles) VALUES (?, ?, ?)",
                    *(account_sid, now, profiles),
                )

    def evaluated(self, profile_id: str, evaluations: Iterable[StoredEvaluation]) -> None:
        """Write what Twilio's check said; the newest ten of a profile stay."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            for one in evaluations:
                self._database.run(
                    "INSERT OR REPLACE INTO evaluation (profile_key, sid, at, compliant, results)"
                    " VALUES (?, ?, ?, ?, ?)",
                    *(key, one.sid, time_to_text(one.at), int(one.compliant), one.results),
                )
            self._database.run(
                "DELETE FROM evaluation WHERE profile_key = ? AND sid NOT IN (SELECT sid FROM evaluation"
                " WHERE profile_key = ? ORDER BY at DESC, sid LIMIT ?)",
                *(key, key, _MOST_EVALUATIONS),
            )

    def evaluations(self, profile_id: str) -> tuple[StoredEvaluation, ...]:
        """Return what Twilio's check said of a profile, the newest first."""
        rows = self._database.all(
            "SELECT evaluation.sid, at, compliant, results FROM evaluation"
            " JOIN profile ON profile.key = profile_key WHERE id = ? ORDER BY at DESC, evaluation.sid",
            as_id(profile_id),
        )
        with sqlite_errors.readable(self._database.path):
            return tuple(
                StoredEvaluation(clean(sid), time_from_text(at), bool(compliant), str(results))
                for sid, at, compliant, results in rows
            )

    def claim(self, profile_id: str) -> None:
        """Become the one that sends corrections of a profile; AlreadySending while another process does."""
        now = self._clock()
        with self._database.transaction():
            key = found(self._database, profile_id).key
            row = self._database.one("SELECT sender FROM linked WHERE profile_key = ?", key)
            with sqlite_errors.readable(self._database.path):
                if row and row[0] and _is_at_it(json.loads(row[0]), now):
                    raise AlreadySending(as_id(profile_id))
            me = json.dumps({"pid": os.getpid(), "host": os.uname().nodename, "at": time_to_text(now)})
            self._database.run("UPDATE linked SET sender = ? WHERE profile_key = ?", me, key)

    def release(self, profile_id: str) -> None:
        """Let other processes send the profile again."""
        self._set(profile_id, "sender = ''")

    def begin(self, profile_id: str, step: str, body_hash: str) -> int:
        """Write that a request is about to be sent, and return the number of that line."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            line = self._database.run(
                "INSERT INTO sending (profile_key, at, step, body_hash, state, sid, words)"
                " VALUES (?, ?, ?, ?, ?, '', '')",
                *(key, time_to_text(self._clock()), step, body_hash, SendingState.SENT.value),
            ).lastrowid
        return line or 0

    def end(self, line: int, state: SendingState, sid: str = "", words: str = "") -> None:
        """Write what became of a request."""
        with self._database.transaction():
            self._database.run(
                "UPDATE sending SET state = ?, sid = ?, words = ? WHERE key = ?",
                *(state.value, sid, clean(words), line),
            )

    def sendings(self, profile_id: str) -> tuple[Sending, ...]:
        """Return the journal of a profile, the newest line first."""
        rows = self._database.all(
            "SELECT sending.key, at, step, body_hash, state, sending.sid, words FROM sending"
            " JOIN profile ON profile.key = profile_key WHERE id = ? ORDER BY sending.key DESC",
            as_id(profile_id),
        )
        with sqlite_errors.readable(self._database.path):
            return tuple(
                Sending(
                    int(key),
                    time_from_text(at),
                    clean(step),
                    str(hashed),
                    SendingState(state),
                    clean(sid),
                    clean(words),
                )
                for key, at, step, hashed, state, sid, words in rows
            )

    def ability(self, account_sid: str, operation: str, kind: str) -> Ability | None:
        """Return what Twilio made of something the last time, unless that is too long ago."""
        row = self._database.one(
            "SELECT taken, at, words FROM ability WHERE account_sid = ? AND operation = ? AND kind = ?",
            *(account_sid, operation, kind),
        )
        with sqlite_errors.readable(self._database.path):
            known = Ability(bool(row[0]), time_from_text(row[1]), clean(row[2])) if row else None
        return known if known and self._clock() - known.at < ABILITY else None

    def remember_ability(
        self, account_sid: str, operation: str, kind: str, *, taken: bool, words: str = ""
    ) -> None:
        """Write what Twilio made of something."""
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO ability (account_sid, operation, kind, taken, at, words)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                *(account_sid, operation, kind, int(taken), time_to_text(self._clock()), clean(words)),
            )

    def policies(self, account_sid: str, *, however_old: bool = False) -> Mapping[str, str]:
        """Return which kind of profile each policy of Twilio stands for; none where that is too long ago."""
        rows = self._database.all(
            "SELECT kind, words, at FROM ability WHERE account_sid = ? AND operation = ?",
            *(account_sid, _POLICY),
        )
        with sqlite_errors.readable(self._database.path):
            return {
                clean(sid): clean(kind)
                for sid, kind, at in rows
                if however_old or self._clock() - time_from_text(at) < ABILITY
            }

    def remember_policies(self, account_sid: str, kinds: Mapping[str, str]) -> None:
        """Write which kind of profile each policy stands for, in the place of what was known of them."""
        now = time_to_text(self._clock())
        with self._database.transaction():
            self._database.run(
                "DELETE FROM ability WHERE account_sid = ? AND operation = ?", account_sid, _POLICY
            )
            for sid, kind in kinds.items():
                self._database.run(
                    "INSERT INTO ability (account_sid, operation, kind, taken, at, words)"
                    " VALUES (?, ?, ?, 1, ?, ?)",
                    *(account_sid, _POLICY, sid, now, clean(kind)),
                )

    def _links(self, condition: str, *values: str, whole: bool = True) -> tuple[Link, ...]:
        query = _LINKS.format("remote" if whole else "''")
        rows = self._database.all(query + condition, *values)
        with sqlite_errors.readable(self._database.path):
            return tuple(_link(row) for row in rows)

    def _set(self, profile_id: str, assignments: str, *values: object) -> None:
        with self._database.transaction():
            key = found(self._database, profile_id).key
            self._database.run(f"UPDATE linked SET {assignments} WHERE profile_key = ?", *values, key)  # noqa: S608 - ours


def _link(row: Row) -> Link:
    profile_id, account_sid, sid, policy_sid, kind, status, updated, fetched_at, remote, missing_at = row
    return Link(
        clean(profile_id),
        clean(account_sid),
        clean(sid),
        clean(policy_sid),
        clean(kind),
        clean(status),
        clean(updated),
        time_from_text(fetched_at),
        str(remote),
        time_from_text(missing_at) if missing_at else None,
    )


def _is_at_it(sender: Mapping[str, Any], now: datetime) -> bool:
    """Whether whoever claimed to send may still be doing it."""
    if sender["host"] != os.uname().nodename:
        return now - time_from_text(sender["at"]) < _CLAIM
    if sender["pid"] == os.getpid():
        return False
    return is_running(sender["pid"]) and now - time_from_text(sender["at"]) < _CLAIM
