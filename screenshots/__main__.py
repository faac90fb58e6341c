"""Make all pictures anew: ``python -m screenshots``, or some: ``python -m screenshots review submit``.

Transcripts are made by the names of their files: ``python -m screenshots plain.txt commands.txt``.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import resvg_py

from screenshots.gallery import gallery
from screenshots.scenes import FIX_TOUR, SCENES
from screenshots.stage import Scene, moving_picture, pictures
from screenshots.transcript import TRANSCRIPTS

FOLDER = Path(__file__).parent
ZOOM = 2 / 3
"""PNGs are for a quick look: cells of 8 by 16 pixels are sharp and keep the files small."""


async def make(scenes: Sequence[Scene]) -> set[str]:
    """Write the pictures of some scenes; returns their names."""
    made = set()
    for scene in scenes:
        async for picture in pictures(scene):
            file = FOLDER / picture.name
            file.parent.mkdir(exist_ok=True)
            file.with_suffix(".svg").write_text(picture.svg, encoding="utf-8")
            png = resvg_py.svg_to_bytes(
                svg_string=picture.svg, monospace_family="DejaVu Sans Mono", zoom=ZOOM
            )
            file.with_suffix(".png").write_bytes(bytes(png))
            made.add(picture.name)
    return made


def main(parts: Sequence[str]) -> None:
    """Make what fits; what no scene makes any more is deleted when everything is made."""
    made = asyncio.run(
        make([scene for scene in SCENES if any(part in scene.name for part in parts or ("",))])
    )
    if touring := any(part in FIX_TOUR.name for part in parts or ("",)):
        tour = asyncio.run(moving_picture(FIX_TOUR))
        (FOLDER / FIX_TOUR.name).with_suffix(".svg").write_text(tour, encoding="utf-8")
    for name, play in TRANSCRIPTS.items():
        if any(part in name for part in parts or ("",)):
            (FOLDER / name).write_text(play(), encoding="utf-8")
    if not parts:
        for file in FOLDER.glob("*x*/*.*"):
            if f"{file.parent.name}/{file.stem}" not in made:
                file.unlink()
        (FOLDER / "README.md").write_text(gallery(sorted(made)), encoding="utf-8")
    sys.stdout.write(f"{len(made) + touring} pictures in {FOLDER.name}/\n")


if __name__ == "__main__":
    main(sys.argv[1:])
