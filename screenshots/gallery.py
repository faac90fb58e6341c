"""The page that shows all pictures."""

from collections.abc import Iterator, Sequence

from screenshots.command_lines import COMMANDS
from screenshots.scenes import FIX_TOUR, SCENES
from screenshots.transcript import PLAIN

_INTRO = f"""# Every screen

Made by driving the program with `python -m screenshots`; a test fails when a screen has changed and its
picture has not. Each picture is here as SVG and as PNG, at 100 columns by 30 rows; the main ones also in
light colours, and at 80x24 and 60x20. A rejection put right, key by key, as a moving picture:
[{FIX_TOUR.name}.svg]({FIX_TOUR.name}.svg). What `--plain` says in their place: [{PLAIN}]({PLAIN}). What the
commands say that need no screen: [{COMMANDS}]({COMMANDS}).
"""


def gallery(names: Sequence[str]) -> str:
    """Return a page of Markdown with pictures, each named by folder and scene."""
    return "\n".join([_INTRO, *_scenes(names)])


def _scenes(names: Sequence[str]) -> Iterator[str]:
    for scene in SCENES:
        views = [name for name in names if name.split("/")[1] == scene.name]
        main = next((name for name in views if name.startswith("100x30/")), views[0])
        caption = scene.name.replace("-", " ").capitalize()
        elsewhere = [f"[{name.split('/')[0]}]({name}.svg)" for name in views if name != main]
        yield f"## {caption}\n"
        yield f"![{caption}]({main}.svg)\n"
        if elsewhere:
            yield f"Also: {', '.join(elsewhere)}\n"
