"""The tasks that people do, counted in keys at 80x24; what is typed counts, too."""

from tests.support.person import GOOD, Desk, Person, but
from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place

SIZE = "80x24"
EMAIL_2 = paths.of_representative(2, "email")

PEOPLE = (
    ("Ada", "Okafor", "ada@northwindrobotics.com", "+1 415 555 2671", "Chief Executive Officer"),
    ("Ben", "Sato", "ben@northwindrobotics.com", "415 555 2672", "Head of US Operations"),
)


ADDRESS = {path: GOOD[path] for path in paths.ADDRESS_PARTS}


class Counting:
    """Presses keys and counts them."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.keys = 0
        self.typed = 0
        """Characters of answers among them."""

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self._person.press(*keys)

    async def type(self, text: str, *after: str) -> None:
        self.keys += len(text)
        self.typed += len(text)
        await self._person.type(text)
        await self.press(*after)


async def test_a_whole_profile_of_252_characters_takes_at_most_300_keys_with_its_submission(
    desk: Desk,
) -> None:
    async with desk.at(SIZE) as person:
        count = Counting(person)
        await count.press("enter")
        await count.type("Northwind Robotics, Inc.", "f9")
        await count.press("u", "enter")
        await count.type("548 Market St", "enter", "enter")
        await count.type("San Francisco", "enter")
        await count.press("c", "enter")
        await count.type("94104", "f9")
        await count.press("d", "enter", "c", "enter", "t", "enter", "e", "enter")
        await count.type("84-1927365", "enter")
        await count.type("www.northwindrobotics.com", "enter", "space", "f9")
        for position, person_asked in zip("co", PEOPLE, strict=True):
            for text in person_asked:
                await count.type(text, "enter")
            await count.press(position, "enter")
        await count.press("f9")
        await count.type("ops@northwindrobotics.com", "f9")
        await count.press("space", "f9", "end", "enter", "right", "enter")
        assert "In Review" in person.title
    assert count.typed == 252
    assert count.keys <= 300
    (line,) = desk.store.profiles.lines()
    assert line.status is Status.IN_REVIEW
    assert not desk.of(line.id).acknowledged


async def test_two_reasons_are_fixed_and_sent_again_in_at_most_45_keys(desk: Desk) -> None:
    rejected = desk.profile(but(STREET="PO Box 12") | {EMAIL_2: "ben@gmail.com"}, decided=True)
    async with desk.at(SIZE) as person:
        count = Counting(person)
        await count.press("enter")
        assert "0 of 2 dealt with" in person.words
        await count.press("enter", "ctrl+u")
        await count.type("12 Main St", "f8", "ctrl+u")
        await count.type("ben@northwindrobotics.com", "f9")
        assert "2 of 2 dealt with" in person.words
        await count.press("enter", "right", "enter")
        assert "In Review" in person.title
    assert desk.of(rejected).status is Status.IN_REVIEW
    assert count.keys <= 45


async def test_a_saved_address_among_31_is_picked_in_at_most_6_keys(desk: Desk) -> None:
    streets = ("Market", "Elm", "Harbor", "Mill", "Station", "Church", "Park")
    for number in range(31):
        street = f"{number + 1} {streets[number % 7]} St"
        desk.store.addresses.save({**ADDRESS, paths.STREET: street, paths.POSTAL_CODE: f"{94100 + number}"})
    made = desk.profile(place=Place(2, paths.CITY))
    async with desk.at(SIZE, made) as person:
        count = Counting(person)
        await count.press("f4", *"4120", "enter")
        assert "From your saved addresses" in person.words
        assert count.keys <= 6
    assert desk.answers(made)[paths.STREET] == "21 Park St"


async def test_a_field_is_changed_from_the_review_and_left_for_it_in_at_most_12_keys(desk: Desk) -> None:
    made = desk.profile(place=Place(7))
    last_title = paths.of_representative(2, "business_title")
    async with desk.at(SIZE, made) as person:
        count = Counting(person)
        await count.press("slash", *"2 title", "enter", "ctrl+u")
        assert person.field == last_title
        before = count.keys
        await count.type("Head of Sales")
        await count.press("f9")
        assert "Step 7 of 7" in person.screen
        assert "Head of Sales" in person.line_at_cursor
        assert before + 1 <= 12
    assert desk.answers(made)[last_title] == "Head of Sales"
