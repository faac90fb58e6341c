from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean as clean_text
from trusthub_tui.profile.copy_sheet import copy_sheet
from trusthub_tui.profile.questionnaire import QUESTIONS

NONE_THERE = "This stands in: Twilio wants one, and addresses in {country} need none"

odd_text = st.text(max_size=40) | st.sampled_from(("US", "GB", "JP", "EIN", "+1", "Other", ",", "https://"))
any_answers = st.dictionaries(st.sampled_from(tuple(QUESTIONS)), odd_text)


def entries(answers):
    return {entry.path: entry for section in copy_sheet(answers) for entry in section.entries}


def values(answers):
    return {path: entry.value for path, entry in entries(answers).items()}


def test_the_sheet_follows_the_console(clean):
    assert [section.title for section in copy_sheet(clean)] == [
        "General information",
        "Business address",
        "Business information",
        "Representative 1",
        "Representative 2",
        "Notification",
    ]
    assert list(entries(clean)) == [path for path in QUESTIONS if path != paths.TERMS]


def test_a_label_is_that_of_the_country(clean, northwind):
    assert entries(clean)[paths.POSTAL_CODE].label == "ZIP code"
    assert entries(northwind(country="GB"))[paths.POSTAL_CODE].label == "Postcode"


@table(
    ("changes", "name", "value"),
    [
        ({"name": " Northwind  Robotics, Inc."}, "name", "Northwind Robotics, Inc."),
        ({"number": "841927365"}, "number", "84-1927365"),
        ({"id_type": "CBN", "number": "123456782 RC0001", "country": "CA"}, "number", "123456782"),
        ({"phone1": "(415) 555-0132"}, "phone1", "+14155550132"),
        ({"region": "California"}, "region", "CA"),
        ({"country": "CA", "region": "Ontario"}, "region", "ON"),
        ({"country": "US"}, "country", "United States"),
        ({"website": "www.northwindrobotics.com"}, "website", "https://www.northwindrobotics.com"),
        ({"email1": "ada@NORTHWINDROBOTICS.com"}, "email1", "ada@northwindrobotics.com"),
        ({"type": "Limited Liability Corporation"}, "type", "Limited Liability Corporation"),
        ({"industry": "FINTECH"}, "industry", "FINTECH"),
        ({"identity": "isv_reseller_or_partner"}, "identity", "isv_reseller_or_partner"),
        ({"regions": "EUROPE,ASIA"}, "regions", "EUROPE, ASIA"),
    ],
)
def test_a_value_has_the_form_the_console_wants(northwind, path_of, changes, name, value):
    assert values(northwind(**changes))[path_of(name)] == value


@table(
    ("changes", "name", "value", "country"),
    [
        ({"country": "HK", "postal": "", "city": "Central"}, "postal", "00000", "Hong Kong"),
        ({"country": "SG", "region": "", "city": "", "postal": "018956"}, "city", "Singapore", "Singapore"),
        ({"country": "DE", "region": "", "city": "Berlin", "postal": "10117"}, "region", "Berlin", "Germany"),
        ({"country": "AE", "city": "", "region": "Dubai"}, "city", "Dubai", "the United Arab Emirates"),
    ],
)
def test_what_is_sent_for_a_part_that_does_not_exist_is_there_and_explained(
    northwind, path_of, changes, name, value, country
):
    entry = entries(northwind(**changes))[path_of(name)]
    assert (entry.value, entry.note) == (value, NONE_THERE.format(country=country))


@table(
    ("changes", "name", "note"),
    [
        ({}, "name", "Also the name on the address, if the Console asks for one"),
        ({}, "country", "Choose it from the list; its code is US"),
        ({}, "street", ""),
        ({"suite": ""}, "street", "Leave the second line of the address empty"),
        ({}, "city", ""),
        ({}, "region", "California"),
        ({}, "type", "Choose it from the list"),
        ({}, "identity", "Choose it from the list: Direct customer"),
        (
            {"id_type": "Other"},
            "id_type",
            "Where the Console asks what kind it is, enter the name on your papers",
        ),
        ({}, "regions", "Tick USA and Canada, Europe"),
        ({}, "phone1", "Where the country is asked first: +1, then 4155550132"),
        ({"phone1": "+44 20 7946 0132"}, "phone1", "Where the country is asked first: +44, then 2079460132"),
        ({"phone1": "call me"}, "phone1", ""),
        ({}, "notify", ""),
    ],
)
def test_a_note_helps_where_help_is_needed(northwind, path_of, changes, name, note):
    assert entries(northwind(**changes))[path_of(name)].note == note


def test_with_a_callback_alone_the_e_mail_of_representative_1_is_entered(northwind):
    entry = entries(northwind(notify=""))[paths.NOTIFICATION_EMAIL]
    assert entry.value == "ada@northwindrobotics.com"
    assert entry.note == "The e-mail of representative 1: Twilio wants one beside the callback"


def test_a_field_that_stays_empty_is_left_out(northwind):
    left = entries(northwind(suite="", social="", callback=""))
    assert not left.keys() & {paths.STREET_SECONDARY, paths.SOCIAL, paths.STATUS_CALLBACK}


def test_a_part_with_nothing_in_it_is_left_out():
    assert copy_sheet({}) == ()
    assert [section.title for section in copy_sheet({paths.FRIENDLY_NAME: "x"})] == ["General information"]


@given(any_answers)
def test_a_sheet_can_be_made_of_any_answers(answers):
    for section in copy_sheet(answers):
        assert section.entries
        for entry in section.entries:
            assert entry.value.strip()
            assert clean_text(entry.value + entry.note) == entry.value + entry.note
