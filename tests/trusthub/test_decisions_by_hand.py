import subprocess
import sys
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Reason, Submission
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.decisions import of_codes
from trusthub_tui.trusthub.errors import NotUnderReview, WrongSid
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.trusthub.received.sids import NoProfileSid

SID = "BU" + "0123456789abcdef" * 2
OTHER = "BU" + "f" * 32
APPROVED = ReadDecision(approved=True)
REJECTED = ReadDecision(
    approved=False,
    reasons=(Reason(18602, (paths.ID_NUMBER,), ("The number was not found.",)), Reason(18699, (), ("?",))),
)


@pytest.fixture
def profile_id(store: Store, answers: dict[str, str]) -> str:
    return store.profiles.create(answers).id


def everything(store: Store, profile_id: str) -> object:
    return (
        store.profiles.get(profile_id),
        store.submissions.of(profile_id),
        store.events.of(profile_id),
        store.profiles.lines(),
        store.submissions.approved_numbers(),
    )


def refused(store: Store, filing: Filing, profile_id: str, read: ReadDecision, error: type[Exception]) -> Any:
    """Check that a decision is refused and nothing is changed by it."""
    before = everything(store, profile_id)
    with pytest.raises(error) as told:
        filing.decide(profile_id, read)
    assert everything(store, profile_id) == before
    return told.value


def test_what_was_filed_in_the_console_is_in_review_at_twilio_with_its_sid(
    store: Store, filing: Filing, clock: Any, profile_id: str, answers: dict[str, str]
) -> None:
    submission = filing.filed(profile_id.lower(), f" {SID} ")
    assert submission == Submission(profile_id, 1, answers, clock.now, "twilio")
    assert store.submissions.of(profile_id) == (submission,)
    profile = store.profiles.get(profile_id)
    assert (profile.status, profile.sid) == (Status.IN_REVIEW, SID)
    with pytest.raises(Locked):
        store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    with pytest.raises(Locked):
        filing.filed(profile_id)
    with pytest.raises(Locked):
        filing.submit(profile_id)


def test_the_practice_review_never_decides_on_what_is_at_twilio(
    store: Store, filing: Filing, clock: Any, profile_id: str, answers: dict[str, str]
) -> None:
    for _ in range(3):
        filing.filed(store.profiles.create(answers).id)
    filing.filed(profile_id)
    clock.forward(86_400)
    assert filing.settle() == ()
    assert filing.next_due() is None
    practised = store.profiles.create(answers).id
    filing.submit(practised)
    clock.forward(30)
    # Those waiting at Twilio take up no room in a portion either.
    assert [news.profile_id for news in filing.settle(1)] == [practised]
    assert store.profiles.get(profile_id).status is Status.IN_REVIEW


@pytest.mark.parametrize("sid", ["BU123", "CA" + "0" * 32, "BU" + "g" * 32, f"{SID}0"])
def test_a_text_that_is_no_sid_is_refused_and_nothing_is_filed(
    store: Store, filing: Filing, profile_id: str, sid: str
) -> None:
    before = everything(store, profile_id)
    with pytest.raises(NoProfileSid):
        filing.filed(profile_id, sid)
    assert everything(store, profile_id) == before


@pytest.mark.parametrize("sid", ["", "  "])
def test_a_profile_can_be_filed_without_its_sid(
    store: Store, filing: Filing, profile_id: str, sid: str
) -> None:
    filing.filed(profile_id, sid)
    assert store.profiles.get(profile_id).sid == ""


