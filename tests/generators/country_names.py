"""Writes ``trusthub_tui/profile/country_names.txt``: what each country is called by those who live there.

A tool for development, not part of the program. It needs ``pip install babel pycountry`` and is run as
``python -m tests.generators.country_names`` from the top of the repository.

Names come from Unicode CLDR by way of babel (Unicode License v3), three-letter codes from ISO 3166-1 by way
of pycountry (LGPL 2.1). A name that would be taken for another country's is left out.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pycountry
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from trusthub_tui.profile import normalize
from trusthub_tui.profile.countries import COUNTRY_NAMES

FILE: Final = Path(__file__).parents[2] / "trusthub_tui" / "profile" / "country_names.txt"

_EVERYWHERE: Final = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Languages in which every country has its name."""

_SPOKEN: Final = 20
"""Per cent of a country's people who speak a language that is not official there but counts as native."""

_HEADER: Final = """\
# Written by tests/generators/country_names.py. Names from Unicode CLDR (Unicode License v3), three-letter
# codes from ISO 3166-1. By country: other names it is found under, in small letters without accents.
"""


def main() -> None:
    """Write the file."""
    names = {country: list(dict.fromkeys(_names(country))) for country in COUNTRY_NAMES}
    owners = Counter(name for several in names.values() for name in several)
    taken = {normalize.name(text) for pair in COUNTRY_NAMES.items() for text in pair}
    lines = (
        f"{country}\t{'|'.join(name for name in several if owners[name] == 1 and name not in taken)}\n"
        for country, several in names.items()
    )
    FILE.write_text(_HEADER + "".join(lines), encoding="utf-8")


def _names(country: str) -> Iterator[str]:
    found = pycountry.countries.get(alpha_2=country)
    for attribute in ("alpha_3", "name", "common_name"):
        if hasattr(found, attribute):
            yield normalize.name(getattr(found, attribute))
    for language in (*_EVERYWHERE, *_native_languages(country)):
        try:
            name = Locale.parse(language).territories.get(country, "")
        except UnknownLocaleError:
            continue
        if folded := normalize.name(name):
            yield folded


def _native_languages(country: str) -> Iterator[str]:
    for language, spoken in get_global("territory_languages").get(country, {}).items():
        if spoken["official_status"] or spoken["population_percent"] >= _SPOKEN:
            yield language


if __name__ == "__main__":
    main()
