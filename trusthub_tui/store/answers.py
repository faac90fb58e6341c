"""The rows that answers stand in; every function that writes belongs into a transaction."""

from collections.abc import Iterable, Mapping

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import UnknownQuestion
from trusthub_tui.store.folding import folded
from trusthub_tui.store.records import Overwritten


def storable(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers worth a row; UnknownQuestion for a path that is none."""
    if unknown := answers.keys() - QUESTIONS.keys():
        raise UnknownQuestion(unknown)
    cleaned = {path: clean(text) for path, text in answers.items()}
    return {path: text for path, text in cleaned.items() if text}


def read(database: Database, key: int) -> dict[str, str]:
    """Return all answers of a profile."""
    rows = database.all("SELECT path, text FROM answer WHERE profile_key = ?", key)
    with sqlite_errors.readable(database.path):
        return {path: clean(text) for path, text in rows if path in QUESTIONS}


def write(database: Database, key: int, changes: Mapping[str, str]) -> None:
    """Write answers that are storable; empty text removes one. Keeps the name in the list of profiles."""
    for path, text in changes.items():
        if text:
            database.run(
                "INSERT INTO answer (profile_key, path, text) VALUES (?, ?, ?)"
                " ON CONFLICT (profile_key, path) DO UPDATE SET text = excluded.text",
                *(key, path, text),
            )
        else:
            database.run("DELETE FROM answer WHERE profile_key = ? AND path = ?", key, path)
    if paths.FRIENDLY_NAME in changes or paths.BUSINESS_NAME in changes:
        _rename(database, key)


def write_undo_stacks(database: Database, key: int, stacks: Mapping[str, str]) -> None:
    """Write what undo and redo of some questions work on; empty text removes it."""
    for path, text in stacks.items():
        database.run("DELETE FROM undo_stack WHERE profile_key = ? AND path = ?", key, path)
        if text:
            database.run(
                "INSERT INTO undo_stack (profile_key, path, text) VALUES (?, ?, ?)", key, path, clean(text)
            )


def overwritten(
    database: Database, key: int, texts: Mapping[str, str], seen: Answers
) -> dict[str, Overwritten]:
    """Return what texts would replace that their writer has neither seen nor writes himself."""
    lost = {}
    for path, text in texts.items():
        there = _one(database, "answer", key, path)
        if there not in (clean(seen.get(path, "")), text):
            lost[path] = Overwritten(path, there, _one(database, "undo_stack", key, path))
    return lost


def _one(database: Database, table: str, key: int, path: str) -> str:
    row = database.one(f"SELECT text FROM {table} WHERE profile_key = ? AND path = ?", key, path)  # noqa: S608 - ours
    with sqlite_errors.readable(database.path):
        return clean(row[0]) if row else ""


def changed(before: Answers, after: Answers, among: Iterable[str] = QUESTIONS) -> dict[str, str]:
    """Return what must be written to make one set of answers the other; empty text for what goes."""
    return {path: after.get(path, "") for path in among if after.get(path, "") != before.get(path, "")}


def _rename(database: Database, key: int) -> None:
    rows = database.all(
        "SELECT path, text FROM answer WHERE profile_key = ? AND path IN (?, ?)",
        *(key, paths.FRIENDLY_NAME, paths.BUSINESS_NAME),
    )
    name = profile_name(dict(rows))
    database.run("UPDATE profile SET name = ?, folded = ? WHERE key = ?", name, folded(name), key)
