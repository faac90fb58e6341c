"""The commands. Each imports what it needs when it runs, never before."""

from trusthub_tui.cli.commands import filling, looking, reviewing, sharing
from trusthub_tui.cli.commands.group import main

__all__ = ["filling", "looking", "main", "reviewing", "sharing"]
"""In the order of the help."""
