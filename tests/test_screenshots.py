from pathlib import Path

import pytest

from screenshots.gallery import gallery
from screenshots.scenes import SCENES
from screenshots.stage import Scene, pictures
from screenshots.transcript import TRANSCRIPTS

FOLDER = Path(__file__).parents[1] / "screenshots"
STALE = "the pictures are not those of this program: run python -m screenshots, and look at them"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_pictures_show_what_the_program_shows(scene: Scene) -> None:
    shown = {picture.name: picture.svg async for picture in pictures(scene)}
    kept = {
        str(file.relative_to(FOLDER).with_suffix("")): file.read_text(encoding="utf-8")
        for file in FOLDER.glob(f"*x*/{scene.name}.svg")
    }
    assert sorted(shown) == sorted(kept), STALE
    for name, svg in shown.items():
        assert svg.splitlines() == kept[name].splitlines(), f"{name}: {STALE}"


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_the_transcripts_say_what_the_program_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == TRANSCRIPTS[name](), STALE


def test_every_picture_belongs_to_a_scene_and_is_there_in_both_formats() -> None:
    names = {str(file.relative_to(FOLDER).with_suffix("")) for file in FOLDER.glob("*x*/*.svg")}
    assert {name.split("/")[1] for name in names} == {scene.name for scene in SCENES}, STALE
    assert {str(file.relative_to(FOLDER).with_suffix("")) for file in FOLDER.glob("*x*/*.png")} == names, (
        STALE
    )
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == gallery(sorted(names)), STALE


def test_no_two_scenes_look_the_same() -> None:
    seen: dict[str, str] = {}
    for file in sorted(FOLDER.glob("*x*/*.svg")):
        svg = file.read_text(encoding="utf-8")
        assert seen.setdefault(svg, file.name) == file.name, f"{file.name} looks like {seen[svg]}"
