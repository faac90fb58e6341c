"""Writes ``trusthub_tui/profile/formats/region_names.txt``: what ISO 3166-2 and CLDR call each region.

A tool for development, not part of the program. It needs ``pip install pycountry`` and the file of English
names of CLDR's npm package ``cldr-subdivisions-full``, and is run from the top of the repository as
``python -m tests.generators.region_names package/subdivisions/en/en.json``.

Codes, names and kinds come from ISO 3166-2 by way of pycountry (iso-codes, LGPL 2.1), English names from
Unicode CLDR (Unicode License v3). A region is found in the postal metadata by its code, by its name, or by
the table below. A name that already means another region is left out.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pycountry

from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.formats import regions
from trusthub_tui.profile.formats.address_data import country_data
from trusthub_tui.profile.formats.regions import KnownNames, folded

FILE: Final = Path(regions.__file__).with_name("region_names.txt")

_KEYS: Final = MappingProxyType(
    {
        "CN-HK": "香港",
        "CN-MO": "澳门",
        "CN-NM": "内蒙古自治区",
        "CN-TW": "台湾",
        "IN-CG": "Chhattisgarh",
        "IN-OD": "Odisha",
        "IN-TS": "Telangana",
        "IN-UK": "Uttarakhand",
        "IT-23": "AO",
        "TH-S": "ชลบุรี",
        "TW-KIN": "金門縣",
        "TW-LIE": "連江縣",
        "US-VI": "VI",
    }
)
"""Regions that neither code nor name leads to, and their key in the metadata."""

_LEFT_OUT: Final = frozenset({"US-UM"})
"""Uninhabited islands, which are no state to the postal service."""

_OLD_CODES: Final = frozenset({"IR"})
"""Countries whose codes CLDR has from before they were given to other regions."""

_WITHIN: Final = frozenset({"KN"})
"""Countries whose smaller areas are taken for the larger one that they are in."""

_HEADER: Final = """\
# Written by tests/generators/region_names.py. Codes, names and kinds from ISO 3166-2 by way of iso-codes
# (LGPL 2.1), English names from Unicode CLDR (Unicode License v3). By country: key in the postal metadata
# (none where it does not have the region), ISO code, kind, and names in small letters without accents.
"""


def main(english: Path) -> None:
    """Write the file."""
    document = json.loads(english.read_text(encoding="utf-8"))
    names = document["subdivisions"]["localeDisplayNames"]["subdivisions"]
    blocks = [f"\n[{country}]\n{rows}" for country in COUNTRY_NAMES if (rows := _rows(country, names))]
    FILE.write_text(_HEADER + "".join(blocks), encoding="utf-8")


def _rows(country: str, english: Mapping[str, str]) -> str:
    if not regions.listed(country):
        return ""
    found = [one for one in _subdivisions(country) if one.code not in _LEFT_OUT]
    known = [
        KnownNames(_key(country, one), one.code[3:], one.type, tuple(dict.fromkeys(_names(one, english))))
        for one in found
    ]
    owners = Counter((name, one.key) for one in known for name in one.names)
    shared = Counter(name for name, _ in owners)
    index = regions.index_of(country, ())
    lines = []
    for one in known:
        names = [name for name in one.names if shared[name] == 1 and _free(index, country, one, name)]
        lines.append(f"{one.key}\t{one.code}\t{one.kind}\t{'|'.join(names)}\n")
    return "".join(lines)


def _subdivisions(country: str) -> list[pycountry.db.Data]:
    return sorted(pycountry.subdivisions.get(country_code=country) or (), key=lambda one: one.code)


def _free(index: regions.Index, country: str, one: KnownNames, name: str) -> bool:
    """Whether a name does not mean another region yet."""
    found = index.names.get(name) or regions.by_core(index, name)
    return found is None or found == regions.listed(country).get(one.key)


def _key(country: str, one: pycountry.db.Data) -> str:
    listed = regions.listed(country)
    if country in regions.US_TERRITORIES:
        return country
    if one.code in _KEYS:
        return _KEYS[one.code]
    by_code = {area.iso: area.key for area in country_data(country).areas if area.iso}
    if one.code[3:] in by_code:
        return by_code[one.code[3:]]
    if country in _WITHIN and one.parent_code:
        return by_code[one.parent_code[3:]]
    index = regions.index_of(country, ())
    keys = {region: key for key, region in listed.items()}
    found = filter(None, (regions.by_core(index, folded(name)) for name in _variants(one.name)))
    return next((keys[region] for region in found), "")


def _names(one: pycountry.db.Data, english: Mapping[str, str]) -> Iterator[str]:
    in_english = "" if one.country_code in _OLD_CODES else english.get(one.code.replace("-", "").lower(), "")
    for name in (*_variants(one.name), *_variants(in_english)):
        yield folded(name)


def _variants(name: str) -> Iterator[str]:
    """Yield the names in "Araba/Álava", "Lleida [Lérida]", "Asturias, Principado de", "Nafarroa*"."""
    for part in re.split(r"[/\[\]()*]", name):
        first, _, rest = part.partition(", ")
        if part.strip():
            yield part
        if rest:
            yield first
            yield f"{rest} {first}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
