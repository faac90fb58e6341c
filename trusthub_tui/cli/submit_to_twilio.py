"""Submitting to Twilio: send corrections, let Twilio check them, submit where it takes that."""

from collections.abc import Iterator

from trusthub_tui.account.planning import Plan
from trusthub_tui.account.sending import Sent
from trusthub_tui.cli import at_twilio, push_text, remote_text
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import Workspace
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_results import SubmitState, Submitted
from trusthub_tui.trusthub.remote_words import step_line

_CODES = {
    SubmitState.NONCOMPLIANT: ExitCode.HAS_PROBLEMS,
    SubmitState.IN_CONSOLE: ExitCode.ONLY_IN_CONSOLE,
    SubmitState.SUBMITTED: ExitCode.DONE,
}


def submit_to_twilio(settings: Settings, profile_id: str, *, sure: bool, planned: bool, as_json: bool) -> int:
    """Submit as far as Twilio takes it by API, and tell what is left; return the exit code.

    ``planned`` only tells what would be done.
    """
    if planned:
        return _plan(settings, profile_id, as_json=as_json)
    if not sure:
        said = "This would send corrections to Twilio and submit the profile for review. Nothing was sent"
        raise Fault(said, f"To do it: {NAME} submit {profile_id} --to twilio --yes", ExitCode.WRONG_USE)

    async def act(workspace: Workspace, twilio: Twilio) -> tuple[StoredProfile, Submitted]:
        with push_text.both_addresses(workspace.store.profiles.get(profile_id).answers):
            done = await twilio.submit(
                profile_id, lambda step: at_twilio.say_progress(f"{step_line(step)} …", quiet=as_json)
            )
        return workspace.store.profiles.get(profile_id), done

    profile, done = at_twilio.ask(settings, act, quiet=as_json)
    if as_json:
        say_json(_document(profile, done))
    else:
        say("\n".join(_lines(profile, done)))
    return _CODES[done.state]


def _plan(settings: Settings, profile_id: str, *, as_json: bool) -> int:
    """Tell what would be written, checked and submitted."""

    async def act(workspace: Workspace, twilio: Twilio) -> tuple[StoredProfile, Plan]:
        plan, _ = await twilio.plan(profile_id)
        return workspace.store.profiles.get(profile_id), plan

    profile, plan = at_twilio.ask(settings, act, quiet=as_json)
    if as_json:
        steps = [push_text.step_document(step) for step in plan.steps]
        steps += [] if plan.unsent else [{"step": "evaluate"}, {"step": "submit"}]
        unsent = [push_text.change_document(one) for one in plan.unsent]
        say_json({"id": profile.id, "plan": steps, "unsent": unsent, "sent": False})
        return ExitCode.DONE
    lines = [f"{profile.name}  ({profile.id})", *push_text.plan_lines(plan)]
    if not plan.unsent:
        lines += ["Let Twilio check whether anything is missing", "Submit it for review, if nothing is"]
    say("\n".join([*lines, "Nothing was sent."]))
    return ExitCode.DONE


def _lines(profile: StoredProfile, done: Submitted) -> Iterator[str]:
    yield f"{profile.name}  ({profile.id})"
    sent = done.sent or Sent()
    for step in sent.done:
        yield f"Sent: {step_line(step)}"
    if done.judged is not None:
        yield from remote_text.judged_lines(done.judged)
    match done.state:
        case SubmitState.SUBMITTED:
            yield f"It is in review at Twilio. Follow it with: {NAME} watch {profile.id}"
        case SubmitState.NONCOMPLIANT:
            yield from push_text.unsent_lines(sent.unsent)
            yield "It was not submitted: something is missing."
        case SubmitState.IN_CONSOLE:
            if sent.left:
                yield from push_text.left_lines(profile.answers, sent)
            else:
                yield "Now open it in the Console and submit it for review. Have a photo ID ready."
                yield CONSOLE_PAGE
            yield f"This program sees by itself that it was submitted: {NAME} watch {profile.id}"


def _document(profile: StoredProfile, done: Submitted) -> dict[str, object]:
    sent = done.sent or Sent()
    return {
        "id": profile.id,
        "state": done.state.value,
        "done": [push_text.step_document(step) for step in sent.done],
        "left": [push_text.change_document(change) for change in sent.fields],
        "evaluation": remote_text.judged_document(done.judged) if done.judged else None,
        "console": CONSOLE_PAGE if done.state is SubmitState.IN_CONSOLE else None,
    }
