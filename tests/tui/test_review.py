import pytest

from tests.support.person import GOOD, but
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.tui.widgets.push_button import PushButton

EMAIL_2 = paths.of_representative(2, "email")


async def test_a_line_is_found_by_its_label_its_answer_or_what_is_wrong_with_it(desk) -> None:
    made = desk.profile(but(STREET="PO Box 12"), Place(7))
    async with desk.at("80x24", profile_id=made) as person:
        await person.press("slash")
        for words, line in (
            ("website", "www.northwindrobotics.com"),
            ("okafor", "Last name"),
            ("18603", "Street address"),
            ("rep 2 mail", "ben@northwindrobotics.com"),
        ):
            await person.press("ctrl+u")
            await person.type(words)
            found = [text for text in person.lines if text.startswith("›")]
            assert found, person.screen
            assert line in found[0]
        await person.press("ctrl+u")
        await person.type("zzz")
        assert "No line fits" in person.words
        await person.press("ctrl+u")
        await person.type("stre")
        await person.press("enter")
        assert person.field == paths.STREET
        await person.press("f7")
        assert "Step 7 of 7" in person.screen
        assert "Street address" in person.line_at_cursor, "back at the same line, all lines are there again"
        assert person.line_with("Legal business name")
        await person.press("slash")
        await person.type("city")
        await person.press("escape")
        assert "City" in person.line_at_cursor, "the cursor stays on what was found"
        await person.press("end")
        assert "Submit for Review" in person.line_at_cursor


@pytest.mark.parametrize("size", ["80x24", "60x20"])
async def test_what_changed_is_marked_on_its_line_and_the_question_before_submitting_says_it(
    desk, size
) -> None:
    made = desk.profile(but(STREET="PO Box 12"), decided=True)
    desk.store.profiles.save(made, {paths.STREET: GOOD[paths.STREET]}, Place(7))
    async with desk.at(size, profile_id=made) as person:
        await person.press("home", "slash")
        await person.type("street")
        changed = next(y for y, text in enumerate(person.lines) if text.startswith("›"))
        assert person.lines[changed].split() == ["›", *"Street address 548 Market St changed".split()]
        assert person.lines[changed + 1].split() == "was PO Box 12".split()
        await person.press("escape", "end", "enter")
        for said in (
            "version 2",
            "1 answer changed since version 1: Street address",
            "Nothing is sent to Twilio",
            "It cannot be edited until the decision",
            "Twilio itself, once you file it there, may contact Ada Okafor and Ben Sato",
        ):
            assert said in person.words
        assert person.field == "no"


async def test_submitting_with_problems_says_that_it_is_rejected_at_once(desk) -> None:
    made = desk.profile(but(POSTAL_CODE="1"), Place(7))
    async with desk.at("80x24", profile_id=made) as person:
        await person.press("end", "enter")
        assert "version 1" in person.screen
        assert "at once, in practice" in person.screen
        assert "would reject it at once for 1 problem" in person.words
        await person.press("enter")
        assert "ZIP code must have" in person.line_at_cursor, "Fix them goes to the first problem"


async def test_a_name_that_does_not_go_with_the_type_is_told_at_the_step_where_both_are_known(desk) -> None:
    made = desk.profile(
        but(BUSINESS_NAME="Northwind Robotics, Inc.", BUSINESS_TYPE=""), Place(3, paths.BUSINESS_TYPE)
    )
    async with desk.at("80x24", profile_id=made) as person:
        await person.choose("limited")
        assert "Business type does not go with Inc. in the name" in person.words
        await person.press("alt+r", "slash")
        await person.type("type")
        await person.press("enter")
        assert "F9 To the review" in person.lines[-1]
        await person.press("f9")
        assert "Business type" in person.line_at_cursor


async def test_the_button_that_enter_presses_looks_pressed_already(desk) -> None:
    made = desk.profile(place=Place(7))
    async with desk.at("80x24", profile_id=made) as person:
        await person.press("end", "enter")
        safe, submit = (person.app.screen.query_one(name, PushButton) for name in ("#no", "#yes"))
        for focused, other in ((safe, submit), (submit, safe)):
            assert focused.drawn(focused.size.width)[0].spans[0][1] == "button-focused"
            assert other.drawn(other.size.width)[0].spans[0][1] == "button"
            await person.press("right")
