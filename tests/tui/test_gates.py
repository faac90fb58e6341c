"""Only Submit is a gate: every other way is open and loses nothing; errors come when they help."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.store.records import Place

WRONG = "northwind"
"""A website without an ending."""


def sentence(answers, path):
    """What the rules say about an answer."""
    return next(found.message for found in evaluate(answers).problems if found.path == path)


@pytest.fixture
def at_website(desk, support):
    """A draft without a website and with nothing else wrong, at that field."""
    return desk.profile(support.but(WEBSITE=""), Place(3, paths.WEBSITE, 0))


async def test_nothing_is_said_while_a_field_is_filled_in(desk, at_website):
    async with desk.at(profile_id=at_website) as person:
        for letter in WRONG:
            await person.type(letter)
            assert "!" not in person.words
            assert not person.title.startswith(" Error")


async def test_a_wrong_format_is_told_on_leaving_and_goes_away_while_it_is_put_right(
    desk, at_website, support
):
    told = sentence(support.but(WEBSITE=WRONG), paths.WEBSITE)
    async with desk.at(profile_id=at_website) as person:
        await person.type(WRONG)
        await person.press("tab")
        assert told in person.words
        await person.press("shift+tab")
        await person.type(".")
        assert told in person.words, "it is still wrong"
        await person.type("com")
        assert "!" not in person.words
        assert "= https://northwind.com" in person.words


async def test_leaving_an_empty_field_says_nothing(desk, at_website):
    async with desk.at(profile_id=at_website) as person:
        await person.press("tab", "shift+tab", "up", "down", "enter")
        assert "!" not in person.words


async def test_leaving_a_field_that_was_not_changed_says_nothing(desk, support):
    wrong = desk.profile(support.but(WEBSITE=WRONG), Place(3, paths.WEBSITE, 0))
    async with desk.at(profile_id=wrong) as person:
        await person.press("tab")
        assert "!" not in person.words


async def test_what_is_missing_is_told_only_by_continue(desk, at_website):
    async with desk.at(profile_id=at_website) as person:
        await person.type("n")
        await person.press("backspace", "tab")
        assert "Enter the website" not in person.words
        await person.press("f9")
        assert "There is 1 problem" in person.words
        assert person.words.count("Enter the website") == 2, "in the box, and at the field"
        assert person.title.startswith(" Error: Northwind main profile")
        assert person.state_of("Business") == "1 to fix"
        assert person.field == "summary"
        await person.press("enter")
        assert person.field == paths.WEBSITE


async def test_continue_goes_on_at_the_second_time_and_the_step_stays_to_fix(desk, at_website):
    async with desk.at(profile_id=at_website) as person:
        await person.press("f9", "f9")
        assert "Step 4 of 7" in person.screen
        assert person.state_of("Business") == "1 to fix"
        assert not person.title.startswith(" Error")


async def test_the_same_sentence_stands_in_the_box_at_the_field_and_on_the_review_page(desk, support):
    answers = support.but(WEBSITE=WRONG, ID_NUMBER="84-19273")
    told = [sentence(answers, path) for path in (paths.ID_NUMBER, paths.WEBSITE)]
    draft = desk.profile(answers, Place(3, paths.IDENTITY, 0))
    async with desk.at("120x40", draft) as person:
        await person.press("f9")
        assert [person.words.count(words) for words in told] == [2, 2]
        await person.press("alt+r")
        assert [person.words.count(words) for words in told] == [1, 1]


async def test_the_box_empties_as_problems_are_put_right_and_then_goes_away(desk, support):
    draft = desk.profile(support.but(WEBSITE="", ID_NUMBER=""), Place(3, paths.IDENTITY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f9", "enter")
        assert person.field == paths.ID_NUMBER
        assert "There are 2 problems" in person.words
        await person.type("84-1927365")
        assert "There is 1 problem" in person.words
        await person.press("enter")
        await person.type("northwindrobotics.com")
        assert "There is" not in person.words
        assert person.title.startswith(" Northwind")


@pytest.mark.parametrize("key", ["escape", "f7"])
async def test_a_key_hides_the_box_and_changes_nothing_else(desk, at_website, key):
    async with desk.at(profile_id=at_website) as person:
        await person.press("f9")
        assert "Esc or F7 hides" in person.words
        await person.press(key)
        assert "There is 1 problem" not in person.words
        assert person.field == paths.WEBSITE
        assert person.words.count("Enter the website") == 1


@pytest.mark.parametrize(
    ("keys", "arrival"),
    [
        (["f7"], "Step 2 of 7"),
        (["f2", "6", "enter"], "Step 6 of 7"),
        (["alt+s", "6", "enter"], "Step 6 of 7"),
        (["escape", "escape"], "Step 3 of 7"),
        (["escape", "g", "C", "i", "t", "y", "enter"], "Step 2 of 7"),
        (["escape", "r"], "Step 7 of 7"),
        (["escape", "d"], "Customer Profiles"),
        (["f1", "escape"], "Step 3 of 7"),
    ],
    ids=" ".join,
)
async def test_every_other_way_is_open_checks_nothing_and_keeps_what_was_typed(
    desk, at_website, keys, arrival
):
    async with desk.at(profile_id=at_website) as person:
        await person.type(WRONG)
        await person.press(*keys)
        assert arrival in person.screen
        assert "Error" not in person.title
        assert "There is" not in person.words
        assert not any("?" in notice for notice in person.notices)
    assert desk.answers(at_website)[paths.WEBSITE] == WRONG


async def test_an_empty_profile_can_be_walked_through_to_the_review_and_back(desk):
    draft = desk.profile({})
    async with desk.at(profile_id=draft) as person:
        for section in SECTIONS[:-1]:
            assert f"Step {section.number} of 7: {section.title}" in person.screen
            await person.press("f9", "f9")
        assert "Step 7 of 7: Review and submit" in person.screen
        for section in reversed(SECTIONS[:-1]):
            await person.press("f7")
            assert f"Step {section.number} of 7: {section.title}" in person.screen
        await person.press("f7")
        assert "Customer Profiles" in person.title
    assert desk.answers(draft) == {}


async def test_the_next_problem_key_goes_through_all_steps_and_on_to_the_review(desk, support):
    draft = desk.profile(support.but(CITY="", WEBSITE="", TERMS=""), Place(1, paths.BUSINESS_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        seen = []
        for key in ("f8", "alt+e", "f8", "shift+f8", "f8"):
            await person.press(key)
            seen.append(person.field)
        assert seen == [paths.CITY, paths.WEBSITE, paths.TERMS, paths.WEBSITE, paths.TERMS]
        await person.press("f8")
        assert "Step 7 of 7" in person.screen


async def test_changing_an_answer_from_the_review_page_comes_back_to_the_same_line(desk):
    draft = desk.profile()
    async with desk.at(profile_id=draft) as person:
        await person.press("alt+r", "down", "down", "down")
        row = person.app.screen.query_one("#answers")
        assert row.key == ("answer", paths.STREET)
        await person.press("enter")
        assert person.field == paths.STREET
        await person.type("reet")
        await person.press("f9")
        assert "Step 7 of 7" in person.screen
        assert person.app.screen.query_one("#answers").key == ("answer", paths.STREET)
        assert "548 Market Street" in person.words


async def test_the_same_person_twice_is_told_at_the_second_one(desk, support):
    twin = {
        paths.of_representative(2, part): support.GOOD[paths.of_representative(1, part)]
        for part in ("first_name", "last_name", "email", "phone_number")
    }
    draft = desk.profile({**support.GOOD, **twin}, Place(4, "", 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f9")
        assert "Representative 2" in person.words
        assert "same" in person.words
        assert person.field == "summary"
        await person.press("enter")
        assert person.field.startswith("authorized_representative_2.")


async def test_after_the_last_problem_was_put_right_the_problem_key_opens_the_review(desk, at_website):
    async with desk.at(profile_id=at_website) as person:
        await person.type("northwindrobotics.com")
        await person.press("f8")
        assert "Step 7 of 7" in person.screen
        assert person.notices == ["Nothing is left to fix"]
        await person.press("f8")
        assert "Step 7 of 7" in person.screen
