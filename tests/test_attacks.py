"""A short form of each attack; the long one is ``python -m tests.attacks``."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.attacks import __main__ as command
from tests.attacks import crowd, disk
from tests.attacks.attack import Attack, Outcome, Surroundings, for_trials
from tests.attacks.table import ATTACKS

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's pseudo-terminals")

TRIALS = {"kill": 6, "damage": 9, "hostile": 3, "terminals": 4, "disk": 8, "long": 2, "privacy": 5}
SAVES = 60


@pytest.mark.parametrize("attack", [one for one in ATTACKS if one.name != "crowd"], ids=lambda one: one.name)
def test_a_short_attack_loses_nothing(attack: Attack, tmp_path: Path) -> None:
    if attack.name == "disk" and not disk.possible(tmp_path):
        pytest.skip("strace cannot be used here")
    outcome = attack.run(Surroundings(Random(3), for_trials(TRIALS[attack.name]), tmp_path))  # noqa: S311
    assert outcome.lost == []
    assert outcome.tried == TRIALS[attack.name]


def test_a_short_crowd_loses_nothing(tmp_path: Path) -> None:
    outcome = crowd.attack(Surroundings(Random(3), for_trials(1), tmp_path), SAVES)  # noqa: S311
    assert (outcome.lost, outcome.tried) == ([], 1)


def test_a_loss_is_counted_told_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def losing(given: Surroundings) -> Outcome:
        outcome = Outcome()
        for letter in "ab":
            with outcome.trial(f"letter {letter}"):
                assert letter == "a", "it is gone"
        return outcome

    monkeypatch.setattr(command, "ATTACKS", (Attack("losing", "Lose a letter", losing),))
    assert command.main(["--minutes", "0"]) == 1
    told = capsys.readouterr()
    assert "| losing | Lose a letter | 2 | 1 | 1 |  | " in told.out
    assert "LOST  letter b: AssertionError: it is gone" in told.err


def test_an_attack_that_does_not_exist_is_named() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.attacks", "nosuch"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert ended.returncode == 2
    assert "no attack is called nosuch" in ended.stderr
