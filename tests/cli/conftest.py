import copy
import io
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from trusthub_tui.cli import main
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import read
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub

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

    def run(self, *words, env=None):
        return run_here("--db", str(self.db), *words, env=env)


def run_here(*words, env=None):
    """Run a command line in this process."""
    environment = {"TRUSTHUB_TUI_DB": None, "TRUSTHUB_TUI_REVIEW_AFTER": None} | (env or {})
    return CliRunner().invoke(main, [str(word) for word in words], env=environment)


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


class Terminal(io.StringIO):
    """A standard stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Run commands as at a terminal of some width; returns exit code and what was printed."""

    def in_terminal(*words, columns=100):
        screen = Terminal()
        with monkeypatch.context() as patched:
            patched.setenv("COLUMNS", str(columns))
            patched.setattr(sys, "stdin", Terminal())
            patched.setattr(sys, "stdout", screen)
            with pytest.raises(SystemExit) as ended:
                main([str(word) for word in words])
        return ended.value.code, screen.getvalue()

    return in_terminal
