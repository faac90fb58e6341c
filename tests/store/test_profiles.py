from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import AddressNotFound, ProfileNotFound, UnknownQuestion
from trusthub_tui.store.records import Place, Standing
from trusthub_tui.store.store import Store

NAME = paths.BUSINESS_NAME


def names(store: Store, find: str = "") -> list[str]:
    return [line.name for line in store.profiles.lines(find)]


def test_a_new_profile_is_an_empty_draft_at_step_1(store: Store, clock: Any) -> None:
    profile = store.profiles.create()
    assert profile.status is Status.DRAFT
    assert dict(profile.answers) == {}
    assert profile.place == Place()
    assert profile.shown == frozenset()
    assert profile.address_id is None
    assert profile.created_at == profile.changed_at == clock.now
    assert profile.name == "Untitled profile"


def test_an_id_is_four_letters_and_digits_that_cannot_be_mistaken_for_others(store: Store) -> None:
    made = {store.profiles.create().id for _ in range(50)}
    assert len(made) == 50
    assert all(len(profile_id) == 4 for profile_id in made)
    assert not set("".join(made)) & set("ILOUilou")


def test_an_id_is_understood_in_any_case_and_with_letters_mistaken_for_digits(
    opened: Callable[..., Store], file: Path
) -> None:
    store = opened(file, entropy=lambda count: bytes([0, 1, 12, 15][:count]))
    assert store.profiles.create().id == "01CF"
    for typed in ("01CF", "01cf", "o1cf", "OLCF", "0icf", " 01-cf "):
        assert store.profiles.get(typed).id == "01CF"


def test_ids_grow_when_the_short_ones_are_used_up(opened: Callable[..., Store], file: Path) -> None:
    store = opened(file, entropy=lambda count: bytes([7] * count))
    assert [store.profiles.create().id for _ in range(3)] == ["7777", "77777", "777777"]


def test_the_id_of_a_deleted_profile_is_not_given_away(opened: Callable[..., Store], file: Path) -> None:
    store = opened(file, entropy=lambda count: bytes([7] * count))
    store.profiles.delete(store.profiles.create().id)
    assert store.profiles.create().id == "77777"


def test_saved_answers_are_there_after_opening_the_file_again(
    opened: Callable[..., Store], file: Path
) -> None:
    first = opened(file)
    profile_id = first.profiles.create({NAME: "Northwind"}).id
    first.profiles.save(
        profile_id, {NAME: "Northwind Robotics, Inc.", paths.CITY: "Zürich "}, Place(2, paths.CITY, 7)
    )
    first.close()
    profile = opened(file).profiles.get(profile_id)
    assert dict(profile.answers) == {NAME: "Northwind Robotics, Inc.", paths.CITY: "Zürich "}
    assert profile.place == Place(2, paths.CITY, 7)


