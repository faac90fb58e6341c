import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Submission
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.port import Receipt
from trusthub_tui.trusthub.practice import PracticeTrustHub


@pytest.fixture
def profile_id(store: Store, answers: dict[str, str]) -> str:
    return store.profiles.create(answers).id


def line(store: Store) -> tuple[Status, str]:
    (only,) = store.profiles.lines()
    return only.status, only.next


def test_a_compliant_profile_goes_into_review_and_is_approved_when_the_time_has_come(
    store: Store, filing: Filing, clock: Any, profile_id: str, answers: dict[str, str]
) -> None:
    submission = filing.submit(profile_id.lower())
    assert submission == Submission(
        profile_id, 1, answers, clock.now, "practice", clock.now + timedelta(seconds=30)
    )
    assert store.submissions.of(profile_id) == (submission,)
    assert line(store) == (Status.IN_REVIEW, "Nothing to do")
    assert filing.next_due() == submission.due_at
    clock.forward(29)
    assert filing.settle() == ()
    clock.forward(1)
    (news,) = filing.settle()
    assert (news.profile_id, news.name) == (profile_id, "Northwind main profile")
    assert news.submission == store.submissions.of(profile_id)[0]
    assert news.submission.decision == Decision(approved=True, decided_at=clock.now)
    assert line(store) == (Status.APPROVED, "Nothing to do")
    assert filing.next_due() is None
    assert store.submissions.approved_numbers() == {"84-1927365": profile_id}


