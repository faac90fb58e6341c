"""Budgets with 10,000 profiles, most of five versions. The best of several runs counts: load only adds."""

import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement, ReasonState, reason_state
from trusthub_tui.profile.differences import differences
from trusthub_tui.store.bin import empty
from trusthub_tui.store.database import Database
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

MILLISECOND = 0.001
NOW = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def best(act: Callable[[], object], runs: int = 9) -> float:
    """Return the seconds of the fastest run."""
    taken = []
    for _ in range(runs):
        before = time.perf_counter()
        act()
        taken.append(time.perf_counter() - before)
    return min(taken)


@pytest.fixture
def crowded(opened: Callable[..., Store], crowded_file: Path) -> Store:
    return opened(crowded_file, read_only=True)


@pytest.fixture
def rejected(crowded: Store) -> str:
    return crowded.profiles.lines("rejected")[0].id


def test_the_first_page_takes_no_longer_than_2_ms(crowded: Store) -> None:
    assert len(crowded.profiles.lines()) == 50
    assert best(crowded.profiles.lines) < 2 * MILLISECOND


def test_the_list_is_in_order_over_all_pages(crowded: Store) -> None:
    lines = [line for offset in range(0, 10_000, 1000) for line in crowded.profiles.lines("", offset, 1000)]
    assert len({line.id for line in lines}) == crowded.profiles.count() == 10_000
    ranks = {"Fix": 0, "3 to": 1, "3 of": 2}
    order = [
        (ranks.get(line.next[:4].strip(), 3 if "Review" in line.status.label else 4), line) for line in lines
    ]
    for (rank, line), (next_rank, next_line) in pairwise(order):
        assert (rank, next_line.changed_at) <= (next_rank, line.changed_at) or rank < next_rank


@pytest.mark.parametrize("find", ["", "n", "north", "zürich rob", "rejected", "nothing to be found", "7Q"])
def test_finding_takes_no_longer_than_50_ms_for_a_key(crowded: Store, find: str) -> None:
    def page_and_count() -> None:
        crowded.profiles.lines(find)
        crowded.profiles.count(find)

    assert best(page_and_count) < 50 * MILLISECOND


def test_opening_a_profile_takes_no_longer_than_5_ms(crowded: Store, rejected: str) -> None:
    def everything() -> tuple[int, int, int]:
        profile = crowded.profiles.get(rejected)
        crowded.profiles.history(rejected, paths.BUSINESS_NAME)
        submissions, events = crowded.submissions.of(rejected), crowded.events.of(rejected)
        return len(profile.kept), len(submissions), len(events)

    assert everything() == (5, 5, 11)
    assert best(everything) < 5 * MILLISECOND


def test_the_fix_list_and_the_differences_take_no_longer_than_20_ms(crowded: Store, rejected: str) -> None:
    def fix_list() -> list[ReasonState]:
        profile, submissions = crowded.profiles.get(rejected), crowded.submissions.of(rejected)
        newest = submissions[-1]
        assert newest.decision
        return [
            reason_state(reason, newest, profile.answers, profile.kept) for reason in newest.decision.reasons
        ]

    def what_changed() -> int:
        first, second, *_ = crowded.submissions.of(rejected)
        return len(differences(first.answers, second.answers))

    assert fix_list() == [ReasonState.CHANGED, ReasonState.CHANGED]
    assert best(fix_list) < 20 * MILLISECOND
    assert what_changed() == 2
    assert best(what_changed) < 20 * MILLISECOND


def test_what_is_done_to_one_profile_takes_as_long_as_in_a_small_file(
    crowded_file: Path, opened: Callable[..., Store], tmp_path: Path
) -> None:
    store = opened(shutil.copy(crowded_file, tmp_path / "profiles.db"))
    profile_id = store.profiles.lines("draft")[0].id

    def there_and_back() -> None:
        store.profiles.keep(profile_id, Acknowledgement(paths.CITY, "address.odd", "Bern", "", NOW))
        store.undo.last()
        store.profiles.delete(profile_id)
        store.undo.last()

    assert best(there_and_back) < 20 * MILLISECOND


def test_looking_into_the_bin_takes_no_time(crowded_file: Path) -> None:
    database = Database(crowded_file)
    assert best(lambda: empty(database, NOW)) < MILLISECOND / 4
    database.close()


def test_a_file_of_the_first_layout_with_many_profiles_is_upgraded_within_a_second(
    first_layout: ModuleType, opened: Callable[..., Store], file: Path
) -> None:
    first_layout.make(file, more=10_000)
    assert best(lambda: opened(file).close(), runs=1) < 1


def test_saving_a_key_takes_no_longer_than_in_a_small_file(
    crowded_file: Path, opened: Callable[..., Store], file: Path, tmp_path: Path
) -> None:
    small, crowded = opened(file), opened(shutil.copy(crowded_file, tmp_path / "profiles.db"))
    few, many = small.profiles.create().id, crowded.profiles.lines("draft")[0].id

    def save(store: Store, profile_id: str) -> None:
        changes, histories = {paths.WEBSITE: "https://northwind.example"}, {paths.WEBSITE: "x" * 2000}
        store.profiles.save(profile_id, changes, Place(), histories)

    in_small = best(lambda: save(small, few), 50)
    in_crowded = best(lambda: save(crowded, many), 50)
    assert in_crowded < 2 * in_small + MILLISECOND / 2


def test_opening_takes_hardly_longer_than_for_a_small_file(
    crowded_file: Path, opened: Callable[..., Store], file: Path
) -> None:
    opened(file).close()

    def open_and_list(path: Path) -> None:
        store = opened(path)
        store.profiles.lines()
        store.profiles.count()
        store.close()

    assert best(lambda: open_and_list(crowded_file)) < best(lambda: open_and_list(file)) + 8 * MILLISECOND


def test_what_a_start_asks_for_is_answered_in_milliseconds(
    crowded_file: Path, opened: Callable[..., Store]
) -> None:
    store = opened(crowded_file)
    assert store.profiles.get(store.profiles.lines()[0].id).answers[paths.BUSINESS_TYPE] == "Corporation"
    assert best(lambda: store.profiles.get("0000")) < 2 * MILLISECOND
    assert best(lambda: store.submissions.due(NOW, hub="practice")) < MILLISECOND
    assert best(lambda: store.submissions.next_due("practice")) < 2 * MILLISECOND
    assert best(store.submissions.approved_numbers) < 20 * MILLISECOND
    assert best(store.profiles.last) < 20 * MILLISECOND
    assert best(lambda: store.addresses.find("market")) < 50 * MILLISECOND
