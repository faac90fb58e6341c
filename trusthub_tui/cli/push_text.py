"""What is to be sent to Twilio, what was, and what is left for the Console, in words and as JSON."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from trusthub_tui.account.faults import AddressOtherwise
from trusthub_tui.account.planning import Change, Plan, Step
from trusthub_tui.account.sending import Sent
from trusthub_tui.cli.fault import Fault
from trusthub_tui.cli.output import wrapped
from trusthub_tui.profile import paths
from trusthub_tui.profile.address_lines import one_line
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE, SheetField, copy_sheet
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import NOT_PROVIDED, counted, without_secret
from trusthub_tui.trusthub.remote_words import step_line


def plan_lines(plan: Plan) -> Iterator[str]:
    """Yield what would be written."""
    for step in plan.steps:
        yield step_line(step)
        for change in step.changes:
            yield from _change(change)
    yield from unsent_lines(plan.unsent)


def unsent_lines(unsent: Sequence[Change]) -> Iterator[str]:
    """Yield what cannot be sent as it stands."""
    if unsent:
        yield "Not sent as it stands, because it is not complete"
        for change in unsent:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    theirs, here = (
        without_secret(change.path, text) or NOT_PROVIDED for text in (change.theirs, change.here)
    )
    yield wrapped(f"{change.label}: {theirs} → {here}", indent=4)


def unasked(answers: Answers, evaluation: Evaluation) -> Iterator[str]:
    """Yield what stands in nobody's way here, and would in a submission."""
    if not answered(answers, paths.TERMS):
        yield "The terms are not accepted here: whoever submits accepts them"
    if not any(answered(answers, f"{paths.REPRESENTATIVES[1]}.{name}") for name in ("first_name", "email")):
        yield "There is no second representative"
    if evaluation.problems:
        yield f"The answers have {counted(len(evaluation.problems), 'problem')}"


def left_fields(answers: Answers, left: Sequence[Change]) -> Iterator[SheetField]:
    """Yield the lines of the copy sheet for what is left, and for nothing else."""
    wanted = {change.path for change in left}
    for section in copy_sheet(answers):
        yield from (field for field in section.entries if field.path in wanted)


def left_lines(answers: Answers, sent: Sent) -> Iterator[str]:
    """Yield what is to be carried over by hand, and why."""
    yield f"Twilio takes the rest only in its Console: {counted(len(sent.fields), 'field')}"
    for words in dict.fromkeys(left.words for left in sent.left if left.words):
        yield wrapped(f"Twilio: {words}", indent=2)
    shown = {field.path: field for field in left_fields(answers, sent.fields)}
    for change in sent.fields:
        value = shown[change.path].value if change.path in shown else without_secret(change.path, change.here)
        yield wrapped(f"{change.label}: {value or NOT_PROVIDED}", indent=2)
    yield CONSOLE_PAGE


@contextmanager
def both_addresses(answers: Answers) -> Iterator[None]:
    """Tell the address here beside the one that Twilio suggests, where it takes only that."""
    try:
        yield
    except AddressOtherwise as fault:
        raise Fault(
            sentences(fault.message, f"Yours: {one_line(answers)}", f"Twilio's: {fault.words}"),
            fault.remedy,
        ) from None


def step_document(step: Step) -> dict[str, object]:
    """Return a step for JSON."""
    return {
        "step": step.kind.value,
        "object": step.about or "profile",
        "sid": step.sid or None,
        "changes": [change_document(change) for change in step.changes],
    }


def change_document(change: Change) -> dict[str, str]:
    """Return a change for JSON."""
    return {"path": change.path, "label": change.label, "twilio": change.theirs, "here": change.here}
