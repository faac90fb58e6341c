"""No answer of any length or script breaks a rule, a reading or a label, or holds them up."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.canonical import canonical, reading
from trusthub_tui.profile.choices import BusinessType, Industry, RegistrationIdType
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.findings import Evaluation, Finding
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules import (
    address,
    business,
    domains,
    email,
    people,
    phone,
    regions,
    registration,
    website,
)
from trusthub_tui.profile.rules import answers as answer_rules
from trusthub_tui.profile.rules.rule import Context

Check = Callable[[Answers, Context], Iterator[Finding]]

TOPICS: dict[str, Check] = {
    topic.__name__: topic.check
    for topic in (
        *(answer_rules, address, registration, phone, email),
        *(website, people, domains, business, regions),
    )
}

PIECES = [
    *(
        "1",
        "0",
        "a",
        "Z",
        ".",
        "-",
        "@",
        "(",
        "+",
        "&",
        " ",
        ",",
        "'",
        "\t",
        "\n",
        "\x00",
        "\u202e",
        "\u200b",
    ),
    *(
        "é",
        "\u0301",
        "ß",
        "ﷺ",
        "İ",
        "ı",
        "Ǆ",
        "私",
        "한",
        "ש",
        "ش",
        "๑",
        "٣",
        "½",
        "🏳️‍🌈",
        "\ud800",
        "\U0010ffff",
    ),
    *(
        "+1 ",
        "+49 30 ",
        "1-",
        "a@b.",
        "a.",
        "www.",
        "https://",
        "http://a@",
        "xn--",
        "%41",
        "//",
        "[::",
        ":8",
    ),
    *(
        "P.O. Box ",
        "box 1 po ",
        "私書箱",
        "HRB 1 ",
        "DUNS ",
        "RCS A ",
        "1 a ",
        "N.Y. ",
        "L.L.C. ",
        "s a r l ",
    ),
    *(
        "ООО ",
        "Ltd ",
        "Inc.",
        "dba ",
        "the city of ",
        "A B ",
        "test ",
        "n/a ",
        "{label}",
        "%s",
        "\\",
        "ext 1 ",
    ),
]
"""What long answers are made of: every special sign of the readers, and what they look for."""

TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.sampled_from(
        [*COUNTRY_NAMES, *BusinessType, *Industry, *RegistrationIdType, "yes", ",", "EUROPE,ASIA"]
    ),
)

ANSWERS = st.dictionaries(st.sampled_from(list(QUESTIONS)), TYPED, max_size=len(QUESTIONS))


@given(ANSWERS)
def test_no_answers_break_the_evaluation(answers: dict[str, str]) -> None:
    evaluation = evaluate(answers)
    assert isinstance(evaluation, Evaluation)
    assert evaluation == evaluate(dict(answers))
    for finding in evaluation.findings:
        assert finding.path in QUESTIONS
        assert finding.message
        assert finding.remedy


@given(ANSWERS)
def test_no_answers_break_readings_and_labels_and_what_is_sent_stays_as_it_is(
    answers: dict[str, str],
) -> None:
    sent = {path: canonical(path, answers) for path in QUESTIONS}
    assert {path: canonical(path, sent) for path in QUESTIONS} == sent
    for path, question in QUESTIONS.items():
        assert "\n" not in reading(path, answers)
        adapted = worded(question, answers)
        assert adapted.label
        assert adapted.path == path
        assert bool(adapted.missing) is not adapted.optional or path == paths.NOTIFICATION_EMAIL


@given(path=st.sampled_from(list(QUESTIONS)), text=TYPED)
def test_what_is_sent_of_compliant_answers_is_compliant(path: str, text: str, clean: dict[str, str]) -> None:
    answers = {**clean, path: text}
    sent = {each: canonical(each, answers) for each in QUESTIONS}
    assert evaluate(sent).compliant or not evaluate(answers).compliant


@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_answers_of_any_length_are_checked_to_their_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    answers = {**dict.fromkeys(QUESTIONS, text), paths.COUNTRY: "DE", paths.ID_TYPE: "Other"}
    assert [finding for check in TOPICS.values() for finding in check(answers, Context())]
