from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.support.deciding import decide
from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import EventKind, Place
from trusthub_tui.store.store import Store

SID = "BU" + "0123456789abcdef" * 2


def told(store: Store, profile_id: str) -> list[str]:
    return [event.text for event in store.events.of(profile_id)]


def right(at: datetime, rule: str = "address.odd", note: str = "we asked") -> Acknowledgement:
    return Acknowledgement(paths.CITY, rule, "Bern", note, at)


def test_everything_that_happens_to_a_profile_is_told_in_order_and_with_its_time(
    store: Store, clock: Any
) -> None:
    start = clock.now
    profile_id = store.profiles.create({paths.CITY: "Bern"}).id
    store.profiles.acknowledge(profile_id, right(clock()))
    store.undo.last()
    sent = Submission(profile_id, 1, {}, clock(), "practice")
    store.submissions.add(sent, Status.IN_REVIEW)
    no = Decision(False, clock(), (Reason(18602), Reason(18603), Reason(18602)))
    decide(store, profile_id, 1, no, Status.REJECTED)
    store.profiles.acknowledge(profile_id, right(clock(), "reason.18602", ""))
    store.profiles.delete(profile_id)
    store.undo.last()
    store.submissions.add(Submission(profile_id, 2, {}, clock(), "twilio"), Status.IN_REVIEW, sid=SID)
    decide(store, profile_id, 2, Decision(True, clock()), Status.APPROVED)
    events = store.events.of(profile_id.lower())
    assert [event.text for event in events] == [
        "Created",
        "It is right, said about City: we asked",
        "It is right, taken back about City",
        "Version 1 submitted to the practice Trust Hub",
        "Version 1 rejected by the practice Trust Hub: 18602, 18603",
        "It is right, said about Reason 18602",
        "Deleted",
        "Brought back",
        f"Version 2 filed in the Console as {SID}",
        "Version 2 approved by Twilio",
    ]
    assert [event.at for event in events] == [start + timedelta(seconds=second) for second in range(1, 11)]
    assert {event.kind for event in events} == set(EventKind) - {
        EventKind.DUPLICATED,
        EventKind.IMPORTED,
        EventKind.NAMED,
        EventKind.REOPENED,
        EventKind.DISCARDED,
    }


def test_a_copy_and_an_import_tell_where_they_come_from(store: Store) -> None:
    original = store.profiles.create({paths.CITY: "Bern"}).id
    assert told(store, store.profiles.duplicate(original).id) == [f"Duplicated from {original}"]
    assert told(store, store.profiles.create(imported_from="a\x1b.json").id) == ["Imported from a.json"]
    assert told(store, store.profiles.create(imported_from="").id) == ["Imported"]
    store.profiles.import_over(original, {paths.CITY: "Basel", paths.STREET: "x"}, imported_from="b.json")
    store.undo.last()
    assert told(store, original) == [
        "Created",
        "Answers imported from b.json: 2 changed",
        "Import taken back",
    ]
    assert told(store, "9999") == []


def test_typing_is_no_event(store: Store) -> None:
    profile_id = store.profiles.create().id
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    store.profiles.save_place(profile_id, Place(2))
    assert told(store, profile_id) == ["Created"]


def test_a_decision_that_came_at_once_follows_its_submission(store: Store) -> None:
    profile_id = store.profiles.create().id
    at = datetime(2026, 11, 23, tzinfo=UTC)
    sent = Submission(profile_id, 1, {}, at, "practice", None, Decision(False, at))
    store.submissions.add(sent, Status.REJECTED)
    assert told(store, profile_id)[1:] == [
        "Version 1 submitted to the practice Trust Hub",
        "Version 1 rejected by the practice Trust Hub",
    ]


def test_what_did_not_happen_is_not_told(store: Store) -> None:
    profile_id = store.profiles.create().id
    at = datetime(2026, 11, 23, tzinfo=UTC)
    store.submissions.add(Submission(profile_id, 1, {}, at, "practice"), Status.IN_REVIEW)
    before = told(store, profile_id)
    with pytest.raises(Locked):
        store.submissions.add(Submission(profile_id, 2, {}, at, "practice"), Status.IN_REVIEW)
    with pytest.raises(Locked):
        store.profiles.acknowledge(profile_id, right(at))
    assert told(store, profile_id) == before
    assert decide(store, profile_id, 1, Decision(True, at), Status.APPROVED)
    assert not decide(store, profile_id, 1, Decision(False, at), Status.REJECTED)
    assert told(store, profile_id)[2:] == ["Version 1 approved by the practice Trust Hub"]


def test_a_note_is_never_taken_for_a_template(store: Store) -> None:
    profile_id = store.profiles.create().id
    at = datetime(2026, 11, 23, tzinfo=UTC)
    store.profiles.acknowledge(profile_id, right(at, note="{detail} %s \\N{BULLET}"))
    assert told(store, profile_id)[-1].endswith(": {detail} %s \\N{BULLET}")
