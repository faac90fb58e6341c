"""Addresses by country: what the parts are called, which there are, and what Twilio is sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from trusthub_tui.profile import normalize, paths
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.choices import label_of
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.formats import postal_code
from trusthub_tui.profile.formats.address_data import CountryData, UnknownCountryError, country_data
from trusthub_tui.profile.formats.regions import US_TERRITORIES, ListedRegion, find_region, listed

NO_POSTAL_CODE: Final = "00000"
"""Sent where a country has no postal codes. Twilio wants one with every address and names no stand-in."""

_CODES_OF_REGIONS: Final = frozenset({"AU", "BR", "CA", "ES", "IN", "IT", "JP", "MX", "TR", "UA", "US"})
"""Countries where the metadata gives every postal code in use to one of its regions."""

_CITY_IN_STREET: Final = frozenset({"JP"})
"""The metadata has the city in the street lines, but it is a part of its own to everybody else."""

_REGION_WORDS: Final = {
    "do_si": "Province or city",
    "oblast": "Oblast",
}
_REGION_WORDS_OF: Final = {
    "AU": "State or territory",
    "CA": "Province or territory",
    "CL": "Region",
    "EG": "Governorate",
    "GB": "County",
    "HN": "Department",
    "IN": "State or territory",
    "IQ": "Governorate",
    "NI": "Department",
    "PE": "Department",
    "PF": "Island",
    "RU": "Region",
    "SV": "Department",
    "TW": "County or city",
    "UY": "Department",
    "VE": "State",
}
_CITY_WORDS: Final = {"post_town": "Town or city", "suburb": "Suburb or city", "district": "City or district"}
_CITY_WORDS_OF: Final = {"HK": "District", "JP": "City or ward"}
_POSTAL_WORDS: Final = {"zip": "ZIP code", "pin": "PIN code", "eircode": "Eircode"}
_POSTCODE_COUNTRIES: Final = frozenset({"AU", "GB", "GG", "IM", "JE", "MY", "NL", "NZ"})


@dataclass(frozen=True, slots=True)
class AddressPart:
    """One part of an address in one country."""

    word: str
    """What people there call it."""
    needed: bool
    """Whether no address there can be without it; otherwise :func:`as_sent` puts something in its place."""


@dataclass(frozen=True, slots=True)
class AddressForm:
    """How an address is asked for in one country."""

    country: str
    name: str
    order: tuple[str, ...]
    """Question paths in the order the country writes them on an envelope."""
    region: AddressPart
    city: AddressPart
    postal_code: AddressPart
    regions: tuple[ListedRegion, ...]
    """Its regions by label; the value is what is sent. Empty where none are listed."""


@cache
def form(country: str) -> AddressForm:
    """Return how an address is asked for in a country; raises ``UnknownCountryError``."""
    data = country_data(country)
    return AddressForm(
        country=country,
        name=label_of(country, COUNTRIES),
        order=tuple(_order(data)),
        region=AddressPart(
            _region_word(data), "S" in data.parts and "S" in data.required and country not in US_TERRITORIES
        ),
        city=AddressPart(_city_word(data), "C" in data.parts or country in _CITY_IN_STREET),
        postal_code=AddressPart(_postal_word(data), data.postal_pattern is not None),
        regions=tuple(sorted(listed(country).values(), key=lambda option: normalize.words(option.label))),
    )


def regions_of_postal_code(country: str, code: str) -> tuple[ListedRegion, ...]:
    """Return the regions a postal code, as :func:`postal_code.read` gives it, can belong to.

    Empty where the country's codes do not tell.
    """
    return tuple(option for option, start in _postal_starts(country) if start.match(code))


def is_nowhere(country: str, code: str) -> bool:
    """Whether a postal code of the right shape belongs to no region, where the metadata would know it."""
    return country in _CODES_OF_REGIONS and not regions_of_postal_code(country, code)


def tells_region(country: str, region: ListedRegion) -> bool:
    """Whether postal codes of this region can be told from those of others."""
    return any(option == region for option, _ in _postal_starts(country))


def as_sent(answers: Answers) -> dict[str, str]:
    """Return the address parts as Twilio is sent them, by question path.

    Twilio wants every part of every address. Where a country has no such part and the answer is empty,
    the city stands in for the region, the region or the country's name for the city, and
    :data:`NO_POSTAL_CODE` for the postal code. Twilio publishes no rule for this; it is ours.
    What cannot be read stays as typed.
    """
    sent = {path: " ".join(clean(answers.get(path, "")).split()) for path in paths.ADDRESS_PARTS}
    try:
        shown = form(sent[paths.COUNTRY])
    except UnknownCountryError:
        return sent
    sent[paths.REGION] = _sent_region(shown, sent[paths.REGION])
    sent[paths.POSTAL_CODE] = _sent_postal_code(shown, sent[paths.POSTAL_CODE])
    if not sent[paths.CITY] and not shown.city.needed:
        sent[paths.CITY] = label_of(sent[paths.REGION], shown.regions) or shown.name
    if not sent[paths.REGION] and not shown.region.needed:
        sent[paths.REGION] = _sent_region(shown, sent[paths.CITY])
    return sent


def _sent_region(shown: AddressForm, typed: str) -> str:
    if not typed and shown.country in US_TERRITORIES:
        return shown.country
    region = find_region(shown.country, typed)
    return region.value if region else typed


def _sent_postal_code(shown: AddressForm, typed: str) -> str:
    read = postal_code.read(shown.country, typed) if typed else ""
    code = read if isinstance(read, str) else typed
    return code or ("" if shown.postal_code.needed else NO_POSTAL_CODE)


def _order(data: CountryData) -> Iterator[str]:
    path_of = {"A": paths.STREET, "C": paths.CITY, "S": paths.REGION, "Z": paths.POSTAL_CODE}
    parts = data.parts.replace("A", "CA") if data.code in _CITY_IN_STREET else data.parts
    yield paths.COUNTRY
    for letter in dict.fromkeys((*parts, *"CSZ")):
        yield path_of[letter]
        if letter == "A":
            yield paths.STREET_SECONDARY


def _region_word(data: CountryData) -> str:
    if data.code in _REGION_WORDS_OF:
        return _REGION_WORDS_OF[data.code]
    if "S" not in data.parts:
        return "State or territory" if data.code in US_TERRITORIES else "Region"
    return _REGION_WORDS.get(data.area_type, data.area_type.capitalize())


def _city_word(data: CountryData) -> str:
    return _CITY_WORDS_OF.get(data.code) or _CITY_WORDS.get(data.locality_type, "City")


def _postal_word(data: CountryData) -> str:
    if data.code in _POSTCODE_COUNTRIES:
        return "Postcode"
    return _POSTAL_WORDS.get(data.postal_type, "Postal code")


@cache
def _postal_starts(country: str) -> tuple[tuple[ListedRegion, re.Pattern[str]], ...]:
    data = country_data(country)
    options = listed(country)
    return tuple(
        (options[area.key], area.postal_start)
        for area in data.areas
        if area.postal_start and area.key in options
    )
