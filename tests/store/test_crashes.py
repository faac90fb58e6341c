import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store

SAVE_WITHOUT_END = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))
number = int(sys.argv[3])
while True:
    number += 1
    text = f"{number} " + "x" * (number % 3000)
    changes = {"business_information.business_name": text, "address.street": text}
    store.profiles.save(sys.argv[2], changes, Place(1, "address.street", number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_what_was_acknowledged_survives_kill_9_at_any_moment(
    child: Callable[..., Any], opened: Callable[..., Store], file: Path, seed: int
) -> None:
    moments = Random(seed)  # noqa: S311 - moments to kill at are no secret
    store = opened(file)
    profile_id = store.profiles.create().id
    store.close()
    stored = 0
    for _ in range(4):
        process = child(SAVE_WITHOUT_END, file, profile_id, stored)
        # Reading so many acknowledgements, never waiting for a time, is what makes the moment random.
        for _ in range(moments.randint(1, 400)):
            acknowledged = int(process.stdout.readline())
        process.kill()
        told = process.stdout.read().split("\n")[:-1]
        acknowledged = int(told[-1]) if told else acknowledged

        after = opened(file)
        after.check()
        profile = after.profiles.get(profile_id)
        after.close()
        name = profile.answers[paths.BUSINESS_NAME]
        stored = int(name.split()[0])
        # One more may be on the disk than the process had the time to tell.
        assert acknowledged <= stored <= acknowledged + 1
        assert profile.answers[paths.STREET] == name
        assert profile.place.caret == stored
        assert profile.version == stored + 1
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


SAVE_SOME = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
with Store(Path(sys.argv[1]), lambda: datetime.now(UTC)) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(200):
        store.profiles.save(sys.argv[2], {sys.argv[3]: f"{number}"}, Place())
    print("done", flush=True)
"""


def test_windows_in_several_processes_lose_none_of_each_others_saves(
    child: Callable[..., Any], store: Store
) -> None:
    profile = store.profiles.create()
    asked = (paths.CITY, paths.STREET, paths.WEBSITE)
    writers = [child(SAVE_SOME, store.path, profile.id, path) for path in asked]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.stdout.readline() for writer in writers] == ["done\n"] * 3
    after = store.profiles.get(profile.id)
    assert dict(after.answers) == dict.fromkeys(asked, "199")
    assert after.version == profile.version + 600


def test_a_change_that_is_interrupted_halfway_never_happened(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = store.profiles.create({paths.CITY: "Bern"})
    changes = {paths.CITY: "Zürich", paths.BUSINESS_NAME: "Northwind"}
    with monkeypatch.context() as patched:
        patched.setattr("trusthub_tui.store.answers.profile_name", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.profiles.save(profile.id, changes, profile.place)
    assert store.profiles.get(profile.id) == profile
    store.profiles.save(profile.id, {paths.CITY: "Basel"}, profile.place)
    assert store.profiles.get(profile.id).answers == {paths.CITY: "Basel"}


def _interrupted(answers: object) -> str:
    raise KeyboardInterrupt
