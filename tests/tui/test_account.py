"""The Twilio account on the screens: nothing without one, what works with one, and how it is followed."""

import subprocess
import sys

import pytest

from tests.support import documented, textual_private
from tests.support.beside_twilio import AC, KEY, SECRET, BesideTwilio
from tests.support.fake_twilio import Fault
from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.followed import followed_account
from trusthub_tui.tui.terminal import attention

EMAIL_1 = paths.of_representative(1, "email")
TITLE_1 = paths.of_representative(1, "business_title")


@pytest.fixture
def twilio(desk, tmp_path):
    """A Twilio whose credentials are in the environment; whatever it does not document is a violation."""
    beside = BesideTwilio(tmp_path)
    documented.watch(beside.fake)
    desk.online = beside.online
    yield beside
    assert beside.fake.violations == []


@pytest.fixture
def followed(desk, twilio):
    """A file that is followed with the account."""
    desk.store.preferences.set("account.sid", AC)
    return twilio


async def linked(desk, twilio):
    """A profile here that stands for one at Twilio; returns both names of it."""
    sid = twilio.fake.console_draft(AC)
    connector = twilio.connector(desk)
    pulled = connector.connect(connector.find(""))
    return sid, (await pulled.take_over(await pulled.look(sid))).profile_id


async def test_nobody_is_asked_before_somebody_wants_it(desk, twilio):
    desk.profile()
    async with desk.at() as person:
        await person.press("f5")
        assert any("Esc o shows how to begin" in notice for notice in person.notices)
    assert twilio.asked == 0


async def test_the_account_page_says_which_one_from_where_and_what_works(desk, twilio):
    twilio.fake.console_draft(AC)
    async with desk.at() as person:
        await person.press("escape", "o")
        assert "Account AC…1111, from the environment (TWILIO_API_KEY)" in person.words
        assert "Trust Hub can be read" in person.words
        assert "Primary profile: Northwind main (Draft)" in person.words
        assert SECRET not in person.words
    assert not twilio.fake.writes()


async def test_enter_follows_and_enter_again_does_not(desk, twilio):
    async with desk.at() as person:
        await person.press("escape", "o", "enter")
        assert "This file follows it" in person.words
        assert followed_account(desk.store) == AC
        await person.press("enter")
        assert followed_account(desk.store) == ""


async def test_credentials_are_asked_for_and_never_shown(desk, twilio):
    twilio.environ.clear()
    async with desk.at() as person:
        await person.press("o")
        assert "No Twilio credentials were found" in person.words
        await person.press("enter")
        await person.type(AC)
        await person.press("enter")
        await person.type(KEY)
        await person.press("enter")
        await person.type(SECRET)
        assert SECRET not in person.screen
        await person.press("enter")
        assert "Account AC…1111, from what you typed" in person.words
        assert "Trust Hub can be read" in person.words
        assert SECRET not in person.screen
    assert SECRET.encode() not in desk.file.read_bytes()


async def test_what_is_typed_in_the_wrong_form_is_told_and_not_repeated(desk, twilio):
    twilio.environ.clear()
    async with desk.at() as person:
        await person.press("o", "enter")
        await person.type(SECRET)
        await person.press("enter", "enter")
        await person.type(SECRET)
        await person.press("enter")
        assert "The account SID from what you typed is none" in person.words
        assert SECRET not in person.words
    assert twilio.asked == 0


async def test_refused_credentials_are_told_with_their_source(desk, twilio):
    twilio.environ["TWILIO_API_SECRET"] = SECRET[1:]
    async with desk.at() as person:
        await person.press("o")
        assert "Twilio does not accept these credentials" in person.words
        assert "the environment (TWILIO_API_KEY)" in person.words
        twilio.environ["TWILIO_API_SECRET"] = SECRET
        await person.press("f5")
        assert "Trust Hub can be read" in person.words


async def test_every_screen_says_that_it_is_not_twilio(desk, twilio):
    twilio.environ["TWILIO_TRUSTHUB_BASE_URL"] = "http://127.0.0.1:8089"
    profile = desk.profile()
    async with desk.at() as person:
        assert "NOT TWILIO: 127.0.0.1:8089" in person.title
        await person.press("o")
        assert "NOT TWILIO: 127.0.0.1:8089" in person.words
    async with desk.at(profile_id=profile) as person:
        assert "NOT TWILIO: 127.0.0.1:8089" in person.title


