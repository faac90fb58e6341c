"""Where the cursor goes: it rests on whole items, comes around to what is open, and stays behind text."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place

PHONE_1 = paths.of_representative(1, "phone_number")
SID = "BU" + "0123456789abcdef" * 2


def label(person):
    """What stands at the left of the line with the cursor, beside the column of steps."""
    return person.line_at_cursor.strip("▌› !?").split("  ")[0]


@pytest.fixture
def at_review(desk):
    return desk.profile(place=Place(7))


async def test_the_cursor_rests_on_the_first_line_of_an_item_of_several(desk, support):
    read = desk.profile({**support.GOOD, PHONE_1: "(415) 555-2671"}, Place(7))
    async with desk.at("100x50", read) as person:
        while "Business title" not in person.line_at_cursor:
            await person.press("down")
        assert "(415) 555-2671 = +1 415 555 2671" in person.words, "the item has two lines"
        await person.press("up")
        assert "(415) 555-2671" in person.line_at_cursor
        await person.press("down")
        assert "Business title" in person.line_at_cursor
        await person.press("up", "up")
        assert "Work e-mail" in person.line_at_cursor


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_every_item_of_the_review_is_reached_once_in_both_directions(desk, at_review, size):
    async with desk.at(size, at_review) as person:

        async def way(key: str, end: str) -> list[str]:
            await person.press(end)
            seen = [label(person)]
            while True:
                await person.press(key)
                here = label(person)
                if here == seen[-1]:
                    return seen
                seen.append(here)

        down, up = await way("down", "home"), await way("up", "end")
        assert down == up[::-1]
        assert down[0].startswith("Legal business name")
        assert down[-1] == "Submit for Review..."
        assert "" not in down, "the second line of an item is no item"


async def test_a_screenful_further_is_an_item_too(desk, at_review):
    async with desk.at("80x24", at_review) as person:
        await person.press("home", "pagedown")
        assert person.line_at_cursor.strip()
        assert "Legal business name" not in person.line_at_cursor
        await person.press("pageup")
        assert "Legal business name" in person.line_at_cursor


async def test_the_copy_sheet_comes_around_to_what_was_left_out(desk, support):
    complete = desk.profile(place=Place(7))
    async with desk.at(profile_id=complete) as person:
        await person.press("alt+x", "down")
        while "Legal business name" not in person.line_at_cursor:
            await person.press("enter", "space")
        assert person.app.clipboard != support.GOOD[paths.BUSINESS_NAME]
        assert "[ ] Legal business name" in person.words
        await person.press("enter", "space")
        assert person.app.clipboard == support.GOOD[paths.BUSINESS_NAME]
        assert "I have filed it in the Console" in person.line_at_cursor, "nothing else is open"
        await person.press("enter")
        assert "Filed in the Console?" in person.screen


async def test_what_was_approved_in_practice_is_filed_at_twilio(desk):
    approved = desk.profile(decided=True)
    assert desk.of(approved).status is Status.APPROVED
    async with desk.at(profile_id=approved) as person:
        await person.press("alt+x", "end", "enter")
        assert "Filed in the Console?" in person.screen
        await person.type(SID)
        await person.press("enter")
        assert "… In Review" in person.title
        assert "Practice" not in person.title
    assert (desk.of(approved).status, desk.of(approved).sid) == (Status.IN_REVIEW, SID)


async def test_what_is_in_review_is_not_filed_a_second_time(desk):
    waiting = desk.profile(submitted=True)
    async with desk.at(profile_id=waiting) as person:
        await person.press("alt+x", "end", "enter")
        assert "Filed in the Console?" not in person.screen
        assert any("In Review already" in notice for notice in person.notices)
    assert desk.of(waiting).sid == ""


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["T"], "History"),
        (["V"], "What changed"),
        (["escape", "C"], "This is a copy"),
        (["escape", "R"], "Step 7 of 7"),
    ],
    ids=lambda given: "-".join(given) if isinstance(given, list) else None,
)
async def test_letters_are_commands_with_caps_lock_too(desk, keys, shown):
    waiting = desk.profile(submitted=True)
    async with desk.at(profile_id=waiting) as person:
        await person.press(*keys)
        assert shown in person.words or any(shown in notice for notice in person.notices)


async def test_the_list_takes_letters_with_caps_lock(desk):
    desk.profile()
    async with desk.at() as person:
        await person.press("N")
        assert "Step 1 of 7" in person.screen


async def test_after_an_address_was_chosen_one_goes_on_behind_its_text(desk):
    complete = desk.profile(place=Place(2, paths.CITY))
    async with desk.at(profile_id=complete) as person:
        await person.press("f9")  # its address is saved
    draft = desk.profile({}, Place(2, "", 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("alt+a", "enter")
        assert desk.answers(draft)[paths.STREET] == "548 Market St"
        await person.go_to(paths.STREET)
        assert person.caret == len("548 Market St")
        await person.type("reet")
    assert desk.answers(draft)[paths.STREET] == "548 Market Street"


async def test_after_a_suggestion_was_taken_one_goes_on_behind_it_also_the_next_day(desk):
    draft = desk.profile({paths.BUSINESS_NAME: "Northwind"}, Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f4")
        assert person.caret == len("Northwind")
    async with desk.at(profile_id=draft) as person:
        assert person.field == paths.FRIENDLY_NAME
        await person.type(" Two")
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "Northwind Two"


async def test_after_a_choice_the_next_field_has_the_focus_and_is_gone_on_with(desk):
    draft = desk.profile({paths.STREET: "548 Market"}, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.choose("united states")
        assert person.field == paths.STREET
        await person.type(" St")
    assert desk.answers(draft)[paths.STREET] == "548 Market St"


@pytest.mark.parametrize(("key", "back"), [("ctrl+z", "ctrl+y"), ("alt+u", "alt+y")])
async def test_undo_and_redo_put_the_caret_where_it_was(desk, key, back):
    draft = desk.profile({paths.BUSINESS_NAME: "North Robotics"}, Place(1, paths.BUSINESS_NAME, 5))
    async with desk.at(profile_id=draft) as person:
        await person.type("wind")
        await person.press(key)
        assert (desk.answers(draft)[paths.BUSINESS_NAME], person.caret) == ("North Robotics", 5)
        await person.press(back)
        assert (desk.answers(draft)[paths.BUSINESS_NAME], person.caret) == ("Northwind Robotics", 9)


async def test_what_was_undone_is_gone_once_something_else_is_typed(desk):
    draft = desk.profile({}, Place(1, paths.BUSINESS_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        await person.type("Northwind")
        await person.press("ctrl+z")
        await person.type("Blue")
        await person.press("ctrl+y")
        assert desk.answers(draft)[paths.BUSINESS_NAME] == "Blue"
        await person.press("ctrl+z", "ctrl+y")
        assert desk.answers(draft)[paths.BUSINESS_NAME] == "Blue"
