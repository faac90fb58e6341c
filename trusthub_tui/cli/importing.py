"""``import``: answers from a file become new drafts, or take the place of a draft's own."""

import sys
from collections.abc import Mapping

import click

from trusthub_tui.cli.comparing import Side, as_documents, told
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.program import NAME, ExitCode, Fault
from trusthub_tui.cli.reading import Documents, Source, documents
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import opened, opened_to_read
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import StoredProfile


def as_new(settings: Settings, given: str, *, as_json: bool) -> int:
    """Make a draft of each document in a file, or of none when anything stands in the way."""
    source = Source(given)
    found = documents(source)
    with opened(settings) as workspace:
        made = workspace.store.profiles.import_all(found.each, source.name) if found.each else ()
    if as_json:
        drafts = [made_document(profile) for profile in made]
        say_json(drafts if found.is_list else drafts[0])
    else:
        lines = [f"Imported {profile.name}: draft {profile.id}" for profile in made]
        say("\n".join(lines) or "The file holds an empty list.")
    return ExitCode.DONE


def into(settings: Settings, given: str, profile_id: str, *, sure: bool, as_json: bool) -> int:
    """Show what a file would change in a draft, and change it with the user's consent."""
    source = Source(given)
    answers = _only(documents(source), source)
    with opened_to_read(settings, profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        if not profile.status.editable:
            raise Locked(profile.id, profile.status)
        found = differences(profile.answers, answers)
        if not as_json:
            say("\n".join(_lines(profile, Side("now", profile.answers), Side("then", answers), found)))
        agreed = bool(found) and (sure or (not as_json and _asked(len(found))))
        if agreed:
            workspace.store.profiles.import_over(
                profile.id, answers, imported_from=source.name, seen=profile.version
            )
    if as_json:
        say_json({"id": profile.id, "changed": agreed, "differences": as_documents(found)})
    return _told(found, agreed=agreed, as_json=as_json)


def made_document(profile: StoredProfile) -> Mapping[str, str]:
    """Return what JSON tells about a draft that was just made."""
    return {"id": profile.id, "name": profile.name, "status": profile.status.value}


def _only(found: Documents, source: Source) -> Mapping[str, str]:
    if len(found.each) != 1:
        raise source.fault(
            f"holds {counted(len(found.each), 'profile')}, and --into takes one",
            "Leave --into out to make a draft of each",
        )
    return found.each[0]


def _lines(profile: StoredProfile, before: Side, after: Side, found: tuple[Difference, ...]) -> list[str]:
    title = f"{profile.name}  ({profile.id})"
    if not found:
        return [title, "The file holds the same answers."]
    return [title, f"{counted(len(found), 'answer')} would change:", *told(found, before, after)]


def _asked(count: int) -> bool:
    """Ask on a terminal; without one, nobody has agreed."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return False
    if not click.confirm(f"Replace {'it' if count == 1 else f'these {count} answers'}?"):
        raise Fault("Nothing was changed")
    return True


def _told(found: tuple[Difference, ...], *, agreed: bool, as_json: bool) -> int:
    if not found:
        return ExitCode.DONE
    if not agreed:
        raise Fault("Nothing was changed", "To replace these answers, add --yes", ExitCode.WRONG_USE)
    if not as_json:
        say(f"Replaced {counted(len(found), 'answer')}. To take that back: {NAME} undo")
    return ExitCode.DONE
