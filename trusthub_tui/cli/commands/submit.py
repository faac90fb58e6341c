"""``submit``: a profile goes to the practice Trust Hub, or to Twilio."""

import click

from trusthub_tui.cli import findings_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.submission_text import STANDS, tell
from trusthub_tui.cli.workspace import evaluated, opened_to_read, record_of
from trusthub_tui.copies.record import Record
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.submission import PRACTICE, TWILIO
from trusthub_tui.store.errors import Locked


@click.command
@profile_argument
@click.option("--yes", "sure", is_flag=True, help="Do it; without this, only say what it would do.")
@click.option("--anyway", is_flag=True, help="Also with problems, for which it is rejected at once.")
@click.option(
    "--to", "hub", type=click.Choice([PRACTICE, TWILIO]), default=PRACTICE, help="Who is to review it."
)
@settings.dry_run_option
@json_option
@settings.options()
@settings.account_option
def submit(profile_id: str, hub: str, *, sure: bool, anyway: bool, as_json: bool) -> int:
    """Submit a profile to the practice Trust Hub, or to Twilio.

    To practice, nothing leaves this computer; with problems nothing is submitted and the exit code is 3.
    To Twilio, corrections are sent, Twilio checks whether anything is missing (exit code 3), and the profile
    is submitted where Twilio takes that; a Primary one only in its Console (exit code 9).
    """
    if hub == TWILIO:
        from trusthub_tui.cli.submit_to_twilio import submit_to_twilio

        given = settings.current()
        # What is sent cannot be taken back: a dry run is a plan here, and keeps nobody from the file.
        planned = given.dry_run
        return submit_to_twilio(
            given._replace(dry_run=False), profile_id, sure=sure, planned=planned, as_json=as_json
        )
    return _practise(profile_id, sure=sure, anyway=anyway, as_json=as_json)


def _practise(profile_id: str, *, sure: bool, anyway: bool, as_json: bool) -> int:
    given = settings.current()
    with opened_to_read(given, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        if not record.profile.status.editable:
            raise Locked(record.profile.id, record.profile.status)
        evaluation = evaluated(workspace, record.profile)
        if not (sure or given.dry_run):
            raise _not_asked_for(record, evaluation)
        if evaluation.problems and not anyway:
            findings_text.tell(
                record, evaluation, "Nothing was sent. Fix the problems first.", as_json=as_json
            )
            return ExitCode.HAS_PROBLEMS
        submission = workspace.filing.submit(record.profile.id)
    tell(record.title, submission, as_json=as_json)
    if record.decided_by_twilio and not as_json:
        say(sentences(STANDS))
    return ExitCode.DONE


def _not_asked_for(record: Record, evaluation: Evaluation) -> Fault:
    says = [f"This would submit {record.profile.name} to the practice Trust Hub"]
    if not record.decided_by_twilio:
        says = [f"{says[0]} and lock it until the decision"]
    problems, warnings = evaluation.problems, evaluation.warnings
    if problems:
        says.append(f"It has {counted(len(problems), 'problem')}, for which it would be rejected at once")
    if warnings:
        says.append(f"It has {counted(len(warnings), 'likely rejection')}")
    if record.decided_by_twilio:
        says.append(STANDS)
    says.append("Nothing was sent")
    how = "--yes --anyway" if problems else "--yes"
    return Fault(sentences(*says), f"To do it: {NAME} submit {record.profile.id} {how}", ExitCode.WRONG_USE)
