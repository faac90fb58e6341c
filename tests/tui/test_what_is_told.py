"""What the screens say about answers: when it is said, when it is taken back, what follows a rejection."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import DiskFull
from trusthub_tui.store.records import Place

EMAIL_2 = paths.of_representative(2, "email")


@pytest.fixture
def rejected(desk, support):
    """Rejected by the practice review for its street, and for an e-mail of another domain."""
    risky = support.but(STREET="PO Box 12") | {EMAIL_2: "ben@gmail.com"}
    return desk.profile(risky, Place(2, paths.STREET, 9), decided=True)


async def test_answers_that_are_not_saved_yet_outlive_a_decision(desk, support, monkeypatch):
    draft = desk.profile(support.but(STREET="PO Box 12"), Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        real = desk.store.profiles.save

        def refused(*_, **__):
            raise DiskFull(desk.file)

        monkeypatch.setattr(desk.store.profiles, "save", refused)
        await person.type("My ")
        assert "Not saved" in person.title
        desk.filing.submit(draft)  # in another window
        desk.clock.forward(60)
        person.app.settle()
        await person.settled()
        assert "✗ Twilio Rejected" in person.title
        await person.press("alt+r")
        assert "Profile name My Northwind main profile" in person.words
        monkeypatch.setattr(desk.store.profiles, "save", real)
        await person.press("ctrl+s")
        assert "Not saved" not in person.title
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "My Northwind main profile"


async def test_fix_them_tells_at_every_field_what_is_wrong(desk, support):
    broken = desk.profile(support.but(WEBSITE="", ID_NUMBER="84-19273", POSTAL_CODE="9410"), Place(7))
    async with desk.at("100x40", broken) as person:
        await person.press("end", "enter")
        assert person.focused.label == "Fix them"
        await person.press("enter")
        assert desk.of(broken).status is Status.DRAFT
        assert "ZIP code must" in person.line_at_cursor, "at the first problem"
        await person.press("f2", "3", "enter")
        assert "Enter the website" in person.words
        assert "! Registration number" in person.words
        await person.press("f2", "2", "enter")
        assert "! " in person.words
    assert desk.of(broken).shown == {paths.WEBSITE, paths.ID_NUMBER, paths.POSTAL_CODE}


async def test_going_back_from_the_question_tells_nothing(desk, support):
    broken = desk.profile(support.but(WEBSITE=""), Place(7))
    async with desk.at("100x40", broken) as person:
        await person.press("end", "enter", "escape", "f2", "3", "enter")
        assert "!" not in person.words
    assert desk.of(broken).shown == frozenset()


async def test_what_was_put_right_is_not_told_again_before_its_time(desk, support):
    draft = desk.profile(support.but(WEBSITE=""), Place(3, paths.WEBSITE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f9")
        assert "Enter the website" in person.words
        await person.press("enter")
        assert person.field == paths.WEBSITE
        await person.type("northwindrobotics.com")
        assert "!" not in person.words
        assert desk.of(draft).shown == frozenset()
        await person.press("ctrl+u")
        assert "!" not in person.words, "what is missing is told by Continue"
    async with desk.at(profile_id=draft) as person:
        await person.until(lambda: "to fix" in person.screen or "Business" in person.screen, "the rules")
        assert "!" not in person.words


async def test_the_steps_tell_which_of_them_have_reasons_nothing_was_done_about(desk, rejected):
    async with desk.at(profile_id=rejected) as person:
        assert person.field == paths.STREET
        assert person.state_of("Address") == "Reason"
        assert person.state_of("Representatives") == "Reason"
        assert person.state_of("General") == "Ready"
        await person.press("ctrl+u")
        await person.type("548 Market St")
        assert person.state_of("Address") == "Changed"
        assert person.state_of("Representatives") == "Reason"
        await person.resize("60x20")
        assert "✗" in person.lines[1], "the line says it too"
        await person.press("f8")
        assert person.field == EMAIL_2
        await person.press("ctrl+u")
        await person.type("ben@northwindrobotics.com")
        assert "✗" not in person.lines[1]


async def test_a_message_goes_away_with_a_key_once_it_could_be_read(desk):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("ctrl+s")
        assert person.notices
        await person.press("right")
        assert person.notices, "a moment is not enough to read it"
        desk.clock.forward(2)
        await person.press("right")
        assert person.notices == []


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
@pytest.mark.parametrize("step", [3, 4])
async def test_a_message_never_lies_over_the_field_in_focus(desk, size, step):
    draft = desk.profile(place=Place(step, "", 0))
    async with desk.at(size, draft) as person:
        for _ in range(14):
            await person.press("ctrl+s")
            assert len(person.notices) == 1, "and there is never more than one"
            (toast,) = person.app.screen.query("Toast")
            assert "Saving is automatic" in person.screen, "it can be seen"
            assert not toast.region.overlaps(person.focused.region), person.screen
            await person.press("tab")
            if person.notices:
                assert not toast.region.overlaps(person.focused.region), person.screen
