"""Letters and digits that are taken for each other in codes, such as O and 0."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = {"O": "0", "Q": "0", "I": "1", "L": "1", "|": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
_LETTERS: Final = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
_AHEAD: Final = "BGSZ"
"""Letters that more often stand in front of a number because they belong there."""
_LONGEST: Final = 32


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A letter that stands for a digit, or a digit for a letter."""

    wrong: str
    """What was typed, such as ``the letter O``."""
    right: str
    """What belongs there, such as ``the digit 0``."""
    meant: str
    """The whole code with it put right."""


def mistaken(code: str, fits: Callable[[str], bool]) -> Mistaken | None:
    """Return what is mistaken in a code in capitals that fits once it is put right; ``None`` if none does."""
    if len(code) > _LONGEST:
        return None
    for meant in dict.fromkeys(_readings(code)):
        if meant != code and not (code[0] in _AHEAD and meant[0] != code[0]) and fits(meant):
            place = next(at for at, (one, other) in enumerate(zip(code, meant, strict=True)) if one != other)
            return Mistaken(_named(code[place]), _named(meant[place]), meant)
    return None


def _readings(code: str) -> Iterator[str]:
    """Yield a code with digits for letters: of one sort, in one place, everywhere; then the other way."""
    for letter, digit in _DIGITS.items():
        yield code.replace(letter, digit)
    for table in (_DIGITS, _LETTERS):
        for place, char in enumerate(code):
            yield code[:place] + table.get(char, char) + code[place + 1 :]
        yield "".join(table.get(char, char) for char in code)


def _named(char: str) -> str:
    return (
        f"the letter {char}" if char.isalpha() else f"the digit {char}" if char.isdecimal() else f"a {char}"
    )