def test_an_emptied_answer_is_gone(store: Store) -> None:
    profile_id = store.profiles.create({NAME: "Northwind", paths.CITY: "Bern"}).id
    store.profiles.save(profile_id, {paths.CITY: ""}, Place())
    assert dict(store.profiles.get(profile_id).answers) == {NAME: "Northwind"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("North\x1b[31mwind", "North[31mwind"),
        ("two\nlines", "two lines"),
        ("\u202egnirts", "gnirts"),
        ("half\ud800", "half"),
        ("nul\x00byte", "nulbyte"),
        ("  outer spaces  ", "  outer spaces  "),
        ("'; DROP TABLE profile; --", "'; DROP TABLE profile; --"),
        ("株式会社ノース", "株式会社ノース"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_an_answer_is_kept_as_typed_but_for_what_no_terminal_may_be_sent(
    store: Store, typed: str, kept: str
) -> None:
    profile_id = store.profiles.create().id
    store.profiles.save(profile_id, {NAME: typed}, Place())
    assert store.profiles.get(profile_id).answers[NAME] == kept
    assert names(store) == [kept.strip()]


def test_a_path_that_is_no_question_is_refused_and_nothing_is_saved(store: Store) -> None:
    profile_id = store.profiles.create({NAME: "Northwind"}).id
    with pytest.raises(UnknownQuestion, match=r"address\.planet"):
        store.profiles.save(profile_id, {NAME: "changed", "address.planet": "Mars"}, Place())
    assert store.profiles.get(profile_id).answers == {NAME: "Northwind"}


def test_every_save_gives_the_next_version_and_its_time(store: Store, clock: Any) -> None:
    profile = store.profiles.create()
    first = store.profiles.save(profile.id, {NAME: "N"}, Place())
    second = store.profiles.save(profile.id, {NAME: "No"}, Place())
    assert (first.version, second.version) == (profile.version + 1, profile.version + 2)
    assert second.at == clock.now
    stored = store.profiles.get(profile.id)
    assert (stored.version, stored.changed_at) == (second.version, second.at)
    assert stored.created_at == profile.created_at


def test_a_window_can_see_that_another_one_wrote(opened: Callable[..., Store], file: Path) -> None:
    mine, other = opened(file), opened(file)
    profile_id = mine.profiles.create().id
    saved = mine.profiles.save(profile_id, {NAME: "mine"}, Place())
    other.profiles.save(profile_id, {paths.CITY: "theirs"}, Place())
    assert mine.profiles.save(profile_id, {NAME: "mine again"}, Place()).version == saved.version + 2
    assert dict(mine.profiles.get(profile_id).answers) == {NAME: "mine again", paths.CITY: "theirs"}


def test_place_shown_and_standing_are_kept_without_changing_the_profile(store: Store) -> None:
    profile = store.profiles.create({NAME: "Northwind"})
    store.profiles.save_place(profile.id, Place(4, paths.WEBSITE, 3))
    store.profiles.save_shown(profile.id, frozenset({paths.WEBSITE, NAME}))
    store.profiles.save_standing(profile.id, Standing("2 to fix in Business information", 1))
    stored = store.profiles.get(profile.id)
    assert stored.place == Place(4, paths.WEBSITE, 3)
    assert stored.shown == {paths.WEBSITE, NAME}
    assert (stored.version, stored.changed_at) == (profile.version, profile.changed_at)
    assert [line.next for line in store.profiles.lines()] == ["2 to fix in Business information"]


def test_the_list_has_who_needs_the_user_first_and_then_the_last_changed(store: Store) -> None:
    ranks = {"calm": 4, "old draft": 2, "rejected": 0, "new draft": 2, "to fix": 1, "waiting": 3}
    for name, rank in ranks.items():
        store.profiles.save_standing(store.profiles.create({NAME: name}).id, Standing("next", rank))
    assert names(store) == ["rejected", "to fix", "new draft", "old draft", "waiting", "calm"]


def test_profiles_changed_at_the_same_moment_are_listed_newest_first(store: Store, clock: Any) -> None:
    clock.step = timedelta(0)
    for name in "abc":
        store.profiles.create({NAME: name})
    assert names(store) == ["c", "b", "a"]


def test_pages_of_the_list_follow_each_other_without_gap_or_repetition(store: Store) -> None:
    for number in range(25):
        store.profiles.create({NAME: f"{number}"})
    pages = [store.profiles.lines(offset=offset, limit=10) for offset in (0, 10, 20, 30)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [line.name for page in pages for line in page] == [f"{number}" for number in range(24, -1, -1)]


def test_the_profile_name_goes_before_the_business_name(store: Store) -> None:
    profile_id = store.profiles.create({NAME: "Northwind Robotics, Inc."}).id
    for changes, name in (
        ({paths.FRIENDLY_NAME: "Main profile"}, "Main profile"),
        ({NAME: "Northwind"}, "Main profile"),
        ({paths.FRIENDLY_NAME: "  "}, "Northwind"),
        ({NAME: ""}, "Untitled profile"),
    ):
        store.profiles.save(profile_id, changes, Place())
        assert names(store) == [name]
        assert store.profiles.get(profile_id).name == name


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("", ["Łódź Straße 100%", "Zürich Café", "Blue Heron Clinic"]),
        ("heron", ["Blue Heron Clinic"]),
        ("HERON blu", ["Blue Heron Clinic"]),
        ("heron zürich", []),
        ("zurich", ["Zürich Café"]),
        ("ZÜRICH cafe\u0301", ["Zürich Café"]),
        ("STRASSE", ["Łódź Straße 100%"]),
        ("100%", ["Łódź Straße 100%"]),
        ("%", ["Łódź Straße 100%"]),
        ("_", []),
        ("draft", ["Łódź Straße 100%", "Zürich Café"]),
        ("rejected fix", ["Blue Heron Clinic"]),
        ("twilio-rejected", []),
        ("5 of 7", ["Zürich Café"]),
        ("aaa0", ["Zürich Café"]),
        ("'", []),
        ("\ud800", []),
        ("clinic\x00", []),
    ],
)
def test_find_looks_for_every_word_in_name_id_status_and_what_is_next(
    opened: Callable[..., Store], file: Path, find: str, found: list[str]
) -> None:
    ids = iter([b"\x0b\x0b\x0b\x0b", b"\x0a\x0a\x0a\x00", b"\x0c\x0c\x0c\x0c"])
    store = opened(file, entropy=lambda count: next(ids))
    heron = store.profiles.create({NAME: "Blue Heron Clinic"})
    zurich = store.profiles.create({NAME: "Zürich Café"})
    store.profiles.create({NAME: "Łódź Straße 100%"})
    store.profiles.save_standing(zurich.id, Standing("5 of 7 steps ready", 2))
    store.profiles.save_standing(heron.id, Standing("Fix 2 reasons", 4))
    _reject(store, heron.id)
    assert names(store, find) == found
    assert store.profiles.count(find) == len(found)


def _reject(store: Store, profile_id: str) -> None:
    from datetime import UTC, datetime

    from trusthub_tui.profile.submission import Submission

    at = datetime(2026, 11, 22, tzinfo=UTC)
    store.submissions.add(Submission(profile_id, 1, {}, at, "practice"), Status.REJECTED)


def test_the_last_profile_is_the_one_opened_or_edited_last(store: Store) -> None:
    assert store.profiles.last() is None
    first, second = store.profiles.create().id, store.profiles.create().id
    assert store.profiles.last() == second
    store.profiles.save_place(first, Place(3))
    assert store.profiles.last() == first
    store.profiles.save(second, {NAME: "N"}, Place())
    assert store.profiles.last() == second
    store.profiles.get(first)
    assert store.profiles.last() == second
    store.profiles.delete(second)
    assert store.profiles.last() == first


def test_a_duplicate_is_a_draft_with_the_same_answers_but_the_terms(store: Store) -> None:
    address_id = store.addresses.save({paths.CITY: "Bern"})
    original = store.profiles.create({NAME: "Northwind", paths.TERMS: "yes", paths.CITY: "Bern"})
    store.profiles.save_address_id(original.id, address_id)
    store.profiles.save_place(original.id, Place(5))
    _reject(store, original.id)
    copy = store.profiles.duplicate(original.id)
    assert copy.id != original.id
    assert copy.status is Status.DRAFT
    assert copy.place == Place()
    assert copy.address_id == address_id
    assert dict(copy.answers) == {
        NAME: "Northwind",
        paths.CITY: "Bern",
        paths.FRIENDLY_NAME: "Northwind (copy)",
    }
    assert store.submissions.of(copy.id) == ()
    assert {line.id: line.next for line in store.profiles.lines()}[copy.id] == "1 of 7 steps ready"


def test_a_copy_of_a_long_name_still_fits(store: Store) -> None:
    copy = store.profiles.duplicate(store.profiles.create({paths.FRIENDLY_NAME: "x" * 64}).id)
    assert copy.name == "x" * 57 + " (copy)"


def test_a_copy_of_a_profile_without_a_name_has_none_either(store: Store) -> None:
    assert dict(store.profiles.duplicate(store.profiles.create().id).answers) == {}


def test_a_deleted_profile_is_nowhere_until_it_is_brought_back(store: Store) -> None:
    profile = store.profiles.create({NAME: "Northwind"})
    store.profiles.delete(profile.id.lower())
    assert store.profiles.lines() == []
    assert store.profiles.count() == 0
    for act in (
        lambda: store.profiles.get(profile.id),
        lambda: store.profiles.save(profile.id, {NAME: "x"}, Place()),
        lambda: store.profiles.save_place(profile.id, Place()),
        lambda: store.profiles.save_shown(profile.id, frozenset()),
        lambda: store.profiles.save_standing(profile.id, Standing("", 2)),
        lambda: store.profiles.save_address_id(profile.id, None),
        lambda: store.profiles.duplicate(profile.id),
        lambda: store.profiles.delete(profile.id),
    ):
        with pytest.raises(ProfileNotFound, match=profile.id):
            act()
    assert store.undo.last().profile_id == profile.id
    assert store.profiles.get(profile.id) == profile


def test_a_saved_address_must_be_there_to_be_used(store: Store) -> None:
    profile_id = store.profiles.create().id
    with pytest.raises(AddressNotFound):
        store.profiles.save_address_id(profile_id, 12)
    assert store.profiles.get(profile_id).address_id is None


def test_a_profile_that_is_not_there_is_told_without_control_characters(store: Store) -> None:
    with pytest.raises(ProfileNotFound) as told:
        store.profiles.get("\x1b[2J9ZZZ")
    assert told.value.message == "There is no profile [2J9ZZZ."
    assert "trusthub-tui list" in told.value.remedy
