"""Reading what is left in a damaged file: from a private copy, row by row, around what is gone."""

import json
import shutil
import sqlite3
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store import migrations, open_file
from trusthub_tui.store.records import UNCHECKED, number, text
from trusthub_tui.store.times import time_from_text

if TYPE_CHECKING:
    from sqlite_utils.db import Column

Values = dict[str, Any]
Row = tuple[Any, ...]

TABLES: Final = (
    *("address", "profile", "answer", "undo_stack", "submission", "acknowledgement", "carried", "event"),
    *("undoable", "preference", "linked", "evaluation", "sending", "ability", "account"),
)
"""Every table but that of open windows, those first that others refer to."""

_EARLIER: Final = {"acknowledgement": "kept", "undo_stack": "history"}
"""What tables were called before the third layout."""

_TIMES: Final = frozenset(
    {"at", "used_at", "deleted_at", "created_at", "changed_at", "submitted_at", "due_at", "decided_at"}
)
_LISTS: Final = frozenset({"shown", "reasons"})
_OBJECTS: Final = frozenset({"parts", "detail", "answers"})

_MISSED_MOST: Final = frozenset({"profile", "answer"})
"""Tables without which a file is no file of profiles."""

_ATTEMPTS: Final = 5
_PROBES: Final = 10_000
"""Places of one table at which reading is tried again after damage."""

_FRUITLESS: Final = 250
"""Places in a row at which nothing was found, until a table is given up."""

_FURTHEST: Final = 1 << 20
"""How many rows are looked for where not even the last one can be found."""

_DAMAGE: Final = (sqlite3.Error, UnicodeError, OverflowError)
"""What SQLite and Python raise over damage; schemas and messages may be no UTF-8."""


