"""Printing: sentences, JSON, and plain text that survives pipes and narrow terminals."""

import errno
import json
import os
import shutil
import sys
import textwrap
import unicodedata
from datetime import datetime
from typing import Final

import click

from trusthub_tui.cli.program import NAME, Fault

_IN_A_PIPE: Final = 100
_NARROWEST: Final = 20


def say(text: str | bytes) -> None:
    """Print to standard output at once; Fault when that is not possible, quiet when nobody reads any more."""
    try:
        click.echo(text)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        _let_go_of_output()
        raise Fault(f"The output could not be written: {error.strerror}") from None


def say_json(value: object) -> None:
    """Print JSON as UTF-8, whatever the terminal's own encoding."""
    say(as_json(value))


def as_json(value: object) -> bytes:
    """Return JSON for people and programs: indented, letters as they are; without a line break at its end."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _let_go_of_output() -> None:
    """Keep Python from trying once more to write, and complaining, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def sentences(*parts: str) -> str:
    """Join sentences with the full stops they may lack; a command at the end is left as it must be typed."""
    return " ".join(_ended(part.strip()) for part in parts if part.strip())


def _ended(text: str) -> str:
    ends_with_command = f": {NAME}" in text
    return text if ends_with_command or text.endswith((".", "?", "!", '."')) else f"{text}."


def local(at: datetime) -> str:
    """Return a time as people here read it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


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
    return textwrap.fill(
        text,
        width=max(text_width(), indent + _NARROWEST),
        initial_indent=lead if first is None else first,
        subsequent_indent=lead,
        break_long_words=False,
        break_on_hyphens=False,
    )


def cells(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, width: int) -> str:
    """Return text filled with spaces to a width in columns."""
    return text + " " * (width - cells(text))


def shortened(text: str, width: int) -> str:
    """Return text cut to a width in columns, with three dots where something was cut."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += _cells_of(char)
        if used > width - 3:
            break
        kept += char
    return f"{kept.rstrip()}..."