def test_a_decision_that_fell_due_while_the_program_was_closed_is_there_at_the_next_start(
    tmp_path: Path, store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    due_at = filing.submit(profile_id).due_at
    store.close()
    clock.forward(86_400)
    with Store(tmp_path / "profiles.db", clock) as tomorrow:
        (news,) = Filing(tomorrow, PracticeTrustHub(timedelta(days=5)), clock).settle()
        assert news.submission.decision == Decision(approved=True, decided_at=due_at)


def test_a_rejected_profile_is_fixed_and_submitted_as_the_next_version(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    store.profiles.save(profile_id, {paths.STREET: "PO Box 12"}, Place())
    filing.submit(profile_id)
    clock.forward(30)
    (news,) = filing.settle()
    assert news.submission.decision is not None
    assert [reason.code for reason in news.submission.decision.reasons] == [18603]
    assert line(store) == (Status.REJECTED, "Fix 1 reason")
    store.profiles.save(profile_id, {paths.STREET: "548 Market St"}, Place())
    assert filing.submit(profile_id).version == 2
    clock.forward(30)
    filing.settle()
    first, second = store.submissions.of(profile_id)
    assert first == news.submission
    assert second.decision is not None
    assert second.decision.approved


def test_a_noncompliant_profile_is_rejected_at_once_and_stays_editable(
    store: Store, filing: Filing, profile_id: str
) -> None:
    store.profiles.save(profile_id, {paths.WEBSITE: "", paths.CITY: ""}, Place())
    submission = filing.submit(profile_id)
    assert submission.decision is not None
    assert len(submission.decision.reasons) == 2
    assert store.submissions.of(profile_id) == (submission,)
    assert line(store) == (Status.REJECTED, "Fix 2 reasons")
    assert filing.next_due() is None
    assert filing.settle() == ()
    assert filing.submit(profile_id).version == 2


def test_a_profile_in_review_or_approved_cannot_be_submitted_again(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    with pytest.raises(Locked):
        filing.submit(profile_id)
    clock.forward(30)
    filing.settle()
    with pytest.raises(Locked):
        filing.submit(profile_id)
    assert len(store.submissions.of(profile_id)) == 1


def test_a_profile_that_is_not_there_cannot_be_submitted(filing: Filing) -> None:
    with pytest.raises(ProfileNotFound):
        filing.submit("9999")


def test_a_submission_keeps_the_time_it_was_promised(store: Store, clock: Any, profile_id: str) -> None:
    slow = Filing(store, PracticeTrustHub(timedelta(hours=1)), clock)
    quick = Filing(store, PracticeTrustHub(timedelta(0)), clock)
    due_at = slow.submit(profile_id).due_at
    assert quick.settle() == ()
    assert quick.next_due() == due_at
    clock.forward(3600)
    assert len(quick.settle()) == 1


def test_a_review_that_takes_no_time_is_due_at_once(store: Store, clock: Any, profile_id: str) -> None:
    quick = Filing(store, PracticeTrustHub(timedelta(0)), clock)
    quick.submit(profile_id)
    assert len(quick.settle()) == 1


def test_settling_again_brings_no_news(filing: Filing, clock: Any, profile_id: str) -> None:
    filing.submit(profile_id)
    clock.forward(30)
    assert len(filing.settle()) == 1
    assert filing.settle() == ()


def test_settling_can_be_done_in_portions_the_longest_due_first(
    store: Store, filing: Filing, clock: Any, answers: dict[str, str]
) -> None:
    sent = []
    for _ in range(3):
        sent.append(store.profiles.create(answers).id)
        filing.submit(sent[-1])
        clock.forward(1)
    clock.forward(60)
    assert [news.profile_id for news in filing.settle(2)] == sent[:2]
    assert [news.profile_id for news in filing.settle(2)] == sent[2:]


def test_a_deleted_profile_is_decided_only_after_it_was_brought_back(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    store.profiles.delete(profile_id)
    clock.forward(30)
    assert filing.settle() == ()
    store.undo.last()
    assert [news.profile_id for news in filing.settle()] == [profile_id]


def test_a_file_that_is_only_read_shows_no_news(
    tmp_path: Path, filing: Filing, hub: PracticeTrustHub, clock: Any, profile_id: str
) -> None:
    filing.submit(profile_id)
    clock.forward(30)
    with Store(tmp_path / "profiles.db", clock, read_only=True) as reading:
        assert Filing(reading, hub, clock).settle() == ()
        assert reading.submissions.of(profile_id)[0].decision is None


@dataclass
class Elsewhere:
    """A reviewer that promises no time, and before whom another window may still type."""

    store: Store
    meddles: int = 0
    name: str = "elsewhere"
    title: str = "Elsewhere"

    def submit(self, submission: Submission) -> Receipt:
        if self.meddles:
            self.meddles -= 1
            self.store.profiles.save(submission.profile_id, {paths.CITY: f"City {self.meddles}"}, Place())
        return Receipt()

    def decision(self, submission: Submission, now: datetime) -> Decision | None:
        return Decision(approved=True, decided_at=now)


def test_what_another_window_types_during_the_submission_is_submitted_too(
    store: Store, clock: Any, profile_id: str
) -> None:
    submission = Filing(store, Elsewhere(store, meddles=2), clock).submit(profile_id)
    assert submission.version == 1
    assert submission.answers == store.profiles.get(profile_id).answers
    assert submission.answers[paths.CITY] == "City 0"
    assert store.submissions.of(profile_id) == (submission,)


def test_a_window_that_never_stops_typing_is_told_of_instead(
    store: Store, clock: Any, profile_id: str
) -> None:
    with pytest.raises(ChangedMeanwhile):
        Filing(store, Elsewhere(store, meddles=99), clock).submit(profile_id)
    assert store.profiles.get(profile_id).status is Status.DRAFT


def test_each_reviewer_decides_on_its_own_submissions_only(
    store: Store, filing: Filing, clock: Any, profile_id: str
) -> None:
    elsewhere = Filing(store, Elsewhere(store), clock)
    elsewhere.submit(profile_id)
    clock.forward(3600)
    assert filing.settle() == ()
    assert filing.next_due() is None
    assert elsewhere.next_due() is None
    assert [news.profile_id for news in elsewhere.settle()] == [profile_id]
    practiced = store.profiles.duplicate(profile_id).id
    store.profiles.save(practiced, {paths.TERMS: "yes"}, Place())
    filing.submit(practiced)
    clock.forward(3600)
    assert elsewhere.settle() == ()
    assert [news.profile_id for news in filing.settle()] == [practiced]


SETTLE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
import trusthub_tui.profile.evaluation
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
clock = lambda: datetime(2026, 11, 23, tzinfo=UTC)
with Store(Path(sys.argv[1]), clock) as store:
    filing = Filing(store, PracticeTrustHub(timedelta(0)), clock)
    print("ready", flush=True)
    sys.stdin.readline()
    print(*(news.profile_id for news in filing.settle()))
"""


def test_processes_that_settle_at_the_same_time_take_each_decision_in_once(
    store: Store, filing: Filing, answers: dict[str, str]
) -> None:
    sent = [store.profiles.create(answers).id for _ in range(10)]
    for profile_id in sent:
        filing.submit(profile_id)
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", SETTLE, str(store.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for racer in racers:
        assert racer.stdout
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [profile_id for racer in racers for profile_id in racer.communicate()[0].split()]
    assert sorted(told) == sorted(sent)
    for profile_id in sent:
        profile = store.profiles.get(profile_id)
        assert (profile.status, profile.version) == (Status.APPROVED, 3)
