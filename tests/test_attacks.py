"""A short form of each attack; the long one is ``python -m tests.attacks``."""

import sys
from pathlib import Path

import pytest

from tests.attacks import __main__ as command
from tests.attacks import figures
from tests.attacks.attack import Attack, Trial, for_ever, run
from tests.attacks.table import ATTACKS

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's pseudo-terminals")

TRIALS = {
    "kill": (0, 5, 6, 13),
    "disk": (1, 3),
    "crowd": (0,),
    "damage": (0, 1, 9),
    "hostile": (0, 1, 2, 314),
    "terminals": (7, 14),
    "long": (0,),
    "privacy": (2, 3, 4),
    "supply": (0, 1, 2),
}
"""Those that no other test tries, and that are cheap."""


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.name)
def test_a_short_attack_loses_nothing(attack: Attack, tmp_path: Path) -> None:
    if not attack.possible():
        pytest.skip("this machine has not what it takes")
    outcome = run(attack, 3, tmp_path, TRIALS[attack.name], for_ever, short=True)
    assert outcome.lost == []
    assert outcome.tried == len(TRIALS[attack.name])


def test_a_loss_is_counted_told_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def losing(trial: Trial) -> None:
        assert trial.number == 0, "it is gone"

    monkeypatch.setattr(command, "ATTACKS", (Attack("losing", "Lose a letter", 2, (losing,)),))
    monkeypatch.setattr(figures, "ATTACKS", command.ATTACKS)
    assert command.main([]) == 1
    told = capsys.readouterr()
    assert "| losing | Lose a letter | 2 | 1 | 1 |  | " in told.out
    assert "LOST  losing: AssertionError: it is gone" in told.err
    assert "again: python -m tests.attacks losing --seed 1 --trial 1; files: " in told.err


def test_the_readmes_hold_the_same_figures() -> None:
    assert figures.summed(figures.written()) in figures.PROJECT.read_text(encoding="utf-8")


def test_an_attack_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["nosuch"])
    assert ended.value.code == 2
    assert "no attack is called nosuch" in capsys.readouterr().err
