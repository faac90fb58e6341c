"""Somebody at the keyboard of the program: presses keys, looks at the screen, waits for what it shows."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.pilot import Pilot
from textual.widget import Widget

from tests.support import textual_private
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.tui.app import TrustHubApp
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.online import Online
from trusthub_tui.tui.opening import Opening
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.step_list import StepList

START = datetime(2026, 11, 22, 14, 3, 22, tzinfo=UTC)
NEVER = 3600.0
"""Seconds until the program looks at the file by itself: in a test it is told to."""

PATIENCE = 30.0
"""Seconds until a test gives up waiting; a healthy program needs a few hundredths."""

_TURNS = 20
"""Turns of the loop, one after the other, in which a program at rest has nothing to do."""


def _representative(number: int, *given: str) -> dict[str, str]:
    asked = ("first_name", "last_name", "email", "phone_number", "business_title", "job_position")
    return {
        paths.of_representative(number, attribute): text for attribute, text in zip(asked, given, strict=True)
    }


GOOD: Mapping[str, str] = {
    paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
    paths.FRIENDLY_NAME: "Northwind main profile",
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.STREET_SECONDARY: "Suite 1200",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
    paths.IDENTITY: "direct_customer",
    paths.BUSINESS_TYPE: "Corporation",
    paths.INDUSTRY: "TECHNOLOGY",
    paths.ID_TYPE: "EIN",
    paths.ID_NUMBER: "84-1927365",
    paths.WEBSITE: "https://www.northwindrobotics.com",
    paths.REGIONS: "USA_AND_CANADA",
    **_representative(
        *(1, "Ada", "Okafor", "ada@northwindrobotics.com"),
        *("+1 415 555 2671", "Chief Executive Officer", "CEO"),
    ),
    **_representative(
        *(2, "Ben", "Sato", "ben@northwindrobotics.com"),
        *("+1 415 555 2672", "Head of Operations", "Other"),
    ),
    paths.NOTIFICATION_EMAIL: "ops@northwindrobotics.com",
    paths.TERMS: "yes",
}
"""Answers that the practice review approves."""


def but(**changes: str) -> dict[str, str]:
    """Return the good answers with some others; the names are those in the module ``paths``."""
    changed = {getattr(paths, name): text for name, text in changes.items()}
    return {path: text for path, text in {**GOOD, **changed}.items() if text}


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Clipboard:
    """Takes texts, and says so or does not."""

    certain: bool = False
    texts: list[str] = field(default_factory=list)

    async def copy(self, text: str) -> bool:
        self.texts.append(text)
        return self.certain


@dataclass
class Desk:
    """A file, who reviews, the time and the clipboard: what the program is given when it starts."""

    file: Path
    clock: Clock = field(default_factory=Clock)
    review_after: timedelta = timedelta(seconds=30)
    clipboard: Clipboard = field(default_factory=Clipboard)
    first: int = 1
    """The first of the numbers that IDs are made of."""
    online: Callable[["Desk"], Online] | None = None
    """Makes the way to a Twilio account; without it there is none."""

    def __post_init__(self) -> None:
        self._given = iter(range(self.first, self.first + 1000))
        self.store = self.another_store()

    def another_store(self) -> Store:
        """Open the file once more, as another window does."""
        return Store(self.file, self.clock, entropy=self._entropy)

    @contextmanager
    def beside(self) -> Iterator["Desk"]:
        """Sit down at another window on the same file."""
        other = Desk(self.file, self.clock, self.review_after, first=self.first + 5000)
        try:
            yield other
        finally:
            other.store.close()

    def _entropy(self, length: int) -> bytes:
        number = next(self._given)
        return bytes((number >> 5 * place) & 31 for place in reversed(range(length)))

    @property
    def filing(self) -> Filing:
        return Filing(self.store, PracticeTrustHub(self.review_after), self.clock)

    def profile(
        self,
        answers: Mapping[str, str] = GOOD,
        place: Place | None = None,
        *,
        submitted: bool = False,
        decided: bool = False,
    ) -> str:
        """Make a profile, submit it, let it be decided; returns its ID."""
        made = self.store.profiles.create(answers).id
        if submitted or decided:
            self.filing.submit(made)
        if decided:
            self.clock.forward(self.review_after.total_seconds() + 1)
            self.filing.settle()
        if place is not None:
            self.store.profiles.save_place(made, place)
        return made

    def of(self, profile_id: str) -> StoredProfile:
        """Read a profile from the file."""
        return self.store.profiles.get(profile_id)

    def answers(self, profile_id: str) -> dict[str, str]:
        """Read the answers of a profile from the file."""
        return dict(self.of(profile_id).answers)

    @asynccontextmanager
    async def at(
        self, size: str = "100x30", profile_id: str = "", *, new: bool = False, look: Look | None = None
    ) -> AsyncIterator["Person"]:
        """Start the program in a terminal of some size and sit down at it."""
        width, height = (int(part) for part in size.split("x"))
        services = Services(
            *(self.store, self.filing, self.clock, self.clipboard),
            look_every=NEVER,
            online=self.online(self) if self.online else None,
        )
        app = TrustHubApp(services, Opening(profile_id=profile_id, new=new), look=look)
        async with app.run_test(size=(width, height), notifications=True, tooltips=False) as pilot:
            person = Person(self, app, pilot)
            await person.settled()
            yield person


@dataclass
class Person:
    """Presses keys and looks at the screen."""

    desk: Desk
    app: TrustHubApp
    pilot: Pilot[Any]

    async def press(self, *keys: str) -> None:
        """Press keys as Textual spells them, one after the other, and look up when all is quiet again."""
        for key in keys:
            self._send(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type text faster than anybody can; nothing may get lost on the way."""
        for character in text:
            self._send(_key_of(character), character)
        await self.settled()

    async def burst(self, *keys: str) -> None:
        """Press keys so fast that they all wait in the program's queue."""
        for key in keys:
            self._send(key)
        await self.settled()

    async def paste(self, text: str) -> None:
        """Paste text as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def click(self, text: str) -> None:
        """Click the first place on the screen where a text stands."""
        y = next(y for y, line in enumerate(self._strips) if text in line)
        await self.pilot.click(offset=(self._strips[y].index(text) + 1, y))
        await self.settled()

    async def resize(self, size: str) -> None:
        """Give the terminal another size."""
        width, height = (int(part) for part in size.split("x"))
        await self.pilot.resize_terminal(width, height)
        await self.settled()

    async def look(self) -> None:
        """Let the program look at the file, as it does by itself every second."""
        self.app.look_around()
        await self.settled()

    async def settled(self) -> None:
        """Wait until everything that was started is done and painted, however busy the machine is.

        Every turn of the loop is looked at: work that goes from one task to the next, such as keys that
        are held back, would hide between looks a while apart.
        """
        async with self._patience("the program's rest"):
            while not await self._rests():
                await asyncio.sleep(0.001)

    async def _rests(self) -> bool:
        for _ in range(_TURNS):
            if not textual_private.at_rest(self.app):
                return False
            await asyncio.sleep(0)
        return True

    async def until(self, wanted: Callable[[], bool], what: str) -> None:
        """Wait for something that happens by itself."""
        async with self._patience(what):
            while not wanted():
                await asyncio.sleep(0.001)
        await self.settled()

    def send(self, key: str) -> None:
        """Press a key and do not wait for what comes of it."""
        self._send(key)

    async def until_now(self, wanted: Callable[[], bool], what: str) -> None:
        """Wait for something while the program is still at work on something else."""
        async with self._patience(what):
            while not wanted():
                await asyncio.sleep(0.001)

    @asynccontextmanager
    async def _patience(self, what: str) -> AsyncIterator[None]:
        """Give up at last, where a program never gets to what is waited for."""
        try:
            async with asyncio.timeout(PATIENCE):
                yield
        except TimeoutError:
            raise AssertionError(f"{what} did not come about\n{self.screen}") from None

    @property
    def _strips(self) -> list[str]:
        return [strip.text for strip in textual_private.painted(self.app.screen)]

    @property
    def lines(self) -> list[str]:
        """What is on the screen now, line by line."""
        return [text.rstrip() for text in self._strips]

    @property
    def screen(self) -> str:
        """What is on the screen now."""
        return "\n".join(self.lines)

    @property
    def links(self) -> set[str]:
        """The addresses in the web that the terminal is told of, to be opened there."""
        painted = (segment for strip in textual_private.painted(self.app.screen) for segment in strip)
        return {segment.style.link for segment in painted if segment.style and segment.style.link}

    @property
    def words(self) -> str:
        """What is on the screen now, in one piece however it was wrapped; without the column of steps."""
        beside = self._width_of_steps
        inside = (max(text[beside:].split("│"), key=len) for text in self._strips)
        return " ".join(" ".join(inside).split())

    @property
    def _width_of_steps(self) -> int:
        return sum(steps.region.width for steps in self.app.screen.query(StepList) if steps.display)

    def state_of(self, step: str) -> str:
        """How a step stands, as the list of steps beside the fields says it."""
        beside = [text[: self._width_of_steps] for text in self._strips]
        y = next(y for y, text in enumerate(beside) if step in text)
        return beside[y + 1].strip("┃│ ")

    @property
    def title(self) -> str:
        """The first line."""
        return self.lines[0]

    @property
    def notices(self) -> list[str]:
        """The notices that are shown."""
        return textual_private.notices(self.app)

    @property
    def line_at_cursor(self) -> str:
        """The line on which the terminal's cursor stands; without the steps beside it."""
        beside = self._width_of_steps
        return self.lines[self.app.cursor_position.y][beside:]

    def line_with(self, text: str) -> str:
        """Return the first line on the screen that holds a text."""
        found = [line for line in self.lines if text in line]
        assert found, f"{text!r} is not on the screen\n{self.screen}"
        return found[0]

    @property
    def focused(self) -> Widget:
        """What has the focus."""
        focused = self.app.screen.focused
        assert focused is not None, f"nothing has the focus\n{self.screen}"
        return focused

    @property
    def field(self) -> str:
        """The question that has the focus; what is not a question by its ID."""
        return str(getattr(self.focused, "path", "") or self.focused.id)

    @property
    def caret(self) -> int:
        """Characters before the caret in the field with the focus."""
        return int(getattr(self.focused, "cursor_position"))  # noqa: B009 - only text fields have it

    async def go_to(self, path: str) -> None:
        """Go to a field of the step with Tab."""
        for _ in range(20):
            if self.field == path:
                return
            await self.press("tab")
        raise AssertionError(f"Tab does not lead to {path}\n{self.screen}")

    async def choose(self, words: str) -> None:
        """Choose in the field with the focus what fits some words best."""
        await self.press("enter")
        await self.type(words)
        await self.press("enter")

    def _send(self, key: str, character: str | None = None) -> None:
        if character is None:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
        event = events.Key(key, character)
        event.set_sender(self.app)
        self.app.post_message(event)


def _key_of(character: str) -> str:
    """Return the name of the key that types a character: letters and digits are named as they are."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_CHARACTERS = {"space": " ", "slash": "/", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f"}


def visible(person: Person) -> bool:
    """Whether the whole field with the focus can be seen."""
    geometry = person.app.screen.find_widget(person.focused)
    return geometry.visible_region == geometry.region and geometry.region.area > 0


@contextmanager
def opened(file: Path) -> Iterator[Desk]:
    """Make a desk, and close its file in the end."""
    desk = Desk(file)
    try:
        yield desk
    finally:
        desk.store.close()
