"""Printing: sentences, JSON, and plain text that survives pipes and narrow terminals."""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable
from typing import Final, TextIO

from trusthub_tui import cells
from trusthub_tui.cli.fault import Fault
from trusthub_tui.profile.answers import UNSAFE, harmless

_IN_A_PIPE: Final = 100
_NARROWEST: Final = 20
_AT_A_TIME: Final = 200
"""Values of an array that are printed in one go."""


def say(text: str | bytes, *, end: bool = True) -> None:
    """Print to standard output at once; Fault when that is not possible, quiet when nobody reads any more."""
    if sys.stdout is None:
        raise Fault("The output could not be written: it is closed")
    try:
        import click

        click.echo(harmless(text) if isinstance(text, str) else text, nl=end)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise unwritable(error) from None


def say_json(value: object) -> None:
    """Print JSON as UTF-8, whatever the terminal's own encoding."""
    say(as_json(value))


def say_json_array(values: Iterable[object]) -> None:
    """Print an array as :func:`say_json` does, but each of its values as soon as it is there."""
    some, written = ["["], False
    for value in values:
        # A line break within a text is written as a backslash and an n: these are all between values.
        some.append(f"{',' if written else ''}\n  " + as_json(value).decode().replace("\n", "\n  "))
        written = True
        if len(some) > _AT_A_TIME:
            say("".join(some).encode(), end=False)
            some = []
    say("".join([*some, "\n]" if written else "]"]).encode())


def as_json(value: object) -> bytes:
    """Return JSON for people and programs: indented, letters as they are; without a line break at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def unwritable(error: OSError) -> Fault:
    """Return the fault that standard output took nothing, and let go of it."""
    let_go_of(sys.stdout)
    return Fault(f"The output could not be written: {error.strerror}")


def let_go_of(stream: TextIO) -> None:
    """Keep Python from trying once more to write there, and complaining, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def terminal_width() -> int | None:
    """Return the columns of the terminal, or None when the output goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(_NARROWEST, shutil.get_terminal_size().columns)


def text_width() -> int:
    """Return how wide running text may be."""
    return min(_IN_A_PIPE, terminal_width() or _IN_A_PIPE)


def wrapped(text: str, indent: int, first: str | None = None) -> str:
    """Return text wrapped to the width and indented; ``first`` replaces the indent of the first line."""
    lead = " " * indent
    start = lead if first is None else first
    width = max(text_width(), indent + _NARROWEST)
    lines = cells.wrapped(text, width - indent, first=width - cells.width_of(start), chop=False)
    return start + f"\n{lead}".join(lines)
