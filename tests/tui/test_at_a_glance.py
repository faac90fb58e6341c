"""What is seen without pressing a key: columns in line, two people side by side, help, a quiet caret."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.tui.widgets.field_row import FieldRow

FIRST_1, FIRST_2 = (paths.of_representative(number, "first_name") for number in (1, 2))


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_the_names_of_the_columns_stand_above_their_columns(desk, size):
    desk.profile()
    async with desk.at(size) as person:
        names, profile = person.line_with("Status"), person.line_with("~ Draft")
        assert names.index("Profile") == profile.index("Northwind")
        assert names.index("Status") == profile.index("~ Draft")
        if "Last change" in names:
            assert names.index("Last change") == profile.index("just now")
        if "What is next" in names:
            assert profile[names.index("What is next") - 1] == " "
            assert profile[names.index("What is next")] != " "


@pytest.mark.parametrize(
    ("size", "beside"), [("100x30", True), ("80x24", True), ("79x24", False), ("60x20", False)]
)
async def test_both_people_stand_side_by_side_where_there_is_room(desk, size, beside):
    draft = desk.profile(place=Place(4, FIRST_1, 0))
    async with desk.at(size, draft) as person:
        assert ("Representative 2" in person.line_with("Representative 1")) is beside
        await person.go_to(FIRST_2)
        assert "Ben" in person.screen


@pytest.mark.parametrize("size", ["100x30", "60x20"])
async def test_the_field_in_focus_is_explained_in_the_rows_next_to_it(desk, size):
    draft = desk.profile(place=Place(3, paths.ID_NUMBER, 0))
    async with desk.at(size, draft) as person:
        for hint in ("Nine digits, on the IRS letter", "Your own live site"):
            y = person.app.cursor_position.y
            around = " ".join(person.lines[y - 1 : y + 2])
            assert hint in around, person.screen
            await person.press("tab")
            assert hint not in person.screen, "the explanation follows the focus"


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_no_field_moves_when_the_focus_does(desk, size):
    draft = desk.profile(place=Place(3, paths.IDENTITY, 0))
    async with desk.at(size, draft) as person:
        rows = list(person.app.screen.query(FieldRow))
        before = [row.virtual_region for row in rows]
        for _ in rows:
            await person.press("tab")
            assert [row.virtual_region for row in rows] == before


async def test_a_locked_profile_read_on_the_review_page_tells_of_the_decision(desk):
    waiting = desk.profile(submitted=True)
    async with desk.at(profile_id=waiting) as person:
        await person.press("r")
        assert "In Review: you can read the answers here." in person.words
        desk.clock.forward(31)
        person.app.settle()
        await person.settled()
        assert "Twilio Approved: you can read the answers here." in person.words


@pytest.mark.parametrize(
    ("line", "arrival"),
    [
        ("Read the answers", "Step 7 of 7"),
        ("Copy sheet for the Console", "carried over"),
        ("Make a draft copy", "Step 1 of 7"),
    ],
)
async def test_every_offer_of_an_approved_profile_is_taken_with_enter(desk, line, arrival):
    approved = desk.profile(decided=True)
    assert desk.of(approved).status is Status.APPROVED
    async with desk.at(profile_id=approved) as person:
        await person.press("home")
        for _ in range(5):
            if line in person.line_at_cursor:
                break
            await person.press("down")
        await person.press("enter")
        assert arrival in person.words


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (Place(1, paths.BUSINESS_NAME, 0), []),
        (Place(2, paths.COUNTRY, 0), ["enter"]),
        (Place(1, paths.BUSINESS_NAME, 0), ["f1"]),
        (Place(7), ["alt+x", "end", "enter"]),
    ],
    ids=["field", "chooser", "help", "question"],
)
async def test_no_caret_blinks_so_that_an_idle_program_sends_nothing(desk, place, keys):
    draft = desk.profile(place=place)
    async with desk.at(profile_id=draft) as person:
        await person.press(*keys)
        assert person.focused.cursor_blink is False


async def test_the_caret_of_the_line_to_find_by_does_not_blink(desk):
    desk.profile()
    async with desk.at() as person:
        await person.press("slash")
        assert person.focused.cursor_blink is False


async def test_the_first_line_of_the_list_is_come_back_to(desk, support):
    names = ["Northwind", "Blue Heron"]
    for name in names:
        desk.profile({paths.BUSINESS_NAME: name})
    async with desk.at() as person:
        first = person.line_at_cursor
        await person.press("down")
        assert person.line_at_cursor != first
        await person.press("up", "up")
        assert person.line_at_cursor == first
        await person.press("end", "home")
        assert person.line_at_cursor == first


async def test_the_mouse_presses_ticks_chooses_and_opens(desk):
    draft = desk.profile({paths.REGIONS: "EUROPE"}, Place(3, paths.ID_NUMBER, 0))
    async with desk.at(profile_id=draft) as person:
        await person.click("[ ] USA and Canada")
        assert desk.answers(draft)[paths.REGIONS] == "USA_AND_CANADA,EUROPE"
        await person.click("[x] Europe")
        assert desk.answers(draft)[paths.REGIONS] == "USA_AND_CANADA"
        await person.click("Choose")
        assert "Enter takes" in person.screen
        await person.click("ISV")
        assert desk.answers(draft)[paths.IDENTITY]
        await person.click("  Continue  ")
        assert "There are" in person.words, "what is missing is told"
    async with desk.at() as person:
        await person.click("~ Draft")
        assert "Step 3 of 7" in person.screen


@pytest.mark.parametrize(
    ("place", "entries"),
    [
        (None, ["Enter Open", "n New", "/ Find", "c Duplicate", "Del Delete", "F1 ^P Help"]),
        (Place(1, paths.BUSINESS_NAME, 0), ["F1 ^P Help", "F2 Steps", "F7 Back", "F9 Continue"]),
        (Place(7), ["Enter Change", "F2 Steps", "F7 Back", "F8 Next problem", "d All profiles"]),
    ],
    ids=["list", "step", "review"],
)
async def test_the_key_bar_names_the_keys_of_the_screen_and_what_they_do(desk, place, entries):
    profile = desk.profile(place=place)
    async with desk.at("160x30", profile if place else "") as person:
        bar = person.lines[-1]
        assert [entry for entry in [*entries, "Esc Menu", "^Q Quit"] if entry not in bar] == []
