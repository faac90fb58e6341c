"""Checking answers, and the first use of each library, without a screen."""

import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random
from statistics import median

from tests.bench.programs import environment
from tests.bench.rows import Row
from tests.support.crowd import answers_of
from trusthub_tui.profile import paths
from trusthub_tui.profile.evaluation import evaluate

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
        yield Row(what, f"{median(taken) * 1000:.3g} ms (most {max(taken) * 1000:.3g})")


def first_uses(rounds: int) -> Iterator[Row]:
    """Yield the first use of each library in a fresh process, imports included."""
    for what, code in FIRST_USES.items():
        command = [sys.executable, "-c", _TIMED.format(code)]
        sample = []
        for _ in range(rounds):
            ended = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
            sample.append(float(ended.stdout))
        yield Row(f"first use: {what}", f"{median(sample):.3g} ms")


def _evaluated(answers: dict[str, str]) -> float:
    began = time.perf_counter()
    evaluate(answers)
    return time.perf_counter() - began
