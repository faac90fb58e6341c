from datetime import UTC, datetime

import pytest

from trusthub_tui.cells import width_of
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.tui.drawing.profile_rows import columns_row, profile_row
from trusthub_tui.tui.glyphs import ASCII, UNICODE, Glyphs

NOW = datetime(2026, 11, 24, 9, 41, tzinfo=UTC)
LINES = [
    ProfileLine("A1", "Delta Freight, second try", Status.REJECTED, "Fix 5 reasons", NOW, PRACTICE),
    ProfileLine(
        "A2",
        "北極星機器人有限公司",
        Status.DRAFT,
        "2 to fix in Authorized representatives",
        NOW,
        steps="==~!---",
    ),
    ProfileLine("A3", "Elm", Status.DRAFT, "0 of 7 steps ready", NOW, steps="-------"),
    ProfileLine("A4", "Fathom Labs", Status.IN_REVIEW, "Enter Twilio's decision", NOW, "twilio"),
    ProfileLine(
        "A5",
        "A name that is longer than any room there is for it in the list",
        Status.APPROVED,
        "Nothing to do",
        NOW,
    ),
]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("width", [49, 59, 79, 99, 140])
def test_columns_stand_below_their_names_and_nothing_is_cut_but_a_name(width: int, glyphs: Glyphs) -> None:
    names = columns_row(width, glyphs).plain
    for profile in LINES:
        for checked_at in (None, NOW):
            row = profile_row(profile, checked_at, NOW, width, glyphs)
            assert row.width <= width
            before = row.plain[: row.plain.index(glyphs.status(profile.status))]
            assert width_of(before) == names.index("Status"), row.plain
            assert width_of(row.spans[1][0]) == names.index("Status") - 2
            assert not any(text.rstrip().endswith("..") for text, _ in row.spans[2:]), row.plain


def test_a_draft_shows_its_seven_steps_and_others_what_is_next() -> None:
    told = {
        (profile.id, width): profile_row(profile, None, NOW, width, UNICODE).plain
        for profile in LINES
        for width in (59, 79)
    }
    assert "━━─!───" in told["A2", 59]
    assert "2 to fix" in told["A2", 79]
    assert "0 of 7 steps ready" in told["A3", 79]
    assert "5 reasons" in told["A1", 59]
    assert "Fix 5 reasons (practice)" in told["A1", 79]
