"""What several commands ask for in the same words."""

from collections.abc import Iterable, Mapping

import click

from trusthub_tui.cli import completing
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json


def _checked_sid(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a profile's SID as Twilio writes it, empty for none."""
    if not value:
        return ""
    from trusthub_tui.trusthub.received.sids import NoProfileSid, as_sid

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
    from trusthub_tui.profile import columns, key_names
    from trusthub_tui.profile.questionnaire import QUESTIONS

    if name in QUESTIONS:
        return name
    near = columns.questions_of([name], {})[name] or key_names.nearest(name)
    remedy = f"Did you mean {near}?" if near else f"See all of them with: {NAME} get ID"
    raise Fault(f'There is no question "{name[:80]}"', remedy, ExitCode.WRONG_USE)


def pairs(given: Iterable[str]) -> dict[str, str]:
    """Return what was given as PATH=VALUE; a Fault for anything else."""
    found: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Fault(f'"{pair[:80]}" has no =', "Write PATH=VALUE", ExitCode.WRONG_USE)
        path = known_path(name.strip())
        if path in found:
            raise Fault(f"{path} is there twice", "Give each question once", ExitCode.WRONG_USE)
        found[path] = value
    return found


def understood(asked: Mapping[str, str], beside: Mapping[str, str]) -> dict[str, str]:
    """Return the answers that the words for some questions mean; a Fault for words that mean none.

    ``beside`` are the answers there are already.
    """
    from trusthub_tui.profile.questionnaire import QUESTIONS
    from trusthub_tui.profile.typed_choices import NoSuchChoice, taken

    answers: dict[str, str] = {}
    for path in (path for path in QUESTIONS if path in asked):
        try:
            answers[path] = taken(path, asked[path], {**beside, **answers})
        except NoSuchChoice as error:
            raise Fault(error.message, error.remedy, ExitCode.WRONG_USE) from None
    return answers


def tell(text: str, told: Mapping[str, object], *, as_json: bool) -> None:
    """Print what was done, in words or as JSON."""
    if as_json:
        say_json(told)
    else:
        say(text)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
sure_option = click.option("--yes", "sure", is_flag=True, help="Do it without asking.")
sid_option = click.option(
    "--sid",
    metavar="BU...",
    default="",
    callback=_checked_sid,
    help="The profile's SID at Twilio, if the Console or the decision shows it.",
)
profile_argument = click.argument("profile_id", metavar="ID", shell_complete=completing.profile_ids)
