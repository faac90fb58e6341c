"""Nothing that was typed or pasted is ever lost, changed or taken for an instruction."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS, section_of
from trusthub_tui.profile.questions import Kind
from trusthub_tui.store.records import Place

TYPED_IN = [
    question.path
    for question in QUESTIONS.values()
    if question.kind not in (Kind.ONE_OF, Kind.SEVERAL_OF, Kind.TICK)
]

HOSTILE = ["[/red]", "[@click=app.quit]x[/]", "$x [/B]", "{0} {name} %s", "[bold]\\[", ":smile: & <b>"]


@pytest.fixture
def named(desk):
    """A draft that has a name and nothing else."""
    return desk.profile({paths.BUSINESS_NAME: "Northwind Robotics"}, Place(1, paths.FRIENDLY_NAME, 0))


async def test_typing_into_a_filled_field_adds_at_the_caret(desk, named):
    async with desk.at(profile_id=named) as person:
        await person.press("shift+tab")
        assert person.field == paths.BUSINESS_NAME
        await person.press("end")
        await person.type(", Inc.")
        await person.press("home")
        await person.type("The ")
        await person.press("tab", "shift+tab")
        await person.type("new ")
    assert desk.answers(named)[paths.BUSINESS_NAME] == "The new Northwind Robotics, Inc."


async def test_every_letter_is_in_the_file_before_it_is_painted(desk, named):
    painted = []
    async with desk.at(profile_id=named) as person:
        field = person.focused
        paint = field.render_line

        def watched(y):
            painted.append((field.value, desk.answers(named).get(paths.FRIENDLY_NAME, "")))
            return paint(y)

        field.render_line = watched
        for letter in "Main":
            await person.type(letter)
    assert ("Main", "Main") in painted
    assert all(shown == kept for shown, kept in painted)


async def test_saved_shows_the_time_of_the_last_change(desk, named):
    async with desk.at(profile_id=named) as person:
        desk.clock.forward(60)
        await person.type("M")
        assert "Saved 14:04:22" in person.title
        await person.press("ctrl+s")
        assert person.notices == ["Saved 14:04:22. Saving is automatic"]


async def test_undo_and_redo_walk_through_what_was_done_to_a_field(desk, named):
    async with desk.at(profile_id=named) as person:
        await person.type("Main profile")
        await person.press("ctrl+u")
        assert desk.answers(named).get(paths.FRIENDLY_NAME, "") == ""
        await person.press("ctrl+z")
        assert desk.answers(named)[paths.FRIENDLY_NAME] == "Main profile"
        await person.press("ctrl+z")
        before = desk.answers(named).get(paths.FRIENDLY_NAME, "")
        assert "Main profile".startswith(before)
        assert before != "Main profile"
        await person.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert desk.answers(named).get(paths.FRIENDLY_NAME, "") == ""
        await person.press("alt+u")
        assert desk.answers(named)[paths.FRIENDLY_NAME] == "Main profile"
        await person.press("alt+y")
        assert desk.answers(named).get(paths.FRIENDLY_NAME, "") == ""


async def test_undo_remembers_a_field_that_was_left_and_come_back_to(desk, named):
    async with desk.at(profile_id=named) as person:
        await person.type("Main")
        await person.press("f9", "f7", "tab")
        if person.field != paths.FRIENDLY_NAME:
            await person.go_to(paths.FRIENDLY_NAME)
        await person.press("ctrl+z")
    assert desk.answers(named).get(paths.FRIENDLY_NAME, "") == ""


async def test_a_pasted_block_keeps_all_its_words(desk, named):
    async with desk.at(profile_id=named) as person:
        await person.type("The ")
        await person.paste("  first line\nsecond line\r\n\r\nthird\tline \n")
        kept = desk.answers(named)[paths.FRIENDLY_NAME]
        assert " ".join(kept.split()) == "The first line second line third line"
        await person.press("ctrl+z")
        assert desk.answers(named)[paths.FRIENDLY_NAME].split() == ["The"]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 and\x00 zero", "bell and zero"),
        ("in\u202egnirts\u202c", "ingnirts"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("no\u00a0break", "no break"),
        ("株式会社ノースウィンド", "株式会社ノースウィンド"),
        ("Zoë 👩‍🚀 Ltd", "Zoë 👩‍🚀 Ltd"),
        ("e\u0301cole", "e\u0301cole"),
    ],
)
async def test_what_no_terminal_may_be_sent_is_left_out_and_everything_else_kept(desk, named, pasted, kept):
    async with desk.at(profile_id=named) as person:
        await person.paste(pasted)
        assert "\x1b" not in person.screen
    assert desk.answers(named)[paths.FRIENDLY_NAME] == kept


async def test_ten_thousand_characters_are_pasted_kept_and_told_to_be_too_many(desk, named):
    text = "long " * 2000
    async with desk.at(profile_id=named) as person:
        await person.paste(text)
        assert desk.answers(named)[paths.FRIENDLY_NAME] == text.strip()
        await person.press("f9")
        assert "Profile name must be 64 characters or less. It has 9,999" in person.words.replace(
            "9999", "9,999"
        )
        await person.press("alt+r")
        assert "Step 7 of 7" in person.screen


@pytest.mark.parametrize("number", range(1, 6))
async def test_text_that_looks_like_markup_is_shown_as_it_was_typed(desk, number):
    asked = [path for path in TYPED_IN if section_of(path).number == number]
    hostile = {path: HOSTILE[place % len(HOSTILE)] for place, path in enumerate(asked)}
    draft = desk.profile({}, Place(number, asked[0], 0))
    async with desk.at("120x100", draft) as person:
        for path, text in hostile.items():
            await person.go_to(path)
            await person.type(text)
        assert desk.answers(draft) == hostile
        for text in hostile.values():
            assert text in person.screen
        await person.press("f9")  # the sentences may quote them
        await person.press("alt+r")
        for text in hostile.values():
            assert text in person.screen


async def test_hostile_text_is_shown_as_it_is_on_every_screen_of_a_profile(desk, support):
    most_hostile = HOSTILE[:3]
    for text in most_hostile:
        desk.profile({**support.GOOD, paths.FRIENDLY_NAME: text, paths.BUSINESS_NAME: text}, decided=True)
    async with desk.at("120x40") as person:
        for text in most_hostile:
            assert text in person.screen
        for _ in most_hostile:
            await person.press("enter")
            (shown,) = (text for text in most_hostile if person.title.startswith(f" {text} "))
            await person.press("f1")
            assert "Commands" in person.words
            await person.press("escape", "r")
            assert person.words.count(shown) >= 2
            await person.press("alt+d", "delete")
            assert shown in person.words
            await person.press("tab", "enter")
            assert f"Deleted {shown}" in person.notices[-1]
    assert desk.store.profiles.count() == 0


async def test_keys_typed_faster_than_they_can_be_shown_all_arrive_in_order(desk, named):
    text = "The quick brown fox jumps over the lazy dog, 42 times."
    async with desk.at(profile_id=named) as person:
        await person.type(text)
        assert text in person.screen
    assert desk.answers(named)[paths.FRIENDLY_NAME] == text


async def test_ctrl_c_neither_leaves_nor_clears(desk, named):
    async with desk.at(profile_id=named) as person:
        await person.type("Main")
        await person.press("ctrl+c")
        assert person.notices == ["Press Ctrl+Q to leave. Everything is saved"]
        assert person.app.is_running
    assert desk.answers(named)[paths.FRIENDLY_NAME] == "Main"


async def test_the_suggestion_is_taken_only_when_the_user_says_so_and_never_by_down(desk, named):
    async with desk.at(profile_id=named) as person:
        assert "Left empty, it becomes: Northwind Robotics" in person.words
        assert paths.FRIENDLY_NAME not in desk.answers(named)
        await person.press("down", "up")
        assert paths.FRIENDLY_NAME not in desk.answers(named)
        await person.press("f4")
        assert desk.answers(named)[paths.FRIENDLY_NAME] == "Northwind Robotics"
        assert person.field == paths.FRIENDLY_NAME


async def test_what_is_selected_is_copied_past_the_terminal_too(desk):
    draft = desk.profile({paths.BUSINESS_NAME: "Northwind"}, Place(1, paths.BUSINESS_NAME, 5))
    async with desk.at(profile_id=draft) as person:
        await person.press("shift+home", "ctrl+c")
        assert person.app.clipboard == "North"
        assert desk.clipboard.texts == ["North"]
        await person.press("end", "ctrl+v")
    assert desk.answers(draft)[paths.BUSINESS_NAME] == "NorthwindNorth"
