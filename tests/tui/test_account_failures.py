"""Whatever can fail with an account, on the screens: told in a sentence, typing goes on, Escape stops it."""

import pytest

from tests.support import documented
from tests.support.beside_twilio import AC, BesideTwilio
from tests.support.failures import READS, WRITES
from tests.tui.test_account import linked
from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place

WEBSITE = "https://northwind.example"


@pytest.fixture
def twilio(desk, tmp_path):
    """A Twilio that this file is followed with."""
    beside = BesideTwilio(tmp_path, deadline=0.3)
    documented.watch(beside.fake)
    desk.online = beside.online
    desk.store.preferences.set("account.sid", AC)
    yield beside
    assert beside.fake.violations == []


def is_told(person, failure, name):
    """A failure is told in its sentence, with what helps here."""
    told = " ".join([*person.notices, person.words])
    assert failure.says in told, (name, told)
    assert failure.helps in told, (name, told)
    assert "trusthub-tui" not in told, name


async def test_every_failure_is_told_and_following_goes_on_unless_the_credentials_are_wrong(desk, twilio):
    sid, profile = await linked(desk, twilio)
    broken = {
        "a SOCKS proxy": (ImportError("socksio"), "names a SOCKS proxy"),
        "a file of certificates that is not there": (FileNotFoundError("x"), "SSL_CERT_FILE"),
        "a proxy that is none": (ValueError("x"), "is set to what cannot be used"),
    }
    at_the_start = [OSError("x")] * 4
    twilio.broken = [*at_the_start, *(fault for fault, _ in broken.values() for _ in range(4))]
    async with desk.at() as person:
        for name, (_, says) in broken.items():
            desk.clock.forward(3)
            await person.press("f5")
            assert says in " ".join(person.notices), name
        for name, failure in READS.items():
            twilio.fake.faults = failure.faults()
            desk.clock.forward(3)
            await person.press("f5")
            is_told(person, failure, name)
            twilio.fake.faults = []
            before = twilio.lists
            desk.clock.forward(8 * 3600)
            await person.look()
            assert twilio.lists == before + (not failure.stops), name
            if failure.stops:
                await person.press("escape", "o", "escape")
        twilio.fake.submit(sid)
        desk.clock.forward(8 * 3600)
        await person.look()
    assert desk.of(profile).status is Status.IN_REVIEW


async def test_one_goes_on_typing_whatever_twilio_does_and_escape_stops_the_question(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save_place(profile, Place(3, paths.WEBSITE))
    twilio.fake.edit(sid, "authorized_representative_1", email="new@northwindrobotics.com")
    answers = desk.answers(profile)
    async with desk.at(profile_id=profile) as person:
        await person.press("end")
        for name, failure in READS.items():
            answers[paths.WEBSITE] += "x"
            twilio.hold()
            person.send("f5")
            await person.until_now(lambda: twilio.held, f"the question: {name}")
            person.send("x")
            await person.until_now(lambda: desk.answers(profile) == answers, f"the letter: {name}")
            await person.press("escape")
            assert "Stopped. Nothing was taken over" in " ".join(person.notices), name
            twilio.let_go()
            twilio.fake.faults = failure.faults(part="EntityAssignments")
            await person.press("f5")
            is_told(person, failure, name)
            assert desk.answers(profile) == answers, name


async def test_every_failure_of_a_correction_is_told_where_it_is_sent_and_escape_stops_it(desk, twilio):
    sid, profile = await linked(desk, twilio)
    desk.store.profiles.save(profile, {paths.WEBSITE: WEBSITE}, Place(7))
    async with desk.at("100x40", profile_id=profile) as person:
        await person.press("alt+p")
        for name, failure in WRITES.items():
            assert "Send them" in person.words, name
            twilio.hold()
            person.send("enter")
            await person.until_now(lambda: twilio.held, f"the request: {name}")
            await person.press("escape")
            assert "What Twilio has taken stays" in " ".join(person.notices), name
            twilio.let_go()
            twilio.fake.faults = failure.faults("POST")
            await person.press("enter")
            is_told(person, failure, name)
            twilio.fake.faults = []
            await person.press("f5")
        business = twilio.fake.of_type(sid, "customer_profile_business_information")[0]
        assert business["attributes"]["website_url"] != WEBSITE
    assert desk.answers(profile)[paths.WEBSITE] == WEBSITE
