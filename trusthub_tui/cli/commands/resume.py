"""``resume``: go on with a profile."""

import click

from trusthub_tui.cli import completing, settings
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.open_screens import resume_last, resume_profile


@click.command
@click.argument("profile_id", metavar="[ID]", required=False, shell_complete=completing.profile_ids)
@click.option("--last", is_flag=True, help="The profile you worked on last; so does no ID at all.")
@settings.options()
@settings.screen_options
def resume(profile_id: str | None, *, last: bool) -> int:
    """Go on with a profile where you stopped."""
    if profile_id is not None and last:
        raise Fault("An ID and --last say two things", "Give one of them", ExitCode.WRONG_USE)
    if profile_id is None:
        return resume_last(settings.current())
    return resume_profile(settings.current(), profile_id)
