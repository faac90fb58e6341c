"""Hostile text through every door: nothing of it reaches a terminal but as harmless letters."""

import json
import unicodedata
from pathlib import Path
from random import Random
from typing import Final

from click.testing import CliRunner

from tests.attacks.attack import Kind, Trial, now
from tests.support.person import GOOD
from tests.support.terminal import terminal
from trusthub_tui.cli.command_line import main
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import write as to_document
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.store import Store

MARK: Final = "PWN"

_PARTS: Final = (
    *(
        f"\x1b]0;{MARK}\x07",
        f"\x1b[2J{MARK}",
        f"\x9b31m{MARK}",
        f"\x1b]8;;http://evil{MARK}\x1b\\x",
        "\x07",
        "\x08" * 9,
    ),
    *(
        "\x1b[?1049l",
        "\x1bc",
        f"\x1b]52;c;{MARK}\x07",
        "\x1b[6n",
        "\x1bP+q544e\x1b\\",
        "\x00",
        "\x7f",
        "\x0e",
        "\r\n",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x85",
        "\ud800",
        "[red]x[/red]",
        "[@click=app.bell]x[/]",
    ),
    *(
        "{0}{1!r}",
        "%s%n",
        "$(touch pwned)",
        "`touch pwned`",
        "; touch pwned",
        "=1+1",
        "<script>x</script>",
        "a" * 3000,
    ),
    *(
        "e" + "\u0301" * 60,
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\uffff",
        "'; DROP TABLE profile; --",
        "../../etc",
    ),
)

_OUTPUTS: Final = (
    *(
        ("list",),
        ("list", "--json"),
        ("show", "{id}"),
        ("show", "{id}", "--json"),
        ("history", "{id}"),
        ("check", "{id}"),
    ),
    *(
        ("fix", "{id}"),
        ("export", "{id}", "--format", "md"),
        ("export", "{id}"),
        ("diff", "{id}", "1"),
        ("doctor",),
    ),
)


def hostile(trial: Trial) -> None:
    """Put a string into every door, and look at what every command and the screens print of it."""
    text = "".join(trial.random.choice(_PARTS) for _ in range(trial.random.randint(1, 4)))
    _commands(trial.folder, text, trial.random)
    if trial.number % 10 == 0:
        _screens(trial.folder, text)
    assert not list(trial.folder.rglob("pwned"))


KINDS: Final[tuple[Kind, ...]] = (hostile,)


def _commands(folder: Path, text: str, random: Random) -> None:
    file = folder / "profiles.db"
    path = random.choice([path for path in QUESTIONS if path != paths.TERMS])
    answers = dict(GOOD) | {path: text, paths.FRIENDLY_NAME: text}
    with Store(file, now) as store:
        profile_id = store.profiles.create(answers).id
        _into_columns(store, text)
    document = folder / "answers.json"
    document.write_text(json.dumps(to_document(answers)), encoding="utf-8")
    for words in (
        *(
            ("import", str(document)),
            ("submit", profile_id, "--yes", "--anyway"),
            ("filed", profile_id, "--yes"),
        ),
        *(("decide", profile_id, "--yes", "--rejected"), ("show", text), ("--db", text, "list"), (text,)),
        *(
            ("import", text),
            ("explain", text),
            ("filed", profile_id, "--sid", text),
            ("decide", profile_id, text),
        ),
        *(
            ("--review-after", text, "list"),
            ("export", profile_id, "--format", text),
            ("list", "--find", text),
        ),
    ):
        _prints(file, *words)
    for template in _OUTPUTS:
        _prints(file, *(word.format(id=profile_id) for word in template))


def _into_columns(store: Store, text: str) -> None:
    """Write the string where only somebody else's hand can: columns that the program itself would clean."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        for column in ("name", "next"):
            try:
                raw.execute(f"UPDATE profile SET {column} = ?", (text,))  # noqa: S608 - ours
            except UnicodeEncodeError:
                continue  # half a character cannot be written


def _prints(file: Path, *words: str) -> None:
    # No argument can hold a zero byte, and half a character only as a byte that is no UTF-8.
    given = tuple(word.replace("\x00", "").replace("\ud800", "\udcff") for word in words)
    result = CliRunner().invoke(main, ["--db", str(file), *given])
    assert isinstance(result.exception, SystemExit | None), f"{words!a}: {result.exception!r}"
    for said in (result.stdout, result.stderr):
        bad = {ascii(char) for char in said if _is_raw(char)}
        assert not bad, f"{ascii(words)[:120]} prints {bad}"


def _is_raw(char: str) -> bool:
    return char not in "\n" and (unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202e\u2066\u2028")


def _screens(folder: Path, text: str) -> None:
    file = folder / "profiles.db"
    raw = f";{MARK}".encode(), f"31m{MARK}".encode(), f"evil{MARK}\x1b".encode(), b"\x1bc", b"\x1bP+q544e"
    with terminal(file) as opened:
        opened.shows("profile")
        opened.send("\r")
        opened.read_for(0.5)
        opened.send("\x1b[200~" + text.replace("\ud800", "").replace("\x1b[201~", "") + "\x1b[201~")
        opened.read_for(0.5)
        opened.send("\x11")
        opened.read_for(0.5)
        for bytes_of_theirs in raw:
            assert b"\x1b]0" + bytes_of_theirs not in opened.written
            assert b"\x9b" + bytes_of_theirs not in opened.written
        assert b"Traceback" not in opened.written
