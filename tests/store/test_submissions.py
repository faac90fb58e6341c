from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.deciding import decide
from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import Place, Standing
from trusthub_tui.store.store import Store

AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
DUE = AT + timedelta(seconds=30)
APPROVED = Decision(approved=True, decided_at=DUE)
REJECTED = Decision(
    approved=False,
    decided_at=DUE,
    reasons=(Reason(18601, (paths.WEBSITE, paths.BUSINESS_NAME)), Reason(18699, (), ("Zürich “quoted”",))),
)


@pytest.fixture
def profile_id(store: Store) -> str:
    return store.profiles.create({paths.BUSINESS_NAME: "Northwind"}).id


def submission(profile_id: str, version: int = 1, **others: Any) -> Submission:
    answers = {paths.BUSINESS_NAME: f"Northwind {version}"}
    return Submission(profile_id, version, answers, AT, "practice", **{"due_at": DUE, **others})


def test_a_submission_comes_back_as_it_was_sent(
    opened: Callable[..., Store], file: Path, store: Store, profile_id: str
) -> None:
    sent = submission(profile_id)
    store.submissions.add(sent, Status.IN_REVIEW)
    assert opened(file).submissions.of(profile_id.lower()) == (sent,)
    assert store.profiles.get(profile_id).status is Status.IN_REVIEW


def test_a_submission_keeps_its_answers_when_the_profile_changes_later(store: Store, profile_id: str) -> None:
    store.submissions.add(submission(profile_id, decision=REJECTED), Status.REJECTED)
    store.profiles.save(profile_id, {paths.BUSINESS_NAME: "changed"}, Place())
    assert store.submissions.of(profile_id)[0].answers == {paths.BUSINESS_NAME: "Northwind 1"}


def test_earlier_versions_and_their_reasons_stay_readable(store: Store, profile_id: str) -> None:
    store.submissions.add(submission(profile_id, decision=REJECTED), Status.REJECTED)
    store.submissions.add(submission(profile_id, version=2), Status.IN_REVIEW)
    assert decide(store, profile_id, 2, APPROVED, Status.APPROVED)
    first, second = store.submissions.of(profile_id)
    assert (first.version, first.decision) == (1, REJECTED)
    assert (second.version, second.decision) == (2, APPROVED)


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.PENDING_REVIEW, Status.APPROVED])
def test_a_profile_that_is_in_review_or_approved_can_neither_change_nor_be_submitted(
    store: Store, profile_id: str, status: Status
) -> None:
    store.submissions.add(submission(profile_id), status)
    before = store.profiles.get(profile_id)
    with pytest.raises(Locked) as told:
        store.profiles.save(profile_id, {paths.BUSINESS_NAME: "changed"}, Place())
    assert told.value.status is status
    assert status.label in told.value.message
    with pytest.raises(Locked):
        store.submissions.add(submission(profile_id, version=2), Status.IN_REVIEW)
    assert store.profiles.get(profile_id) == before
    assert len(store.submissions.of(profile_id)) == 1


def test_a_rejected_profile_can_be_changed_again(store: Store, profile_id: str) -> None:
    store.submissions.add(submission(profile_id), Status.IN_REVIEW)
    decide(store, profile_id, 1, REJECTED, Status.REJECTED)
    store.profiles.save(profile_id, {paths.BUSINESS_NAME: "changed"}, Place())
    assert store.profiles.get(profile_id).answers[paths.BUSINESS_NAME] == "changed"


def test_the_first_decision_counts_and_no_other(store: Store, profile_id: str) -> None:
    store.submissions.add(submission(profile_id), Status.IN_REVIEW)
    assert decide(store, profile_id, 1, APPROVED, Status.APPROVED)
    decided = store.profiles.get(profile_id)
    assert not decide(store, profile_id, 1, APPROVED, Status.APPROVED)
    assert not decide(store, profile_id, 1, REJECTED, Status.REJECTED)
    assert not decide(store, profile_id, 2, REJECTED, Status.REJECTED)
    assert store.profiles.get(profile_id) == decided
    assert store.submissions.of(profile_id)[0].decision == APPROVED


