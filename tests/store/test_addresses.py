import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.errors import AddressNotFound, NothingToUndo
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

MARKET = {
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.STREET_SECONDARY: "Suite 1200",
    paths.CITY: "San Francisco",
    paths.REGION: "California",
    paths.POSTAL_CODE: "94104",
}
BAHNHOF = {
    paths.COUNTRY: "CH",
    paths.STREET: "Bahnhofstrasse 1",
    paths.CITY: "Zürich",
    paths.POSTAL_CODE: "8001",
}
LIME = {
    paths.COUNTRY: "GB",
    paths.STREET: "1 Lime Street",
    paths.CITY: "London",
    paths.POSTAL_CODE: "EC3M 7HA",
}


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    return {city: store.addresses.save(parts) for city, parts in _BY_CITY.items()}


_BY_CITY = {"San Francisco": MARKET, "Zürich": BAHNHOF, "London": LIME}


def cities(store: Store, words: str = "") -> list[str]:
    return [address.parts[paths.CITY] for address in store.addresses.find(words)]


def test_an_address_comes_back_as_it_was_kept(opened: Callable[..., Store], file: Path, clock: Any) -> None:
    first = opened(file)
    address_id = first.addresses.save(MARKET)
    kept_at = clock.now
    first.close()
    address = opened(file).addresses.get(address_id)
    assert dict(address.parts) == MARKET
    assert (address.used_at, address.profiles, address.last_profile) == (kept_at, 0, "")


def test_of_all_answers_only_the_address_is_kept(store: Store) -> None:
    address_id = store.addresses.save(
        {**MARKET, paths.WEBSITE: "https://northwind.example", paths.REGION: ""}
    )
    without_region = {path: text for path, text in MARKET.items() if path != paths.REGION}
    assert dict(store.addresses.get(address_id).parts) == without_region


def test_the_same_content_is_kept_once_and_moves_to_the_top(store: Store, ids: dict[str, int]) -> None:
    backwards = dict(reversed(MARKET.items()))
    assert store.addresses.save(backwards | {paths.CITY: " San Francisco\u200b "}) == ids["San Francisco"]
    assert cities(store) == ["San Francisco", "London", "Zürich"]
    assert store.addresses.count() == 3


def test_a_touched_address_moves_to_the_top(store: Store, ids: dict[str, int]) -> None:
    store.addresses.touch(ids["Zürich"])
    assert cities(store) == ["Zürich", "London", "San Francisco"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["London", "Zürich", "San Francisco"]),
        ("zurich", ["Zürich"]),
        ("switzerland", ["Zürich"]),
        ("BAHN 80", ["Zürich"]),
        ("united", ["London", "San Francisco"]),
        ("united market 941", ["San Francisco"]),
        ("united zürich", []),
        ("heron", ["London"]),
        ("heron lime", ["London"]),
        ("heron market", []),
        ("city", []),
        ("%", []),
    ],
)
def test_every_word_must_occur_in_a_part_the_country_or_the_name_of_a_profile_there(
    store: Store, ids: dict[str, int], words: str, found: list[str]
) -> None:
    profile_id = store.profiles.create({paths.BUSINESS_NAME: "Blue Heron Clinic"}).id
    store.profiles.save_address_id(profile_id, ids["London"])
    assert cities(store, words) == found
    assert store.addresses.count(words) == len(found)


def test_an_address_tells_how_many_profiles_use_it_and_the_last_changed_of_them(
    store: Store, ids: dict[str, int]
) -> None:
    used = []
    for name in ("first", "second", "third"):
        used.append(store.profiles.create({paths.BUSINESS_NAME: name}).id)
        store.profiles.save_address_id(used[-1], ids["London"])
    store.profiles.save(used[0], {paths.CITY: "London"}, Place())
    address = store.addresses.get(ids["London"])
    assert (address.profiles, address.last_profile) == (3, "first")
    store.profiles.delete(used[0])
    store.profiles.save_address_id(used[2], None)
    address = store.addresses.get(ids["London"])
    assert (address.profiles, address.last_profile) == (1, "second")


def test_pages_of_addresses_follow_each_other(store: Store, ids: dict[str, int]) -> None:
    pages = [store.addresses.find("", offset, 2) for offset in (0, 2, 4)]
    found = [[address.parts[paths.CITY] for address in page] for page in pages]
    assert found == [["London", "Zürich"], ["San Francisco"], []]


def test_a_changed_address_is_found_by_its_new_words_only(store: Store, ids: dict[str, int]) -> None:
    assert store.addresses.change(ids["Zürich"], {**BAHNHOF, paths.CITY: "Bern"}) == ids["Zürich"]
    assert cities(store, "switzerland") == ["Bern"]
    assert cities(store, "zürich") == []


