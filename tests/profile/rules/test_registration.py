"""What is found about a registration number and its type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.formats.registration_kinds import HOME, SPECIMENS
from trusthub_tui.profile.rules import registration
from trusthub_tui.profile.rules.rule import Context


def found(id_type: str, number: str, country: str = "", known: Context | None = None) -> list[Finding]:
    answers = {paths.ID_TYPE: id_type, paths.ID_NUMBER: number, paths.COUNTRY: country}
    return list(registration.check(answers, known or Context()))


def only(id_type: str, number: str, country: str = "") -> Finding:
    findings = found(id_type, number, country)
    assert len(findings) == 1, findings
    return findings[0]


@table("id_type", list(HOME))
def test_nothing_is_said_of_a_good_number_at_home(id_type: str) -> None:
    for country in {"EE"} if id_type == IdType.VAT else HOME[id_type][1]:
        assert found(id_type, SPECIMENS[id_type].example, country) == []


@table("number", ["12345678", "09876543", "11111111"])
def test_a_company_number_may_count_up_or_down(number: str) -> None:
    assert found("CN", number, "GB") == []


def test_nothing_is_said_of_no_answer() -> None:
    assert found("", "") == []


@table(
    ("id_type", "number", "message"),
    [
        ("EIN", "84-192736", "Registration number must have 9 digits. You entered 8"),
        ("CBN", "1230266", "Registration number must have 9 digits. You entered 7"),
        ("EIN", "A4-1927365", "Registration number does not look like an EIN. Enter it like 84-1927365"),
        ("EIN", "pending", "Registration number has no digits in it. Enter the number itself"),
        (
            "EIN",
            "15-048-3782",
            "Registration number looks like a DUNS number. Enter the EIN, or the tax ID of your country",
        ),
        (
            "CN",
            "DUNS 150483782",
            "Registration number looks like a DUNS number. Enter the EIN, or the tax ID of your country",
        ),
        (
            "VAT",
            "EE100594103",
            "Registration number has a mistyped digit: its check digit does not fit. Check it",
        ),
        ("ACN", "0040856", "Registration number must have 9 digits. You entered 7"),
        (
            "EIN",
            "DE136695976",
            "Registration number looks like an EU VAT number, not an EIN. "
            "Choose the type EU: VAT number, or enter another number",
        ),
    ],
)
def test_what_cannot_be_right_is_a_problem(id_type: str, number: str, message: str) -> None:
    finding = only(id_type, number)
    assert finding.message == message
    assert finding.severity is Severity.PROBLEM


@table("number", ["12-3456789", "11-1111111", "123456789", "000000000", "99-9999999"])
def test_the_usual_placeholders_are_told(number: str) -> None:
    assert only("EIN", number).rule == "registration.placeholder"


@table(
    ("id_type", "number", "country", "rule"),
    [
        ("EIN", "07-1144442", "US", "registration.ein-prefix"),
        ("EIN", "12-3456789", "US", "registration.placeholder"),
        ("EIN", "523-45-6789", "US", "registration.other-kind-likely"),
        ("CN", "00000000", "GB", "registration.placeholder"),
        ("Other", "123456789", "QA", "registration.placeholder"),
        ("CN", "XX123457", "GB", "registration.company-prefix"),
        ("RN", "416179157", "IL", "registration.not-a-company"),
        ("Other", "552008444", "FR", "registration.check-digit-national"),
        ("Other", "A1", "FR", "registration.unknown-national"),
        ("CN", "08412659", "DE", "registration.type-elsewhere"),
        ("VAT", "EE100594102", "US", "registration.type-elsewhere"),
    ],
)
def test_what_is_likely_wrong_is_a_warning_of_18602(
    id_type: str, number: str, country: str, rule: str
) -> None:
    finding = only(id_type, number, country)
    assert (finding.rule, finding.severity, finding.predicts) == (rule, Severity.WARNING, 18602)


@table(
    ("id_type", "number", "country", "rule"),
    [
        ("CBN", "123026636", "CA", "registration.check-digit"),
        ("ACN", "004085617", "AU", "registration.check-digit"),
        ("ACN", "51 824 753 556", "AU", "registration.other-kind"),
        ("CN", "123", "GB", "registration.shape"),
        ("CIN", "U72200KA2013", "IN", "registration.shape"),
    ],
)
def test_a_number_that_no_register_can_have_given_is_a_problem(
    id_type: str, number: str, country: str, rule: str
) -> None:
    finding = only(id_type, number, country)
    assert (finding.rule, finding.severity) == (rule, Severity.PROBLEM)


@table(
    ("id_type", "number", "country", "rule"),
    [
        ("EIN", "84-1927365", "DE", "registration.ein-abroad"),
        ("Other", "84-1927365", "US", "registration.own-type"),
        ("CBN", "123026635RC0001", "CA", "registration.suffix-dropped"),
        ("CN", "8412659", "GB", "registration.zeros-added"),
        ("VAT", "100594102", "EE", "registration.country-added"),
    ],
)
def test_what_deserves_a_second_look_is_a_hint(id_type: str, number: str, country: str, rule: str) -> None:
    finding = only(id_type, number, country)
    assert (finding.rule, finding.severity) == (rule, Severity.HINT)


def test_duns_is_refused_by_its_type_with_the_advice_to_use_the_ein() -> None:
    finding = only("DUNS", "")
    assert finding.path == paths.ID_TYPE
    assert finding.severity is Severity.PROBLEM
    assert "EIN" in finding.message


@table("number", ["1", "HRB 12345", "Anything 5"])
def test_a_country_without_known_numbers_takes_any(number: str) -> None:
    assert found("Other", number, "QA") == []


def test_a_number_that_another_profile_was_approved_with_is_told() -> None:
    findings = found("EIN", "841927365", "US", Context(approved_numbers={"84-1927365": "7F3K"}))
    assert [finding.rule for finding in findings] == ["registration.already-approved"]
    assert "7F3K" in findings[0].message


def test_every_rule_has_its_own_name() -> None:
    names = [rule.name for rule in registration.RULES]
    assert len(set(names)) == len(names)
    assert all(name.startswith("registration.") for name in names)


def test_every_rule_constant_is_listed() -> None:
    constants = {value for value in vars(registration).values() if isinstance(value, registration.Rule)}
    assert constants <= set(registration.RULES)


@given(
    st.sampled_from(["", "nonsense", *(str(each) for each in IdType)]),
    st.text(max_size=60),
    st.sampled_from(["", "XX", *(country.value for country in COUNTRIES)]),
)
def test_no_text_breaks_it(id_type: str, number: str, country: str) -> None:
    for finding in found(id_type, number, country):
        assert finding.message
        assert finding.remedy


@pytest.mark.parametrize("id_type", list(IdType))
@pytest.mark.parametrize("piece", ["1", "1-", "DUNS ", "é", "ﷺ1"])
@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
def test_text_of_any_length_is_checked_to_its_end(id_type: str, piece: str) -> None:
    assert found(id_type, piece * 100_000, "DE")


@table(
    ("id_type", "number", "country", "what"),
    [
        ("VAT", "DE136695976", "FR", "a VAT number of Germany"),
        ("VAT", "ATU13585627", "DE", "a VAT number of Austria"),
        ("VAT", "NL 004495445B01", "BE", "a VAT number of the Netherlands"),
        ("VAT", "EL094259216", "CY", "a VAT number of Greece"),
        ("Other", "DE136695976", "FR", "a VAT number of Germany"),
        ("Other", "USt-IdNr. DE136695976", "CH", "a VAT number of Germany"),
        ("Other", "IE6388047V", "AE", "a VAT number of Ireland"),
        ("Other", "27AAPFU0939F1ZV", "AE", "an Indian GSTIN"),
        ("Other", "U72200KA2013PTC097389", "SG", "an Indian CIN"),
        ("Other", "CHE-100.155.212", "DE", "a Swiss UID"),
        ("Other", "GB980780684", "JE", "a UK VAT number"),
    ],
)
def test_a_number_of_another_country_than_the_address_is_named(
    id_type: str, number: str, country: str, what: str
) -> None:
    finding = only(id_type, number, country)
    assert finding.rule == "registration.elsewhere"
    assert finding.message.startswith(f"Registration number looks like {what}, but the address is in ")


@table(
    ("id_type", "number", "country"),
    [
        ("VAT", "XI980780684", "GB"),
        ("VAT", "EL094259216", "GR"),
        ("VAT", "FR61954506077", "MC"),
        ("VAT", "FR61954506077", "RE"),
        ("VAT", "61954506077", "MQ"),
        ("VAT", "FI20774740", "AX"),
        ("Other", "CHE-100.155.212", "LI"),
        ("Other", "DE136695976", "DE"),
        ("Other", "82-1927365", "DO"),
    ],
)
def test_a_number_at_home_is_not_sent_elsewhere(id_type: str, number: str, country: str) -> None:
    assert "registration.elsewhere" not in {each.rule for each in found(id_type, number, country)}


@table(
    ("number", "said"),
    [
        ("U72200XX2013PTC097389", "has XX where a CIN has the letters of a state"),
        ("U72200KA2013PCT097389", "has PCT where a CIN has the class of the company"),
        ("U72200KA2031PTC097389", "has 2031 where a CIN has the year of incorporation"),
        ("U72200KA1713PTC097389", "has 1713 where a CIN has the year of incorporation"),
        ("L72200KA2013PTC097389", "has L in front, for a listed company, but PTC, for a private one"),
        ("U72200KA2013PLC097389", "says PLC, for a public company, but the legal name says Private"),
    ],
)
def test_each_part_of_a_cin_is_looked_at(number: str, said: str) -> None:
    answers = {
        paths.ID_TYPE: "CIN",
        paths.ID_NUMBER: number,
        paths.COUNTRY: "IN",
        paths.BUSINESS_NAME: "Nilgiri Softworks Private Limited",
    }
    findings = list(registration.check(answers, Context(year=2026)))
    assert len(findings) == 1
    assert said in findings[0].message


@table(
    ("name", "number"),
    [
        ("Nilgiri Softworks Limited", "L72200KA1983PLC097389"),
        ("Nilgiri Softworks (OPC) Private Limited", "U72200KA2016OPC097389"),
        ("Nilgiri Softworks Pvt. Ltd.", "U72200TZ2013PTC097389"),
        ("Nilgiri Foundation", "U85300PN2019NPL097389"),
        ("Nilgiri Power Corporation Limited", "U40100TG1998SGC097389"),
    ],
)
def test_a_cin_goes_with_the_name_of_its_company(name: str, number: str) -> None:
    answers = {
        paths.ID_TYPE: "CIN",
        paths.ID_NUMBER: number,
        paths.COUNTRY: "IN",
        paths.BUSINESS_NAME: name,
    }
    assert list(registration.check(answers, Context(year=2026))) == []


@table(
    ("country", "business_type", "number", "rule"),
    [
        ("AU", "Corporation", "51 824 753 556", "registration.under-other"),
        ("AU", "Corporation", "614 827 351", "registration.under-other"),
        ("IN", "Corporation", "27AAPFU0939F1ZV", "registration.under-other"),
        ("IN", "Corporation", "AAPFU0939F", "registration.under-other"),
        ("AU", "Sole Proprietorship", "51 824 753 556", ""),
        ("IN", "Partnership", "27AAPFU0939F1ZV", ""),
        ("AU", "Sole Proprietorship", "51 824 753 557", "registration.check-digit-national"),
    ],
)
def test_a_company_is_told_of_the_listed_type_when_its_number_stands_under_other(
    country: str, business_type: str, number: str, rule: str
) -> None:
    answers = {
        paths.ID_TYPE: "Other",
        paths.ID_NUMBER: number,
        paths.COUNTRY: country,
        paths.BUSINESS_TYPE: business_type,
    }
    assert [each.rule for each in registration.check(answers, Context())] == ([rule] if rule else [])
