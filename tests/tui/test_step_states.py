"""The steps tell the truth, and nothing is said about an answer while somebody is typing it."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

EMAIL_2 = paths.of_representative(2, "email")


@pytest.fixture
def rejected(desk, support):
    """Rejected by the practice review for its street, and for an e-mail of another domain."""
    risky = support.but(STREET="PO Box 12") | {EMAIL_2: "ben@gmail.com"}
    return desk.profile(risky, Place(0), decided=True)


async def test_a_likely_rejection_is_one_to_look_at_once_its_field_is_left(desk):
    draft = desk.profile(place=Place(4, EMAIL_2, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("ctrl+k")
        await person.type("ben@gmail.com")
        assert "look at" not in person.state_of("Represent")
        await person.press("tab")
        assert person.state_of("Represent") == "1 to look at"
        assert "?1" in person.lines[1]
        await person.press("f9", "alt+d")
        assert "1 to look at" in person.line_with("Northwind")


async def test_what_is_answered_is_not_to_look_at_any_more(desk, support):
    draft = desk.profile(support.but(STREET="PO Box 12"), Place(7))
    async with desk.at(profile_id=draft) as person:
        assert person.state_of("Address") == "1 to look at"
        assert "1 likely rejection" in person.words
        assert "All steps are ready" not in person.words
        await person.press("alt+m", "enter")
        assert person.state_of("Address") == "Ready"
        assert "All steps are ready" in person.words


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_a_step_with_an_open_reason_has_a_mark_of_its_own_at_every_width(desk, rejected, size):
    async with desk.at(size, rejected) as person:
        await person.press("enter")
        assert "2 ✗" in person.lines[1]
        await person.press("ctrl+u")
        await person.type("548 Market St")
        await person.press("f8", "ctrl+u")
        await person.type("ben@northwindrobotics.com")
        assert "✗" not in person.lines[1]


async def test_a_review_with_open_reasons_is_never_said_to_be_ready(desk, rejected):
    async with desk.at("120x40", rejected) as person:
        await person.press("alt+r")
        assert person.words.count("No change for") == 2
        assert "steps are ready" not in person.words
        assert person.state_of("Review") == "To do"


async def test_changed_is_said_only_of_a_step_with_a_changed_answer(desk, support):
    """Reason 18606 concerns e-mails of steps 4 and 5, and the website of step 3."""
    risky = support.but(STREET="548 Market St") | {EMAIL_2: "ben@gmail.com"}
    rejected = desk.profile(risky, Place(0), decided=True)
    async with desk.at(profile_id=rejected) as person:
        await person.press("enter", "ctrl+u")
        assert person.field == EMAIL_2
        await person.type("ben@northwindrobotics.com")
        await person.press("tab")
        assert person.state_of("Represent") == "Changed"
        assert person.state_of("Business") != "Changed"


async def test_nothing_new_is_said_while_somebody_types_a_fix(desk, support):
    draft = desk.profile(support.but(ID_NUMBER=""), Place(3, paths.ID_NUMBER, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f9", "enter")
        assert person.words.count("Enter the registration number") == 2, "in the box, and at the field"
        for digit in "84-19273":
            await person.type(digit)
            assert "must have" not in person.words, "half a number is no mistake yet"
        await person.press("tab")
        assert "Registration number must have 9 digits" in person.words


async def test_a_name_of_one_letter_is_nothing_to_say_anything_about_until_it_is_left(desk, support):
    draft = desk.profile(support.but(BUSINESS_NAME=""), Place(1, paths.BUSINESS_NAME, 0))
    async with desk.at("100x40", draft) as person:
        await person.press("f9", "enter")
        assert person.field == paths.BUSINESS_NAME
        await person.type("N")
        assert "?" not in person.words
        assert "!" not in person.words
        await person.press("tab")
        assert "? " in person.words or "! " in person.words


async def test_the_problem_key_on_an_untouched_profile_goes_to_the_first_empty_field_and_says_so(desk):
    draft = desk.profile({}, Place(3, paths.WEBSITE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f8")
        assert person.field == paths.BUSINESS_NAME
        assert "first empty field of step 1" in person.notices[0]
        assert "!" not in person.words
        assert "Error" not in person.title


async def test_a_field_that_fills_itself_is_no_error(desk, support):
    draft = desk.profile(support.but(FRIENDLY_NAME="", WEBSITE=""), Place(1, paths.BUSINESS_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f8")
        assert person.field == paths.WEBSITE, "not the profile name"
        await person.press("alt+r")
        assert "Enter the profile name" not in person.words
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "Northwind Robotics, Inc."


async def test_an_imported_profile_without_a_name_of_its_own_has_one_at_the_review(desk, support):
    draft = desk.profile(support.but(FRIENDLY_NAME=""), Place(7))
    async with desk.at(profile_id=draft) as person:
        assert "All steps are ready" in person.words
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "Northwind Robotics, Inc."


async def test_down_never_writes_and_f4_takes_what_is_suggested(desk, support):
    draft = desk.profile(support.but(NOTIFICATION_EMAIL=""), Place(5, paths.NOTIFICATION_EMAIL, 0))
    async with desk.at(profile_id=draft) as person:
        assert "F4 takes: ada@northwindrobotics.com" in person.words
        assert "F4 Choose" in person.lines[-1]
        await person.press("down")
        assert person.field == paths.STATUS_CALLBACK
        assert desk.answers(draft).get(paths.NOTIFICATION_EMAIL, "") == ""
        await person.press("up", "f4")
        assert desk.answers(draft)[paths.NOTIFICATION_EMAIL] == "ada@northwindrobotics.com"
        await person.press("ctrl+z")
        assert desk.answers(draft).get(paths.NOTIFICATION_EMAIL, "") == ""


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_in_notification_both_fields_say_that_one_of_them_is_needed(desk, support, size):
    draft = desk.profile(support.but(NOTIFICATION_EMAIL=""), Place(5, paths.NOTIFICATION_EMAIL, 0))
    async with desk.at(size, draft) as person:
        assert person.words.count("(one of two)") == 2
        assert "optional" not in person.words


async def test_a_message_at_a_field_says_which_representative_it_is_about(desk, support):
    draft = desk.profile({**support.GOOD, EMAIL_2: "ben@gmail"}, Place(4, EMAIL_2, 0))
    async with desk.at("80x24", draft) as person:
        await person.press("f9", "enter")
        assert person.field == EMAIL_2
        assert person.words.count("Representative 2: Work") == 2, "in the box, and at the field"


PHONE_1, PHONE_2 = (paths.of_representative(number, "phone_number") for number in (1, 2))


async def test_what_is_risky_because_of_another_answer_counts_as_soon_as_that_field_is_left(desk, support):
    draft = desk.profile({**support.GOOD, PHONE_2: ""}, Place(4, PHONE_2, 0))
    async with desk.at(profile_id=draft) as person:
        await person.type(support.GOOD[PHONE_1])
        assert "look at" not in person.state_of("Represent"), "not while it is typed"
        await person.press("tab")
        assert person.state_of("Represent") == "1 to look at", "without Continue"
        await person.press("alt+d")
        assert "1 to look at" in person.line_with("Northwind")
        await person.press("enter", "shift+tab", "ctrl+k", "ctrl+u")
        await person.type("+1 415 555 0178")
        await person.press("tab")
        assert person.state_of("Represent") == "Ready"


async def test_whoever_goes_elsewhere_in_the_middle_of_a_word_sees_what_it_means(desk, support):
    draft = desk.profile({**support.GOOD, EMAIL_2: ""}, Place(4, EMAIL_2, 0))
    async with desk.at(profile_id=draft) as person:
        await person.type("ben@gmail.com")
        await person.press("f2")
        assert "1 to look at" in person.line_with("4 Authorized")
        await person.press("escape", "backspace")
        await person.type("m")
        await person.press("alt+r")
        assert person.state_of("Represent") == "1 to look at"
        await person.press("f2", "4", "enter")
        await person.go_to(EMAIL_2)
        await person.press("end", "ctrl+u")
        await person.type("ben@northwindrobotics.com")
        await person.press("alt+d")
        assert "Ready to submit" in person.line_with("Northwind")


async def test_another_step_tells_of_it_too_and_a_choice_at_once(desk, support):
    risky = {**support.GOOD, paths.WEBSITE: "https://harborline.com"}
    draft = desk.profile(support.GOOD, Place(3, paths.WEBSITE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("ctrl+k")
        await person.type(risky[paths.WEBSITE])
        assert person.state_of("Represent") == "Ready", "not while it is typed"
        await person.press("tab")
        assert person.state_of("Represent") == "2 to look at"
        assert person.state_of("Business") == "1 to look at", "no word of the name is in it"
    with_type = desk.profile({**support.GOOD, paths.BUSINESS_TYPE: ""}, Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=with_type) as person:
        await person.type("limited")
        await person.press("enter")
        assert person.state_of("Business") == "1 to look at", "Inc. is no limited liability company"


async def test_what_another_window_changed_counts_at_once(desk, support):
    draft = desk.profile(place=Place(4, PHONE_2, 0))
    async with desk.at(profile_id=draft) as person:
        with desk.beside() as other:
            other.store.profiles.save(draft, {PHONE_2: support.GOOD[PHONE_1]}, Place())
        await person.look()
        assert person.state_of("Represent") == "1 to look at"
