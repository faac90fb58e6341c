"""The password in a status callback: it stands in its own field, and nowhere else on the screens."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

SECRET = "s3cret-9f"  # noqa: S105 - made up, to be looked for
CALLBACK = f"https://hooks:{SECRET}@api.northwindrobotics.com/trusthub"
SHOWN = "https://hooks:***@api.northwindrobotics.com/trusthub"


@pytest.fixture
def changed(desk, support):
    """Rejected with one password in the callback, which has another one now."""
    given = support.but(STATUS_CALLBACK=CALLBACK, NOTIFICATION_EMAIL="", STREET="PO Box 12")
    profile = desk.profile(given, Place(0), decided=True)
    desk.store.profiles.save(profile, {paths.STATUS_CALLBACK: f"{CALLBACK}-new"}, Place(7))
    return profile


async def test_the_review_and_the_question_before_submitting_mask_it(desk, support):
    profile = desk.profile(support.but(STATUS_CALLBACK=CALLBACK, NOTIFICATION_EMAIL=""), Place(7))
    async with desk.at("140x70", profile) as person:
        assert SHOWN in person.words
        assert SECRET not in person.words
        await person.press("end", "enter")
        assert person.words.count(SHOWN) == 2, "in its line, and where the decision goes"
        assert SECRET not in person.words


async def test_the_status_page_and_what_changed_mask_it(desk, changed):
    async with desk.at("140x70", changed) as person:
        assert SECRET not in person.words
        await person.press("alt+v")
        assert person.words.count(SHOWN) == 2
        assert SECRET not in person.words


async def test_where_the_decision_is_told_masks_it(desk, support):
    given = support.but(STATUS_CALLBACK=CALLBACK, NOTIFICATION_EMAIL="")
    profile = desk.profile(given, Place(0), submitted=True)
    async with desk.at("140x70", profile) as person:
        assert f"a call of {SHOWN}" in person.words
        assert SECRET not in person.words


async def test_what_was_sent_before_masks_it(desk, support):
    before = f"https://hooks:{SECRET}@northwind.wixsite.com"
    profile = desk.profile(support.but(WEBSITE=before), Place(3, paths.WEBSITE, 0), decided=True)
    desk.store.profiles.save(
        profile, {paths.WEBSITE: "https://northwindrobotics.com"}, Place(3, paths.WEBSITE, 0)
    )
    async with desk.at("140x70", profile) as person:
        await person.press("f2", "3", "enter")
        assert "Was: https://hooks:***@northwind.wixsite.com" in person.words
        assert SECRET not in person.words
