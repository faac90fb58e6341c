"""The clipboard of this computer: the program that fits the desktop gets the text."""

import sys
from pathlib import Path

import pytest

from trusthub_tui.tui.terminal.clipboard import LocalClipboard

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a shell in /bin/sh")

X11, WAYLAND = {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}
TAKES = 'cat > "$HERE/$(basename "$0") $*"'
HOSTILE = "$(touch run) `touch run`; 'x' \"y\" \\ Zürich 漢字 -n\n--version"


@pytest.fixture
def programs(tmp_path):
    """Put programs into a folder of their own and find only those."""

    def make(*names, does=TAKES):
        for name in names:
            file = tmp_path / "bin" / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{does}\n", encoding="utf-8")
            file.chmod(0o755)
        return {"PATH": str(tmp_path / "bin"), "HERE": str(tmp_path)}

    return make


def taken(folder: Path) -> dict[str, str]:
    return {
        file.name.strip(): file.read_text(encoding="utf-8") for file in folder.iterdir() if file.is_file()
    }


@pytest.mark.parametrize(
    ("there", "desktop", "platform", "used"),
    [
        (["wl-copy", "xclip", "xsel"], WAYLAND | X11, "linux", "wl-copy"),
        (["wl-copy", "xclip", "xsel"], X11, "linux", "xclip -selection clipboard"),
        (["wl-copy", "xsel"], X11, "linux", "xsel --clipboard --input"),
        (["xclip"], WAYLAND | X11, "linux", "xclip -selection clipboard"),
        (["pbcopy", "xclip"], {}, "darwin", "pbcopy"),
    ],
)
async def test_the_program_that_fits_the_desktop_is_given_the_text(
    programs, tmp_path, there, desktop, platform, used
):
    clipboard = LocalClipboard(programs(*there) | desktop, platform=platform)
    assert await clipboard.copy(HOSTILE)
    assert taken(tmp_path) == {used: HOSTILE}


@pytest.mark.parametrize(
    ("there", "surroundings"),
    [
        ([], X11),
        (["wl-copy", "xclip", "xsel", "pbcopy"], {}),
        (["wl-copy"], X11),
        (["xclip", "xsel"], WAYLAND),
        (["xclip"], X11 | {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}),
        (["wl-copy"], WAYLAND | {"SSH_TTY": "/dev/pts/1"}),
    ],
    ids=["no program", "no desktop", "another desktop", "a third", "over SSH", "over SSH, on Wayland"],
)
async def test_where_nothing_fits_nothing_is_started_and_nothing_certain(
    programs, tmp_path, there, surroundings
):
    assert not await LocalClipboard(programs(*there) | surroundings).copy("text")
    assert taken(tmp_path) == {}


async def test_one_that_fails_is_followed_by_the_next(programs, tmp_path):
    programs("wl-copy", does="exit 1")
    clipboard = LocalClipboard(programs("xclip") | WAYLAND | X11)
    assert await clipboard.copy("text")
    assert taken(tmp_path) == {"xclip -selection clipboard": "text"}
    programs("xclip", does="exit 1")
    assert not await clipboard.copy("text")


async def test_one_that_never_ends_is_not_waited_for(programs):
    assert not await LocalClipboard(programs("xclip", does="sleep 600") | X11, patience=0.1).copy("text")


async def test_one_that_stays_behind_to_hand_the_text_out_is_not_waited_for(programs):
    clipboard = LocalClipboard(programs("xclip", does="cat > /dev/null; sleep 5 &") | X11)
    assert await clipboard.copy("text")


async def test_one_that_reads_nothing_ends_nothing(programs):
    assert not await LocalClipboard(programs("xclip", does="exec <&-; exit 3") | X11).copy("x" * 1_000_000)
