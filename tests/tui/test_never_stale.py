"""Two windows on one file: each shows what the other did, one of them writes, and nothing unseen is sent."""

import json
import os
import shutil
from contextlib import asynccontextmanager

import pytest

from trusthub_tui.profile import document, paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.windows import BEAT
from trusthub_tui.trusthub.decisions import read_decision


@pytest.fixture
def other(desk):
    """Another window's own view of the file."""
    with desk.beside() as beside:
        yield beside


@pytest.fixture
def at_name(desk):
    return desk.profile(place=Place(1, paths.FRIENDLY_NAME, 4))


@asynccontextmanager
async def two_windows(desk, other, profile_id):
    async with (
        desk.at(profile_id=profile_id) as first,
        other.at(profile_id=profile_id) as second,
    ):
        yield first, second


# What others did


async def test_the_list_shows_what_others_made_changed_and_deleted_the_cursor_where_it_was(desk, other):
    old, here = desk.profile({paths.BUSINESS_NAME: "Old"}), desk.profile({paths.BUSINESS_NAME: "Here"})
    async with desk.at() as person:
        while "Here" not in person.line_at_cursor:
            await person.press("down")
        other.profile({paths.BUSINESS_NAME: "Newcomer"})
        other.store.profiles.save(here, {paths.BUSINESS_NAME: "Here and now"}, Place())
        other.store.profiles.delete(old)
        assert "Newcomer" not in person.screen
        await person.look()
        assert "Newcomer" in person.screen
        assert "Here and now" in person.line_at_cursor
        assert " Old " not in person.screen


async def test_the_list_keeps_what_is_being_typed_in_find(desk, other):
    for name in ("Alpha", "Beta"):
        desk.profile({paths.BUSINESS_NAME: name})
    async with desk.at() as person:
        await person.press("slash")
        await person.type("alp")
        other.profile({paths.BUSINESS_NAME: "Alps"})
        await person.look()
        await person.type("s")
        assert "Alps" in person.screen
        assert "Beta" not in person.screen


async def test_an_empty_list_notices_the_first_profile_and_a_list_the_end_of_the_last(desk, other):
    async with desk.at() as person:
        assert "You have no customer profiles" in person.screen
        made = other.profile()
        await person.look()
        assert "Northwind main profile" in person.screen
        other.store.profiles.delete(made)
        await person.look()
        assert "You have no customer profiles" in person.screen


async def test_a_step_shows_what_others_changed_and_the_caret_stays(desk, other, at_name):
    async with desk.at(profile_id=at_name) as person:
        other.store.profiles.save(
            at_name, {paths.BUSINESS_NAME: "Elsewhere, Inc.", paths.FRIENDLY_NAME: "Northern lights"}, Place()
        )
        await person.look()
        assert "Elsewhere, Inc." in person.screen
        assert (person.field, person.caret) == (paths.FRIENDLY_NAME, 4)
        assert any(
            "Changed in another window: Legal business name, Profile name" in one for one in person.notices
        )
        await person.type("X")
        assert "NortXhern lights" in person.screen
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "NortXhern lights"
    assert desk.answers(at_name)[paths.BUSINESS_NAME] == "Elsewhere, Inc."


async def test_the_review_shows_what_others_changed(desk, other):
    draft = desk.profile(place=Place(7))
    async with desk.at("100x40", draft) as person:
        other.store.profiles.save(draft, {paths.CITY: ""}, Place())
        await person.look()
        assert "1 problem" in person.screen
        assert "San Francisco" not in person.screen


@pytest.mark.parametrize("section", [1, 7])
async def test_a_draft_that_others_submit_is_locked_at_once(desk, other, section):
    draft = desk.profile(place=Place(section))
    async with desk.at(profile_id=draft) as person:
        other.filing.submit(draft)
        await person.look()
        assert "In Review" in person.title
        assert "In Review: you can read the answers here" in person.screen
        assert any("In Review" in notice for notice in person.notices)


async def test_the_status_page_shows_a_decision_that_others_took_in(desk, other):
    sent = desk.profile(submitted=True)
    async with desk.at(profile_id=sent) as person:
        assert "In Review" in person.title
        desk.clock.forward(31)
        other.filing.settle()
        await person.look()
        assert "Approved" in person.title


async def test_a_profile_that_others_delete_is_not_said_to_be_saved(desk, other, at_name):
    async with desk.at(profile_id=at_name) as person:
        other.store.profiles.delete(at_name)
        await person.look()
        assert "Not saved" in person.title
        assert any("was deleted in another window" in notice for notice in person.notices)
        other.store.undo.last()
        await person.press("ctrl+s")
        assert "Saved 14:03:22" in person.title


