"""What becomes of the rows of a table: answers, or a reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from trusthub_tui.cli.tables import Row, Table
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.document import DocumentError, read
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.questionnaire import QUESTIONS, filled_on_leaving
from trusthub_tui.profile.questions import Kind
from trusthub_tui.profile.typed_choices import NoSuchChoice, taken


class Note(NamedTuple):
    """Something in a row that was taken as it is, although it is on no list."""

    path: str
    says: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A row and what becomes of it."""

    row: int
    answers: Answers
    reason: str = ""
    """Why no draft is made of it; empty where one is."""
    notes: tuple[Note, ...] = ()

    @property
    def name(self) -> str:
        """What its draft is called."""
        return profile_name(self.answers)


def take_rows(table: Table, meant: Mapping[str, str], defaults: Answers) -> Iterator[Taken]:
    """Yield what becomes of each row.

    ``meant`` is the path each column answers, empty for none; ``defaults`` are the answers of rows without
    one.
    """
    for row in table.rows:
        if row.reason:
            yield Taken(row.number, {}, row.reason)
        elif row.document is not None:
            yield _document(row)
        else:
            yield _cells(
                row, {meant[name]: cell for name, cell in row.cells.items() if meant.get(name)}, defaults
            )


def _document(row: Row) -> Taken:
    try:
        return Taken(row.number, read(row.document))
    except DocumentError as error:
        return Taken(row.number, {}, sentences(error.message, error.remedy))


def _cells(row: Row, cells: Mapping[str, str], defaults: Answers) -> Taken:
    given = {path: cell.strip() for path, cell in cells.items() if cell.strip()}
    if not given:
        return Taken(row.number, {}, "it has no answers")
    words, answers, notes = {**defaults, **given}, dict[str, str](), []
    for path in (path for path in QUESTIONS if path in words):
        try:
            answers[path] = taken(path, words[path], answers)
        except NoSuchChoice as error:
            # Nobody agrees to terms by mistake; anything else stays as typed, to be found and put right.
            answers[path] = "" if QUESTIONS[path].kind is Kind.TICK else clean(words[path])
            notes.append(Note(path, sentences(error.message, error.remedy)))
    return Taken(row.number, {**answers, **filled_on_leaving(answers)}, notes=tuple(notes))
