"""What a terminal sends, read as keys and pastes. A sequence never types: only text does."""

import re
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Final

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.constants import ESCAPE_DELAY
from textual.events import Key, Paste
from textual.message import Message

from trusthub_tui.profile.answers import harmless
from trusthub_tui.tui.terminal.sequences import Sequences, text, with_alt

_ESCAPE: Final = "\x1b"
_BELL: Final = "\x07"
_DELETE: Final = "\x7f"

_PATIENCE: Final = 0.5
"""Seconds without another character after which what was begun will not be ended any more."""

_PASTE_PATIENCE: Final = 5.0
"""The same for a paste: the rest of one that only came late would press keys."""

_UNFINISHED: Final = re.compile(r"\x1b(?:O[ -?]*|\[{1,2}[ -?]*|\[M.{0,2})?", re.DOTALL)
_STRING: Final = re.compile(r"\x1b[]P_^].*", re.DOTALL)
"""An answer in words: everything up to its end belongs to it."""

_AMBIGUOUS: Final = (_ESCAPE, "\x1b[M")
"""Keys of their own unless more follows at once: Escape, and Ctrl+Delete in st."""

_REPORT: Final = re.compile(
    r"\x1b\[(?:[IO]"  # the window got or lost the focus
    r"|<\d{1,5};-?\d{1,5};-?\d{1,5}[Mm]"  # the mouse
    r"|48(?:;\d{1,5}){4}t"  # the size
    r"|\?\d{1,5};\d\$y)"  # a mode
)
_SPEAKS_KITTY: Final = re.compile(r"\x1b\[\?\d+u")

_EIGHT_BIT: Final = {"\x8f": "O", "\x90": "P", "\x9b": "[", "\x9d": "]", "\x9e": "^", "\x9f": "_"}
"""Single characters that stand for Escape and another one."""

_CONTROLS: Final = {chr(code): f"ctrl+{chr(code + 96)}" for code in range(1, 27)} | {
    "\t": "tab",
    "\r": "enter",
    "\n": "enter",  # Enter of the keypad in alacritty and tmux
    "\x08": "backspace",
    _DELETE: "backspace",
}


