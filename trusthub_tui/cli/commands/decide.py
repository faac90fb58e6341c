"""``decide``: the decision on a profile comes by hand, from Twilio's e-mail, as JSON, or as codes."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, not_empty, profile_argument, sid_option, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.input_files import InputFile, text_of
from trusthub_tui.cli.output import say, wrapped
from trusthub_tui.cli.submission_text import tell
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.copies.words import sent
from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.decisions import of_codes, read_decision
from trusthub_tui.trusthub.explain import preview
from trusthub_tui.trusthub.filing import Decided
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision


@click.command
@profile_argument
@click.option(
    "--from",
    "source",
    metavar="FILE|-",
    shell_complete=settings.files,
    default=None,
    callback=not_empty,
    help="Twilio's e-mail, or the API's JSON of the profile or of an evaluation; - is standard input.",
)
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="A code it was rejected for; may be repeated."
)
@click.option("--approved", is_flag=True, help="It was approved.")
@click.option("--rejected", is_flag=True, help="It was rejected, and no code was given.")
@sid_option
@click.option("--dry-run", is_flag=True, help="Only show what it would make of the profile.")
@sure_option
@json_option
@settings.options()
def decide(profile_id: str, sid: str, *, dry_run: bool, sure: bool, as_json: bool, **given: Any) -> int:
    """Enter the decision on a profile that is in review.

    It comes from exactly one place: --from, --code, --approved or --rejected. What it would make of the
    profile is shown before it counts; `undo` takes it back. A practice review can be decided too, to rehearse
    an outcome. What holds no decision, or one about another profile, is refused and changes nothing.
    """
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        profile = workspace.store.profiles.get(profile_id)
        read = _about(_read(sid or profile.sid, **given), sid)
        seen = workspace.filing.preview(profile.id, read)
        title = f"{profile.name}  ({profile.id})"
        if seen.new and (dry_run or not sure) and not as_json:
            say("\n".join((title, *_preview(seen))))
        if dry_run:
            return _told(title, seen, as_json=as_json)
        if seen.new and not sure:
            _ask(as_json=as_json)
        decided = workspace.filing.decide(profile.id, read)
    if not decided.new and not as_json:
        say("This decision was known already; nothing was changed.")
    tell(title, decided.submission, as_json=as_json)
    if decided.new and not as_json:
        say(f"To take the decision back: {NAME} undo")
    return ExitCode.DONE


def _told(title: str, seen: Decided, *, as_json: bool) -> int:
    """Finish a dry run: nothing was changed."""
    if as_json or not seen.new:
        tell(title, seen.submission, as_json=as_json)
    if not as_json:
        say("Nothing was changed.")
    return ExitCode.DONE


def _ask(*, as_json: bool) -> None:
    if as_json or not has_terminal():
        raise Fault("Nothing was changed", "To take the decision in, add --yes", ExitCode.WRONG_USE)
    if not agreed("Take this decision in?"):
        raise Fault("Nothing was changed")


def _preview(seen: Decided) -> Iterator[str]:
    yield sent(seen.submission)
    made = preview(seen.submission)
    yield wrapped(sentences(made.outcome), indent=0)
    for title, *more in made.reasons:
        yield wrapped(title, indent=4, first="  ")
        yield from (wrapped(line, indent=6, first="    ") for line in more)
    if seen.learned_sid:
        yield wrapped(sentences(f"Its SID at Twilio would be {seen.learned_sid}"), indent=0)


def _read(sid: str, source: str, codes: Sequence[str], *, approved: bool, rejected: bool) -> ReadDecision:
    """Return the decision that is given; a list is searched for the profile with this SID."""
    if sum(map(bool, (source, codes, approved, rejected))) != 1:
        raise Fault(
            "A decision comes from one place",
            "Give it with --from FILE, with --code (as often as there are codes), with --approved, or with"
            " --rejected where no code was given",
            ExitCode.WRONG_USE,
        )
    if approved or rejected:
        return ReadDecision(approved=approved)
    try:
        if codes:
            return of_codes(code for given in codes for code in re.split(r"[,\s]+", given.strip()))
        return read_decision(text_of(InputFile(source).content("Twilio's e-mail, its JSON, or codes")), sid)
    except NoDecision as fault:
        remedy = f"{fault.remedy}. Nothing was changed"
        raise Fault(fault.message, remedy, ExitCode.WRONG_USE) from None


def _about(read: ReadDecision, sid: str) -> ReadDecision:
    """Return the decision as one about the profile of this SID, where one is given."""
    if sid and read.sid and read.sid != sid:
        raise Fault(
            f"The decision is about {read.sid}, and --sid names {sid}",
            f"Look which of them the profile is with: {NAME} show ID",
            ExitCode.WRONG_USE,
        )
    return read._replace(sid=sid or read.sid)
