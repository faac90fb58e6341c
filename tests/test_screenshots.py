import re
from pathlib import Path

import pytest

from screenshots.gallery import gallery
from screenshots.scenes import FIX_TOUR, SCENES
from screenshots.stage import Scene, moving_picture, pictures
from screenshots.transcript import TRANSCRIPTS

FOLDER = Path(__file__).parents[1] / "screenshots"
_FIRST_ROW, _NAMES = 18, 24
"""Where a picture has the name of a profile: in its title, and in the column of names."""

STALE = "the pictures are not those of this program: run python -m screenshots, and look at them"


def cut(svg: str) -> list[str]:
    """Return the texts in a picture that end in two dots; names may: they stand whole elsewhere."""
    runs = re.findall(r'<text x="(\d+)" y="(\d+)"[^>]*>([^<]*)</text>', svg)
    in_list = any(text == "Customer Profiles" for _, _, text in runs)
    return [
        text
        for x, y, text in runs
        if re.search(r"(?<![.\[])\.\.(?![.\]])", text)
        and int(y) > _FIRST_ROW
        and not (in_list and int(x) == _NAMES)
    ]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_pictures_show_what_the_program_shows_and_no_words_are_cut(scene: Scene) -> None:
    shown = {picture.name: picture.svg async for picture in pictures(scene, all_sizes=True)}
    assert {name: found for name, svg in shown.items() if (found := cut(svg))} == {}
    if not scene.small:
        shown.pop(f"60x20/{scene.name}", None)
    kept = {
        str(file.relative_to(FOLDER).with_suffix("")): file.read_text(encoding="utf-8")
        for file in FOLDER.glob(f"*x*/{scene.name}.svg")
    }
    assert sorted(shown) == sorted(kept), STALE
    for name, svg in shown.items():
        assert svg.splitlines() == kept[name].splitlines(), f"{name}: {STALE}"


async def test_the_moving_picture_shows_the_way_from_a_rejection_to_the_next_review() -> None:
    tour = await moving_picture(FIX_TOUR)
    assert cut(tour) == []
    assert tour == (FOLDER / f"{FIX_TOUR.name}.svg").read_text(encoding="utf-8"), STALE
    first, *others = re.split(r"^<g(?= class=\"turn\"|>)", tour, flags=re.M)[1:]
    assert "0 of 2 dealt with" in first
    assert "visibility" not in first
    assert all('visibility="hidden"' in other for other in others)
    assert any("2 of 2 dealt with" in other for other in others)
    assert "In Review" in others[-1]
    assert "Nothing to do now" in others[-1]


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
