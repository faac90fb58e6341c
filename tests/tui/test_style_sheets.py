"""That the style sheets, which the tests of the screens read once for all, are the program's own in each."""

from textual.css import stylesheet
from textual.css.parse import parse

from trusthub_tui.store.records import Place
from trusthub_tui.tui.theme import DARK, LIGHT


def looks(person):
    """Return how everything on all screens looks that are open."""
    shown = [one for screen in person.app.screen_stack for one in screen.walk_children(with_self=True)]
    return [
        (
            str(one.css_path_nodes),
            str(styles.background),
            str(styles.color),
            str(styles.border),
            styles.height,
        )
        for one in shown
        for styles in (one.styles,)
    ]


async def started(desk, draft, theme, other):
    """Open a list over a step in one theme, switch to the other, and return what both look like."""
    desk.store.preferences.set("theme", theme.name)
    async with desk.at(profile_id=draft) as person:
        await person.press("f4")
        before = looks(person)
        person.app.theme = other.name
        await person.settled()
        return before, looks(person)


async def test_sheets_read_once_look_like_sheets_read_anew(desk, monkeypatch):
    draft = desk.profile({}, Place(3, "business_information.business_type"))
    themes = (DARK, LIGHT), (LIGHT, DARK)
    read_once = [await started(desk, draft, *both) for both in themes]
    monkeypatch.setattr(stylesheet, "parse", parse)
    assert read_once == [await started(desk, draft, *both) for both in themes]
    (dark, _), (light, _) = read_once
    assert dark != light
