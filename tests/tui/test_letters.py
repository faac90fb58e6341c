"""A letter pressed by mistake does nothing: where one may be typing, a command is Escape and its letter."""

import string

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Where
from trusthub_tui.tui.commands.table import COMMANDS, commands_of

WRITTEN = (
    "ben@northwind.com",
    "Zürich, Bahnhofstr. 12",
    "84-1927365",
    "QUICK brown fox; jumps over lazy dog?",
)


def seen(desk, profile_id):
    """All that a letter could have changed."""
    profile = desk.of(profile_id)
    return profile.answers, profile.status, profile.acknowledged, desk.store.profiles.count()


@pytest.mark.parametrize("written", WRITTEN)
async def test_typing_at_the_review_runs_no_command(desk, support, written):
    """Not even with Enter after it, which opens the line with the cursor as always."""
    draft = desk.profile(support.but(ID_NUMBER="84-19273"), Place(7))
    before = seen(desk, draft)
    async with desk.at(profile_id=draft) as person:
        await person.type(written)
        assert "Step 7 of 7" in person.screen
        assert person.app.screen is person.app.page, "no dialog is open"
        assert person.app.is_running
        assert "Esc" in " ".join(person.notices), "it is said how commands are run here"
    assert seen(desk, draft) == before


async def test_no_letter_alone_does_anything_at_the_review(desk):
    draft = desk.profile(place=Place(7))
    before, theme = seen(desk, draft), None
    async with desk.at(profile_id=draft) as person:
        theme = person.app.theme
        for letter in string.ascii_letters:
            await person.press(letter)
            assert person.app.screen is person.app.page, letter
            assert "Step 7 of 7" in person.screen, letter
        assert person.app.theme == theme
    assert seen(desk, draft) == before


async def test_no_letter_alone_copies_leaves_or_goes_to_a_field_on_the_status_page(desk, support):
    rejected = desk.profile(support.but(WEBSITE=""), Place(0), submitted=True)
    before = seen(desk, rejected)
    async with desk.at(profile_id=rejected) as person:
        for letter in string.ascii_lowercase:
            await person.press(letter)
            assert person.app.is_running
            assert not any(f"Step {number}" in person.screen for number in range(1, 7)), letter
            if person.app.screen is not person.app.page:
                await person.press("escape")
            elif "Step 7" in person.screen:
                await person.press("f7", "alt+d", "enter")
            assert seen(desk, rejected) == before, letter


@pytest.mark.parametrize(
    "where", [Where.LIST, Where.STEP, Where.REVIEW, Where.STATUS], ids=lambda one: one.name
)
def test_every_command_has_a_letter_after_escape_and_no_two_have_the_same_one(where):
    letters = [command.letter for command in commands_of(where) if command.name != "menu"]
    assert all(letters)
    assert len(letters) == len(set(letters))


def test_only_escape_itself_needs_no_letter_after_it():
    assert [command.name for command in COMMANDS if not command.letter] == ["menu"]


@pytest.mark.parametrize(
    ("letter", "arrival"),
    [("b", "Step 2 of 7"), ("n", "There is 1 problem"), ("h", "Step 2 of 7"), ("k", "Saving is automatic")],
    ids=["back", "continue", "problem before", "saved"],
)
async def test_what_has_a_function_key_has_a_letter_too(desk, support, letter, arrival):
    draft = desk.profile(support.but(WEBSITE="", CITY=""), Place(3, paths.WEBSITE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("escape", letter)
        assert arrival in f"{person.words} {' '.join(person.notices)}"


async def test_the_list_of_a_field_opens_with_its_letter(desk):
    draft = desk.profile(place=Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("escape", "l")
        assert person.app.screen is not person.app.page
        await person.type("sole")
        await person.press("enter")
    assert desk.answers(draft)[paths.BUSINESS_TYPE] == "Sole Proprietorship"


async def test_delete_in_the_list_has_its_letter_but_never_alone(desk):
    desk.profile()
    async with desk.at() as person:
        await person.press("k")
        assert desk.store.profiles.count() == 1
        await person.press("escape", "k")
        assert desk.store.profiles.count() == 0
