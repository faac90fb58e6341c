"""Every command, declared once: bindings, key bar, menu and help page are derived from here."""

from dataclasses import dataclass
from enum import Flag, auto

from textual.binding import Binding, BindingType


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
    PROFILE = STEP | REVIEW | STATUS
    ANYWHERE = LIST | STEP | REVIEW | STATUS


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do."""

    action: str
    """The name of the method that does it, without ``action_``."""
    title: str
    does: str
    """What it does, in a sentence."""
    where: Where
    key: str = ""
    """Keys in Textual's spelling, separated by commas; the first one is shown."""
    letter: str = ""
    """After Escape, or with Alt; on screens without text fields also alone."""
    bare: str = ""
    """A key that works alone on screens without text fields."""
    bar: int = 0
    """Place in the key bar, 1 first and last to go; 0 for none."""

    @property
    def shown_key(self) -> str:
        """The first key as people write it."""
        return _written(self.key.split(",")[0]) if self.key else ""

    def shown_on(self, where: Where) -> str:
        """The shortest way to it on such a screen."""
        if self.key:
            return self.shown_key
        if self.bare and not where & Where.STEP:
            return _written(self.bare)
        return f"Esc {self.letter}" if where & Where.STEP else self.letter


def _written(key: str) -> str:
    names = {"slash": "/", "delete": "Del", "escape": "Esc", "enter": "Enter"}
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    if key.startswith("shift+"):
        return f"Shift+{key[6:].upper()}"
    return names.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)


COMMANDS: tuple[Command, ...] = (
    Command(
        "help", "Help", "Help for this field, all keys and commands", Where.ANYWHERE, "f1,ctrl+p", "w", bar=1
    ),
    Command("new", "New", "Start a new profile", Where.LIST, bare="n", bar=3),
    Command(
        "find",
        "Find",
        "Find a profile by any part of its name, ID or status",
        Where.LIST,
        bare="slash",
        bar=4,
    ),
    Command(
        "duplicate",
        "Duplicate",
        "Make a new draft with the same answers",
        Where.ANYWHERE,
        letter="c",
        bar=6,
    ),
    Command("delete", "Delete", "Delete the profile; u brings it back", Where.LIST, bare="delete", bar=7),
    Command("take_back", "Undo", "Take back what was done last to a profile", Where.LIST, bare="u", bar=8),
    Command("steps", "Steps", "Go to one of the seven steps", Where.PROFILE, "f2", "s", bar=4),
    Command("focused.open", "Choose", "Open the list of this field", Where.STEP, "f4", bar=7),
    Command(
        "back", "Back", "Go to the step before, or back to where you came from", Where.PROFILE, "f7", bar=6
    ),
    Command(
        "next_problem", "Next problem", "Go to the next problem or warning", Where.PROFILE, "f8", "e", bar=3
    ),
    Command(
        "previous_problem",
        "Previous problem",
        "Go to the problem or warning before",
        Where.PROFILE,
        "shift+f8,f20",
    ),
    Command(
        "keep",
        "It is right",
        "Keep an answer although there is a warning or a reason, with a note",
        Where.PROFILE,
        letter="m",
    ),
    Command("continue", "Continue", "Check this step and go to the next one", Where.STEP, "f9", bar=2),
    Command(
        "go_to_field", "Go to field", "Go to any field: type a part of its name", Where.PROFILE, letter="g"
    ),
    Command("review", "Review", "Look at all answers, then submit", Where.PROFILE, letter="r"),
    Command("changes", "What changed", "Compare the versions that were submitted", Where.PROFILE, letter="v"),
    Command(
        "timeline", "History", "Show everything that happened to this profile", Where.PROFILE, letter="t"
    ),
    Command(
        "copy_sheet",
        "Copy sheet",
        "Carry the answers over to Twilio's Console, one by one",
        Where.PROFILE,
        letter="x",
    ),
    Command("decision", "Decision", "Enter the decision: paste it, or type codes", Where.STATUS, bare="p"),
    Command("addresses", "Addresses", "Choose a saved address", Where.STEP, letter="a"),
    Command("undo", "Undo", "Take back the last change of this field", Where.STEP, "ctrl+z", "u"),
    Command("redo", "Redo", "Do again what was undone", Where.STEP, "ctrl+y", "y"),
    Command("profiles", "All profiles", "Go to the list of profiles", Where.PROFILE, letter="d", bar=9),
    Command(
        "colours",
        "Light or dark",
        "Change between the dark and the light colours",
        Where.ANYWHERE,
        letter="z",
    ),
    Command("saved", "Saved", "Say when the answers were saved", Where.PROFILE, "ctrl+s"),
    Command("menu", "Menu", "Show the commands and their letters", Where.ANYWHERE, "escape", bar=2),
    Command("leave", "Quit", "Leave the program; everything is kept", Where.ANYWHERE, "ctrl+q", "q", bar=5),
)
"""In the order in which menu and help page show them."""

_BOUND_ELSEWHERE = ("leave",)
"""Commands whose keys the program itself binds, so that they work in dialogs too."""


def commands_of(where: Where) -> tuple[Command, ...]:
    """Return the commands of a kind of screen."""
    return tuple(command for command in COMMANDS if command.where & where)


def bindings_of(where: Where) -> list[BindingType]:
    """Return the bindings of a kind of screen."""
    return [
        Binding(key, command.action, command.title, show=False)
        for command in commands_of(where)
        for key in _keys(command, where)
    ]


def _keys(command: Command, where: Where) -> list[str]:
    keys = [] if command.action in _BOUND_ELSEWHERE else [key for key in command.key.split(",") if key]
    if command.letter:
        keys.append(f"alt+{command.letter}")
    if not where & Where.STEP:
        keys += [key for key in (command.letter, command.bare) if key]
        keys += [key.upper() for key in (command.letter, command.bare) if len(key) == 1]  # with Caps Lock on
    return list(dict.fromkeys(keys))
