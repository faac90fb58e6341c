"""The evaluation as a whole: codes, order, silence where nothing is wrong, and no way to break it."""

import re
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import BusinessType, Industry, RegistrationIdType
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.evaluation import all_rules, evaluate
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import SEVERITY_OF, Ground

Northwind = Callable[..., dict[str, str]]

LLC = "Limited Liability Corporation"

COMPANIES = {
    "an American corporation": {},
    "an American LLC": {
        "name": "Northwind Robotics LLC",
        "type": LLC,
        "website": "northwindrobotics.com",
        "email1": "ada@northwindrobotics.com",
        "email2": "ben@northwindrobotics.com",
        "notify": "ops@northwindrobotics.com",
    },
    "a Canadian company": {
        "name": "Northwind Ltée",
        "country": "CA",
        "street": "120 King St W",
        "city": "Toronto",
        "region": "ON",
        "postal": "M5H 1J9",
        "id_type": "CBN",
        "number": "100000009",
        "phone1": "(613) 555-0132",
        "phone2": "613-555-0178",
    },
    "a British limited company": {
        "name": "Northwind Robotics Limited",
        "type": LLC,
        "country": "GB",
        "street": "12 Baker Street",
        "city": "London",
        "region": "",
        "postal": "NW1 6XE",
        "id_type": "CN",
        "number": "04528731",
        "website": "www.northwind.co.uk",
        "email1": "ada@northwind.co.uk",
        "email2": "ben@northwind.co.uk",
        "notify": "ops@northwind.co.uk",
        "phone1": "020 7946 0958",
        "phone2": "07700 900123",
        "regions": "EUROPE",
    },
    "a German GmbH": {
        "name": "Nordwind Büromöbel GmbH",
        "type": LLC,
        "country": "DE",
        "street": "Friedrichstraße 12",
        "city": "Berlin",
        "region": "",
        "postal": "10117",
        "id_type": "Other",
        "number": "HRB 123456 B",
        "website": "nordwind-bueromoebel.de",
        "email1": "ada@nordwind-bueromoebel.de",
        "email2": "ben@nordwind-bueromoebel.de",
        "notify": "betrieb@nordwind-bueromoebel.de",
        "phone1": "030 23125 012",
        "phone2": "0171 2345678",
        "regions": "EUROPE",
    },
    "an Australian proprietary company": {
        "name": "Northwind Robotics Pty Ltd",
        "country": "AU",
        "street": "12 George St",
        "city": "Sydney",
        "region": "NSW",
        "postal": "2000",
        "id_type": "ACN",
        "number": "004 085 616",
        "website": "northwind.com.au",
        "email1": "ada@northwind.com.au",
        "email2": "ben@northwind.com.au",
        "notify": "ops@northwind.com.au",
        "phone1": "02 5550 1234",
        "phone2": "0491 570 006",
        "regions": "AUSTRALIA",
    },
    "a Japanese kabushiki gaisha": {
        "name": "株式会社ノースウィンド",
        "country": "JP",
        "street": "1-2-3 Dogenzaka",
        "city": "Shibuya-ku",
        "region": "Tokyo",
        "postal": "150-0043",
        "id_type": "Other",
        "number": "7000012050002",
        "website": "northwind.co.jp",
        "email1": "ada@northwind.co.jp",
        "email2": "ben@northwind.co.jp",
        "notify": "ops@northwind.co.jp",
        "phone1": "03-4567-1234",
        "phone2": "090-4567-1234",
        "regions": "ASIA",
    },
    "a government body": {
        "name": "City of Northwind",
        "type": "Non-profit Corporation",
        "industry": "GOVERNMENT",
        "website": "northwind.gov",
        "email1": "ada@northwind.gov",
        "email2": "ben@northwind.gov",
        "notify": "ops@northwind.gov",
    },
    "a company known by its initials": {
        "name": "International Bicycle Makers, Inc.",
        "website": "ibm-bikes.com",
        "email1": "ada@ibm-bikes.com",
        "email2": "ben@ibm-bikes.com",
        "notify": "ops@ibm-bikes.com",
    },
}


@table("company", COMPANIES)
def test_a_proper_company_hears_of_no_problem_and_no_rejection(company: str, northwind: Northwind) -> None:
    evaluation = evaluate(northwind(**COMPANIES[company]))
    assert evaluation.problems == ()
    assert [finding for finding in evaluation.findings if finding.predicts] == []


def test_the_documented_example_has_no_findings_at_all(clean: dict[str, str]) -> None:
    assert evaluate(clean).findings == ()


def test_the_examples_of_the_questions_have_no_findings_of_their_own(clean: dict[str, str]) -> None:
    examples = {path: question.example for path, question in QUESTIONS.items() if question.example}
    examples[paths.COUNTRY] = "US"
    assert evaluate({**clean, **examples}).findings == ()


def test_nothing_answered_is_told_question_by_question_with_the_codes_of_missing_objects() -> None:
    found = evaluate({}).findings
    needed = [path for path, question in QUESTIONS.items() if not question.optional]
    assert [finding.path for finding in found] == [*needed[:-1], paths.NOTIFICATION_EMAIL, needed[-1]]
    codes = {paths.parent(finding.path): finding.code for finding in found}
    assert codes == {
        "": 22215,
        "business_information": 22214,
        "address": 22216,
        "authorized_representative_1": 22214,
        "authorized_representative_2": 22214,
        "notification": 22215,
        "terms": 22215,
    }


