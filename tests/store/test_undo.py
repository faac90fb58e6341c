from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.errors import (
    ChangedMeanwhile,
    Locked,
    NothingToUndo,
    ProfileNotFound,
    ReadOnlyFile,
    UnknownQuestion,
)
from trusthub_tui.store.records import EventKind, Place, Standing
from trusthub_tui.store.store import Store

NAME = paths.BUSINESS_NAME
AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture
def northwind(store: Store) -> str:
    return store.profiles.create({NAME: "Northwind", paths.CITY: "Bern"}).id


def submit(store: Store, profile_id: str, status: Status = Status.IN_REVIEW) -> None:
    version = len(store.submissions.of(profile_id)) + 1
    store.submissions.add(Submission(profile_id, version, {}, AT, "practice"), status)


def right(
    answer: str = "Bern", note: str = "we asked", rule: str = "address.odd", at: datetime = AT
) -> Acknowledgement:
    return Acknowledgement(paths.CITY, rule, answer, note, at)


def whats(store: Store) -> list[str]:
    """Take back everything, and return the sentences."""
    told = []
    while True:
        try:
            told.append(store.undo.last().what)
        except NothingToUndo as nothing:
            if not nothing.more:
                return told


def test_deleting_is_undone_last_first(store: Store) -> None:
    ids = [store.profiles.create({NAME: name}).id for name in ("Elm", "Northwind")]
    for profile_id in ids:
        store.profiles.delete(profile_id)
    assert whats(store) == ["Brought back Northwind (Draft)", "Brought back Elm (Draft)"]
    assert store.profiles.count() == 2


def test_what_was_done_before_a_restart_can_be_undone_after_it(
    opened: Callable[..., Store], file: Path
) -> None:
    before = opened(file)
    profile = before.profiles.create({NAME: "Northwind"})
    before.profiles.delete(profile.id)
    before.close()
    after = opened(file)
    undone = after.undo.last()
    assert (undone.what, undone.profile_id) == ("Brought back Northwind (Draft)", profile.id)
    assert after.profiles.get(profile.id) == profile


def test_another_window_can_undo_too_and_each_thing_once(opened: Callable[..., Store], file: Path) -> None:
    mine, other = opened(file), opened(file)
    mine.profiles.delete(mine.profiles.create({NAME: "Northwind"}).id)
    assert other.undo.last().what == "Brought back Northwind (Draft)"
    with pytest.raises(NothingToUndo):
        mine.undo.last()


def test_with_nothing_done_there_is_nothing_to_undo(store: Store, northwind: str) -> None:
    store.profiles.save(northwind, {paths.CITY: "Basel"}, Place())
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    assert told.value.message == "There is nothing to undo."
    assert "30 days" in told.value.remedy


def test_a_copy_is_removed_again(store: Store, northwind: str) -> None:
    copy = store.profiles.duplicate(northwind)
    store.profiles.save_place(copy.id, Place(3))
    assert store.undo.last().what == "Removed the copy Northwind (copy) (Draft)"
    assert [line.id for line in store.profiles.lines()] == [northwind]
    with pytest.raises(ProfileNotFound):
        store.profiles.get(copy.id)


def test_a_copy_somebody_has_worked_on_stays(store: Store, northwind: str) -> None:
    copy = store.profiles.duplicate(northwind)
    store.profiles.save(copy.id, {paths.CITY: "Basel"}, Place())
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    assert told.value.message == (
        "Northwind (copy) was changed since it was copied, so it was left as it is. Nothing was undone."
    )
    assert "30 days" in told.value.remedy
    assert store.profiles.get(copy.id).answers[paths.CITY] == "Basel"
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        store.undo.last()


def test_a_copy_that_was_deleted_meanwhile_is_brought_back_first(store: Store, northwind: str) -> None:
    store.profiles.delete(store.profiles.duplicate(northwind).id)
    assert whats(store) == [
        "Brought back Northwind (copy) (Draft)",
        "Removed the copy Northwind (copy) (Draft)",
    ]


