"""Whether a file is whole, and what a command may have changed in it."""

import json
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.attacks.attack import line_of, now
from tests.support.person import GOOD
from trusthub_tui.profile.document import write as as_document
from trusthub_tui.store.store import Store


def must_be_whole(file: Path, *, recovered: bool = False) -> None:
    """Look at every page, every reference and everything the store can read of a file.

    Where it was ``recovered`` from a damaged one, versions in between may be missing.
    """
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity"
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == [], "references"
    with Store(file, now) as store:
        for line in store.profiles.lines(limit=1000):
            profile = store.profiles.get(line.id)
            sent = store.submissions.of(line.id)
            store.events.of(line.id)
            waiting = [one.version for one in sent if one.decision is None]
            assert profile.status.in_review == bool(waiting) or profile.status.editable, "half a submission"
            versions = [one.version for one in sent]
            assert recovered or versions == list(range(1, len(sent) + 1)), "a version is missing"


@dataclass(frozen=True, slots=True)
class State:
    """What a command may change of a file with one profile."""

    profiles: int
    answers: Mapping[str, str] | None
    """None where the profile is in the bin."""
    status: str
    submissions: int
    decisions: int


def state_of(file: Path, made: str) -> State:
    """Return how things stand, as seen from one profile."""
    with Store(file, now) as store:
        there = {line.id for line in store.profiles.lines(limit=100)}
        if made not in there:
            return State(len(there), None, "", 0, 0)
        profile, sent = store.profiles.get(made), store.submissions.of(made)
        decided = sum(one.decision is not None for one in sent)
        return State(len(there), dict(profile.answers), profile.status.value, len(sent), decided)


@dataclass(frozen=True, slots=True)
class Command:
    """A command that changes something, what it says then, and what has to be done before it."""

    name: str
    words: tuple[str, ...]
    says: str
    before: tuple[str, ...] = ()

    def prepare(self, file: Path, made: str) -> None:
        """Do what has to be done before."""
        if self.before:
            line = line_of(file, *(word.format(id=made) for word in self.before))
            subprocess.run(line, check=True, capture_output=True, timeout=60)

    def filled(self, made: str, folder: Path) -> list[str]:
        """Return the words for a profile; those with a file make it."""
        document = folder / "answers.json"
        document.write_text(json.dumps(as_document(GOOD)), encoding="utf-8")
        return [word.format(id=made, file=document) for word in self.words]


IMPORTING: Final = Command("importing", ("import", "{file}"), "Imported")
COMMANDS: Final = (
    Command("submitting", ("submit", "{id}", "--yes", "--anyway"), "Version 1, submitted"),
    Command("filing", ("filed", "{id}", "--yes"), "Version 1, filed"),
    Command(
        "deciding", ("decide", "{id}", "--yes", "--code", "18602"), "Reason 18602", ("filed", "{id}", "--yes")
    ),
    Command("deleting", ("delete", "{id}", "--yes"), "Deleted"),
    Command("undoing", ("undo",), "Brought back", ("delete", "{id}", "--yes")),
    IMPORTING,
    Command("duplicating", ("duplicate", "{id}"), "Made draft"),
)
