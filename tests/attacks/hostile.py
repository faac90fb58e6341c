"""Hostile text through every door: nothing of it reaches a terminal or a copy but as harmless letters."""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from click.testing import CliRunner

from tests.attacks import account
from tests.attacks.attack import Kind, Trial, now
from tests.attacks.screens import CTRL_Q, ESCAPE, F9, at_start
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.cli.command_line import main
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import write as to_document
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

MARK: Final = "7731"
"""Stands in each sequence of theirs, and in none that the program sends."""

_SEQUENCES: Final = (
    *(f"\x1b]0;{MARK}\x07", f"\x1b]2;{MARK}\x1b\\", f"\x1b[{MARK}J", f"\x1b[31;{MARK}m", f"\x9b{MARK}m"),
    *(
        f"\x1b]8;;http://evil{MARK}\x1b\\x",
        f"\x1b]52;c;{MARK}\x07",
        f"\x1bP+q{MARK}\x1b\\",
        f"\x9d0;{MARK}\x9c",
    ),
    *(f"\x1b[?{MARK}l", f"\x1b[{MARK};1H", f"\x1b_{MARK}\x1b\\", f"\x1b^{MARK}\x1b\\", f"\x1bX{MARK}\x1b\\"),
    *(
        "\x1bc",
        "\x1b[6n",
        "\x1b#8",
        "\x1b(0",
        "\x1b",
        "\x9b",
        "\x07",
        "\x08" * 9,
        "\x00",
        "\x7f",
        "\x0e",
        "\x05",
    ),
)
_LETTERS: Final = (
    *("\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\ud800", "\udcff", "\uffff", "\ufffe"),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\ufeff", "\u00ad", "\u3164", "\u115f"),
    *(
        "e" + "\u0301" * 60,
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\U000e0041" * 20,
        "\u0e33",
        "ﷺ" * 9,
    ),
    *("a" * 3000, " " * 500, "\t" * 20, "名" * 300),
)
_MARKUP: Final = (
    *("[red]x[/red]", "[@click=app.bell]x[/]", "[/]", "[link=http://evil]x[/link]", "[[", "\\[b]"),
    *(
        "<script>x</script>",
        "<img src=x onerror=y>",
        '" onclick="x',
        "</title><b>",
        "&lt;b&gt;",
        "<!--",
        "]]>",
    ),
    *(
        "[x](javascript:1)",
        "![x](http://evil)",
        "<javascript:x>",
        "# x",
        "|a|b|",
        "```",
        "- [ ] x",
        "\n\n<b>x",
    ),
    *("{0}{1!r}", "%s%n%x", "${x}", "$(touch pwned)", "`touch pwned`", "; touch pwned", "| touch pwned #"),
    *(
        "=1+1",
        "@SUM(1)",
        "-1+1",
        "'; DROP TABLE profile; --",
        "../../etc/passwd",
        "--yes",
        "-h",
        "@/etc/passwd",
    ),
)
PARTS: Final = (*_SEQUENCES, *_LETTERS, *_MARKUP)

_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_RAW: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_SENT: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])"
)


def text_of(trial: Trial) -> str:
    """Return the string of a trial: first each part alone, then several in a row."""
    number = trial.number // len(KINDS)
    if number < len(PARTS):
        return PARTS[number]
    return "".join(trial.random.choice(PARTS) for _ in range(trial.random.randint(2, 5)))


def _is_raw(char: str) -> bool:
    return char != "\n" and (unicodedata.category(char) in _CATEGORIES or char in _RAW)


