"""Keys of the user's own choice: which commands they run, and what is wrong with the choice."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.tui.command import Command, OwnKeys, Where, binding_id, with_own_keys
from trusthub_tui.tui.commands.table import COMMANDS

_KEY: Final = re.compile(r"f([1-9]|1[0-2])|(ctrl|alt)\+[a-z]|(ctrl\+|alt\+|shift\+)+f([1-9]|1[0-2])")
_LIKE: Final = "Write it like f5, ctrl+t, alt+x or shift+f5"
_SENT_ALIKE: Final = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+j": "Enter",
    "ctrl+h": "Backspace",
}
"""Keys that a terminal sends as others."""

_OF_FIELDS: Final = frozenset(
    {"ctrl+a", "ctrl+c", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x"}
)
"""Keys that edit text, wherever the cursor stands in a field."""


class UnusableKeys(ExplainedError):
    """Keys that cannot be what the user has chosen."""


def own_keys(chosen: Mapping[str, object]) -> OwnKeys:
    """Return the keys somebody has chosen for commands, by their names; raises UnusableKeys."""
    known = {command.name: command for command in COMMANDS}
    keys: dict[str, str] = {}
    for name, value in chosen.items():
        if name not in known:
            raise UnusableKeys(f"[keys] names a command {clean(name)}, and there is none{_near(name, known)}")
        keys[name] = ",".join(_keys(name, value))
    for one, other, key in _conflicts(keys):
        says = f"[keys] gives {key} to {one.name}, and {other.name} ({other.title}) has it on the same screen"
        raise UnusableKeys(says, f"Choose another key, or give {other.name} another one, too")
    return keys


def keymap_of(keys: OwnKeys) -> dict[str, str]:
    """Return what Textual is told: all keys of these commands, on each kind of screen."""
    changed = [with_own_keys(command, keys) for command in COMMANDS if command.name in keys]
    return {
        binding_id(command, where): ",".join(command.keys_on(where))
        for command in changed
        for where in Where
        if command.where & where
    }


def _keys(name: str, value: object) -> Iterator[str]:
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(one, str) for one in values):
        raise UnusableKeys(f"[keys] gives {name} no key", f'Write {name} = "f5", or a list of keys')
    for key in (str(one).strip().lower() for one in values):
        if not _KEY.fullmatch(key):
            raise UnusableKeys(f'[keys] gives {name} "{clean(key)}", which is no key for a command', _LIKE)
        if key in _SENT_ALIKE:
            raise UnusableKeys(
                f"[keys] gives {name} {key}, which terminals send as {_SENT_ALIKE[key]}", _LIKE
            )
        if key in _OF_FIELDS:
            raise UnusableKeys(f"[keys] gives {name} {key}, which edits the text of a field", _LIKE)
        yield key


def _conflicts(keys: OwnKeys) -> Iterator[tuple[Command, Command, str]]:
    """Yield a command with a key of its own choice, another one that has it too, and the key."""
    commands = [with_own_keys(command, keys) for command in COMMANDS]
    for one in (command for command in commands if command.name in keys):
        for other in commands:
            if other.name != one.name and (shared := one.where & other.where):
                taken = set(other.keys_on(shared))
                yield from ((one, other, key) for key in keys[one.name].split(",") if key in taken)


def _near(name: str, known: Mapping[str, Command]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f". Did you mean {near[0]}?" if near else ". See their names with: trusthub-tui keys"
