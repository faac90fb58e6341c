"""What to show first. Light to import, so that the command line can say it before the screens are loaded."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trusthub_tui.tui.terminal.held import FirstFrame


class Left(NamedTuple):
    """How the user has left the program."""

    profile_id: str
    """The profile that was open; empty when none was."""
    saved: bool
    """Whether everything that was entered is in the file."""


class Opening(NamedTuple):
    """The list of profiles, a new profile, or one profile where its user stopped."""

    profile_id: str = ""
    new: bool = False
    to_fix: bool = False
    """Begin with the reasons of a rejection instead, if there are any."""
    keys: Mapping[str, str] = MappingProxyType({})
    """The keys the user has chosen for commands, by their names."""
    frame: "FirstFrame | None" = None
    """What is on the terminal already."""
