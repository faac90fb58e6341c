"""What a command is: title, sentence, keys, where and when it applies, and the function that runs it."""

from collections.abc import Callable, Coroutine, Iterable, Mapping
from enum import Flag, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType

Run = Callable[[Any], Coroutine[Any, Any, None] | None]
"""Does it on a page; a command that asks something first is a coroutine."""

OwnKeys = Mapping[str, str]
"""The user's own choice: by the name of a command its keys, separated by commas, in Textual's spelling."""

NO_OWN_KEYS: OwnKeys = MappingProxyType({})


class Where(Flag):
    """The kinds of screens a command works on."""

    LIST = auto()
    """The list of profiles."""
    STEP = auto()
    """A step of an open profile, with fields to type in."""
    REVIEW = auto()
    """The last step: the answers as a list."""
    STATUS = auto()
    """What happens to a profile after its submission."""
    NOWHERE = 0
    LINES = LIST | REVIEW
    PROFILE = STEP | REVIEW | STATUS
    ANYWHERE = LIST | STEP | REVIEW | STATUS


def always(_page: object) -> bool:
    """Say that a command always applies."""
    return True


class Command(NamedTuple):
    """Something the user can do."""

    name: str
    title: str
    does: str
    """What it does, in a sentence."""
    where: Where
    run: Run
    letter: str
    """After Escape, and with Alt; every command has one."""
    key: str = ""
    """Keys in Textual's spelling, separated by commas; the first one is shown."""
    alone: Where = Where.LIST | Where.STATUS
    """Screens on which the letter works by itself: none where somebody may be typing, however mistakenly."""
    bare: str = ""
    """A further key where there is a list of lines: of the profiles, or of the answers."""
    bar: int = 0
    """Place in the key bar, 1 first and last to go; 0 for none."""
    applies: Callable[[Any], bool] = always
    """Whether it can be done on a page now; where not, it is not offered."""
    otherwise: str = ""
    """What to say when its key is pressed although it does not apply; nothing where nobody would wonder."""
    also: str = ""
    """Other words by which people look for it in the help."""
    second: str = ""
    """Another key, named beside the first because some terminals keep that to themselves."""

    @property
    def action(self) -> str:
        """The action that runs it on the page in front."""
        return f"screen.command('{self.name}')"

    @property
    def shown_key(self) -> str:
        """The first key as people write it, and the second if there is one."""
        first = self.key.split(",")[0]
        return " ".join(_written(key) for key in (first, self.second) if key)

    @property
    def said_key(self) -> str:
        """The first key as sentences name it, such as ``F8`` or ``Ctrl+R``; else the way by its letter."""
        first = self.key.split(",")[0]
        return "+".join(part.capitalize() for part in first.split("+")) if first else f"Esc {self.letter}"

    def shown_on(self, where: Where) -> str:
        """The shortest way to it on such a screen."""
        if self.key:
            return self.shown_key
        if self.bare and where & Where.LINES:
            return _written(self.bare)
        return self.letter if where & self.alone else f"Esc {self.letter}"

    def keys_on(self, where: Where) -> list[str]:
        """Every key that runs it on such a screen; letters also with Caps Lock on."""
        keys = [key for key in (*self.key.split(","), self.second) if key]
        if self.letter:
            keys.append(f"alt+{self.letter}")
        if self.letter and where & self.alone:
            keys += [self.letter, self.letter.upper()]
        if self.bare and where & Where.LINES:
            keys.append(self.bare)
        return list(dict.fromkeys(keys))


def bindings_of(commands: Iterable[Command], where: Where) -> "list[BindingType]":
    """Return the bindings of some commands on a kind of screen."""
    from textual.binding import Binding

    return [
        Binding(key, command.action, command.title, show=False, id=binding_id(command, where))
        for command in commands
        for key in command.keys_on(where)
    ]


def bar_entries(commands: Iterable[Command], where: Where) -> list[tuple[str, str]]:
    """Return the keys of some commands with their titles, for the key bar of a kind of screen."""
    without_letters = where & Where.STEP
    wanted = [command for command in commands if command.bar and (command.key or not without_letters)]
    return [(command.shown_on(where), command.title) for command in sorted(wanted, key=lambda one: one.bar)]


def with_own_keys(command: Command, keys: OwnKeys) -> Command:
    """Return a command with the keys its user has chosen for it; its letter stays."""
    return command._replace(key=keys[command.name], second="") if command.name in keys else command


def command_named(commands: Iterable[Command], name: object) -> Command | None:
    """Return the command of a name; None where none of these has it."""
    return next((command for command in commands if command.name == name), None)


def binding_id(command: Command, where: Where) -> str:
    """Return under which name Textual is told of other keys for a command on a kind of screen."""
    return f"{command.name}@{where.value}"


def _written(key: str) -> str:
    names = {"slash": "/", "delete": "Del", "escape": "Esc", "enter": "Enter"}
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    if key.startswith("shift+"):
        return f"Shift+{key[6:].upper()}"
    return names.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)
