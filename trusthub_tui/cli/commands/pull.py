"""``pull``: take over what Twilio has."""

from collections.abc import Iterator, Sequence

import click

from trusthub_tui.account.faults import short
from trusthub_tui.account.resources import ProfileKind
from trusthub_tui.cli import at_twilio, completing, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.differences_text import as_documents, in_words
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.workspace import Workspace
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import counted, remote_status
from trusthub_tui.trusthub.errors import BothChanged
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_results import BothSides, Pulled, Side


@click.command
@click.argument("target", metavar="[ID|BU...]", default="", shell_complete=completing.profile_ids)
@click.option("--all", "everything", is_flag=True, help="Every Primary and Secondary profile of the account.")
@click.option("--theirs", "side", flag_value="theirs", help="Where both sides changed, take Twilio's.")
@click.option("--ours", "side", flag_value="here", help="Where both sides changed, leave what is here.")
@at_twilio.plan_option
@json_option
@settings.options()
@settings.account_option
def pull(target: str, side: str | None, *, everything: bool, dry_run: bool, as_json: bool) -> int:
    """Take over what Twilio has.

    A profile that is not in this file yet becomes a draft. What was changed at Twilio only is taken over,
    what was changed here only stays; where both changed, nothing is taken over and the exit code is 8,
    unless --theirs or --ours says whose count. Everything can be taken back with undo.
    """
    if bool(target) == everything and everything:
        raise Fault("Name one profile, or all of them, not both", "", ExitCode.WRONG_USE)
    chosen = Side(side) if side else None

    async def act(workspace: Workspace, twilio: Twilio) -> tuple[list[Pulled], list[BothSides]]:
        pulled, open_ones = [], []
        for one in await _targets(twilio, target, everything=everything):
            at_twilio.say_progress(f"Reading {one} …", quiet=as_json)
            look = await twilio.look(one)
            try:
                pulled.append(
                    twilio.foresee(look, chosen) if dry_run else await twilio.take_over(look, chosen)
                )
            except BothChanged:
                open_ones.append(look)
        return pulled, open_ones

    pulled, open_ones = at_twilio.ask(settings.current(), act, quiet=as_json)
    if as_json:
        documents = [*(_document(one) for one in pulled), *(_conflict(look) for look in open_ones)]
        say_json([document | {"dry_run": dry_run} for document in documents])
    else:
        told = [line for one in pulled for line in (_foreseen(one) if dry_run else _lines(one))]
        say("\n".join([*told, *(line for look in open_ones for line in _choices(look))]))
    return ExitCode.BOTH_CHANGED if open_ones else ExitCode.DONE


async def _targets(twilio: Twilio, target: str, *, everything: bool) -> Sequence[str]:
    """Return what to pull: what is named, all, or the only Primary profile that there is."""
    if target:
        return (target,)
    profiles = await twilio.profiles()
    if everything:
        return [one.sid for one in profiles if one.kind is not ProfileKind.OTHER]
    primaries = [one for one in profiles if one.kind is ProfileKind.PRIMARY]
    if len(primaries) == 1:
        return (primaries[0].sid,)
    found = ", ".join(f"{one.sid} ({one.name})" for one in primaries)
    if not primaries:
        parent = twilio.account.identity.parent
        how = (
            f"It is in {short(parent)}, the parent account: name the credentials of that one with --account"
            if parent
            else "Begin one in the Console"
        )
        raise Fault("Twilio has no Primary profile in this account", how, ExitCode.NOT_FOUND)
    raise Fault(f"Twilio has several Primary profiles: {found}", "Name one, or use --all", ExitCode.WRONG_USE)


def _foreseen(pulled: Pulled) -> Iterator[str]:
    yield (
        f"A new draft would be made: {counted(len(pulled.changed), 'answer')}"
        if pulled.new
        else f"{pulled.profile_id}: {counted(len(pulled.changed), 'answer')} would be taken over"
    )
    yield from _details(pulled)
    yield "Nothing was taken over."


def _details(pulled: Pulled) -> Iterator[str]:
    for note in pulled.notes:
        yield wrapped(sentences(note), indent=2)
    if not pulled.new:
        for one in pulled.changed:
            yield wrapped(f"{one.label}: {in_words(one.path, {one.path: one.after})}", indent=2)


def _lines(pulled: Pulled) -> Iterator[str]:
    what = "is a new draft" if pulled.new else "is as it is at Twilio"
    yield f"{pulled.profile_id} {what}: {counted(len(pulled.changed), 'answer')} taken over"
    yield from _details(pulled)
    followed = pulled.followed
    if followed is not None:
        yield f"  Twilio says: {remote_status(followed.word)}"
    yield f"See what is left to do with: {NAME} check {pulled.profile_id}"


def _choices(look: BothSides) -> Iterator[str]:
    name = look.profile.id if look.profile else look.remote.sid
    yield f"{name} was changed here and at Twilio; nothing was taken over"
    for one in look.comparison.both:
        yield f"  {one.label}"
        for word, text in (("was", one.was), ("here", one.here), ("Twilio", one.theirs)):
            yield wrapped(in_words(one.path, {one.path: text}), indent=12, first=f"    {word:<6}  ")
    yield f"Choose whose count with: {NAME} pull {name} --theirs"


def _document(pulled: Pulled) -> dict[str, object]:
    followed = pulled.followed
    return {
        "id": pulled.profile_id or None,
        "new": pulled.new,
        "changed": as_documents(pulled.changed),
        "notes": list(pulled.notes),
        "turn": followed.turn.value if followed else None,
        "conflicts": [],
    }


def _conflict(look: BothSides) -> dict[str, object]:
    return {
        "id": look.profile.id if look.profile else None,
        "new": False,
        "changed": [],
        "notes": list(look.taken.notes),
        "turn": None,
        "conflicts": [
            {"path": one.path, "label": one.label, "was": one.was, "here": one.here, "twilio": one.theirs}
            for one in look.comparison.both
        ],
    }
