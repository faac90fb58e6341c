"""Whether two names mean the same: of two people, and of a business and its website. For comparing only."""

from enum import Enum, auto
from functools import lru_cache
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.legal_forms import core_words

_TITLES: Final = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "mlle", "dott", "ssa", "avv"),
        *("mag", "ing", "dipl", "drs", "ir", "lic", "sra", "srta", "mba", "phd"),
    )
)
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'\u2019\u02bc`\u00b4"))
_SPELT_OUT: Final = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "Ø": "Oe",
    }
)
_LITTLE: Final = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "da",
            "das",
            "de",
            "del",
            "der",
            "di",
            "die",
            "do",
            "e",
            "el",
            "et",
            "for",
            "i",
            "la",
            "le",
        ),
        *("les", "of", "och", "og", "the", "und", "van", "von", "y"),
    )
)
_LONGEST: Final = 300


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without accents, apostrophes and signs."""
    return tuple(normalize.words(name[:_LONGEST].translate(_APOSTROPHES)).split())


class Likeness(Enum):
    """How much two full names agree."""

    SAME = auto()
    """The same words in the same order; an initial may be missing in one of them."""
    ALIKE = auto()
    """The same words in another order, or with other initials: two people may well be called so."""
    DIFFERENT = auto()


def likeness(one: tuple[str, str], two: tuple[str, str]) -> Likeness:
    """Compare two pairs of first and last name.

    Case, accents, umlauts spelt out, titles and hyphens make no difference. ``Jr`` and ``Sr`` do: they tell a
    father from a son.
    """
    pairs = [(left, right) for left in _full_names(*one) for right in _full_names(*two)]
    if any(_same_words(left, right) for left, right in pairs):
        return Likeness.SAME
    alike = any(sorted(_long(left)) == sorted(_long(right)) for left, right in pairs)
    return Likeness.ALIKE if alike else Likeness.DIFFERENT


def _same_words(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if one == two:
        return True
    long = _long(one)
    return long == _long(two) and long in (one, two)


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that are more than an initial; all of them where fewer than two are."""
    long = tuple(word for word in words if len(word) > 1)
    return long if len(long) > 1 else words


@lru_cache(maxsize=256)
def _full_names(first: str, last: str) -> frozenset[tuple[str, ...]]:
    """Return the words of a full name in each spelling under which it may also be found, without titles."""
    typed = f"{first[:_LONGEST]} {last[:_LONGEST]}"
    spellings = (words_of(typed), words_of(typed.translate(_SPELT_OUT)))
    without = (tuple(word for word in words if word not in _TITLES) or words for words in spellings)
    return frozenset(words for words in without if words)


@lru_cache(maxsize=256)
def shares_a_word(name: str, labels: tuple[str, ...]) -> bool:
    """Whether a host's name has something of a business's name in it; in doubt it has.

    ``labels`` are the parts of the host as its owner writes them, without ``www`` and the public suffix.
    A word of the name, the beginning of one, the initials, or an abbreviation all count. Names in scripts
    that cannot be compared are taken to match.
    """
    spellings = {core_words(name), core_words(name.translate(_SPELT_OUT))}
    pieces = [tuple(normalize.words(label).split()) for label in labels]
    return any(_matches(words, piece) for words in spellings for piece in pieces)


def _matches(words: tuple[str, ...], piece: tuple[str, ...]) -> bool:
    label, joined = "".join(piece), "".join(words)
    if not label or not joined or label.isascii() != joined.isascii():
        return bool(label or not joined)  # another script: nothing can be said
    telling = [word for word in words if word not in _LITTLE] or list(words)
    return (
        label in joined
        or any(_is_in(word, label, piece) for word in telling)
        or _is_initials(words, telling, label, piece)
        or _is_abbreviation(label, joined)
    )


def _is_in(word: str, label: str, piece: tuple[str, ...]) -> bool:
    if len(word) < 3:
        return word in piece or (len(word) == 2 and label.startswith(word))
    return word in label or (len(word) > 5 and any(part.startswith(word[:5]) for part in piece))


def _is_initials(words: tuple[str, ...], telling: list[str], label: str, piece: tuple[str, ...]) -> bool:
    for each in ("".join(word[0] for word in words), "".join(word[0] for word in telling)):
        if len(each) > 1 and (each in piece or (len(each) > 2 and label.startswith(each))):
            return True
    return False


def _is_abbreviation(label: str, joined: str) -> bool:
    """Whether a short label holds letters of the name in their order, from the first on: VW, Volkswagen."""
    if not 2 <= len(label) <= 6 or label[0] != joined[0]:
        return False
    rest = iter(joined)
    return all(letter in rest for letter in label)
