"""What was pasted from Twilio: explained, taken in, taken back, and never lost on the way."""

import pytest

from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place

SID = "BU" + "0123456789abcdef" * 2
REJECTION = "Your profile was rejected.\nError 18602: the business ID could not be verified."


@pytest.fixture
def filed(desk):
    """A profile that was filed at Twilio."""
    made = desk.profile(place=Place(0))
    desk.filing.filed(made, SID)
    return made


async def test_what_was_pasted_is_offered_again_after_escape_and_after_another_page(desk, filed):
    other = desk.profile()
    desk.filing.filed(other)
    async with desk.at(profile_id=filed) as person:
        await person.press("p")
        await person.paste(REJECTION)
        await person.press("escape", "p")
        assert "Error 18602" in person.words
        assert "still here" in person.words
        await person.press("escape", "escape", "d", "enter")
        shown = person.app.page.draft.id
        await person.press("p")
        assert ("Error 18602" in person.words) is (shown == filed), "only with the profile it was pasted for"
        await person.press("escape")
        person.app.open_profile(filed)
        await person.settled()
        await person.press("p", "f9", "tab", "enter")
    assert desk.of(filed).status is Status.REJECTED


async def test_another_text_takes_the_place_of_what_was_left(desk, filed):
    async with desk.at(profile_id=filed) as person:
        await person.press("p")
        await person.paste("approved")
        await person.press("escape", "p")
        await person.paste(REJECTION)
        assert "approved" not in person.words.split("Error")[0].split("word approved")[-1]
        await person.press("tab", "enter", "tab", "enter")
        assert desk.of(filed).status is Status.REJECTED
        await person.press("escape", "u")
        await person.press("p")
        assert "still here" not in person.words, "what was taken in is not offered again"


async def test_a_decision_can_be_taken_back_on_the_page_that_shows_it(desk, filed):
    async with desk.at(profile_id=filed) as person:
        await person.press("p")
        await person.type("approved")
        await person.press("f9", "tab", "enter")
        assert desk.of(filed).status is Status.APPROVED
        await person.press("u")
        assert desk.of(filed).status is Status.APPROVED, "not by a letter alone"
        await person.press("escape", "u")
        assert desk.of(filed).status is Status.IN_REVIEW
        assert "In Review" in person.title


async def test_what_was_done_to_another_profile_is_not_taken_back_here(desk, filed):
    desk.store.profiles.delete(desk.profile())
    async with desk.at(profile_id=filed) as person:
        await person.press("escape")
        assert "Undo" not in person.screen
        await person.press("escape", "alt+u")
        assert person.notices == ["There is nothing to take back"]
    assert desk.of(filed).status is Status.IN_REVIEW


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("18602", "18602"),
        ("20003", "20003"),
        ("Error 21608: The number is unverified", "21608"),
        ("Your A2P brand registration was rejected. Error 30795", "brand"),
        ("Thank you for calling, we are open from nine to five", "What to do"),
    ],
)
@pytest.mark.parametrize("where", ["list", "status page"])
async def test_any_text_from_twilio_is_explained_on_screen(desk, filed, where, text, said):
    before = desk.of(filed)
    async with desk.at("100x40", filed if where == "status page" else "") as person:
        await person.press("escape", "y")
        await person.paste(text)
        await person.press("f9")
        assert "What to do" in person.words
        assert said in person.words
        await person.press("escape")
        assert person.app.screen is person.app.page
    assert desk.of(filed) == before


async def test_an_explained_decision_leads_to_its_profile_and_waits_there(desk, filed):
    async with desk.at("100x40") as person:
        await person.press("y")
        await person.paste(f'{{"sid": "{SID}", "status": "twilio-rejected", "errors": [{{"code": 18602}}]}}')
        await person.press("f9")
        assert f"It is about profile {filed}" in person.words
        await person.press("enter")
        assert person.app.page.draft.id == filed
        await person.press("p", "f9", "tab", "enter")
    assert desk.of(filed).status is Status.REJECTED


async def test_a_text_to_explain_survives_escape(desk, filed):
    async with desk.at() as person:
        await person.press("y")
        await person.paste("Error 18602")
        await person.press("escape", "y")
        assert "Error 18602" in person.words
