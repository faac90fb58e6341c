"""What the store hands out: plain frozen values, times in UTC."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import NONE, Answers, clean
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.status import Status


class Place(NamedTuple):
    """Where the user stopped."""

    section: int = 1
    """Number of the step, from 1; 0 for the page that tells what became of a submission."""
    path: str = ""
    """The question that had the focus; empty when none had."""
    caret: int = 0
    """Characters before the cursor."""


class Standing(NamedTuple):
    """What the list of profiles says is next, and how urgent that is."""

    next: str
    rank: int
    """Rejected 0, drafts with problems the user has seen 1, other drafts 2, in review 3, approved 4."""
    steps: str = ""
    """How the steps of a draft stand, a letter each (see ``progress.letters``); empty where nobody knows."""


NEW: Final = Standing("0 of 7 steps ready", 2, "-------")
"""The standing of a new draft."""

UNCHECKED: Final = Standing("Open it to check", 2)
"""The standing of a copy, whose answers were not checked since it was made."""


class StoredProfile(NamedTuple):
    """A profile as it stands in the file."""

    id: str
    status: Status
    answers: Answers
    place: Place
    shown: frozenset[str]
    """What the user has already been told, so that it is shown again on return."""
    version: int
    """Counts changes of answers and status: another number than the last one seen is another window's."""
    address_id: int | None
    """The saved address in use, if any."""
    created_at: datetime
    changed_at: datetime
    acknowledged: tuple[Acknowledgement, ...] = ()
    """Every "It is right", the first one first; also those whose answer has changed since."""
    carried: frozenset[str] = frozenset()
    """The questions whose answers, as they are now, were copied into the Console."""
    sid: str = ""
    """The profile's own SID at Twilio; empty as long as nobody has told it."""

    @property
    def name(self) -> str:
        """What to call it."""
        return profile_name(self.answers)


class Saved(NamedTuple):
    """The receipt of a save that is safe on disk."""

    at: datetime
    version: int
    overwritten: Answers = NONE
    """What somebody else had written meanwhile, by question; it is on that question's undo stack now."""


class Overwritten(NamedTuple):
    """What a save finds in the place of the answer that the writer believed to be there."""

    path: str
    text: str
    undo_stack: str
    """What undo of the question worked on for whoever wrote that text."""


class SavedAddress(NamedTuple):
    """An entry of the address book."""

    id: int
    parts: Mapping[str, str]
    """Question path (``address.city``) to text; parts without text are left out."""
    used_at: datetime
    profiles: int
    """How many profiles use it now."""
    last_profile: str
    """Name of the one of them that was changed last; empty when none uses it."""


class EventKind(StrEnum):
    """What can happen to a profile."""

    CREATED = "created"
    DUPLICATED = "duplicated"
    IMPORTED = "imported"
    ACKNOWLEDGED = "acknowledged"
    """Somebody has said "It is right"."""
    TAKEN_BACK = "taken-back"
    """Something that was done by hand was undone."""
    SUBMITTED = "submitted"
    FILED = "filed"
    """Filed in the Console by hand."""
    NAMED = "named"
    """The profile's SID became known after it was filed."""
    DECIDED = "decided"
    REOPENED = "reopened"
    """What only practice approved may be changed again."""
    DISCARDED = "discarded"
    """A rehearsal was thrown away."""
    DELETED = "deleted"
    RESTORED = "restored"


class Event(NamedTuple):
    """One thing that happened to a profile."""

    at: datetime
    kind: EventKind
    text: str
    """What happened, in words; without a full stop."""


class Undone(NamedTuple):
    """What was taken back, and of which profile."""

    what: str
    """A sentence for the user, without a full stop."""
    profile_id: str
    """The profile it was about, which may be gone now; empty when it was about a saved address."""


def text(value: object) -> str:
    """Return a column's text, cleaned; ``TypeError`` when something else stands in it."""
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def number(value: object) -> int:
    """Return a column's whole number; ``TypeError`` when something else stands in it."""
    if not isinstance(value, int):
        raise TypeError
    return value
