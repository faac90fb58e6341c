"""A rehearsal stands beside Twilio's word as a rehearsal, and what only practice did can be taken away."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.decisions import read

SID = "BU" + "0123456789abcdef" * 2
EMAIL_2 = paths.of_representative(2, "email")


@pytest.fixture
def rehearsed(desk):
    """Rejected by Twilio, and afterwards approved in practice."""
    made = desk.profile(place=Place(0))
    desk.filing.filed(made, SID)
    desk.filing.decide(made, read("rejected 18602", SID).decision)
    desk.filing.submit(made)
    desk.clock.forward(60)
    desk.filing.settle()
    return made


async def test_the_status_page_shows_a_rehearsal_as_a_rehearsal(desk, rehearsed):
    async with desk.at("100x40", rehearsed) as person:
        assert "Twilio Rejected" in person.title
        assert "Practice" not in person.title
        assert "Version 2 is a rehearsal: approved in practice" in person.words
        assert "At Twilio the profile stands as above" in person.words


async def test_the_list_says_that_a_profile_was_rehearsed(desk, rehearsed):
    async with desk.at() as person:
        assert "Fix 1 reason (rehearsed)" in person.line_with("Northwind")
        assert "Twilio Rejected" in person.line_with("Northwind")


async def test_a_rehearsal_is_thrown_away_after_a_question(desk, rehearsed):
    async with desk.at("100x40", rehearsed) as person:
        await person.press("escape", "f", "enter")
        assert len(desk.store.submissions.of(rehearsed)) == 2, "the safe button has the focus"
        await person.press("escape", "f", "tab", "enter")
        assert "rehearsal:" not in person.words
        assert "Twilio Rejected" in person.title
    assert [sent.version for sent in desk.store.submissions.of(rehearsed)] == [1]


async def test_the_line_that_throws_it_away_does_the_same(desk):
    waiting = desk.profile(place=Place(0), submitted=True)
    async with desk.at("100x40", waiting) as person:
        await person.press("end", "enter", "tab", "enter")
        assert "Draft" in person.title
    assert desk.of(waiting).status is Status.DRAFT


@pytest.mark.parametrize("way", [("n",), ("escape", "n")], ids=" ".join)
async def test_what_only_practice_approved_is_reopened_with_one_key(desk, way):
    approved = desk.profile(place=Place(0), decided=True)
    async with desk.at("100x40", approved) as person:
        assert "Reopen it as a draft" in person.words
        await person.press(*way)
        assert "Draft" in person.title
    assert desk.of(approved).status is Status.DRAFT


async def test_what_twilio_approved_cannot_be_reopened(desk):
    made = desk.profile(place=Place(0))
    desk.filing.filed(made, SID)
    desk.filing.decide(made, read("approved", SID).decision)
    async with desk.at("100x40", made) as person:
        assert "Reopen" not in person.words
        await person.press("n", "escape")
        assert "Reopen" not in person.words
    assert desk.of(made).status is Status.APPROVED


async def test_the_copy_sheet_leaves_the_second_representative_out_and_remembers_it(desk, support):
    draft = desk.profile({**support.GOOD, EMAIL_2: ""}, Place(7))
    async with desk.at("100x60", draft) as person:
        await person.press("alt+x")
        assert "Representative 2" in person.words
        assert "1 problem marked below" in person.words
        await person.press("2")
        assert "Representative 2" not in person.words
        assert "problem marked" not in person.words
        await person.press("escape", "alt+x")
        assert "left out; 2 takes them in again" in person.words
        await person.press("2")
        assert "Representative 2" in person.words
