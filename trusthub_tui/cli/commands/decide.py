"""``decide``: the decision on a profile comes by hand, from Twilio's e-mail, as JSON, or as codes."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, not_empty, profile_argument, sid_option
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.input_files import InputFile
from trusthub_tui.cli.output import say
from trusthub_tui.cli.submission_text import tell
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.trusthub.decisions import NoDecision, ReadDecision, of_codes, read_decision

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says about the decision: it comes from exactly one place."""

    source: str
    """A path, or ``-`` for standard input; empty for neither."""
    codes: Sequence[str]
    approved: bool


@click.command
@profile_argument
@click.option(
    "--from",
    "source",
    metavar="FILE|-",
    default=None,
    callback=not_empty,
    help="Twilio's e-mail, or the API's JSON of the profile or of an evaluation; - is standard input.",
)
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="A code it was rejected for; may be repeated."
)
@click.option("--approved", is_flag=True, help="It was approved.")
@sid_option
@json_option
@settings.options()
def decide(
    profile_id: str, source: str, codes: tuple[str, ...], sid: str, *, approved: bool, as_json: bool
) -> int:
    """Enter the decision on a profile that is in review.

    It comes from exactly one place: --from, --code or --approved. A practice review can be decided too, to
    rehearse an outcome. What holds no decision, or one about another profile, is refused and changes nothing.
    """
    given = Given(source, codes, approved=approved)
    if sum(map(bool, (given.source, given.codes, given.approved))) != 1:
        raise Fault(
            "A decision comes from one place",
            "Give it with --from FILE, with --code (as often as there are codes), or with --approved",
            ExitCode.WRONG_USE,
        )
    read = _about(_read(given), sid)
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        decided = workspace.filing.decide(profile_id, read)
        profile = workspace.store.profiles.get(profile_id)
    if not decided.new and not as_json:
        say("This decision was known already; nothing was changed.")
    tell(f"{profile.name}  ({profile.id})", decided.submission, as_json=as_json)
    return ExitCode.DONE


def _read(given: Given) -> ReadDecision:
    if given.approved:
        return ReadDecision(approved=True)
    try:
        if given.codes:
            return of_codes(code for codes in given.codes for code in re.split(r"[,\s]+", codes.strip()))
        return read_decision(_text(InputFile(given.source).content("Twilio's e-mail, its JSON, or codes")))
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
    return replace(read, sid=sid or read.sid)


def _text(content: bytes) -> str:
    """Return the text of a saved e-mail or document, whatever the program that saved it made of letters."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
