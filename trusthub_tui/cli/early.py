"""What the program was told, as far as it shows the list at once, before the command line is read for good.

Only words that open the list as it is are understood. Any other, right or wrong, leaves everything to the
command line, which also tells what is wrong.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from trusthub_tui.cli.wishes import ASKED_BY_A_SHELL, Settings

if TYPE_CHECKING:
    from trusthub_tui.tui.terminal.held import FirstFrame

_ON: Final = ("1", "true", "t", "yes", "y", "on")
_OFF: Final = ("", "0", "false", "f", "no", "n", "off")

_OTHER_COLOURS: Final = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS")
"""What may tell Textual to change colours by itself."""

_MOST_DIGITS: Final = 7
"""Of a number of seconds that is no more than a year, whatever the digits are."""


def understood(words: Sequence[str], environment: Mapping[str, str]) -> Settings | None:
    """Return what is said, where it is to show the list in screens; None for anything else."""
    said = _of_environment(environment)
    left = list(words)
    while left and said is not None:
        name, equals, value = left.pop(0).partition("=")
        if name == "--ascii" and not equals:
            said = said._replace(ascii_only=True)
        elif name == "--offline" and not equals:
            said = said._replace(offline=True)
        elif name in ("--db", "--review-after"):
            value = value if equals or not left else left.pop(0)
            said = _with_value(said, name, value)
        else:
            said = None
    return said


def _with_value(said: Settings, name: str, value: str) -> Settings | None:
    if name == "--db":
        return said._replace(db=value, db_given=True) if value else None
    return said._replace(review_after=float(value)) if _is_short(value) else None


def _is_short(seconds: str) -> bool:
    return seconds.isascii() and seconds.isdecimal() and len(seconds) <= _MOST_DIGITS


def _of_environment(environment: Mapping[str, str]) -> Settings | None:
    get = environment.get
    offline, seconds = get("TRUSTHUB_TUI_OFFLINE", "").lower(), get("TRUSTHUB_TUI_REVIEW_AFTER", "")
    others = get("TRUSTHUB_TUI_PLAIN", "") not in ("", "0") or offline not in (*_ON, *_OFF)
    # Another host in Twilio's place is said on every screen, and read by what knows about accounts.
    replaced = any(name.startswith("TWILIO_") and name.endswith("_BASE_URL") for name in environment)
    if others or replaced or any(map(get, (ASKED_BY_A_SHELL, *_OTHER_COLOURS))):
        return None
    said: Settings | None = Settings(get("TRUSTHUB_TUI_DB", ""), offline=offline in _ON)
    return _with_value(said, "--review-after", seconds) if said and seconds else said


def first_frame(said: Settings, environment: Mapping[str, str]) -> "FirstFrame | None":
    """Show the list on the terminal, where it can be shown."""
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


def _keys() -> Mapping[str, str]:
    """Return the first key of each command that the user has chosen keys for.

    Whether they can be is told later.
    """
    from trusthub_tui.config_file import config_path, table_of

    chosen = table_of(config_path(), "keys")
    return {name: str(keys[0] if isinstance(keys, list) and keys else keys) for name, keys in chosen.items()}
