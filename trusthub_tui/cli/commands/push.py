"""``push``: send corrections to Twilio."""

from dataclasses import dataclass

import click

from trusthub_tui.account.planning import Plan
from trusthub_tui.account.sending import Sent
from trusthub_tui.cli import at_twilio, push_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace, evaluated
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_words import step_line


@dataclass(frozen=True, slots=True)
class _Result:
    profile: StoredProfile
    plan: Plan
    unasked: tuple[str, ...]
    sent: Sent | None
    """None where nothing was to be sent."""


@click.command
@profile_argument
@at_twilio.plan_option
@click.option("--try-again", is_flag=True, help="Also what Twilio took only in its Console lately.")
@sure_option
@json_option
@settings.options()
@settings.account_option
def push(profile_id: str, *, dry_run: bool, try_again: bool, sure: bool, as_json: bool) -> int:
    """Send corrections to Twilio.

    Only what differs is written, of an unfinished draft too; attributes that this program does not know stay
    as they are. What Twilio takes only in its Console is listed as on the copy sheet, and the exit code is 9.
    Where Twilio has other answers that were not pulled yet, nothing is written and the exit code is 8.
    """

    async def act(workspace: Workspace, twilio: Twilio) -> _Result:
        plan, _ = await twilio.plan(profile_id)
        profile = workspace.store.profiles.get(profile_id)
        unasked = tuple(push_text.unasked(profile.answers, evaluated(workspace, profile)))
        if dry_run or not plan.steps:
            return _Result(profile, plan, unasked, None)
        if not sure:
            _agree(plan, profile_id, as_json=as_json)
        with push_text.both_addresses(profile.answers):
            sent = await twilio.push(
                profile_id,
                lambda step: at_twilio.say_progress(f"{step_line(step)} …", quiet=as_json),
                seen=profile.version,
                try_again=try_again,
            )
        return _Result(profile, plan, unasked, sent)

    result = at_twilio.ask(settings.current(), act, quiet=as_json)
    if as_json:
        say_json(_document(result))
    else:
        _tell(result)
    return ExitCode.ONLY_IN_CONSOLE if result.sent and result.sent.left else ExitCode.DONE


def _agree(plan: Plan, profile_id: str, *, as_json: bool) -> None:
    """Show what is to be written and ask; a Fault where nobody agrees, or nobody is there."""
    how = f"To do it: {NAME} push {profile_id} --yes"
    if as_json or not has_terminal():
        said = f"This would write {counted(len(plan.changes), 'answer')} to Twilio. Nothing was sent"
        raise Fault(said, how, ExitCode.WRONG_USE)
    say("\n".join(push_text.plan_lines(plan)))
    if not agreed("Send this to Twilio?"):
        raise Fault("Nothing was sent", how)


def _tell(result: _Result) -> None:
    plan, sent, profile = result.plan, result.sent, result.profile
    lines = [f"{profile.name}  ({profile.id})"]
    if sent is not None:
        lines += [f"Sent: {step_line(step)}" for step in sent.done]
        if sent.left:
            lines += push_text.left_lines(profile.answers, sent)
        lines += push_text.unsent_lines(plan.unsent)
        if not sent.left and not plan.unsent:
            lines.append("Twilio has all answers now")
    elif plan.steps or plan.unsent:
        lines += [*push_text.plan_lines(plan), "Nothing was sent"]
    else:
        lines.append("Twilio has these answers already")
    lines += [sentences(one) for one in result.unasked]
    say("\n".join(lines))


def _document(result: _Result) -> dict[str, object]:
    sent = result.sent
    return {
        "id": result.profile.id,
        "plan": [push_text.step_document(step) for step in result.plan.steps],
        "sent": sent is not None,
        "done": [push_text.step_document(step) for step in sent.done] if sent else [],
        "left": [push_text.change_document(one) for one in (sent.fields if sent else ())],
        "unsent": [push_text.change_document(one) for one in result.plan.unsent],
        "words": list(dict.fromkeys(left.words for left in sent.left)) if sent else [],
        "not_asked_for": list(result.unasked),
        "console": CONSOLE_PAGE if sent and sent.left else None,
    }
