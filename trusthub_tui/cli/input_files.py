"""Reading what comes in from a file or from standard input, and documents of answers in it."""

import codecs
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.profile.answers import Answers

STANDARD_INPUT: Final = "-"

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

DOCUMENT: Final = "A document of answers"
"""What belongs into a file that is read here."""

LARGEST: Final = 5_000_000
"""Bytes of a file; a document of answers has a few thousand."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """Where something is read from: a path, or ``-`` for standard input."""

    given: str

    @property
    def is_standard_input(self) -> bool:
        """Whether somebody types it or a pipe brings it."""
        return self.given == STANDARD_INPUT

    @property
    def called(self) -> str:
        """What sentences call it: its path, or standard input."""
        return "Standard input" if self.is_standard_input else self.given

    @property
    def name(self) -> str:
        """The name of the file without its folder; empty for standard input."""
        return "" if self.is_standard_input else Path(self.given).name

    def content(self, what: str) -> bytes:
        """Return all bytes; ``what`` is what belongs in there, told to somebody who is to type it.

        Raises a Fault where it cannot be read or is far too large.
        """
        try:
            content = self._typed(what) if self.is_standard_input else self._stored()
        except FileNotFoundError:
            raise Fault(f"There is no file {self.given}", "Check the path", ExitCode.WRONG_USE) from None
        except OSError as error:
            raise self.fault(f"cannot be read: {error.strerror}", "Check the path") from None
        if len(content) > LARGEST:
            raise self.fault(
                f"is larger than {LARGEST // 1_000_000} MB",
                f"{what} is far smaller: check the path, or split the list",
            )
        return content

    def fault(self, says: str, remedy: str) -> Fault:
        """Return the fault that something about it is not as it should be."""
        return Fault(f"{self.called} {says}", remedy, ExitCode.WRONG_USE)

    def _typed(self, what: str) -> bytes:
        if sys.stdin is None:
            return b""
        if sys.stdin.isatty():
            click.echo(f"{what}, then Ctrl+D on a line of its own:", err=True)
        return sys.stdin.buffer.read(LARGEST + 1)

    def _stored(self) -> bytes:
        with Path(self.given).open("rb") as file:
            return file.read(LARGEST + 1)


def text_of(content: bytes) -> str:
    """Return the text of a saved e-mail or document, whatever the program that saved it made of letters."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


@dataclass(frozen=True, slots=True)
class Documents:
    """The answers that a file holds: one document, or a list of them."""

    each: tuple[Answers, ...]
    is_list: bool


def documents(source: InputFile, content: bytes | None = None) -> Documents:
    """Return the answers in a JSON file; a Fault names the place where it is not what it should be.

    ``content`` is what was read of it already.
    """
    document = as_json_value(source, source.content(DOCUMENT) if content is None else content)
    if not isinstance(document, list):
        return Documents((_answers(document, f"{source.called}:"),), is_list=False)
    count = len(document)
    return Documents(
        tuple(
            _answers(one, f"{source.called}, profile {number} of {count}:")
            for number, one in enumerate(document, start=1)
        ),
        is_list=True,
    )


def _answers(document: object, place: str) -> Answers:
    from trusthub_tui.profile.document import DocumentError, read  # not every file holds answers

    try:
        return read(document)
    except DocumentError as error:
        raise Fault(f"{place} {error.message}", error.remedy, ExitCode.WRONG_USE) from None


def as_json_value(source: InputFile, content: bytes) -> object:
    """Return the value in JSON; a Fault names the place where it is none."""
    try:
        document: object = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_without_repetition, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise _not_json(source, f"byte {error.start + 1} is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise _not_json(source, f"line {error.lineno}, column {error.colno}: {_grumble(error)}") from None
    except RecursionError:
        raise _not_json(source, "it is nested too deeply") from None
    except ValueError as error:
        raise _not_json(source, str(error)) from None
    return document


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f'the key "{twice[:80]}" is there twice')
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON value")


def _grumble(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


def _not_json(source: InputFile, why: str) -> Fault:
    return source.fault(f"is not JSON: {why}", "Correct the file at that place")
