import pytest
from hypothesis import given
from hypothesis import strategies as st

from trusthub_tui.profile import paths
from trusthub_tui.profile.differences import Difference, differences, sent_differs
from trusthub_tui.profile.questionnaire import QUESTIONS

some_answers = st.dictionaries(st.sampled_from(tuple(QUESTIONS)), st.text(max_size=3))


def test_equal_answers_do_not_differ(clean):
    assert differences(clean, dict(clean)) == ()


def test_each_changed_answer_is_listed_with_both_sides_in_the_order_of_the_questions(clean, northwind):
    after = northwind(website="https://northwind.test", city="Oakland")
    assert differences(clean, after) == (
        Difference("address.city", "San Francisco", "Oakland"),
        Difference(
            "business_information.website_url", "https://www.northwindrobotics.com", "https://northwind.test"
        ),
    )


def test_an_answer_that_came_or_went_is_a_difference():
    assert differences({}, {paths.CITY: "Reno"}) == (Difference(paths.CITY, "", "Reno"),)
    assert differences({paths.CITY: "Reno"}, {}) == (Difference(paths.CITY, "Reno", ""),)


def test_an_empty_answer_and_none_are_the_same():
    assert differences({paths.CITY: ""}, {}) == ()


def test_a_space_more_is_a_difference_in_what_was_typed():
    assert differences({paths.CITY: "Reno"}, {paths.CITY: "Reno "})


def test_what_is_no_question_is_left_out():
    assert differences({"address.planet": "Earth"}, {}) == ()


def test_a_difference_is_named_by_a_label_that_stands_alone():
    assert Difference(paths.of_representative(2, "email"), "", "").label == "Representative 2: Work e-mail"


@given(some_answers, some_answers)
def test_differences_lead_from_one_to_the_other_and_back(before, after):
    found = differences(before, after)
    assert [one.path for one in found] == [
        path for path in QUESTIONS if before.get(path, "") != after.get(path, "")
    ]
    assert all(
        (one.before, one.after) == (before.get(one.path, ""), after.get(one.path, "")) for one in found
    )
    assert differences(after, before) == tuple(Difference(one.path, one.after, one.before) for one in found)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("phone1", "+1 415 555 0132", "(415) 555-0132"),
        ("number", "84-1927365", "841927365"),
        ("name", "Northwind  Robotics, Inc.", "Northwind Robotics, Inc. "),
        ("website", "https://www.northwindrobotics.com", "www.northwindrobotics.com"),
        ("region", "CA", "California"),
        ("regions", "EUROPE,ASIA,EUROPE", "EUROPE,ASIA"),
    ],
)
def test_another_spelling_of_the_same_value_reaches_twilio_unchanged(northwind, path_of, name, before, after):
    path = path_of(name)
    assert differences(northwind(**{name: before}), northwind(**{name: after}))
    assert not sent_differs(path, northwind(**{name: before}), northwind(**{name: after}))


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("phone1", "+1 415 555 0133"),
        ("number", "84-1927356"),
        ("name", "Northwind Robotics Inc"),
        ("suite", ""),
        ("email2", "not an address"),
    ],
)
def test_another_value_reaches_twilio_changed(clean, northwind, path_of, name, after):
    assert sent_differs(path_of(name), clean, northwind(**{name: after}))


def test_an_answer_that_was_not_touched_does_not_count_as_changed(clean, northwind):
    assert not sent_differs(paths.NOTIFICATION_EMAIL, clean, northwind(email1="ada@gmail.com"))


def test_only_questions_can_differ(clean):
    with pytest.raises(KeyError):
        sent_differs("address.planet", {}, {"address.planet": "Earth"})
