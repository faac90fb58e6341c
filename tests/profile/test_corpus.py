"""The evidence for the rules: profiles that must pass, and the same with one thing wrong.

``tests/corpus/profiles`` holds correct profiles of made-up businesses, one document each, written as people
in the country write. ``tests/corpus/faults`` holds, by the rule that must find it, what is changed in one.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tests.support.table import table
from trusthub_tui.profile import document, paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.choices import BusinessIdentity, BusinessType
from trusthub_tui.profile.customer_profile import CustomerProfile
from trusthub_tui.profile.evaluation import all_rules, evaluate
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import Context

CORPUS = Path(__file__).parents[1] / "corpus"

PROFILES = tuple(sorted(file.stem for file in (CORPUS / "profiles").glob("*.json")))

HINTS = MappingProxyType(
    {
        "ca-cooperative": ["registration.suffix-dropped"],
        "gb-welsh": ["registration.zeros-added"],
    }
)
"""What is said about correct profiles: nothing, but that a number is sent in another form."""

SHORT = MappingProxyType(
    {
        **{paths.attribute(path): path for path in QUESTIONS if paths.parent(path) == paths.ADDRESS},
        "country": paths.COUNTRY,
        "suite": paths.STREET_SECONDARY,
        "postal": paths.POSTAL_CODE,
        "profile": paths.FRIENDLY_NAME,
        "name": paths.BUSINESS_NAME,
        "identity": paths.IDENTITY,
        "type": paths.BUSINESS_TYPE,
        "industry": paths.INDUSTRY,
        "id_type": paths.ID_TYPE,
        "number": paths.ID_NUMBER,
        "website": paths.WEBSITE,
        "regions": paths.REGIONS,
        "social": paths.SOCIAL,
        "notify": paths.NOTIFICATION_EMAIL,
        "callback": paths.STATUS_CALLBACK,
        "terms": paths.TERMS,
        **{
            f"{short}{number}": paths.of_representative(number, attribute)
            for number in (1, 2)
            for short, attribute in (
                ("first", "first_name"),
                ("last", "last_name"),
                ("email", "email"),
                ("phone", "phone_number"),
                ("title", "business_title"),
                ("job", "job_position"),
            )
        },
    }
)
"""The short names of questions in the tables of faults."""

Found = Counter[tuple[str, str]]


@cache
def profile(name: str) -> Answers:
    """Return the answers of a correct profile."""
    text = (CORPUS / "profiles" / f"{name}.json").read_text(encoding="utf-8")
    return MappingProxyType(document.read(json.loads(text)))


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a correct profile, and all that must be said about it."""

    rule: str
    of: str
    changes: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, str], ...]
    approved: str

    def __str__(self) -> str:
        """Name the case in the list of tests."""
        return f"{self.rule}-{self.of}-{'-'.join(text for _, text in self.changes) or self.approved}"[:80]


def faults() -> Iterator[Fault]:
    """Yield every case of the tables; each has its reason under ``why``."""
    for file in sorted((CORPUS / "faults").glob("*.toml")):
        for rule, cases in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for case in cases:
                yield _fault(rule, dict(case))


def _fault(rule: str, case: dict[str, str]) -> Fault:
    of, approved, beside = case.pop("of"), case.pop("approved", ""), case.pop("and", ())
    at = case.pop("at", "") or next(name for name in case if name != "why")
    assert case.pop("why"), "every case has its reason"
    expected = ((rule, at), *(each.split() for each in beside))
    changes = tuple((SHORT[name], text) for name, text in case.items())
    return Fault(rule, of, changes, tuple((name, SHORT[where]) for name, where in expected), approved)


FAULTS = tuple(faults())


def found(answers: Answers, known: Context | None = None) -> Found:
    """Return what is found, as rules and questions."""
    return Counter((finding.rule, finding.path) for finding in evaluate(answers, known).findings)


@table("name", PROFILES)
def test_a_correct_profile_hears_of_no_problem_and_no_likely_rejection(name: str) -> None:
    evaluation = evaluate(profile(name))
    assert evaluation.problems == ()
    assert evaluation.warnings == ()
    assert [hint.rule for hint in evaluation.hints] == HINTS.get(name, [])


@table("name", PROFILES)
def test_a_correct_profile_becomes_the_strict_one(name: str) -> None:
    made = CustomerProfile.parse(profile(name))
    assert made.friendly_name == profile(name)[paths.FRIENDLY_NAME]
    assert made.address.postal_code


