"""A Twilio of our own for the attacks: on a loopback port, with an environment that leads there."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.support.fake_twilio import FakeTwilio

SID: Final = "AC" + "1" * 32


def without(folder: Path) -> dict[str, str]:
    """Return an environment with no account in it, and nothing of whoever runs this."""
    theirs = re.compile(r"TWILIO_|TRUSTHUB_|.*_proxy$", re.IGNORECASE)
    clean = {name: value for name, value in os.environ.items() if not theirs.match(name)}
    homes = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    return {**clean, **homes, "HOME": str(folder)}


@contextmanager
def served(folder: Path) -> Iterator[tuple["FakeTwilio", dict[str, str]]]:
    """Serve one, and give it with an environment whose account is there."""
    from tests.support import fake_twilio

    fake = fake_twilio.FakeTwilio()
    fake.account()
    with fake_twilio.served(fake) as base:
        credentials = {
            "TWILIO_ACCOUNT_SID": SID,
            "TWILIO_API_KEY": "SK" + "1" * 32,
            "TWILIO_API_SECRET": "s3ntinel-secret-5f9c",
            "TWILIO_TRUSTHUB_BASE_URL": base,
            "TWILIO_API_BASE_URL": base,
        }
        yield fake, without(folder) | credentials
