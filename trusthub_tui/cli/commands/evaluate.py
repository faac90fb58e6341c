"""``evaluate``: Twilio's own check whether anything is missing."""

import click

from trusthub_tui.account.resources import RemoteProfile
from trusthub_tui.cli import at_twilio, remote_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument, tell
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace
from trusthub_tui.profile.errors import sentences
from trusthub_tui.store.ids import as_id
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_known import Judged


@click.command
@profile_argument
@at_twilio.plan_option
@json_option
@settings.options()
@settings.account_option
def evaluate(profile_id: str, *, dry_run: bool, as_json: bool) -> int:
    """Let Twilio check whether anything is missing.

    That is no review: a profile can be compliant and be rejected. With something missing the exit code is 3.
    """

    async def act(_workspace: Workspace, twilio: Twilio) -> Judged | RemoteProfile:
        return await (twilio.stands_for(profile_id) if dry_run else twilio.evaluate(profile_id))

    judged = at_twilio.ask(settings.current(), act, quiet=as_json)
    if isinstance(judged, RemoteProfile):
        tell(
            sentences(f"Twilio would check {judged.name} ({judged.sid})", "Nothing was sent"),
            {"id": as_id(profile_id), "plan": [{"step": "evaluate", "sid": judged.sid}], "sent": False},
            as_json=as_json,
        )
        return ExitCode.DONE
    if as_json:
        say_json(remote_text.judged_document(judged))
    else:
        say("\n".join(remote_text.judged_lines(judged)))
    return ExitCode.DONE if judged.compliant else ExitCode.HAS_PROBLEMS
