"""``new``: start a profile."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.open_screens import open_new


@click.command
@settings.options()
@settings.screen_options
def new() -> int:
    """Start a new profile."""
    return open_new(settings.current())