async def test_offline_asks_nobody_and_everything_that_was_read_is_there(desk, followed):
    sid, profile = await linked(desk, followed)
    followed.fake.submit(sid)
    followed.fake.decide(sid, "twilio-rejected", (18602,))
    followed.fake.console_draft(AC, {"friendly_name": "Elsewhere", "email": "ops@northwindrobotics.com"})
    async with desk.at() as person:
        assert "Twilio Rejected @" in person.line_with("Northwind main")
    followed.offline, before = True, followed.asked
    desk.clock.forward(600)
    async with desk.at() as person:
        assert "Twilio, 10 min ago" in person.line_with("Northwind main")
        assert "not in this file" in person.line_with("Elsewhere")
        await person.press("end", "enter")
        assert "told to stay offline" in " ".join(person.notices)
        await person.press("o")
        assert "Start the program without --offline" in person.words
        await person.press("escape")
        person.app.open_profile(profile)
        await person.settled()
        assert "18602" in person.words
        assert "checked 10 min ago" in person.words
        await person.press("r", "alt+p")
        assert "told to stay offline" in person.words
        await person.press("escape", "f5")
        assert "told to stay offline" in " ".join(person.notices)
    assert followed.asked == before


async def test_a_followed_file_asks_once_at_the_start_and_then_by_the_intervals(desk, followed):
    sid, profile = await linked(desk, followed)
    followed.fake.submit(sid)
    before = followed.lists
    async with desk.at() as person:
        assert followed.lists == before + 1
        assert desk.of(profile).status is Status.IN_REVIEW, "somebody pressed Submit in the Console"
        desk.clock.forward(50)
        await person.look()
        assert followed.lists == before + 1
        desk.clock.forward(20)
        await person.look()
        assert followed.lists == before + 2
        desk.clock.forward(8 * 3600)
        await person.look()
        await person.look()
        assert followed.lists == before + 3, "one question after however long a sleep"


async def test_a_decision_arrives_as_a_notice_and_in_the_list(desk, followed):
    sid, profile = await linked(desk, followed)
    followed.fake.submit(sid)
    async with desk.at() as person:
        assert "In Review @" in person.line_with("Northwind main")
        assert "Twilio, just now" in person.line_with("Northwind main")
        followed.fake.decide(sid, "twilio-rejected", (18602,))
        desk.clock.forward(3)
        await person.press("f5")
        assert any("Northwind main is Twilio Rejected: 18602" in notice for notice in person.notices)
        assert "Twilio Rejected @" in person.line_with("Northwind main")
        desk.clock.forward(180)
        await person.look()
        assert "Twilio, 3 min ago" in person.line_with("Northwind main"), "asked again only later"
    assert desk.of(profile).status is Status.REJECTED


async def test_asking_again_and_again_asks_every_two_seconds_at_most(desk, followed):
    await linked(desk, followed)
    async with desk.at() as person:
        before = followed.lists
        await person.press("f5", "f5", "f5")
        assert followed.lists == before
        assert "Twilio was asked just now" in person.notices[0]
        desk.clock.forward(2)
        await person.press("f5", "f5")
        assert followed.lists == before + 1


async def test_twilio_out_of_reach_is_asked_later_and_later_and_nothing_is_lost(desk, followed):
    sid, profile = await linked(desk, followed)
    followed.fake.submit(sid)
    async with desk.at() as person:
        followed.fake.faults += [Fault("dropped", lambda _: True) for _ in range(8)]
        desk.clock.forward(70)
        await person.look()
        assert not any("Twilio" in notice for notice in person.notices[1:]), "nobody asked to be told"
        before = followed.asked
        desk.clock.forward(70)
        await person.look()
        assert followed.asked == before, "twice as long as before"
        desk.clock.forward(70)
        await person.press("f5")
        assert any("The connection to Twilio was lost" in notice for notice in person.notices)
    assert desk.of(profile).status is Status.IN_REVIEW


async def test_credentials_of_another_account_follow_nothing(desk, twilio):
    desk.store.preferences.set("account.sid", "AC" + "2" * 32)
    desk.profile()
    async with desk.at() as person:
        assert any("belongs to account AC…2222" in notice for notice in person.notices)
        desk.clock.forward(8 * 3600)
        await person.look()
    assert twilio.asked == 0


async def test_profiles_that_are_only_at_twilio_are_lines_of_their_own_and_enter_pulls_them(desk, followed):
    followed.fake.console_draft(AC)
    async with desk.at() as person:
        assert "not in this file: Enter pulls it" in person.line_with("Northwind main")
        assert "Enter Pull" in person.words
        await person.press("enter")
        assert "Step 1 of 7" in person.words
        assert "Northwind Robotics, Inc." in person.words
        assert any("answers taken over from Twilio" in notice for notice in person.notices)
        await person.press("alt+d")
        assert "not in this file" not in person.words
        assert "Twilio, just now" in person.line_with("Northwind main")
    assert not followed.fake.writes()


