"""The catalogue of rejection codes: what each means and what to do, in our own words.

Source of the codes: Twilio's changelog of 29 April 2024 (18601 to 18610) and the evaluation results of the
Trust Hub API (22214 to 22219). The words are in ``rejections.toml``, which is read when first needed.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from trusthub_tui.profile.paths import PARTS

NO_CODE: Final = 0
"""The code of a reason that came in words alone."""

_PAGE = "https://www.twilio.com/docs/api/errors/{code}"


class KnownReason(NamedTuple):
    """What we can say about one code."""

    code: int
    title: str
    """A few words, without a full stop."""
    meaning: str
    """One sentence."""
    advice: tuple[str, ...]
    """Full sentences, the one to try first at the top."""
    paths: tuple[str, ...]
    """The questions it concerns, the most likely one first; none where no answer is to blame."""
    page: str
    """The address of Twilio's own page."""
    known: bool = True
    """Whether the catalogue has the code; an unknown one has general advice only."""

    @property
    def named(self) -> str:
        """The title with its code; that of an unknown code names it already."""
        return f"{self.title} ({self.code})" if self.known else self.title


def entry(code: int) -> KnownReason:
    """Return what is known about a code; never fails, an unknown code is said to be unknown."""
    if code == NO_CODE:
        return _WITHOUT_CODE
    return entries().get(code) or _unknown(code)


@lru_cache(maxsize=1)
def entries() -> Mapping[int, KnownReason]:
    """Return the whole catalogue by code."""
    import tomllib  # most sessions meet no rejection

    text = Path(__file__).with_name("rejections.toml").read_text(encoding="utf-8")
    listed = (_entry(**table) for table in tomllib.loads(text)["codes"])
    return MappingProxyType({one.code: one for one in listed})


def _entry(*, code: int, title: str, meaning: str, paths: list[str], advice: list[str]) -> KnownReason:
    page = _PAGE.format(code=code)
    return KnownReason(code, title, meaning, tuple(advice), tuple(_questions(paths)), page)


def _questions(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from PARTS.get(name, (name,))


def _unknown(code: int) -> KnownReason:
    page = _PAGE.format(code=code)
    return KnownReason(
        code=code,
        title=f"Twilio gave code {code}",
        meaning="We have no advice for this code yet.",
        advice=(
            f"Read Twilio's page about it: {page}",
            "If the page does not help, write to trusthub-verify@twilio.com and name the code.",
        ),
        paths=(),
        page=page,
        known=False,
    )


_WITHOUT_CODE: Final = KnownReason(
    code=NO_CODE,
    title="Twilio gave no code",
    meaning="The reason came in words alone; read Twilio's own.",
    advice=(
        "Compare Twilio's words with your answers and change what they speak of.",
        "Look at the profile in the Twilio Console: the fields that are to be changed are marked there.",
        "If the words do not help, write to trusthub-verify@twilio.com and quote them.",
    ),
    paths=(),
    page="https://www.twilio.com/docs/trust-hub",
    known=False,
)
