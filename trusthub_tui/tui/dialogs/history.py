"""Everything that happened to a profile, in the user's own time zone."""

from collections.abc import Iterator, Sequence

from trusthub_tui.store.records import Event
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.drawn import Line
from trusthub_tui.tui.widgets.paragraphs import labelled


def timeline_lines(events: Sequence[Event], services: Services, width: int) -> Iterator[Line]:
    """Yield the events, the newest first."""
    for event in reversed(events):
        moment = services.local(event.at)
        yield from labelled(f" {moment.day} {moment:%b %Y %H:%M:%S}", event.text, width, room=24)