def test_when_the_newest_cannot_be_undone_any_more_nothing_older_is_until_asked_again(
    store: Store, northwind: str
) -> None:
    store.profiles.acknowledge(northwind, right())
    elm = store.profiles.create({NAME: "Elm"}).id
    store.profiles.delete(elm)
    store.profiles.duplicate(northwind)
    (copy,) = (line.id for line in store.profiles.lines("copy"))
    submit(store, copy)
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    assert told.value.left == ("Northwind (copy) was changed since it was copied, so it was left as it is",)
    assert told.value.remedy == "Undo again to take back what was done before."
    with pytest.raises(ProfileNotFound):
        store.profiles.get(elm)
    assert store.undo.last().profile_id == elm
    assert [event.kind for event in store.events.of(elm)].count(EventKind.RESTORED) == 1
    assert store.undo.last().what == "Took back: It is right about City of Northwind"


def test_of_much_that_cannot_be_undone_the_newest_two_are_named(store: Store, northwind: str) -> None:
    for number in range(5):
        store.profiles.acknowledge(northwind, right(rule=f"address.odd-{number}"))
    submit(store, northwind)
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    why = "It is right about City of Northwind cannot be taken back: Northwind was submitted since."
    assert told.value.message == f"{why} {why} 3 more cannot be undone either. Nothing was undone."
    assert len(told.value.left) == 5


def test_a_new_profile_that_was_imported_is_removed_again(store: Store, northwind: str) -> None:
    imported = store.profiles.create({NAME: "Elm"}, imported_from="elm.json")
    assert store.profiles.lines()[0].next == "0 of 7 steps ready"
    undone = store.undo.last()
    assert undone.what == "Removed Elm (Draft), which was imported"
    assert undone.profile_id == imported.id
    assert [line.id for line in store.profiles.lines()] == [northwind]
    assert whats(store) == []


def test_a_profile_made_by_typing_is_no_import(store: Store, northwind: str) -> None:
    assert whats(store) == []


def test_an_import_replaces_every_answer_and_can_be_taken_back(store: Store, northwind: str) -> None:
    before = store.profiles.get(northwind)
    saved = store.profiles.import_over(
        northwind.lower(), {NAME: "Elm", paths.STREET: "1 Oak Road"}, seen=before.version
    )
    imported = store.profiles.get(northwind)
    assert imported.answers == {NAME: "Elm", paths.STREET: "1 Oak Road"}
    assert (imported.version, imported.changed_at) == (saved.version, saved.at) == (2, saved.at)
    assert [line.name for line in store.profiles.lines("elm")] == ["Elm"]
    undone = store.undo.last()
    assert undone.what == "Took back the import into Elm (Draft)"
    after = store.profiles.get(northwind)
    assert after.answers == before.answers
    assert after.version == 3
    assert [line.name for line in store.profiles.lines()] == ["Northwind"]


def test_what_was_typed_after_an_import_stays_when_it_is_taken_back(store: Store, northwind: str) -> None:
    store.profiles.import_over(northwind, {NAME: "Elm", paths.CITY: "Basel", paths.STREET: "1 Oak Road"})
    store.profiles.save(northwind, {paths.CITY: "Chur", paths.WEBSITE: "https://elm.example"}, Place())
    undone = store.undo.last()
    assert undone.what == "Took back the import into Elm (Draft); 1 changed since was left as typed"
    assert store.profiles.get(northwind).answers == {
        NAME: "Northwind",
        paths.CITY: "Chur",
        paths.WEBSITE: "https://elm.example",
    }


def test_the_saved_address_is_let_go_by_an_import_and_comes_back(store: Store, northwind: str) -> None:
    address_id = store.addresses.save({paths.CITY: "Bern"})
    store.profiles.save_address_id(northwind, address_id)
    store.profiles.import_over(northwind, {NAME: "Elm", paths.CITY: "Bern"})
    assert store.profiles.get(northwind).address_id == address_id
    store.profiles.import_over(northwind, {NAME: "Elm", paths.CITY: "Basel"})
    assert store.profiles.get(northwind).address_id is None
    store.undo.last()
    assert store.profiles.get(northwind).address_id == address_id
    store.profiles.import_over(northwind, {NAME: "Elm", paths.CITY: "Basel"})
    store.addresses.delete(address_id)
    store.undo.last()
    assert store.profiles.get(northwind).address_id is None