@pytest.mark.parametrize("where", ["list", "step"])
async def test_a_file_that_is_taken_away_is_noticed_and_works_again_when_it_is_back(desk, at_name, where):
    async with desk.at(profile_id=at_name if where == "step" else "") as person:
        away = desk.file.rename(desk.file.with_name("away.db"))
        await person.look()
        await person.look()
        assert any("was moved" in notice for notice in person.notices)
        assert "Saved" not in person.title.replace("Not saved", "")
        away.rename(desk.file)
        await person.look()
        await person.press("ctrl+s")
        assert "cannot be used" not in person.title
        assert "Not saved" not in person.title


def emptied(file):
    os.truncate(file, 0)


def overwritten(file):
    with file.open("r+b") as raw:
        raw.write(b"This is no database. " * 3000)


def replaced(file):
    copy = file.with_name("copy.db")
    shutil.copyfile(file, copy)
    copy.replace(file)


@pytest.mark.parametrize(
    ("harm", "said"),
    [(emptied, "is empty"), (overwritten, "is damaged"), (replaced, "replaced while it was open")],
)
async def test_a_file_that_is_harmed_while_it_is_open_is_never_said_to_hold_what_was_entered(
    desk, at_name, tmp_path, harm, said
):
    desk.store.close()
    with desk.beside() as other:  # whose words are all in the file itself
        async with other.at(profile_id=at_name) as person:
            before = desk.file.stat().st_mtime_ns
            harm(desk.file)
            os.utime(desk.file, ns=(before + 10**9, before + 10**9))
            await person.look()
            assert "Not saved" in person.title
            assert any(said in notice for notice in person.notices)
            await person.type("My ")
            assert "NortMy hwind main profile" in person.screen
            await person.press("ctrl+q")
            assert "Leave without saving?" in person.screen
            await person.press("right", "enter", "ctrl+u")
            await person.paste(str(tmp_path / "answers.json"))
            await person.press("enter")
            assert not person.app.is_running
            assert not person.app.all_saved
    rescued = document.read(json.loads((tmp_path / "answers.json").read_text()))
    assert rescued[paths.FRIENDLY_NAME] == "NortMy hwind main profile"
    assert rescued[paths.CITY] == "San Francisco"


# What nobody has seen is not sent


async def test_what_others_changed_before_the_next_look_is_not_submitted(desk, other):
    draft = desk.profile(place=Place(7))
    async with desk.at("100x60", draft) as person:
        await person.press("end", "enter")
        assert "Submit for Review?" in person.screen
        other.store.profiles.save(draft, {paths.CITY: "Oakland"}, Place())
        await person.press("right", "enter")
        assert any("Nothing was submitted" in one and "another window" in one for one in person.notices)
        assert "Oakland" in person.screen
        assert desk.store.submissions.of(draft) == ()
        await person.press("end", "enter", "right", "enter")
    assert desk.store.submissions.of(draft)[0].answers[paths.CITY] == "Oakland"


async def test_what_others_changed_is_not_said_to_be_filed(desk, other):
    draft = desk.profile(place=Place(7))
    async with desk.at(profile_id=draft) as person:
        await person.press("alt+x")
        other.store.profiles.save(draft, {paths.CITY: "Oakland"}, Place())
        await person.press("end", "enter")
        assert "Filed" in person.screen
        await person.press("enter")
        assert any("Nothing was recorded" in notice for notice in person.notices)
    assert desk.store.submissions.of(draft) == ()


# Dialogs that are open


LOOK_AGAIN = "Changed in another window: go back and look again"


async def test_an_open_question_about_a_draft_that_others_change_says_so_and_does_nothing(
    desk, other, support
):
    draft = desk.profile(support.but(STREET="PO Box 12"), Place(7))
    async with desk.at("60x20", draft) as person:
        await person.press("end", "enter")
        assert "Submit for Review?" in person.screen
        other.store.profiles.save(draft, {paths.CITY: "Oakland"}, Place())
        await person.look()
        assert LOOK_AGAIN in person.words
        await person.press("right", "enter")
        assert "Submit for Review?" not in person.screen, "the only button left goes back"
        assert desk.store.submissions.of(draft) == ()
        await person.press("f8", "alt+m")
        assert "It is right" in person.screen
        other.store.profiles.save(draft, {paths.STREET: "PO Box 99"}, Place())
        await person.look()
        assert LOOK_AGAIN in person.words
        await person.type("We live there")
        await person.press("enter")
        assert "We live there" in person.words, "what was typed stays"
        await person.press("escape")
        assert desk.of(draft).acknowledged == ()


