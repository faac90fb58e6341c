"""What program and tests lean on although Textual does not promise it, and what to do when it goes.

An upgrade of Textual that takes one of these away fails here, by name, before anything else is looked at.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import trusthub_tui

ROOT = Path(__file__).parents[2]

TESTS = "tests/support/textual_private.py"

PRIVATE = {
    "asyncio.locks.Event._waiters": "whether a widget waits for its next message; see Textual's pilot.pause",
    "textual.app.App._batch_count": "paints are held back; without it look at what is painted until it stays",
    "textual.app.App._resize_timer": "a new size is to be taken in; without it wait for the size itself",
    "textual.app.App._notifications": "the messages shown; without it read them from the screen",
    "textual._xterm_parser.XTermParser.feed": "reads the keys; see what Textual's drivers read with instead",
    "textual.app.App._driver": "the terminal's own notification is written; without it only the bell rings",
    "textual.app.App._display": "only cells that change are sent; without it lines are sent whole",
    "textual._compositor.LayoutUpdate.render_segments": "the same, for everything",
    "textual._compositor.ChopsUpdate.render_segments": "the same, for parts of lines",
    "textual.app.App._fatal_error": "says without answers what went wrong; see where a traceback is printed",
    "textual.drivers.linux_driver.LinuxDriver._sigcont_application": "a stop by SIGSTOP; see what follows it",
    "textual.drivers.linux_driver.LinuxDriver._must_signal_resume": "the same: whether the stop was heard of",
    "textual.driver.Driver._auto_restart": "the same: whether it is the driver that goes on",
    "textual.message_pump.MessagePump._message_queue": "whether a widget has work left; see pilot.pause",
    "textual.message_pump.MessagePump._next_callbacks": "the same, for what it does once it is idle",
    "textual.screen.Screen._callbacks": "the same, for what follows the next paint",
    "textual.screen.Screen._compositor": "the lines sent to a terminal; without it read a screenshot",
    "textual.screen.Screen._dirty_widgets": "what is still to be painted; without it see _batch_count",
    "textual.widget.Widget._layout_required": "the same, for what is still to be laid out",
    "textual.widget.Widget._repaint_required": "the same, for what is still to be painted whole",
}
"""Names that are not ours, each with what it is needed for and what to do when it is gone."""

WHERE = (TESTS, "screenshots/stage.py", "trusthub_tui/tui/terminal/")
"""The places where such names may stand."""


@pytest.mark.parametrize("name", PRIVATE)
def test_what_is_private_of_textual_is_still_there(name: str) -> None:
    module, owner, attribute = name.rsplit(".", 2)
    kind = getattr(importlib.import_module(module), owner)
    told = f"Textual no longer has {name}: {PRIVATE[name]}"
    assert attribute in _names_of(kind) or hasattr(kind, attribute), told


def test_nothing_else_private_is_used_of_an_object_that_is_not_ones_own() -> None:
    places = ("trusthub_tui", "screenshots", "tests/support", "tests/tui", "tests/bench")
    files = [file for place in places for file in (ROOT / place).rglob("*.py")]
    named = {part for name in PRIVATE for part in (name.rsplit(".", 1)[1], name.rsplit(".", 2)[0])}
    found = [
        f"{place}:{line} {name}"
        for file in files
        for place in [str(file.relative_to(ROOT))]
        for line, name in _reached_into(ast.parse(file.read_text(encoding="utf-8")))
        if not (place.startswith(WHERE) and name in named)
    ]
    assert found == []


def test_no_class_of_ours_takes_a_private_name_of_textual_for_its_own() -> None:
    named = {name.rsplit(".", 1)[1] for name in PRIVATE}
    found = [
        f"{kind.__qualname__}.{name} is {theirs.__qualname__}'s"
        for kind in _our_classes()
        for theirs in kind.__mro__
        if theirs.__module__.startswith("textual.")
        for name in _names_of(kind) & _names_of(theirs) - named
    ]
    assert found == []


def _reached_into(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                continue
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super"))):
                continue
            case ast.Attribute(attr=name) if _is_private(name) and not _is_of_the_library(node):
                yield node.lineno, name
            case ast.ImportFrom(module=str(module)) if "._" in module:
                yield node.lineno, module


def _is_of_the_library(node: ast.Attribute) -> bool:
    """Whether Python itself promises it: a named tuple's copy with other values, or an end at once."""
    at_once = isinstance(node.value, ast.Name) and (node.value.id, node.attr) == ("os", "_exit")
    return at_once or node.attr == "_replace"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and not name.endswith("_")


@cache
def _names_of(kind: type) -> frozenset[str]:
    """Return the private names a class defines, or reaches at itself."""
    source = inspect.getsource(kind)
    return frozenset(re.findall(r"(?:self\.|def |^    )(_[a-z]\w*)", source, re.MULTILINE))


def _our_classes() -> Iterator[type]:
    for module in _our_modules():
        for kind in vars(module).values():
            if inspect.isclass(kind) and kind.__module__ == module.__name__:
                yield kind


def _our_modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(trusthub_tui.__path__, "trusthub_tui."):
        if ".tui." in found.name:
            yield importlib.import_module(found.name)
