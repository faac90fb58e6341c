"""``filed``: a profile was filed in Twilio's Console."""

import click

from trusthub_tui.cli import findings_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument, sid_option, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.submission_text import tell
from trusthub_tui.cli.workspace import evaluated, opened_to_read, record_of


@click.command
@profile_argument
@sid_option
@sure_option
@settings.dry_run_option
@json_option
@settings.options()
def filed(profile_id: str, sid: str, *, sure: bool, as_json: bool) -> int:
    """Take down that you filed a profile in Twilio's Console.

    From then on it is in review at Twilio and cannot be edited, until you enter the decision with `decide`.
    With problems you are asked once, as Twilio may reject it for them; without --yes and with nobody to ask,
    nothing is taken down and the exit code is 3.
    """
    given = settings.current()
    with opened_to_read(given, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        evaluation = evaluated(workspace, record.profile)
        if evaluation.problems and record.may_be_filed and not (sure or given.dry_run):
            asks = has_terminal() and not as_json
            then = "" if asks else "Nothing was taken down. If it was filed so all the same, add --yes."
            findings_text.tell(record, evaluation, then, as_json=as_json)
            if not asks:
                return ExitCode.HAS_PROBLEMS
            if not agreed("Was it filed like this?"):
                raise Fault("Nothing was taken down")
        submission = workspace.filing.filed(record.profile.id, sid)
    tell(record.title, submission, as_json=as_json)
    if not as_json:
        say(f"If it was not filed: {NAME} undo")
    return ExitCode.DONE
