"""Everything that happened to a profile, in the user's own time zone."""

from collections.abc import Iterator, Sequence

from trusthub_tui.profile.labels import moment
from trusthub_tui.store.records import Event
from trusthub_tui.tui.widgets.drawn import Line
from trusthub_tui.tui.widgets.paragraphs import labelled


def event_lines(events: Sequence[Event], width: int) -> Iterator[Line]:
    """Yield the events, the newest first."""
    for event in reversed(events):
        yield from labelled(f" {moment(event.at, None, exact=True)}", event.text, width, room=24)
