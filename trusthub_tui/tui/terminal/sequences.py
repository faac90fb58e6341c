"""Which key a terminal means by a sequence: a closed list. What is not on it presses nothing.

They are those of xterm, urxvt, st, mlterm, xfce4-terminal, konsole, kitty, alacritty, the Linux console, tmux
and screen. Two terminals may mean different keys by the same sequence: ``ESC [ P`` is Delete in st and F1 in
kitty, which says who it is by answering a question.
"""

import re
from dataclasses import dataclass
from typing import Final

_EDITING_KEYS: Final = ("home", "insert", "delete", "end", "pageup", "pagedown", "home", "end")
_FUNCTION_KEYS: Final = (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)
_WITH_SHIFT: Final = (25, 26, 28, 29, 31, 32, 33, 34)
"""Numbers above those of F12: function keys with Shift, from F3 on in urxvt, from F1 on the Linux console."""

_BY_NUMBER: Final = dict(enumerate(_EDITING_KEYS, start=1)) | {
    number: f"f{key}" for key, number in enumerate(_FUNCTION_KEYS, start=1)
}
_BY_LETTER: Final = dict(
    zip("ABCDHFPQRS", ("up", "down", "right", "left", "home", "end", "f1", "f2", "f3", "f4"), strict=True)
)

_KEYPAD: Final = ("left", "right", "up", "down", "pageup", "pagedown", "home", "end", "insert", "delete")
_BY_CODE: Final = dict(enumerate(_KEYPAD, start=57417)) | {
    9: "tab",
    13: "enter",
    27: "escape",
    127: "backspace",
    57414: "enter",
}
"""Kitty's numbers of keys that write nothing, those of the keypad included."""

_URXVT: Final = {"^": 1 + 4, "$": 1 + 1, "@": 1 + 4 + 1}
"""Modifiers that urxvt writes as the end of a sequence."""

_WHOLE: Final = {
    "\x1b[Z": "shift+tab",
    "\x1b\x7f": "ctrl+w",  # Alt+Backspace
    "\x1bb": "ctrl+left",  # Alt+Left, and Alt+b in shells
    "\x1bf": "ctrl+right",
    "\x1bOM": "enter",
    **{f"\x1b[{letter.lower()}": f"shift+{_BY_LETTER[letter]}" for letter in "ABCD"},  # urxvt
    **{f"\x1bO{letter.lower()}": f"ctrl+{_BY_LETTER[letter]}" for letter in "ABCD"},
    **{f"\x1b[[{letter}": f"f{number}" for number, letter in enumerate("ABCDE", start=1)},  # Linux console
    "\x1b[P": "delete",  # st, from here on
    "\x1b[M": "ctrl+delete",
    "\x1b[2K": "shift+delete",
    "\x1b[J": "ctrl+end",
    "\x1b[K": "shift+end",
    "\x1b[2J": "shift+home",
}

_NUMBERED: Final = re.compile(r"\x1b\[(\d{1,2})(?:;(\d{1,3}))?([~^$@])")
_LETTERED: Final = re.compile(r"\x1b[\[O](?:(?:1;)?(\d{1,3}))?([ABCDHFPQRS])")
_CODED: Final = re.compile(r"\x1b\[(?:(\d{1,7})(?:;(\d{1,3}))?u|27;(\d{1,3});(\d{1,7})~)")
_TEXT: Final = re.compile(r"\x1b\[\d{1,7};(?:[1-9]\d{0,2})?;(\d{1,7}(?::\d{1,7}){0,15})u")

_SHIFT, _ALT, _CTRL = 1, 2, 4
_MODIFIERS: Final = (
    ("alt", _ALT),
    ("ctrl", _CTRL),
    ("hyper", 16),
    ("meta", 32),
    ("shift", _SHIFT),
    ("super", 8),
)
"""In Textual's order."""


@dataclass(slots=True)
class Sequences:
    """Reads sequences as one kind of terminal means them."""

    linux_console: bool = False
    """Whether the terminal is the console of Linux itself."""
    speaks_kitty: bool = False
    """Whether it has said that it knows kitty's keyboard protocol."""

    def key(self, sequence: str) -> str:
        """Return the name of the key in Textual's spelling; empty for what presses none."""
        if sequence == "\x1b[P" and self.speaks_kitty:
            return "f1"
        if sequence == "\x1b\t" and self.linux_console:
            return "shift+tab"
        return _WHOLE.get(sequence, "") or self._numbered(sequence) or _lettered(sequence) or _coded(sequence)

    def _numbered(self, sequence: str) -> str:
        match = _NUMBERED.fullmatch(sequence)
        if match is None or (match[2] and match[3] != "~"):
            return ""
        number, modifiers = int(match[1]), _URXVT.get(match[3]) or int(match[2] or 1)
        if number in _WITH_SHIFT:
            first = 1 if self.linux_console else 3
            return _modified(f"f{_WITH_SHIFT.index(number) + first}", modifiers, always=_SHIFT)
        return _modified(_BY_NUMBER.get(number, ""), modifiers)


def text(sequence: str) -> str:
    """Return what a key has written, where the terminal says so; empty elsewhere, and for controls."""
    match = _TEXT.fullmatch(sequence)
    codes = [int(code) for code in match[1].split(":")] if match else []
    if any(code > 0x10FFFF for code in codes):
        return ""
    written = "".join(map(chr, codes))
    return written if written.isprintable() else ""


def with_alt(character: str) -> str:
    """Return the name of a letter with Alt, whatever Shift and Caps Lock make of it; empty for the rest."""
    return f"alt+{character.lower()}" if character.isalpha() else ""


def _lettered(sequence: str) -> str:
    match = _LETTERED.fullmatch(sequence)
    if match is None or (match[2] == "R" and match[1]):  # that is where the cursor is
        return ""
    return _modified(_BY_LETTER[match[2]], int(match[1] or 1))


def _coded(sequence: str) -> str:
    match = _CODED.fullmatch(sequence)
    if match is None:
        return ""
    code, modifiers = int(match[1] or match[4]), int(match[2] or match[3] or 1)
    if code in _BY_CODE:
        return _modified(_BY_CODE[code], modifiers)
    letter = chr(code).lower() if code < 128 else ""
    if not letter.isalpha() or not (modifiers - 1) & (_ALT | _CTRL):
        return ""
    if (modifiers - 1) & _ALT:
        return with_alt(letter)
    return _modified(letter, modifiers)


def _modified(key: str, modifiers: int, *, always: int = 0) -> str:
    """Put the names of the modifiers in front; locks such as Caps Lock change nothing."""
    if not key or not 1 <= modifiers <= 256:
        return ""
    held = (modifiers - 1) | always
    return "+".join((*(name for name, bit in _MODIFIERS if held & bit), key))
