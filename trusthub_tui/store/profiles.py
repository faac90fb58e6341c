"""Profiles and their answers in the file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import NONE, Answers
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store import acknowledgements, create, events, search, sqlite_errors, undo
from trusthub_tui.store import answers as answer_rows
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.errors import AddressNotFound, ProfileNotFound
from trusthub_tui.store.find_texts import FindTexts
from trusthub_tui.store.ids import as_id, editable, found
from trusthub_tui.store.profile_line import Counts, ProfileLine
from trusthub_tui.store.records import (
    EventKind,
    Overwritten,
    Place,
    Saved,
    Standing,
    StoredProfile,
    number,
    text,
)
from trusthub_tui.store.standing import judge
from trusthub_tui.store.times import time_from_text, time_to_text
from trusthub_tui.store.undo import Deed

_PROFILE: Final = (
    "SELECT key, id, status, section, path, caret, shown, version,"
    " (SELECT key FROM address WHERE key = address_key AND deleted_at IS NULL), created_at, changed_at, sid"
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
        self._texts = FindTexts(database)

    def create(self, answers: Answers = NONE, *, imported_from: str | None = None) -> StoredProfile:
        """Make a new draft.

        ``imported_from`` names where the answers come from, which may be empty; without it, nobody has
        imported them, and there is nothing to take back.
        """
        if imported_from is not None:
            return self.import_all((answers,), imported_from)[0]
        with self._database.transaction():
            made = create.create(self._database, answers, self._clock(), self._entropy)
        return self.get(made.id)

    def import_all(self, each: Iterable[Answers], imported_from: str) -> tuple[StoredProfile, ...]:
        """Make a draft of each of several sets of answers: of all, or of none when one cannot be made.

        Each can be taken back. ``imported_from`` names where they come from, and may be empty.
        """
        at = self._clock()
        standing = judge(self._database, at)
        # Others may write until all are checked.
        drafts = [create.NewDraft(answers, standing(answers)) for answers in map(answer_rows.storable, each)]
        with self._database.transaction():
            made = [
                create.take_in(self._database, draft, at, self._entropy, source=imported_from)
                for draft in drafts
            ]
        return tuple(self.get(one.id) for one in made)

    def import_over(
        self, profile_id: str, answers: Answers, *, imported_from: str = "", seen: int | None = None
    ) -> Saved:
        """Put other answers in the place of all answers of a profile; can be taken back.

        ``seen`` is the profile's version the user has agreed to. Locked when it is in review or approved;
        ChangedMeanwhile when it has another version by now. Without any difference nothing happens.
        """
        at = self._clock()
        with self._database.transaction():
            version = create.import_over(
                self._database, profile_id, answers, at, source=imported_from, seen=seen
            )
        return Saved(at, version)

    def get(self, profile_id: str) -> StoredProfile:
        """Return a profile with all its answers."""
        with self._database.snapshot():
            row = self._database.one(_PROFILE, as_id(profile_id))
            if row is None:
                raise ProfileNotFound(profile_id)
            answers = answer_rows.read(self._database, row[0])
            said = acknowledgements.all_of(self._database, row[0])
            carried = acknowledgements.carried(self._database, row[0], answers)
        with sqlite_errors.readable(self._database.path):
            return _profile(row, answers, said, carried)

    def last(self) -> str | None:
        """Return the ID of the profile that was opened or edited last, if there is any."""
        row = self._database.one(
            "SELECT id FROM profile WHERE deleted_at IS NULL ORDER BY used_at DESC, key DESC LIMIT 1"
        )
        with sqlite_errors.readable(self._database.path):
            return None if row is None else text(row[0])

    def save(
        self,
        profile_id: str,
        changes: Mapping[str, str],
        place: Place,
        undo_stacks: Mapping[str, str] = NONE,
        *,
        seen: Answers | None = None,
        stacked: Callable[[Overwritten], str] | None = None,
    ) -> Saved:
        """Write changed answers and where the user is; empty text removes an answer.

        ``undo_stacks`` is what undo and redo of each of these questions work on, as text that only the caller
        understands; to be short, because it is written with every change. Locked when the profile is in
        review or approved by now.

        ``seen`` is what the writer believes the answers to be. Where the file holds another one, the writer's
        is saved, and so that nobody's words are lost, ``stacked`` returns what undo of the question works on
        from then on, with the overwritten text in it; the receipt tells which questions those were.
        """
        storable = answer_rows.storable(changes)
        texts = {path: storable.get(path, "") for path in changes}
        at = self._clock()
        with self._database.transaction():
            key, version, _ = editable(self._database, profile_id)
            lost = {} if seen is None else answer_rows.overwritten(self._database, key, texts, seen)
            stacks = dict(undo_stacks)
            if stacked is not None:
                stacks |= {path: stacked(one) for path, one in lost.items()}
            answer_rows.write(self._database, key, texts)
            answer_rows.write_undo_stacks(self._database, key, stacks)
            now = time_to_text(at)
            self._database.run(
                "UPDATE profile SET version = ?, section = ?, path = ?, caret = ?, changed_at = ?,"
                " used_at = ? WHERE key = ?",
                *(version + 1, place.section, place.path, place.caret, now, now, key),
            )
        return Saved(at, version + 1, MappingProxyType({path: one.text for path, one in lost.items()}))

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
            "UPDATE profile SET next = ?, rank = ?, steps = ? WHERE id = ? AND deleted_at IS NULL",
            *(standing.next, standing.rank, standing.steps),
        )

    def save_address_id(self, profile_id: str, address_id: int | None) -> None:
        """Remember which saved address the profile uses; AddressNotFound when it is gone."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            if address_id is not None and not self._database.one(
                "SELECT 1 FROM address WHERE key = ? AND deleted_at IS NULL", address_id
            ):
                raise AddressNotFound(address_id)
            self._database.run("UPDATE profile SET address_key = ? WHERE key = ?", address_id, key)

    def lines(self, find: str = "", offset: int = 0, limit: int = 50) -> list[ProfileLine]:
        """Return some lines of the list, who needs the user first, then the last changed.

        Each word of ``find`` must occur in the name, the ID, the status or what is next; case and accents do
        not matter.
        """
        return search.lines(self._texts, self._database, find, offset, limit)

    def each_line(self, find: str = "", order: search.Order = search.Order.NEED) -> Iterator[ProfileLine]:
        """Yield all such lines in some order, however many there are."""
        return search.each(self._database, find, order)

    def count(self, find: str = "") -> int:
        """Return how many lines there are."""
        return self.counts(find).total

    def counts(self, find: str = "") -> Counts:
        """Return how many lines there are, and how many of them need the user."""
        return search.counts(self._texts, self._database, find)

    def duplicate(self, profile_id: str) -> StoredProfile:
        """Make a draft with the same answers and address, and what was said to be right in them.

        The terms are to be accepted anew. Can be taken back.
        """
        original = self.get(profile_id)
        with self._database.transaction():
            made = create.copy(self._database, original, self._clock(), self._entropy)
        return self.get(made.id)

    def delete(self, profile_id: str) -> None:
        """Put a profile into the bin, which is emptied after 30 days; saved addresses stay."""
        at = self._clock()
        with self._database.transaction():
            key = found(self._database, profile_id).key
            self._database.run("UPDATE profile SET deleted_at = ? WHERE key = ?", time_to_text(at), key)
            events.record(self._database, key, EventKind.DELETED, at)
            undo.remember(self._database, key, Deed.DELETED, at)

    def acknowledge(self, profile_id: str, said: Acknowledgement) -> None:
        """Write an "It is right", instead of an earlier one about the same answer; can be taken back.

        Locked when the profile is in review or approved.
        """
        with self._database.transaction():
            key = editable(self._database, profile_id).key
            create.acknowledge(self._database, key, said)

    def carry(self, profile_id: str, path: str, *, ticked: bool) -> None:
        """Remember whether an answer, as it is now, was copied into the Console."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            if ticked:
                answers = answer_rows.read(self._database, key)
                acknowledgements.carry(self._database, key, path, answers.get(path, ""))
            else:
                acknowledgements.uncarry(self._database, key, path)

    def undo_stack(self, profile_id: str, path: str) -> str:
        """Return what was saved last for undo and redo of a question; empty when nothing was."""
        row = self._database.one(
            "SELECT text FROM undo_stack JOIN profile ON profile.key = profile_key"
            " WHERE id = ? AND deleted_at IS NULL AND undo_stack.path = ?",
            *(as_id(profile_id), path),
        )
        with sqlite_errors.readable(self._database.path):
            return "" if row is None else text(row[0])

    def _update(self, profile_id: str, statement: str, *values: object) -> None:
        with self._database.transaction():
            if self._database.run(statement, *values, as_id(profile_id)).rowcount != 1:
                raise ProfileNotFound(profile_id)


def _profile(
    row: Row, answers: Answers, said: tuple[Acknowledgement, ...], carried: frozenset[str]
) -> StoredProfile:
    _, profile_id, status, section, path, caret, shown, version, address_key, created_at, changed_at, sid = (
        row
    )
    return StoredProfile(
        id=text(profile_id),
        status=Status(status),
        answers=MappingProxyType(dict(answers)),
        place=_place(section, path, caret),
        shown=frozenset(text(told) for told in json.loads(shown)),
        version=number(version),
        address_id=None if address_key is None else number(address_key),
        created_at=time_from_text(created_at),
        changed_at=time_from_text(changed_at),
        acknowledged=said,
        carried=carried,
        sid=text(sid),
    )


def _place(section: object, path: object, caret: object) -> Place:
    asked = text(path)
    return Place(
        min(max(number(section), 0), len(SECTIONS)),
        asked if asked in QUESTIONS else "",
        max(number(caret), 0),
    )
