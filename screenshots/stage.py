"""Plays a scene in the real program without a terminal, and takes pictures of the screen."""

import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.strip import Strip

from screenshots.cast import Cast
from screenshots.drawing import moving, svg
from trusthub_tui.tui.app import TrustHubApp
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.opening import Opening
from trusthub_tui.tui.theme import DARK, LIGHT

NORMAL, SMALL, SMALLEST = (100, 30), (80, 24), (60, 20)

EVERYTHING = Look()

Setting = Callable[[Cast], Opening]
"""Fills the file and says what the program opens first."""


@dataclass(frozen=True)
class Scene:
    """One state of the screen."""

    name: str
    """The file's name, and with spaces for hyphens the caption."""
    setting: Setting
    keys: tuple[str, ...] = ()
    """What is pressed, in Textual's spelling; several characters after ``t:`` are typed."""
    small: bool = False
    """Whether it is shown at 60x20 too; 80x24 always is."""
    light: bool = False
    """Whether it is shown in light colours too."""
    size: tuple[int, int] = NORMAL
    notices: bool = False
    """Whether the notices at the edge belong to the picture."""
    look: Look = EVERYTHING
    """What the terminal can show."""


@dataclass(frozen=True)
class Picture:
    """The screen as SVG."""

    name: str
    svg: str


async def pictures(scene: Scene, *, all_sizes: bool = False) -> AsyncIterator[Picture]:
    """Play a scene and yield its pictures; on request also those that nobody keeps."""
    async with _opened(scene) as pilot:
        await _play(pilot, scene.keys)
        await _quiet(pilot, scene)
        async for picture in _views(pilot, scene, all_sizes=all_sizes):
            yield picture


async def moving_picture(scene: Scene) -> str:
    """Play a scene and return one picture of all of it: what is there first, and what after each key."""
    async with _opened(scene) as pilot:
        frames = []
        for keys in ((), *((key,) for key in scene.keys)):
            await _play(pilot, keys)
            await _quiet(pilot, scene)
            frames.append(_strips(pilot))
    return moving(frames, *scene.size)


@asynccontextmanager
async def _opened(scene: Scene) -> AsyncIterator[Pilot[Any]]:
    with tempfile.TemporaryDirectory() as folder:
        cast = Cast(Path(folder) / "data" / "profiles.db")
        with cast.store:
            opening = scene.setting(cast)
            app = TrustHubApp(cast.services, opening, look=scene.look)
            async with app.run_test(size=scene.size, notifications=True, tooltips=False) as pilot:
                await _settled(pilot)
                yield pilot


async def _quiet(pilot: Pilot[Any], scene: Scene) -> None:
    if not scene.notices:
        pilot.app.clear_notifications()
    await _settled(pilot)


async def _views(pilot: Pilot[Any], scene: Scene, *, all_sizes: bool) -> AsyncIterator[Picture]:
    yield _picture(pilot, scene)
    if scene.light:
        pilot.app.theme = LIGHT.name
        await _settled(pilot)
        yield _picture(pilot, scene, "-light")
        pilot.app.theme = DARK.name
    if scene.size != NORMAL:
        return
    for width, height in (SMALL, SMALLEST) if scene.small or all_sizes else (SMALL,):
        await pilot.resize_terminal(width, height)
        await _settled(pilot)
        yield _picture(pilot, scene)


def _picture(pilot: Pilot[Any], scene: Scene, mark: str = "") -> Picture:
    width, height = pilot.app.size
    return Picture(f"{width}x{height}{mark}/{scene.name}", svg(_strips(pilot), width, height))


def _strips(pilot: Pilot[Any]) -> list[Strip]:
    return pilot.app.screen._compositor.render_strips()  # the lines that are sent to a terminal


async def _play(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    for key in keys:
        await pilot.press(*(key[2:] if key.startswith("t:") else (key,)))
        await _settled(pilot)


async def _settled(pilot: Pilot[Any]) -> None:
    """Wait until everything that was started is done."""
    await pilot.pause()
    while running := [worker for worker in pilot.app.workers if not worker.is_finished]:
        if pilot.app.screen.is_modal and all(worker.group in ("command", "choose") for worker in running):
            return  # it waits for an answer to the dialog in the picture
        await pilot.pause(0.01)
