"""Phone numbers in any spelling a person would use, read with the numbering plans of libphonenumber."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from functools import lru_cache
from itertools import pairwise

import phonenumbers
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumber, PhoneNumberType, ValidationResult

_LONGEST = 64
"""More characters than this are no phone number in any spelling."""
_FEWEST_DIGITS = 7
"""Digits of the shortest numbers; with fewer it is an extension, or nothing."""


class PhoneKind(Enum):
    """What a number is used for, as far as its numbering plan tells."""

    ORDINARY = auto()
    TOLL_FREE = auto()
    PREMIUM = auto()
    VOIP = auto()
    PERSONAL = auto()
    SERVICE = auto()
    """Shared cost, company-wide, pager or voice mail: nobody's own line."""


class PhoneFault(StrEnum):
    """Why a text is no phone number. The value ends the name of the rule."""

    LETTERS = "letters"
    NO_DIGITS = "no-digits"
    NO_COUNTRY = "no-country"
    UNKNOWN_COUNTRY = "unknown-country"
    EXTENSION = "extension"
    SEVERAL = "several"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NOT_ASSIGNED = "not-assigned"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be called from anywhere."""

    e164: str
    """``+14155550132``: what Twilio receives."""
    spaced: str
    """``+1 415 555 0132``: for reading."""
    country: str
    """Two-letter code; empty for numbers of no single country, such as +800."""
    kind: PhoneKind
    made_up: bool
    """Whether its digits are all alike or simply count up or down."""


@dataclass(frozen=True, slots=True)
class UnreadablePhone:
    """A text that is no phone number, and why."""

    fault: PhoneFault
    country: str = ""
    """The two-letter code of the country whose rules were applied."""
    given: int = 0
    """How many digits there are, without the country code."""
    lengths: tuple[int, ...] = ()
    """How many digits there may be."""
    code: str = ""
    """The country code that was typed before them, such as ``+49``."""
    extension: str = ""
    """What was read as an extension, in small letters."""


_KINDS = {
    PhoneNumberType.TOLL_FREE: PhoneKind.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE: PhoneKind.PREMIUM,
    PhoneNumberType.VOIP: PhoneKind.VOIP,
    PhoneNumberType.PERSONAL_NUMBER: PhoneKind.PERSONAL,
    PhoneNumberType.SHARED_COST: PhoneKind.SERVICE,
    PhoneNumberType.UAN: PhoneKind.SERVICE,
    PhoneNumberType.PAGER: PhoneKind.SERVICE,
    PhoneNumberType.VOICEMAIL: PhoneKind.SERVICE,
}

_FOR_EXAMPLES = {
    33: re.compile(r"63998\d{4}"),
    44: re.compile(r"(?:7700900|1632960)\d{3}"),
    353: re.compile(r"2091\d{5}"),
}
"""By country code, numbers regulators keep for examples and films that the numbering plans leave out.

