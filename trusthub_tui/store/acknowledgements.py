"""What the user said about answers: "It is right", and "this one is in the Console now"."""

from typing import Final

from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.times import time_from_text, time_to_text

_SAID: Final = "SELECT path, rule, answer, note, at FROM acknowledgement WHERE profile_key = ?"
_WITHDRAW: Final = (
    "DELETE FROM acknowledgement WHERE profile_key = ? AND path = ? AND rule = ? AND answer = ?"
)


def all_of(database: Database, key: int) -> tuple[Acknowledgement, ...]:
    """Return every "It is right" of a profile, the first one first."""
    return _read(database, f"{_SAID} ORDER BY at", key)


def about(database: Database, key: int, path: str, rule: str, answer: str) -> Acknowledgement | None:
    """Return what was said about one answer, if it was."""
    found = _read(database, f"{_SAID} AND path = ? AND rule = ? AND answer = ?", key, path, rule, answer)
    return found[0] if found else None


def write(database: Database, key: int, said: Acknowledgement) -> None:
    """Write an "It is right"; instead of an earlier one about the same answer."""
    database.run(
        "INSERT INTO acknowledgement (profile_key, path, rule, answer, note, at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (profile_key, path, rule, answer)"
        " DO UPDATE SET note = excluded.note, at = excluded.at",
        *(key, said.path, said.rule, clean(said.answer), clean(said.note), time_to_text(said.at)),
    )


def withdraw(database: Database, key: int, said: Acknowledgement) -> None:
    """Remove an "It is right"."""
    database.run(_WITHDRAW, key, said.path, said.rule, said.answer)


def carried(database: Database, key: int, answers: Answers) -> frozenset[str]:
    """Return the questions whose answers are in the Console as they are now."""
    rows = database.all("SELECT path, answer FROM carried WHERE profile_key = ?", key)
    with sqlite_errors.readable(database.path):
        return frozenset(clean(path) for path, answer in rows if answer == answers.get(path, ""))


def carry(database: Database, key: int, path: str, answer: str) -> None:
    """Write that an answer is in the Console."""
    database.run(
        "INSERT INTO carried (profile_key, path, answer) VALUES (?, ?, ?)"
        " ON CONFLICT (profile_key, path) DO UPDATE SET answer = excluded.answer",
        *(key, path, answer),
    )


def uncarry(database: Database, key: int, path: str) -> None:
    """Write that it is not."""
    database.run("DELETE FROM carried WHERE profile_key = ? AND path = ?", key, path)


def _read(database: Database, query: str, *values: object) -> tuple[Acknowledgement, ...]:
    rows = database.all(query, *values)
    with sqlite_errors.readable(database.path):
        return tuple(
            Acknowledgement(clean(path), clean(rule), clean(answer), clean(note), time_from_text(at))
            for path, rule, answer, note, at in rows
        )