def test_submitting_and_deciding_are_changes_of_the_profile(store: Store, profile_id: str) -> None:
    before = store.profiles.get(profile_id)
    store.submissions.add(submission(profile_id), Status.IN_REVIEW, standing=Standing("Nothing to do", 3))
    sent = store.profiles.get(profile_id)
    assert (sent.version, sent.changed_at) == (before.version + 1, AT)
    decide(store, profile_id, 1, REJECTED, Status.REJECTED, standing=Standing("Fix 2 reasons", 0))
    decided = store.profiles.get(profile_id)
    assert (decided.version, decided.changed_at) == (before.version + 2, DUE)
    (line,) = store.profiles.lines()
    assert (line.status, line.next, line.changed_at) == (Status.REJECTED, "Fix 2 reasons", DUE)


def test_a_submission_must_be_the_next_one(store: Store, profile_id: str) -> None:
    with pytest.raises(ChangedMeanwhile):
        store.submissions.add(submission(profile_id, version=2), Status.IN_REVIEW)
    store.submissions.add(submission(profile_id, decision=REJECTED), Status.REJECTED)
    with pytest.raises(ChangedMeanwhile):
        store.submissions.add(submission(profile_id, decision=REJECTED), Status.REJECTED)
    assert len(store.submissions.of(profile_id)) == 1


def test_a_submission_of_answers_that_changed_meanwhile_is_not_kept(store: Store, profile_id: str) -> None:
    seen = store.profiles.get(profile_id).version
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    with pytest.raises(ChangedMeanwhile):
        store.submissions.add(submission(profile_id), Status.IN_REVIEW, seen=seen)
    assert store.submissions.of(profile_id) == ()
    assert store.profiles.get(profile_id).status is Status.DRAFT


def test_due_are_those_undecided_whose_time_has_come_or_that_were_promised_none(store: Store) -> None:
    sent = {}
    for name, due_at in (
        ("later", DUE + timedelta(seconds=1)),
        ("now", DUE),
        ("long ago", AT),
        ("open", None),
    ):
        sent[name] = store.profiles.create().id
        store.submissions.add(submission(sent[name], due_at=due_at), Status.IN_REVIEW)
    decided = store.profiles.create().id
    store.submissions.add(submission(decided, decision=APPROVED), Status.APPROVED)
    found = [due.profile_id for due in store.submissions.due(DUE, hub="practice")]
    assert found == [sent["open"], sent["long ago"], sent["now"]]
    assert store.submissions.next_due("practice") == AT
    assert store.submissions.next_due("twilio") is None


def test_a_deleted_profile_is_not_due_and_keeps_its_submissions_for_the_undo(
    store: Store, profile_id: str
) -> None:
    store.submissions.add(submission(profile_id), Status.IN_REVIEW)
    store.profiles.delete(profile_id)
    assert store.submissions.due(DUE, hub="practice") == ()
    assert store.submissions.next_due("practice") is None
    with pytest.raises(ProfileNotFound):
        decide(store, profile_id, 1, APPROVED, Status.APPROVED)
    store.undo.last()
    assert [due.profile_id for due in store.submissions.due(DUE, hub="practice")] == [profile_id]


def test_the_numbers_of_approved_profiles_are_known(store: Store, profile_id: str) -> None:
    store.submissions.add(submission(profile_id), Status.IN_REVIEW)
    assert store.submissions.approved_numbers() == {}
    decide(store, profile_id, 1, APPROVED, Status.APPROVED, registration="84-1927365")
    assert store.submissions.approved_numbers() == {"84-1927365": profile_id}
    assert store.profiles.duplicate(profile_id).id not in store.submissions.approved_numbers().values()
    store.profiles.delete(profile_id)
    assert store.submissions.approved_numbers() == {}


def test_a_profile_without_submissions_has_none(store: Store, profile_id: str) -> None:
    assert store.submissions.of(profile_id) == ()
    assert store.submissions.of("9999") == ()
