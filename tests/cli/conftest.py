import copy
import io
import json
import sys
import types
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from trusthub_tui.cli.command_line import main
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import read
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.tui.opening import Left, Opening

START = datetime(2024, 11, 22, 14, 15, tzinfo=UTC)

GOOD_DOCUMENT = {
    "schema": 1,
    "friendly_name": "Northwind main",
    "business_information": {
        "business_name": "Northwind Robotics, Inc.",
        "business_identity": "direct_customer",
        "business_type": "Corporation",
        "business_industry": "TECHNOLOGY",
        "business_registration_identifier": "EIN",
        "business_registration_number": "84-1927365",
        "website_url": "https://www.northwindrobotics.com",
        "business_regions_of_operation": ["USA_AND_CANADA", "EUROPE"],
    },
    "address": {
        "iso_country": "US",
        "street": "548 Market St",
        "city": "San Francisco",
        "region": "CA",
        "postal_code": "94104",
    },
    "authorized_representative_1": {
        "first_name": "Ada",
        "last_name": "Okafor",
        "email": "ada@northwindrobotics.com",
        "phone_number": "+1 415 555 0132",
        "business_title": "Chief Executive Officer",
        "job_position": "CEO",
    },
    "authorized_representative_2": {
        "first_name": "Ben",
        "last_name": "Sato",
        "email": "ben@northwindrobotics.com",
        "phone_number": "+1 415 555 0178",
        "business_title": "Head of Operations",
        "job_position": "Director",
    },
    "notification": {"email": "ops@northwindrobotics.com"},
    "terms": {"accepted": True},
}


@dataclass
class Desk:
    """The file as somebody left it, and a runner for the commands on it."""

    db: object
    now: datetime = START
    good: dict = field(default_factory=lambda: read(GOOD_DOCUMENT))

    def clock(self):
        return self.now

    def store(self):
        return Store(self.db, self.clock)

    def profile(self, *, but=None, submit=False):
        """Make a profile that would be approved, but for some answers; returns its ID."""
        with self.store() as store:
            profile = store.profiles.create(self.good | (but or {}))
            if submit:
                Filing(store, PracticeTrustHub(timedelta(seconds=30)), self.clock).submit(profile.id)
            return profile.id

    def draft(self, **answers):
        """Make a draft with a name and next to nothing else; returns its ID."""
        with self.store() as store:
            return store.profiles.create({paths.FRIENDLY_NAME: "Half done"} | answers).id

    def status(self, profile_id):
        with self.store() as store:
            return store.profiles.get(profile_id).status.value

    def answers(self, profile_id):
        with self.store() as store:
            return dict(store.profiles.get(profile_id).answers)

    def change(self, profile_id, **answers):
        """Type other answers; ``website_url="..."`` stands for the question whose path ends so."""
        named = {paths.attribute(path): path for path in reversed(QUESTIONS)}
        with self.store() as store:
            store.profiles.save(profile_id, {named[name]: text for name, text in answers.items()}, Place())

    def versions(self, *cities):
        """Make a profile of one rejected version for each city, and a draft of the next; returns its ID."""
        profile_id = self.profile(but={paths.WEBSITE: "", paths.CITY: cities[0]}, submit=True)
        for city in cities[1:]:
            self.change(profile_id, city=city)
            assert self.run("submit", profile_id, "--yes", "--anyway").exit_code == 0
        return profile_id

    def run(self, *words, env=None, typed=None):
        return run_here("--db", str(self.db), *words, env=env, typed=typed)


def run_here(*words, env=None, typed=None):
    """Run a command line in this process; ``typed`` is what comes on standard input."""
    environment = {"TRUSTHUB_TUI_DB": None, "TRUSTHUB_TUI_REVIEW_AFTER": None} | (env or {})
    return CliRunner().invoke(main, [str(word) for word in words], env=environment, input=typed)


@pytest.fixture
def failure():
    """Return what a failed command tells as one text, whether in words or as JSON."""

    def told(stderr):
        if not stderr.startswith("{"):
            return stderr
        error = json.loads(stderr)["error"]
        return f"{error['message']} {error['remedy']}".strip() + "\n"

    return told


@pytest.fixture
def run():
    return run_here


@pytest.fixture
def good_document():
    return copy.deepcopy(GOOD_DOCUMENT)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "profiles.db")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch, tmp_path):
    for name in ("TRUSTHUB_TUI_DB", "TRUSTHUB_TUI_REVIEW_AFTER", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


class Terminal(io.TextIOWrapper):
    """A standard stream that says it is a terminal."""

    def __init__(self, typed=""):
        super().__init__(io.BytesIO(typed.encode()), encoding="utf-8", write_through=True)

    def getvalue(self):
        return self.buffer.getvalue().decode()

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Run commands as at a terminal of some width; returns exit code and what was printed."""

    def in_terminal(*words, columns=100, typed=""):
        screen = Terminal()
        with monkeypatch.context() as patched:
            patched.setenv("COLUMNS", str(columns))
            patched.setattr(sys, "stdin", Terminal(typed))
            patched.setattr(sys, "stdout", screen)
            with pytest.raises(SystemExit) as ended:
                main([str(word) for word in words])
        return ended.value.code, screen.getvalue()

    return in_terminal


@pytest.fixture
def screens(monkeypatch):
    """Stand in for the screens: note what was to be opened and leave at once."""
    opened = []
    module = types.ModuleType("trusthub_tui.tui.launch")

    def launch(store, filing, clock, opening, look=None, online=None):
        assert clock().utcoffset().total_seconds() == 0
        opened.append(opening)
        if opening.new:
            return Left(store.profiles.create().id, saved=True)
        return Left("" if opening.profile_id == "GONE" else opening.profile_id, saved=True)

    module.launch, module.Opening = launch, Opening
    monkeypatch.setitem(sys.modules, "trusthub_tui.tui.launch", module)
    return opened