They are read like any other, as +1 415 555 0132 is: who files a profile does not type them by mistake.
Source: ARCEP, Ofcom, ComReg.
"""

_EXTENSION_WORDS = (
    *("e?xt(?:ensi[oó]n|ns?)?", "ex", "x", "int(?:erno|ern)?", "anexo", "ramal", "poste", "durchwahl", "dw"),
    *("nebenstelle", "nst", "klappe", "app(?:arat)?", "toestel", "tst", "ankn(?:ytning)?", "linka", "klapka"),
    *("wewn?(?:ętrzny)?", "mellék", "lok(?:al)?", "dahili", "alanumero", "доб(?:авочный)?", "внутр", "вн"),
    *("εσωτ(?:ερικό)?", "内線", "内线", "分机", "分機", "내선", "שלוחה", "تحويلة", "ต่อ", "máy lẻ"),
    *("pp?", "w", "pause", "wait", "opt(?:ion)?", "press", "postd", "isub", "pin"),
)
"""What stands before an extension in the words of people, and of phones: ``p`` and ``w`` are pauses."""

_EXTENSION = re.compile(
    rf"(?:(?<![^\W\d_])(?:{'|'.join(_EXTENSION_WORDS)})[\s.:=#,;]*|[#~*;,]\s*)\d[\d,]{{0,11}}[\s#)\]]*$"
)
_MAYBE_EXTENSION = re.compile(
    r"(?:/\s*\d{1,5}|[(\[]\s*\d{1,5}\s*[)\]]|-\s*\d{3,5}|\s\d{1,7}\s?#|(?<![^\W\d_])[^\W\d_]{2,}\W*\d{1,6})$"
)
"""What is an extension only where the rest is a number and the whole is none."""

_LABEL = re.compile(r"^(?:tel(?:ephone)?|phone|mobile|cell|mob|ph|t|m)\s*[:.]\s*|^tel:")
_SEVERAL = re.compile(r"[/,;|&\n]|\bor\b|\band\b")
_OR = re.compile(r"\b(?:or|and)\b")
_TWO_ZEROS = re.compile(r"^\(?00(?=\D*[1-9])")


def read(text: str, country: str) -> Phone | UnreadablePhone:
    """Read a number as typed.

    ``country``, two letters or empty, is meant where the number itself names none.
    """
    if len(text) > _LONGEST:
        return UnreadablePhone(PhoneFault.TOO_LONG, given=sum(char.isdigit() for char in text[:1000]))
    return _read(text, country[:3].strip().upper())


@lru_cache(maxsize=512)
def _read(text: str, country: str) -> Phone | UnreadablePhone:
    plain = _LABEL.sub("", _plain(text))
    if not any(char.isdigit() for char in plain):
        return UnreadablePhone(PhoneFault.LETTERS if any(map(str.isalpha, plain)) else PhoneFault.NO_DIGITS)
    extension = _EXTENSION.search(plain)
    if extension and _is_short(extension.group()) and not _is_short(plain[: extension.start()]):
        return _extended(extension)
    found = _first_that_works(plain, country)
    if isinstance(found, Phone):
        return found
    return _as_typed(_explained(plain, country, found), plain)


_IN_BRACKETS = re.compile(r"\(0\)")


def _as_typed(found: UnreadablePhone, plain: str) -> UnreadablePhone:
    """Count digits as whoever typed them does: behind the country code, or with the 0 dialled at home."""
    plan = PhoneMetadata.metadata_for_region(found.country, None) if found.lengths else None
    if plan is None:
        return found
    digits = re.sub(r"\D", "", _IN_BRACKETS.sub("", plain))
    code = str(plan.country_code)
    if plain.lstrip("( ").startswith("+") and digits.startswith(code):
        return replace(found, given=len(digits) - len(code), code=f"+{code}")
    trunk = plan.national_prefix or ""
    if trunk in ("0", "1") and digits.startswith(trunk) and not _TWO_ZEROS.match(plain):
        return replace(found, given=len(digits), lengths=tuple(length + 1 for length in found.lengths))
    return found


def _is_short(text: str) -> bool:
    """Whether there are too few digits for a number."""
    return sum(map(str.isdigit, text)) < _FEWEST_DIGITS


def _extended(extension: re.Match[str]) -> UnreadablePhone:
    return UnreadablePhone(PhoneFault.EXTENSION, extension=extension.group().strip(" ,;()[]"))


def _plain(text: str) -> str:
    """Fold full-width and other scripts' digits and signs to ASCII; lower case."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in folded)


def _first_that_works(plain: str, country: str) -> Phone | UnreadablePhone:
    """Read it as it stands, then in the other ways people write a number that begins with a country code."""
    found = _without_plus(plain, country) or _parsed(plain, country)
    for again in _other_spellings(plain):
        if isinstance(found, Phone):
            break
        other = _parsed(again, country)
        found = other if isinstance(other, Phone) else found
    return found


def _without_plus(plain: str, country: str) -> Phone | None:
    """Return a number that starts with its own country's code without a plus, where nothing else is likely.

    At home a number starts with 0 in these countries; without one, 62812345678 is +62 812 345 678 in
    Indonesia, although there is an area 628 too.
    """
    plan = PhoneMetadata.metadata_for_region(country, None) if country else None
    digits = re.sub(r"\D", "", plain)
    if plan is None or plan.national_prefix != "0" or "+" in plain or any(map(str.isalpha, plain)):
        return None
    found = _parsed(f"+{digits}", country) if digits.startswith(str(plan.country_code)) else None
    return found if isinstance(found, Phone) else None


def _other_spellings(plain: str) -> tuple[str, ...]:
    """Return spellings with a plus sign where one is meant.

    ``00`` is dialled before a country code in most of the world, and people elsewhere copy it. Mexico dropped
    the 1 after +52 in 2019, but it is still written.
    """
    digits = re.sub(r"\D", "", plain)
    spellings = []
    if _TWO_ZEROS.match(plain):
        spellings.append("+" + _TWO_ZEROS.sub("", plain))
    if re.fullmatch(r"(?:00)?521\d{10}", digits) and plain.lstrip("(").startswith(("+", "00")):
        spellings.append("+52" + digits[-10:])
    return tuple(spellings)


