"""What is found about a business address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.findings import Finding, Moment, Severity
from trusthub_tui.profile.formats import address as formats
from trusthub_tui.profile.formats.address_data import country_data
from trusthub_tui.profile.rules import address
from trusthub_tui.profile.rules.rule import Context

GOOD = {
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.STREET_SECONDARY: "Suite 1200",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
}


def found(**parts: str) -> list[Finding]:
    typed = {f"address.{name}": text for name, text in parts.items()}
    return list(address.check({**GOOD, **typed}, Context()))


def only(**parts: str) -> Finding:
    findings = found(**parts)
    assert len(findings) == 1, findings
    return findings[0]


def test_nothing_is_said_of_a_good_address() -> None:
    assert found() == []


def test_nothing_is_said_of_an_empty_address() -> None:
    assert list(address.check({}, Context())) == []


def test_a_short_zip_code_is_a_problem_in_the_words_of_the_country() -> None:
    finding = only(postal_code="9410")
    assert finding.message == "ZIP code must have 5 digits, or 5+4"
    assert finding.severity is Severity.PROBLEM
    assert finding.moment is Moment.LEAVING
    assert finding.path == paths.POSTAL_CODE


@table(
    ("country", "code", "message"),
    [
        ("DE", "1011", "Postal code must have 5 digits, like 26133"),
        ("GB", "SW1A", "Postcode must look like EC1Y 8SY"),
        ("IN", "11003", "PIN code must have 6 digits, like 110034"),
        ("IE", "D02", "Eircode must look like A65 F4E2"),
    ],
)
def test_a_postal_code_is_called_what_the_country_calls_it(country: str, code: str, message: str) -> None:
    assert only(iso_country=country, postal_code=code, region="", city="Town").message == message


@table(
    ("country", "region", "code", "message"),
    [
        ("US", "TX", "94043", "ZIP code 94043 belongs to California, not Texas"),
        ("US", "Texas", "94043-1234", "ZIP code 94043-1234 belongs to California, not Texas"),
        ("CA", "ON", "V8X 3X4", "Postal code V8X 3X4 belongs to British Columbia, not Ontario"),
        ("IT", "MI", "00144", "Postal code 00144 belongs to Roma, not Milano"),
        ("ES", "Madrid", "08001", "Postal code 08001 belongs to Barcelona, not Madrid"),
    ],
)
def test_a_postal_code_of_another_region_is_named(country: str, region: str, code: str, message: str) -> None:
    finding = only(iso_country=country, region=region, postal_code=code, city="Town")
    assert finding.message == message
    assert finding.severity is Severity.WARNING
    assert finding.predicts == 18603
    assert finding.also == (paths.REGION,)
    assert finding.moment is Moment.CONTINUING


@table("country", [country.value for country in COUNTRIES])
def test_no_region_is_told_that_its_own_postal_codes_are_elsewhere(country: str) -> None:
    form = formats.form(country)
    for code in country_data(country).postal_examples:
        for region in formats.regions_of_postal_code(country, code):
            findings = found(
                iso_country=country, region=region.value, postal_code=code, city="Town", street="Road 12"
            )
            assert not any(finding.path == paths.POSTAL_CODE for finding in findings), (
                form.name,
                region,
                code,
            )


def test_a_state_that_is_none_is_a_problem_only_where_twilio_wants_two_letters() -> None:
    message = 'State "Bavaria" is not one of the United States. Choose it from the list'
    assert only(region="Bavaria").message == message
    assert only(region="Bavaria").severity is Severity.PROBLEM
    abroad = only(iso_country="MX", region="Bavaria", postal_code="06082", city="Town")
    assert abroad.severity is Severity.WARNING
    assert found(iso_country="DE", region="Anything", postal_code="10115", city="Berlin") == []


@table("path", ["street", "street_secondary"])
def test_a_po_box_predicts_18603(path: str) -> None:
    finding = only(**{path: "P.O. Box 12"})
    assert finding.path == f"address.{path}"
    assert finding.predicts == 18603
    assert "names a PO box" in finding.message
    assert address.MAIL_DROP.practice_rejects


@table(
    ("parts", "rule"),
    [
        ({"street_secondary": "#1200"}, address.STREET_CHARACTERS),
        ({"street": "548 Market & 3rd"}, address.STREET_CHARACTERS),
        ({"street": "548"}, address.STREET_NO_NAME),
        ({"street": "Market St", "street_secondary": ""}, address.STREET_NO_NUMBER),
        ({"city": "San Francisco, CA"}, address.CITY_WITH_MORE),
        ({"city": "San Francisco 94104"}, address.CITY_WITH_MORE),
        ({"city": "United States"}, address.CITY_IS_COUNTRY),
    ],
)
def test_what_deserves_a_second_look_is_a_hint(parts: dict[str, str], rule: address.Rule) -> None:
    finding = only(**parts)
    assert finding.rule == rule.name
    assert finding.severity is Severity.HINT


@table(
    "parts",
    [
        {
            "iso_country": "CO",
            "street": "Calle 100 # 8A-55",
            "region": "Bogotá",
            "postal_code": "111221",
            "city": "Bogotá",
        },
        {
            "iso_country": "SG",
            "street": "12 Robinson Road",
            "region": "",
            "postal_code": "546080",
            "city": "Singapore",
        },
        {
            "iso_country": "GB",
            "street": "Rose Cottage",
            "street_secondary": "",
            "region": "",
            "postal_code": "SW1A 1AA",
        },
        {
            "iso_country": "FR",
            "street": "12 rue de Rivoli",
            "region": "",
            "postal_code": "75008",
            "city": "Paris Cedex 08",
        },
        {"iso_country": "AE", "street": "Tower 1", "region": "Dubai", "postal_code": "", "city": ""},
        {
            "iso_country": "JP",
            "street": "道玄坂1-2-3",
            "region": "東京都",
            "postal_code": "〒150-0043",
            "city": "渋谷区",
        },
        {
            "iso_country": "ID",
            "street": "Jl. Raya Mandala 12",
            "region": "Papua Selatan",
            "postal_code": "99616",
            "city": "Merauke",
        },
        {
            "iso_country": "IE",
            "street": "12 Dame Street",
            "region": "Dublin",
            "postal_code": "D02 X285",
            "city": "Dublin 2",
        },
    ],
)
def test_nothing_is_said_of_a_good_address_abroad(parts: dict[str, str]) -> None:
    assert found(**parts) == []


def test_an_unknown_country_keeps_the_other_rules_working() -> None:
    assert only(iso_country="XX", street="PO Box 5").rule == "address.mail-drop"


@given(
    st.fixed_dictionaries(
        {paths.COUNTRY: st.sampled_from(["", "XX", "é", *(country.value for country in COUNTRIES)])},
        optional={path: st.text(max_size=60) for path in paths.ADDRESS_PARTS[1:]},
    )
)
def test_no_text_breaks_it_and_every_sentence_names_its_field(typed: dict[str, str]) -> None:
    for finding in address.check(typed, Context()):
        assert finding.message
        assert finding.remedy
        assert "{" not in finding.message or "{" in "".join(typed.values())


@pytest.mark.parametrize("piece", ["1", "P.O. Box ", "é", "ﷺ", "#&@", "私書箱"])
@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
def test_text_of_any_length_is_checked_to_its_end(piece: str) -> None:
    typed = {**dict.fromkeys(paths.ADDRESS_PARTS, piece * 100_000), paths.COUNTRY: "US"}
    assert list(address.check(typed, Context()))


def test_a_private_mailbox_is_found_behind_the_suite_of_the_line_above() -> None:
    finding = only(street="5940 S Rainbow Blvd Ste 400", street_secondary="# 528")
    assert (finding.rule, finding.path) == ("address.mail-drop", paths.STREET_SECONDARY)
    assert "a private mailbox" in finding.message
    assert found(street="5940 S Rainbow Blvd", street_secondary="Ste 400") == []


@table(("country", "city"), [("US", "APO"), ("US", "fpo"), ("US", "DPO"), ("GB", "BFPO")])
def test_a_city_of_the_forces_is_a_mail_drop(country: str, city: str) -> None:
    findings = found(iso_country=country, city=city)
    assert ("address.mail-drop", paths.CITY) in [(finding.rule, finding.path) for finding in findings]


def test_a_street_that_is_no_place_is_told_once() -> None:
    finding = only(street="hello@calderrobotics.com", street_secondary="")
    assert finding.rule == "address.no-place"
    assert finding.severity is Severity.WARNING
    assert only(street="Same as mailing address", street_secondary="").rule == "address.no-place"


def test_care_of_is_only_a_hint() -> None:
    finding = only(street_secondary="c/o Hollis")
    assert finding.severity is Severity.HINT
    assert finding.message == "Suite or floor has c/o in it, so somebody else takes the mail"


def test_a_region_that_is_misspelt_is_named_with_the_nearest_ones() -> None:
    assert only(region="Calfornia").remedy == "The nearest: California. Twilio is sent its two letters"
    assert "North Dakota" in only(region="Dakota").remedy
    assert "South Dakota" in only(region="Dakota").remedy
