"""The store against a model of plain dictionaries, in any order of steps."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from tests.support.deciding import decide
from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store import backup
from trusthub_tui.store.errors import AddressNotFound, Locked, NothingToUndo, ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

TEXTS = st.text(max_size=12) | st.sampled_from(["Northwind", "\x1b[2J", "é", "  ", ""])
CHANGES = st.dictionaries(st.sampled_from(list(QUESTIONS)), TEXTS, max_size=4)
CITIES = st.sampled_from(["Bern", "Zürich", "Chur"])
RULES = st.sampled_from(["email.free", "reason.18602"])
ASKED = st.sampled_from([paths.CITY, paths.WEBSITE])
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
    kept: dict[tuple[str, str, str], Acknowledgement] = field(default_factory=dict)
    carried: dict[str, str] = field(default_factory=dict)
    histories: dict[str, str] = field(default_factory=dict)


@dataclass
class Done:
    """Something that can be taken back, if nothing stands in the way by then."""

    kind: str
    profile_id: str
    sent: int = 0
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    said: Acknowledgement | None = None
    earlier: Acknowledgement | None = None
    city: str = ""


class StoreMachine(RuleBasedStateMachine):
    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ticks = 0
        self.model: dict[str, Expected] = {}
        self.done: list[Done] = []
        self.numbers: dict[str, int] = {}
        self.book: dict[str, bool] = {}
        """Whether each address that was ever saved is in the book."""
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

    @rule(target=ids, answers=CHANGES)
    def import_new(self, answers: dict[str, str]) -> str:
        profile = self.store.profiles.create(answers, imported_from="a.json")
        self.model[profile.id] = Expected(kept({}, answers), changed=self.ticks)
        self.done.append(Done("made", profile.id))
        return profile.id

    def refused(self, expected: Expected | None, act: Callable[[], object]) -> bool:
        """Check that what needs a profile that can be changed is refused for any other."""
        if expected is not None and expected.status.editable:
            return False
        with pytest.raises(ProfileNotFound if expected is None else Locked):
            act()
        return True

    @rule(profile_id=ids, answers=CHANGES)
    def import_over(self, profile_id: str, answers: dict[str, str]) -> None:
        expected = self.expected(profile_id)
        if self.refused(expected, lambda: self.store.profiles.import_over(profile_id, answers)):
            return
        assert expected
        saved = self.store.profiles.import_over(profile_id, answers, seen=expected.version)
        before, after = expected.answers, kept({}, answers)
        if before != after:
            changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
            self.done.append(
                Done(
                    "overwritten",
                    profile_id,
                    len(expected.sent),
                    {path: before.get(path, "") for path in changed},
                    {path: after.get(path, "") for path in changed},
                )
            )
            expected.answers = after
            self.moved(expected, expected.status)
        assert saved.version == expected.version

    @rule(profile_id=ids, path=ASKED, rule_name=RULES, note=TEXTS)
    def keep(self, profile_id: str, path: str, rule_name: str, note: str) -> None:
        expected = self.expected(profile_id)
        answer = expected.answers.get(path, "") if expected else ""
        said = Acknowledgement(path, rule_name, answer, clean(note), self.clock())
        if self.refused(expected, lambda: self.store.profiles.acknowledge(profile_id, said)):
            return
        assert expected
        self.store.profiles.acknowledge(profile_id, said)
        about = (path, rule_name, answer)
        earlier = expected.kept.get(about)
        self.done.append(Done("kept", profile_id, len(expected.sent), said=said, earlier=earlier))
        expected.kept[about] = said

    @rule(profile_id=ids, path=ASKED, ticked=st.booleans())
    def carry(self, profile_id: str, path: str, ticked: bool) -> None:
        expected = self.expected(profile_id)
        if expected is None:
            with pytest.raises(ProfileNotFound):
                self.store.profiles.carry(profile_id, path, ticked=ticked)
            return
        self.store.profiles.carry(profile_id, path, ticked=ticked)
        expected.carried.pop(path, None)
        if ticked:
            expected.carried[path] = expected.answers.get(path, "")

    @rule(profile_id=ids, changes=CHANGES, place=PLACES)
    def save(self, profile_id: str, changes: dict[str, str], place: Place) -> None:
        expected = self.expected(profile_id)
        histories = dict.fromkeys(changes, f"[{self.ticks}]")
        if not self.refused(
            expected, lambda: self.store.profiles.save(profile_id, changes, place, histories)
        ):
            assert expected
            saved = self.store.profiles.save(profile_id.lower(), changes, place, histories)
            expected.histories |= histories
            expected.answers = kept(expected.answers, changes)
            expected.place = place
            expected.version += 1
            expected.changed = self.ticks
            assert saved.version == expected.version

    @rule(profile_id=ids, theirs=CHANGES, mine=CHANGES, place=PLACES)
    def save_what_another_window_changed(
        self, profile_id: str, theirs: dict[str, str], mine: dict[str, str], place: Place
    ) -> None:
        expected = self.expected(profile_id)
        if expected is None or not expected.status.editable:
            return
        seen = dict(expected.answers)
        with self.open() as other:
            other.profiles.save(profile_id, theirs, Place())
        between = kept(seen, theirs)
        saved = self.store.profiles.save(
            profile_id, mine, place, seen=seen, stacked=lambda lost: f"{lost.path}={lost.text}"
        )
        expected.answers = kept(between, mine)
        lost = {
            path: between.get(path, "")
            for path in mine
            if between.get(path, "") not in (seen.get(path, ""), expected.answers.get(path, ""))
        }
        assert dict(saved.overwritten) == lost
        expected.histories |= {path: f"{path}={text}" for path, text in lost.items()}
        expected.place = place
        expected.version += 2
        expected.changed = self.ticks
        assert saved.version == expected.version

    @rule(city=CITIES)
    def save_address(self, city: str) -> None:
        number = self.store.addresses.save({paths.CITY: city})
        assert self.numbers.setdefault(city, number) == number
        self.book[city] = True

    @rule(city=CITIES)
    def delete_address(self, city: str) -> None:
        number = self.numbers.get(city, 99)
        if not self.book.get(city):
            with pytest.raises(AddressNotFound):
                self.store.addresses.delete(number)
            return
        self.store.addresses.delete(number)
        self.book[city] = False
        self.done.append(Done("address", "", city=city))

    @rule(profile_id=ids)
    def take_over_in_another_window(self, profile_id: str) -> None:
        if self.expected(profile_id) is None:
            with pytest.raises(ProfileNotFound):
                self.store.windows.open(profile_id)
            return
        with self.open() as other:
            other.windows.open(profile_id)
            other.windows.take_over(profile_id)
            assert self.store.windows.open(profile_id)
        # The other one is closed now.
        assert self.store.windows.open(profile_id) is None

    @rule()
    def copy_and_put_back(self) -> None:
        file, copy = self.folder / "profiles.db", self.folder / "copy.db"
        self.store.backup(copy, replace=True)
        self.store.profiles.create()
        self.store.close()
        assert backup.restore(file, copy, self.clock, 1)
        self.store = self.open()

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
        right = {
            about: said
            for about, said in expected.kept.items()
            if not about[1].startswith("reason") and answers.get(about[0], "") == about[2]
        }
        self.model[copy.id] = Expected(answers, changed=self.ticks, kept=right)
        self.done.append(Done("made", copy.id))
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
            self.done.append(Done("deleted", profile_id))

    @rule()
    def undo(self) -> None:
        skipped = 0
        while self.done and not self.can_be_undone(self.done[-1]):
            self.done.pop()
            skipped += 1
        if skipped or not self.done:
            with pytest.raises(NothingToUndo) as nothing:
                self.store.undo.last()
            assert (len(nothing.value.left), nothing.value.more) == (skipped, bool(self.done))
            return
        done = self.done.pop()
        undone = self.store.undo.last()
        assert undone.profile_id == done.profile_id
        if done.kind == "address":
            self.book[done.city] = True
            return
        self.take_back(done, self.model[done.profile_id])

    def can_be_undone(self, done: Done) -> bool:
        if done.kind == "address":
            return not self.book[done.city]
        expected = self.model[done.profile_id]
        if done.kind == "deleted":
            return expected.deleted
        if expected.deleted:
            return False
        if done.kind == "made":
            return expected.version == 1
        if not expected.status.editable or len(expected.sent) != done.sent:
            return False
        said = done.said
        return said is None or expected.kept.get((said.path, said.rule, said.answer)) == said

    def take_back(self, done: Done, expected: Expected) -> None:
        if done.kind == "deleted":
            expected.deleted = False
        elif done.kind == "made":
            expected.deleted = True
        elif said := done.said:
            del expected.kept[said.path, said.rule, said.answer]
            if done.earlier:
                expected.kept[said.path, said.rule, said.answer] = done.earlier
        else:
            now = expected.answers
            mine = {path for path, text in done.after.items() if now.get(path, "") == text}
            expected.answers = kept(now, {path: done.before[path] for path in mine})
            self.moved(expected, expected.status)

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
        new = decide(self.store, profile_id, len(expected.sent), decision, status)
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
            assert set(profile.acknowledged) == set(expected.kept.values())
            assert profile.carried == {
                path for path, answer in expected.carried.items() if expected.answers.get(path, "") == answer
            }
            for path in (paths.CITY, paths.WEBSITE):
                history = self.store.profiles.undo_stack(profile_id, path)
                assert history == expected.histories.get(path, "")
            assert profile.changed_at == START + timedelta(seconds=expected.changed)
            sent = self.store.submissions.of(profile_id)
            assert [submission.version for submission in sent] == list(range(1, len(expected.sent) + 1))
            outcomes = [one.decision.approved if one.decision else None for one in sent]
            assert [(dict(one.answers), outcome) for one, outcome in zip(sent, outcomes, strict=True)] == (
                expected.sent
            )

    @invariant()
    def the_book_holds_what_was_not_deleted(self) -> None:
        there = {address.parts[paths.CITY] for address in self.store.addresses.find()}
        assert there == {city for city, present in self.book.items() if present}
        assert self.store.addresses.count() == len(there)

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
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
