"""Keeping what is right, the way to Twilio's Console and back, what changed, and lasting undo."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.decisions import of_codes

EMAIL_2 = paths.of_representative(2, "email")
SID = "BU" + "0123456789abcdef" * 2


@pytest.fixture
def risky(desk, support):
    """A complete profile with two likely rejections."""
    return desk.profile(support.but(STREET="PO Box 12") | {EMAIL_2: "ben@gmail.com"}, Place(7))


@pytest.fixture
def rejected(desk, support):
    """The same, rejected by the practice review for both."""
    return desk.profile(support.but(STREET="PO Box 12") | {EMAIL_2: "ben@gmail.com"}, Place(0), decided=True)


@pytest.fixture
def complete(desk):
    """A profile without anything to say about it."""
    return desk.profile(place=Place(7))


async def test_a_warning_can_be_answered_and_the_answer_counts_until_the_text_changes(desk, risky):
    async with desk.at(profile_id=risky) as person:
        assert "2 likely rejections to look at first" in person.words
        await person.press("alt+m")
        await person.type("It is our street [sic]")
        await person.press("enter")
        assert "1 likely rejection to look at first" in person.words
        assert "You said it is right (1)" in person.words
        assert "Note: It is our street [sic]" in person.words
    async with desk.at(profile_id=risky) as person:
        assert "You said it is right (1)" in person.words
        await person.press("f2", "2", "enter")
        await person.go_to(paths.STREET)
        assert "You said it is right. It is our street [sic]" in person.words
        await person.type("3")
        await person.press("alt+r")
        assert "You said it is right" not in person.words


async def test_a_problem_cannot_be_kept(desk, support):
    broken = desk.profile(support.but(POSTAL_CODE="9410"), Place(7))
    async with desk.at(profile_id=broken) as person:
        await person.press("alt+m")
        assert any("has to be changed" in notice for notice in person.notices)
    assert desk.of(broken).acknowledged == ()


async def test_a_reason_is_dealt_with_by_a_change_or_a_note(desk, rejected):
    async with desk.at(profile_id=rejected) as person:
        assert "0 of 2 dealt with" in person.words
        assert "PO Box 12" in person.words, "what was sent"
        await person.press("m")
        await person.type("The registry has it so")
        await person.press("enter")
        assert "1 of 2 dealt with" in person.words
        assert "You said it is right. The registry has it so" in person.words
        await person.press("enter")
        assert person.field == EMAIL_2, "the cursor went on to what is left"
        assert "Not changed since version 1" in person.words
        await person.press("ctrl+u")
        await person.type("ben@northwindrobotics.com")
        assert "Changed now. Was: ben@gmail.com" in person.words
        await person.press("f7")
        assert "2 of 2 dealt with" in person.words, "back at the reasons"


async def test_the_review_of_the_next_version_begins_with_what_changed(desk, rejected):
    desk.store.profiles.save(rejected, {EMAIL_2: "ben@northwindrobotics.com"}, Place(7))
    async with desk.at(profile_id=rejected) as person:
        assert "Version 2 is not submitted yet" in person.words
        assert "What changed since version 1 (1)" in person.words
        assert "No change for: The address could not be verified (18603)" in person.words


async def test_the_problem_key_leads_from_reason_to_reason_and_ends_at_the_review(desk, rejected):
    async with desk.at(profile_id=rejected) as person:
        await person.press("v")
        assert "Now, against version 1 nothing changed" in person.words
        await person.press("escape", "f8")
        assert person.field == paths.STREET
        assert "F9 To the reasons" in person.lines[-1], "it leads back, and says so"
        assert "To the reasons    F9" in person.screen
        await person.press("f1")
        assert "Do Use the physical address under which the business is registered" in person.words
        await person.press("escape")
        await person.press("f8")
        assert person.field == EMAIL_2
        await person.press("f8")
        assert "Step 7 of 7" in person.screen
        await person.press("f8")
        assert person.field == paths.STREET, "from the review it begins anew"


async def test_the_copy_sheet_copies_and_the_user_ticks_what_has_arrived(desk, complete):
    async with desk.at(profile_id=complete) as person:
        await person.press("alt+x")
        await person.press("enter", "enter")
        assert person.app.clipboard == "Northwind Robotics, Inc."
        assert desk.clipboard.texts == ["Northwind Robotics, Inc."] * 2
        assert "0 of" in person.words, "nobody knows whether it can be pasted"
        assert "[ ] Legal business name" in person.words
        await person.press("space", "space", "space")
        assert "3 of" in person.words
        await person.press("up", "space")
        assert "2 of" in person.words, "a tick can be taken away"
        await person.press("space")
    assert len(desk.of(complete).carried) == 3
    async with desk.at(profile_id=complete) as person:
        await person.press("alt+x")
        assert "[x] Legal business name" in person.words
        await person.press("enter")
        assert person.app.clipboard == "548 Market St", "it begins at the first value not carried over"


@pytest.mark.parametrize(
    ("certain", "said"),
    [
        (True, "Copied: Northwind Robotics, Inc."),
        (
            False,
            "Sent to the terminal. If the paste shows old text, drag over the value with Shift: "
            "Northwind Robotics, Inc.",
        ),
    ],
)
async def test_copied_is_only_said_when_it_is_certain(desk, complete, certain, said):
    desk.clipboard.certain = certain
    async with desk.at(profile_id=complete) as person:
        await person.press("alt+x", "enter")
        assert said in " ".join(person.words.replace("│", " ").split())
        assert ("Copied" in person.words) is certain


async def test_the_copy_sheet_marks_problems_and_a_filing_with_them_is_recorded(desk, support):
    broken = desk.profile(support.but(POSTAL_CODE="9410", WEBSITE=""), Place(7))
    async with desk.at(profile_id=broken) as person:
        await person.press("alt+x")
        assert "2 problems marked below: Twilio would reject the profile like this." in person.words
        await person.press("end", "enter", "enter")
        assert "… In Review" in person.title
    assert desk.of(broken).status is Status.IN_REVIEW


async def test_filed_in_the_console_it_is_in_review_at_twilio(desk, complete):
    async with desk.at(profile_id=complete) as person:
        await person.press("alt+x", "end", "enter")
        await person.type("BU12")
        await person.press("enter")
        assert "2 of 32 digits" in person.words, "the SID is checked"
        await person.press("ctrl+u")
        await person.type(SID)
        await person.press("enter")
        assert "… In Review" in person.title
        assert "Practice" not in person.title
        assert "24 to 72 hours" in person.words
        assert "an e-mail to ops@northwindrobotics.com" in person.words
    assert desk.of(complete).sid == SID
    desk.clock.forward(10_000)
    assert desk.filing.settle() == (), "the practice review leaves it alone"


async def test_a_pasted_decision_finds_its_questions_and_rubbish_changes_nothing(desk, complete):
    desk.filing.filed(complete, SID)
    async with desk.at(profile_id=complete) as person:
        await person.press("p")
        await person.paste("Thank you for calling.\nWe are open from nine to five.")
        await person.press("f9")
        assert desk.of(complete).status is Status.IN_REVIEW
        assert "Thank you for calling." in person.words, "what was refused is still there"
        await person.press("escape", "p")
        await person.paste("Your profile was rejected.\nError 18602: the business ID could not be verified.")
        await person.press("f9")
        assert "Version 1 would be Twilio Rejected" in person.words
        assert "Registration number" in person.words
        assert desk.of(complete).status is Status.IN_REVIEW, "nothing counts before it was looked at"
        await person.press("escape")
        assert "Error 18602" in person.words, "what was pasted is still there"
        await person.press("f9", "tab", "enter")
        assert "✗ Twilio Rejected" in person.title
        assert "Practice" not in person.title
        assert "The registration number could not be verified 18602" in person.words
        await person.press("enter")
        assert person.field == paths.ID_NUMBER


async def test_the_caret_in_a_pasted_text_does_not_blink(desk, complete):
    desk.filing.filed(complete, SID)
    async with desk.at(profile_id=complete) as person:
        await person.press("p")
        assert not person.focused.cursor_blink


async def test_a_decision_for_another_profile_is_refused(desk, complete):
    desk.filing.filed(complete, SID)
    other = SID.replace("0", "f")
    async with desk.at(profile_id=complete) as person:
        await person.press("p")
        await person.paste(f'{{"sid": "{other}", "status": "twilio-approved", "errors": null}}')
        await person.press("f9")
    assert desk.of(complete).status is Status.IN_REVIEW


async def test_a_practice_review_can_be_decided_at_once(desk):
    waiting = desk.profile(place=Place(0), submitted=True)
    async with desk.at(profile_id=waiting) as person:
        await person.press("p")
        await person.type("18601, 18699")
        await person.press("f9", "tab", "enter")
        assert "Practice" in person.title
        assert "✗ Twilio Rejected" in person.title
        assert "18699" in person.words, "an unknown code is kept and shown"


async def test_the_history_and_the_versions_are_one_key_away(desk, rejected):
    desk.store.profiles.save(rejected, {EMAIL_2: "ben@northwindrobotics.com"}, Place(0))
    async with desk.at(profile_id=rejected) as person:
        await person.press("t")
        assert "Created" in person.words
        assert "22 Nov 2026 14:03:22" in person.words
        await person.press("escape", "v")
        assert "Now, against version 1" in person.words
        assert "ben@gmail.com" in person.words
        await person.press("enter")
        assert person.field == EMAIL_2, "Enter goes to what changed"


async def test_undo_goes_on_after_a_restart(desk, support):
    named = desk.profile(support.but(), Place(1, paths.BUSINESS_NAME, 24))
    async with desk.at(profile_id=named) as person:
        await person.type(" Two")
    async with desk.at(profile_id=named) as person:
        await person.press("ctrl+z", "ctrl+z")
        assert desk.answers(named)[paths.BUSINESS_NAME] == "Northwind Robotics, Inc."
    async with desk.at(profile_id=named) as person:
        await person.press("ctrl+y", "ctrl+y")
    assert desk.answers(named)[paths.BUSINESS_NAME] == "Northwind Robotics, Inc. Two"


async def test_it_is_right_can_be_taken_back_from_the_list(desk, risky):
    async with desk.at(profile_id=risky) as person:
        await person.press("alt+m", "enter")
        assert "You said it is right (1)" in person.words
        await person.press("alt+d", "u")
        assert any("Took back" in notice for notice in person.notices)
    assert desk.of(risky).acknowledged == ()


async def test_a_rejection_without_reasons_opens_its_page(desk, complete):
    desk.filing.filed(complete, SID)
    async with desk.at(profile_id=complete) as person:
        await person.press("p")
        await person.paste(f'{{"sid": "{SID}", "status": "twilio-rejected", "errors": null}}')
        await person.press("f9")
        assert "no code was given" in person.words
        await person.press("tab", "enter")
        assert "The reasons were e-mailed" in person.words
    desk.store.profiles.save_place(complete, Place(1, paths.BUSINESS_NAME))
    async with desk.at() as person:
        await person.press("enter")
        assert "The reasons were e-mailed" in person.words, "not a field to type into"
        await person.press("p", *"18602", "f9")
        assert "18602" in person.words
        await person.press("tab", "enter")
        assert "Fix 1 reason" in person.words
        assert "Enter Twilio's reasons" not in person.words
        await person.press("escape", "u")
        assert "Enter Twilio's reasons" in person.words, "as it was before"
    [sent] = desk.store.submissions.of(complete)
    assert (sent.decision.approved, sent.decision.reasons) == (False, ())


@pytest.mark.parametrize("way", [("f9",), ("alt+r",), ("f2", "1", "enter"), ("alt+d",)])
async def test_a_complete_address_is_kept_however_the_step_is_left(desk, support, way):
    made = desk.profile(support.but(STREET="12 Harbor Blvd"), Place(2, paths.CITY))
    async with desk.at(profile_id=made) as person:
        await person.until(lambda: "✓ Address" in person.screen, "the rules are loaded")
        assert desk.store.addresses.count() == 0
        await person.press(*way)
    (saved,) = desk.store.addresses.find()
    assert saved.parts[paths.STREET] == "12 Harbor Blvd"


@pytest.mark.parametrize("size", ["100x30", "80x24", "60x20"])
async def test_what_was_sent_stands_whole_beside_its_label_or_below(desk, complete, size):
    desk.filing.filed(complete)
    desk.filing.decide(complete, of_codes([18604]))
    desk.store.profiles.save_place(complete, Place(0))
    async with desk.at(size, profile_id=complete) as person:
        seen = set(person.lines)
        for _ in range(20):
            await person.press("down")
            seen |= set(person.lines)
    titles = [line.rstrip("│ ") for line in seen if "Representative 1: Business title" in line]
    assert titles
    assert all(
        line.endswith(("Business title", "Business title  Chief Executive Officer")) for line in titles
    )
    assert any(line.rstrip("│ ").endswith("  Chief Executive Officer") for line in seen)


async def test_what_is_next_counts_only_the_reasons_nothing_was_done_about(desk, rejected):
    async with desk.at(profile_id=rejected) as person:
        await person.press("enter", "ctrl+u")
        await person.type("548 Market St")
        await person.press("alt+d")
        assert "Fix 1 reason (practice)" in person.words


async def test_the_next_version_is_submitted_from_the_reasons_when_all_are_dealt_with(desk, rejected):
    async with desk.at("80x24", profile_id=rejected) as person:
        assert "Submit version 2" not in person.words, "not while a reason is left"
        await person.press("m")
        await person.type("The registry has it so")
        await person.press("enter", "enter", "ctrl+u")
        await person.type("ben@northwindrobotics.com")
        await person.press("f7")
        assert "Both reasons are dealt with. Now submit again" in person.words
        assert "Representative 2: Work e-mail is now: ben@northwindrobotics.com" in person.words
        await person.press("enter", "tab", "enter")
        assert "In Review" in person.title
    assert [sent.version for sent in desk.store.submissions.of(rejected)] == [1, 2]


@pytest.mark.parametrize("size", ["80x24", "60x20", "50x15"])
async def test_all_of_the_advice_of_a_reason_can_be_read_with_the_arrow_keys(desk, rejected, size):
    async with desk.at(size, profile_id=rejected) as person:
        seen = person.words
        for _ in range(40):
            if "Work e-mail" in person.words and "says it is right" not in person.line_at_cursor:
                break
            await person.press("down")
            seen += person.words
        for words in ("a mail drop or a virtual office.", "postal service does not know it.", "the address."):
            assert words in " ".join(seen.replace("▌", " ").split()), words


async def test_the_line_of_a_running_review_grows_with_the_clock(desk):
    sent = desk.profile(submitted=True, place=Place(0))
    async with desk.at("80x24", profile_id=sent) as person:
        assert "due in 30 s" in person.words
        desk.clock.forward(15)
        await person.until(lambda: "due in 15 s" in person.words, "the next second")
        line = next(line for line in person.lines if "In Review ━" in line)
        assert abs(line.count("━", line.index("In Review")) - line.count("─")) <= 1, "half of it is there"
