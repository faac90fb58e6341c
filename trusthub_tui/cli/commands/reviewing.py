"""The commands that send a profile to its reviewer and take the decision in."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.commands.group import json_option, main, profile_argument
from trusthub_tui.cli.program import ExitCode, Fault

_TOPIC = "Send it and take the decision in"


@main.command(topic=_TOPIC)
@profile_argument
@click.option("--yes", "sure", is_flag=True, help="Do it; without this, only say what it would do.")
@click.option("--anyway", is_flag=True, help="Also with problems, for which it is rejected at once.")
@json_option
@settings.options()
def submit(profile_id: str, *, sure: bool, anyway: bool, as_json: bool) -> int:
    """Submit a profile to the practice Trust Hub.

    Nothing leaves this computer. With problems nothing is submitted and the exit code is 3.
    """
    from trusthub_tui.cli import sending

    return sending.submit(settings.current(), profile_id, sure=sure, anyway=anyway, as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@click.option("--sid", metavar="BU...", default="", help="The profile's SID, if the Console shows it.")
@json_option
@settings.options()
def filed(profile_id: str, sid: str, *, as_json: bool) -> int:
    """Take down that you filed a profile in Twilio's Console.

    From then on it is in review at Twilio and cannot be edited, until you enter the decision with `decide`.
    With problems nothing is taken down and the exit code is 3.
    """
    from trusthub_tui.cli import sending

    return sending.filed(settings.current(), profile_id, sid, as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@click.option(
    "--from",
    "source",
    metavar="FILE|-",
    default=None,
    help="Twilio's e-mail, or the API's JSON of the profile or of an evaluation; - is standard input.",
)
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="A code it was rejected for; may be repeated."
)
@click.option("--approved", is_flag=True, help="It was approved.")
@click.option("--sid", metavar="BU...", default="", help="The SID of the profile the decision is about.")
@json_option
@settings.options()
def decide(
    profile_id: str, source: str | None, codes: tuple[str, ...], sid: str, *, approved: bool, as_json: bool
) -> int:
    """Enter the decision on a profile that is in review.

    It comes from exactly one place: --from, --code or --approved. A practice review can be decided too, to
    rehearse an outcome. What holds no decision, or one about another profile, is refused and changes nothing.
    """
    from trusthub_tui.cli import deciding

    if source == "":
        raise Fault(
            "--from is empty", "Give it the path of a file, or - for standard input", ExitCode.WRONG_USE
        )
    return deciding.run(
        settings.current(),
        profile_id,
        deciding.Given(source or "", codes, approved=approved, sid=sid),
        as_json=as_json,
    )
