"""The store against a model of plain dictionaries, in any order of steps."""

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store.errors import Locked, NothingToUndo, ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

TEXTS = st.text(max_size=12) | st.sampled_from(["Northwind", "\x1b[2J", "é", "  ", ""])
CHANGES = st.dictionaries(st.sampled_from(list(QUESTIONS)), TEXTS, max_size=4)
PLACES = st.builds(Place, st.integers(1, 7), st.sampled_from(["", *QUESTIONS]), st.integers(0, 300))
START = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


@dataclass
class Expected:
    answers: dict[str, str]
    status: Status = Status.DRAFT
    place: Place = field(default_factory=Place)
    version: int = 1
    sent: list[tuple[dict[str, str], bool | None]] = field(default_factory=list)
    """Answers and outcome of each submission."""
    deleted: bool = False
    changed: int = 0


class StoreMachine(RuleBasedStateMachine):
    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ticks = 0
        self.model: dict[str, Expected] = {}
        self.undo: list[str] = []
        self.store = self.open()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def open(self) -> Store:
        return Store(self.folder / "profiles.db", self.clock)

    def clock(self) -> datetime:
        self.ticks += 1
        return START + timedelta(seconds=self.ticks)

    def expected(self, profile_id: str) -> Expected | None:
        """Return what is expected of a profile, None once it is deleted."""
        found = self.model[profile_id]
        return None if found.deleted else found

    @initialize(target=ids)
    def begin(self) -> str:
        return self.new({})

    @rule(target=ids, answers=CHANGES)
    def new(self, answers: dict[str, str]) -> str:
        profile = self.store.profiles.create(answers)
        assert profile.id not in self.model
        self.model[profile.id] = Expected(kept({}, answers), changed=self.ticks)
        return profile.id

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = self.open()
        self.undo = []

    @rule(profile_id=ids, changes=CHANGES, place=PLACES)
    def save(self, profile_id: str, changes: dict[str, str], place: Place) -> None:
        expected = self.expected(profile_id)
        if expected is None:
            with pytest.raises(ProfileNotFound):
                self.store.profiles.save(profile_id, changes, place)
        elif not expected.status.editable:
            with pytest.raises(Locked):
                self.store.profiles.save(profile_id, changes, place)
        else:
            saved = self.store.profiles.save(profile_id.lower(), changes, place)
            expected.answers = kept(expected.answers, changes)
            expected.place = place
            expected.version += 1
            expected.changed = self.ticks
            assert saved.version == expected.version

    @rule(target=ids, profile_id=ids)
    def duplicate(self, profile_id: str) -> object:
        expected = self.expected(profile_id)
        if expected is None:
            with pytest.raises(ProfileNotFound):
                self.store.profiles.duplicate(profile_id)
            return multiple()
        copy = self.store.profiles.duplicate(profile_id)
        answers = {path: text for path, text in expected.answers.items() if path != paths.TERMS}
        if (name := named(expected.answers)) != "Untitled profile":
            answers[paths.FRIENDLY_NAME] = f"{name} (copy)"
        # Names here are short enough never to be cut, but for copies of copies.
        answers |= {paths.FRIENDLY_NAME: copy.name} if len(name) > 57 else {}
        self.model[copy.id] = Expected(answers, changed=self.ticks)
        return copy.id

    @rule(profile_id=ids)
    def delete(self, profile_id: str) -> None:
        expected = self.expected(profile_id)
        if expected is None:
            with pytest.raises(ProfileNotFound):
                self.store.profiles.delete(profile_id)
        else:
            self.store.profiles.delete(profile_id)
            expected.deleted = True
            self.undo.append(profile_id)

    @rule()
    def undo_delete(self) -> None:
        if not self.undo:
            with pytest.raises(NothingToUndo):
                self.store.profiles.undo_delete()
        else:
            profile_id = self.undo.pop()
            assert self.store.profiles.undo_delete() == profile_id
            self.model[profile_id].deleted = False

    @rule(profile_id=ids, at_once=st.booleans())
    def submit(self, profile_id: str, at_once: bool) -> None:
        expected = self.expected(profile_id)
        if expected is None:
            return
        at = self.clock()
        decision = rejection(at) if at_once else None
        submission = Submission(
            profile_id, len(expected.sent) + 1, dict(expected.answers), at, "practice", decision=decision
        )
        status = Status.REJECTED if at_once else Status.IN_REVIEW
        if not expected.status.editable:
            with pytest.raises(Locked):
                self.store.submissions.add(submission, status)
            return
        self.store.submissions.add(submission, status, seen=expected.version)
        expected.sent.append((dict(expected.answers), False if at_once else None))
        self.moved(expected, status)

    @rule(profile_id=ids, approved=st.booleans())
    def decide(self, profile_id: str, approved: bool) -> None:
        expected = self.expected(profile_id)
        if expected is None or not expected.sent:
            return
        at = self.clock()
        status = Status.APPROVED if approved else Status.REJECTED
        decision = Decision(approved=True, decided_at=at) if approved else rejection(at)
        new = self.store.submissions.decide(profile_id, len(expected.sent), decision, status)
        assert new is (expected.sent[-1][1] is None)
        if new:
            expected.sent[-1] = (expected.sent[-1][0], approved)
            self.moved(expected, status)

    def moved(self, expected: Expected, status: Status) -> None:
        expected.status = status
        expected.version += 1
        expected.changed = self.ticks

    @invariant()
    def every_profile_is_as_expected(self) -> None:
        for profile_id in self.model:
            expected = self.expected(profile_id)
            if expected is None:
                with pytest.raises(ProfileNotFound):
                    self.store.profiles.get(profile_id)
                assert self.store.submissions.of(profile_id) == ()
                continue
            profile = self.store.profiles.get(profile_id)
            assert dict(profile.answers) == expected.answers
            assert profile.status is expected.status
            assert profile.place == expected.place
            assert profile.version == expected.version
            assert profile.changed_at == START + timedelta(seconds=expected.changed)
            sent = self.store.submissions.of(profile_id)
            assert [submission.version for submission in sent] == list(range(1, len(expected.sent) + 1))
            outcomes = [one.decision.approved if one.decision else None for one in sent]
            assert [(dict(one.answers), outcome) for one, outcome in zip(sent, outcomes, strict=True)] == (
                expected.sent
            )

    @invariant()
    def the_list_shows_what_is_there(self) -> None:
        there = [profile_id for profile_id in self.model if self.expected(profile_id)]
        there.sort(key=lambda profile_id: self.model[profile_id].changed, reverse=True)
        lines = self.store.profiles.lines(limit=1000)
        assert [line.id for line in lines] == there
        assert [line.name for line in lines] == [named(self.model[line.id].answers) for line in lines]
        assert self.store.profiles.count() == len(there)


def kept(answers: dict[str, str], changes: dict[str, str]) -> dict[str, str]:
    merged = answers | {path: clean(text) for path, text in changes.items()}
    return {path: text for path, text in merged.items() if text}


def named(answers: dict[str, str]) -> str:
    for path in (paths.FRIENDLY_NAME, paths.BUSINESS_NAME):
        if name := answers.get(path, "").strip():
            return name
    return "Untitled profile"


def rejection(at: datetime) -> Decision:
    return Decision(approved=False, decided_at=at, reasons=(Reason(18602, (paths.ID_NUMBER,), ("no",)),))


TestStore = StoreMachine.TestCase
TestStore.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