def _parsed(plain: str, country: str) -> Phone | UnreadablePhone:
    if any(map(str.isalpha, plain)):
        return UnreadablePhone(PhoneFault.LETTERS)
    if plain.count("+") > 1:
        return UnreadablePhone(PhoneFault.SEVERAL)
    try:
        number = phonenumbers.parse(plain, country or None)
    except NumberParseException as refusal:
        return _refused(plain, country, refusal.error_type)
    if number.extension:
        return UnreadablePhone(PhoneFault.EXTENSION, extension=number.extension)
    if not phonenumbers.is_valid_number(number) and not _is_for_examples(number):
        return _impossible(number)
    return _phone(number)


def _is_for_examples(number: PhoneNumber) -> bool:
    reserved = _FOR_EXAMPLES.get(number.country_code or 0)
    return bool(reserved and reserved.fullmatch(phonenumbers.national_significant_number(number)))


def _phone(number: PhoneNumber) -> Phone:
    region = phonenumbers.region_code_for_number(number)
    region = region or phonenumbers.region_code_for_country_code(number.country_code or 0)
    spaced = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return Phone(
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        spaced=spaced.replace("-", " "),
        country=region if region.isalpha() else "",
        kind=_KINDS.get(phonenumbers.number_type(number), PhoneKind.ORDINARY),
        made_up=_made_up(phonenumbers.national_significant_number(number)),
    )


def _made_up(digits: str) -> bool:
    """Whether digits are all alike, or each follows the one before, up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(digits)}
    return len(digits) >= 7 and steps in ({0}, {1}, {-1})


def _refused(plain: str, country: str, reason: int) -> UnreadablePhone:
    starts_abroad = plain.lstrip("( ").startswith("+")
    if reason == NumberParseException.INVALID_COUNTRY_CODE:
        named = starts_abroad or plain.startswith("00")
        return UnreadablePhone(PhoneFault.UNKNOWN_COUNTRY if named else PhoneFault.NO_COUNTRY)
    digits = sum(char.isdigit() for char in plain)
    if reason == NumberParseException.TOO_LONG:
        return UnreadablePhone(PhoneFault.TOO_LONG, country, digits, _lengths(country))
    if not country and not starts_abroad:
        return UnreadablePhone(PhoneFault.NO_COUNTRY)
    if starts_abroad:
        return UnreadablePhone(PhoneFault.TOO_SHORT, given=digits)
    return UnreadablePhone(PhoneFault.TOO_SHORT, country, digits, _lengths(country))


def _impossible(number: PhoneNumber) -> UnreadablePhone:
    country = phonenumbers.region_code_for_country_code(number.country_code or 0)
    country = country if country.isalpha() else ""
    given = len(phonenumbers.national_significant_number(number)) - _trunk_zero(number, country)
    lengths = _lengths(country)
    if phonenumbers.is_possible_number_with_reason(number) == ValidationResult.TOO_LONG or (
        lengths and given > lengths[-1]
    ):
        return UnreadablePhone(PhoneFault.TOO_LONG, country, given, lengths)
    if lengths and given not in lengths:
        return UnreadablePhone(PhoneFault.TOO_SHORT, country, given, lengths)
    return UnreadablePhone(PhoneFault.NOT_ASSIGNED, country, given, lengths)


def _trunk_zero(number: PhoneNumber, country: str) -> int:
    """Return 1 for a 0 that is only dialled at home; the library keeps it in numbers it cannot read."""
    plan = PhoneMetadata.metadata_for_region(country, None) if country else None
    return int(bool(plan and plan.national_prefix == "0" and number.italian_leading_zero))


@lru_cache(maxsize=256)
def _lengths(country: str) -> tuple[int, ...]:
    """Return how many digits a person's number may have in a country; empty where that is not known."""
    plan = PhoneMetadata.metadata_for_region(country, None) if country else None
    if plan is None:
        return ()
    kinds = (plan.fixed_line, plan.mobile)
    return tuple(sorted({n for kind in kinds if kind for n in kind.possible_length if n > 0}))


def _explained(plain: str, country: str, found: UnreadablePhone) -> UnreadablePhone:
    """Tell two numbers, and a number with something behind it, from one that is too long or has letters."""
    parts = [part for part in _SEVERAL.split(plain) if sum(map(str.isdigit, part)) >= 7]
    if len(parts) > 1 and isinstance(_parsed(parts[0].strip(), country), Phone):
        return UnreadablePhone(PhoneFault.SEVERAL)
    behind = _MAYBE_EXTENSION.search(plain)
    if not behind or not isinstance(_parsed(plain[: behind.start()].strip(), country), Phone):
        return found
    return UnreadablePhone(PhoneFault.SEVERAL) if _OR.search(behind.group()) else _extended(behind)