@table(
    ("changes", "code"),
    [
        ({"website": ""}, 22215),
        ({"website": "northwind"}, 22215),
        ({"first2": ""}, 22215),
        ({"street": ""}, 22219),
        ({"postal": "123"}, 22217),
        ({"profile": ""}, 22215),
        ({"notify": "ops"}, 22215),
        ({"terms": ""}, 22215),
        ({"first2": "Ada", "last2": "Okafor", "phone2": "+1 415 555 0132"}, 22215),
    ],
)
def test_the_code_of_a_problem(changes: dict[str, str], code: int, northwind: Northwind) -> None:
    assert [problem.code for problem in evaluate(northwind(**changes)).problems] == [code]


def test_only_problems_have_a_code(northwind: Northwind) -> None:
    found = evaluate(northwind(email1="ada@gmail.com", identity="unknown", website="")).findings
    assert {finding.severity for finding in found} == set(Severity)
    assert all((finding.code is not None) is (finding.severity is Severity.PROBLEM) for finding in found)


def test_a_problem_silences_what_weighs_less_at_the_same_question(northwind: Northwind) -> None:
    changes = {"email1": "info@gmail.com", "email2": "info@gmail."}
    first, second = (
        [f.rule for f in evaluate(northwind(**changes)).at(paths.of_representative(n, "email"))]
        for n in (1, 2)
    )
    assert first == ["email.role", "domains.free-mail"]
    assert second == ["email.dots"]


def test_every_rule_reads_well_in_a_table() -> None:
    rules = all_rules()
    names = [rule.name for rule in rules]
    assert len(set(names)) == len(names)
    for rule in rules:
        assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", rule.name)
        assert rule.says
        assert rule.remedy
        assert rule.source
        for template in (rule.says, rule.remedy):
            words = set(re.findall(r"[a-z]+", template.lower()))
            assert not words & {
                "invalid",
                "valid",
                "required",
                "please",
                "sorry",
                "illegal",
                "failed",
                "oops",
                "forbidden",
            }
            assert not template.endswith((".", " "))
            assert all(spec is None or spec == "" for _, _, spec, _ in string.Formatter().parse(template))


def test_warnings_of_a_rejection_say_which(northwind: Northwind) -> None:
    cases = (
        {"email1": "ada@gmail.com"},
        {"website": "contosolabs.com"},
        {"phone1": "+1 800 555 0199"},
        {"name": "Northwind LLC"},
    )
    for changes in cases:
        for finding in evaluate(northwind(**changes)).warnings:
            assert str(finding.predicts) in finding.message + finding.remedy


def test_user_text_is_never_taken_for_a_template(northwind: Northwind) -> None:
    nasty = "{label} {0} {nothing!r:>{width}}"
    for path in QUESTIONS:
        for finding in evaluate({**northwind(), path: nasty}).findings:
            assert "{label}" not in finding.message.replace(nasty, "")


_TYPED = (
    st.text(max_size=40)
    | st.sampled_from(
        [
            "",
            " ",
            "+1",
            "@",
            "a@b.c",
            "http://",
            "x" * 5000,
            "＠。",
            "\u202e\x00",
            "{}",
            "0",
            ",,,",
            "-",
            "ß" * 300,
        ]
    )
    | st.sampled_from([*COUNTRY_NAMES, *BusinessType, *Industry, *RegistrationIdType])
)


@given(changes=st.dictionaries(st.sampled_from(list(QUESTIONS)), _TYPED, max_size=12))
def test_no_answers_whatever_break_the_evaluation(changes: dict[str, str], clean: dict[str, str]) -> None:
    evaluation = evaluate({**clean, **changes})
    problems = [finding.path for finding in evaluation.problems]
    assert len(set(problems)) == len(problems)
    order = [list(QUESTIONS).index(finding.path) for finding in evaluation.findings]
    assert order == sorted(order)
    assert evaluation == evaluate({**clean, **changes})


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "@" * 200_000,
        "1" * 200_000,
        ". " * 100_000,
        "ü" * 200_000,
        "+1 " * 70_000,
        "a@" * 100_000,
        "-" * 200_000,
        "(" * 200_000,
        "\u0301" * 200_000,
    ],
)
@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
def test_an_endless_answer_is_evaluated_to_its_end(text: str, clean: dict[str, str]) -> None:
    for path in QUESTIONS:
        assert evaluate({**clean, path: text}).findings or QUESTIONS[path].optional, path


def test_a_judgement_is_never_a_problem() -> None:
    judged = (Ground.VETTING, Ground.SECOND_LOOK)
    assert set(SEVERITY_OF) == set(Ground)
    for rule in all_rules():
        assert (rule.severity is Severity.PROBLEM) == (rule.ground not in judged)
        assert (rule.severity is Severity.HINT) == (rule.ground is Ground.SECOND_LOOK)


def test_what_twilio_forbids_by_name_and_one_person_twice_are_the_problems_of_content() -> None:
    of = {ground: {rule.name for rule in all_rules() if rule.ground is ground} for ground in Ground}
    assert of[Ground.ONE_PERSON] == {"people.same-person"}
    assert of[Ground.FORBIDDEN] == {"registration.duns-type", "registration.duns-number"}
    assert of[Ground.NOT_LISTED] == {"answers.not-listed", "address.state-unknown"}
    assert of[Ground.MISSING] == {
        *("answers.missing", "answers.not-ticked", "answers.no-notification", "answers.only-marks"),
    }
