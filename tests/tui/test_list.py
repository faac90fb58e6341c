"""The list of profiles: who needs the user first, finding, copying, deleting and taking that back."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.store.errors import ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.tui.pages.profile_list import ProfileLines


@pytest.fixture
def names(desk, support):
    """Make drafts of these names, the first one changed last."""

    def make(*names):
        made = {}
        for name in reversed(names):
            desk.clock.forward(60)
            made[name] = desk.profile(support.but(FRIENDLY_NAME=name))
        return made

    return make


def listed(person):
    """The names in the list, from top to bottom."""
    rows = person.app.screen.query_one("#profiles")
    if not isinstance(rows.source, ProfileLines):
        return []
    return [rows.source.profile(y).name for y in range(len(rows.source))]


def here(person):
    """The profile with the cursor."""
    rows = person.app.screen.query_one("#profiles")
    return rows.source.profile(rows.cursor).name if len(rows.source) else ""


async def test_who_needs_the_user_comes_first(desk, support):
    desk.profile(support.but(FRIENDLY_NAME="Approved"), decided=True)
    desk.profile(support.but(FRIENDLY_NAME="Waiting"), submitted=True)
    desk.profile(support.but(FRIENDLY_NAME="Draft"))
    desk.profile(support.but(FRIENDLY_NAME="Rejected", WEBSITE=""), submitted=True)
    faulty = desk.profile(support.but(FRIENDLY_NAME="Faulty", CITY="", WEBSITE=""), Place(2, paths.CITY, 0))
    async with desk.at(profile_id=faulty) as person:
        await person.press("f9", "alt+d")
        assert listed(person) == ["Rejected", "Faulty", "Draft", "Waiting", "Approved"]
        assert "✗ Twilio Rejected" in person.line_with("  Rejected")
        assert "Fix 1 reason" in person.line_with("  Rejected")
        assert "━!─━━━─  1 to fix" in person.line_with("Faulty"), "the second of its steps"
        assert "Nothing to do" in person.line_with("Waiting")


async def test_what_is_next_follows_the_work_on_a_profile(desk, support):
    draft = desk.profile(support.but(TERMS=""), Place(6, paths.TERMS, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("alt+d")
        assert "5 of 7 steps ready" in person.line_with("Northwind")
        await person.press("enter", "space", "alt+d")
        assert "Ready to submit" in person.line_with("Northwind")


async def test_finding_narrows_down_by_name_id_and_status_and_f7_shows_all_again(desk, names):
    made = names("Blue Heron", "Zürich Freight", "Elm Street")
    async with desk.at() as person:
        await person.press("slash")
        await person.type("zurich")
        assert listed(person) == ["Zürich Freight"]
        assert "1 found" in person.title
        await person.press(*["backspace"] * 6)
        await person.type(made["Elm Street"].lower())
        assert listed(person) == ["Elm Street"]
        await person.press(*["backspace"] * 4)
        await person.type("approved")
        assert listed(person) == []
        assert "F7 shows all" in person.words
        await person.press("f7")
        assert listed(person) == ["Blue Heron", "Zürich Freight", "Elm Street"]
        assert "3 profiles" in person.title


async def test_what_is_typed_right_after_the_slash_is_looked_for(desk, names):
    names("Blue Heron", "Elm Street")
    async with desk.at() as person:
        await person.burst("slash", *"heron", "enter")
        assert person.title.startswith(" Blue Heron")


async def test_a_draft_is_deleted_at_once_and_brought_back(desk, names):
    made = names("First", "Second", "Third")
    async with desk.at() as person:
        await person.press("down", "delete")
        assert listed(person) == ["First", "Third"]
        assert here(person) == "Third", "the cursor stays where it was"
        assert "Deleted Second (Draft)" in person.notices[-1]
        with pytest.raises(ProfileNotFound):
            desk.of(made["Second"])
        await person.press("delete")
        assert here(person) == "First"
        await person.press("u")
        assert here(person) == "Third"
        await person.press("u")
        assert here(person) == "Second"
        assert listed(person) == ["First", "Second", "Third"]


async def test_deleting_the_last_profile_shows_the_welcome_and_undo_brings_the_list_back(desk, names):
    names("Only")
    async with desk.at() as person:
        await person.press("delete")
        assert "You have no customer profiles on this computer." in person.words
        await person.press("u")
        assert listed(person) == ["Only"]


async def test_a_submitted_profile_is_deleted_only_after_a_question(desk):
    sent = desk.profile(submitted=True)
    async with desk.at() as person:
        await person.press("delete")
        assert "This removes the record on this computer." in person.words
        await person.press("enter")
        assert desk.of(sent).status.in_review, "the safe button has the focus"
        await person.press("delete", "right", "enter")
        with pytest.raises(ProfileNotFound):
            desk.of(sent)
        await person.press("u")
        assert desk.of(sent).status.in_review


async def test_a_copy_stands_in_the_list_with_the_cursor_on_it(desk, names):
    names("First", "Second")
    async with desk.at() as person:
        await person.press("down", "c")
        assert here(person) == "Second (copy)"
        assert sorted(listed(person)) == ["First", "Second", "Second (copy)"]
        await person.press("enter")
        assert "Second (copy)" in person.title


async def test_a_new_profile_is_started_from_the_list(desk, names):
    names("First")
    async with desk.at() as person:
        await person.press("n")
        assert "Step 1 of 7: General information" in person.screen
        assert "Untitled profile" in person.title
        await person.press("alt+d")
        assert here(person) == "Untitled profile"


async def test_every_step_is_reached_from_the_list_by_opening_and_jumping(desk):
    desk.profile()
    async with desk.at() as person:
        await person.press("enter")
        for section in SECTIONS:
            await person.press("f2", str(section.number), "enter")
            assert f"Step {section.number} of 7: {section.title}" in person.screen


async def test_ten_thousand_profiles_are_listed_by_asking_only_for_those_in_view(crowd, tmp_path, support):
    crowd.fill(tmp_path / "many.db")
    asked = []
    with support.opened(tmp_path / "many.db") as desk:
        lines = desk.store.profiles.lines

        def watched(find="", offset=0, limit=50):
            asked.append(limit)
            return lines(find, offset, limit)

        desk.store.profiles.lines = watched
        async with desk.at() as person:
            assert "10,000 profiles" in person.title
            assert sum(asked) <= 128
            await person.press("end", "home", "pagedown")
            assert sum(asked) <= 512
            await person.press("slash")
            await person.type("zürich 77")
            assert "found" in person.title
            assert all("rich" in line for line in person.lines if "~ Draft" in line)


async def test_escape_leaves_the_list_as_it_was_narrowed_down_and_the_cursor_where_it_was(desk, names):
    names("Blue Heron", "Elm One", "Elm Two")
    async with desk.at() as person:
        await person.press("slash")
        await person.type("elm")
        await person.press("down", "escape")
        assert listed(person) == ["Elm One", "Elm Two"]
        assert here(person) == "Elm Two"
        assert "elm" in person.line_with("Find:")
        assert "2 found" in person.title


async def test_commands_act_on_the_line_that_is_seen_after_finding(desk, names):
    made = names("Blue Heron", "Elm One", "Elm Two")
    async with desk.at() as person:
        await person.press("slash")
        await person.type("elm")
        await person.press("down", "escape", "delete")
        assert listed(person) == ["Elm One"]
        with pytest.raises(ProfileNotFound):
            desk.of(made["Elm Two"])
        await person.press("c")
        assert here(person) == "Elm One (copy)"
        await person.press("enter")
        assert person.title.startswith(" Elm One (copy)")


async def test_the_whole_list_comes_back_with_one_key_the_cursor_on_the_same_profile(desk, names):
    names("Blue Heron", "Elm One", "Elm Two")
    async with desk.at() as person:
        await person.press("slash")
        await person.type("two")
        await person.press("escape", "f7")
        assert listed(person) == ["Blue Heron", "Elm One", "Elm Two"]
        assert here(person) == "Elm Two"
        assert "Find:" not in person.screen
        await person.press("f7")
        assert listed(person) == ["Blue Heron", "Elm One", "Elm Two"], "there is nothing more to show"


async def test_words_to_find_can_be_changed_later(desk, names):
    names("Blue Heron", "Elm One", "Elm Two")
    async with desk.at() as person:
        await person.press("slash")
        await person.type("elm")
        await person.press("escape", "slash")
        await person.type(" tw")
        assert listed(person) == ["Elm Two"]
        await person.press(*["backspace"] * 6, "escape")
        assert listed(person) == ["Blue Heron", "Elm One", "Elm Two"]
        assert "Find:" not in person.screen, "nothing is looked for"


async def test_while_words_are_typed_the_key_bar_offers_what_works_there(desk, names):
    names("Blue Heron", "Elm One")
    async with desk.at("160x30") as person:
        assert "c Duplicate" in person.lines[-1]
        await person.press("slash")
        assert "Enter Open" in person.lines[-1]
        assert "Esc To the list" in person.lines[-1]
        assert "Duplicate" not in person.lines[-1]
        assert "Delete" not in person.lines[-1]
        assert "Menu" not in person.lines[-1]
        await person.press("f7")
        assert "Find:" not in person.screen, "where Escape comes late"
        await person.press("slash")
        await person.type("elm")
        assert "F7 Show all" in person.lines[-1]
        await person.press("escape")
        assert "c Duplicate" in person.lines[-1]
        assert "Esc Menu" in person.lines[-1]


async def test_the_cursor_stays_on_its_profile_when_another_one_moves_in_the_list(desk, names):
    made = names("First", "Second", "Third")
    async with desk.at() as person:
        await person.press("down")
        assert here(person) == "Second"
        desk.filing.submit(made["First"])
        desk.clock.forward(60)
        person.app.settle()
        await person.settled()
        assert listed(person)[-1] == "First"
        assert here(person) == "Second"
