"""``diff``: which answers differ between two versions of a profile, or between a version and now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.program import NAME, ExitCode, Fault
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.labels import answer_in_words, counted, place
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.records import StoredProfile

_RANGE: Final = re.compile(r"([0-9]{1,6})(?:\.\.([0-9]{1,6}|now)?)?")
_NOW: Final = "now"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sets of answers that are compared."""

    name: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class _Wanted:
    before: int
    after: int | None
    """None for the answers as they are now."""


def run(settings: Settings, profile_id: str, versions: str, *, as_json: bool) -> int:
    """Print the differences."""
    wanted = _wanted(versions) if versions else None
    with opened_to_read(settings, profile_id) as workspace:
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


def as_documents(found: Sequence[Difference]) -> list[dict[str, str]]:
    """Return differences for JSON: question path, label, and both answers as typed."""
    return [{"path": one.path, "label": one.label, "before": one.before, "after": one.after} for one in found]


def told(found: Sequence[Difference], before: Side, after: Side) -> Iterator[str]:
    """Yield the lines with old and new answer of each question."""
    width = max(len(before.name), len(after.name))
    for one in found:
        yield f"  {place(one.path, after.answers)}"
        for side in (before, after):
            lead = f"    {side.name:<{width}}  "
            yield wrapped(_shown(one.path, side.answers), indent=len(lead), first=lead)


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


def _version(profile: StoredProfile, submissions: Sequence[Submission], version: int | None) -> Side:
    if version is None:
        return Side(_NOW, profile.answers)
    for submission in submissions:
        if submission.version == version:
            return Side(f"version {version}", submission.answers)
    there_are = "version 1" if len(submissions) == 1 else f"versions 1 to {submissions[-1].version}"
    raise Fault(f"Profile {profile.id} has no version {version}", f"It has {there_are}", ExitCode.NOT_FOUND)


def _lines(profile: StoredProfile, before: Side, after: Side, found: Sequence[Difference]) -> Iterator[str]:
    yield f"{profile.name}  ({profile.id})"
    changed = f"{counted(len(found), 'answer differs', 'answers differ')}" if found else "no difference"
    yield f"{before.name[:1].upper()}{before.name[1:]} against {after.name}: {changed}"
    yield from told(found, before, after)


def _shown(path: str, answers: Answers) -> str:
    return answer_in_words(worded(QUESTIONS[path], answers), answers.get(path, ""))
