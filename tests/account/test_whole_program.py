"""The program as a process, beside a Twilio on a loopback port: killed, watched for secrets, and counted."""

import asyncio
import base64
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.account.test_scenarios import WRITES, begun, filed_once, opened
from tests.support import documented
from tests.support.fake_twilio import Asked, FakeTwilio, Fault, served
from trusthub_tui.account.call import Caller, Chances
from trusthub_tui.account.credentials import Credentials, Hosts, SourceKind
from trusthub_tui.account.faults import Unreachable
from trusthub_tui.account.online import OnlineAccount
from trusthub_tui.account.resources import PROFILES, Tree, profile_of
from trusthub_tui.account.secret import Secret
from trusthub_tui.store.linked import SendingState
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_links import Links
from trusthub_tui.trusthub.remote_results import SubmitState

SECRET = "s3ntinel-secret-5f9c"  # noqa: S105 - of a fake
KEY = "SK" + "1" * 32


@dataclass
class Place:
    """A folder of somebody's own, and the Twilio that is asked from there."""

    folder: Path
    fake: FakeTwilio
    ac: str
    env: dict[str, str]
    said: list[str]

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "trusthub_tui", "--db", str(self.folder / "p.db"), *words]

    def run(self, *words: str, code: int = 0) -> str:
        ended = subprocess.run(
            self.command(*words), capture_output=True, text=True, env=self.env, timeout=60, check=False
        )
        self.said += [ended.stdout, ended.stderr]
        assert ended.returncode == code, ended.stderr
        return ended.stdout

    def json(self, *words: str, code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", code=code))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    fake = FakeTwilio()
    documented.watch(fake)
    with served(fake) as base:
        env = {
            name: value
            for name, value in os.environ.items()
            if not re.match(r"TWILIO_|TRUSTHUB_|.*_proxy$", name, re.I)
        }
        env |= {
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "TWILIO_ACCOUNT_SID": fake.account(),
            "TWILIO_API_KEY": KEY,
            "TWILIO_API_SECRET": SECRET,
            "TWILIO_TRUSTHUB_BASE_URL": base,
            "TWILIO_API_BASE_URL": base,
        }
        yield Place(tmp_path, fake, env["TWILIO_ACCOUNT_SID"], env, [])
    assert fake.violations == []


def with_two_representatives(place: Place, made: str, tmp_path: Path, **more: str) -> None:
    """Type a second representative and another website into a profile, by way of a file."""
    answers = place.json("show", made)["answers"]
    answers["business_information"]["website_url"] = "https://northwind.example"
    answers["authorized_representative_2"] = {"first_name": "Cy", "last_name": "Doe"}
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(answers))
    place.run("import", str(file), "--into", made, "--yes")


def file_and_be_killed(file: Path, place: Place, made: str) -> int:
    """Submit a profile in a process of its own; return its number. It never comes back here."""
    process = os.fork()
    if process:
        return process
    try:
        hosts = Hosts(place.fake.base, place.fake.base)
        credentials = Credentials(place.ac, KEY, Secret(SECRET), SourceKind.ENVIRONMENT, "x", hosts=hosts)
        clock, chances = (lambda: place.fake.now), Chances.real()
        with Store(file, clock) as store:
            filing = Filing(store, PracticeTrustHub(timedelta(seconds=30)), clock)
            plain = partial(httpx2.AsyncHTTPTransport, verify=False)  # no certificates to be read
            account = OnlineAccount(credentials, Caller(credentials, chances, plain))
            asyncio.run(Twilio(store, filing, account, clock, chances.sleep).submit(made))
    finally:
        os._exit(1)


@pytest.mark.parametrize("done", [True, False], ids=["the-request-was-done", "it-was-not"])
def test_a_filing_that_is_killed_between_journal_and_reply_is_finished_by_the_next_run(
    place: Place, tmp_path: Path, *, done: bool
) -> None:
    file = tmp_path / "killed.db"
    place.fake.two_representatives = True
    # That the requests are documented is proved where nobody is killed.
    place.fake.checks[:] = [lambda *_: None]
    for nth in range(WRITES):
        victim: list[int] = []

        def kill() -> None:
            while not victim:  # noqa: B023 - it is called in this turn
                time.sleep(0.001)
            os.kill(victim[0], signal.SIGKILL)  # noqa: B023 - it is called in this turn

        with opened(file, place.fake, place.ac) as town:
            sid, made = asyncio.run(begun(town))
        place.fake.faults = [Fault("killed" if done else "500-before", after=nth, act=kill)]
        victim.append(file_and_be_killed(file, place, made))
        assert os.waitstatus_to_exitcode(os.waitpid(victim[0], 0)[1]) == -signal.SIGKILL
        with opened(file, place.fake, place.ac) as town:
            assert town.store.linked.sendings(made)[0].state is SendingState.SENT
            assert asyncio.run(town.twilio.submit(made)).state is SubmitState.SUBMITTED
            # Whoever is killed while submitting lets it be checked once more before submitting again.
            filed_once(town, sid, made, checks=2 if nth == WRITES - 1 and not done else 1)


