"""Once a profile was filed at Twilio, what Twilio says of it stands, whatever is rehearsed beside it."""

from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, TWILIO, Reason, rehearsal_of, standing_of
from trusthub_tui.store.errors import Locked, NothingToUndo
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import NoRehearsal, NotUnderReview
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.received.outcome import ReadDecision

APPROVED = ReadDecision(approved=True)
REJECTED = ReadDecision(approved=False, reasons=(Reason(18602),))
SID = "BU" + "0" * 32
OTHER = "BU" + "1" * 32


@pytest.fixture
def profile_id(store: Store, answers: dict[str, str]) -> str:
    return store.profiles.create(answers).id


@pytest.fixture
def rejected(filing: Filing, profile_id: str) -> str:
    """Filed at Twilio, and rejected there."""
    filing.filed(profile_id)
    filing.decide(profile_id, REJECTED)
    return profile_id


def line(store: Store) -> tuple[Status, str, str]:
    """What the list says of the only profile."""
    [only] = store.profiles.lines()
    return only.status, only.hub, only.next


def standing(store: Store, profile_id: str) -> int:
    found = standing_of(store.submissions.of(profile_id))
    assert found is not None
    return found.version


@pytest.mark.parametrize("ends", ["in review", "approved", "rejected"])
def test_a_rehearsal_changes_nothing_of_what_twilio_said(
    store: Store, filing: Filing, clock: Any, rejected: str, ends: str
) -> None:
    before = line(store)
    if ends == "rejected":
        store.profiles.save(rejected, {paths.WEBSITE: ""}, Place())
        before = line(store)
    filing.submit(rejected)
    if ends == "approved":
        clock.forward(31)
        [news] = filing.settle()
        assert news.submission.decision is not None
        assert news.submission.decision.approved
    assert line(store) == before == (Status.REJECTED, TWILIO, "Fix 1 reason")
    assert standing(store, rejected) == 1
    rehearsal = rehearsal_of(store.submissions.of(rejected))
    assert rehearsal is not None
    assert rehearsal.hub == PRACTICE
    assert store.submissions.approved_numbers() == {}
    store.profiles.save(rejected, {paths.CITY: "Oakland"}, Place())  # it locks nothing
    assert filing.submit(rejected).version == 3


def test_filed_again_twilios_word_is_that_of_the_new_version(
    store: Store, filing: Filing, rejected: str
) -> None:
    filing.submit(rejected)
    assert filing.filed(rejected).version == 3
    assert line(store) == (Status.IN_REVIEW, TWILIO, "Enter Twilio's decision")
    assert rehearsal_of(store.submissions.of(rejected)) is None
    filing.decide(rejected, APPROVED)
    assert line(store)[:2] == (Status.APPROVED, TWILIO)
    with pytest.raises(Locked):
        filing.submit(rejected)


