import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean, joined
from trusthub_tui.profile.document import DocumentError, read, write
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind

SOME = {
    paths.FRIENDLY_NAME: "Northwind main",
    paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
    paths.REGIONS: "EUROPE,ASIA",
    paths.CITY: "Zürich",
    paths.of_representative(2, "phone_number"): " (415) 555-0132 ",
    paths.TERMS: "yes",
}


OTHER_SCHEMA = "This program reads schema 1, and the document has another one"
REGIONS_KEY = "business_information.business_regions_of_operation"


def text_for(path):
    kind = QUESTIONS[path].kind
    cleaned = st.text(max_size=30).map(clean).filter(bool)
    if kind is Kind.TICK:
        return st.just("yes")
    if kind is Kind.SEVERAL_OF:
        return st.lists(cleaned.filter(lambda text: "," not in text), min_size=1, max_size=4).map(joined)
    return cleaned


some_answers = st.fixed_dictionaries({}, optional={path: text_for(path) for path in QUESTIONS})


def as_bytes(answers):
    return json.dumps(write(answers), ensure_ascii=False, indent=2).encode()


@given(some_answers)
def test_answers_come_back_byte_for_byte(answers):
    assert read(json.loads(as_bytes(answers))) == answers
    assert as_bytes(read(json.loads(as_bytes(answers)))) == as_bytes(answers)


def test_a_document_is_nested_in_the_order_of_the_questions():
    assert json.dumps(write(SOME)) == json.dumps(
        {
            "schema": 1,
            "friendly_name": "Northwind main",
            "business_information": {
                "business_name": "Northwind Robotics, Inc.",
                "business_regions_of_operation": ["EUROPE", "ASIA"],
            },
            "address": {"city": "Zürich"},
            "authorized_representative_2": {"phone_number": " (415) 555-0132 "},
            "terms": {"accepted": True},
        }
    )


def test_the_order_of_the_objects_does_not_depend_on_what_is_answered():
    document = write({paths.CITY: "Reno", paths.WEBSITE: "northwindrobotics.com"})
    assert list(document) == ["schema", "business_information", "address"]


def test_what_was_never_answered_is_left_out():
    assert write({paths.CITY: "", paths.TERMS: ""}) == {"schema": 1}
    assert read({"schema": 1, "address": {"city": ""}, "terms": {"accepted": False}}) == {}


def test_control_characters_of_a_file_are_left_behind():
    document = {
        "schema": 1,
        "friendly_name": "North\x1b[31mwind\u202e",
        "business_information": {"business_regions_of_operation": ["EU\x07ROPE"]},
        "address": {"city": "Re\nno"},
    }
    assert read(document) == {
        paths.FRIENDLY_NAME: "North[31mwind",
        paths.REGIONS: "EUROPE",
        paths.CITY: "Re no",
    }


@table(
    ("document", "message", "remedy"),
    [
        ([], "A document of answers must be an object, not a list", "Write it as { ... }"),
        ("text", "A document of answers must be an object, not text", "Write it as { ... }"),
        ({}, "The document does not say its schema", 'Add "schema": 1 at the top'),
        ({"schema": 2}, OTHER_SCHEMA, "Use the version"),
        ({"schema": True}, OTHER_SCHEMA, "Use the version"),
        ({"schema": "1"}, OTHER_SCHEMA, "Use the version"),
        ({"schema": 1, "nmae": "x"}, "Unknown key: nmae", "Keys are the names"),
        (
            {"schema": 1, "adress": {"city": "Reno"}, "address": {"town": "Reno", "zip": 1}},
            "Unknown keys: adress, address.town, address.zip",
            "Instead of adress, write address",
        ),
        (
            {"schema": 1, "business_information": {"website": "a.example"}},
            "Unknown key: business_information.website",
            "Instead of business_information.website, write business_information.website_url",
        ),
        ({"schema": 1, "a\x1b[2Jb": 1}, "Unknown key: a[2Jb", "Keys are"),
        ({"schema": 1, "address": "Reno"}, "address must be an object, not text", "Write it as"),
        (
            {"schema": 1, "address": {"postal_code": 94104}},
            "address.postal_code must be text in quotes, not a number",
            "Write it as text in quotes",
        ),
        (
            {"schema": 1, "address": {"city": None}},
            "address.city must be text in quotes, not null",
            "Leave the key out where there is no answer",
        ),
        (
            {"schema": 1, "terms": {"accepted": "yes"}},
            "terms.accepted must be true or false, not text",
            "Write it as true or false",
        ),
        (
            {"schema": 1, "business_information": {"business_regions_of_operation": "EUROPE"}},
            f"{REGIONS_KEY} must be a list of texts, not text",
            "Write it as a list",
        ),
        (
            {"schema": 1, "business_information": {"business_regions_of_operation": ["ASIA", 7]}},
            f"{REGIONS_KEY}, entry 2, must be text in quotes, not a number",
            "Write it as text",
        ),
        (
            {"schema": 1, "business_information": {"business_regions_of_operation": ["EUROPE,ASIA"]}},
            f"{REGIONS_KEY}, entry 1, must be one choice",
            "Give every choice an entry of its own",
        ),
    ],
)
def test_a_document_of_another_form_is_refused_with_the_place(document, message, remedy):
    with pytest.raises(DocumentError) as refused:
        read(document)
    assert refused.value.message == message
    assert refused.value.remedy.startswith(remedy)


def test_a_thousand_unknown_keys_make_one_short_sentence():
    with pytest.raises(DocumentError) as refused:
        read({"schema": 1} | {f"key{number}": 1 for number in range(1000)})
    assert refused.value.message.endswith("key9 and 990 more")