def test_an_import_without_a_difference_changes_nothing(store: Store, northwind: str) -> None:
    before = store.profiles.get(northwind)
    assert store.profiles.import_over(northwind, dict(before.answers)).version == before.version
    assert store.profiles.get(northwind) == before
    assert whats(store) == []


def test_an_import_is_refused_when_the_profile_is_not_what_the_user_agreed_to_replace(
    store: Store, northwind: str
) -> None:
    seen = store.profiles.get(northwind).version
    store.profiles.save(northwind, {paths.CITY: "Basel"}, Place())
    with pytest.raises(ChangedMeanwhile):
        store.profiles.import_over(northwind, {NAME: "Elm"}, seen=seen)
    with pytest.raises(UnknownQuestion):
        store.profiles.import_over(northwind, {"address.planet": "Mars"})
    submit(store, northwind)
    with pytest.raises(Locked):
        store.profiles.import_over(northwind, {NAME: "Elm"})
    assert store.profiles.get(northwind).answers == {NAME: "Northwind", paths.CITY: "Basel"}
    assert whats(store) == []


def test_an_import_into_what_was_rejected_leaves_its_place_in_the_list(store: Store, northwind: str) -> None:
    submit(store, northwind, Status.REJECTED)
    store.profiles.save_standing(northwind, Standing("Fix 1 reason", 0))
    store.profiles.import_over(northwind, {NAME: "Elm"})
    assert [line.next for line in store.profiles.lines()] == ["Fix 1 reason"]
    store.undo.last()
    assert [line.next for line in store.profiles.lines()] == ["Fix 1 reason"]


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.REJECTED, Status.APPROVED])
def test_nothing_is_taken_back_from_under_a_submission(store: Store, northwind: str, status: Status) -> None:
    store.profiles.import_over(northwind, {NAME: "Elm", paths.CITY: "Bern"})
    store.profiles.acknowledge(northwind, right())
    submit(store, northwind, status)
    with pytest.raises(NothingToUndo) as told:
        store.undo.last()
    assert told.value.left == (
        "It is right about City of Elm cannot be taken back: Elm was submitted since",
        "The import cannot be taken back: Elm was submitted since",
    )
    assert store.profiles.get(northwind).answers[NAME] == "Elm"
    assert len(store.profiles.get(northwind).acknowledged) == 1


def test_it_is_right_is_taken_back_to_what_was_said_before(store: Store, northwind: str) -> None:
    first, second = right(note="first"), right(note="second", at=AT.replace(minute=5))
    store.profiles.acknowledge(northwind, first)
    store.profiles.acknowledge(northwind, second)
    assert store.profiles.get(northwind).acknowledged == (second,)
    store.undo.last()
    assert store.profiles.get(northwind).acknowledged == (first,)
    store.undo.last()
    assert store.profiles.get(northwind).acknowledged == ()


def test_a_file_that_is_only_read_undoes_nothing(
    opened: Callable[..., Store], store: Store, northwind: str
) -> None:
    store.profiles.delete(northwind)
    with pytest.raises(ReadOnlyFile):
        opened(store.path, read_only=True).undo.last()
    assert whats(store) == ["Brought back Northwind (Draft)"]


def test_an_undo_that_is_interrupted_can_be_tried_again(
    store: Store, northwind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.profiles.delete(northwind)
    with monkeypatch.context() as patched:
        patched.setattr("trusthub_tui.store.events.record", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.undo.last()
    assert store.profiles.count() == 0
    assert whats(store) == ["Brought back Northwind (Draft)"]


def _interrupted(*_: object, **__: object) -> Any:
    raise KeyboardInterrupt