@table("name", PROFILES)
def test_what_is_sent_is_as_good_as_what_was_typed(name: str) -> None:
    answers = profile(name)
    sent = {path: canonical(path, answers) for path in QUESTIONS}
    assert {path: canonical(path, sent) for path in QUESTIONS} == sent
    assert not found(sent) - found(answers)


@table("name", PROFILES)
def test_a_document_is_read_and_written_without_loss(name: str) -> None:
    assert document.read(document.write(profile(name))) == profile(name)


def test_the_correct_profiles_come_from_everywhere_and_every_walk_of_life() -> None:
    answers = [profile(name) for name in PROFILES]
    assert len(PROFILES) >= 180
    assert len({each[paths.COUNTRY] for each in answers}) >= 120
    assert {each[paths.BUSINESS_TYPE] for each in answers} == set(BusinessType)
    assert {each[paths.IDENTITY] for each in answers} == set(BusinessIdentity) - {BusinessIdentity.UNKNOWN}
    assert any(paths.NOTIFICATION_EMAIL not in each for each in answers)
    assert any(paths.POSTAL_CODE not in each for each in answers)
    assert any(each[paths.INDUSTRY] == "GOVERNMENT" for each in answers)
    scripts = {"し", "д", "Π", "ל", "ش", "ท", "시", "市", "მ", "ա", "١"}
    assert scripts <= set("".join("".join(each.values()) for each in answers))


MOVED = (
    (
        "ua-tov",
        "Полтава",
        "36000",
        ("Poltava", "Poltavska oblast", "Полтавська область", "Poltava Region", "UA-53"),
    ),
    ("th-company", "Chumphon", "86000", ("Chumphon", "Changwat Chumphon", "ชุมพร", "จังหวัดชุมพร", "TH-86")),
    (
        "it-srl",
        "Monza",
        "20900",
        ("Monza e della Brianza", "Provincia di Monza e della Brianza", "MB", "IT-MB"),
    ),
    ("es-sl", "Vitoria-Gasteiz", "01001", ("Araba/Álava", "Araba", "Álava", "Alava", "Provincia de Álava")),
    ("us-corporation", "Honolulu", "96813", ("Hawaiʻi", "Hawai'i", "Hawai’i", "Hawai`i", "Hawaii", "HI")),
    ("in-private-limited", "Bhubaneswar", "751001", ("Odisha", "Orissa", "IN-OD", "ओडिशा")),
    ("kr-jusik", "춘천시", "24341", ("강원특별자치도", "강원도", "강원", "Gangwon State", "Gangwon-do")),
    ("tr-ltd", "Ankara", "06420", ("Ankara", "Ankara ili", "Ankara Province", "TR-06")),
    ("ie-limited", "Corcaigh", "T12 X8N6", ("Co. Cork", "Cork", "Contae Chorcaí", "County Cork")),
)
"""Profiles that move within the country: to a city, a postal code, and names of one region."""


@table(
    ("of", "city", "postal", "region"),
    [(of, city, postal, region) for of, city, postal, names in MOVED for region in names],
)
def test_a_region_is_taken_under_each_of_its_names(of: str, city: str, postal: str, region: str) -> None:
    moved = {**profile(of), paths.CITY: city, paths.POSTAL_CODE: postal, paths.REGION: region}
    assert not found(moved) - found(profile(of))
    sent = {**moved, paths.REGION: canonical(paths.REGION, moved)}
    assert not found(sent) - found(profile(of)), "what is sent is as good"


@table("fault", FAULTS)
def test_a_fault_is_found_and_nothing_else(fault: Fault) -> None:
    known = Context(approved_numbers={fault.approved: "7F3K"} if fault.approved else {})
    now = found({**profile(fault.of), **dict(fault.changes)}, known)
    assert now - found(profile(fault.of)) == Counter(fault.expected)


def test_there_are_faults_enough_for_every_rule_and_every_question() -> None:
    cases = Counter(fault.rule for fault in FAULTS)
    assert len(FAULTS) >= 1000
    assert {rule.name for rule in all_rules() if cases[rule.name] < 2} == set()
    assert set(cases) <= {rule.name for rule in all_rules()}
    changed = {path for fault in FAULTS for path, _ in fault.changes}
    assert changed == set(QUESTIONS)


def test_no_case_stands_twice() -> None:
    cases = Counter((fault.of, fault.changes, fault.approved) for fault in FAULTS)
    assert [case for case, times in cases.items() if times > 1] == []
