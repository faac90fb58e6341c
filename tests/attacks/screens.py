"""The program in a terminal, and keys whose echo can be told from everything else on the screen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from tests.attacks.attack import now
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

F7, F9, CTRL_Q, CTRL_S, ESCAPE, DOWN = "\x1b[18~", "\x1b[20~", "\x11", "\x13", "\x1b", "\x1b[B"

_LETTERS: Final = "бвгджзклмнптфцчшщъыьэюяβγδζηθλμξπσφψω"
"""Letters that the program never writes by itself."""

FIELDS: Final = (
    Place(1, paths.FRIENDLY_NAME, 0),
    Place(1, paths.BUSINESS_NAME, 0),
    Place(3, paths.WEBSITE, 0),
    Place(3, paths.ID_NUMBER, 0),
    Place(4, paths.of_representative(1, "first_name"), 0),
    Place(4, paths.of_representative(2, "last_name"), 0),
    Place(5, paths.NOTIFICATION_EMAIL, 0),
)
"""Where somebody types."""


def token(random: Random, length: int = len(_LETTERS)) -> str:
    """Return a text in which no letter occurs twice, and none that stands anywhere else on a screen."""
    return "".join(random.sample(_LETTERS, length))


def echoed(opened: Terminal, typed: str) -> str:
    """Return what was echoed of a token: each of its letters on the screen was typed, and only typed."""
    there = set(opened.screen)
    return "".join(letter for letter in typed if letter in there)


def draft(file: Path, place: Place) -> str:
    """Make a draft in which a field is empty and has the cursor."""
    with Store(file, now) as store:
        made = store.profiles.create({paths.COUNTRY: "US"}).id
        store.profiles.save(made, {}, place)
    return made


@contextmanager
def at_start(file: Path, *words: str, under: Sequence[str] = (), **environment: str) -> Iterator[Terminal]:
    """Start the program in a terminal, by resuming the last draft unless something else is told."""
    line = ("--db", str(file), *(words or ("resume", "--last")))
    opened = Terminal(*line, environment=environment, under=under)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def at_step(file: Path, section: int) -> Iterator[Terminal]:
    """Resume the last draft, at a step; no letter of a token is on the screen then."""
    with at_start(file) as opened:
        opened.shows(f"Step {section} of 7")
        assert not set(opened.screen) & set(_LETTERS), "letters of a token stand on the screen already"
        yield opened
