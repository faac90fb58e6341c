"""Making profiles and putting answers into them, other than by typing; all within a transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.labels import UNTITLED, profile_name
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store import acknowledgements, events, ids, undo
from trusthub_tui.store import answers as answer_rows
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import ChangedMeanwhile
from trusthub_tui.store.folding import folded
from trusthub_tui.store.ids import as_id, editable
from trusthub_tui.store.records import NEW, EventKind, Standing, StoredProfile
from trusthub_tui.store.standing import judge, set_standing, standing_as_draft
from trusthub_tui.store.times import time_to_text
from trusthub_tui.store.undo import Deed

_COPY: Final = " (copy)"


class Made(NamedTuple):
    """The key and the ID of a profile that was just made."""

    key: int
    id: str


def create(
    database: Database,
    answers: Answers,
    at: datetime,
    entropy: Callable[[int], bytes],
) -> Made:
    """Make a new draft, whose answers were not imported."""
    made = _insert(database, answers, NEW, at, entropy)
    events.record(database, made.key, EventKind.CREATED, at)
    return made


class NewDraft(NamedTuple):
    """Answers that are to become a draft."""

    answers: Answers
    standing: Standing


def take_in(
    database: Database, draft: NewDraft, at: datetime, entropy: Callable[[int], bytes], *, source: str
) -> Made:
    """Make a draft of imported answers; ``source`` names where they come from."""
    made = _insert(database, draft.answers, draft.standing, at, entropy)
    events.record(database, made.key, EventKind.IMPORTED, at, detail={"source": clean(source)})
    undo.remember(database, made.key, Deed.IMPORTED, at)
    return made


def copy(database: Database, original: StoredProfile, at: datetime, entropy: Callable[[int], bytes]) -> Made:
    """Make a draft with the same answers and address, without the terms."""
    answers = {path: text for path, text in original.answers.items() if path != paths.TERMS}
    if original.name != UNTITLED:
        room = QUESTIONS[paths.FRIENDLY_NAME].longest - len(_COPY)
        answers[paths.FRIENDLY_NAME] = original.name[:room].rstrip() + _COPY
    standing = judge(database, at, original.acknowledged)(answers)
    made = _insert(database, answers, standing, at, entropy, address_id=original.address_id)
    for said in original.acknowledged:
        # Reasons are about submissions, and the copy has none.
        if said.answer == answers.get(said.path, "") and not said.rule.startswith("reason."):
            acknowledgements.write(database, made.key, said)
    events.record(database, made.key, EventKind.DUPLICATED, at, detail={"of": original.id})
    undo.remember(database, made.key, Deed.DUPLICATED, at)
    return made


def import_over(
    database: Database,
    profile_id: str,
    answers: Answers,
    at: datetime,
    *,
    source: str,
    seen: int | None,
) -> int:
    """Put other answers in the place of all answers; return the profile's version then."""
    key, version, status = editable(database, profile_id)
    if seen is not None and version != seen:
        raise ChangedMeanwhile(as_id(profile_id))
    before = answer_rows.read(database, key)
    changes = answer_rows.changed(before, answer_rows.storable(answers))
    if not changes:
        return version
    undo_detail = {**_as_it_was(database, key, before, changes), "sent": undo.sent(database, key)}
    answer_rows.write(database, key, changes)
    database.run(
        "UPDATE profile SET version = ?, changed_at = ?, used_at = ? WHERE key = ?",
        *(version + 1, time_to_text(at), time_to_text(at), key),
    )
    if changes.keys() & set(paths.ADDRESS_PARTS):
        # It may be anybody's address now, not the saved one.
        database.run("UPDATE profile SET address_key = NULL WHERE key = ?", key)
    if status is Status.DRAFT:
        set_standing(database, key, standing_as_draft(database, key, at))
    told = {"source": clean(source), "changed": len(changes)}
    events.record(database, key, EventKind.IMPORTED, at, detail=told)
    undo.remember(database, key, Deed.OVERWRITTEN, at, undo_detail)
    return version + 1


def _as_it_was(database: Database, key: int, before: Answers, changes: Answers) -> dict[str, object]:
    """Return what it takes to undo some changes of answers."""
    address = database.one("SELECT address_key FROM profile WHERE key = ?", key)
    return {
        "before": {path: before.get(path, "") for path in changes},
        "after": changes,
        "address": address and address[0],
    }


def acknowledge(database: Database, key: int, said: Acknowledgement) -> None:
    """Write an "It is right" and all that goes with it."""
    before = acknowledgements.about(database, key, said.path, said.rule, said.answer)
    acknowledgements.write(database, key, said)
    note, at = clean(said.note), time_to_text(said.at)
    subject = {"path": said.path, "rule": said.rule}
    events.record(database, key, EventKind.ACKNOWLEDGED, said.at, detail={**subject, "note": note})
    earlier = before and {"note": before.note, "at": time_to_text(before.at)}
    detail = {**subject, "answer": clean(said.answer), "note": note, "at": at, "before": earlier}
    undo.remember(database, key, Deed.ACKNOWLEDGED, said.at, {**detail, "sent": undo.sent(database, key)})


def _insert(
    database: Database,
    answers: Answers,
    standing: Standing,
    at: datetime,
    entropy: Callable[[int], bytes],
    *,
    address_id: int | None = None,
) -> Made:
    storable = answer_rows.storable(answers)
    name, now = profile_name(storable), time_to_text(at)

    def is_used(profile_id: str) -> bool:
        return database.one("SELECT 1 FROM profile WHERE id = ?", profile_id) is not None

    profile_id = ids.unused(is_used, entropy)
    key = database.run(
        "INSERT INTO profile (id, status, name, folded, next, rank, steps, version, section, path, caret,"
        " shown, address_key, created_at, changed_at, used_at) VALUES"
        " (?, ?, ?, ?, ?, ?, ?, 1, 1, '', 0, '[]', (SELECT key FROM address WHERE key = ?), ?, ?, ?)",
        *(profile_id, Status.DRAFT.value, name, folded(name), standing.next, standing.rank, standing.steps),
        *(address_id, now, now, now),
    ).lastrowid
    made = Made(key or 0, profile_id)
    answer_rows.write(database, made.key, storable)
    return made
