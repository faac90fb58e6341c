"""A conversation about one profile after the other: who speaks, what is open, and what was said already."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Final, TypeAlias

from trusthub_tui.draft.draft import Draft
from trusthub_tui.plain.voice import Voice
from trusthub_tui.profile.choices import Option
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing

_AGREED: Final = frozenset({"y", "yes"})


@dataclass(frozen=True, slots=True)
class AtProfiles:
    """At the list of profiles."""

    find: str = ""
    """The words that those have which are read out."""


@dataclass(frozen=True, slots=True)
class AtQuestion:
    """At one question of the open profile."""

    path: str
    turn: tuple[str, ...] | None = None
    """The questions that come after it and then no more; None where the whole form is gone through."""


@dataclass(frozen=True, slots=True)
class AtReview:
    """Behind the last question, where all answers are read out and submitted."""


@dataclass(frozen=True, slots=True)
class AtStatus:
    """At what became of the newest submission."""


@dataclass(frozen=True, slots=True)
class Leave:
    """At the end of the conversation."""


class Commanded(Exception):
    """A command was given in the place of an answer: what was asked for is dropped."""

    def __init__(self, line: str) -> None:
        super().__init__("a command")
        self.line = line


Position: TypeAlias = AtProfiles | AtQuestion | AtReview | AtStatus | Leave


@dataclass
class Talk:
    """What every part of the conversation needs."""

    voice: Voice
    store: Store
    filing: Filing
    clock: Callable[[], datetime]
    zone: tzinfo | None = None
    """Whose clock times are told by; None for that of this computer."""
    draft: Draft | None = None
    step: int = 0
    """The number of the step that was named last."""
    hinted: set[str] = field(default_factory=set)
    """The questions whose hint was said in this run."""
    listed: set[str] = field(default_factory=set)
    """The questions whose choices were read out in this run, and the advice that was given."""
    shown: Sequence[Option] = ()
    """The choices that were read out last."""

    @property
    def open_draft(self) -> Draft:
        """The profile that is open; there is one at every question."""
        if self.draft is None:
            raise LookupError("no profile is open")
        return self.draft

    def say(self, *told: str) -> None:
        """Say sentences in one line."""
        self.voice.say(sentences(*told))

    def say_once(self, *told: str) -> None:
        """Say advice that is not repeated in this run."""
        if told[0] not in self.listed:
            self.listed.add(told[0])
            self.say(*told)

    def say_each(self, lines: Iterable[str]) -> None:
        """Say lines as they are."""
        for line in lines:
            self.voice.say(line)

    def ask(self, question: str) -> str:
        """Return the answer to a question beside the form, in one line; raises Commanded."""
        return _no_command(" ".join(self.voice.hear(question)).strip())

    def ask_for_text(self, *told: str) -> str:
        """Say what to paste and return it with all its lines; raises Commanded."""
        self.say(*told, "End with a line that is only a full stop")
        return _no_command(self.voice.hear_all())

    def agreed(self, question: str) -> bool:
        """Ask for a yes; anything else is none. Raises Commanded, which is no yes either."""
        try:
            return self.ask(f"{question} yes or no?").casefold() in _AGREED
        except Commanded:
            self.say("Nothing was changed")
            raise

    def open(self, profile_id: str) -> Position:
        """Open a profile and return where its user stopped."""
        draft = Draft(self.store, self.store.profiles.get(profile_id), self.clock)
        self.draft, self.step, self.shown = draft, 0, ()
        self.look_again()
        draft.check()
        steps = f"{sum(step.words == 'Ready' for step in draft.progress)} of {len(SECTIONS)} steps ready"
        self.say(f"Profile {draft.id}, {draft.name}", spoken_status(draft), steps)
        if not draft.status.editable or (draft.status is Status.REJECTED and draft.place.section == 0):
            return AtStatus()
        return position_of(draft.place)

    def look_again(self, *, tell: bool = True) -> None:
        """Take in what others did to the profile meanwhile, and tell a new status."""
        draft, before = self.open_draft, self.open_draft.status
        held_before = draft.holder
        self.take_in()
        if draft.reload() and tell and draft.status is not before:
            self.say(spoken_status(draft))
        try:
            draft.holder = self.store.windows.open(draft.id)
        except StoreError as fault:
            draft.meet(fault)
        if draft.holder is not None and held_before is None:
            self.say(
                "This profile is open in another window, so here it can only be read",
                "Type :take to take over",
            )

    def take_in(self) -> None:
        """Take in the decisions that are due."""
        try:
            self.filing.settle()
        except StoreError as fault:
            self.say(fault.message, fault.remedy)


def _no_command(line: str) -> str:
    if line.startswith(":"):
        raise Commanded(line)
    return line


def position_of(place: Place) -> Position:
    """Return where the conversation goes on for the place where somebody stopped."""
    if place.section >= len(SECTIONS):
        return AtReview()
    if place.path in QUESTIONS and section_of(place.path).number == place.section:
        return AtQuestion(place.path)
    return AtQuestion(SECTIONS[max(place.section, 1) - 1].paths[0])


def spoken_status(draft: Draft) -> str:
    """Return the status as it is said, and whose word it is."""
    whose = ", in practice" if draft.in_practice else ""
    match draft.status:
        case Status.DRAFT:
            return "Status: Draft, not sent"
        case Status.REJECTED:
            count = len(draft.reasons)
            return f"Status: {draft.status.label}{whose}, {count} reason{'' if count == 1 else 's'}"
        case _:
            return f"Status: {draft.status.label}{whose}"
