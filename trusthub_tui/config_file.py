"""The user's own configuration file, ``config.toml``: where it is, and reading one table of it."""

from collections.abc import Mapping
from pathlib import Path

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import ExplainedError


class UnreadableConfig(ExplainedError):
    """What stands there is no TOML, or no table where one belongs."""


def config_path() -> Path:
    """Return where it is, whether it is there or not."""
    from platformdirs import user_config_path

    return user_config_path("trusthub-tui", appauthor=False) / "config.toml"


def table_of(path: Path, name: str) -> Mapping[str, object]:
    """Return a table of the file by its name, empty where there is none; raises UnreadableConfig."""
    try:
        text = path.read_bytes()
    except OSError:
        return {}
    import tomllib

    try:
        table = tomllib.loads(text.decode()).get(name, {})
    except ValueError:
        table = None
    if not isinstance(table, dict):
        raise UnreadableConfig(f"{clean(str(path))} cannot be read", f"It has to be TOML: [{name}]")
    return table
