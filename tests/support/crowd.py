"""A file with many profiles, made fast: for tests and for measurements.

As a script: ``python tests/support/crowd.py FILE [PROFILES]``.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from trusthub_tui.profile import paths
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.status import Status
from trusthub_tui.store.folding import folded
from trusthub_tui.store.store import Store
from trusthub_tui.store.times import time_to_text

Row = dict[str, Any]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
START = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
FAR = datetime(2099, 1, 1, tzinfo=UTC)

FIRST = ("Northwind", "Blue", "Delta", "Elm", "Fathom", "Greenline", "Calder", "Zürich", "Harbor", "Iris")
SECOND = ("Robotics", "Heron", "Freight", "Street", "Labs", "Transit", "Clinic", "Bakery", "Systems", "Foods")
FORM = ("Inc.", "LLC", "GmbH", "Ltd", "Co-op", "S.A.")
CITIES = (("US", "San Francisco"), ("DE", "Berlin"), ("CH", "Zürich"), ("GB", "London"), ("CA", "Toronto"))

STANDINGS = (
    (Status.REJECTED, "Fix 2 reasons", 0),
    (Status.DRAFT, "3 to fix in Business information", 1),
    (Status.DRAFT, "3 of 7 steps ready", 2),
    (Status.IN_REVIEW, "Nothing to do", 3),
    (Status.APPROVED, "Nothing to do", 4),
)
CODES = (18601, 18602)
WEIGHTS = (45, 5, 15, 10, 25)


def profile_id(number: int) -> str:
    """Return a different ID for each number below 32**4."""
    mixed = number * 7919 % 32**4
    return "".join(ALPHABET[mixed >> shift & 31] for shift in (15, 10, 5, 0))


def answers_of(number: int, random: Random) -> dict[str, str]:
    """Return a full set of answers, about 1 KiB of them."""
    name = f"{random.choice(FIRST)} {random.choice(SECOND)} {number} {random.choice(FORM)}"
    host = f"www.company{number}.example"
    country, city = random.choice(CITIES)
    answers = {
        paths.BUSINESS_NAME: name,
        paths.FRIENDLY_NAME: name,
        paths.COUNTRY: country,
        paths.STREET: f"{number % 400} Market Street",
        paths.CITY: city,
        paths.REGION: "",
        paths.POSTAL_CODE: f"{number % 100_000:05}",
        paths.IDENTITY: "direct_customer",
        paths.BUSINESS_TYPE: "Corporation",
        paths.INDUSTRY: "TECHNOLOGY",
        paths.ID_TYPE: "EIN",
        paths.ID_NUMBER: f"84-{number:07}",
        paths.WEBSITE: f"https://{host}",
        paths.REGIONS: "USA_AND_CANADA,EUROPE",
        paths.NOTIFICATION_EMAIL: f"ops@{host}",
        paths.TERMS: "yes",
    }
    for person in (1, 2):
        answers |= {
            paths.of_representative(person, "first_name"): ("Ada", "Ben")[person - 1],
            paths.of_representative(person, "last_name"): ("Okafor", "Sato")[person - 1],
            paths.of_representative(person, "email"): f"person{person}@{host}",
            paths.of_representative(person, "phone_number"): f"+1 415 555 01{number % 50 + person:02}",
            paths.of_representative(person, "business_title"): "Head of Operations",
            paths.of_representative(person, "job_position"): "Director",
        }
    return {path: text for path, text in answers.items() if text}


def fill(
    file: Path, profiles: int = 10_000, *, addresses: int = 200, versions: int = 5, seed: int = 1
) -> None:
    """Make a new file with so many profiles of all statuses; the same arguments give the same profiles.

    Those that are no drafts have been submitted ``versions`` times, with everything that goes with it.
    """
    Store(file, lambda: START).close()
    random = Random(seed)  # noqa: S311 - the same file each time is what is wanted
    with closing(Database(file, execute_plugins=False)) as database:
        database.table("address").insert_all(_addresses(addresses))
        rows: dict[str, list[Row]] = {}
        for number in range(profiles):
            _make(rows, number, addresses, versions, random)
            if number % 500 == 499:
                _write(database, rows)
        _write(database, rows)


def _write(database: Database, rows: dict[str, list[Row]]) -> None:
    with database.atomic():
        for table, some in rows.items():
            database.table(table).insert_all(some, batch_size=1000)
    rows.clear()


def _addresses(count: int) -> Iterator[Row]:
    for key in range(1, count + 1):
        country, city = CITIES[key % len(CITIES)]
        parts = {paths.COUNTRY: country, paths.STREET: f"{key} Market Street", paths.CITY: city}
        yield {
            "key": key,
            "parts": json.dumps(parts, ensure_ascii=False),
            "folded": folded("\n".join(parts.values())),
            "used_at": time_to_text(START + timedelta(minutes=key)),
        }


def _make(rows: dict[str, list[Row]], number: int, addresses: int, versions: int, random: Random) -> None:
    key = number + 1
    answers = answers_of(number, random)
    (status, following, rank), *_ = random.choices(STANDINGS, WEIGHTS)
    at = time_to_text(START + timedelta(minutes=number))
    name = profile_name(answers)
    profile = {
        "key": key,
        "id": profile_id(number),
        "status": status.value,
        "name": name,
        "folded": folded(name),
        "next": following,
        "rank": rank,
        "version": 1,
        "section": 1,
        "path": "",
        "caret": 0,
        "shown": "[]",
        "address_key": number % addresses + 1 if addresses else None,
        "registration": answers[paths.ID_NUMBER] if status is Status.APPROVED else "",
        "created_at": at,
        "changed_at": at,
        "used_at": at,
        "sid": "" if status is Status.DRAFT else f"BU{number:032x}",
    }
    _add(rows, "profile", profile)
    for path, text in answers.items():
        _add(rows, "answer", {"profile_key": key, "path": path, "text": text})
    typed = json.dumps([answers[paths.BUSINESS_NAME][:end] for end in range(20)])
    _add(rows, "undo_stack", {"profile_key": key, "path": paths.BUSINESS_NAME, "text": typed})
    _add(rows, "event", {"profile_key": key, "at": at, "kind": "created", "version": None, "detail": "{}"})
    if status is not Status.DRAFT:
        _submit(rows, profile, answers, versions)


def _add(rows: dict[str, list[Row]], table: str, row: Row) -> None:
    rows.setdefault(table, []).append(row)


def _submit(rows: dict[str, list[Row]], profile: Row, answers: dict[str, str], versions: int) -> None:
    key, at, status = profile["key"], profile["created_at"], Status(profile["status"])
    reasons = [{"code": code, "paths": [paths.ID_NUMBER], "words": ["As it was said."]} for code in CODES]
    rejected = (0, at, json.dumps(reasons))
    outcome = {Status.APPROVED: (1, at, "[]"), Status.REJECTED: rejected}.get(status, (None, None, None))
    for version in range(1, versions + 1):
        sent = answers | {paths.STREET: f"{version} Market Street", paths.ID_NUMBER: f"84-{version:07}"}
        decision = outcome if version == versions else rejected
        hub = ("twilio", "practice")[(key + version) % 2]
        _add(
            rows,
            "submission",
            {
                "profile_key": key,
                "version": version,
                "answers": json.dumps(sent, ensure_ascii=False),
                "hub": hub,
                "submitted_at": at,
                "due_at": None if hub == "twilio" else time_to_text(FAR),
                **dict(zip(("approved", "decided_at", "reasons"), decision, strict=True)),
            },
        )
        for kind in ("submitted", "decided") if decision[1] else ("submitted",):
            _add(
                rows,
                "event",
                {"profile_key": key, "at": at, "kind": kind, "version": version, "detail": "{}"},
            )
        said = {"path": paths.ID_NUMBER, "rule": "reason.18602", "answer": str(version)}
        note = {"note": "We asked the registry.", "at": at}
        _add(rows, "acknowledgement", {"profile_key": key, **said, **note})
    if status is Status.IN_REVIEW:
        for path, text in answers.items():
            _add(rows, "carried", {"profile_key": key, "path": path, "answer": text})


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
