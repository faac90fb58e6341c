"""What happens between a Console-made draft and an approval, against a Twilio of our own."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support import documented, fake_twilio
from tests.support.fake_twilio import BUSINESS, NORTHWIND, FakeTwilio, Fault
from trusthub_tui.account import faults
from trusthub_tui.account.call import Caller, Chances
from trusthub_tui.account.credentials import Credentials, SourceKind
from trusthub_tui.account.following import Turn
from trusthub_tui.account.online import OnlineAccount
from trusthub_tui.account.secret import Secret
from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import ChangedMeanwhile, Locked
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import BothChanged, NotLinked, NotTouched
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_known import known_profiles
from trusthub_tui.trusthub.remote_results import Side, SubmitState
from trusthub_tui.trusthub.remote_words import what_happened

SECRET = "s3ntinel-secret-5f9c"  # noqa: S105 - of a fake
REP_1, REP_2 = paths.REPRESENTATIVES


@dataclass
class Town:
    """A file, a Twilio, and an account between them."""

    store: Store
    fake: FakeTwilio
    ac: str
    twilio: Twilio
    waited: list[float] = field(default_factory=list)
    now: datetime = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def clock(self) -> datetime:
        self.now = max(self.now, self.fake.now) + timedelta(seconds=1)
        self.fake.now = self.now
        return self.now

    def change(self, profile_id: str, **answers: str) -> None:
        self.store.profiles.save(
            profile_id, {name.replace("__", "."): text for name, text in answers.items()}, Place()
        )

    def answers(self, profile_id: str) -> dict[str, str]:
        return dict(self.store.profiles.get(profile_id).answers)

    def status(self, profile_id: str) -> Status:
        return self.store.profiles.get(profile_id).status

    def another_run(self) -> Twilio:
        """What a program that is started anew asks with."""
        filing = Filing(self.store, PracticeTrustHub(timedelta(seconds=30)), self.clock)
        return Twilio(self.store, filing, self.twilio.account, self.clock, asyncio.sleep)

    async def pull(self, target: str, chosen: Any = None) -> Any:
        return await self.twilio.take_over(await self.twilio.look(target), chosen)


@contextmanager
def opened(file: Path, fake: FakeTwilio | None = None, ac: str = "") -> Iterator[Town]:
    fake = fake or FakeTwilio(now=datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    if not fake.checks:
        documented.watch(fake)
    ac = ac or fake.account()
    town: Any = None

    def clock() -> datetime:
        return town.clock() if town else datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    with Store(file, clock) as store:
        waited: list[float] = []

        async def sleep(seconds: float) -> None:
            waited.append(seconds)

        filing = Filing(store, PracticeTrustHub(timedelta(seconds=30)), clock)
        credentials = Credentials(
            ac, "SK" + ac[2:], Secret(SECRET), SourceKind.ENVIRONMENT, "the environment"
        )
        caller = Caller(credentials, Chances(sleep, lambda: 0.5, lambda: 0.0), fake_twilio.transport(fake))
        twilio = Twilio(store, filing, OnlineAccount(credentials, caller), clock, sleep)
        town = Town(store, fake, ac, twilio, waited)
        yield town
        assert fake.violations == []


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with opened(tmp_path / "profiles.db") as made:
        yield made


async def test_a_draft_that_somebody_began_in_the_console_is_here_with_one_pull(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    pulled = await town.pull(sid)
    answers = town.answers(pulled.profile_id)
    assert pulled.new
    assert answers[paths.BUSINESS_NAME] == "Northwind Robotics, Inc."
    assert answers[paths.of_representative(2, "phone_number")] == "+14155550178"
    assert answers[paths.CITY] == "San Francisco"
    assert answers[paths.NOTIFICATION_EMAIL] == "ops@northwindrobotics.com"
    assert paths.TERMS not in answers
    assert len(town.fake.asked) <= 8
    assert town.fake.writes() == []
    assert (await town.twilio.plan(pulled.profile_id))[0].steps == ()


async def test_the_whole_way_from_a_console_draft_to_an_approval(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(
        made,
        business_information__website_url="https://northwind.example",
        authorized_representative_1__email="ada@northwind.example",
    )
    sent = await town.twilio.push(made)
    assert [step.about for step in sent.done] == [BUSINESS, REP_1]
    assert sent.fields == ()
    [business] = town.fake.of_type(sid, BUSINESS)
    assert business["attributes"]["website_url"] == "https://northwind.example"
    assert business["attributes"]["is_subassigned"] == "NO"
    [ada] = town.fake.of_type(sid, REP_1)
    assert ada["attributes"]["console_origin"] == {"wizard": 3}
    assert (await town.twilio.evaluate(made)).compliant
    assert await town.twilio.poll() == ()

    town.fake.submit(sid)
    [news] = await town.twilio.poll()
    assert (news.profile_id, news.turn, news.differences) == (made, Turn.FILED, ())
    assert town.status(made) is Status.IN_REVIEW
    town.fake.submit(sid, "in-review")
    assert await town.twilio.poll() == ()

    town.fake.decide(sid, "twilio-rejected", (18602, 18606))
    [news] = await town.twilio.poll()
    assert news.turn is Turn.DECIDED
    assert town.status(made) is Status.REJECTED
    [filed] = town.store.submissions.of(made)
    assert filed.decision
    assert [reason.code for reason in filed.decision.reasons] == [18602, 18606]

    town.change(made, business_information__business_registration_number="84-1927366")
    await town.twilio.push(made)
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-approved")
    [news] = await town.twilio.poll()
    assert news.turn is Turn.FILED_AND_DECIDED
    assert town.status(made) is Status.APPROVED
    assert [one.version for one in town.store.submissions.of(made)] == [1, 2]
    assert await town.twilio.poll() == ()


async def test_where_twilio_takes_corrections_only_in_the_console_exactly_those_are_left(town: Town) -> None:
    town.fake.primary_end_users = False
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, business_information__website_url="https://northwind.example", address__city="Oakland")
    sent = await town.twilio.push(made)
    assert {change.path for change in sent.fields} >= {paths.WEBSITE}
    assert paths.BUSINESS_NAME not in {change.path for change in sent.fields}
    before = len(town.fake.writes())
    again = await town.twilio.push(made)
    assert {change.path for change in again.fields} == {change.path for change in sent.fields}
    assert len(town.fake.writes()) - before <= 1
    town.fake.primary_end_users = True
    assert (await town.twilio.push(made, try_again=True)).fields == ()


async def test_another_address_is_made_once_and_the_old_one_is_left_as_it_is(town: Town) -> None:
    sid = town.fake.console_draft(town.ac, sids_as_list=True)
    made = (await town.pull(sid)).profile_id
    before = dict(town.fake.addresses)
    town.change(made, address__street="1 Main St", address__postal_code="94105")
    sent = await town.twilio.push(made)
    assert [step.kind.value for step in sent.done] == ["address"]
    assert len(town.fake.addresses) == len(before) + 1
    assert {sid: town.fake.addresses[sid] for sid in before} == before
    town.change(made, address__street="548 Market St", address__postal_code="94104")
    await town.twilio.push(made)
    assert len(town.fake.addresses) == len(before) + 1


async def test_a_representative_who_is_missing_is_made_and_assigned(town: Town) -> None:
    content = {name: value for name, value in NORTHWIND.items() if name != REP_2}
    sid = town.fake.console_draft(town.ac, content)
    made = (await town.pull(sid)).profile_id
    assert (await town.twilio.push(made)).done == ()
    town.change(
        made, authorized_representative_2__first_name="Cy", authorized_representative_2__last_name="Doe"
    )
    sent = await town.twilio.push(made)
    assert [step.kind.value for step in sent.done] == ["create", "assign"]
    [cy] = town.fake.of_type(sid, REP_2)
    assert cy["attributes"] == {"first_name": "Cy", "last_name": "Doe"}
    assert cy["friendly_name"] == f"trusthub-tui {made} {REP_2}"


AFTER = ["lost", "500-after", "cut", "empty", "html"]
"""What can happen to an answer when the request was done."""

BEFORE = ["dropped", "500-before"]
"""What looks the same from here when it was not."""

WRITES = 11
"""How many requests a filing takes that change something."""

TO_FILE = {
    "business_information.website_url": "https://northwind.example",
    "notification.email": "new@northwind.example",
    "address.iso_country": "US",
    "address.city": "San Francisco",
    "address.region": "CA",
    "address.postal_code": "94104",
    **{f"{REP_1}.{name}": NORTHWIND[REP_1][name] for name in fake_twilio.ATTRIBUTES[REP_1]},
    **{f"{REP_2}.{name}": NORTHWIND[REP_2][name] for name in fake_twilio.ATTRIBUTES[REP_2]},
}


async def begun(town: Town) -> tuple[str, str]:
    """Begin a Secondary profile with its business alone, and answer here all that is missing there."""
    content = {name: NORTHWIND[name] for name in ("friendly_name", "email", BUSINESS)}
    sid = town.fake.console_draft(town.ac, content, policy=fake_twilio.SECONDARY)
    made = (await town.pull(sid)).profile_id
    # No two have the same address, which would be used again.
    answers = {**TO_FILE, paths.STREET: f"{len(town.fake.profiles)} Market St"}
    town.change(made, **{path.replace(".", "__"): text for path, text in answers.items()})
    return sid, made


def filed_once(town: Town, sid: str, made: str, *, checks: int = 1) -> None:
    """Everything is there once, nothing was lost, and it is in review on both sides."""
    fake = town.fake
    assert fake.profiles[sid]["status"] == "pending-review"
    assert town.status(made) is Status.IN_REVIEW
    assert [one.version for one in town.store.submissions.of(made)] == [1]
    assert [len(fake.of_type(sid, kind)) for kind in (BUSINESS, REP_1, REP_2, fake_twilio.ADDRESS)] == [1] * 4
    assert len(fake.objects) == len(fake.assignments) == 4 * len(fake.profiles)
    assert len(fake.addresses) == len(fake.profiles)
    assert fake.of_type(sid, BUSINESS)[0]["attributes"]["is_subassigned"] == "NO"
    assert fake.of_type(sid, BUSINESS)[0]["attributes"]["website_url"] == "https://northwind.example"
    assert fake.profiles[sid]["email"] == "new@northwind.example"
    assert sum(one["customer_profile_sid"] == sid for one in fake.evaluations.values()) == checks


async def test_a_filing_takes_as_many_writes_as_are_attacked_below(town: Town) -> None:
    town.fake.two_representatives = True
    sid, made = await begun(town)
    assert (await town.twilio.submit(made)).state is SubmitState.SUBMITTED
    filed_once(town, sid, made)
    assert len(town.fake.writes()) == WRITES


@pytest.mark.parametrize("kind", [*AFTER, *BEFORE])
async def test_whatever_happens_to_any_write_of_a_filing_submitting_again_finishes_without_a_double(
    town: Town, kind: str
) -> None:
    town.fake.two_representatives = True
    town.fake.checks.clear()  # that the requests are documented is proved without faults
    for nth in range(WRITES):
        sid, made = await begun(town)
        town.fake.faults = [Fault(kind, after=nth)]
        try:
            await town.twilio.submit(made)
        except (faults.Unclear, faults.Unreachable):
            town.fake.faults = []
        assert (await town.twilio.submit(made)).state is SubmitState.SUBMITTED
        filed_once(town, sid, made)


@pytest.mark.parametrize("lag", range(4))
async def test_lists_that_lag_behind_do_not_lead_to_a_double(town: Town, lag: int) -> None:
    content = {name: value for name, value in NORTHWIND.items() if name != REP_2}
    sid = town.fake.console_draft(town.ac, content)
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_2__first_name="Cy")
    town.fake.faults, town.fake.lag = [Fault("lost")], lag
    assert (await town.twilio.push(made)).left == ()
    assert len(town.fake.of_type(sid, REP_2)) == 1
    assert len(town.fake.objects) == 4
    assert [pause for pause in town.waited if pause] == [2, 5, 10][:lag]


async def test_where_nothing_can_be_assigned_the_whole_of_it_is_left(town: Town) -> None:
    content = {name: value for name, value in NORTHWIND.items() if name != REP_2}
    sid = town.fake.console_draft(town.ac, content)
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_2__first_name="Cy")
    town.fake.primary_assignments = False
    for _ in range(2):
        sent = await town.twilio.push(made)
        assert [change.path for change in sent.fields] == [f"{REP_2}.first_name"]
    assert len(town.fake.objects) == 4
    town.fake.primary_assignments = True
    assert (await town.twilio.push(made, try_again=True)).left == ()
    assert len(town.fake.objects) == 4
    assert len(town.fake.of_type(sid, REP_2)) == 1


@pytest.mark.parametrize("kind", ["lost", "dropped", "500-after", "empty"])
async def test_an_evaluation_whose_answer_is_lost_is_found_or_asked_for_again(town: Town, kind: str) -> None:
    made = (await town.pull(town.fake.console_draft(town.ac))).profile_id
    await town.twilio.evaluate(made)
    town.fake.faults = [Fault(kind)]
    assert (await town.twilio.evaluate(made)).compliant
    assert len(town.fake.evaluations) == 2
    assert len(town.store.linked.evaluations(made)) == 2


async def test_the_same_on_both_sides_is_no_change_of_either_afterwards(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_1__first_name="Grace")
    town.fake.edit(sid, REP_1, first_name="Grace")
    assert (await town.twilio.push(made)).done == ()
    town.change(made, authorized_representative_1__first_name="Linda")
    assert [step.about for step in (await town.twilio.push(made)).done] == [REP_1]


async def test_two_windows_that_see_the_same_take_it_in_once(tmp_path: Path) -> None:
    file = tmp_path / "profiles.db"
    with opened(file) as one, opened(file, one.fake, one.ac) as other:
        sid = one.fake.console_draft(one.ac)
        made = (await one.pull(sid)).profile_id
        one.fake.submit(sid)
        one.fake.decide(sid, "twilio-rejected", (18602,))
        await asyncio.gather(one.twilio.poll(), other.twilio.poll())
        assert [(sent.version, bool(sent.decision)) for sent in one.store.submissions.of(made)] == [(1, True)]


async def test_what_was_submitted_meanwhile_is_only_taken_in(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_1__first_name="Grace")
    town.fake.submit(sid)
    assert (await town.twilio.submit(made)).state is SubmitState.SUBMITTED
    assert town.fake.writes() == []
    assert town.answers(made)[f"{REP_1}.first_name"] == "Ada"
    town.fake.decide(sid, "twilio-approved")
    with pytest.raises(Locked):
        await town.twilio.submit(made)


async def test_what_changed_on_one_side_is_taken_over_and_can_be_taken_back(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, terms__accepted="yes", business_information__website_url="https://here.example")
    town.fake.edit(sid, REP_1, first_name="Grace")
    look = await town.twilio.look(made)
    assert [one.path for one in look.comparison.theirs] == [f"{REP_1}.first_name"]
    assert [one.path for one in look.comparison.here] == [paths.WEBSITE]
    with pytest.raises(BothChanged, match="Representative 1: First name"):
        await town.twilio.push(made)
    pulled = await town.twilio.take_over(look)
    assert [(one.path, one.before, one.after) for one in pulled.changed] == [
        (f"{REP_1}.first_name", "Ada", "Grace")
    ]
    answers = town.answers(made)
    assert (answers[paths.WEBSITE], answers[paths.TERMS]) == ("https://here.example", "yes")
    town.store.undo.last()
    assert town.answers(made)[f"{REP_1}.first_name"] == "Ada"


async def test_what_changed_on_both_sides_is_the_users_to_choose(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(
        made, authorized_representative_1__first_name="Here", authorized_representative_1__last_name="Here"
    )
    town.fake.edit(sid, REP_1, first_name="There", last_name="There")
    look = await town.twilio.look(made)
    assert [(one.was, one.here, one.theirs) for one in look.comparison.both] == [
        ("Ada", "Here", "There"),
        ("Okafor", "Here", "There"),
    ]
    for choice in (None, {f"{REP_1}.first_name": Side.HERE}):
        with pytest.raises(BothChanged):
            await town.twilio.take_over(look, choice)
    with pytest.raises(BothChanged):
        await town.twilio.push(made)
    await town.twilio.take_over(look, {f"{REP_1}.first_name": Side.HERE, f"{REP_1}.last_name": Side.THEIRS})
    assert town.answers(made)[f"{REP_1}.last_name"] == "There"
    await town.twilio.push(made)
    [ada] = town.fake.of_type(sid, REP_1)
    assert (ada["attributes"]["first_name"], ada["attributes"]["last_name"]) == ("Here", "There")


async def test_what_somebody_changes_between_reading_and_writing_is_not_overwritten(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_1__first_name="Here")
    [ada] = town.fake.of_type(sid, REP_1)
    first = [False]

    def edits(asked: Any) -> bool:
        if asked.path.endswith(ada["sid"]) and first[0]:
            first[0] = False
            town.fake.edit(sid, REP_1, first_name="There")
        elif asked.path.endswith(ada["sid"]):
            first[0] = True
        return False

    town.fake.faults = [Fault("lost", when=edits)]
    with pytest.raises(faults.ChangedAtTwilio):
        await town.twilio.push(made)
    assert ada["attributes"]["first_name"] == "There"


async def test_a_profile_that_was_filed_otherwise_than_it_stood_here_is_recorded_as_it_was_filed(
    town: Town,
) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.edit(sid, BUSINESS, website_url="https://console.example")
    town.fake.submit(sid)
    [news] = await town.twilio.poll()
    assert [one.path for one in news.differences] == [paths.WEBSITE]
    assert what_happened(news) == "was submitted in the Console; taken over as it was filed: Website"
    [filed] = town.store.submissions.of(made)
    assert filed.answers[paths.WEBSITE] == "https://console.example"
    assert town.status(made) is Status.IN_REVIEW


@pytest.mark.parametrize("evaluated", [True, False])
async def test_a_rejection_without_a_reason_asks_the_newest_evaluation(
    town: Town, *, evaluated: bool
) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    if evaluated:
        town.fake.edit(sid, BUSINESS, website_url="")
        await town.pull(made)
        assert not (await town.twilio.evaluate(made)).compliant
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-rejected")
    await town.twilio.poll()
    [filed] = town.store.submissions.of(made)
    assert filed.decision
    assert [(reason.code, reason.paths) for reason in filed.decision.reasons] == (
        [(22215, (paths.WEBSITE,))] if evaluated else []
    )
    assert await town.twilio.poll() == ()


async def test_a_second_rejection_between_two_polls_is_one_even_where_nothing_else_is_new(
    town: Town,
) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id

    async def decided(codes: tuple[int, ...] | None = None) -> list[int]:
        """Refuse it once more, and return the reasons of the newest version."""
        town.fake.submit(sid)
        town.fake.decide(sid, "twilio-rejected", codes)
        before = len(town.store.submissions.of(made))
        [news] = await town.twilio.poll()
        newest = town.store.submissions.of(made)[-1]
        assert (news.turn, newest.version, news.submission) == (Turn.FILED_AND_DECIDED, before + 1, newest)
        assert await town.twilio.poll() == ()
        assert newest.decision
        return [reason.code for reason in newest.decision.reasons]

    assert await decided((18602,)) == [18602]
    assert await decided((18602,)) == [18602], "for the same reason"
    assert await decided() == [], "no reason given"
    assert await decided() == [], "and none again"
    town.fake.edit(sid, BUSINESS, website_url="")
    await town.pull(made)
    assert not (await town.twilio.evaluate(made)).compliant
    town.fake.edit(sid, BUSINESS, website_url="https://northwind.example")
    assert await decided() == [22215], "of the newest evaluation"
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-rejected")
    assert (await town.pull(made)).followed.turn is Turn.FILED_AND_DECIDED, "a pull sees it, too"


async def test_what_is_edited_in_a_rejected_profile_is_no_new_rejection(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-rejected")
    await town.twilio.poll()
    town.fake.edit(sid, "profile", friendly_name="Northwind in the Console")
    assert await town.twilio.poll() == ()
    await town.pull(made)
    town.change(made, friendly_name="Northwind here", notification__email="here@northwind.example")
    assert [step.kind.value for step in (await town.twilio.push(made)).done] == ["profile"]
    assert await town.twilio.poll() == ()
    assert [one.version for one in town.store.submissions.of(made)] == [1]


async def test_what_somebody_else_has_typed_meanwhile_is_neither_pushed_nor_submitted(town: Town) -> None:
    sid = town.fake.console_draft(town.ac, policy=fake_twilio.SECONDARY)
    made = (await town.pull(sid)).profile_id
    seen = town.store.profiles.get(made).version
    town.change(made, friendly_name="Typed elsewhere")
    for act in (town.twilio.push, town.twilio.submit):
        with pytest.raises(ChangedMeanwhile):
            await act(made, seen=seen)
    assert town.fake.writes() == []

    def types(asked: Any) -> bool:
        if asked.path.endswith("/Evaluations"):
            town.change(made, friendly_name="Typed while Twilio checked it")
        return False

    town.fake.faults = [Fault("lost", when=types)]
    with pytest.raises(ChangedMeanwhile):
        await town.twilio.submit(made)
    assert town.fake.profiles[sid]["status"] == "draft"


@pytest.mark.parametrize(
    "errors",
    [[], "x", [{"code": "18602"}], [{"message": "odd"}], [{"code": 30501}], {"code": 18602}, [7], [None]],
)
async def test_errors_of_any_form_make_a_rejection(town: Town, errors: Any) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.submit(sid, "twilio-rejected")
    town.fake.profiles[sid]["errors"] = errors
    [news] = await town.twilio.poll()
    assert news.turn is Turn.FILED_AND_DECIDED
    assert town.status(made) is Status.REJECTED
    town.fake.violations.clear()  # some of these forms are documented nowhere


async def test_an_approval_counts_whatever_errors_are_left_from_before(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.decide(sid, "twilio-approved", (18602,))
    await town.twilio.poll()
    assert town.status(made) is Status.APPROVED


async def test_a_profile_that_is_gone_is_let_go_an_hour_later_and_keeps_its_answers(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.remove(sid)
    assert [one.turn for one in await town.twilio.poll()] == [Turn.MISSING]
    assert await town.twilio.poll() == ()
    town.now += timedelta(hours=1)
    assert [one.turn for one in await town.twilio.poll()] == [Turn.GONE]
    assert town.store.linked.of(made) is None
    assert town.answers(made)[paths.CITY] == "San Francisco"


async def test_a_word_that_nobody_knows_is_told_and_changes_nothing(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.fake.submit(sid, "under-appeal")
    [news] = await town.twilio.poll()
    assert (news.turn, news.word) == (Turn.UNKNOWN, "under-appeal")
    assert town.status(made) is Status.DRAFT
    link = town.store.linked.of(made)
    assert link
    assert link.status == "under-appeal"
    assert len(town.fake.violations) == 1  # it is documented nowhere
    town.fake.violations.clear()


async def test_a_profile_in_review_is_pulled_as_it_stands_there(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-rejected", (18601,))
    pulled = await town.pull(sid)
    assert pulled.followed.turn is Turn.FILED_AND_DECIDED
    assert town.status(pulled.profile_id) is Status.REJECTED


async def test_submitting_a_primary_ends_in_the_console_and_is_tried_once(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, friendly_name="Northwind again")
    first = await town.twilio.submit(made)
    assert first.state is SubmitState.IN_CONSOLE
    assert first.judged
    assert first.judged.compliant
    tries = [asked for asked in town.fake.asked if "Status" in asked.form]
    await town.twilio.submit(made)
    assert [asked for asked in town.fake.asked if "Status" in asked.form] == tries


async def test_submitting_a_secondary_goes_all_the_way(town: Town) -> None:
    sid = town.fake.console_draft(town.ac, policy=fake_twilio.SECONDARY)
    made = (await town.pull(sid)).profile_id
    done = await town.twilio.submit(made)
    assert done.state is SubmitState.SUBMITTED
    assert town.status(made) is Status.IN_REVIEW
    assert town.fake.profiles[sid]["status"] == "pending-review"


async def test_what_is_missing_stops_a_submission(town: Town) -> None:
    sid = town.fake.console_draft(town.ac, policy=fake_twilio.SECONDARY)
    town.fake.two_representatives = True
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_2__last_name="")
    done = await town.twilio.submit(made)
    assert done.state is SubmitState.NONCOMPLIANT
    assert done.judged
    assert [reason.paths for reason in done.judged.reasons] == [(f"{REP_2}.last_name",)]
    assert town.fake.profiles[sid]["status"] == "draft"


async def test_a_profile_in_review_cannot_be_pushed(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, business_information__website_url="https://northwind.example")
    town.fake.submit(sid)
    with pytest.raises(faults.Immutable):
        await town.twilio.push(made)
    assert (
        town.fake.of_type(sid, BUSINESS)[0]["attributes"]["website_url"]
        == "https://www.northwindrobotics.com"
    )


async def test_what_is_submitted_while_corrections_are_sent_is_taken_in(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = (await town.pull(sid)).profile_id
    town.change(made, business_information__website_url="https://northwind.example")

    def submits(asked: Any) -> bool:
        if asked.method == "POST":
            town.fake.submit(sid)
        return False

    town.fake.faults = [Fault("lost", when=submits)]
    with pytest.raises(faults.Immutable):
        await town.twilio.push(made)
    assert town.status(made) is Status.IN_REVIEW


async def test_other_kinds_are_shown_and_never_touched(town: Town) -> None:
    sid = town.fake.console_draft(town.ac, policy=fake_twilio.STARTER)
    town.fake.profiles[town.fake.console_draft(town.ac)]["url"] = (
        "https://numbers.twilio.com/v2/RegulatoryCompliance/Bundles/BU1"
    )
    assert [one.kind.value for one in await town.twilio.profiles()] == ["other", "other"]
    with pytest.raises(NotTouched):
        await town.twilio.look(sid)


async def test_what_is_linked_to_one_account_is_not_touched_with_the_credentials_of_another(
    tmp_path: Path,
) -> None:
    fake = FakeTwilio()
    file = tmp_path / "profiles.db"
    with opened(file, fake) as town:
        made = (await town.pull(fake.console_draft(town.ac))).profile_id
        town.change(made, friendly_name="Other")
    asked = len(fake.asked)
    with opened(file, fake, fake.account("9")) as other:
        for act in (other.twilio.look, other.twilio.push, other.twilio.evaluate, other.twilio.submit):
            with pytest.raises(faults.OtherAccount, match=r"1111.*9999"):
                await act(made)
        assert len(fake.asked) == asked
        assert await other.twilio.poll() == ()


async def test_a_draft_that_stands_for_nothing_is_told_so(town: Town) -> None:
    made = town.store.profiles.create({paths.FRIENDLY_NAME: "Mine"}).id
    for act in (town.twilio.look, town.twilio.push, town.twilio.evaluate):
        with pytest.raises(NotLinked):
            await act(made)
    assert town.fake.asked == []


async def test_a_profile_whose_sid_somebody_told_is_linked_by_a_pull(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    made = town.store.profiles.create({paths.FRIENDLY_NAME: "Mine"}).id
    town.store.submissions.remember_sid(made, sid, town.clock())
    with pytest.raises(BothChanged, match="Profile name"):
        await town.pull(made)
    pulled = await town.pull(sid, Side.HERE)
    assert (pulled.profile_id, pulled.new) == (made, False)
    assert town.answers(made)[paths.FRIENDLY_NAME] == "Mine"
    assert town.answers(made)[paths.CITY] == "San Francisco"


async def test_a_poll_of_many_profiles_is_one_request(town: Town) -> None:
    for _ in range(30):
        await town.pull(town.fake.console_draft(town.ac))
    await town.twilio.poll()
    town.fake.asked.clear()
    assert await town.twilio.poll() == ()
    assert len(town.fake.asked) == 1
    at, known = known_profiles(town.store, town.ac)
    assert at
    assert len(known) == 30


async def test_policies_are_asked_for_once_in_thirty_days_and_only_where_one_is_not_known(
    town: Town,
) -> None:
    town.fake.console_draft(town.ac, policy=fake_twilio.STARTER)
    await town.twilio.poll()
    assert len(town.fake.asked) == 1
    town.fake.console_draft(town.ac, policy="RN" + "7" * 32)

    def asked() -> int:
        return [asked.path for asked in town.fake.asked].count("/v1/Policies")

    for _ in range(3):
        await town.twilio.poll()
    assert asked() == 1
    await town.another_run().poll()
    assert asked() == 1, "what the file knows is not asked for again by the next run"
    town.now += timedelta(days=30)
    await town.another_run().poll()
    assert asked() == 2


async def test_an_account_tells_what_works(town: Town) -> None:
    town.fake.console_draft(town.ac)
    check = await town.twilio.check()
    assert (check.reads, check.writes, check.isv, len(check.primaries)) == (True, None, None, 1)
    town.fake.keys_without_trusthub.add("SK" + "1" * 32)
    assert not (await town.twilio.check()).reads
    town.fake.secrets.clear()
    with pytest.raises(faults.CredentialsRefused):
        await town.twilio.check()


async def test_a_burst_that_twilio_turns_away_only_takes_longer(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    town.fake.faults = [Fault("429", when=lambda asked: True) for _ in range(5)]
    made = (await town.pull(sid)).profile_id
    town.change(made, authorized_representative_1__first_name="Grace")
    town.fake.faults = [Fault("429", when=lambda asked: True) for _ in range(5)]
    assert (await town.twilio.push(made)).left == ()
    assert town.fake.of_type(sid, REP_1)[0]["attributes"]["first_name"] == "Grace"
    assert len(town.fake.objects) == 4


async def test_a_pull_that_ends_half_way_takes_nothing_over(town: Town) -> None:
    sid = town.fake.console_draft(town.ac)
    town.fake.faults = [Fault("html", when=lambda asked: asked.path.endswith(".json")) for _ in range(4)]
    with pytest.raises(faults.Unreachable):
        await town.pull(sid)
    assert town.store.profiles.count() == 0
    assert town.store.linked.all() == ()
