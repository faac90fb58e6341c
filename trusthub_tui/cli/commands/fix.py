"""``fix``: why a profile was rejected, what to do about each reason, and how far that has come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import click

from trusthub_tui.cli import completing, findings_text, json_documents, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.differences_text import in_words
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.open_screens import can_open, open_fix_list
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.profiles_file import is_missing
from trusthub_tui.cli.submission_text import STANDS
from trusthub_tui.cli.workspace import opened, opened_to_read, record_of, settle
from trusthub_tui.copies import words
from trusthub_tui.copies.record import Record
from trusthub_tui.copies.words import reason_title, rehearsal_line, verdict
from trusthub_tui.profile.acknowledgements import (
    Acknowledgement,
    ReasonState,
    acknowledgement_of_reason,
    reason_state,
)
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.differences import sent_differs
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import counted, full_label, place, without_secret
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Reason, Submission
from trusthub_tui.store.profile_line import ProfileLine

_NAMED: Final = 5
"""Rejected profiles that are named where somebody has to choose."""


@dataclass(frozen=True, slots=True)
class Item:
    """One reason of the rejection and what was done about it."""

    number: int
    reason: Reason
    submission: Submission
    """The rejected one."""
    answers: Answers
    """As they are now."""
    state: ReasonState
    acknowledged: Acknowledgement | None
    """What the user said about it, if anything that still counts."""

    def as_json(self) -> Mapping[str, object]:
        """Return it as a JSON object."""
        return {
            **json_documents.reason(self.reason),
            "state": self.state.name.lower().replace("_", "-"),
            "questions": [self._question(path) for path in words.questions_of(self.reason)],
            "acknowledged": None if self.acknowledged is None else json_documents.remark(self.acknowledged),
        }

    def _question(self, path: str) -> Mapping[str, object]:
        return {
            "path": path,
            "label": full_label(path),
            "sent": without_secret(path, self.submission.answers.get(path, "")),
            "now": without_secret(path, self.answers.get(path, "")),
            "changed": sent_differs(path, self.submission.answers, self.answers),
        }


@click.command
@click.argument("profile_id", metavar="[ID]", required=False, shell_complete=completing.profile_ids)
@json_option
@settings.options()
@settings.screen_options
def fix(profile_id: str | None, *, as_json: bool) -> int:
    """Go through the reasons of a rejection.

    Without an ID, of the one profile that is rejected. Each reason comes with Twilio's own words, what it
    means, what to do, the questions to look at with what was sent, and whether it is to fix, changed, or said
    to be right. Without a terminal, or with --json, the list is printed.
    """
    wanted = profile_id or _only_one_rejected()
    with opened_to_read(settings.current(), wanted) as workspace:
        record = record_of(workspace, wanted)
    submission = record.standing
    if submission is None or record.profile.status is not Status.REJECTED:
        raise _nothing_to_fix(record)
    items = tuple(_items(record, submission))
    if as_json:
        say_json(_document(record, submission, items))
    elif can_open(settings.current()):
        return open_fix_list(settings.current(), record.profile.id)
    else:
        say("\n".join(_lines(record, submission, items)))
    return ExitCode.DONE


def _only_one_rejected() -> str:
    """Return the ID of the one profile that is rejected; a Fault where there is none, or a choice."""
    found: Sequence[ProfileLine] = ()
    if not is_missing(settings.current()):
        with opened(settings.current(), warned=False) as workspace:
            settle(workspace)
            lines = workspace.store.profiles.lines(limit=workspace.store.profiles.count())
            found = [line for line in lines if line.status is Status.REJECTED]
    if not found:
        raise Fault("No profile is rejected", f"See all of them with: {NAME} list", ExitCode.NOT_FOUND)
    if len(found) > 1:
        named = ", ".join(f"{line.id} ({line.name})" for line in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        says = f"{len(found)} profiles are rejected: {named}{more}"
        raise Fault(says, f"Say which one: {NAME} fix {found[0].id}", ExitCode.WRONG_USE)
    return found[0].id


def _nothing_to_fix(record: Record) -> Fault:
    profile = record.profile
    says = f"Profile {profile.id} is not rejected: it is {profile.status.label}"
    if profile.status is Status.DRAFT:
        return Fault(says, f"See what is left to do with: {NAME} check {profile.id}")
    return Fault(says, f"See how it stands with: {NAME} show {profile.id}")


def _items(record: Record, submission: Submission) -> Iterator[Item]:
    answers, acknowledged = record.profile.answers, record.profile.acknowledged
    for number, reason in enumerate(record.reasons, start=1):
        state = reason_state(reason, submission, answers, acknowledged)
        said = acknowledgement_of_reason(reason, submission, acknowledged)
        yield Item(number, reason, submission, answers, state, said)


def _document(record: Record, rejected: Submission, items: tuple[Item, ...]) -> Mapping[str, object]:
    submission = json_documents.receipt(rejected)
    about = {name: submission[name] for name in ("version", "hub", "submitted_at", "decided_at")}
    return {
        "id": record.profile.id,
        "name": record.profile.name,
        "status": record.profile.status.value,
        **about,
        "reasons": [item.as_json() for item in items],
    }


def _lines(record: Record, submission: Submission, items: tuple[Item, ...]) -> Iterator[str]:
    dealt_with = sum(item.state.dealt_with for item in items)
    yield record.title
    yield f"{record.profile.status.mark} {verdict(submission)}, version {submission.version}"
    if record.rehearsal is not None:
        yield rehearsal_line(record.rehearsal)
    if items:
        yield f"{counted(len(items), 'reason')}, {dealt_with} dealt with"
    else:
        yield "It came without reasons: look into Twilio's e-mail and into the Console."
    for item in items:
        yield ""
        yield from _item(item)
    yield ""
    yield from _again(record.profile.id, submission)


def _again(profile_id: str, rejected: Submission) -> Iterator[str]:
    """Yield the way to another decision of whoever rejected it."""
    if rejected.hub != TWILIO:
        yield f"When all is dealt with, submit it again with: {NAME} submit {profile_id} --yes"
        return
    yield "When all is dealt with, carry it over to the Twilio Console again:"
    yield f"  {NAME} resume {profile_id}   and there the copy sheet: Esc, then x"
    yield f"  {NAME} filed {profile_id}    once it is submitted there"
    yield sentences(STANDS)


def _item(item: Item) -> Iterator[str]:
    lead = f"{item.number}  "
    yield wrapped(f"{reason_title(item.reason)} [{item.state.value}]", indent=len(lead), first=lead)
    yield wrapped(entry(item.reason.code).meaning, indent=3)
    yield from findings_text.words_of(item.reason, item.submission, indent=3)
    paths = words.questions_of(item.reason)
    if paths:
        yield "   What was sent:"
    for path in paths:
        yield from _value(path, item)
    if item.acknowledged is not None:
        yield wrapped(sentences(words.acknowledgement_words(item.acknowledged)), indent=3)
    yield from findings_text.advice(item.reason, indent=3)


def _value(path: str, item: Item) -> Iterator[str]:
    lead = f"     {place(path, item.submission.answers)}: "
    yield wrapped(in_words(path, item.submission.answers), indent=7, first=lead)
    if item.answers.get(path, "") != item.submission.answers.get(path, ""):
        changed = sent_differs(path, item.submission.answers, item.answers)
        same = "" if changed else " (the same to Twilio)"
        yield wrapped(f"{in_words(path, item.answers)}{same}", indent=12, first="       now: ")
