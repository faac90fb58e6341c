"""Phones, country by country: the examples of the numbering plans in every spelling people use."""

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from tests.support.table import table
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.formats.phone import Phone, PhoneFault, PhoneKind, UnreadablePhone, read

EXAMPLES = [
    (country, number)
    for country in COUNTRY_NAMES
    for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
    if (number := phonenumbers.example_number_for_type(country, kind)) is not None
]
WITHOUT_A_PLAN = {"AQ", "BV", "GS", "HM", "PN", "TF", "UM"}


def spellings(number: PhoneNumber) -> set[str]:
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    home = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    abroad = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return {
        *(e164, home, abroad, e164[1:], f"00{e164[1:]}", f"  {home}  ", f"Tel: {home}"),
        phonenumbers.format_number(number, PhoneNumberFormat.RFC3966),
        phonenumbers.national_significant_number(number),
        abroad.replace("-", " ").replace(" ", "\u00a0"),
        home.replace("(", "").replace(")", "").replace("-", ".").replace(" ", "."),
    }


def test_all_countries_with_a_numbering_plan_have_an_example() -> None:
    assert set(COUNTRY_NAMES) - {country for country, _ in EXAMPLES} == WITHOUT_A_PLAN


@table(("country", "number"), EXAMPLES)
def test_the_example_of_a_country_is_read_in_every_spelling(country: str, number: PhoneNumber) -> None:
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    for spelling in spellings(number):
        found = read(spelling, country)
        assert isinstance(found, Phone), spelling
        assert (found.e164, found.kind) == (e164, PhoneKind.ORDINARY), spelling
        assert read(found.spaced, "") == found


@table("country", sorted(set(COUNTRY_NAMES) - WITHOUT_A_PLAN))
def test_a_number_of_two_digits_or_twenty_is_none(country: str) -> None:
    few, many = read("21", country), read("2" * 20, country)
    assert isinstance(few, UnreadablePhone)
    assert few.fault in (PhoneFault.TOO_SHORT, PhoneFault.NOT_ASSIGNED)
    assert isinstance(many, UnreadablePhone)
    assert many.fault is PhoneFault.TOO_LONG


@table(
    ("text", "country", "e164"),
    [
        ("62812345678", "ID", "+62812345678"),
        ("4915123456789", "DE", "+4915123456789"),
        ("55991234567", "BR", "+5555991234567"),
        ("9198450123", "IN", "+919198450123"),
    ],
)
def test_a_country_code_without_a_plus_is_told_from_an_area(text: str, country: str, e164: str) -> None:
    found = read(text, country)
    assert isinstance(found, Phone)
    assert found.e164 == e164


@table(
    ("text", "country", "unreadable"),
    [
        ("0802 123 456", "NG", UnreadablePhone(PhoneFault.TOO_SHORT, "NG", 10, (11,))),
        ("07700 9004", "GB", UnreadablePhone(PhoneFault.TOO_SHORT, "GB", 9, (10, 11))),
        ("080 4012 3456, 98450 12345", "IN", UnreadablePhone(PhoneFault.SEVERAL)),
        ("00 99 00 12 34", "FR", UnreadablePhone(PhoneFault.UNKNOWN_COUNTRY)),
    ],
)
def test_a_fault_counts_the_digits_as_they_were_typed(
    text: str, country: str, unreadable: UnreadablePhone
) -> None:
    assert read(text, country) == unreadable
