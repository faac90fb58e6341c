"""Tables of customers: CSV, TSV, JSON and a JSON object in each line, read as rows with named columns."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from trusthub_tui.cli.input_files import InputFile, as_json_value, text_of

_DELIMITERS: Final = ("\t", ";", ",", "|")
_EXTRA: Final = "\0extra"
"""Under which name the reader hands out what stands beyond the last column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    number: int
    """As people count: in a spreadsheet the columns' names are row 1."""
    cells: Mapping[str, str]
    reason: str = ""
    """Why it cannot be read; empty where it can."""
    document: object = None
    """A document of answers, where that stands in its place."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(source: InputFile, content: bytes) -> Table | None:
    """Return the table in a file; None for what has to be documents of answers in JSON."""
    text = text_of(content)
    if "\0" in text:
        raise source.fault("is no text", "Save it as CSV, TSV or JSON")
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return _separated(source, text) if start else None
    if _is_in_lines(start):
        return _table(_of_lines(text))
    value = as_json_value(source, content)
    each = value if isinstance(value, list) else [value]
    if not each or not all(map(_is_flat, each)):
        return None
    return _table(Row(number, _cells(one)) for number, one in enumerate(each, start=1))


def _table(rows: Iterator[Row]) -> Table:
    each = tuple(rows)
    return Table(tuple(dict.fromkeys(name for row in each for name in row.cells)), each)


def _separated(source: InputFile, text: str) -> Table:
    """Return the rows of CSV or TSV; the first line says what stands between the cells."""
    from sqlite_utils.utils import Format, rows_from_file

    head = text.lstrip().splitlines()[0]

    class Dialect(csv.excel):
        delimiter = max(_DELIMITERS, key=head.count)

    file = io.BytesIO(text.lstrip("\r\n").encode())
    try:
        read = list(rows_from_file(file, Format.CSV, dialect=Dialect, extras_key=_EXTRA)[0])
    except csv.Error as error:
        raise source.fault(f"is no table that can be read: {error}", "Save it as CSV again") from None
    columns = next(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=None), Dialect), [])
    if twice := next((name for name in columns if name.strip() and columns.count(name) > 1), ""):
        raise source.fault(f"has two columns {twice}", "Give each column a name of its own")
    return Table(tuple(filter(str.strip, columns)), tuple(_rows(read)))


def _rows(read: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    for number, cells in enumerate(read, start=2):
        reason = "it has more cells than there are columns" if cells.get(_EXTRA) else ""
        yield Row(number, {name: text or "" for name, text in cells.items() if name != _EXTRA}, reason)


def _is_in_lines(start: str) -> bool:
    """Whether each line is an object of its own."""
    lines = [line for line in start.splitlines() if line.strip()]
    return len(lines) > 1 and lines[1].lstrip().startswith("{") and lines[0].rstrip().endswith("}")


def _of_lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            yield Row(number, {}, f"it is not JSON: {error}")
            continue
        if _is_flat(value):
            yield Row(number, _cells(value))
        else:
            yield Row(number, {}, document=value)


def _is_flat(value: object) -> bool:
    """Whether it is an object of cells, and no document of answers."""
    return (
        isinstance(value, dict)
        and bool(value)
        and "schema" not in value
        and not any(isinstance(inner, dict) for inner in value.values())
    )


def _cells(value: Mapping[str, object]) -> dict[str, str]:
    return {name: _cell(inner) for name, inner in value.items()}


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(_cell, value))
        case _:
            return str(value)
