"""Keys may arrive in a burst, over a slow line or from a quick hand; each goes where it would have gone."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

FIRST, LAST = (paths.of_representative(1, part) for part in ("first_name", "last_name"))


@pytest.mark.parametrize("between", ["enter", "tab", "down"])
async def test_text_after_a_key_that_goes_to_the_next_field_arrives_there(desk, between):
    draft = desk.profile({}, Place(4, FIRST, 0))
    async with desk.at(profile_id=draft) as person:
        await person.burst(*"Ada", between, *"Okafor")
    assert desk.answers(draft) == {FIRST: "Ada", LAST: "Okafor"}


async def test_letters_that_open_a_list_all_arrive_in_it(desk):
    draft = desk.profile({}, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.burst(*"switz")
        assert "Switzerland" in person.words
        assert "Zambia" not in person.words
        await person.press("enter")
    assert desk.answers(draft)[paths.COUNTRY] == "CH"


async def test_letters_right_after_the_key_that_opens_a_list_arrive_in_it(desk):
    draft = desk.profile({}, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.burst("enter", *"germ")
        await person.press("enter")
    assert desk.answers(draft)[paths.COUNTRY] == "DE"


@pytest.mark.parametrize(
    ("before", "path", "typed"),
    [
        (("f2", "4", "enter"), FIRST, "Ada"),
        (("escape", "g", *"website", "enter"), paths.WEBSITE, "acme.com"),
    ],
    ids=["another step", "a field found by name"],
)
async def test_letters_behind_a_key_that_closes_a_list_and_opens_a_step_wait_for_its_field(
    desk, before, path, typed
):
    draft = desk.profile({paths.COUNTRY: "DE"}, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.burst(*before, *typed)
    assert desk.answers(draft)[path] == typed
