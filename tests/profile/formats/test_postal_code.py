"""Postal codes, country by country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.formats import postal_code
from trusthub_tui.profile.formats.address_data import UnknownCountryError, country_data
from trusthub_tui.profile.formats.postal_code import NoPostalCode

CODES = [country.value for country in COUNTRIES]
countries = st.sampled_from(CODES)


@table("country", CODES)
def test_the_examples_of_a_country_are_read_in_any_spelling(country: str) -> None:
    for example in country_data(country).postal_examples:
        read = postal_code.read(country, example)
        assert isinstance(read, str)
        plain = example.replace(" ", "").replace("-", "")
        for spelling in (example.lower(), f"  {example} ", plain, plain.lower()):
            assert postal_code.read(country, spelling) == read
        assert postal_code.read(country, read) == read


@table("country", [code for code in CODES if country_data(code).postal_pattern])
def test_a_country_with_postal_codes_refuses_a_word_and_says_what_one_looks_like(country: str) -> None:
    read = postal_code.read(country, "Nowhere!")
    assert isinstance(read, NoPostalCode)
    assert read.expected.startswith(("have ", "look like "))


@table(
    ("country", "typed", "sent"),
    [
        ("US", "94104", "94104"),
        ("US", "941041234", "94104-1234"),
        ("US", "94104 1234", "94104-1234"),
        ("US", "94104–1234", "94104-1234"),
        ("US", "９４１０４", "94104"),
        ("CA", "k1a0b1", "K1A 0B1"),
        ("GB", "sw1a1aa", "SW1A 1AA"),
        ("GB", "GIR0AA", "GIR 0AA"),
        ("IE", "d02x285", "D02 X285"),
        ("NL", "1234ab", "1234 AB"),
        ("PL", "00950", "00-950"),
        ("PT", "2725079", "2725-079"),
        ("BR", "70002900", "70002-900"),
        ("JP", "〒154-0023", "154-0023"),
        ("JP", "１５４－００２３", "154-0023"),
        ("DE", "D-10115", "10115"),
        ("DE", "DE 10115", "10115"),
        ("SE", "SE-114 55", "11455"),
        ("FI", "FI-00550", "00550"),
        ("LV", "1073", "LV-1073"),
        ("AZ", "AZ1000", "1000"),
        ("AZ", "AZ 1000", "1000"),
        ("HK", "999077", "999077"),
        ("AE", "", ""),
    ],
)
def test_a_postal_code_is_sent_the_way_the_country_writes_it(country: str, typed: str, sent: str) -> None:
    assert postal_code.read(country, typed) == sent


@table(
    ("country", "typed", "expected"),
    [
        ("US", "9410", "have 5 digits, or 5+4"),
        ("US", "94104-12", "have 5 digits, or 5+4"),
        ("PR", "94104", "look like 00930"),
        ("DE", "1011", "have 5 digits, like 26133"),
        ("TW", "1", "have 3 or 5 digits, like 104"),
        ("GB", "SW1A 1AAx", "look like EC1Y 8SY"),
        ("CA", "94104", "look like H3Z 2Y7"),
    ],
)
def test_what_is_no_postal_code_is_told_what_one_must_be(country: str, typed: str, expected: str) -> None:
    assert postal_code.read(country, typed) == NoPostalCode(expected)


def test_an_unknown_country_is_an_error_of_its_own() -> None:
    for country in ("", "XX", "ZZ", "us", "USA", "../us"):
        with pytest.raises(UnknownCountryError):
            postal_code.read(country, "1")


@given(countries, st.text(max_size=40))
def test_what_is_sent_is_read_again_as_itself(country: str, text: str) -> None:
    read = postal_code.read(country, text)
    if isinstance(read, str):
        assert postal_code.read(country, read) == read


@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
@pytest.mark.parametrize("piece", ["1", "1 ", "A", "-", "〒", "½", "ﷺ", "9-"])
def test_text_of_any_length_is_read_to_its_end(piece: str) -> None:
    for country in ("US", "DE", "GB", "JP", "IE"):
        assert not isinstance(postal_code.read(country, piece * 200_000), str)
