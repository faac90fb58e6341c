"""From the empty list to Twilio Approved and from a rejection to an approval, by keys alone."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status

SIZES = ["100x30", "80x24", "60x20"]

AS_TYPED = {
    paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
    paths.FRIENDLY_NAME: "Northwind Robotics, Inc.",
    paths.COUNTRY: "US",
    paths.STREET: "548 Market St",
    paths.CITY: "San Francisco",
    paths.REGION: "CA",
    paths.POSTAL_CODE: "94104",
    paths.IDENTITY: "direct_customer",
    paths.BUSINESS_TYPE: "Corporation",
    paths.INDUSTRY: "TECHNOLOGY",
    paths.ID_TYPE: "EIN",
    paths.ID_NUMBER: "84-1927365",
    paths.WEBSITE: "www.northwindrobotics.com",
    paths.REGIONS: "USA_AND_CANADA",
    paths.of_representative(1, "first_name"): "Ada",
    paths.of_representative(1, "last_name"): "Okafor",
    paths.of_representative(1, "email"): "ada@northwindrobotics.com",
    paths.of_representative(1, "phone_number"): "+1 415 555 2671",
    paths.of_representative(1, "business_title"): "Chief Executive Officer",
    paths.of_representative(1, "job_position"): "CEO",
    paths.of_representative(2, "first_name"): "Ben",
    paths.of_representative(2, "last_name"): "Sato",
    paths.of_representative(2, "email"): "ben@northwindrobotics.com",
    paths.of_representative(2, "phone_number"): "(415) 555-2672",
    paths.of_representative(2, "business_title"): "Head of Operations",
    paths.of_representative(2, "job_position"): "Other",
    paths.NOTIFICATION_EMAIL: "ada@northwindrobotics.com",
    paths.TERMS: "yes",
}
"""What the walk types and chooses; each answer is kept exactly so, and submitted so."""


async def fill_general(person):
    assert "Step 1 of 7: General information" in person.screen
    await person.type("Northwind Robotics, Inc.")
    await person.press("enter")
    await person.press("enter")
    assert person.field == "continue"
    await person.press("enter")


async def fill_address(person):
    assert "Step 2 of 7: Business address" in person.screen
    assert person.field == paths.COUNTRY
    await person.choose("united states")
    await person.type("548 Market St")
    await person.press("enter", "enter")
    await person.type("San Francisco")
    await person.press("enter")
    await person.choose("calif")
    await person.type("94104")
    await person.press("f9")


async def fill_business(person):
    assert "Step 3 of 7: Business information" in person.screen
    for words in ("direct", "corpor", "technology", "ein"):
        await person.choose(words)
    await person.type("84-1927365")
    await person.press("enter")
    await person.type("www.northwindrobotics.com")
    await person.press("enter", "space", "f9")


async def fill_representatives(person):
    assert "Step 4 of 7: Authorized representatives" in person.screen
    for first, last, phone, title, position in (
        ("Ada", "Okafor", "+1 415 555 2671", "Chief Executive Officer", "ceo"),
        ("Ben", "Sato", "(415) 555-2672", "Head of Operations", "other"),
    ):
        for text in (first, last, f"{first.lower()}@northwindrobotics.com", phone, title):
            await person.type(text)
            await person.press("enter")
        await person.choose(position)
    await person.press("f9")


async def fill_the_rest(person):
    assert "Step 5 of 7: Notification" in person.screen
    await person.press("f4")  # takes the suggestion
    await person.press("f9")
    assert "Step 6 of 7: Terms" in person.screen
    await person.press("space", "f9")


@pytest.mark.parametrize("size", SIZES)
async def test_keys_alone_lead_from_an_empty_list_to_twilio_approved(desk, size):
    async with desk.at(size) as person:
        assert "No profiles yet" in person.title
        await person.press("enter")
        await fill_general(person)
        await fill_address(person)
        await fill_business(person)
        await fill_representatives(person)
        await fill_the_rest(person)
        assert "Step 7 of 7: Review and submit" in person.screen
        assert "reject" not in person.words, "nothing is left to fix"
        assert "Saved 14:03" in person.title
        assert "~ Draft" in person.title
        await person.press("end", "enter")
        assert "Submit for Review?" in person.screen
        assert "Ada Okafor and Ben Sato" in person.words
        assert "ada@northwindrobotics.com" in person.words
        await person.press("enter")
        assert "Step 7 of 7" in person.screen, "the safe button has the focus"
        await person.press("end", "enter", "tab", "enter")
        assert "… In Review" in person.title
        assert "decision is due at 14:03:52" in person.words
        desk.clock.forward(30)
        person.app.settle()
        await person.settled()
        assert "✓ Twilio Approved" in person.title
        assert any("✓ Twilio Approved" in notice for notice in person.notices)
        await person.press("alt+d")
        listed = person.line_with("Northwind Robotics, Inc.")
        assert "✓ Twilio Approved" in listed
        if size != "60x20":
            assert "Nothing to do" in listed
    (line,) = desk.store.profiles.lines()
    assert line.status is Status.APPROVED
    (sent,) = desk.store.submissions.of(line.id)
    assert (sent.version, sent.answers) == (1, AS_TYPED)


async def test_a_rejected_profile_is_fixed_from_its_reasons_and_approved_as_version_2(desk, support):
    broken = desk.profile(support.but(WEBSITE="", ID_NUMBER="84-19273"))
    async with desk.at(profile_id=broken) as person:
        await person.press("alt+r")
        assert "2 problems. Trust Hub would reject this at once" in person.words
        await person.press("end", "enter")
        assert "would reject it at once for 2 problems" in person.words
        assert person.focused.label == "Fix them"
        await person.press("enter")
        assert desk.of(broken).status is Status.DRAFT, "the safe button has the focus"

        await person.press("end", "enter", "right", "enter")
        assert "✗ Twilio Rejected" in person.title
        assert "by practice" in person.words
        assert "version 1" in person.words
        assert "22215" in person.words
        assert "Enter the website" in person.words
        assert "Registration number must have 9 digits. You entered 7" in person.words
        assert "to fix" in person.words.lower()

        await person.press("enter")
        assert "Step 3 of 7: Business information" in person.screen
        assert person.field == paths.ID_NUMBER
        await person.type("65")
        assert "Changed now. Was: 84-19273" in person.words
        assert desk.answers(broken)[paths.ID_NUMBER] == "84-1927365"
        await person.press("enter")
        await person.type("northwindrobotics.com")
        await person.press("alt+r")
        assert "All steps are ready" in person.words
        await person.press("end", "enter", "right", "enter")
        assert "… In Review" in person.title
        assert "version 2" in person.words
        assert "Rejected: 22215 version 1" in person.words, "earlier versions stay readable"

        desk.clock.forward(31)
        person.app.settle()
        await person.settled()
        assert "✓ Twilio Approved" in person.title
        assert "version 2" in person.line_with("Approved   version")
    assert [sent.version for sent in desk.store.submissions.of(broken)] == [1, 2]


async def test_a_review_that_predicts_a_rejection_rejects_with_vetting_codes_and_advice(desk, support):
    risky = desk.profile(support.but(STREET="PO Box 12"), submitted=True)
    async with desk.at(profile_id=risky) as person:
        assert "… In Review" in person.title
        desk.clock.forward(31)
        person.app.settle()
        await person.settled()
        assert "✗ Twilio Rejected" in person.title
        assert "The address could not be verified 18603" in person.words
        assert "Use the physical address under which the business is registered" in person.words
        await person.press("enter")
        assert "Step 2 of 7: Business address" in person.screen
        assert person.field == paths.STREET
        assert "Not changed since version 1" in person.words


async def test_a_decision_comes_by_itself_when_it_is_due(desk):
    desk.review_after = desk.review_after * 0
    waiting = desk.profile()
    async with desk.at(profile_id=waiting) as person:
        await person.press("alt+r")
        await person.press("end", "enter", "right", "enter")
        await person.until(lambda: "✓ Twilio Approved" in person.title, "the decision")
    assert desk.of(waiting).status is Status.APPROVED