@dataclass(slots=True)
class Found:
    """The rows of a file that can be read, and how much cannot."""

    rows: dict[str, list[Values]] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    """By table, rows that are there and make no sense."""
    broken: set[str] = field(default_factory=set)
    """Tables in which whole places cannot be read."""
    ids: dict[int, str] = field(default_factory=dict)
    """By key, the IDs of profiles as an index has them: also of those whose own row is gone."""
    answers: set[tuple[int, str]] = field(default_factory=set)
    """Every answer that an index knows, by profile and question: also those whose text is gone."""
    versions: set[tuple[int, int]] = field(default_factory=set)
    """Every submission that an index knows, by profile and version."""


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """Copy a file and its log into a folder of our own: SQLite may change what it opens, even to read it."""
    with tempfile.TemporaryDirectory(prefix="trusthub-tui-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "profiles.db"
        for _ in range(_ATTEMPTS):
            before = _stamps(path)
            for end in ("", "-wal", "-journal"):
                source = path.with_name(path.name + end)
                if source.exists():
                    shutil.copyfile(source, copy.with_name(copy.name + end))
            if _stamps(path) == before:
                break  # nobody saved in between
        yield copy


def _stamps(path: Path) -> list[tuple[int, int]]:
    places = [path, *open_file.companions(path)[::2]]
    found = [place.stat() for place in places if place.exists()]
    return [(one.st_size, one.st_mtime_ns) for one in found]


def read(copy: Path) -> Found:
    """Return every row that can be read from a private copy, which is changed by that.

    Where the front of the file is gone, that of a new file stands in for it: the tables of every file that
    this program made begin at the same places.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        layout = _layout(new)
        found = _read(copy, layout)
        if found.broken and not found.rows.get("answer") and not found.rows.get("profile"):
            _put_front(copy, new)
            second = _read(copy, layout)
            return second if any(second.rows.values()) else found
    return found


def _layout(new: sqlite3.Connection) -> Mapping[str, "list[Column]"]:
    from sqlite_utils import Database

    migrations.apply(new, 0)
    database = Database(new, execute_plugins=False)
    return {name: database.table(name).columns for name in TABLES}


def _put_front(copy: Path, new: sqlite3.Connection) -> None:
    """Put the pages of a new file's schema in the place of a copy's."""
    fresh = new.serialize()
    size: int = new.execute("PRAGMA page_size").fetchone()[0]
    roots = {root for (root,) in new.execute("SELECT rootpage FROM sqlite_master")}
    with copy.open("r+b") as raw:
        if copy.stat().st_size < len(fresh):
            raw.truncate(len(fresh))
        for page in range(1, len(fresh) // size + 1):
            if page not in roots:
                raw.seek((page - 1) * size)
                raw.write(fresh[(page - 1) * size : page * size])
        raw.seek(28)
        raw.write(bytes(4))  # how many pages there are: to be told from the size


def _read(copy: Path, layout: Mapping[str, "list[Column]"]) -> Found:
    found = Found()
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.text_factory = _text_or_bytes
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            # Then SQLite goes on over a schema and a size that contradict the rest.
            connection.execute("PRAGMA writable_schema = ON")
            there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        except _DAMAGE:
            found.broken |= _MISSED_MOST
            return found
        for name, columns in layout.items():
            source = name if name in there else _EARLIER.get(name, name)
            _read_table(connection, found, (name, source), columns)
        _read_indexes(connection, found)
    return found


def _text_or_bytes(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _read_table(
    connection: sqlite3.Connection, found: Found, names: tuple[str, str], columns: "list[Column]"
) -> None:
    name, source = names
    found.rows[name] = []
    try:
        there = {row[1] for row in connection.execute(f'PRAGMA table_info("{source}")')}
    except _DAMAGE:
        there = set()
    known = [column for column in columns if column.name in there]
    if not known:
        found.broken |= _MISSED_MOST & {name}
        return
    walk = _Walk(connection, source, [column.name for column in known])
    for row in walk.rows() if walk.has_keys() else walk.rows_without_keys():
        values = _typed(name, known, row)
        if values is None:
            found.unread[name] = found.unread.get(name, 0) + 1
        else:
            found.rows[name].append(values)
    if walk.broken:
        found.broken.add(name)


def _typed(table: str, columns: "list[Column]", row: Row) -> Values | None:
    """Return a row's values as the store reads them; None where one makes no sense and cannot be left out."""
    values: Values = {}
    for column, value in zip(columns, row, strict=True):
        try:
            values[column.name] = _value(table, column, value)
        except (ValueError, TypeError, LookupError, RecursionError, OverflowError):
            if not _left_out(values, table, column):
                return None
    return values


SPARE: Final[dict[str, object]] = {
    "folded": "",
    "next": UNCHECKED.next,
    "rank": UNCHECKED.rank,
    "steps": UNCHECKED.steps,
    "version": 1,
    "section": 1,
    "path": "",
    "caret": 0,
    "shown": "[]",
    "registration": "",
    "sid": "",
    "name": "",
    "address_key": None,
}
"""What takes the place of a profile's unreadable value; it loses no answer."""


def _left_out(values: Values, table: str, column: "Column") -> bool:
    if table == "profile" and column.name in SPARE:
        values[column.name] = SPARE[column.name]
        return True
    return False


def _value(table: str, column: "Column", value: Any) -> Any:
    if value is None and not column.notnull:
        return None
    if column.type == "INTEGER":
        return number(value)
    read = text(value)
    _check(table, column.name, read)
    return read


def _check(table: str, name: str, read: str) -> None:
    if name in _TIMES:
        time_from_text(read)
    elif name in _LISTS:
        _must_be(list, read)
    elif name in _OBJECTS:
        _must_be(dict, read)
    elif (table, name) == ("profile", "status"):
        Status(read)
    elif (table, name) == ("answer", "path") and read not in QUESTIONS:
        raise LookupError


def _must_be(kind: type, read: str) -> None:
    if not isinstance(json.loads(read), kind):
        raise TypeError


class _Walk:
    """Reads a table in the order of its keys, from both sides of every place that cannot be read."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: list[str]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        self._columns = columns[:2]
        self._plain = f'SELECT {names} FROM "{table}"'  # noqa: S608 - ours
        self._select = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid BETWEEN ? AND ?'  # noqa: S608 - ours
        self._connection = connection
        self._read = self._fruitful = 0
        self.broken = False

    def has_keys(self) -> bool:
        """Whether each row has a number; in some tables of the first two layouts none has."""
        try:
            self._connection.execute(self._select, (0, 0))
        except sqlite3.OperationalError as error:
            return error.sqlite_errorcode != sqlite3.SQLITE_ERROR
        except _DAMAGE:
            return True
        return True

    def rows_without_keys(self) -> Iterator[Row]:
        """Yield the rows of such a table from its front and, past damage, from its end."""
        for way in ("ASC", "DESC"):
            order = ", ".join(f"{column} {way}" for column in self._columns)
            try:
                yield from self._connection.execute(f"{self._plain} ORDER BY {order}")
            except _DAMAGE:
                self.broken = True
                continue
            return

    def rows(self) -> Iterator[Row]:
        """Yield the rows without their keys."""
        spans = deque([(1, self._last())])
        for tried in range(_PROBES):
            if not spans or tried - self._fruitful > _FRUITLESS:
                return
            low, high = spans.popleft()
            before = self._read
            low, stopped = yield from self._from_below(low, high)
            if not stopped:
                continue
            self.broken = True
            high = yield from self._from_above(low, high)
            if self._read > before:
                self._fruitful = tried
            if high > low:
                middle = (low + high) // 2
                spans += [(low, middle), (middle + 1, high)]

    def _from_below(self, low: int, high: int) -> Generator[Row, None, tuple[int, bool]]:
        """Yield rows up to damage; return where it begins, and whether there was any."""
        stopped: list[int] = []
        yield from self._one_way(low, high, "ASC", stopped.append)
        return (max(low, stopped[0] + 1), True) if stopped else (low, False)

    def _from_above(self, low: int, high: int) -> Generator[Row, None, int]:
        """Yield rows down to damage; return where it ends."""
        stopped: list[int] = []
        yield from self._one_way(low, high, "DESC", stopped.append)
        return stopped[0] - 1 if stopped and stopped[0] >= 0 else high

    def _last(self) -> int:
        last = [0]
        for row in self._one_way(-(1 << 62), 1 << 62, "DESC", lambda _: last.append(_FURTHEST), keyed=True):
            return int(row[0])
        return last[-1]

    def _one_way(
        self, low: int, high: int, way: str, stopped: Callable[[int], None], *, keyed: bool = False
    ) -> Iterator[Row]:
        """Yield rows in one direction; where damage is met, tell the last key before it, or -1 for none."""
        last = -1
        try:
            for row in self._connection.execute(f"{self._select} ORDER BY rowid {way}", (low, high)):
                last = row[0]
                self._read += 1
                yield row if keyed else row[1:]
        except _DAMAGE:
            stopped(last)


def _read_indexes(connection: sqlite3.Connection, found: Found) -> None:
    for key, profile_id in _index(connection, "profile", "profile_id", "key, id"):
        if isinstance(key, int) and isinstance(profile_id, str):
            found.ids[key] = clean(profile_id)
    for key, path in _index(connection, "answer", "sqlite_autoindex_answer_1", "profile_key, path"):
        if isinstance(key, int) and path in QUESTIONS:
            found.answers.add((key, path))
    for key, version in _index(connection, "submission", "submission_version", "profile_key, version"):
        if isinstance(key, int) and isinstance(version, int):
            found.versions.add((key, version))


def _index(connection: sqlite3.Connection, table: str, index: str, columns: str) -> Iterator[Row]:
    """Yield what an index knows of a table's columns: from its front and, past damage, from its end."""
    order = "id" if table == "profile" else columns
    for way in (order, ", ".join(f"{column} DESC" for column in order.split(", "))):
        query = f"SELECT {columns} FROM {table} INDEXED BY {index} ORDER BY {way}"  # noqa: S608 - ours
        try:
            yield from connection.execute(query)
        except _DAMAGE:
            continue
        return
