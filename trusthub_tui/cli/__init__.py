"""The command line. Nothing but click is imported before a command runs: ``--help`` answers at once."""

from trusthub_tui.cli.command_line import main

__all__ = ["main"]
