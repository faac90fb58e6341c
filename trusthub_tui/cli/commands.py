"""The commands. Each imports what it needs when it runs, never before."""

import click

from trusthub_tui import __version__
from trusthub_tui.cli import settings
from trusthub_tui.cli.program import NAME, ExitCode, Fault, Program

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


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


@main.command()
@settings.options()
def new() -> int:
    """Start a new profile."""
    from trusthub_tui.cli import launching

    return launching.open_new(settings.current())


@main.command()
@click.argument("profile_id", metavar="[ID]", required=False)
@click.option("--last", is_flag=True, help="The profile you worked on last; so does no ID at all.")
@settings.options()
def resume(profile_id: str | None, *, last: bool) -> int:
    """Go on with a profile where you stopped."""
    from trusthub_tui.cli import launching

    if profile_id is not None and last:
        raise Fault("An ID and --last say two things", "Give one of them", ExitCode.WRONG_USE)
    if profile_id is None:
        return launching.resume_last(settings.current())
    return launching.resume(settings.current(), profile_id)


@main.command(name="list")
@_json
@settings.options()
def list_profiles(*, as_json: bool) -> int:
    """List all profiles, those that need you first."""
    from trusthub_tui.cli import listing

    return listing.run(settings.current(), as_json=as_json)


@main.command()
@click.argument("profile_id", metavar="ID")
@_json
@settings.options()
def show(profile_id: str, *, as_json: bool) -> int:
    """Print a profile: answers, findings, submissions and reasons."""
    from trusthub_tui.cli import showing

    return showing.run(settings.current(), profile_id, as_json=as_json)


@main.command()
@click.argument("subject", metavar="ID|FILE.json")
@_json
@settings.options()
def check(subject: str, *, as_json: bool) -> int:
    """Check a profile, or the answers in a file, without any screen.

    The file holds one document of answers, as `show ID --json` prints it under "answers", or a list of them.
    The exit code is 3 when there are problems.
    """
    from trusthub_tui.cli import checking

    return checking.run(settings.current(), subject, as_json=as_json)
