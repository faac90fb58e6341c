"""When the file does not play along: nothing is lost silently, and the user is told what to do."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.errors import DiskFull, FileBusy, ReadOnlyFile
from trusthub_tui.store.records import Place


class Jam:
    """Makes every write of answers fail until it is cleared."""

    def __init__(self, monkeypatch, desk, fault):
        self._fault = fault(desk.file)
        self._real = desk.store.profiles.save
        self.jammed = True
        monkeypatch.setattr(desk.store.profiles, "save", self._save)

    def _save(self, *arguments, **options):
        if self.jammed:
            raise self._fault
        return self._real(*arguments, **options)


@pytest.fixture
def at_name(desk):
    return desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))


@pytest.mark.parametrize("fault", [DiskFull, ReadOnlyFile, FileBusy])
async def test_what_cannot_be_saved_is_told_and_stays_on_the_screen(desk, at_name, monkeypatch, fault):
    async with desk.at("160x30", at_name) as person:
        Jam(monkeypatch, desk, fault)
        await person.type("My ")
        assert "Not saved" in person.title
        assert "My Northwind main profile" in person.screen
        assert "Saved 14" not in person.title
        await person.press("f9", "f7")
        assert "My Northwind main profile" in person.words
        assert fault(desk.file).remedy in " ".join(person.notices)
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "Northwind main profile"


async def test_what_could_not_be_saved_is_saved_with_the_next_key_that_can_be(desk, at_name, monkeypatch):
    async with desk.at(profile_id=at_name) as person:
        jam = Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        await person.press("shift+tab", "end")
        await person.type("x")
        jam.jammed = False
        await person.type("y")
        assert "Saved 14:03:22" in person.title
        assert "Not saved" not in person.title
    kept = desk.answers(at_name)
    assert kept[paths.FRIENDLY_NAME] == "My Northwind main profile"
    assert kept[paths.BUSINESS_NAME] == "Northwind Robotics, Inc.xy"


async def test_ctrl_s_tries_again(desk, at_name, monkeypatch):
    async with desk.at(profile_id=at_name) as person:
        jam = Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        await person.press("ctrl+s")
        assert "Not saved" in person.title
        jam.jammed = False
        await person.press("ctrl+s")
        assert "Saved 14:03:22" in person.title
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "My Northwind main profile"


async def test_leaving_asks_only_while_something_is_not_saved(desk, at_name, monkeypatch):
    async with desk.at(profile_id=at_name) as person:
        jam = Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        await person.press("ctrl+q")
        assert "Leave without saving?" in person.screen
        assert "not saved" in person.words
        await person.press("enter")
        assert person.app.is_running, "the safe button has the focus"
        jam.jammed = False
        await person.press("ctrl+q")
        assert person.app.return_value == at_name
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "My Northwind main profile"


@pytest.mark.parametrize("away", [["alt+d"], ["alt+c"]], ids=["list", "copy"])
async def test_going_elsewhere_does_not_lose_what_is_not_saved(desk, at_name, monkeypatch, away):
    async with desk.at(profile_id=at_name) as person:
        jam = Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        await person.press(*away)
        assert "Leave without saving?" in person.screen
        assert "1 answer is not saved." in person.words
        await person.press("enter")
        assert "My Northwind main profile" in person.screen
        jam.jammed = False
        await person.press(*away)
        assert "Leave without saving?" not in person.screen
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "My Northwind main profile"


async def test_nothing_is_submitted_while_an_answer_is_not_saved(desk, at_name, monkeypatch):
    async with desk.at(profile_id=at_name) as person:
        Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        await person.press("alt+r", "end", "enter")
        assert "Submit for Review?" not in person.screen
        assert DiskFull(desk.file).remedy in person.notices[-1]
    assert desk.store.submissions.of(at_name) == ()


async def test_answers_that_wait_to_be_saved_while_the_profile_is_locked_elsewhere_are_told_of(
    desk, at_name, monkeypatch
):
    async with desk.at(profile_id=at_name) as person:
        jam = Jam(monkeypatch, desk, DiskFull)
        await person.type("My ")
        desk.filing.submit(at_name)
        jam.jammed = False
        await person.press("ctrl+s")
        assert any("In Review" in notice for notice in person.notices)
        assert "… In Review" in person.title
        assert "Not saved" not in person.title


async def test_a_place_that_cannot_be_kept_does_not_stop_a_locked_profile(desk, monkeypatch):
    sent = desk.profile(place=Place(3, paths.WEBSITE, 3), submitted=True)
    keep = desk.store.profiles.save_place

    def refused(*_):
        raise DiskFull(desk.file)

    monkeypatch.setattr(desk.store.profiles, "save_place", refused)
    async with desk.at(profile_id=sent) as person:
        assert "Not saved" in person.title
        monkeypatch.setattr(desk.store.profiles, "save_place", keep)
        await person.press("ctrl+s")
        assert "Not saved" not in person.title


async def test_a_change_in_another_window_is_shown_and_told(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        with desk.another_store() as other:
            other.profiles.save(at_name, {paths.BUSINESS_NAME: "Northwind Two"}, Place())
        await person.type("My ")
        assert any("another window" in notice for notice in person.notices)
        assert "Northwind Two" in person.screen
    kept = desk.answers(at_name)
    assert kept[paths.BUSINESS_NAME] == "Northwind Two"
    assert kept[paths.FRIENDLY_NAME] == "My Northwind main profile"


async def test_a_profile_submitted_in_another_window_is_locked_here_too(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        desk.filing.submit(at_name)
        await person.type("M")
        assert any("In Review" in notice for notice in person.notices)
        assert "… In Review" in person.title
        assert " Northwind main profile" in person.line_at_cursor
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "Northwind main profile"


async def test_a_submission_that_cannot_be_written_sends_nothing_and_says_so(desk, monkeypatch):
    draft = desk.profile()

    def refused(*_, **__):
        raise DiskFull(desk.file)

    async with desk.at(profile_id=draft) as person:
        monkeypatch.setattr(desk.store.submissions, "add", refused)
        await person.press("alt+r", "end", "enter", "right", "enter")
        assert any("Nothing was submitted" in notice for notice in person.notices)
        assert "Submit for Review" in person.line_at_cursor
    assert desk.store.submissions.of(draft) == ()


async def test_a_profile_deleted_in_another_window_does_not_stop_the_program(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        with desk.another_store() as other:
            other.profiles.delete(at_name)
        await person.type("My ")
        assert "Not saved" in person.title
        assert "My Northwind main profile" in person.screen


async def test_the_list_says_when_a_profile_is_gone(desk):
    draft = desk.profile()
    async with desk.at() as person:
        with desk.another_store() as other:
            other.profiles.delete(draft)
        await person.press("enter")
        assert any("There is no profile" in notice for notice in person.notices)
