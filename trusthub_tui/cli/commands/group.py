"""The program itself as a command, and what its commands have in common."""

import click

from trusthub_tui import __version__
from trusthub_tui.cli import settings
from trusthub_tui.cli.program import NAME, ExitCode, Program

_HELP = {"help_option_names": ["-h", "--help"]}

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
profile_argument = click.argument("profile_id", metavar="ID")
sure_option = click.option("--yes", "sure", is_flag=True, help="Do it without asking.")


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings=_HELP,
    epilog="Exit codes: 0 done, 1 failed, 2 wrong use, 3 has problems, 4 not found, 5 locked, "
    "130 interrupted.",
)
@settings.options(environment=True)
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> int:
    """Prepare, check and follow a Twilio Primary Customer Profile, offline.

    Without a command the list of profiles opens.
    """
    if context.invoked_subcommand is not None:
        return ExitCode.DONE
    from trusthub_tui.cli import launching

    return launching.open_list(settings.current())
