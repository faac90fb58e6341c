"""Sending a profile to Twilio: the plan first, then step by step, and what is left for the Console."""

import pytest

from tests.support import documented
from tests.support.beside_twilio import AC, BesideTwilio
from tests.tui.test_account import linked
from trusthub_tui.profile import paths
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place

WEBSITE = "https://northwind.example"


@pytest.fixture
def twilio(desk, tmp_path):
    """A Twilio that this file is followed with; whatever it does not document is a violation."""
    beside = BesideTwilio(tmp_path)
    documented.watch(beside.fake)
    desk.online = beside.online
    desk.store.preferences.set("account.sid", AC)
    yield beside
    assert beside.fake.violations == []


@pytest.fixture
async def corrected(desk, twilio):
    """A Console draft that was pulled and corrected here; returns its SID and its ID."""
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save(profile, {paths.WEBSITE: WEBSITE}, Place(7))
    return sid, profile


async def test_the_plan_is_shown_before_anything_is_written_and_each_step_ticks_itself(
    desk, twilio, corrected
):
    sid, profile = corrected
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p")
        assert "Change the business information" in person.words
        assert f"https://www.northwindrobotics.com -> {WEBSITE}" in person.words.replace("│ ", "")
        assert not twilio.fake.writes()
        await person.press("enter")
        assert "[x] 2 Corrections sent" in person.words
        assert len(twilio.fake.writes()) == 1
        await person.press("enter")
        assert "[x] 3 Twilio's evaluation is compliant" in person.words
        await person.press("enter")
        assert "Now press Submit in the Console" in person.words
        assert "a photo ID and a selfie" in person.words
        assert CONSOLE_PAGE in person.links
        assert "In Review" not in person.title
        twilio.fake.submit(sid)
        desk.clock.forward(6)
        await person.look()
        assert "In Review at Twilio since" in person.words
        assert "checked just now, next at" in person.words
    assert desk.of(profile).status is Status.IN_REVIEW


async def test_sending_can_be_left_and_goes_on_where_it_was(desk, twilio, corrected):
    _, profile = corrected
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p", "enter", "escape")
        assert "Step 7 of 7" in person.words
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p")
        assert "[x] 2 Corrections sent" in person.words
    assert len(twilio.fake.writes()) == 1


async def test_a_plan_that_is_shown_follows_what_another_window_changes(desk, twilio, corrected):
    _, profile = corrected
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p")
        assert f"-> {WEBSITE}" in person.words.replace("│ ", "")
        with desk.beside() as other:
            other.store.profiles.save(profile, {paths.WEBSITE: "https://harbor.example"}, Place())
        await person.look()
        assert "-> https://harbor.example" in person.words.replace("│ ", "")
        await person.press("enter")
        assert "[x] 2 Corrections sent" in person.words
    (write,) = twilio.fake.writes()
    assert "harbor.example" in str(write)


async def test_where_twilio_takes_it_only_in_the_console_just_that_is_left_to_copy(desk, twilio, corrected):
    _, profile = corrected
    twilio.fake.primary_end_users = False
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p", "enter")
        assert "Twilio takes these only in its Console" in person.words
        await person.press("enter")
        assert desk.clipboard.texts == [WEBSITE]


async def test_what_was_changed_at_twilio_meanwhile_is_to_be_pulled_first(desk, twilio, corrected):
    sid, profile = corrected
    twilio.fake.edit(sid, "authorized_representative_1", email="new@northwindrobotics.com")
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p")
        assert "Twilio has other answers" in person.words
        assert "Send them" not in person.words
    assert not twilio.fake.writes()


async def test_twilios_evaluation_stands_beside_our_findings_and_leads_to_its_question(
    desk, twilio, corrected
):
    sid, profile = corrected
    twilio.fake.edit(sid, "authorized_representative_1", business_title="")
    desk.store.profiles.save(profile, {paths.of_representative(1, "business_title"): ""}, Place(7))
    async with desk.at("100x50", profile_id=profile) as person:
        await person.press("alt+p")
        assert "Let Twilio check it" in person.words
        await person.press("down", "enter", "escape")
        assert "Twilio's evaluation, " in person.words
        assert "failure" in person.line_with("Twilio's evaluation")


async def test_an_evaluation_counts_until_something_is_sent(desk, twilio, corrected):
    _, profile = corrected
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p", "enter", "enter", "escape", "alt+p")
        assert "[x] 3 Twilio's evaluation is compliant" in person.words
        await person.press("escape")
        desk.store.profiles.save(profile, {paths.WEBSITE: f"{WEBSITE}/de"}, Place(7))
        await person.look()
        await person.press("alt+p", "enter")
        assert "[x] 2 Corrections sent" in person.words
        assert "[ ] 3" in person.words