async def test_what_was_changed_at_twilio_is_pulled_by_a_key_and_can_be_taken_back(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save_place(profile, Place(3, paths.WEBSITE))
    async with desk.at(profile_id=profile) as person:
        twilio.fake.edit(sid, "authorized_representative_1", email="new@northwindrobotics.com")
        await person.press("f5")
        assert "Taken over from Twilio: 1 answer" in person.words
        assert "ada@northwindrobotics.com" in person.words
        assert desk.answers(profile)[EMAIL_1] == "new@northwindrobotics.com"
        await person.press("ctrl+z")
        assert desk.answers(profile)[EMAIL_1] == "ada@northwindrobotics.com"
        assert "Step 3 of 7" in person.words


async def test_what_both_have_changed_is_chosen_question_by_question(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save(profile, {EMAIL_1: "here@northwindrobotics.com", TITLE_1: "Chair"}, Place(7))
    twilio.fake.edit(
        *(sid, "authorized_representative_1"), email="there@northwindrobotics.com", business_title="Founder"
    )
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("f5")
        assert "Changed here and at Twilio" in person.words
        for text in ("was ada@northwind", "here here@northwind", "Twilio there@northwind"):
            assert text in person.words
        await person.press("right", "f9")
        assert "1 answer to choose" in person.words
        assert desk.answers(profile)[EMAIL_1] == "here@northwindrobotics.com", "nothing before all is chosen"
        await person.press("left", "f9")
    answers = desk.answers(profile)
    assert (answers[EMAIL_1], answers[TITLE_1]) == ("there@northwindrobotics.com", "Chair")


async def test_what_another_window_changes_while_it_is_chosen_is_not_taken_over_unseen(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save(profile, {EMAIL_1: "here@northwindrobotics.com"}, Place(7))
    twilio.fake.edit(sid, "authorized_representative_1", email="there@northwindrobotics.com")
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("f5")
        with desk.beside() as other:
            other.store.profiles.save(profile, {EMAIL_1: "elsewhere@northwindrobotics.com"}, Place())
        await person.look()
        assert "Changed in another window: go back and look again" in person.words
        await person.press("right", "f9")
        assert "go back and look again" in person.words, "nothing is taken any more"
        await person.press("escape")
    assert desk.answers(profile)[EMAIL_1] == "elsewhere@northwindrobotics.com"


async def test_choosing_can_be_left_and_nothing_is_taken_over(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save(profile, {EMAIL_1: "here@northwindrobotics.com"}, Place(7))
    twilio.fake.edit(sid, "authorized_representative_1", email="there@northwindrobotics.com", first_name="A")
    before = desk.answers(profile)
    async with desk.at(profile_id=profile) as person:
        await person.press("f5", "right", "escape")
        assert any("Nothing was taken over" in notice for notice in person.notices)
    assert desk.answers(profile) == before


async def test_a_profile_that_stands_for_none_is_told_so(desk, twilio):
    profile = desk.profile()
    async with desk.at(profile_id=profile) as person:
        await person.press("f5")
        assert any("stands for none at Twilio yet" in notice for notice in person.notices)
    assert twilio.asked == 0


async def test_credentials_that_are_refused_end_the_following_and_that_is_told(desk, followed):
    await linked(desk, followed)
    async with desk.at() as person:
        followed.fake.secrets.clear()
        desk.clock.forward(8 * 3600)
        await person.look()
        assert any("does not accept these credentials" in notice for notice in person.notices)
        before = followed.asked
        desk.clock.forward(8 * 3600)
        await person.look()
    assert followed.asked == before


async def test_a_profile_that_is_gone_at_twilio_is_told_and_stays_here(desk, followed):
    sid, profile = await linked(desk, followed)
    async with desk.at() as person:
        followed.fake.remove(sid)
        desk.clock.forward(8 * 3600)
        await person.look()
        assert any("is not to be found at Twilio" in notice for notice in person.notices)
        desk.clock.forward(8 * 3600)
        await person.look()
        assert any("is gone at Twilio; its answers stay here" in notice for notice in person.notices)
        assert "Twilio," not in person.line_with("Northwind main")
    assert desk.answers(profile)[paths.CITY] == "San Francisco"


async def test_escape_stops_a_question_that_was_asked_by_key(desk, followed):
    await linked(desk, followed)
    async with desk.at() as person:
        followed.hold()
        desk.clock.forward(3)
        person.send("f5")
        await person.until_now(lambda: followed.held, "the question")
        await person.press("escape")
        assert any("Stopped" in notice for notice in person.notices)


async def test_what_is_found_in_review_is_asked_about_within_a_minute(desk, followed):
    followed.fake.submit(followed.fake.console_draft(AC))
    async with desk.at() as person:
        await person.press("enter")
        assert "In Review at Twilio since" in person.words
        assert "a representative to click a link in an e-mail" in person.words
        assert "Twilio is asked every 1 min, last just now" in person.words
        assert "Paste it only if it says more than is shown here" in person.words
        assert "Then enter the decision here" not in person.words
        before = followed.lists
        desk.clock.forward(61)
        await person.look()
        assert followed.lists == before + 1


async def test_what_is_not_followed_says_who_tells_and_how_to_ask(desk, twilio):
    twilio.fake.submit(twilio.fake.console_draft(AC))
    connector = twilio.connector(desk)
    pulled = connector.connect(connector.find(""))
    [there] = await pulled.profiles()
    profile = (await pulled.take_over(await pulled.look(there.sid))).profile_id
    async with desk.at(profile_id=profile) as person:
        assert "F5 asks Twilio for the decision" in person.words
        assert "Esc o in the list of profiles lets this program ask by itself" in person.words
        twilio.fake.decide(there.sid, "twilio-approved")
        await person.press("f5")
        assert "Twilio Approved" in person.title


async def test_what_happens_at_twilio_is_told_once_and_as_twilios_word(desk, followed):
    sid, profile = await linked(desk, followed)
    desk.store.profiles.save_place(profile, Place(3, paths.WEBSITE))
    async with desk.at(profile_id=profile) as person:
        followed.fake.edit(sid, "customer_profile_business_information", website_url="https://filed.example")
        followed.fake.submit(sid)
        desk.clock.forward(8 * 3600)
        await person.look()
        assert "was submitted in the Console" in person.words
        assert "another window" not in person.words
        assert "https://filed.example" in person.words, "the field shows what was filed"


async def test_the_terminal_itself_tells_a_decision_where_the_user_wants_that(desk, followed, monkeypatch):
    sid, _ = await linked(desk, followed)
    followed.fake.submit(sid)
    rung: list[str] = []
    async with desk.at() as person:
        monkeypatch.setattr(person.app, "bell", lambda: rung.append("bell"))
        monkeypatch.setattr(textual_private.terminal(person.app), "write", rung.append)
        monkeypatch.setenv("TERM", "xterm-256color")
        await person.press("o", "down", "enter", "escape")
        followed.fake.decide(sid, "twilio-approved")
        desk.clock.forward(3)
        await person.press("f5")
        told = "\x1b]9;Northwind main is Twilio Approved.\x1b\\"
        assert [one for one in rung if one == "bell" or one.startswith("\x1b]9;")] == ["bell", told]
        rung.clear()
        await person.press("o", "down", "enter", "escape")
        followed.fake.decide(sid, "twilio-rejected")
        desk.clock.forward(3)
        await person.press("f5")
        assert not any(one == "bell" or one.startswith("\x1b]9;") for one in rung), "not any more"


@pytest.mark.parametrize(("term", "begins"), [("xterm-256color", "\x1b]9;"), ("foot", "\x1b]777;notify;")])
def test_no_name_ends_the_notification_before_its_time(term, begins):
    told = attention.sequence("Acme\x1b\\\x07;[0m is Twilio Approved", term)
    assert told.startswith(begins)
    assert told.endswith("is Twilio Approved\x1b\\")
    assert told.count("\x1b") == 2
    assert "\x07" not in told


def test_without_an_account_nothing_of_the_network_is_imported(tmp_path):
    """In an interpreter of its own: the screens are shown, and somebody types."""
    script = """
import asyncio, sys
from pathlib import Path
from tests.support import person
from trusthub_tui.tui.online import Online

async def main():
    with person.opened(Path(sys.argv[1]) / "data" / "profiles.db") as desk:
        desk.online = lambda desk: Online(desk.store, lambda: 1 / 0, {})
        async with desk.at(profile_id=desk.profile()) as somebody:
            await somebody.press("x")
            await somebody.look()
            await somebody.press("alt+d")
    print([name for name in sys.modules if name.startswith(("httpx", "trusthub_tui.account."))])

asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr
