from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def _representative(number: int, first: str, last: str, phone: str) -> dict[str, str]:
    answers = {
        "first_name": first,
        "last_name": last,
        "email": f"{first.lower()}@northwindrobotics.com",
        "phone_number": phone,
        "business_title": "Head of Operations",
        "job_position": "Director",
    }
    return {paths.of_representative(number, attribute): text for attribute, text in answers.items()}


@pytest.fixture
def answers() -> dict[str, str]:
    """Answers that the practice review approves."""
    return {
        paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
        paths.FRIENDLY_NAME: "Northwind main profile",
        paths.COUNTRY: "US",
        paths.STREET: "548 Market St",
        paths.CITY: "San Francisco",
        paths.REGION: "CA",
        paths.POSTAL_CODE: "94104",
        paths.IDENTITY: "direct_customer",
        paths.BUSINESS_TYPE: "Corporation",
        paths.INDUSTRY: "TECHNOLOGY",
        paths.ID_TYPE: "EIN",
        paths.ID_NUMBER: "84-1927365",
        paths.WEBSITE: "https://www.northwindrobotics.com",
        paths.REGIONS: "USA_AND_CANADA",
        paths.NOTIFICATION_EMAIL: "ops@northwindrobotics.com",
        paths.TERMS: "yes",
        **_representative(1, "Ada", "Okafor", "+1 415 555 2671"),
        **_representative(2, "Ben", "Sato", "+1 415 555 2672"),
    }


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hub() -> PracticeTrustHub:
    return PracticeTrustHub(timedelta(seconds=30))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "profiles.db", clock) as store:
        yield store


@pytest.fixture
def filing(store: Store, hub: PracticeTrustHub, clock: Clock) -> Filing:
    return Filing(store, hub, clock)