def test_what_twilio_rejects_is_fixed_and_filed_again_under_the_same_sid(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.filed(profile_id, SID)
    clock.forward(3600)
    decided = filing.decide(profile_id.lower(), REJECTED)
    assert (decided.new, decided.learned_sid) == (True, "")
    assert decided.submission == store.submissions.of(profile_id)[0]
    assert decided.submission.decision
    assert decided.submission.decision.decided_at == clock.now
    assert decided.submission.decision.reasons == REJECTED.reasons
    (line,) = store.profiles.lines()
    assert (line.status, line.next) == (Status.REJECTED, "Fix 2 reasons")
    store.profiles.save(profile_id, {paths.ID_NUMBER: "84-1927366"}, Place())
    assert filing.filed(profile_id).version == 2
    assert store.profiles.get(profile_id).sid == SID
    clock.forward(3600)
    assert filing.decide(profile_id, ReadDecision(approved=True, sid=SID)).new
    assert store.profiles.get(profile_id).status is Status.APPROVED
    assert store.submissions.approved_numbers() == {"84-1927366": profile_id}
    with pytest.raises(Locked):
        filing.filed(profile_id)


def test_approved_numbers_come_from_both_reviewers(
    store: Store, filing: Filing, clock: Any, profile_id: str, answers: dict[str, str]
) -> None:
    practised = store.profiles.create(answers | {paths.ID_NUMBER: "84-1927366"}).id
    filing.submit(practised)
    clock.forward(30)
    filing.settle()
    filing.filed(profile_id)
    filing.decide(profile_id, APPROVED)
    assert store.submissions.approved_numbers() == {"84-1927365": profile_id, "84-1927366": practised}


def test_a_practice_review_can_be_decided_at_once_and_is_not_decided_again_when_due(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    decided = filing.decide(profile_id, of_codes(["18601", "18606"]))
    assert decided.new
    assert (decided.submission.hub, decided.submission.version) == ("practice", 1)
    assert store.profiles.get(profile_id).status is Status.REJECTED
    clock.forward(3600)
    assert filing.settle() == ()
    assert filing.next_due() is None
    filing.submit(profile_id)
    assert filing.decide(profile_id, APPROVED).new
    assert store.profiles.get(profile_id).status is Status.APPROVED
    assert len(store.submissions.of(profile_id)) == 2


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (APPROVED, APPROVED),
        (REJECTED, REJECTED),
        (REJECTED, of_codes(["18699", "18602"])),
        (of_codes([18602, 18699]), REJECTED),
        (ReadDecision(approved=False), ReadDecision(approved=False)),
    ],
)
@pytest.mark.parametrize("reviewer", ["practice", "twilio"])
def test_the_same_decision_however_it_is_told_counts_once(
    store: Store,
    filing: Filing,
    profile_id: str,
    reviewer: str,
    first: ReadDecision,
    again: ReadDecision,
) -> None:
    if reviewer == "practice":
        filing.submit(profile_id)
    else:
        filing.filed(profile_id)
    told = filing.decide(profile_id, first)
    assert told.new
    before = everything(store, profile_id)
    repeated = filing.decide(profile_id, again)
    assert (repeated.new, repeated.submission) == (False, told.submission)
    assert everything(store, profile_id) == before


@pytest.mark.parametrize("other", [APPROVED, of_codes([18601]), of_codes([18602, 18699, 18601])])
def test_another_decision_on_what_is_decided_is_refused(
    store: Store, filing: Filing, profile_id: str, other: ReadDecision
) -> None:
    filing.filed(profile_id)
    filing.decide(profile_id, REJECTED)
    error = refused(store, filing, profile_id, other, NotUnderReview)
    assert error.message == f"Version 1 of profile {profile_id} was already decided: Twilio Rejected."
    assert "filed again" in error.remedy


def test_a_profile_that_was_never_submitted_has_nothing_to_decide(
    store: Store, filing: Filing, profile_id: str
) -> None:
    error = refused(store, filing, profile_id, APPROVED, NotUnderReview)
    assert error.message == f"Profile {profile_id} was not submitted yet."
    with pytest.raises(ProfileNotFound):
        filing.decide("9999", APPROVED)
    with pytest.raises(ProfileNotFound):
        filing.filed("9999")


@pytest.mark.parametrize("approved", [True, False])
def test_a_decision_about_another_profile_is_refused(
    store: Store, filing: Filing, profile_id: str, approved: bool
) -> None:
    filing.filed(profile_id, SID)
    error = refused(store, filing, profile_id, ReadDecision(approved, sid=OTHER), WrongSid)
    assert error.message == f"This decision is about {OTHER}, but profile {profile_id} is {SID} at Twilio."
    assert (error.known, error.told) == (SID, OTHER)
    assert filing.decide(profile_id, ReadDecision(approved, sid=SID)).new
    refused(store, filing, profile_id, ReadDecision(approved, sid=OTHER), WrongSid)


