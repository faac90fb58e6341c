"""``evaluate``: Twilio's own check whether anything is missing."""

import click

from trusthub_tui.cli import at_twilio, remote_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_known import Judged


@click.command
@profile_argument
@json_option
@settings.options()
@settings.account_option
def evaluate(profile_id: str, *, as_json: bool) -> int:
    """Let Twilio check whether anything is missing.

    That is no review: a profile can be compliant and be rejected. With something missing the exit code is 3.
    """

    async def act(_workspace: Workspace, twilio: Twilio) -> Judged:
        return await twilio.evaluate(profile_id)

    judged = at_twilio.ask(settings.current(), act, quiet=as_json)
    if as_json:
        say_json(remote_text.judged_document(judged))
    else:
        say("\n".join(remote_text.judged_lines(judged)))
    return ExitCode.DONE if judged.compliant else ExitCode.HAS_PROBLEMS
