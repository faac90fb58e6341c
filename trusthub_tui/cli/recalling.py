"""``history``: everything that happened to a profile, in the user's own time zone."""

from collections.abc import Iterator, Sequence

from trusthub_tui.cli.json_documents import event as as_document
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.program import ExitCode
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import opened_to_read, settle
from trusthub_tui.store.records import Event, StoredProfile


def run(settings: Settings, profile_id: str, *, as_json: bool) -> int:
    """Print the timeline, the oldest first."""
    with opened_to_read(settings, profile_id) as workspace:
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
        lead = f"{event.at.astimezone():%Y-%m-%d %H:%M:%S %Z}  "
        yield wrapped(event.text, indent=len(lead), first=lead)
