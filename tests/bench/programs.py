"""How to start the program, and the bare ones it is compared with."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.bench.terminal import Terminal

HERE = Path(__file__).parent
LABEL = "This is all"
FORM = "Field 8"
STEP = "Screen {} of 2"


def environment() -> dict[str, str]:
    """Return the environment of a common terminal, with byte code as an installed program has it."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "TEXTUAL"))}
    kept.pop("NO_COLOR", None)
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def one_label() -> Terminal:
    """Start the one-label program."""
    return Terminal([sys.executable, str(HERE / "one_label.py")], environment())


def bare_form() -> Terminal:
    """Start the form of ten fields."""
    return Terminal([sys.executable, str(HERE / "bare_form.py")], environment())


def bare_steps() -> Terminal:
    """Start the two screens of ten fields."""
    return Terminal([sys.executable, str(HERE / "bare_steps.py")], environment())


def program(db: Path, *arguments: str, more: Mapping[str, str] = MappingProxyType({})) -> Terminal:
    """Start the program on a file; ``more`` is added to its environment."""
    return Terminal(
        [sys.executable, "-m", "trusthub_tui", "--db", str(db), "--review-after", "3600", *arguments],
        environment() | dict(more),
    )
