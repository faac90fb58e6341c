"""What the tests need to know of Textual that it does not tell: whether it is at rest, and what it painted.

``pilot.pause`` waits until the process has used little processor time for a while. On a busy machine that
looks away too early, and it takes long on a quiet one. What a terminal would show is only told as a picture.
Everything private that tests lean on stands here and is named in ``tests/tui/test_textual_private.py``.
"""

from typing import Any

from textual._compositor import LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.worker import Worker


def at_rest(app: App[Any]) -> bool:
    """Whether no message, callback, layout or paint is still to come."""
    if not app.is_running:
        return True
    nodes = [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]
    return not (
        app._batch_count
        or app._resize_timer
        or _owes_a_paint(app.screen)
        or any(_at_work(node) for node in nodes)
        or any(not worker.is_finished and not _waits_for_the_user(app, worker) for worker in app.workers)
    )


def _waits_for_the_user(app: App[Any], worker: Worker[Any]) -> bool:
    """Whether a command waits for the answer to the dialog in front."""
    return app.screen.is_modal and worker.group in ("command", "choose")


def everything(lines: list[Strip]) -> LayoutUpdate:
    """Return what the program is given to paint a whole screen."""
    width = max(strip.cell_length for strip in lines)
    return LayoutUpdate([[strip] for strip in lines], Region(0, 0, width, len(lines)))


def painted(screen: Screen[Any]) -> list[Strip]:
    """Return the lines that are sent to a terminal."""
    return screen._compositor.render_strips()


def terminal(app: App[Any]) -> object:
    """Return what an app writes to its terminal with."""
    return app._driver


def notices(app: App[Any]) -> list[str]:
    """Return the messages at the edge of the screen."""
    return [notice.message for notice in app._notifications]


def _owes_a_paint(screen: Screen[Any]) -> bool:
    return bool(
        screen._dirty_widgets or screen._callbacks or screen._layout_required or screen._repaint_required
    )


def _at_work(node: MessagePump) -> bool:
    """Whether a widget has messages left, or is still handling one: it does not wait for the next."""
    queue: Any = node._message_queue
    waits = not queue.values and queue.ready_event._waiters
    return bool(node._next_callbacks or (node.is_running and not waits))
