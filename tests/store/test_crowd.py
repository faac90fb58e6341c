"""Writers in a crowd wait fairly: nobody is told that the file is busy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store

SAVES = 150
WRITERS = 4

SAVE_MANY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.errors import FileBusy
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
file, profile_id, path, saves = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
print("ready", flush=True)
sys.stdin.readline()
done = busy = 0
with Store(file, lambda: datetime.now(UTC)) as store:
    for number in range(1, saves + 1):
        try:
            store.profiles.save(profile_id, {path: f"{number}"}, Place())
            done += 1
        except FileBusy:
            busy += 1
print(done, busy, flush=True)
"""

SAVE_UNTIL_KILLED = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))
print("open", flush=True)
for number in count():
    store.profiles.save(sys.argv[2], {"address.postal_code": f"{number}"}, Place())
"""


def crowd(child: Callable[..., Any], store: Store, saves: int) -> None:
    asked = (paths.CITY, paths.STREET, paths.WEBSITE, paths.REGION)[:WRITERS]
    profile_id = store.profiles.create().id
    writers = [child(SAVE_MANY, store.path, profile_id, path, saves) for path in asked]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    kills = 0
    while any(writer.poll() is None for writer in writers):
        victim = child(SAVE_UNTIL_KILLED, store.path, profile_id)
        assert victim.stdout.readline() == "open\n"
        victim.kill()
        victim.wait()
        kills += 1
    assert [writer.stdout.readline() for writer in writers] == [f"{saves} 0\n"] * WRITERS
    assert kills
    after = store.profiles.get(profile_id)
    assert {path: after.answers[path] for path in asked} == dict.fromkeys(asked, str(saves))
    assert after.version >= 1 + WRITERS * saves
    store.check()


def test_nobody_in_a_crowd_is_told_that_the_file_is_busy_beside_a_loop_of_kills(
    child: Callable[..., Any], store: Store
) -> None:
    crowd(child, store, SAVES)


def test_a_writer_comes_to_his_turn_between_two_that_never_pause(
    child: Callable[..., Any], opened: Callable[..., Store], file: Path
) -> None:
    store = opened(file)
    profile_id = store.profiles.create().id
    others = [child(SAVE_UNTIL_KILLED, file, profile_id) for _ in range(2)]
    for other in others:
        assert other.stdout.readline() == "open\n"
    for number in range(50):
        store.preferences.set("theme", f"{number}")
    assert store.preferences.get("theme") == "49"
    assert store.profiles.get(profile_id).version > 1