@pytest.mark.parametrize("deleted", [False, True])
def test_an_address_changed_to_the_content_of_another_becomes_one_with_it(
    store: Store, ids: dict[str, int], deleted: bool
) -> None:
    profile_id = store.profiles.create().id
    store.profiles.save_address_id(profile_id, ids["Zürich"])
    if deleted:
        store.addresses.delete(ids["London"])
    assert store.addresses.change(ids["Zürich"], LIME) == ids["London"]
    assert store.profiles.get(profile_id).address_id == ids["London"]
    assert cities(store) == ["London", "San Francisco"]


def test_a_deleted_address_is_nowhere_and_comes_back_with_its_profiles(
    store: Store, ids: dict[str, int]
) -> None:
    profile_id = store.profiles.create(LIME).id
    store.profiles.save_address_id(profile_id, ids["London"])
    store.addresses.delete(ids["London"])
    assert (cities(store), cities(store, "lime"), store.addresses.count()) == (
        ["Zürich", "San Francisco"],
        [],
        2,
    )
    with pytest.raises(AddressNotFound):
        store.profiles.save_address_id(profile_id, ids["London"])
    undone = store.undo.last()
    assert (undone.what, undone.profile_id) == ("Brought back the saved address 1 Lime Street, London", "")
    assert store.profiles.get(profile_id).address_id == ids["London"]
    assert store.addresses.get(ids["London"]).profiles == 1


def test_deletions_of_addresses_and_profiles_are_taken_back_in_one_order(
    store: Store, ids: dict[str, int]
) -> None:
    profile_id = store.profiles.create({paths.BUSINESS_NAME: "Elm"}).id
    store.addresses.delete(ids["London"])
    store.profiles.delete(profile_id)
    store.addresses.delete(ids["Zürich"])
    assert [store.undo.last().what for _ in range(3)] == [
        "Brought back the saved address Bahnhofstrasse 1, Zürich",
        "Brought back Elm (Draft)",
        "Brought back the saved address 1 Lime Street, London",
    ]


def test_an_address_that_was_saved_again_is_not_brought_back_twice(store: Store, ids: dict[str, int]) -> None:
    store.addresses.delete(ids["London"])
    assert store.addresses.save(LIME) == ids["London"]
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    assert told.value.left == ("The saved address 1 Lime Street, London is not deleted any more",)
    assert store.addresses.count() == 3


def test_an_address_deleted_more_than_30_days_ago_is_gone_for_good(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    store = opened(file)
    profile_id = store.profiles.create(LIME).id
    store.profiles.save_address_id(profile_id, store.addresses.save(LIME))
    store.addresses.delete(1)
    store.close()
    clock.forward(31 * 86_400)
    store = opened(file)
    with pytest.raises(NothingToUndo):
        store.undo.last()
    assert (store.profiles.get(profile_id).address_id, store.addresses.count()) == (None, 0)
    assert dict(store.profiles.get(profile_id).answers) == LIME
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("SELECT count(*) FROM address").fetchone() == (0,)


def test_deleting_an_address_leaves_the_answers_of_profiles_alone(store: Store, ids: dict[str, int]) -> None:
    profile_id = store.profiles.create(LIME).id
    store.profiles.save_address_id(profile_id, ids["London"])
    store.addresses.delete(ids["London"])
    profile = store.profiles.get(profile_id)
    assert (dict(profile.answers), profile.address_id) == (LIME, None)


def test_deleting_a_profile_leaves_the_address_alone(store: Store, ids: dict[str, int]) -> None:
    profile_id = store.profiles.create(LIME).id
    store.profiles.save_address_id(profile_id, ids["London"])
    store.profiles.delete(profile_id)
    assert dict(store.addresses.get(ids["London"]).parts) == LIME


def test_a_copy_made_after_its_address_was_deleted_has_none(store: Store, ids: dict[str, int]) -> None:
    profile_id = store.profiles.create(LIME).id
    store.profiles.save_address_id(profile_id, ids["London"])
    store.addresses.delete(ids["London"])
    assert store.profiles.duplicate(profile_id).address_id is None


def test_an_address_that_is_not_there_is_told(store: Store) -> None:
    for act in (
        lambda: store.addresses.get(1),
        lambda: store.addresses.touch(1),
        lambda: store.addresses.delete(1),
        lambda: store.addresses.change(1, MARKET),
    ):
        with pytest.raises(AddressNotFound):
            act()
