"""``watch``: follow profiles until Twilio has decided."""

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import click

from trusthub_tui.account import following
from trusthub_tui.account.faults import OtherAccount, TooMany, Unreachable
from trusthub_tui.cli import at_twilio, completing, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import Workspace, now
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import moment
from trusthub_tui.profile.status import Status
from trusthub_tui.store.linked import Word
from trusthub_tui.trusthub.errors import NotLinked
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_results import Followed
from trusthub_tui.trusthub.remote_words import what_happened

_LONG: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smhd])")
_SECONDS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_FOR_EVER: Final = float("inf")


def _seconds(_context: click.Context, _parameter: click.Parameter, value: str | None) -> float:
    if value is None:
        return _FOR_EVER
    read = _LONG.fullmatch(value.strip())
    if read is None:
        raise Fault("--for is no length of time", "Write it as 30m, 48h or 3d", ExitCode.WRONG_USE)
    return float(read[1]) * _SECONDS[read[2]]


@dataclass(frozen=True, slots=True)
class _Watch:
    """What to follow, and how long."""

    ids: Sequence[str]
    """Empty for everything that is linked."""
    once: bool
    seconds: float
    as_json: bool


@click.command
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=completing.profile_ids)
@click.option("--all", "everything", is_flag=True, help="Every profile that stands for one at Twilio.")
@click.option("--once", is_flag=True, help="Ask once, and end.")
@click.option("--for", "seconds", metavar="TIME", callback=_seconds, help="End after that long, such as 48h.")
@settings.dry_run_option
@json_option
@settings.options()
@settings.account_option
def watch(ids: tuple[str, ...], *, everything: bool, once: bool, seconds: float, as_json: bool) -> int:
    """Follow profiles until Twilio has decided.

    Each change is a line, with --json an object on a line. It ends when nothing is in review any more; a
    named draft is waited for. With --dry-run Twilio is asked once, and nothing is taken in.

    Exit codes: 3 when one was rejected, 10 when one is still in review.
    """
    if bool(ids) and everything:
        raise Fault("Name profiles, or all of them, not both", "", ExitCode.WRONG_USE)
    given = settings.current()
    # While it is tried out nobody else can write: that is over after one question.
    wanted = _Watch(ids, once or given.dry_run, seconds, as_json)
    return at_twilio.ask(given, lambda place, twilio: _followed(place, twilio, wanted), quiet=as_json)


async def _followed(workspace: Workspace, twilio: Twilio, wanted: _Watch) -> int:
    import asyncio
    import random

    began, failures = time.monotonic(), 0
    account_sid = twilio.account.identity.account_sid
    ids = _must_be_linked(workspace, wanted.ids, account_sid)
    while True:
        try:
            for one in await twilio.poll():
                if not ids or one.profile_id in ids:
                    _tell(one, as_json=wanted.as_json)
            failures = 0
        except (Unreachable, TooMany) as fault:
            if wanted.once:
                raise
            failures += 1
            at_twilio.say_progress(f"{fault.message}; trying again", quiet=wanted.as_json)
        waited = time.monotonic() - began
        over = wanted.once or waited >= wanted.seconds
        ended = _ended(ids, workspace.store.linked.words(account_sid), over=over)
        if ended is not None:
            return ended
        pause = following.interval(waited, sending=False, failures=failures, chance=random.random())  # noqa: S311 - only spreads requests
        await asyncio.sleep(max(0.0, min(pause, wanted.seconds - waited)))


def _must_be_linked(workspace: Workspace, ids: Sequence[str], account_sid: str) -> frozenset[str]:
    for profile_id in ids:
        link = workspace.store.linked.of(workspace.store.profiles.get(profile_id).id)
        if link is None:
            raise NotLinked(profile_id)
        if link.account_sid != account_sid:
            raise OtherAccount(f"Profile {profile_id}", link.account_sid, account_sid)
    return frozenset(workspace.store.profiles.get(profile_id).id for profile_id in ids)


def _ended(ids: frozenset[str], linked: Sequence[Word], *, over: bool) -> int | None:
    """Return the exit code, once there is nothing more to wait for or no time to wait."""
    statuses = {Status(one.here) for one in linked if not ids or one.profile_id in ids}
    in_review = any(status.in_review for status in statuses)
    waiting = in_review or (bool(ids) and Status.DRAFT in statuses)
    if waiting and not over:
        return None
    if in_review:
        return ExitCode.STILL_IN_REVIEW
    return ExitCode.HAS_PROBLEMS if Status.REJECTED in statuses else ExitCode.DONE


def _tell(one: Followed, *, as_json: bool) -> None:
    if as_json:
        say(json.dumps(_document(one), ensure_ascii=False).encode())
        return
    say(f"{moment(now(), None)}  {one.profile_id}  {sentences(f'{one.name} {what_happened(one)}')}")


def _document(one: Followed) -> dict[str, object]:
    decision = one.submission.decision if one.submission else None
    return {
        "at": now().isoformat(timespec="seconds"),
        "id": one.profile_id,
        "name": one.name,
        "turn": one.turn.value,
        "status": one.word,
        "version": one.submission.version if one.submission else None,
        "codes": [reason.code for reason in decision.reasons if reason.code] if decision else [],
        "changed": [difference.path for difference in one.differences],
    }
