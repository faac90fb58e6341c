"""Registration numbers of the types Twilio lists: what was typed, read and checked.

Check digits are computed by ``python-stdnum``, which is imported when a number first needs it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.formats import registration_national as national
from trusthub_tui.profile.formats.registration_kinds import EU, SPECIMENS, VAT_LETTERS

_LONGEST: Final = 64
"""More characters than this are no registration number anywhere."""

UNASSIGNED_EIN_PREFIXES: Final = frozenset(
    {"00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97"}
)
"""First two digits no IRS campus uses so far. Source: IRS list of prefixes, as in ``stdnum.us.ein``."""

_COMPANY_PREFIXES: Final = frozenset(
    {"AC", "BR", "CE", "CS", "ES", "FC", "FE", "GE", "GN", "GS", "IC", "IP", "LP", "NA", "NC", "NF"}
    | {"NI", "NL", "NO", "NP", "NR", "NV", "NZ", "OC", "OE", "PC", "RC", "RS", "SA", "SC", "SE", "SF"}
    | {"SG", "SI", "SL", "SO", "SP", "SR", "SZ", "ZC"}
)
"""Letters a company number may start with. Source: Companies House, uniform resource identifiers guide."""

_SEPARATORS: Final = re.compile(r"[\s.\-/_]+")
_LABEL: Final = re.compile(
    r"(?:FEDERAL TAX ID|FEIN|EIN|TAX ID|TIN|CBN|BUSINESS NUMBER|BN|COMPANY|CRN|CN|ACN|ABN|CIN|VATIN|VAT"
    r"|CUI|CIF|HP)"
    r"(?: ?(?:NUMBER|NO|NR|ID))?[ .:#]*(?=\d|[A-Z]{1,2} ?\d|[LU]\d)"
)
_CBN: Final = re.compile(r"(\d{9})([A-Z]{2}\d{0,4})?")
_CN: Final = re.compile(r"\d{8}|[A-Z]{2}\d{6}|R\d{7}|[A-Z]{2}\d{5}[A-Z]")
_CIN: Final = re.compile(r"[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}")
_NATIVE_LETTERS: Final = MappingProxyType({"БГ": "BG", "ВГ": "BG", "BГ": "BG"})
"""Letters of a country in its own script that look like no Latin ones, before its VAT numbers."""


class NumberFault(Enum):
    """Why a text is no number of its type."""

    NO_DIGITS = auto()
    LENGTH = auto()
    SHAPE = auto()


class Doubt(Enum):
    """Why a number of the right shape may still be wrong."""

    CHECK_DIGIT = auto()
    PREFIX = auto()
    NOT_A_COMPANY = auto()
    """It is no number of a kind known in the country, or not one of a company."""
    OLD_CHECK_DIGIT = auto()
    """Its check digit does not fit, but numbers given out lately have none."""


class Change(Enum):
    """What is done to a number before it is sent, beyond its separators."""

    SUFFIX_DROPPED = auto()
    ZEROS_ADDED = auto()
    COUNTRY_ADDED = auto()


@dataclass(frozen=True, slots=True)
class RegistrationNumber:
    """A number that can be sent."""

    canonical: str
    """What Twilio receives."""
    shown: str
    """The same, grouped for reading."""
    kind: str
    """What it is: the type's name, or the national name such as ``SIREN``; may be empty for ``Other``."""
    doubt: Doubt | None = None
    change: Change | None = None
    known: tuple[str, ...] = ()
    """For ``Other``: the names of the numbers known in the country."""


@dataclass(frozen=True, slots=True)
class UnreadableNumber:
    """A text that is no number of its type, and why."""

    fault: NumberFault
    needed: int = 0
    given: int = 0


Reading = RegistrationNumber | UnreadableNumber


@lru_cache(maxsize=1024)
def read(id_type: str, number: str, country: str) -> Reading:
    """Read a number as typed, under the type chosen and for the country of the address (may be empty).

    Where no type is chosen, or one that is not accepted, anything with a digit is taken as it is.
    """
    folded = normalize.code(number)
    typed = normalize.digits(" ".join(number.split()))
    if not any(char.isdecimal() for char in folded):
        return UnreadableNumber(NumberFault.NO_DIGITS)
    if id_type == IdType.OTHER:
        return _other(folded, typed, country)
    reader = _READERS.get(id_type)
    if reader is None:
        return RegistrationNumber(typed, typed, "")
    if len(folded) > _LONGEST:
        return UnreadableNumber(NumberFault.SHAPE)
    spellings = national.without_words(_in_latin(folded))
    found = [reader(compact(spelling), country) for spelling in spellings]
    return next((one for one in found if isinstance(one, RegistrationNumber)), found[0])


def compact(folded: str) -> str:
    """Return a folded number without its label (``EIN:``) and separators."""
    label = _LABEL.match(folded)
    return _SEPARATORS.sub("", folded[label.end() :] if label else folded)


def _in_latin(folded: str) -> str:
    """Return a folded number in Latin letters, where its own look like them or stand for a country."""
    named = _NATIVE_LETTERS.get(folded[:2])
    return normalize.latin(named + folded[2:] if named else folded)


def _nine_digits(number: str) -> UnreadableNumber | None:
    """Return why a text is not nine digits."""
    if not (number.isascii() and number.isdecimal()):
        return UnreadableNumber(NumberFault.SHAPE)
    return None if len(number) == 9 else UnreadableNumber(NumberFault.LENGTH, needed=9, given=len(number))


