"""Reopening goes on where the user stopped: step, field, caret, and what had been told."""

import gc

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.tui.widgets.line_input import LineInput


async def test_reopening_returns_to_step_field_and_caret(desk):
    draft = desk.profile()
    async with desk.at(profile_id=draft) as person:
        await person.press("f2", "3", "enter")
        await person.go_to(paths.WEBSITE)
        await person.press("home", "right", "right", "right")
    assert desk.of(draft).place == Place(3, paths.WEBSITE, 3)
    async with desk.at("80x24", draft) as person:
        assert "Step 3 of 7" in person.screen
        assert (person.field, person.caret) == (paths.WEBSITE, 3)
        await person.type("X")
    assert desk.answers(draft)[paths.WEBSITE] == "httXps://www.northwindrobotics.com"


async def test_every_move_is_kept_at_once_and_not_only_on_leaving(desk):
    draft = desk.profile()
    async with desk.at(profile_id=draft) as person:
        await person.press("tab")
        assert desk.of(draft).place.path == paths.FRIENDLY_NAME
        await person.press("home")
        assert desk.of(draft).place == Place(1, paths.FRIENDLY_NAME, 0)
        await person.press("right")
        assert desk.of(draft).place == Place(1, paths.FRIENDLY_NAME, 1)
        await person.press("f9")
        assert desk.of(draft).place.section == 2
        await person.press("alt+r")
        assert desk.of(draft).place.section == 7


async def test_errors_that_had_been_shown_are_shown_again_and_no_others(desk, support):
    draft = desk.profile(support.but(WEBSITE="", CITY=""), Place(3, paths.IDENTITY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f9")
        assert "Enter the website" in person.words
    async with desk.at(profile_id=draft) as person:
        assert "Enter the website" in person.words
        assert person.state_of("Business") == "1 to fix"
        await person.press("f2", "2", "enter")
        assert "Enter the city" not in person.words


async def test_a_tick_among_several_is_returned_to(desk):
    draft = desk.profile(place=Place(3, paths.REGIONS, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("right", "right", "space")
        assert desk.answers(draft)[paths.REGIONS] == "USA_AND_CANADA,EUROPE"
    async with desk.at(profile_id=draft) as person:
        assert person.field == paths.REGIONS
        await person.press("space")
    assert desk.answers(draft)[paths.REGIONS] == "USA_AND_CANADA"


@pytest.mark.parametrize(
    ("missing", "first"),
    [((), paths.BUSINESS_NAME), (("FRIENDLY_NAME",), paths.FRIENDLY_NAME)],
)
async def test_a_step_begins_at_the_first_field_that_needs_something(desk, support, missing, first):
    draft = desk.profile(support.but(**dict.fromkeys(missing, "")))
    async with desk.at(profile_id=draft) as person:
        assert person.field == first


async def test_the_list_opens_a_profile_where_it_was_left_and_returns_to_its_line(desk, support):
    desk.profile(support.but(FRIENDLY_NAME="Other"))
    draft = desk.profile(place=Place(5, paths.STATUS_CALLBACK, 0))
    desk.profile(support.but(FRIENDLY_NAME="Newest"))
    async with desk.at() as person:
        await person.press("slash")
        await person.type("northwind main")
        await person.press("enter")
        assert "Step 5 of 7" in person.screen
        assert person.field == paths.STATUS_CALLBACK
        await person.press("alt+d")
        assert person.app.screen.query_one("#profiles").key == draft


async def test_leaving_tells_which_profile_was_open(desk):
    draft = desk.profile()
    async with desk.at(profile_id=draft) as person:
        await person.press("ctrl+q")
        assert person.app.return_value == draft
    async with desk.at() as person:
        await person.press("ctrl+q")
        assert person.app.return_value is None
    async with desk.at(profile_id=draft) as person:
        await person.press("escape", "q")
        assert person.app.return_value == draft


async def test_a_rejected_profile_is_opened_at_its_reasons_and_resumed_where_it_was_left(desk, support):
    rejected = desk.profile(support.but(WEBSITE=""), submitted=True)
    async with desk.at() as person:
        await person.press("enter")
        assert "then submit again" in person.words
    async with desk.at(profile_id=rejected) as person:
        assert "then submit again" in person.words
        await person.press("enter")
        await person.type("www")
    async with desk.at(profile_id=rejected) as person:
        assert (person.field, person.caret) == (paths.WEBSITE, 3)


async def test_the_fields_of_a_step_that_was_left_are_let_go_of(desk):
    made = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=made) as person:
        for _ in range(3):
            await person.press("f9", "f7")
        gc.collect()
        left = [one for one in gc.get_objects() if isinstance(one, LineInput) and not one.is_attached]
        assert left == []
