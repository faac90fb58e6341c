"""Registration numbers that are evidently of another kind than the chosen type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import in_a_sentence
from trusthub_tui.profile.formats import registration_national as national
from trusthub_tui.profile.formats.registration import compact
from trusthub_tui.profile.formats.registration_kinds import VAT_LETTERS


@dataclass(frozen=True, slots=True)
class Lookalike:
    """What a number seems to be."""

    what: str
    """With its article, to follow "looks like"."""
    advice: str


_DUNS_WORD: Final = re.compile(r"\bD[ .-]?U[ .-]?N[ .-]?S\b|\bDUNS\d|\bD ?& ?B\b|\bDUN & BRADSTREET\b")
_DUNS_SHAPE: Final = re.compile(r"\d{2}-\d{3}-\d{4}")

_BY_SHAPE: Final = (
    (
        re.compile(r"\d{3}[- ]\d{2}[- ]\d{4}"),
        frozenset[str](),
        Lookalike(
            "a Social Security number", "Do not enter a person's number. Enter the one of the business"
        ),
    ),
    (
        re.compile(r"\d{9} ?(?:RC|RT|RP|RM|RR|RZ) ?\d{4}"),
        frozenset({IdType.CBN, IdType.OTHER, ""}),
        Lookalike(
            "a Canadian Business Number", "Choose the type Canada: Business Number, or enter another number"
        ),
    ),
    (
        re.compile(r"[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}"),
        frozenset({IdType.CIN, IdType.OTHER, ""}),
        Lookalike(
            "an Indian CIN", "Choose the type India: Corporate Identity Number, or enter another number"
        ),
    ),
    (
        re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]"),
        frozenset({IdType.OTHER, ""}),
        Lookalike("an Indian GSTIN", "Enter the CIN from the certificate of incorporation"),
    ),
)
"""Shape, the types under which it is no surprise, and what it is."""

_BY_TYPE: Final[Mapping[str, tuple[tuple[re.Pattern[str], Lookalike], ...]]] = {
    IdType.CBN: (
        (
            re.compile(r"\d{5,7}-\d"),
            Lookalike("a federal corporation number", "Enter the nine-digit Business Number of the CRA"),
        ),
        (
            re.compile(r"\d{2}-\d{7}"),
            Lookalike("an EIN", "Choose the type EIN, or enter the Business Number"),
        ),
    ),
    IdType.CN: (
        (
            re.compile(r"GB ?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?"),
            Lookalike("a UK VAT number", "Enter the company number"),
        ),
        (re.compile(r"\d{10}"), Lookalike("a tax reference (UTR)", "Enter the company number")),
        (re.compile(r"\d{2}-\d{7}"), Lookalike("an EIN", "Choose the type EIN, or enter the company number")),
    ),
    IdType.ACN: ((re.compile(r"\d{2}-\d{7}"), Lookalike("an EIN", "Choose the type EIN, or enter the ACN")),),
    IdType.RN: (
        (re.compile(r"\d{2}-\d{7}"), Lookalike("an EIN", "Choose the type EIN, or enter the Israeli number")),
    ),
    IdType.CIN: (
        (re.compile(r"[A-Z]{5}\d{4}[A-Z]"), Lookalike("an Indian PAN", "Enter the CIN, 21 characters")),
        (re.compile(r"[A-Z]{3}-\d{4}"), Lookalike("an LLPIN", "An LLP has no CIN: choose the type Other")),
    ),
    IdType.VAT: (
        (
            re.compile(r"GB ?[\d ]{9,15}"),
            Lookalike("a UK VAT number", "Choose Great Britain: Company Number"),
        ),
        (
            re.compile(r"CHE[ \-.\d]{9,16}.*"),
            Lookalike("a Swiss UID", "Choose the type Other for a Swiss business"),
        ),
        (re.compile(r"\d{2}-\d{7}"), Lookalike("an EIN", "Choose the type EIN, or enter the VAT number")),
    ),
    IdType.VATRN: (
        (
            re.compile(r"[JFC] ?\d{1,2} ?/ ?\d{1,7} ?/ ?\d{4}"),
            Lookalike("a trade register number", "Enter the fiscal code (CUI) instead"),
        ),
    ),
}

_HOMES: Final = (
    (re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]"), frozenset({"IN"}), "an Indian GSTIN"),
    (re.compile(r"[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}"), frozenset({"IN"}), "an Indian CIN"),
    (re.compile(r"CHE-?\d{3}\.?\d{3}\.?\d{3}.{0,5}"), frozenset({"CH", "LI"}), "a Swiss UID"),
    (re.compile(r"GB ?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?"), frozenset({"GB", "IM"}), "a UK VAT number"),
    (re.compile(r"91\d{6}[\dA-Z]{10}"), frozenset({"CN"}), "a Chinese social credit code"),
    (re.compile(r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}"), frozenset({"BR"}), "a Brazilian CNPJ"),
)
"""Numbers that no other country writes so, the countries they are at home in, and what they are."""

_NINE_DIGITS_OR_SO: Final = frozenset({IdType.EIN, IdType.CBN, IdType.CN, IdType.ACN, IdType.RN})
_ABN: Final = Lookalike("an ABN", "Choose the type Australia: Company Number and enter the ACN")
_ABN_FOR_ACN: Final = Lookalike("an ABN", "An ACN has 9 digits: the last nine of a company's ABN")


def is_duns(number: str) -> bool:
    """Whether a number says or shows that it is a DUNS number.

    Nine digits without dashes may be one too, but nobody can tell them from an EIN.
    """
    folded = normalize.code(number)
    return bool(_DUNS_WORD.search(folded) or _DUNS_SHAPE.fullmatch(folded))


def is_placeholder(number: str) -> bool:
    """Whether a number is only digits, at least six, that are all alike or count up or down, 0 after 9."""
    plain = compact(normalize.code(number))
    if not (plain.isascii() and plain.isdecimal()):
        return False
    digits = [int(char) for char in plain]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    return len(digits) >= 6 and len(steps) == 1 and steps <= {0, 1, 9}


@lru_cache(maxsize=1024)
def recognise(id_type: str, number: str) -> Lookalike | None:
    """Return what a number seems to be, if that is not what the type asks for."""
    folded = normalize.code(number)
    for shape, at_home, found in _BY_SHAPE:
        if id_type not in at_home and shape.fullmatch(folded):
            return found
    for shape, found in _BY_TYPE.get(id_type, ()):
        if shape.fullmatch(folded):
            return found
    return _by_check_digits(id_type, compact(folded))


def elsewhere(number: str, country: str) -> str:
    """Return what a number of another country than that of the address is; empty if it is none."""
    folded = normalize.code(number)
    spellings = (normalize.latin(spelling) for spelling in national.without_words(folded))
    found = (_abroad(spelling, country) for spelling in spellings)
    return next(filter(None, found), "")


def _abroad(spelling: str, country: str) -> str:
    for shape, homes, what in _HOMES:
        if shape.fullmatch(spelling):
            return "" if country in homes else what
    vat = compact(spelling)
    letters = "EL" if vat.startswith("GR") else vat[:2]
    if letters == VAT_LETTERS.get(country, country) or not national.eu_vat(vat):
        return ""
    places = {"EL": "GR", "XI": "GB"}
    return f"a VAT number of {in_a_sentence(places.get(letters, letters))}"


def of_a_company(number: str, country: str) -> Lookalike | None:
    """Return what a number under the type Other is where a company has a number of a listed type there."""
    found = national.look_up(country, normalize.code(number))
    return _UNDER_OTHER.get((country, found.kind)) if found and found.fits else None


_UNDER_OTHER: Final[Mapping[tuple[str, str], Lookalike]] = {
    ("AU", "ABN"): Lookalike(
        "an ABN", "A company chooses Australia: Company Number and enters the last nine digits, the ACN"
    ),
    ("AU", "ACN"): Lookalike("an ACN", "Choose the type Australia: Company Number"),
    ("IN", "GSTIN"): Lookalike(
        "an Indian GSTIN", "A company chooses India: Corporate Identity Number and enters its CIN"
    ),
    ("IN", "PAN"): Lookalike(
        "an Indian PAN", "A company chooses India: Corporate Identity Number and enters its CIN"
    ),
    ("IN", "CIN"): Lookalike("an Indian CIN", "Choose the type India: Corporate Identity Number"),
}


def _by_check_digits(id_type: str, number: str) -> Lookalike | None:
    if id_type not in _NINE_DIGITS_OR_SO:
        return None
    if len(number) == 11 and number.isdecimal() and national.checked("au.abn", number):
        return _ABN_FOR_ACN if id_type == IdType.ACN else _ABN
    if len(number) > 8 and number[:2].isalpha() and national.eu_vat(number):
        return Lookalike("an EU VAT number", "Choose the type EU: VAT number, or enter another number")
    return None
