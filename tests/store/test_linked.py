"""What the file knows of profiles at Twilio."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.store.errors import AlreadySending, ProfileNotFound
from trusthub_tui.store.linked import Link, SendingState, StoredEvaluation
from trusthub_tui.store.store import Store

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AC, BU = "AC" + "1" * 32, "BU" + "1" * 32


def linked(store: Store, sid: str = BU) -> str:
    made = store.profiles.create({"friendly_name": "Northwind"})
    store.linked.link(Link(made.id, AC, sid, "RN1", "primary", "draft", "then", AT, '{"a": 1}'))
    return made.id


def test_a_link_is_found_by_the_profile_by_the_sid_and_by_the_account(store: Store) -> None:
    made = linked(store)
    link = store.linked.of(made)
    assert link
    assert (link.sid, link.status, link.remote, link.fetched_at) == (BU, "draft", '{"a": 1}', AT)
    assert store.linked.by_sid(BU) == link
    assert store.linked.all() == store.linked.all(AC) == (link._replace(remote=""),)
    assert store.linked.all("AC" + "9" * 32) == ()
    assert store.linked.named(BU) == made
    assert store.profiles.get(made).sid == BU


def test_what_is_received_takes_the_place_of_what_was_known(store: Store) -> None:
    made = linked(store)
    store.linked.missing(made, AT)
    link = store.linked.of(made)
    assert link
    assert link.missing_at == AT
    store.linked.received(made, '{"a": 2}')
    store.linked.said(made, "in-review", "later")
    link = store.linked.of(made)
    assert link
    assert (link.remote, link.status, link.updated, link.missing_at) == (
        '{"a": 2}',
        "in-review",
        "later",
        None,
    )
    assert link.fetched_at > AT


def test_a_link_is_forgotten_and_the_answers_stay(store: Store) -> None:
    made = linked(store)
    store.linked.unlink(made)
    assert store.linked.of(made) is None
    assert store.profiles.get(made).name == "Northwind"


def test_a_deleted_profile_stands_for_nothing_until_it_is_brought_back(store: Store) -> None:
    made = linked(store)
    store.profiles.delete(made)
    assert store.linked.by_sid(BU) is None
    assert store.linked.named(BU) == ""
    with pytest.raises(ProfileNotFound):
        store.linked.received(made, "{}")
    store.undo.last()
    assert store.linked.by_sid(BU)


def test_only_the_newest_ten_evaluations_stay(store: Store) -> None:
    made = linked(store)
    store.linked.evaluated(
        made, [StoredEvaluation(f"EL{hour:02}", AT.replace(hour=hour), hour == 5, "[]") for hour in range(12)]
    )
    found = store.linked.evaluations(made)
    assert [one.sid for one in found] == [f"EL{hour:02}" for hour in range(11, 1, -1)]
    assert [one.sid for one in found if one.compliant] == ["EL05"]


def test_the_journal_tells_what_was_sent_and_what_became_of_it(store: Store) -> None:
    made = linked(store)
    first = store.linked.begin(made, "update:IT1", "abc")
    second = store.linked.begin(made, "create:x", "def")
    store.linked.end(first, SendingState.DONE, "IT1")
    assert [(one.step, one.state, one.sid) for one in store.linked.sendings(made)] == [
        ("create:x", SendingState.SENT, ""),
        ("update:IT1", SendingState.DONE, "IT1"),
    ]
    store.linked.end(second, SendingState.REFUSED, words="no\x1b[31m")
    assert store.linked.sendings(made)[0].words == "no[31m"


CLAIM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
with Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, 14, 0, tzinfo=UTC)) as store:
    store.linked.claim(sys.argv[2])
    print("claimed", flush=True)
    sys.stdin.readline()
"""


def test_one_process_at_a_time_sends_and_a_dead_one_holds_nobody_up(
    opened: Callable[..., Store], file: Path, child: Callable[..., Any]
) -> None:
    store = opened(file)
    made = linked(store)
    other = child(CLAIM, file, made)
    assert other.stdout.readline() == "claimed\n"
    with pytest.raises(AlreadySending):
        store.linked.claim(made)
    other.kill()
    other.wait()
    store.linked.claim(made)
    store.linked.claim(made)
    store.linked.release(made)


def test_what_twilio_took_or_refused_counts_for_thirty_days(store: Store, clock: Any) -> None:
    assert store.linked.ability(AC, "end-user", "primary") is None
    store.linked.remember_ability(AC, "end-user", "primary", taken=False, words="restricted")
    known = store.linked.ability(AC, "end-user", "primary")
    assert known
    assert (known.taken, known.words) == (False, "restricted")
    assert store.linked.ability(AC, "end-user", "secondary") is None
    clock.forward(30 * 24 * 3600)
    assert store.linked.ability(AC, "end-user", "primary") is None


def test_the_list_of_an_account_is_there_offline_with_its_time(store: Store, clock: Any) -> None:
    assert store.linked.listing(AC) is None
    store.linked.listed(AC, '[{"sid": "BU1"}]')
    first = store.linked.listing(AC)
    clock.forward(60)
    store.linked.listed(AC, '[{"sid": "BU1"}]')
    second = store.linked.listing(AC)
    assert first
    assert second
    assert second.at > first.at
    assert first.profiles == second.profiles == '[{"sid": "BU1"}]'


def test_everything_received_can_be_forgotten(store: Store) -> None:
    made = linked(store)
    store.linked.listed(AC, "[]")
    store.linked.purge()
    assert store.linked.of(made) is None
    assert store.linked.listing(AC) is None
    assert store.profiles.get(made).name == "Northwind"
