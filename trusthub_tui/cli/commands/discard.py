"""``discard``: a rehearsal is thrown away."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument, sure_option, tell
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import opened_to_read
from trusthub_tui.copies.words import sent, verdict
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import status_badge
from trusthub_tui.profile.submission import PRACTICE, Submission, standing_of


@click.command
@profile_argument
@sure_option
@settings.dry_run_option
@json_option
@settings.options()
def discard(profile_id: str, *, sure: bool, as_json: bool) -> int:
    """Throw away the last practice submission.

    The profile then stands as it did before; what Twilio said of it was never touched. That there was one
    stays in the history.
    """
    given = settings.current()
    with opened_to_read(given, profile_id) as workspace:
        submissions = workspace.store.submissions.of(profile_id)
        if submissions and submissions[-1].hub == PRACTICE and not (sure or given.dry_run):
            _ask(submissions[-1], as_json=as_json)
        gone = workspace.filing.discard_rehearsal(profile_id)
        profile = workspace.store.profiles.get(profile_id)
        standing = standing_of(workspace.store.submissions.of(profile.id))
    badge = status_badge(profile.status, standing.hub if standing else "")
    says = f"Threw away version {gone.version} of {profile.name} ({profile.id})"
    told = {**draft_made(profile), "version": gone.version}
    tell(sentences(says, f"It is now {badge}"), told, as_json=as_json)
    return ExitCode.DONE


def _ask(rehearsal: Submission, *, as_json: bool) -> None:
    says = f"{sent(rehearsal)}: {verdict(rehearsal)}"
    if as_json or not has_terminal():
        raise Fault(sentences(says, "Nothing was changed"), "To throw it away, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Throw it away?"):
        raise Fault("Nothing was changed")