def doors(trial: Trial) -> None:
    """Give a string to every command as every argument and in the environment, and print what was stored."""
    text = text_of(trial)
    answers = dict.fromkeys((path for path in QUESTIONS if path != paths.TERMS), text) | {
        paths.COUNTRY: trial.random.choice(("US", "DE", text))
    }
    with Store(trial.file, now) as store:
        made = store.profiles.create(answers).id
        good = store.profiles.create(dict(GOOD)).id
    document = trial.folder / "answers.json"
    document.write_text(json.dumps(to_document(answers)), encoding="utf-8")
    message = trial.folder / "message.txt"
    message.write_bytes(f"From: Twilio\n\n{text} 18602 {text}".encode("utf-8", "surrogatepass"))
    table = trial.folder / "table.csv"
    table.write_bytes(f'"{text}",Legal business name\n"{text}","{text}"\n'.encode("utf-8", "surrogatepass"))
    for words in _words(text, made, good, (document, message, table)):
        _prints(trial.file, *words)
    for name in (
        "TRUSTHUB_TUI_DB",
        "TRUSTHUB_TUI_REVIEW_AFTER",
        "COLUMNS",
        "TERM",
        "LC_ALL",
        "NO_COLOR",
        "HOME",
    ):
        _prints(None if name.endswith("DB") else trial.file, "list", environment={name: text})
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_API_KEY", "TWILIO_API_SECRET"):
        credentials = {"TWILIO_ACCOUNT_SID": account.SID, "TWILIO_API_KEY": "x", "TWILIO_API_SECRET": "x"}
        _prints(trial.file, "--offline", "account", environment=credentials | {name: text})
    assert not list(trial.folder.rglob("pwned"))
    assert not Path("pwned").exists()


def _words(text: str, made: str, good: str, files: tuple[Path, Path, Path]) -> Iterator[tuple[str, ...]]:
    document, message, table = map(str, files)
    yield from (("show", text), ("--db", text, "list"), (text,), ("import", text), ("explain", text))
    yield from (("--review-after", text, "list"), ("list", "--find", text), ("list", "--sort", text))
    yield from (("set", good, f"{paths.CITY}={text}"), ("set", good, text), ("get", good, text))
    yield from (("import", document), ("import", table), ("import", table, "--map", f"{text}=x"))
    yield from (("backup", f"{document}.{text}"), ("restore", text), ("schema", text), ("completion", text))
    yield from (("duplicate", text), ("delete", text, "--yes"), ("diff", made, text), ("export", text))
    yield from (("export", made, "--format", text), ("pull", text), ("keys", text), ("remote", text))
    yield from (("explain", "--from", message), ("submit", made, "--yes", "--anyway"), ("fix", made))
    yield from (("filed", made, "--sid", text, "--yes"), ("filed", made, "--yes"))
    yield from (("decide", made, text), ("decide", made, "--yes", "--from", message))
    yield from _printing(made)


def _printing(made: str) -> Iterator[tuple[str, ...]]:
    yield from (("list",), ("list", "--json"), ("show", made), ("show", made, "--json"), ("history", made))
    yield from (
        ("check", made),
        ("fix", made),
        ("diff", made, "1"),
        ("get", made),
        ("doctor",),
        ("doctor", "--json"),
    )
    yield from (
        ("export", made),
        ("export", made, "--format", "markdown"),
        ("export", made, "--format", "html"),
    )
    yield from (("export", made, "--format", "sheet"), ("export", "--all", "--format", "csv"), ("undo",))


