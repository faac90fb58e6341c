"""The process as the screens find it: its environment, what it may write down, when it collects garbage."""

import gc
import sys
from collections.abc import MutableMapping
from typing import Final

_TEXTUAL: Final = "TEXTUAL"

_ALLOWED: Final = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FPS",
        "TEXTUAL_FILTERS",
    }
)
"""What users may tell Textual: how things look, and how keys are sent."""


def leave_no_core() -> None:
    """See to it that a crash writes no memory down, and with it no answers and no secrets."""
    try:
        import resource
    except ImportError:
        return  # only Unix has it
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def collect_later() -> None:
    """Leave garbage until the first paint: to search what is imported takes a twentieth of the start."""
    gc.disable()


def show_what_can_be_shown() -> None:
    """Have what standard output cannot show become a question mark instead of an error halfway through."""
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def settle(environment: MutableMapping[str, str]) -> None:
    """Take out what would write down what is typed, or press keys, before Textual is imported and reads it.

    Textual's other variables are for those who develop with it: they log keys into files or send them to
    another program, save pictures of the screen, and press keys by themselves.
    """
    for name in [name for name in environment if name.startswith(_TEXTUAL) and name not in _ALLOWED]:
        del environment[name]