async def test_open_pages_of_lines_show_what_others_did(desk, other):
    draft = desk.profile(decided=True)
    draft = desk.store.profiles.duplicate(draft).id
    desk.store.profiles.save_place(draft, Place(7))
    async with desk.at("100x60", draft) as person:
        await person.press("alt+x")
        assert "San Francisco" in person.screen
        other.store.profiles.save(draft, {paths.CITY: "Oakland"}, Place())
        other.store.profiles.carry(draft, paths.STREET, ticked=True)
        await person.look()
        assert "Oakland" in person.line_with("City")
        assert "[x]" in person.line_with("Street address")
        await person.press("escape", "f2")
        other.store.profiles.save(draft, {paths.CITY: ""}, Place())
        await person.look()
        assert "Started" in person.line_with("2 Business address")
        await person.press("escape", "alt+t")
        assert "Filed" not in person.screen
        other.filing.filed(draft)
        await person.look()
        assert "filed" in person.words.lower()


async def test_a_decision_that_is_being_pasted_when_others_enter_it_is_not_taken_twice(desk, other):
    filed = desk.profile()
    desk.filing.filed(filed)
    async with desk.at(profile_id=filed) as person:
        await person.press("p")
        await person.paste("Your profile was rejected. Error 18603")
        other.filing.decide(filed, read_decision("18602"))
        await person.look()
        assert LOOK_AGAIN in person.words
        await person.press("f9")
        assert "Error 18603" in person.words, "what was pasted stays"
        await person.press("escape")
        assert "18602" in person.screen
    (sent,) = desk.store.submissions.of(filed)
    assert [reason.code for reason in sent.decision.reasons] == [18602]


async def test_a_record_that_others_change_while_its_deletion_is_asked_about_stays(desk, other):
    desk.profile(submitted=True)
    async with desk.at() as person:
        await person.press("delete")
        assert "Delete the record?" in person.screen
        desk.clock.forward(31)
        other.filing.settle()
        await person.look()
        assert LOOK_AGAIN in person.words
        await person.press("right", "enter")
        assert "Approved" in person.screen
    assert desk.store.profiles.count() == 1


# Two windows on one draft


async def test_the_second_window_says_where_the_draft_is_open_and_reads_until_it_takes_over(
    desk, other, at_name
):
    async with two_windows(desk, other, at_name) as (first, second):
        assert "Read only: Ctrl+R takes over" in second.title
        assert "Open in another window on this computer (process" in second.words
        assert "since 14:03:22" in second.words
        await second.type("X")
        assert "NortXhwind" not in second.screen
        await first.type("A")
        await second.look()
        assert "NortAhwind main profile" in second.screen
        await second.press("ctrl+r")
        assert "Saved" in second.title
        await second.type("B")
        assert "NortBAhwind main profile" in second.screen
        await first.look()
        assert "Read only: Ctrl+R takes over" in first.title
        assert "NortBAhwind main profile" in first.screen
        await first.type("C")
        assert "NortBAhwind main profile" in first.screen
    assert desk.answers(at_name)[paths.FRIENDLY_NAME] == "NortBAhwind main profile"


async def test_the_second_window_says_so_where_there_is_little_room_too(desk, other, at_name):
    async with desk.at(profile_id=at_name), other.at("60x20", at_name) as second:
        assert "Read only: Ctrl+R takes over" in second.title
        assert any("Open in another window on this computer" in notice for notice in second.notices)


async def test_the_second_window_submits_nothing(desk, other):
    draft = desk.profile(place=Place(7))
    async with two_windows(desk, other, draft) as (_, second):
        assert "Submit for Review" not in second.screen
        assert "Open in another window" in second.words


async def test_a_letter_typed_before_the_first_window_noticed_leaves_both_texts(desk, other, at_name):
    async with two_windows(desk, other, at_name) as (first, second):
        await second.press("ctrl+r")
        await second.type("B")
        await first.type("A")
        assert any("Ctrl+Z brings the other back" in notice for notice in first.notices)
        assert "NortAhwind main profile" in first.screen
        await first.look()
        await first.press("ctrl+r", "ctrl+z")
        assert "NortBhwind main profile" in first.screen


async def test_the_second_window_may_write_once_the_first_is_closed(desk, other, at_name):
    async with other.at(profile_id=at_name) as first, desk.at(profile_id=at_name) as second:
        assert "Read only" in second.title
        await first.press("ctrl+q")
        other.store.close()
        await second.look()
        assert "Only this window can change" in " ".join(second.notices)
        await second.type("A")
        assert "NortAhwind" in second.screen


async def test_a_window_that_went_back_to_the_list_holds_no_draft(desk, other, at_name):
    async with two_windows(desk, other, at_name) as (first, second):
        await first.press("alt+d")
        await second.look()
        assert "Read only" not in second.title


async def test_a_window_says_again_and_again_that_it_is_there(desk, other, at_name):
    async with two_windows(desk, other, at_name) as (first, second):
        for _ in range(10):
            desk.clock.forward(BEAT.total_seconds())
            await first.look()
            await second.look()
        assert "Read only" in second.title
        assert "Read only" not in first.title
