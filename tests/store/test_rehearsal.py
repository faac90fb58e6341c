import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.errors import ProfileNotFound
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store


def test_what_is_rehearsed_can_be_read_until_it_ends_and_never_happened_then(store: Store) -> None:
    there = store.profiles.create({paths.CITY: "Bern"})
    with store.rehearsal():
        made = store.profiles.duplicate(there.id)
        store.profiles.save(there.id, {paths.CITY: "Basel"}, Place())
        assert store.profiles.count() == 2
        assert store.profiles.get(there.id).answers[paths.CITY] == "Basel"
        store.profiles.delete(made.id)
        store.undo.last()
    assert [line.id for line in store.profiles.lines()] == [there.id]
    assert store.profiles.get(there.id) == there


def test_what_goes_wrong_in_a_rehearsal_takes_only_itself_back(store: Store) -> None:
    there = store.profiles.create({paths.CITY: "Bern"}).id
    with store.rehearsal():
        store.profiles.save(there, {paths.CITY: "Basel"}, Place())
        with pytest.raises(ProfileNotFound):
            store.profiles.save("ZZZZ", {paths.CITY: "Basel"}, Place())
        assert store.profiles.get(there).answers[paths.CITY] == "Basel"


def test_after_a_rehearsal_changes_stay_again(store: Store) -> None:
    with store.rehearsal():
        store.profiles.create()
    store.profiles.create()
    assert store.profiles.count() == 1
