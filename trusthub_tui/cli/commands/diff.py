"""``diff``: which answers differ between two versions of a profile, or between a version and now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.differences_text import NamedAnswers, as_documents, difference_lines
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.records import StoredProfile

_RANGE: Final = re.compile(r"([0-9]{1,6})(?:\.\.([0-9]{1,6}|now)?)?")
_NOW: Final = "now"


@dataclass(frozen=True, slots=True)
class _Wanted:
    before: int
    after: int | None
    """None for the answers as they are now."""


@click.command
@profile_argument
@click.argument("versions", metavar="[VERSIONS]", required=False)
@json_option
@settings.options()
def diff(profile_id: str, versions: str | None, *, as_json: bool) -> int:
    """Print what changed between two versions.

    VERSIONS is 1..2 for two of them, or 2 for version 2 against the answers as they are now. Without it, the
    newest version is compared with now, or, while it is locked, with the version before.
    """
    wanted = _wanted(versions) if versions else None
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        profile = workspace.store.profiles.get(profile_id)
        submissions = workspace.store.submissions.of(profile.id)
    if not submissions:
        raise Fault(
            f"Profile {profile.id} was not submitted yet, so there is no version to compare with",
            f"See its answers with: {NAME} show {profile.id}",
        )
    wanted = wanted or _newest(profile, submissions)
    before = _version(profile, submissions, wanted.before)
    after = _version(profile, submissions, wanted.after)
    found = differences(before.answers, after.answers)
    if as_json:
        say_json(as_documents(found))
    else:
        say("\n".join(_lines(profile, before, after, found)))
    return ExitCode.DONE


def _wanted(versions: str) -> _Wanted:
    match = _RANGE.fullmatch(versions.strip())
    if match is None:
        raise Fault(
            f"{versions[:40]} names no versions to compare",
            "Write 1..2 for two versions, or 2 for version 2 against now",
            ExitCode.WRONG_USE,
        )
    before, after = match.groups()
    return _Wanted(int(before), None if after in (None, _NOW) else int(after))


def _newest(profile: StoredProfile, submissions: Sequence[Submission]) -> _Wanted:
    """Return what interests most: what changed since the last version, or with it where nothing can."""
    newest = submissions[-1].version
    if profile.status.editable or len(submissions) == 1:
        return _Wanted(newest, None)
    return _Wanted(submissions[-2].version, newest)


def _version(profile: StoredProfile, submissions: Sequence[Submission], version: int | None) -> NamedAnswers:
    if version is None:
        return NamedAnswers(_NOW, profile.answers)
    for submission in submissions:
        if submission.version == version:
            return NamedAnswers(f"version {version}", submission.answers)
    there_are = "version 1" if len(submissions) == 1 else f"versions 1 to {submissions[-1].version}"
    raise Fault(f"Profile {profile.id} has no version {version}", f"It has {there_are}", ExitCode.NOT_FOUND)


def _lines(
    profile: StoredProfile, before: NamedAnswers, after: NamedAnswers, found: Sequence[Difference]
) -> Iterator[str]:
    yield f"{profile.name}  ({profile.id})"
    changed = f"{counted(len(found), 'answer differs', 'answers differ')}" if found else "no difference"
    yield f"{before.name[:1].upper()}{before.name[1:]} against {after.name}: {changed}"
    yield from difference_lines(found, before, after)
