"""What the pictures show: a file with profiles in every state, a clock that stands still, fixed IDs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.tui.online import Online
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.terminal.clipboard import LocalClipboard

if TYPE_CHECKING:
    from tests.support.fake_twilio import FakeTwilio

START = datetime(2026, 11, 23, 9, 41, 7, tzinfo=UTC)
REVIEW = timedelta(seconds=30)


def _person(number: int, values: tuple[str, ...]) -> dict[str, str]:
    asked = ("first_name", "last_name", "email", "phone_number", "business_title", "job_position")
    return {
        paths.of_representative(number, name): text for name, text in zip(asked, values, strict=True) if text
    }


ADA = ("Ada", "Okafor", "ada@northwindrobotics.com", "+1 415 555 2671", "Chief Executive Officer", "CEO")
BEN = ("Ben", "Sato", "ben@northwindrobotics.com", "415 555 2672", "Head of Operations", "Other")

GOOD: Mapping[str, str] = {
    paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
    paths.FRIENDLY_NAME: "Northwind main profile",
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.STREET_SECONDARY: "Suite 1200",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
    paths.IDENTITY: "direct_customer",
    paths.BUSINESS_TYPE: "Corporation",
    paths.INDUSTRY: "TECHNOLOGY",
    paths.ID_TYPE: "EIN",
    paths.ID_NUMBER: "84-1927365",
    paths.WEBSITE: "www.northwindrobotics.com",
    paths.REGIONS: "USA_AND_CANADA,EUROPE",
    **_person(1, ADA),
    **_person(2, BEN),
    paths.NOTIFICATION_EMAIL: "ops@northwindrobotics.com",
    paths.TERMS: "yes",
}
"""Answers that a review approves."""

RISKY: Mapping[str, str] = {
    **GOOD,
    paths.FRIENDLY_NAME: "Blue Heron Clinic",
    paths.BUSINESS_NAME: "Blue Heron Clinic LLC",
    paths.STREET: "PO Box 12",
    **_person(2, (*BEN[:2], "ben.sato@gmail.com", *BEN[3:])),
}
"""Answers that are complete but that a review is likely to reject."""

WRONG: Mapping[str, str] = {
    **{path: text for path, text in GOOD.items() if path not in (paths.WEBSITE, paths.TERMS)},
    paths.FRIENDLY_NAME: "Delta Freight, second try",
    paths.BUSINESS_NAME: "Delta",
    paths.POSTAL_CODE: "9410",
    paths.ID_NUMBER: "84-19273",
    **_person(1, (*ADA[:2], "ada@northwind", "+1 415 555", *ADA[4:])),
    **_person(2, ADA),
    paths.NOTIFICATION_EMAIL: "ops at northwind",
}
"""Answers with something wrong on every step."""

JUST_BEGUN: Mapping[str, str] = {paths.BUSINESS_NAME: "Elm Street Bakery"}

OTHERS = (
    ("Fathom Labs", "Fathom Labs Ltd"),
    ("Greenline Transit, Zürich", "Greenline Transit AG"),
    ("Harbor Foods", "Harbor Foods Co-op"),
    ("Iris Systems", "Iris Systems S.A."),
)
ADDRESSES = (
    ("US", "1200 Harbor Blvd", "", "Oakland", "CA", "94607"),
    ("DE", "Invalidenstraße 116", "", "Berlin", "", "10115"),
    ("GB", "14 Leadenhall Street", "Floor 3", "London", "", "EC3V 1LR"),
)


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def forward(self, **by: float) -> None:
        """Move on."""
        self.now += timedelta(**by)


class InUtc(Services):
    """Shows times in UTC, wherever the pictures are made."""

    def local(self, moment: datetime) -> datetime:
        """Return the moment as it is."""
        return moment.astimezone(UTC)


@dataclass
class Cast:
    """One file. Profiles are made by name; a scene asks for the one it is about."""

    file: Path
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.store = Store(self.file, self.clock, entropy=Random(41).randbytes)  # noqa: S311 - fixed IDs
        self.online: Online | None = None
        self.filing = Filing(self.store, PracticeTrustHub(REVIEW), self.clock)

    @property
    def services(self) -> Services:
        """What the program is given."""
        return InUtc(self.store, self.filing, self.clock, LocalClipboard({}), online=self.online)

    def add(self, answers: Mapping[str, str], *, at: Place | None = None, sent: bool = False) -> str:
        """Make a profile, submit it perhaps, and say where its user stopped; returns its ID."""
        profile = self.store.profiles.create(answers)
        Draft(self.store, profile, self.clock).check()  # the list says how far it is
        made = profile.id
        if sent:
            self.filing.submit(made)
        if at is not None:
            self.store.profiles.save_place(made, at)
        self.clock.forward(minutes=11)
        return made

    def at_twilio(self) -> "tuple[FakeTwilio, str]":
        """Let the file be followed with an account that has one draft; returns it and the draft's SID."""
        from tests.support.beside_twilio import AC, BesideTwilio
        from tests.support.fake_twilio import FakeTwilio

        beside = BesideTwilio(self.file.parent, FakeTwilio(now=self.clock()))
        self.online = beside.online(self)
        self.store.preferences.set("account.sid", AC)
        return beside.fake, beside.fake.console_draft(AC)

    def decided(self) -> None:
        """Let the reviewer decide everything that was sent."""
        self.clock.forward(seconds=REVIEW.total_seconds() + 1)
        self.filing.settle()

    def address_book(self) -> None:
        """Keep some addresses."""
        for parts in ADDRESSES:
            given = dict(zip(paths.ADDRESS_PARTS, parts, strict=True))
            self.store.addresses.save({path: text for path, text in given.items() if text})
            self.clock.forward(minutes=1)

    def everybody(self) -> str:
        """Make profiles in every state; returns the ID of the newest draft."""
        for name, business in OTHERS:
            self.add({**GOOD, paths.FRIENDLY_NAME: name, paths.BUSINESS_NAME: business})
        self.add({**GOOD, paths.FRIENDLY_NAME: "Calder & Sons"}, sent=True)
        self.add({**RISKY}, sent=True)
        self.decided()
        self.add({**WRONG}, sent=True)
        self.add(JUST_BEGUN)
        self.clock.forward(days=1)
        self.add({**GOOD, paths.FRIENDLY_NAME: "Delta Freight GmbH"}, sent=True)
        return self.add(GOOD)
