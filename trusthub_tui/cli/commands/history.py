"""``history``: everything that happened to a profile, in the user's own time zone."""

from collections.abc import Iterator, Sequence

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.json_documents import event as as_document
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.profile.labels import moment
from trusthub_tui.store.records import Event, StoredProfile


@click.command
@profile_argument
@json_option
@settings.options()
def history(profile_id: str, *, as_json: bool) -> int:
    """Print everything that happened to a profile, the oldest first.

    Times are in your own time zone; in JSON they are in UTC.
    """
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        profile = workspace.store.profiles.get(profile_id)
        events = workspace.store.events.of(profile.id)
    if as_json:
        say_json([as_document(event) for event in events])
    else:
        say("\n".join(_lines(profile, events)))
    return ExitCode.DONE


def _lines(profile: StoredProfile, events: Sequence[Event]) -> Iterator[str]:
    yield f"{profile.name}  ({profile.id})"
    for event in events:
        lead = f"{moment(event.at, None, exact=True)}  "
        yield wrapped(event.text, indent=len(lead), first=lead)