def test_a_rehearsal_that_is_still_going_on_when_it_is_filed_decides_nothing(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    filing.filed(profile_id)
    clock.forward(31)
    filing.settle()
    assert line(store)[:2] == (Status.IN_REVIEW, TWILIO)


def test_a_decision_by_hand_is_about_twilio_first_and_then_about_the_rehearsal(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.submit(profile_id)
    filing.filed(profile_id)
    assert filing.decide(profile_id, REJECTED).submission.hub == TWILIO
    filing.submit(profile_id)
    assert not filing.decide(profile_id, REJECTED).new  # Twilio's own again
    rehearsed = filing.decide(profile_id, APPROVED)
    assert (rehearsed.new, rehearsed.submission.hub) == (True, PRACTICE)
    assert line(store)[:2] == (Status.REJECTED, TWILIO)


def test_a_rehearsal_can_be_thrown_away(store: Store, filing: Filing, rejected: str) -> None:
    before = line(store)
    filing.submit(rejected)
    assert filing.discard_rehearsal(rejected).version == 2
    assert [one.version for one in store.submissions.of(rejected)] == [1]
    assert line(store) == before
    told = [event.text for event in store.events.of(rejected)]
    assert told[-2:] == [
        "Version 2 submitted to the practice Trust Hub",
        "Version 2, a rehearsal, thrown away",
    ]
    assert filing.filed(rejected).version == 3  # the number of what is gone is not used again
    assert "Version 2 submitted to the practice Trust Hub" in [one.text for one in store.events.of(rejected)]


@pytest.mark.parametrize("decided", [False, True])
def test_without_twilios_word_a_profile_stands_as_before_the_rehearsal(
    store: Store, filing: Filing, clock: Any, profile_id: str, decided: bool
) -> None:
    filing.submit(profile_id)
    if decided:
        clock.forward(31)
        filing.settle()
    filing.discard_rehearsal(profile_id)
    assert line(store)[:2] == (Status.DRAFT, "")
    assert store.submissions.approved_numbers() == {}
    store.profiles.save(profile_id, {paths.CITY: "Oakland"}, Place())


def test_of_what_was_filed_or_never_sent_there_is_no_rehearsal(filing: Filing, profile_id: str) -> None:
    with pytest.raises(NoRehearsal):
        filing.discard_rehearsal(profile_id)
    filing.filed(profile_id)
    with pytest.raises(NoRehearsal):
        filing.discard_rehearsal(profile_id)


def test_what_only_practice_approved_can_be_reopened(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    with pytest.raises(Locked):
        filing.reopen(profile_id)
    clock.forward(31)
    filing.settle()
    assert store.submissions.approved_numbers() != {}
    filing.reopen(profile_id)
    assert line(store)[:2] == (Status.DRAFT, "")
    assert store.submissions.approved_numbers() == {}
    assert len(store.submissions.of(profile_id)) == 1
    store.profiles.save(profile_id, {paths.CITY: "Oakland"}, Place())
    assert filing.submit(profile_id).version == 2


@pytest.mark.parametrize("read", [None, APPROVED])
def test_what_twilio_reviews_or_approved_is_not_reopened(
    filing: Filing, profile_id: str, read: ReadDecision | None
) -> None:
    filing.filed(profile_id)
    if read:
        filing.decide(profile_id, read)
    with pytest.raises(Locked):
        filing.reopen(profile_id)


def test_a_preview_tells_what_a_decision_would_make_of_a_profile_and_changes_nothing(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.filed(profile_id)
    before = line(store), store.profiles.get(profile_id), store.events.of(profile_id)
    seen = filing.preview(profile_id, ReadDecision(approved=False, reasons=(Reason(18602),), sid=SID))
    assert (seen.new, seen.learned_sid, seen.submission.hub) == (True, SID, TWILIO)
    assert seen.submission.decision is not None
    assert seen.submission.decision.reasons == (Reason(18602),)
    assert (line(store), store.profiles.get(profile_id), store.events.of(profile_id)) == before
    filing.decide(profile_id, REJECTED)
    with pytest.raises(NotUnderReview):
        filing.preview(profile_id, APPROVED)
    assert not filing.preview(profile_id, REJECTED).new


def test_a_decision_that_came_by_hand_can_be_taken_back_with_the_sid_it_told(
    store: Store, filing: Filing, profile_id: str
) -> None:
    filing.filed(profile_id)
    before = line(store)
    filing.decide(profile_id, ReadDecision(approved=True, sid=SID))
    assert line(store)[0] is Status.APPROVED
    assert store.submissions.approved_numbers() != {}
    undone = store.undo.last()
    assert undone.what == "Took back: the decision on version 1 of Northwind main profile"
    assert line(store) == before
    assert store.submissions.approved_numbers() == {}
    profile = store.profiles.get(profile_id)
    assert (profile.status, profile.sid) == (Status.IN_REVIEW, "")
    filing.decide(profile_id, REJECTED)
    assert [event.text for event in store.events.of(profile_id)][2:] == [
        "Version 1 approved by Twilio",
        f"SID at Twilio: {SID}",
        "Decision on version 1 taken back",
        "Version 1 rejected by Twilio: 18602",
    ]


def test_a_rehearsal_since_does_not_stand_in_the_way_of_taking_twilios_decision_back(
    store: Store, filing: Filing, rejected: str
) -> None:
    filing.submit(rejected)
    store.undo.last()
    assert line(store)[:2] == (Status.IN_REVIEW, TWILIO)
    assert filing.decide(rejected, APPROVED).submission.version == 1


def test_a_filing_that_did_not_happen_can_be_taken_back(
    store: Store, filing: Filing, profile_id: str
) -> None:
    before = line(store)
    filing.filed(profile_id, SID)
    undone = store.undo.last()
    assert undone.what == "Took back: version 1 of Northwind main profile was filed in the Console"
    assert line(store) == before
    assert store.profiles.get(profile_id).sid == ""
    assert store.submissions.of(profile_id) == ()
    assert [event.text for event in store.events.of(profile_id)][1:] == [
        f"Version 1 filed in the Console as {SID}",
        "Filing of version 1 taken back",
    ]
    store.profiles.save(profile_id, {paths.CITY: "Oakland"}, Place())


def test_practice_may_have_decided_before_a_filing_is_taken_back(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    filing.filed(profile_id)
    clock.forward(31)
    filing.settle()
    store.undo.last()
    assert line(store) == (Status.APPROVED, PRACTICE, "Nothing to do")


def test_decision_and_filing_are_taken_back_one_after_the_other(
    store: Store, filing: Filing, rejected: str
) -> None:
    store.undo.last()
    store.undo.last()
    assert line(store)[0] is Status.DRAFT
    with pytest.raises(NothingToUndo):
        store.undo.last()


def test_of_two_filings_the_newest_is_taken_back_first_and_then_the_decision_before_it(
    store: Store, filing: Filing, rejected: str
) -> None:
    filing.filed(rejected)
    filing.decide(rejected, APPROVED)
    store.undo.last()
    store.undo.last()  # the second filing
    assert store.undo.last().what.startswith("Took back: the decision on version 1")


def test_a_wrong_sid_can_be_taken_back(store: Store, filing: Filing, rejected: str) -> None:
    known = filing.decide(rejected, ReadDecision(approved=False, reasons=(Reason(18602),), sid=OTHER))
    assert (known.new, known.learned_sid) == (False, OTHER)
    assert store.undo.last().what == f"Took back: the SID {OTHER} of Northwind main profile"
    assert store.profiles.get(rejected).sid == ""
    assert filing.decide(rejected, ReadDecision(False, (Reason(18602),), SID)).learned_sid == SID


def test_a_practice_decision_that_came_with_its_time_is_nothing_to_take_back(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    clock.forward(31)
    filing.settle()
    with pytest.raises(NothingToUndo):
        store.undo.last()


def test_of_no_submission_none_is_standing() -> None:
    assert standing_of(()) is None
    assert rehearsal_of(()) is None
