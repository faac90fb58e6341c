"""O and 0, l and 1, and the choices that a wrong answer may stand for."""

from collections.abc import Iterable

from tests.support.table import table
from trusthub_tui.profile.choices import BusinessType, Industry, Option, Region, RegistrationIdType
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.formats import nearest
from trusthub_tui.profile.formats.look_alikes import Mistaken, mistaken


@table(
    ("code", "meant", "wrong", "right"),
    [
        ("84-31S2967", "84-3152967", "the letter S", "the digit 5"),
        ("3S-1294O57", "35-1294057", "the letter S", "the digit 5"),
        ("84-3152O6O", "84-3152060", "the letter O", "the digit 0"),
        ("8L-3152967", "81-3152967", "the letter L", "the digit 1"),
    ],
)
def test_a_letter_for_a_digit_is_named(code: str, meant: str, wrong: str, right: str) -> None:
    found = mistaken(code, lambda text: text.replace("-", "").isdecimal())
    assert found == Mistaken(wrong, right, meant)


@table("code", ["B18342791", "S1234567", "G12345678"])
def test_a_letter_in_front_belongs_there(code: str) -> None:
    assert mistaken(code, str.isdecimal) is None


def test_a_digit_for_a_letter_is_named() -> None:
    found = mistaken("5C304127", lambda text: text == "SC304127")
    assert found == Mistaken("the digit 5", "the letter S", "SC304127")


@table("code", ["", "84-3152967", "X4-3152967", "S" * 40])
def test_nothing_is_named_where_nothing_fits(code: str) -> None:
    assert mistaken(code, lambda text: False) is None


@table(
    ("text", "options", "near"),
    [
        ("corporation", BusinessType, "Corporation"),
        ("LLC", BusinessType, "Limited Liability Corporation"),
        ("non profit", BusinessType, "Non-profit Corporation"),
        ("Sole Propietorship", BusinessType, "Sole Proprietorship"),
        ("Healthcare", Industry, "HEALTHCARE"),
        ("Not-for-profit", Industry, "NOT_FOR_PROFIT"),
        ("EMEA", Region, ""),
        ("europe", Region, "EUROPE"),
        ("USA", Region, "USA_AND_CANADA"),
        ("Germany", COUNTRIES, "DE"),
        ("Deutschland", COUNTRIES, "DE"),
        ("United Sates", COUNTRIES, "US"),
        ("Germny", COUNTRIES, "DE"),
        ("Swizerland", COUNTRIES, "CH"),
        ("U.S.A.", COUNTRIES, "US"),
        ("England", COUNTRIES, "GB"),
        ("Россия", COUNTRIES, "RU"),
        ("EIN number", RegistrationIdType, "EIN"),
        ("xyzzy", COUNTRIES, ""),
        ("", COUNTRIES, ""),
    ],
)
def test_the_choice_that_was_meant_comes_first(text: str, options: Iterable[Option], near: str) -> None:
    found = nearest.options(text, tuple(options))
    assert (found[0].value if found else "") == near
