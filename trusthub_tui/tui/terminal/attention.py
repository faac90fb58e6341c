"""Call somebody who looks elsewhere: the terminal's bell, and its own notification where it has one."""

from collections.abc import Mapping
from typing import Any, Final

from textual.app import App

from trusthub_tui.profile.answers import clean

_NAMED_777: Final = ("rxvt", "foot")
"""Terminals that know the sequence 777; most others know 9, and the rest ignore both."""


def call(app: App[Any], text: str, environment: Mapping[str, str]) -> None:
    """Ring the bell, and let the terminal tell a text in its own way."""
    app.bell()
    if app._driver is not None:
        app._driver.write(sequence(text, environment.get("TERM", "")))


def sequence(text: str, term: str) -> str:
    """Return what makes a terminal show a notification; nothing in the text can end it before its time."""
    told = " ".join(clean(text).replace(";", ",").split())
    if term.startswith(_NAMED_777):
        return f"\x1b]777;notify;Twilio;{told}\x1b\\"
    return f"\x1b]9;{told}\x1b\\"
