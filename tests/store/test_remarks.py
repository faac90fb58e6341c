import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.errors import Locked, ProfileNotFound, ReadOnlyFile
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
RULE = "email.free"


@pytest.fixture
def profile_id(store: Store) -> str:
    return store.profiles.create({paths.CITY: "Bern", paths.WEBSITE: "https://a.example"}).id


def right(
    path: str = paths.CITY, answer: str = "Bern", note: str = "we asked", minute: int = 0
) -> Acknowledgement:
    return Acknowledgement(path, RULE, answer, note, AT.replace(minute=minute))


def test_it_is_right_stays_with_its_note_after_a_restart(opened: Callable[..., Store], file: Path) -> None:
    before = opened(file)
    profile_id = before.profiles.create().id
    said = [right(minute=1), right(answer="Basel"), right(paths.WEBSITE, minute=2)]
    for kept in said:
        before.profiles.acknowledge(profile_id.lower(), kept)
    before.close()
    assert opened(file).profiles.get(profile_id).acknowledged == (said[1], said[0], said[2])


def test_a_note_is_kept_without_what_no_terminal_may_be_sent(store: Store, profile_id: str) -> None:
    store.profiles.acknowledge(profile_id, right(note="\x1b[2Jtwo\nlines\u202e"))
    (kept,) = store.profiles.get(profile_id).acknowledged
    assert kept.note == "[2Jtwo lines"


def test_saying_it_again_about_the_same_answer_replaces_the_note(store: Store, profile_id: str) -> None:
    store.profiles.acknowledge(profile_id, right(note="first"))
    store.profiles.acknowledge(profile_id, right(note="second", minute=1))
    store.profiles.acknowledge(profile_id, right(answer="Basel", minute=2))
    assert [kept.note for kept in store.profiles.get(profile_id).acknowledged] == ["second", "we asked"]


def test_a_profile_that_is_locked_keeps_what_was_said_and_takes_nothing_more(
    store: Store, profile_id: str
) -> None:
    store.profiles.acknowledge(profile_id, right())
    store.submissions.add(Submission(profile_id, 1, {}, AT, "practice"), Status.IN_REVIEW)
    with pytest.raises(Locked):
        store.profiles.acknowledge(profile_id, right(note="other"))
    assert store.profiles.get(profile_id).acknowledged == (right(),)


def test_remarks_are_no_change_of_the_profile(store: Store, profile_id: str) -> None:
    before = store.profiles.get(profile_id)
    store.profiles.acknowledge(profile_id, right())
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    after = store.profiles.get(profile_id)
    assert (after.version, after.changed_at) == (before.version, before.changed_at)


def test_a_copy_is_right_about_the_same_answers_but_not_about_reasons(store: Store, profile_id: str) -> None:
    store.profiles.acknowledge(profile_id, right())
    store.profiles.save(profile_id, {paths.STREET_SECONDARY: "1"}, Place())
    store.profiles.acknowledge(
        profile_id, Acknowledgement(paths.STREET_SECONDARY, "reason.18603", "1", "they erred", AT)
    )
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    copy = store.profiles.duplicate(profile_id)
    assert copy.acknowledged == (right(),)
    assert copy.carried == frozenset()


def test_ticks_of_the_copy_sheet_stay_after_a_restart(opened: Callable[..., Store], file: Path) -> None:
    before = opened(file)
    profile_id = before.profiles.create({paths.CITY: "Bern"}).id
    for path in (paths.CITY, paths.STREET_SECONDARY, paths.WEBSITE):
        before.profiles.carry(profile_id.lower(), path, ticked=True)
    before.profiles.carry(profile_id, paths.WEBSITE, ticked=False)
    before.close()
    assert opened(file).profiles.get(profile_id).carried == {paths.CITY, paths.STREET_SECONDARY}


def test_a_tick_holds_only_for_the_answer_that_was_carried_over(store: Store, profile_id: str) -> None:
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    store.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
    assert store.profiles.get(profile_id).carried == frozenset()
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    assert store.profiles.get(profile_id).carried == {paths.CITY}
    store.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    assert store.profiles.get(profile_id).carried == {paths.CITY}


def test_fields_can_be_ticked_while_the_profile_is_in_review(store: Store, profile_id: str) -> None:
    store.submissions.add(Submission(profile_id, 1, {}, AT, "twilio"), Status.IN_REVIEW)
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    assert store.profiles.get(profile_id).carried == {paths.CITY}


def test_the_history_of_a_field_is_saved_with_its_answer(opened: Callable[..., Store], file: Path) -> None:
    before = opened(file)
    profile_id = before.profiles.create().id
    stacks = json.dumps([["", "Be", "Zü\u00a0rich\x1b"], []])
    before.profiles.save(profile_id, {paths.CITY: "Bern"}, Place(), {paths.CITY: stacks})
    before.profiles.save(profile_id, {paths.WEBSITE: "https://a.example"}, Place())
    before.close()
    after = opened(file)
    assert after.profiles.undo_stack(profile_id.lower(), paths.CITY) == stacks
    assert after.profiles.undo_stack(profile_id, paths.WEBSITE) == ""
    assert after.profiles.undo_stack("9999", paths.CITY) == ""
    after.profiles.save(profile_id, {}, Place(), {paths.CITY: ""})
    assert after.profiles.undo_stack(profile_id, paths.CITY) == ""


def test_a_history_is_saved_exactly_when_its_answer_is(
    store: Store, profile_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.profiles.save(profile_id, {paths.CITY: "Chur"}, Place(), {paths.CITY: "[1]"})
    with monkeypatch.context() as patched:
        patched.setattr("trusthub_tui.store.answers.write_undo_stacks", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.profiles.save(profile_id, {paths.CITY: "Basel"}, Place(), {paths.CITY: "[2]"})
    assert store.profiles.get(profile_id).answers[paths.CITY] == "Chur"
    assert store.profiles.undo_stack(profile_id, paths.CITY) == "[1]"


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_remarks_about_a_profile_that_is_not_there_are_told(store: Store) -> None:
    for act in (
        lambda: store.profiles.acknowledge("9999", right()),
        lambda: store.profiles.carry("9999", paths.CITY, ticked=True),
        lambda: store.profiles.import_over("9999", {}),
    ):
        with pytest.raises(ProfileNotFound):
            act()


def test_a_preference_stays_after_a_restart(opened: Callable[..., Store], file: Path) -> None:
    before = opened(file)
    assert before.preferences.get("theme") == ""
    assert before.preferences.get("theme", "dark") == "dark"
    before.preferences.set("theme", "light")
    before.preferences.set("theme", "contrast\x1b")
    before.close()
    after = opened(file, read_only=True)
    assert after.preferences.get("theme", "dark") == "contrast"
    with pytest.raises(ReadOnlyFile):
        after.preferences.set("theme", "dark")
