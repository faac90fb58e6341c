"""Choosers narrow down while one types; the address book fills in and keeps."""

import re

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

MARKET = {
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
}
ZUERICH = {
    paths.COUNTRY: "CH",
    paths.STREET: "Bahnhofstrasse 12",
    paths.CITY: "Zürich",
    paths.POSTAL_CODE: "8001",
}


@pytest.fixture
def at_country(desk):
    return desk.profile({}, Place(2, paths.COUNTRY, 0))


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("germ", "DE"),
        ("TURKIYE", "TR"),
        ("cote d", "CI"),
        ("reunion", "RE"),
        ("gb", "GB"),
        ("kingdom", "GB"),
        ("uk", "GB"),
        ("us", "US"),
        ("england", "GB"),
        ("united", "US"),
        ("日本", "JP"),
    ],
)
async def test_typing_narrows_down_and_enter_takes_the_first_that_fits(desk, at_country, words, chosen):
    async with desk.at(profile_id=at_country) as person:
        await person.choose(words)
        assert desk.answers(at_country)[paths.COUNTRY] == chosen
        assert person.field == paths.STREET, "and goes on to the next field"


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("software", "TECHNOLOGY"),
        ("restaur", "FOOD_AND_BEVERAGE"),
        ("law", "LEGAL"),
        ("nonprofit", "NOT_FOR_PROFIT"),
    ],
)
async def test_an_industry_is_found_by_what_people_call_theirs(desk, words, chosen):
    draft = desk.profile({}, Place(3, paths.INDUSTRY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.choose(words)
    assert desk.answers(draft)[paths.INDUSTRY] == chosen


@pytest.mark.parametrize("size", ["80x24", "100x30"])
async def test_the_keys_of_a_chooser_and_that_nothing_fits_are_whole_in_a_narrow_column(desk, support, size):
    draft = desk.profile(support.GOOD, Place(4, paths.of_representative(1, "job_position"), 0))
    async with desk.at(size, profile_id=draft) as person:
        await person.press("f4")
        assert re.search(r"Enter (takes, F7 keeps|or F7) ", person.words), "what closes it is always named"
        await person.type("xyz")
        assert "Nothing fits. Delete" in person.words
        assert " letters " in person.words
        assert "0 fit" not in person.words, "it is said once"


@pytest.mark.parametrize(
    ("country", "words", "sent"),
    [
        ("UA", "poltava", "Poltavs'ka oblast"),
        ("UA", "полтавська", "Poltavs'ka oblast"),
        ("JP", "北海道", "Hokkaido"),
    ],
)
async def test_a_region_is_found_under_its_other_names_too(desk, country, words, sent):
    draft = desk.profile({paths.COUNTRY: country}, Place(2, paths.REGION, 0))
    async with desk.at(profile_id=draft) as person:
        await person.choose(words)
    assert desk.answers(draft)[paths.REGION] == sent


async def test_a_letter_opens_the_list_with_that_letter(desk, at_country):
    async with desk.at(profile_id=at_country) as person:
        await person.type("switz")
        assert "Switzerland" in person.words
        assert "Germany" not in person.words
        await person.press("enter")
    assert desk.answers(at_country)[paths.COUNTRY] == "CH"


@pytest.mark.parametrize("key", ["f4", "enter", "space"])
async def test_the_list_opens_on_what_is_chosen_and_arrows_move(desk, key):
    draft = desk.profile(place=Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press(key, "down", "enter")
    assert desk.answers(draft)[paths.BUSINESS_TYPE] == "Limited Liability Corporation"


@pytest.mark.parametrize("key", ["escape", "f7"])
async def test_escape_changes_nothing(desk, key):
    draft = desk.profile(place=Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f4")
        await person.type("co-op")
        await person.press(key)
        assert person.field == paths.BUSINESS_TYPE
        assert "Corporation" in person.words
    assert desk.answers(draft)[paths.BUSINESS_TYPE] == "Corporation"


@pytest.mark.parametrize(
    ("path", "country", "words", "first"),
    [
        (paths.INDUSTRY, "", "legal", "LEGAL"),
        (paths.ID_TYPE, "DE", "ein", "EIN"),
        (paths.BUSINESS_TYPE, "", "non-profit", "Corporation"),  # in view as a whole: in its own order
    ],
)
async def test_a_list_longer_than_its_view_begins_with_what_was_taken_last(desk, path, country, words, first):
    drafts = [desk.profile({paths.COUNTRY: country}, Place(3, path, 0)) for _ in range(2)]
    async with desk.at(profile_id=drafts[0]) as person:
        await person.choose(words)
    async with desk.at(profile_id=drafts[1]) as person:
        await person.press("f4", "down", "up", "enter")
    assert desk.answers(drafts[1])[path] == first


async def test_the_type_of_number_of_the_own_country_stands_first(desk):
    draft = desk.profile({paths.COUNTRY: "GB"}, Place(3, paths.ID_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f4", "down", "up", "enter")
    assert desk.answers(draft)[paths.ID_TYPE] == "CN"


async def test_words_that_fit_nothing_choose_nothing(desk, at_country):
    async with desk.at(profile_id=at_country) as person:
        await person.press("f4")
        await person.type("xyzzy")
        assert "Nothing fits" in person.words
        for key in ("enter", "tab", "f9"):
            await person.press(key)
            assert "Nothing fits, so nothing was taken" in person.words, "it stays open, and says why"
            await person.press("backspace")
            assert "Nothing fits. Delete some letters" in person.words
        await person.press(*["backspace"] * 2)
        assert "United States" in person.words
        await person.press("escape")
    assert desk.answers(at_country) == {}


async def test_the_words_of_the_address_follow_the_country(desk, at_country):
    async with desk.at(profile_id=at_country) as person:
        await person.choose("united states")
        assert "ZIP code" in person.words
        await person.press("shift+tab")
        await person.choose("canada")
        assert "Postal code" in person.words
        assert "Province" in person.words
        assert person.field == paths.STREET, "the focus stays while other fields are exchanged"


async def test_a_saved_address_fills_the_fields_in_and_is_found_by_any_word(desk):
    desk.store.addresses.save(ZUERICH)
    desk.store.addresses.save(MARKET)
    draft = desk.profile({}, Place(2, "", 0))
    async with desk.at("100x80", draft) as person:
        assert "548 Market St" in person.words, "the saved addresses come first"
        await person.type("zurich bahn")
        assert "548 Market St" not in person.words
        await person.press("enter")
        assert desk.answers(draft) == ZUERICH
        assert "Switzerland" in person.words
        await person.press("alt+r")
        assert "Bahnhofstrasse 12" in person.words


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20", "50x15"])
async def test_a_new_address_is_one_key_away_from_the_saved_ones(desk, size):
    desk.store.addresses.save(MARKET)
    draft = desk.profile({}, Place(2, "", 0))
    async with desk.at(size, draft) as person:
        await person.press("escape")
        assert person.field == paths.COUNTRY
        await person.press("alt+a", "end", "down", "enter")
        assert person.field == paths.COUNTRY, "the line below the cards leads there too"
    assert desk.answers(draft) == {}


async def test_f4_shows_the_saved_addresses_from_every_field_of_the_step(desk):
    desk.store.addresses.save(MARKET)
    desk.store.addresses.save(ZUERICH)
    draft = desk.profile({**MARKET, paths.STREET: "1 Main St"}, Place(2, paths.CITY, 0))
    async with desk.at("80x24", draft) as person:
        assert "F4 shows your saved addresses" in person.words
        for _ in range(3):
            await person.press("f4")
            assert "Bahnhofstrasse 12" in person.words
            await person.press("escape", "tab")
        await person.press("f4")
        await person.type("zur")
        await person.press("enter")
        assert desk.answers(draft)[paths.STREET] == ZUERICH[paths.STREET]
        assert "From your saved addresses. F4 chooses another" in person.words


async def test_a_deleted_card_comes_back_with_undo_and_profiles_keep_their_answers(desk):
    desk.store.addresses.save(MARKET)
    draft = desk.profile({}, Place(2, "", 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("delete")
        assert "548 Market St" not in person.words
        assert desk.store.addresses.count() == 0
        await person.press("ctrl+z")
        assert "548 Market St" in person.words
        assert desk.store.addresses.count() == 1
        await person.press("ctrl+z")
        assert desk.store.addresses.count() == 1, "nothing else is taken back from here"


PASTED = "Northwind Robotics, Inc.\n548 Market St\nSuite 1200\nSan Francisco, CA 94104\nUnited States"
READ = {
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.STREET_SECONDARY: "Suite 1200",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
}


@pytest.mark.parametrize("saved", [True, False], ids=["among the cards", "in a field"])
async def test_a_pasted_address_is_shown_taken_and_taken_back_at_once(desk, saved):
    if saved:
        desk.store.addresses.save(ZUERICH)
    before = {} if saved else {paths.COUNTRY: "DE", paths.STREET: "Alte Straße 1"}
    draft = desk.profile(before, Place(2, "" if saved else paths.CITY, 0))
    async with desk.at(profile_id=draft) as person:
        await person.paste(PASTED)
        assert "City: San Francisco" in person.words
        assert desk.answers(draft) == before, "it is shown first"
        await person.press("enter")
        assert {path: text for path, text in desk.answers(draft).items() if text} == READ
        await person.press("ctrl+z")
        assert {path: text for path, text in desk.answers(draft).items() if text} == before


async def test_other_lines_are_pasted_as_one_text(desk):
    draft = desk.profile({}, Place(2, paths.STREET, 0))
    async with desk.at(profile_id=draft) as person:
        await person.paste("12 Main\nStreet")
    assert desk.answers(draft)[paths.STREET] == "12 Main Street"


async def test_a_new_address_is_kept_for_the_next_profile(desk, support):
    parts = {path: text for path, text in support.GOOD.items() if path in paths.ADDRESS_PARTS}
    first = desk.profile(support.GOOD, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=first) as person:
        assert "Save it for your next profile" in person.words
        await person.press("f9")
    (kept,) = desk.store.addresses.find("", 0, 10)
    assert kept.parts == parts
    second = desk.profile({}, Place(2, "", 0))
    async with desk.at(profile_id=second) as person:
        await person.press("alt+a")
        assert "Northwind main profile" in person.words, "it says which profile uses it"
        await person.press("enter")
    assert desk.answers(second) == parts


async def test_an_address_is_not_kept_against_the_users_will_nor_with_problems(desk, support):
    unwanted = desk.profile(support.GOOD, Place(2, paths.POSTAL_CODE, 0))
    async with desk.at(profile_id=unwanted) as person:
        await person.press("tab")
        await person.choose("do not")
        await person.press("f9")
        assert "Step 3 of 7" in person.screen
    assert desk.store.addresses.count() == 0
    broken = desk.profile(support.but(POSTAL_CODE="9410"), Place(2, paths.POSTAL_CODE, 0))
    async with desk.at(profile_id=broken) as person:
        await person.press("f9", "f9")
        assert "Step 3 of 7" in person.screen
    assert desk.store.addresses.count() == 0


async def test_changing_a_saved_address_touches_neither_submitted_nor_other_profiles(desk, support):
    sent = desk.profile(support.GOOD, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=sent) as person:
        await person.press("f9")
    other = desk.store.profiles.duplicate(sent).id
    mine = desk.store.profiles.duplicate(sent).id
    desk.filing.submit(sent)
    desk.store.profiles.save_place(mine, Place(2, paths.STREET, len("548 Market St")))
    async with desk.at(profile_id=mine) as person:
        await person.type(", East")
        assert "For other profiles" not in person.words, "no field of the form asks about it"
        await person.press("f9")
        assert "You have changed a saved address" in person.words
        assert "Save it as another address" in person.line_at_cursor
        await person.press("escape")
        assert "Step 2 of 7" in person.screen, "nothing is decided yet"
        await person.press("f9", "down", "enter")
        assert "Step 3 of 7" in person.screen
    (saved,) = desk.store.addresses.find("", 0, 10)
    assert saved.parts[paths.STREET] == "548 Market St, East"
    assert desk.answers(mine)[paths.STREET] == "548 Market St, East"
    for untouched in (sent, other):
        assert desk.answers(untouched)[paths.STREET] == "548 Market St"
    (submission,) = desk.store.submissions.of(sent)
    assert submission.answers[paths.STREET] == "548 Market St"


async def test_a_field_is_gone_to_by_a_part_of_its_name(desk):
    draft = desk.profile()
    async with desk.at(profile_id=draft) as person:
        await person.press("alt+g")
        await person.type("2 phone")
        await person.press("enter")
        assert person.field == paths.of_representative(2, "phone_number")
        assert person.caret == len("+1 415 555 2672")


async def test_ticks_are_reached_by_arrows_and_set_by_space(desk):
    draft = desk.profile({}, Place(3, paths.REGIONS, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("space", "right", "space", "left", "space")
        assert desk.answers(draft)[paths.REGIONS] == "LATIN_AMERICA"
        await person.press("left", "space")
    assert desk.answers(draft)[paths.REGIONS] == "LATIN_AMERICA,AUSTRALIA"


@pytest.mark.parametrize("key", ["tab", "f9"])
async def test_tab_and_f9_take_the_match_and_go_on(desk, at_country, key):
    async with desk.at(profile_id=at_country) as person:
        await person.press("f4")
        await person.type("uk")
        await person.press(key)
        assert desk.answers(at_country)[paths.COUNTRY] == "GB"
        assert person.field == paths.STREET


@pytest.mark.parametrize("key", ["tab", "f9"])
async def test_tab_and_f9_take_where_the_arrows_led_but_nothing_nobody_looked_for(desk, key):
    draft = desk.profile({}, Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f4", key)
        assert desk.answers(draft) == {}
        assert person.field == paths.BUSINESS_TYPE
        await person.press("f4", "down", key)
        assert desk.answers(draft)[paths.BUSINESS_TYPE]


async def test_tab_goes_on_with_what_is_chosen_already(desk):
    draft = desk.profile(place=Place(3, paths.BUSINESS_TYPE, 0))
    async with desk.at(profile_id=draft) as person:
        await person.press("f4", "tab")
        assert person.field == paths.INDUSTRY
    assert desk.answers(draft)[paths.BUSINESS_TYPE] == "Corporation"


async def test_what_was_chosen_last_stands_first_in_a_long_list(desk, at_country):
    async with desk.at(profile_id=at_country) as person:
        await person.choose("norway")
    other = desk.profile({}, Place(2, paths.COUNTRY, 0))
    async with desk.at(profile_id=other) as person:
        await person.press("f4")
        rows = person.app.screen.query_one("Rows")
        listed = [rows.source.line(y, 60).plain.strip().split("  ")[0] for y in range(2)]
        assert listed == ["Norway", "United States"]


async def test_the_regions_of_one_country_do_not_mix_with_those_of_another(desk):
    for country, region in (("US", "texas"), ("AU", "tasmania")):
        draft = desk.profile({paths.COUNTRY: country}, Place(2, paths.REGION, 0))
        async with desk.at(profile_id=draft) as person:
            await person.choose(region)
    american = desk.profile({paths.COUNTRY: "US"}, Place(2, paths.REGION, 0))
    async with desk.at(profile_id=american) as person:
        await person.press("f4")
        rows = person.app.screen.query_one("Rows")
        assert rows.source.line(0, 60).plain.strip().startswith("Texas")


async def test_somebody_who_stopped_at_the_region_goes_on_there(desk):
    """The field becomes a list once the rules are loaded; what is typed must not go to its neighbour."""
    draft = desk.profile({paths.COUNTRY: "US"}, Place(2, paths.REGION, 0))
    async with desk.at(profile_id=draft) as person:
        assert person.field == paths.REGION
        await person.type("texas")
        await person.press("enter")
    assert desk.answers(draft) == {paths.COUNTRY: "US", paths.REGION: "TX"}