def test_a_sid_that_nobody_has_told_before_is_learned_from_the_decision(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.filed(profile_id)
    decided = filing.decide(profile_id, ReadDecision(approved=False, sid=SID))
    assert (decided.new, decided.learned_sid) == (True, SID)
    assert store.profiles.get(profile_id).sid == SID
    assert store.events.of(profile_id)[-1].text == f"SID at Twilio: {SID}"
    refused(store, filing, profile_id, ReadDecision(approved=False, sid=OTHER), WrongSid)


def test_a_sid_is_learned_from_a_decision_that_is_known_already_too(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.filed(profile_id)
    filing.decide(profile_id, APPROVED)
    repeated = filing.decide(profile_id, ReadDecision(approved=True, sid=SID))
    assert (repeated.new, repeated.learned_sid) == (False, SID)
    assert filing.decide(profile_id, ReadDecision(approved=True, sid=SID)).learned_sid == ""
    assert store.profiles.get(profile_id).sid == SID


def test_the_sid_in_a_rehearsal_is_not_taken_for_the_profiles_own(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.submit(profile_id)
    decided = filing.decide(profile_id, ReadDecision(approved=False, sid=SID))
    assert (decided.new, decided.learned_sid) == (True, "")
    assert store.profiles.get(profile_id).sid == ""


def test_what_only_the_practice_review_approved_can_be_filed_for_real(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.submit(profile_id)
    filing.decide(profile_id, APPROVED)
    with pytest.raises(Locked):
        filing.submit(profile_id)
    assert filing.filed(profile_id, SID).version == 2
    assert store.profiles.get(profile_id).status is Status.IN_REVIEW
    assert store.submissions.approved_numbers() == {}
    filing.decide(profile_id, APPROVED)
    with pytest.raises(Locked):
        filing.filed(profile_id)


def test_what_is_typed_in_another_window_while_filing_is_filed_too_or_told(
    store: Store, filing: Filing, profile_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, left = store.submissions.add, [2]

    def add(*given: Any, **options: Any) -> None:
        if left[0]:
            left[0] -= 1
            store.profiles.save(profile_id, {paths.CITY: f"City {left[0]}"}, Place())
        real(*given, **options)

    monkeypatch.setattr(store.submissions, "add", add)
    assert filing.filed(profile_id).answers[paths.CITY] == "City 0"
    filing.decide(profile_id, REJECTED)
    left[0] = 99
    with pytest.raises(ChangedMeanwhile):
        filing.filed(profile_id)
    assert len(store.submissions.of(profile_id)) == 1


DECIDE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import NotUnderReview
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
import trusthub_tui.profile.canonical
clock = lambda: datetime(2026, 11, 23, tzinfo=UTC)
with Store(Path(sys.argv[1]), clock) as store:
    filing = Filing(store, PracticeTrustHub(timedelta(0)), clock)
    print("ready", flush=True)
    sys.stdin.readline()
    for profile_id in sys.argv[3:]:
        try:
            print(filing.decide(profile_id, ReadDecision(approved=sys.argv[2] == "approved")).new)
        except NotUnderReview:
            print("refused")
"""


def test_processes_that_decide_at_the_same_time_agree_on_one_decision(
    store: Store, filing: Filing, answers: dict[str, str]
) -> None:
    sent = [store.profiles.create(answers).id for _ in range(8)]
    for profile_id in sent:
        filing.filed(profile_id)
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", DECIDE, str(store.path), outcome, *sent],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for outcome in ("approved", "approved", "rejected")
    ]
    for racer in racers:
        assert racer.stdout
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [racer.communicate()[0].split() for racer in racers]
    for profile_id, (first, second, opposite) in zip(sent, zip(*told, strict=True), strict=True):
        outcomes = {(first, second, opposite)}
        assert outcomes <= {
            ("True", "False", "refused"),
            ("False", "True", "refused"),
            ("refused", "refused", "True"),
        }
        (submission,) = store.submissions.of(profile_id)
        assert submission.decision
        assert submission.decision.approved is (opposite == "refused")
        assert len(store.events.of(profile_id)) == 3
