"""What is in review or approved can be read, copied, and not changed."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

STATES = [("In Review", {"submitted": True}), ("Twilio Approved", {"decided": True})]


@pytest.mark.parametrize(("label", "state"), STATES)
async def test_every_try_to_change_is_answered_with_the_reason_and_changes_nothing(desk, label, state):
    locked = desk.profile(**state)
    before = desk.answers(locked)
    async with desk.at(profile_id=locked) as person:
        assert label in person.title
        await person.press("f2", "3", "enter")
        assert "Saved" not in person.title, "nothing can be typed here"
        assert f"{label}: you can read the answers here, not change them." in person.words
        for path, keys in (
            (paths.WEBSITE, ["x"]),
            (paths.WEBSITE, ["backspace"]),
            (paths.WEBSITE, ["ctrl+u"]),
            (paths.WEBSITE, ["ctrl+z"]),
            (paths.REGIONS, ["space"]),
            (paths.BUSINESS_TYPE, ["enter"]),
            (paths.BUSINESS_TYPE, ["c"]),
        ):
            await person.go_to(path)
            desk.clock.forward(3)
            await person.press(*keys)
            assert any(label in notice and "draft copy" in notice for notice in person.notices)
        await person.go_to(paths.WEBSITE)
        desk.clock.forward(3)
        await person.paste("www.elsewhere.com")
        assert any(label in notice for notice in person.notices)
        assert "northwindrobotics" in person.words
    assert desk.answers(locked) == before


async def test_locked_answers_can_be_walked_through_and_read(desk):
    locked = desk.profile(submitted=True)
    async with desk.at(profile_id=locked) as person:
        await person.press("f2", "1", "enter")
        for number in range(1, 7):
            assert f"Step {number} of 7" in person.screen
            await person.press("f9")
        assert "Step 7 of 7" in person.screen
        assert "Submit for Review" not in person.words
        await person.press("f7")
        assert "In Review" in person.title
    assert desk.of(locked).status.in_review


@pytest.mark.parametrize(("label", "state"), STATES)
async def test_a_copy_of_it_can_be_edited_and_the_terms_are_accepted_anew(desk, label, state):
    locked = desk.profile(**state)
    async with desk.at(profile_id=locked) as person:
        await person.press("alt+c")
        assert "~ Draft" in person.title
        assert "Northwind main profile (copy)" in person.title
        await person.press("f2", "1", "enter")
        await person.go_to(paths.BUSINESS_NAME)
        await person.type(" Two")
        (copy,) = (line.id for line in desk.store.profiles.lines() if line.id != locked)
        assert desk.answers(copy)[paths.BUSINESS_NAME] == "Northwind Robotics, Inc. Two"
        assert paths.TERMS not in desk.answers(copy)
    assert desk.answers(locked)[paths.BUSINESS_NAME] == "Northwind Robotics, Inc."


@pytest.mark.parametrize(
    "keys", [["alt+d"], ["r"], ["f2", "3", "enter"], []], ids=["list", "review", "step", "status"]
)
async def test_a_decision_changes_the_badge_and_is_told_on_whatever_screen_is_open(desk, support, keys):
    waiting = desk.profile(
        support.but(STREET="PO Box 12", STATUS_CALLBACK="https://api.northwindrobotics.com/x"), submitted=True
    )
    async with desk.at(profile_id=waiting) as person:
        await person.press(*keys)
        assert "… In Review" in person.screen
        desk.clock.forward(31)
        person.app.settle()
        await person.settled()
        assert "✗ Twilio Rejected" in person.screen
        assert "… In Review" not in person.screen
        (notice,) = person.notices
        assert "✗ Twilio Rejected (practice): Northwind main profile" in notice
        assert "ractice" in notice
        assert "an e-mail to ops@northwindrobotics.com" in notice
        assert "a call of https://api.northwindrobotics.com/x" in notice


async def test_fields_can_be_edited_again_once_a_rejection_has_arrived(desk, support):
    waiting = desk.profile(support.but(STREET="PO Box 12"), submitted=True)
    async with desk.at(profile_id=waiting) as person:
        await person.press("f2", "2", "enter")
        desk.clock.forward(31)
        person.app.settle()
        await person.settled()
        assert "not change them" not in person.words
        await person.go_to(paths.STREET)
        await person.press("ctrl+u")
        await person.type("548 Market St")
    assert desk.answers(waiting)[paths.STREET] == "548 Market St"


async def test_what_was_decided_while_the_program_was_closed_is_told_at_the_next_start(desk):
    desk.profile(submitted=True)
    desk.clock.forward(3600)
    async with desk.at() as person:
        await person.until(lambda: "✓ Twilio Approved" in person.screen, "the decision")
        assert any("Twilio Approved" in notice for notice in person.notices)


async def test_opening_a_submitted_profile_shows_what_became_of_it(desk):
    waiting = desk.profile(place=Place(3, paths.WEBSITE, 3), submitted=True)
    async with desk.at(profile_id=waiting) as person:
        assert "What happens now" in person.words
        assert "by practice" in person.words
        assert "an e-mail to ops@northwindrobotics.com" in person.words
