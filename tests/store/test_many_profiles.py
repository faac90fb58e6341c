"""What a file with 10,000 profiles, most of five versions, is asked to do: no more than a small one.

Counted in steps of SQLite, not in seconds: the same on every machine, however busy. Seconds are measured
in tests/bench.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.effort import Effort, counted
from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement, ReasonState, reason_state
from trusthub_tui.profile.differences import differences
from trusthub_tui.store import search
from trusthub_tui.store.database import Database
from trusthub_tui.store.find_texts import FindTexts
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.store.undo import empty_bin

NOW = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
PROFILES = 10_000


@pytest.fixture(autouse=True)
def effort() -> Iterator[Effort]:
    """What is asked of the file, counted in steps; a key saved takes about 200 of them."""
    with counted() as effort:
        yield effort


@pytest.fixture
def small(opened: Callable[..., Store], file: Path) -> Store:
    """A file with one profile."""
    store = opened(file)
    store.profiles.create()
    return store


@pytest.fixture
def grown(opened: Callable[..., Store], crowded_file: Path, tmp_path: Path) -> Store:
    """A file with 10,000 profiles that may be changed."""
    return opened(shutil.copy(crowded_file, tmp_path / "grown.db"))


@pytest.fixture
def crowded(opened: Callable[..., Store], crowded_file: Path) -> Store:
    return opened(crowded_file, read_only=True)


@pytest.fixture
def rejected(crowded: Store) -> str:
    return crowded.profiles.lines("rejected")[0].id


def test_the_first_page_asks_only_for_the_lines_it_shows(crowded: Store, effort: Effort) -> None:
    assert len(crowded.profiles.lines()) == 50
    assert effort.of(crowded.profiles.lines) < 50 * 50


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
def test_finding_looks_at_each_profile_once_for_a_key(crowded: Store, find: str, effort: Effort) -> None:
    def page_and_count() -> None:
        crowded.profiles.lines(find)
        crowded.profiles.count(find)

    assert effort.of(page_and_count) < 60 * PROFILES


def test_opening_a_profile_asks_for_nothing_of_any_other(
    crowded: Store, rejected: str, effort: Effort
) -> None:
    def everything() -> tuple[int, int, int]:
        profile = crowded.profiles.get(rejected)
        crowded.profiles.undo_stack(rejected, paths.BUSINESS_NAME)
        submissions, events = crowded.submissions.of(rejected), crowded.events.of(rejected)
        return len(profile.acknowledged), len(submissions), len(events)

    assert everything() == (5, 5, 11)
    assert effort.of(everything) < 1_000


def test_the_fix_list_and_the_differences_ask_for_nothing_of_any_other(
    crowded: Store, rejected: str, effort: Effort
) -> None:
    def fix_list() -> list[ReasonState]:
        profile, submissions = crowded.profiles.get(rejected), crowded.submissions.of(rejected)
        newest = submissions[-1]
        assert newest.decision
        return [
            reason_state(reason, newest, profile.answers, profile.acknowledged)
            for reason in newest.decision.reasons
        ]

    def what_changed() -> int:
        first, second, *_ = crowded.submissions.of(rejected)
        return len(differences(first.answers, second.answers))

    assert fix_list() == [ReasonState.CHANGED, ReasonState.CHANGED]
    assert effort.of(fix_list) < 1_000
    assert what_changed() == 2
    assert effort.of(what_changed) < 1_000


def test_what_is_done_to_one_profile_takes_no_more_than_in_a_small_file(
    small: Store, grown: Store, effort: Effort
) -> None:
    def there_and_back(store: Store, profile_id: str) -> None:
        store.profiles.acknowledge(profile_id, Acknowledgement(paths.CITY, "address.odd", "Bern", "", NOW))
        store.undo.last()
        store.profiles.delete(profile_id)
        store.undo.last()

    in_small, in_grown = (_of_a_draft(effort, store, there_and_back) for store in (small, grown))
    assert in_grown < 1.5 * in_small


def test_looking_into_the_bin_takes_nothing(crowded_file: Path, effort: Effort) -> None:
    database = Database(crowded_file)
    assert effort.of(lambda: empty_bin(database, NOW)) < 100
    database.close()


def test_a_file_of_the_first_layout_is_upgraded_in_a_few_passes(
    first_layout: ModuleType, opened: Callable[..., Store], file: Path, effort: Effort
) -> None:
    first_layout.make(file, more=PROFILES)
    assert effort.of_once(lambda: opened(file).close()) < 500 * PROFILES


def test_saving_a_key_takes_no_more_than_in_a_small_file(small: Store, grown: Store, effort: Effort) -> None:
    def save(store: Store, profile_id: str) -> None:
        changes, histories = {paths.WEBSITE: "https://northwind.example"}, {paths.WEBSITE: "x" * 2000}
        store.profiles.save(profile_id, changes, Place(), histories)

    in_small, in_grown = (_of_a_draft(effort, store, save) for store in (small, grown))
    assert in_grown < 1.5 * in_small


def test_opening_takes_no_more_than_for_a_small_file(
    crowded_file: Path, opened: Callable[..., Store], file: Path, effort: Effort
) -> None:
    opened(file).close()
    in_small, in_crowded = (
        effort.of(lambda path=path: opened(path).close()) for path in (file, crowded_file)
    )
    assert in_crowded < 1.5 * in_small


def test_what_a_start_asks_for_is_answered_by_an_index(
    crowded_file: Path, opened: Callable[..., Store], effort: Effort
) -> None:
    store = opened(crowded_file)
    assert store.profiles.get(store.profiles.lines()[0].id).answers[paths.BUSINESS_TYPE] == "Corporation"
    assert effort.of(lambda: store.profiles.get("0000")) < 500
    assert effort.of(lambda: store.submissions.due(NOW, hub="practice")) < PROFILES
    assert effort.of(lambda: store.submissions.next_due("practice")) < 500
    assert effort.of(store.submissions.approved_numbers) < 5 * PROFILES
    assert effort.of(store.profiles.last) < 20 * PROFILES
    assert effort.of(lambda: store.addresses.find("market")) < 20 * PROFILES


def _of_a_draft(effort: Effort, store: Store, act: Callable[[Store, str], None]) -> int:
    draft = store.profiles.lines("draft")[0].id
    return effort.of(lambda: act(store, draft))


def test_what_is_found_among_many_is_what_the_file_says_also_after_a_change(grown: Store) -> None:
    slowly = FindTexts(grown.profiles._database, large=1 << 40)
    for find in ("b", "bl", "blue", "blue 77", "rejected", "practice 1", "zurich", "no such thing", "7 7"):
        words = grown.profiles.lines(find, 3, 40), grown.profiles.counts(find)
        database = grown.profiles._database
        assert words == (search.lines(slowly, database, find, 3, 40), search.counts(slowly, database, find))
    made = grown.profiles.create({paths.BUSINESS_NAME: "Blue No such thing"}).id
    assert [line.id for line in grown.profiles.lines("no such thing")] == [made]
    with Store(grown.path, lambda: NOW) as other:
        other.profiles.delete(made)
    assert grown.profiles.count("no such thing") == 0