def _prints(file: Path | None, *words: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a command within this process, and look at all that it prints."""
    # No argument can hold a zero byte, and half a character only as a byte that is no UTF-8.
    given = [_as_argument(word) for word in words]
    around = {name: _as_argument(value) for name, value in (environment or {}).items()}
    line = given if file is None else ["--db", str(file), *given]
    result = CliRunner().invoke(main, line, env=around)
    assert isinstance(result.exception, SystemExit | None), f"{words!a}: {result.exception!r}"
    for said in (result.stdout, result.stderr):
        bad = {ascii(char) for char in said if _is_raw(char)}
        assert not bad, f"{ascii(words)[:120]} prints {bad}"
        assert "Traceback" not in said
    return str(result.stdout)


def _as_argument(text: str) -> str:
    return text.replace("\x00", "").replace("\ud800", "\udcff")


@cache
def _used() -> bytes:
    """Return a file with some of everything in it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "profiles.db"
        with Store(file, now) as store:
            made = store.profiles.create(dict(GOOD)).id
            gone = store.profiles.create(dict(GOOD)).id
            store.profiles.save(made, {paths.CITY: "Oakland"}, Place(2, paths.CITY, 3))
            store.addresses.save({path: GOOD[path] for path in paths.ADDRESS_PARTS if path in GOOD})
        for words in (
            ("submit", made, "--yes", "--anyway"),
            ("filed", made, "--yes"),
            ("delete", gone, "--yes"),
        ):
            _prints(file, *words)
        _prints(file, "decide", made, "--yes", "--code", "18602")
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return file.read_bytes()


def columns(trial: Trial) -> None:
    """Write a string into each column of the file, as only somebody else's hand can, and print all of it."""
    text = text_of(trial)
    trial.file.write_bytes(_used())
    for number, (table, column) in enumerate(_columns(trial.file)):
        for path in trial.folder.iterdir():
            path.unlink()
        trial.file.write_bytes(_used())
        with closing(sqlite3.connect(trial.file, isolation_level=None)) as raw:
            raw.execute("PRAGMA ignore_check_constraints = ON")
            made = raw.execute("SELECT id FROM profile WHERE deleted_at IS NULL").fetchone()[0]
            value = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            raw.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))  # noqa: S608 - of the file
        commands = (
            ("list",),
            ("show", made),
            ("history", made),
            ("export", made, "--format", "html"),
            ("undo",),
        )
        for turn in (0, 2):  # with another string the others have their turn
            _prints(trial.file, *commands[(trial.number // len(KINDS) + number + turn) % len(commands)])


def _columns(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            (table, row[1])
            for table in tables
            if not table.startswith("sqlite_")
            for row in raw.execute(f"PRAGMA table_info({table})")
            if row[2] == "TEXT"
        ]


def replies(trial: Trial) -> None:
    """Put a string into each field of what Twilio answers, one after the other; print what comes of it."""
    text = text_of(trial)
    with account.served(trial.folder) as (fake, environment):
        sid = fake.console_draft(account.SID)
        fake.decide(sid, "twilio-rejected", (18602,))
        wanted = ""
        fields: set[str] = set()

        def change(asked: object, reply: Any) -> None:
            document = json.loads(reply.body or b"null")
            fields.update(_fields(document))
            reply.body = json.dumps(_with(document, wanted, text)).encode()

        fake.checks.append(change)
        commands = (("pull", "--all"), ("remote",), ("account",), ("watch", "--once"), ("evaluate", "{id}"))
        _all_of(trial.file, commands, environment)
        names = sorted(fields)
        for number, wanted in enumerate(trial.random.sample(names, 1) if trial.short else names):  # noqa: B007 - the change reads it
            turn = trial.number // len(KINDS) + number
            chosen = (commands[0], commands[1 + turn % 16]) if turn % 16 < 4 else commands[:1]
            _all_of(trial.folder / f"{number}.db", chosen, environment)


def _all_of(file: Path, commands: tuple[tuple[str, ...], ...], environment: Mapping[str, str]) -> None:
    for words in commands:
        made = "0000"
        if file.exists():
            with Store(file, now) as store:
                made = next((line.id for line in store.profiles.lines()), "0000")
        _prints(file, *(word.format(id=made) for word in words), environment=environment)
    if file.exists():
        _prints(file, "show", made)


def _fields(document: object) -> Iterator[str]:
    if isinstance(document, dict):
        for name, value in document.items():
            yield name
            yield from _fields(value)
    if isinstance(document, list):
        for value in document:
            yield from _fields(value)


def _with(document: object, name: str, text: str) -> object:
    """Return a reply in which each field of a name has another value."""
    if isinstance(document, list):
        return [_with(value, name, text) for value in document]
    if not isinstance(document, dict):
        return document
    return {field: text if field == name else _with(value, name, text) for field, value in document.items()}


def screens(trial: Trial) -> None:
    """Walk through all screens of a profile full of a string, type it and paste it: nothing raw is sent."""
    text = text_of(trial)
    typed = text.encode("utf-8", "replace").decode().replace(CTRL_Q, "")
    answers = dict.fromkeys((path for path in QUESTIONS if path != paths.TERMS), text)
    answers[paths.COUNTRY] = "US"
    with Store(trial.file, now) as store:
        made = store.profiles.create(answers).id
        store.profiles.save(made, {}, Place(1, paths.BUSINESS_NAME, 0))
    with at_start(trial.file) as opened:
        opened.shows("Step 1 of 7")
        _paste(opened, typed)
        for _ in range(6):
            opened.send(F9 * 2)  # the second time goes on although there are problems
            opened.read_for(0.15)
        for keys in (f"{ESCAPE}r", f"{ESCAPE}t", f"{ESCAPE}x", f"{ESCAPE}v", f"{ESCAPE}g", "\x1bOP", "\x10"):
            opened.send(keys)
            opened.read_for(0.15)
            _paste(opened, typed)
            opened.send(f"{ESCAPE}{ESCAPE}")
            opened.read_for(0.3)
        _sends_nothing_raw(opened)
        if opened.process.poll() is None:
            opened.send(typed)  # as keys: they may do anything that keys do
            opened.read_for(0.5)
        _sends_nothing_raw(opened)
    _at_the_list(trial, made, typed)
    assert not list(trial.folder.rglob("pwned"))


def _at_the_list(trial: Trial, made: str, typed: str) -> None:
    """Look at the list, find, explain, and enter a decision on what was filed."""
    _prints(trial.file, "filed", made, "--yes")
    with at_start(trial.file, "resume", made) as opened:
        opened.shows("In Review")
        opened.until(lambda: opened.mode("bracketed paste"), "that pastes are told from keys")
        for keys in ("p", "y", f"{ESCAPE}d", "/", "y"):
            opened.send(keys)
            opened.read_for(0.15)
            _paste(opened, typed)
            opened.send(ESCAPE)
            opened.read_for(0.3)
        _sends_nothing_raw(opened)


def _paste(opened: Terminal, text: str) -> None:
    opened.send("\x1b[200~" + text.replace("\x1b[201~", "") + "\x1b[201~")
    opened.read_for(0.1)


def _sends_nothing_raw(opened: Terminal) -> None:
    sent = opened.written.decode()
    assert "Traceback" not in sent
    theirs = [ascii(one) for one in _SENT.findall(sent) if MARK in one]
    assert not theirs, f"sent as they are: {theirs[:3]}"
    left = _SENT.sub("", sent).removesuffix("\x1b")
    bad = {ascii(char) for char in left if _is_raw(char) and char not in "\r\x08"}
    assert not bad, f"sent as they are: {bad}"


class _Tags(HTMLParser):
    """Notes each tag with the names of its attributes, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, ...]] = set()
        self.leads: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.seen.add((tag, *sorted(name for name, _ in attrs)))
        self.leads |= {f"{value}".partition(":")[0] for name, value in attrs if name in ("href", "src")}


def copies(trial: Trial) -> None:
    """Export a profile full of a string for people to read: it brings no tag, attribute, link or picture."""
    from markdown_it import MarkdownIt

    text = text_of(trial)
    answers = dict.fromkeys((path for path in QUESTIONS if path != paths.TERMS), f"{text} a")
    with Store(trial.file, now) as store:
        hostile = store.profiles.create(answers).id
        harmless = store.profiles.create(dict.fromkeys(answers, "x a")).id
    for made in (hostile, harmless):
        _prints(trial.file, "submit", made, "--yes", "--anyway")
    for form, as_html in (("html", str), ("markdown", MarkdownIt("commonmark").enable("table").render)):
        tags = []
        for made in (hostile, harmless):
            read = _Tags()
            read.feed(as_html(_prints(trial.file, "export", made, "--format", form)))
            tags.append(read)
        more = tags[0].seen - tags[1].seen
        assert not more, f"{form} has other tags: {more}"
        assert tags[0].leads <= tags[1].leads | {"https", "mailto"}, f"{form} leads to {tags[0].leads}"


KINDS: Final[tuple[Kind, ...]] = (doors, columns, replies, screens, copies)
