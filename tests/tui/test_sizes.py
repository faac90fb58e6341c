"""At every size the field with the focus can be seen, and a window that is too small loses nothing."""

import re

import pytest
from textual.geometry import Offset

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands.table import COMMANDS

SIZES = ["120x40", "100x30", "80x24", "60x20", "50x15"]


@pytest.mark.parametrize("size", SIZES)
async def test_tab_never_leads_out_of_sight(desk, support, size):
    draft = desk.profile(support.but(WEBSITE="northwind", CITY=""), Place(1, paths.BUSINESS_NAME, 0))
    async with desk.at(size, draft) as person:
        for section in SECTIONS[:-1]:
            await person.press("f2", str(section.number), "enter")
            assert f"Step {section.number} of 7" in person.screen
            first = person.focused
            seen = 0
            while seen == 0 or person.focused is not first:
                assert support.visible(person), f"{person.field} is out of sight\n{person.screen}"
                assert person.app.cursor_position in person.focused.region
                await person.press("tab")
                seen += 1
            assert seen > len(section.questions), "every field and the button were visited"


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_with_a_field_is_in_sight_with_it(desk, support, size):
    draft = desk.profile(support.but(POSTAL_CODE="9410"), Place(2, paths.POSTAL_CODE, 4))
    async with desk.at(size, draft) as person:
        await person.press("f9", "enter")
        assert support.visible(person)
        assert "! ZIP code" in person.words


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_of_the_review_page_stays_in_sight(desk, support, size):
    draft = desk.profile(support.but(WEBSITE=""))
    async with desk.at(size, draft) as person:
        await person.press("alt+r")
        answers = person.app.screen.query_one("#answers")
        for key in ("end", "pageup", "pageup", "down", "home", "pagedown"):
            await person.press(key)
            row = answers.cursor - answers.scroll_offset.y
            assert 0 <= row < answers.size.height
            assert person.app.cursor_position == answers.region.offset + Offset(0, row)


@pytest.mark.parametrize("size", SIZES)
async def test_the_status_is_never_left_out_nor_cut(desk, size):
    desk.profile(decided=True)
    async with desk.at(size) as person:
        assert "✓ Twilio Approved" in person.line_with("Northwind")
        await person.press("enter")
        assert person.title.endswith("✓ Twilio Approved")


async def test_a_window_too_small_says_so_and_typing_goes_on(desk):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at("100x30", draft) as person:
        await person.resize("40x12")
        assert "This window is too small (40x12). Make it at least 50x15" in person.words
        assert "Northwind" not in person.screen
        await person.type("My ")
        await person.resize("100x30")
        assert "too small" not in person.screen
        assert (person.field, person.caret) == (paths.FRIENDLY_NAME, 3)
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "My Northwind main profile"


@pytest.mark.parametrize("size", ["1x1", "2x40", "200x2", "49x15", "50x14"])
async def test_no_size_is_too_small_to_start_and_to_leave(desk, size):
    draft = desk.profile()
    async with desk.at(size, draft) as person:
        await person.press("f9", "f2", "escape")
        await person.resize("80x24")
        assert "Step 2 of 7" in person.screen
        await person.press("ctrl+q")
        assert not person.app.is_running or person.app.return_value == draft


async def test_resizing_keeps_focus_and_caret_and_stays_in_sight(desk, support):
    path = paths.of_representative(2, "business_title")
    draft = desk.profile(place=Place(4, path, 4))
    async with desk.at("120x40", draft) as person:
        for size in ("100x30", "80x24", "60x20", "50x15", "200x60", "60x20"):
            await person.resize(size)
            assert (person.field, person.caret) == (path, 4)
            assert support.visible(person), person.screen
            assert person.app.cursor_position in person.focused.region


async def test_resizing_keeps_the_line_of_a_list(desk):
    draft = desk.profile()
    async with desk.at("120x40", draft) as person:
        await person.press("alt+r", "down", "down", "down", "down")
        answers = person.app.screen.query_one("#answers")
        before = answers.key
        for size in ("60x20", "200x60", "80x24"):
            await person.resize(size)
            assert answers.key == before


TITLES = {command.title for command in COMMANDS} | {"Open", "Change", "Submit", "Read", "Start", "Choose"}


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100, 120, 160])
async def test_the_key_bar_shows_whole_entries_and_help_always(desk, width):
    draft = desk.profile()
    async with desk.at(f"{width}x30", draft) as person:
        for keys in ([], ["alt+r"], ["alt+d"]):
            await person.press(*keys)
            bar = person.lines[-1]
            assert "F1 ^P Help" in bar
            assert len(bar) <= width
            for entry in bar.split("  "):
                title = re.sub(r"^(F1 \S+|Esc \S(?= )|\S+) ", "", entry.strip())
                assert title in TITLES, f"{entry!r} is cut or unknown in {bar!r}"
            if not keys:
                assert bar.startswith(" F1 ^P Help")
