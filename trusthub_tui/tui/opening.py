"""What to show first. Light to import, so that the command line can say it before the screens are loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trusthub_tui.tui.terminal.held import FirstFrame


@dataclass(frozen=True, slots=True)
class Left:
    """How the user left."""

    profile_id: str
    """The profile that was open; empty when none was."""
    saved: bool
    """Whether everything that was entered is in the file."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The list of profiles, a new profile, or one profile where its user stopped."""

    profile_id: str = ""
    new: bool = False
    to_fix: bool = False
    """Begin with the reasons of a rejection instead, if there are any."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The keys the user has chosen for commands, by their names."""
    frame: "FirstFrame | None" = None
    """What is on the terminal already."""
