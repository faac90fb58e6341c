"""Checking answers, and the first use of each library, without a screen."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tests.bench.programs import environment
from tests.bench.rows import Row, at_most, ms
from tests.support.crowd import answers_of
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.status import Status
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.tui.dialogs.history import change_lines
from trusthub_tui.tui.glyphs import UNICODE
from trusthub_tui.tui.pages.status_lines import status_lines
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.terminal.clipboard import LocalClipboard

_TIMED = """
import time
began = time.perf_counter()
{}
print((time.perf_counter() - began) * 1000)
"""

FIRST_USES = {
    "e-mail addresses": "from trusthub_tui.profile.formats import email; email.read('ada@northwind.com')",
    "phone numbers": "from trusthub_tui.profile.formats import phone; phone.read('+1 415 555 2671', 'US')",
    "postal addresses": "from trusthub_tui.profile.formats import address; address.form('US')",
    "postal codes": "from trusthub_tui.profile.formats import postal_code; postal_code.read('US', '94104')",
    "registration numbers": "from trusthub_tui.profile.formats import registration; "
    "registration.read('EIN', '84-1927365', 'US')",
    "web addresses": "from trusthub_tui.profile.formats import web; web.registrable('www.northwind.co.uk')",
    "all rules, first evaluation": "from trusthub_tui.profile.evaluation import evaluate; "
    "evaluate({'business_information.business_name': 'Northwind', 'authorized_representative_1.email': "
    "'ada@northwind.com', 'authorized_representative_1.phone_number': '+1 415 555 2671', "
    "'business_information.website_url': 'https://northwind.com', 'address.iso_country': 'US', "
    "'address.postal_code': '94104', 'address.region': 'CA'})",
    "the strict model": "import trusthub_tui.profile.customer_profile",
}

_SEVERAL_LIBRARIES = ("all rules, first evaluation", "the strict model")
"""These load several at once, beside the user's keys: after the first paint, and on the review page."""


def checks() -> Iterator[Row]:
    """Yield an evaluation after one changed letter, as every key causes, and one of answers never seen."""
    random = Random(1)  # noqa: S311 - the same answers each time are what is wanted
    answers = answers_of(1, random)
    evaluate(answers)
    email = paths.of_representative(1, "email")
    samples: dict[str, list[dict[str, str]]] = {
        "one field check: legal name changed": [
            answers | {paths.BUSINESS_NAME: f"Northwind {number} Inc."} for number in range(200)
        ],
        "one field check: work e-mail changed": [
            answers | {email: f"ada{number}@northwind.com"} for number in range(200)
        ],
        "whole evaluation of other answers": [answers_of(number, random) for number in range(1000, 1200)],
    }
    for what, sample in samples.items():
        taken = [_evaluated(given) for given in sample]
        yield at_most(what, taken, 1 if "one field" in what else 3)


def endless(times: int = 200_000) -> Iterator[Row]:
    """Yield an evaluation in which one answer after the other is as long as a book."""
    random = Random(2)  # noqa: S311 - the same answers each time are what is wanted
    answers = answers_of(2, random)
    evaluate(answers)
    for piece in ("1", "a@", "ü"):
        taken = [_evaluated(answers | {path: piece * times}) for path in answers]
        yield at_most(f"evaluation with one answer of {times:,} times {piece}", taken, 200)


def first_uses(rounds: int) -> Iterator[Row]:
    """Yield the first use of each library in a fresh process, imports included."""
    for what, code in FIRST_USES.items():
        command = [sys.executable, "-c", _TIMED.format(code)]
        sample = []
        for _ in range(rounds):
            ended = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
            sample.append(float(ended.stdout) / 1000)
        name = f"first use: {what}"
        yield Row(name, ms(sample)) if what in _SEVERAL_LIBRARIES else at_most(name, sample, 60)


def pages(file: Path) -> Iterator[Row]:
    """Yield what it takes to read a rejected profile of five versions and to make its pages."""
    with Store(file, store_clock) as store:
        filing = Filing(store, PracticeTrustHub(timedelta()), store_clock)
        services = Services(store, filing, store_clock, LocalClipboard({}))
        rejected = store.profiles.lines(Status.REJECTED.label, 0, 20)
        for what, make in {
            "open the fix list": lambda draft: list(
                status_lines(draft, services, UNICODE, 100, ("reason", 1))
            ),
            "open the differences": lambda draft: list(change_lines(draft, 100)),
        }.items():
            yield at_most(what, [_made(store, line.id, make) for line in rejected], 50)


def store_clock() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def _made(store: Store, profile_id: str, make: Callable[[Draft], object]) -> float:
    began = time.perf_counter()
    make(Draft(store, store.profiles.get(profile_id), store_clock))
    return time.perf_counter() - began


def _evaluated(answers: dict[str, str]) -> float:
    began = time.perf_counter()
    evaluate(answers)
    return time.perf_counter() - began