@contextmanager
def trap() -> Iterator[tuple[str, list[str]]]:
    """Serve on a port of its own where nobody may ever come; yields its address, and who came."""
    came: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(f"{self.path} {self.headers.get('Authorization')}")
            self.send_error(500)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", came
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_link_to_another_port_is_not_followed(place: Place) -> None:
    for _ in range(3):
        place.fake.console_draft(place.ac)
    place.fake.page_size = 1
    with trap() as (elsewhere, came):
        place.fake.page_link = lambda link: link.replace(place.fake.base, elsewhere)
        place.run("remote", code=1)
        place.run("pull", "--all", code=1)
    assert came == []


def test_the_secret_is_in_no_file_no_output_and_no_argument(place: Place, tmp_path: Path) -> None:
    sid = place.fake.console_draft(place.ac)
    [pulled] = place.json("pull", sid)
    made = pulled["id"]
    seen: list[str] = []

    def look(asked: Asked) -> bool:
        """See what any process on this machine shows of itself, while a request is under way."""
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.append(process.read_bytes().decode(errors="replace"))
            except OSError:
                continue
        return False

    place.fake.faults = [Fault("lost", when=look)]
    with_two_representatives(place, made, tmp_path)
    place.run("account")
    place.run("account", "use")
    place.run("push", made, "--yes")
    place.run("evaluate", made)
    place.run("submit", made, "--to", "twilio", "--yes", code=9)
    place.fake.submit(sid)
    place.run("watch", made, "--once", code=10)
    place.fake.decide(sid, "twilio-rejected", (18602,))
    place.run("watch", made, "--once", code=3)
    for words in (["show", made], ["history", made], ["list"], ["remote"], ["export", made], ["fix", made]):
        place.run(*words)
    place.run("backup", str(tmp_path / "backup.db"))
    place.fake.secrets.clear()
    place.run("remote", code=6)
    encoded = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    assert any("push" in one for one in seen)
    for where in (*seen, *place.said):
        assert SECRET not in where
        assert encoded not in where
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert {"p.db", "backup.db"} <= {file.name for file in files}
    for file in files:
        assert SECRET.encode() not in file.read_bytes(), file
        assert encoded.encode() not in file.read_bytes(), file


ASKED = """
import sys
from trusthub_tui.cli import main
try:
    main({words!r})
except SystemExit:
    pass
print(*[name for name in ("httpx2", "asyncio", "ssl") if name in sys.modules], file=sys.__stderr__)
"""


@pytest.mark.parametrize(
    "words",
    [["list"], ["show", "N0NE"], ["--offline", "account"], ["--offline", "remote"], ["account", "forget"]],
)
def test_without_a_request_the_library_of_requests_is_not_imported(place: Place, words: list[str]) -> None:
    code = ASKED.format(words=["--db", str(place.folder / "p.db"), *words])
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=place.env, timeout=60, check=True
    )
    assert "httpx2" not in ended.stderr.splitlines()[-1:]
    assert place.fake.asked == []


async def test_an_answer_that_drips_meets_a_deadline_for_the_whole_of_it(place: Place) -> None:
    place.fake.console_draft(place.ac)
    place.fake.faults = [Fault("drip", when=lambda asked: True) for _ in range(4)]
    hosts = Hosts(place.fake.base, place.fake.base)
    credentials = Credentials(place.ac, KEY, Secret(SECRET), SourceKind.ENVIRONMENT, "x", hosts=hosts)

    async def sleep(seconds: float) -> None:
        assert seconds <= 2

    account = OnlineAccount(credentials, Caller(credentials, Chances(sleep, lambda: 0.5, lambda: 0.0, 0.3)))
    with pytest.raises(Unreachable, match="did not answer within"):
        await account.list(PROFILES)
    assert len(await account.list(PROFILES)) == 1
    await account.close()


async def test_a_thousand_profiles_are_one_request_for_each_poll(place: Place, tmp_path: Path) -> None:
    with opened(tmp_path / "many.db", place.fake, place.ac) as town:
        links = Links(town.store, place.ac, lambda: place.fake.now)
        for number in range(1000):
            content = {"friendly_name": f"P{number}", "email": "a@b.example"}
            raw = place.fake.profiles[place.fake.console_draft(place.ac, content)]
            made = town.store.profiles.create({"friendly_name": f"P{number}"}).id
            links.compared(made, profile_of(raw), Tree(raw, {}, {}, ()))
        place.fake.checks.clear()
        await town.twilio.poll()
        place.fake.asked.clear()
        assert await town.twilio.poll() == ()
        assert len(place.fake.asked) == 1
