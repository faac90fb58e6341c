"""The catalogue of codes that are no decision on a profile, in our own words, each with its source.

The words are in ``other_codes.toml``, which is read when first needed; that of the decisions is
:mod:`trusthub_tui.profile.rejections`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OtherCode:
    """What one code means that is met beside a review."""

    code: int
    title: str
    """A few words, without a full stop."""
    meaning: str
    """One sentence."""
    advice: tuple[str, ...]
    """Full sentences, the one to try first at the top."""
    source: str
    """Where we know it from; a sentence."""
    words: tuple[str, ...] = ()
    """Small letters that the text has to hold for this to be meant."""
    waits: bool = False
    """Whether an approved Primary profile is what is missing."""


def other_code(code: int, text: str = "") -> OtherCode | None:
    """Return what a code means in a text, ``None`` for one we do not know."""
    low = " ".join(text.lower().split())
    fitting = (one for one in _all() if one.code == code and all(word in low for word in one.words))
    return next(fitting, None)


@lru_cache(maxsize=1)
def _all() -> tuple[OtherCode, ...]:
    import tomllib  # most sessions meet none

    text = Path(__file__).with_name("other_codes.toml").read_text(encoding="utf-8")
    return tuple(_entry(**table) for table in tomllib.loads(text)["codes"])


def _entry(  # noqa: PLR0913 - one argument for each key of the file
    *,
    code: int,
    title: str,
    meaning: str,
    advice: list[str],
    source: str,
    words: list[str] | None = None,
    waits: bool = False,
) -> OtherCode:
    return OtherCode(code, title, meaning, tuple(advice), source, tuple(words or ()), waits)