class Keyboard:
    """Takes bytes as they come, however they are cut, and yields what they mean once they are complete.

    Textual's parser types what it does not understand. It is only given single characters of text, and the
    reports that it knows.
    """

    def __init__(self, *, linux_console: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds; whose they are does not matter."""
        self._parser = XTermParser()
        self._sequences = Sequences(linux_console)
        self._clock = clock
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._begun = ""
        self._paste: list[str] = []
        self._pasting = False
        self._escape_before = False
        self._last = clock()

    def feed(self, data: bytes) -> Iterable[Message]:
        """Yield what the bytes mean."""
        self._last = self._clock()
        for character in self._decode(data):
            if self._pasting:
                yield from self._pasted(character)
            else:
                yield from self._pressed(_seven_bit(character))

    def tick(self) -> Iterable[Message]:
        """Yield what was begun a while ago and has not been gone on with."""
        if not self._begun and not self._pasting:
            return
        patience = ESCAPE_DELAY if self._begun in _AMBIGUOUS else _PATIENCE
        waited = self._clock() - self._last
        if self._pasting:
            if waited >= _PASTE_PATIENCE:
                yield self._end_of_paste()
        elif waited >= patience:
            yield from self._given_up()

    def _pressed(self, characters: str) -> Iterable[Message]:
        for character in characters:
            if _STRING.fullmatch(self._begun):
                yield from self._in_a_string(character)
            elif self._begun and character != _ESCAPE:
                yield from self._went_on(character)
            elif character == _ESCAPE:
                if self._begun == _ESCAPE and not self._escape_before:
                    self._escape_before = True  # what it was depends on the key that follows
                else:
                    yield from self._given_up()
                self._begun = _ESCAPE
            else:
                yield from self._alone(character)

    def _went_on(self, character: str) -> Iterable[Message]:
        """Add to a sequence, unless it cannot be a part of one: then what was begun is void."""
        if self._begun == _ESCAPE or _belongs(character, self._begun):
            self._begun += character
            if _STRING.fullmatch(self._begun):
                yield from self._held_back()
                return
            if self._complete:
                sequence, self._begun = self._begun, ""
                yield from self._meant(sequence)
        else:
            yield from self._given_up()
            yield from self._alone(character)

    @property
    def _complete(self) -> bool:
        """Whether a sequence has its end: a letter, or the dollar that urxvt writes for Shift."""
        with_shift = self._begun.endswith("$") and self._sequences.key(self._begun)
        return bool(with_shift) or not _UNFINISHED.fullmatch(self._begun)

    def _in_a_string(self, character: str) -> Iterable[Message]:
        """Leave out an answer in words up to its end: a bell, or Escape and a backslash."""
        if self._begun.endswith(_ESCAPE) and character != "\\":
            self._begun = ""
            yield from self._pressed(_ESCAPE + character.replace(_ESCAPE, ""))
        elif self._begun.endswith(_ESCAPE) or character == _BELL:
            self._begun = ""
        elif character in _CONTROLS:
            self._begun = ""
            yield from self._alone(character)
        else:
            self._begun = self._begun[:2] + (_ESCAPE if character == _ESCAPE else "")

    def _given_up(self) -> Iterable[Message]:
        """Yield what was begun, if it is a key even without an end."""
        yield from self._held_back()
        begun, self._begun = self._begun, ""
        if begun == _ESCAPE:
            yield Key("escape", _ESCAPE)
        elif begun in _AMBIGUOUS:
            yield from self._meant(begun)

    def _held_back(self, key: str = "") -> Iterable[Message]:
        """Yield the Escape that came right before a key.

        GNU screen holds Escape back until the next key. Who then presses F7, the other key that closes a
        dialog, means one step back and not two.
        """
        if self._escape_before and key != "f7":
            yield Key("escape", _ESCAPE)
        self._escape_before = False

    def _meant(self, sequence: str) -> Iterable[Message]:
        yield from self._held_back(self._sequences.key(sequence))
        if sequence == BRACKETED_PASTE_START:
            self._pasting = True
        elif _REPORT.fullmatch(sequence):
            yield from self._understood(sequence)
        elif _SPEAKS_KITTY.fullmatch(sequence):
            self._sequences.speaks_kitty = True
        elif key := self._sequences.key(sequence):
            yield Key(key, None)
        else:
            yield from self._without_a_name(sequence)

    def _without_a_name(self, sequence: str) -> Iterable[Message]:
        for character in text(sequence):
            yield from self._alone(character)
        last = sequence[1]
        if len(sequence) > len("\x1be"):
            return
        if key := with_alt(last):
            yield Key(key, None)
        elif last in _CONTROLS:
            yield Key("escape", _ESCAPE)
            yield from self._alone(last)

    def _alone(self, character: str) -> Iterable[Message]:
        """Yield a key that sends one character; what is neither a letter nor a key of ours means nothing."""
        if key := _CONTROLS.get(character):
            yield Key(key, "\r" if key == "enter" else character)
        elif character.isprintable():
            yield from self._understood(character)

    def _understood(self, characters: str) -> Iterable[Message]:
        """Yield what Textual reads; sizes and places that it cannot count with mean nothing."""
        try:
            yield from self._parser.feed(characters)
        except (ValueError, ArithmeticError):
            self._parser = XTermParser()  # after an error it reads nothing any more

    def _pasted(self, character: str) -> Iterable[Message]:
        self._paste.append(character)
        if character == "~" and "".join(self._paste[-len(BRACKETED_PASTE_END) :]) == BRACKETED_PASTE_END:
            del self._paste[-len(BRACKETED_PASTE_END) :]
            yield self._end_of_paste()

    def _end_of_paste(self) -> Paste:
        """Leave out of a paste whatever would be taken for a key, or is no text.

        Most terminals send the end of a line as Enter does, by a carriage return.
        """
        pasted, self._paste, self._pasting = self._paste, [], False
        text = "".join(pasted).replace("\r\n", "\n").replace("\r", "\n")
        return Paste(harmless(text))


def _seven_bit(character: str) -> str:
    """Write out a single character that begins a sequence, also where it came as a bare byte."""
    single = chr(ord(character) - 0xDC00) if _is_no_text(character) else character
    return _ESCAPE + _EIGHT_BIT[single] if single in _EIGHT_BIT else character


def _is_no_text(character: str) -> bool:
    """Whether a byte was no UTF-8."""
    return "\udc80" <= character <= "\udcff"


def _belongs(character: str, begun: str) -> bool:
    """Whether a character can be a part of a sequence; old reports of the mouse have some of any kind."""
    return " " <= character <= "~" or (begun.startswith("\x1b[M") and character >= " ")
