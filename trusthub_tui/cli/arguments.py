"""What several commands ask for in the same words."""

import click

from trusthub_tui.cli.fault import NAME, ExitCode, Fault


def _checked_sid(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a profile's SID as Twilio writes it, empty for none."""
    if not value:
        return ""
    from trusthub_tui.trusthub.decisions import NoProfileSid, as_sid

    try:
        return as_sid(value)
    except NoProfileSid as fault:
        raise Fault(fault.message, fault.remedy, ExitCode.WRONG_USE) from None


def not_empty(_context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Return the value of an option that names a file; a Fault for an empty one."""
    if value == "":
        name = parameter.opts[0]
        raise Fault(f"{name} is empty", "Give it the path of a file, or leave it out", ExitCode.WRONG_USE)
    return value or ""


def known_path(name: str) -> str:
    """Return a question path that was given; a Fault that names the one that was meant for any other."""
    from trusthub_tui.profile import key_names
    from trusthub_tui.profile.questionnaire import QUESTIONS

    if name in QUESTIONS:
        return name
    near = key_names.nearest(name)
    remedy = f"Did you mean {near}?" if near else f"See all of them with: {NAME} get ID"
    raise Fault(f'There is no question "{name[:80]}"', remedy, ExitCode.WRONG_USE)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
sure_option = click.option("--yes", "sure", is_flag=True, help="Do it without asking.")
sid_option = click.option(
    "--sid",
    metavar="BU...",
    default="",
    callback=_checked_sid,
    help="The profile's SID at Twilio, if the Console or the decision shows it.",
)
profile_argument = click.argument("profile_id", metavar="ID")
