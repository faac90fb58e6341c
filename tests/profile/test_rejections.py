import re
import tomllib
from importlib.resources import files

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE, entries, entry

ALL_CODES = (*range(18601, 18611), *range(22214, 22220))
ABOUT_COPYING = (18607, 18608, 18610)
NOT_OUR_WORDS = re.compile(
    r"\b(invalid|valid|required|please|sorry|oops|illegal|forbidden|failed)\b", re.IGNORECASE
)
ADDRESS = set(paths.ADDRESS_PARTS)


def of_representative(number):
    return {path for path in QUESTIONS if path.startswith(f"authorized_representative_{number}.")}


def test_the_catalogue_has_exactly_the_codes_a_profile_can_meet():
    assert tuple(sorted(entries())) == ALL_CODES


@table(
    ("code", "questions"),
    [
        (18601, {paths.WEBSITE, paths.BUSINESS_NAME}),
        (18602, {paths.ID_NUMBER, paths.BUSINESS_NAME, paths.ID_TYPE}),
        (18603, ADDRESS),
        (18604, of_representative(1)),
        (18605, of_representative(2)),
        (
            18606,
            {
                "authorized_representative_1.email",
                "authorized_representative_2.email",
                paths.NOTIFICATION_EMAIL,
                paths.WEBSITE,
            },
        ),
        (18609, {paths.ID_TYPE, paths.ID_NUMBER}),
        (22214, {path for path in QUESTIONS if path.startswith(("business", "authorized"))}),
        (22215, set(QUESTIONS) - ADDRESS),
        (22216, ADDRESS),
        (22217, ADDRESS),
        (22218, ADDRESS | {paths.BUSINESS_NAME}),
        (22219, ADDRESS),
    ],
)
def test_a_code_reaches_the_questions_it_concerns(code, questions):
    assert set(entry(code).paths) == questions
    assert len(entry(code).paths) == len(questions)


def test_every_name_in_the_file_is_a_question_or_an_object_of_questions():
    text = files("trusthub_tui.profile").joinpath("rejections.toml").read_text(encoding="utf-8")
    names = {name for code in tomllib.loads(text)["codes"] for name in code["paths"]}
    assert names <= set(QUESTIONS) | {paths.parent(path) for path in QUESTIONS}


@table("code", ABOUT_COPYING)
def test_a_code_about_copying_says_that_no_answer_is_to_blame(code):
    assert entry(code).paths == ()
    assert "not your answers" in entry(code).meaning


@table("code", [*ALL_CODES, 18611, NO_CODE])
def test_all_words_are_full_sentences_in_our_own_vocabulary(code):
    words = entry(code)
    assert words.advice
    for line in (words.meaning, *words.advice):
        assert re.match(r'[A-Z].*(?:[A-Za-z0-9)#]\.|\."|errors/\d+)$', line), line
        assert not NOT_OUR_WORDS.search(line), line
    assert words.title[0].isupper()
    assert not words.title.endswith(".")
    assert not NOT_OUR_WORDS.search(words.title)


@table("code", [*range(18601, 18607), 18611, NO_CODE])
def test_a_reason_of_the_review_says_where_to_write(code):
    assert any("trusthub-verify@twilio.com" in line for line in entry(code).advice)


def test_every_code_names_the_page_of_twilio():
    assert entry(18602).page == "https://www.twilio.com/docs/api/errors/18602"
    assert entry(31337).page == "https://www.twilio.com/docs/api/errors/31337"


def test_an_unknown_code_is_said_to_be_unknown():
    unknown = entry(18611)
    assert (unknown.known, unknown.paths, unknown.title) == (False, (), "Twilio gave code 18611")
    assert unknown.named == "Twilio gave code 18611"
    assert entry(18601).named == f"{entry(18601).title} (18601)"
    assert entry(NO_CODE).named == "Twilio gave no code"
    assert unknown.meaning == "We have no advice for this code yet."
    assert all(entry(code).known for code in ALL_CODES)


def test_a_reason_in_words_alone_is_not_said_to_have_a_code():
    uncoded = entry(NO_CODE)
    assert (uncoded.known, uncoded.paths, uncoded.title) == (False, (), "Twilio gave no code")
    assert str(NO_CODE) not in " ".join((uncoded.meaning, uncoded.page, *uncoded.advice))


def test_an_object_of_the_catalogue_stands_for_all_its_questions_in_their_order():
    for name, parts in paths.PARTS.items():
        assert parts == tuple(path for path in QUESTIONS if paths.parent(path) == name)
