"""``keys``: which key runs which command, and what arrives when one is pressed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from trusthub_tui.cells import padded, width_of
from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.asking import has_terminal
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.open_screens import chosen_keys
from trusthub_tui.cli.output import say, say_json

if TYPE_CHECKING:
    from trusthub_tui.tui.command import Command

_LONGEST: Final = 64
"""Bytes of what one key sends."""

_END: Final = ("q", "ctrl+c", "ctrl+d")

_TAKEN_BY: Final = {
    "f1": "VS Code and the help of xfce4-terminal and GNOME Terminal",
    "f2": "nobody that is known",
    "f7": "nobody that is known",
    "ctrl+p": "zellij and VS Code",
    "ctrl+q": "zellij, which ends with it, and terminals where it resumes the output",
    "ctrl+s": "terminals where it halts the output: stty -ixon",
    "ctrl+a": "GNU screen",
    "ctrl+b": "tmux",
    "ctrl+g": "zellij",
    "ctrl+n": "zellij",
    "ctrl+o": "zellij",
    "ctrl+t": "zellij",
    "f5": "VS Code",
    "f6": "VS Code",
    "f10": "VS Code and the menu of GNOME Terminal",
    "f11": "VS Code, and full screen in most terminals",
}
"""Who usually takes a key before it arrives."""


@click.command
@click.option("--test", is_flag=True, help="Press them one after the other, and see what arrives.")
@json_option
@settings.options()
def keys(*, test: bool, as_json: bool) -> int:
    """List the keys of all commands, or test what arrives.

    Another key for a command stands in your config.toml, by its name: [keys], steps = "f6".
    """
    from trusthub_tui.tui.command import with_own_keys
    from trusthub_tui.tui.commands.table import COMMANDS

    own = chosen_keys()
    commands = [with_own_keys(command, own) for command in COMMANDS]
    if test:
        return _test(commands, as_json=as_json)
    if as_json:
        say_json(
            [
                {
                    "name": command.name,
                    "title": command.title,
                    "does": command.does,
                    "keys": _keys_of(command),
                    "letter": command.letter,
                    "own": command.name in own,
                }
                for command in commands
            ]
        )
    else:
        say("\n".join(_lines(commands)))
    return ExitCode.DONE


def _keys_of(command: "Command") -> list[str]:
    return [key for key in (*command.key.split(","), command.second) if key]


def _lines(commands: "list[Command]") -> Iterator[str]:
    width = max(width_of(command.name) for command in commands)
    for command in commands:
        letter = f"Esc {command.letter}" if command.letter else ""
        key = ", ".join(_keys_of(command))
        yield f"{padded(command.name, width)}  {key:<12}  {letter:<5}  {command.does}"


def _test(commands: "list[Command]", *, as_json: bool) -> int:
    """Ask for each key, and say what arrived; Space says that nothing did, q ends it."""
    if as_json or not has_terminal():
        raise Fault("Keys are tested by somebody at a terminal", "Leave --test out", ExitCode.WRONG_USE)
    with _keys_as_they_come():
        say("Press the key that is named. If nothing happens, press Space. q ends the test.")
        for command in commands:
            for key in _keys_of(command):
                click.echo(f"{key} ({command.title}): ", nl=False)
                arrived = named(os.read(sys.stdin.fileno(), _LONGEST).decode("utf-8", "replace"))
                if arrived in _END:
                    say("ended.")
                    return ExitCode.DONE
                say(_outcome(command, key, arrived))
    return ExitCode.DONE


@contextmanager
def _keys_as_they_come() -> Iterator[None]:
    """Let every key arrive at once and unseen, also those that halt, resume and interrupt."""
    import termios
    import tty

    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    try:
        tty.setraw(file, termios.TCSANOW)
        mode = termios.tcgetattr(file)
        mode[1] |= termios.OPOST  # lines that are printed still begin at the left
        termios.tcsetattr(file, termios.TCSANOW, mode)
        yield
    finally:
        termios.tcsetattr(file, termios.TCSANOW, before)


def _outcome(command: "Command", key: str, arrived: str) -> str:
    if arrived == key:
        return "arrived."
    instead = f" Esc {command.letter} does the same." if command.letter else ""
    if arrived == " ":
        who = _TAKEN_BY.get(key, "the terminal, or what runs in it (tmux, screen, zellij, VS Code)")
        return f"nothing arrived. Who usually takes it: {who}.{instead}"
    return f"{arrived or 'something without a name'} arrived.{instead}"


def named(sent: str) -> str:
    """Return the name of a key by what the terminal sends for it; a letter is its own name."""
    from trusthub_tui.tui.terminal.sequences import Sequences

    if sent == "\x1b":
        return "escape"
    if len(sent) == 1 and sent.isprintable():
        return sent
    if len(sent) == 1 and ord(sent) < 32:
        return {"\t": "tab", "\r": "enter"}.get(sent, f"ctrl+{chr(ord(sent) + 96)}")
    if len(sent) == 2 and sent[0] == "\x1b" and sent[1].isalpha():
        return f"alt+{sent[1].lower()}"
    return Sequences().key(sent)
