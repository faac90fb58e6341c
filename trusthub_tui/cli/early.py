"""What the program was told, as far as it shows the list at once, before the command line is read for good.

Only words that open the list as it is are understood. Any other, right or wrong, leaves everything to the
command line, which also tells what is wrong.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trusthub_tui.tui.terminal.held import FirstFrame

_ON = ("1", "true", "t", "yes", "y", "on")

_OTHER_COLOURS = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS")
"""What may tell Textual to change colours by itself."""


class Words(NamedTuple):
    """What the words and the environment say."""

    db: str = ""
    ascii_only: bool = False
    offline: bool = False


def understood(words: Sequence[str], environment: Mapping[str, str]) -> Words | None:
    """Return what is said, where it is to show the list in screens; None for anything else."""
    if environment.get("TRUSTHUB_TUI_PLAIN", "") not in ("", "0") or _wants_others(environment):
        return None
    offline = environment.get("TRUSTHUB_TUI_OFFLINE", "").lower() in _ON
    said, left = Words(environment.get("TRUSTHUB_TUI_DB", ""), offline=offline), list(words)
    while left:
        name, equals, value = left.pop(0).partition("=")
        if name == "--db" and (value or (not equals and left)):
            said = said._replace(db=value or left.pop(0))
        elif name == "--ascii" and not equals:
            said = said._replace(ascii_only=True)
        elif name == "--offline" and not equals:
            said = said._replace(offline=True)
        elif name in ("--review-after", "--account") and (value or (not equals and left)):
            left = left if equals else left[1:]
        else:
            return None
    return said


def first_frame(words: Sequence[str], environment: Mapping[str, str]) -> "FirstFrame | None":
    """Show the list on the terminal, where that is what was asked for and it can be shown."""
    said = understood(words, environment)
    if said is None:
        return None
    from trusthub_tui.cli.database_path import path_of
    from trusthub_tui.cli.fault import Fault
    from trusthub_tui.profile.errors import ExplainedError
    from trusthub_tui.tui.first_frame import Asked, show
    from trusthub_tui.tui.look import look_for

    try:
        file, keys = path_of(said.db), _keys()
    except (Fault, ExplainedError):
        return None
    look = look_for(environment, ascii_only=said.ascii_only)
    return show(Asked(file, look, datetime.now(UTC), keys, said.offline), environment)


def _wants_others(environment: Mapping[str, str]) -> bool:
    """Whether there is something in the environment that changes what is shown in ways not known here."""
    return any(
        name in _OTHER_COLOURS or (name.startswith("TWILIO_") and name.endswith("_BASE_URL"))
        for name in environment
    )


def _keys() -> Mapping[str, str]:
    """Return the first key of each command that the user has chosen keys for.

    Whether they can be is told later.
    """
    from trusthub_tui.config_file import config_path, table_of

    chosen = table_of(config_path(), "keys")
    return {name: str(keys[0] if isinstance(keys, list) and keys else keys) for name, keys in chosen.items()}