def _ein(number: str, _country: str) -> Reading:
    fault = _nine_digits(number)
    if fault:
        return fault
    dashed = f"{number[:2]}-{number[2:]}"
    doubt = Doubt.PREFIX if number[:2] in UNASSIGNED_EIN_PREFIXES else None
    return RegistrationNumber(dashed, dashed, "EIN", doubt)


def _cbn(number: str, _country: str) -> Reading:
    found = _CBN.fullmatch(number) if number.isascii() else None
    if found is None:
        return _nine_digits(number) or UnreadableNumber(NumberFault.SHAPE)
    nine = found[1]
    doubt = None if national.checked("ca.bn", nine) else Doubt.CHECK_DIGIT
    return RegistrationNumber(
        nine, nine, "Business Number", doubt, Change.SUFFIX_DROPPED if found[2] else None
    )


def _cn(number: str, _country: str) -> Reading:
    if number.isascii() and number.isdecimal() and len(number) in (5, 6, 7):
        padded = number.zfill(8)
        return RegistrationNumber(padded, padded, "company number", None, Change.ZEROS_ADDED)
    if not (number.isascii() and _CN.fullmatch(number)):
        return UnreadableNumber(NumberFault.SHAPE, needed=8, given=len(number))
    letters = re.match(r"[A-Z]*", number)
    prefix = letters.group() if letters else ""
    doubt = Doubt.PREFIX if len(prefix) == 2 and prefix not in _COMPANY_PREFIXES else None
    return RegistrationNumber(number, number, "company number", doubt)


def _acn(number: str, _country: str) -> Reading:
    fault = _nine_digits(number)
    if fault:
        return fault
    shown = f"{number[:3]} {number[3:6]} {number[6:]}"
    return RegistrationNumber(
        number, shown, "ACN", None if national.checked("au.acn", number) else Doubt.CHECK_DIGIT
    )


def _cin(number: str, _country: str) -> Reading:
    if number.isascii() and _CIN.fullmatch(number):
        return RegistrationNumber(number, number, "CIN")
    return UnreadableNumber(NumberFault.SHAPE, needed=21, given=len(number))


def _vat(number: str, country: str) -> Reading:
    """Read a VAT number; two country letters that are missing or Greek (GR) are put right."""
    own = VAT_LETTERS.get(country, country if country in EU else "")
    typed = f"EL{number[2:]}" if number.startswith("GR") else number
    verdict = national.eu_vat(typed)
    if verdict is not False:
        return _checked_vat(typed, None, fits=verdict)
    if own and number[:2] != own:
        verdict = national.eu_vat(own + number)
        if verdict is not False:
            return _checked_vat(own + number, Change.COUNTRY_ADDED, fits=verdict)
    return UnreadableNumber(NumberFault.SHAPE)


def _checked_vat(number: str, change: Change | None, *, fits: bool | None) -> RegistrationNumber:
    doubt = None if fits else Doubt.CHECK_DIGIT
    return RegistrationNumber(number, number, f"VAT number, {number[:2]}", doubt, change)


def _vatrn(number: str, _country: str) -> Reading:
    verdict = national.checked("ro.cf", number)
    if verdict is False:
        return UnreadableNumber(NumberFault.SHAPE)
    return RegistrationNumber(number, number, "VATRN", None if verdict else Doubt.CHECK_DIGIT)


def _rn(number: str, _country: str) -> Reading:
    fault = _nine_digits(number)
    if fault:
        return fault
    verdict = national.checked("il.hp", number)
    doubt = None if verdict else Doubt.NOT_A_COMPANY if verdict is False else Doubt.CHECK_DIGIT
    return RegistrationNumber(number, number, "company number", doubt)


def _other(folded: str, typed: str, country: str) -> RegistrationNumber:
    """Read a number of a country without a type of its own; anything with a digit may be one.

    It is sent as typed; without separators and the words around it only where check digits say that it is
    the same number without them.
    """
    found = national.look_up(country, folded)
    if found is None:
        return RegistrationNumber(typed, typed, "")
    doubt = _national_doubt(country, found)
    plain = _SEPARATORS.sub("", found.bare)
    again = national.look_up(country, plain)
    same = found.computed and again and (again.kind, again.fits) == (found.kind, found.fits)
    return RegistrationNumber(plain if same else typed, typed, found.kind, doubt, known=found.names)


def _national_doubt(country: str, found: national.National) -> Doubt | None:
    if found.fits:
        return None
    if (country, found.kind) in national.LATELY_WITHOUT_CHECK_DIGIT:
        return Doubt.OLD_CHECK_DIGIT
    return Doubt.CHECK_DIGIT if found.kind else Doubt.NOT_A_COMPANY


_READERS: Final[Mapping[str, Callable[[str, str], Reading]]] = MappingProxyType(
    {
        IdType.EIN: _ein,
        IdType.CBN: _cbn,
        IdType.CN: _cn,
        IdType.ACN: _acn,
        IdType.CIN: _cin,
        IdType.VAT: _vat,
        IdType.VATRN: _vatrn,
        IdType.RN: _rn,
    }
)


def name_of(id_type: str) -> str:
    """Return what a number of a type is called inside a sentence, such as ``an EIN``."""
    return SPECIMENS[id_type].name if id_type in SPECIMENS else "the number of a business"


def example_of(id_type: str) -> str:
    """Return a number of a type as it is written; empty for a type that has no format."""
    return SPECIMENS[id_type].example if id_type in SPECIMENS else ""
