"""The clipboard of this computer, reached by the program that the desktop has for it."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

_PATIENCE: Final = 2.0
"""Seconds that a program may take; one that waits for a desktop that is gone would take for ever."""

_REMOTE: Final = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
"""Set where the user sits at another computer: the clipboard of this one is not theirs."""

_WAYLAND: Final = (("wl-copy",),)
_X11: Final = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
_MACOS: Final = (("pbcopy",),)


class LocalClipboard:
    """Copies by the first program that is there, fits the desktop, and says that it did."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        platform: str = sys.platform,
        patience: float = _PATIENCE,
    ) -> None:
        self._environment = environment
        self._platform = platform
        self._patience = patience

    async def copy(self, text: str) -> bool:
        """Copy a text; False where nothing confirms it. It goes through a pipe, never into a command."""
        for command in self._commands():
            if await self._taken(command, text):
                return True
        return False

    def _commands(self) -> Iterator[tuple[str, ...]]:
        if any(self._environment.get(name) for name in _REMOTE):
            return
        wanted = [
            *(_MACOS if self._platform == "darwin" else ()),
            *(_WAYLAND if self._environment.get("WAYLAND_DISPLAY") else ()),
            *(_X11 if self._environment.get("DISPLAY") else ()),
        ]
        for name, *arguments in wanted:
            if program := shutil.which(name, path=self._environment.get("PATH")):
                yield (program, *arguments)

    async def _taken(self, command: tuple[str, ...], text: str) -> bool:
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True,  # it stays to hand the text out, also when the terminal is closed
                env=dict(self._environment),
            )
        except OSError:
            return False
        try:
            async with asyncio.timeout(self._patience):
                await process.communicate(text.encode())
        except TimeoutError:
            return False
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                await process.wait()
        return process.returncode == 0
