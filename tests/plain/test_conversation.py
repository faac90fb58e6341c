"""A profile can be written, checked, submitted, decided and put right by answering plain questions."""

from contextlib import closing

import pytest

from tests.support.person import GOOD, but
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

ONE_AFTER_THE_OTHER = [GOOD.get(path, "") for path in QUESTIONS]
"""A line for each question; Enter alone where there is nothing to say."""


def test_the_whole_life_of_a_profile_can_be_answered_in_plain_questions(desk, answer):
    heard = answer(
        *ONE_AFTER_THE_OTHER,
        *("submit", "yes"),
        lambda: desk.clock.forward(31),
        *("", ":reopen", ":quit"),
    )
    assert desk.answers(heard.profile_id) == dict(GOOD)
    assert "Status: Draft, not sent" in heard.text
    assert "Status: In Review, in practice" in heard.text
    assert "Status: Twilio Approved, in practice" in heard.text
    assert desk.of(heard.profile_id).status is Status.DRAFT, "it was reopened"


def test_each_answer_is_in_the_file_before_the_next_question_is_asked(desk, answer):
    seen = []

    def look():
        (line,) = desk.store.profiles.lines()
        seen.append(desk.answers(line.id))

    answer("Northwind Robotics, Inc.", look, "Northwind", look)
    assert seen == [
        {paths.BUSINESS_NAME: "Northwind Robotics, Inc."},
        {paths.BUSINESS_NAME: "Northwind Robotics, Inc.", paths.FRIENDLY_NAME: "Northwind"},
    ]


def test_an_answer_with_a_problem_is_saved_told_and_asked_for_again(desk, answer):
    profile = desk.profile({paths.COUNTRY: "US", paths.ID_TYPE: "EIN"}, Place(3, paths.ID_NUMBER))
    heard = answer("84-19273", profile_id=profile)
    assert desk.answers(profile)[paths.ID_NUMBER] == "84-19273"
    assert "Error: Registration number must have 9 digits. You entered 7." in heard.text
    assert heard.asked == ["Registration number?", "Registration number?"]
    assert "Now: 84-19273. Enter keeps it." in heard.text


def test_a_likely_rejection_is_said_once_and_the_answer_is_taken(desk, answer):
    profile = desk.profile({paths.COUNTRY: "US"}, Place(2, paths.STREET))
    heard = answer("PO Box 12", ":back", ":why", ":right the post says so", profile_id=profile)
    assert heard.asked[:3] == ["Street address?", "Suite, floor?", "Street address?"]
    assert heard.text.count("Likely rejection: Street address names a PO box.") == 2, "said, and explained"
    assert ":back returns to it, and :right there says that it is right." in heard.text
    assert "Noted: it is right." in heard.text
    assert "likely rejection" not in answer(":review", profile_id=profile).text


def test_a_problem_does_not_hold_anybody_back(desk, answer):
    profile = desk.profile({paths.COUNTRY: "US", paths.ID_TYPE: "EIN"}, Place(3, paths.ID_NUMBER))
    heard = answer("84-19273", "", profile_id=profile)
    assert heard.asked[-1] == "Website?"


def test_hint_and_choices_are_said_once_in_a_run(desk, answer):
    heard = answer(":go business type", ":back", ":go business type")
    assert sum("Hint: The legal form" in line for line in heard.lines) == 1
    first = QUESTIONS[paths.BUSINESS_TYPE].options[0].label
    assert sum(line.startswith(f"1 {first}") for line in heard.lines) == 1


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        (paths.BUSINESS_TYPE, "corporation", "Corporation"),
        (paths.INDUSTRY, "technology", "TECHNOLOGY"),
        (paths.COUNTRY, "uk", "GB"),
        (paths.COUNTRY, "Deutschland", "DE"),
        (paths.REGIONS, "europe, africa", "AFRICA,EUROPE"),
        (paths.TERMS, "yes", "yes"),
    ],
)
def test_a_choice_is_taken_by_a_part_of_its_name(desk, answer, path, typed, kept):
    profile = desk.profile({}, Place(QUESTION_STEP[path], path))
    answer(typed, profile_id=profile)
    assert sorted(desk.answers(profile)[path].split(",")) == sorted(kept.split(","))


QUESTION_STEP = {
    paths.BUSINESS_TYPE: 3,
    paths.INDUSTRY: 3,
    paths.COUNTRY: 2,
    paths.REGIONS: 3,
    paths.TERMS: 6,
}


def test_a_choice_is_taken_by_its_number(desk, answer):
    profile = desk.profile({}, Place(3, paths.BUSINESS_TYPE))
    answer("2", profile_id=profile)
    assert desk.answers(profile)[paths.BUSINESS_TYPE] == QUESTIONS[paths.BUSINESS_TYPE].options[1].value


def test_words_that_fit_several_choices_are_asked_about_and_numbers_count_among_those(desk, answer):
    profile = desk.profile({}, Place(2, paths.COUNTRY))
    heard = answer("united", "2", profile_id=profile)
    second = next(line for line in heard.lines if line.startswith("2 "))
    chosen = desk.answers(profile)[paths.COUNTRY]
    option = next(one for one in QUESTIONS[paths.COUNTRY].options if one.value == chosen)
    assert second.startswith(f"2 {option.label}")


@pytest.mark.parametrize("wrong", ["99", "not a country at all"])
def test_what_is_no_choice_is_told_and_changes_nothing(desk, answer, wrong):
    profile = desk.profile({}, Place(3, paths.BUSINESS_TYPE))
    heard = answer(wrong, profile_id=profile)
    assert paths.BUSINESS_TYPE not in desk.answers(profile)
    assert "There is no choice 99" in heard.text or "No choice fits" in heard.text


def test_enter_keeps_what_is_there_and_takes_what_is_suggested(desk, answer):
    heard = answer("Northwind Robotics, Inc.", "", ":back", "")
    assert desk.answers(heard.profile_id)[paths.FRIENDLY_NAME] == "Northwind Robotics, Inc."
    assert "Suggested: Northwind Robotics, Inc. Enter takes it" in heard.text


def test_every_command_works_at_a_question(desk, answer):
    profile = desk.profile(dict(GOOD), Place(3, paths.WEBSITE))
    heard = answer(":help", profile_id=profile)
    names = [line.split()[0].lstrip(":") for line in heard.lines if line.startswith(":")]
    assert {"back", "go", "list", "review", "why", "skip", "quit"} <= set(names)
    for name in sorted(set(names) - {"quit", "clear", "undo", "duplicate", "delete"}):
        told = answer(f":{name}", profile_id=profile)
        assert "There is no command" not in told.text, name
    assert desk.answers(profile) == dict(GOOD)
    assert desk.of(profile).status is Status.DRAFT


@pytest.mark.parametrize("asking", [":submit", ":filed", ":decide", ":delete", ":go e-mail", ":discard"])
def test_a_command_works_at_every_prompt_and_what_was_asked_is_dropped(desk, answer, asking):
    profile = desk.profile(dict(GOOD), submitted=asking in (":delete", ":discard"))
    before = desk.of(profile).status
    heard = answer(asking, ":steps", profile_id=profile)
    assert "3 Business information: Ready" in heard.text
    assert desk.of(profile).status is before


def test_a_question_is_gone_to_by_the_beginning_of_its_name_and_several_are_asked_about(desk, answer):
    profile = desk.profile(dict(GOOD), Place(3, paths.WEBSITE))
    heard = answer(":go street", ":go e-mail", "none of them", ":go e-mail", "2", profile_id=profile)
    assert heard.asked[1:3] == ["Street address?", "Number of the question?"]
    assert "That is no number of a question" in heard.text
    assert heard.asked[-1].lower().endswith("e-mail?")


def test_an_unknown_command_is_told_and_is_no_answer(desk, answer):
    profile = desk.profile(dict(GOOD), Place(3, paths.WEBSITE))
    heard = answer(":wesbite", profile_id=profile)
    assert "There is no command :wesbite. Type :help for the list." in heard.text
    assert desk.answers(profile) == dict(GOOD)


def test_undo_brings_an_answer_back_and_redo_the_new_one(desk, answer):
    profile = desk.profile(dict(GOOD), Place(3, paths.WEBSITE))
    answer("https://www.northwind.com", ":go website", ":undo", profile_id=profile)
    assert desk.answers(profile)[paths.WEBSITE] == GOOD[paths.WEBSITE]
    answer(":redo", profile_id=profile)
    assert desk.answers(profile)[paths.WEBSITE] == "https://www.northwind.com"


def test_a_number_counts_only_among_choices_that_were_read_out(desk, answer):
    profile = desk.profile({paths.COUNTRY: "US"}, Place(2, paths.REGION))
    heard = answer("94104", "12", "new", "1", profile_id=profile)
    assert "No choice fits 94104." in heard.text
    assert "No choice fits 12." in heard.text
    assert desk.answers(profile)[paths.REGION] == "NH", "the first of those with new"


def test_what_was_done_to_a_profile_as_a_whole_can_be_taken_back(desk, answer):
    profile = desk.profile(dict(GOOD), submitted=True, decided=True)
    heard = answer(":delete", "yes", ":undo", "1", ":history", ":undo", profile_id=profile)
    assert "Deleted Northwind main profile, Twilio Approved. :undo brings it back" in heard.text
    assert "Brought back Northwind main profile" in heard.text
    assert "Version 1 approved by the practice Trust Hub." in heard.text
    assert "There is nothing to undo here." in heard.text
    assert desk.of(profile).status is Status.APPROVED


def test_a_rehearsal_beside_twilios_word_is_told_as_one_and_can_be_thrown_away(desk, answer):
    profile = desk.profile(dict(GOOD), Place(7))
    heard = answer(
        *(":filed", "", "yes", ":decide 18602", "yes", ":go city", "Oakland", ":submit", "yes"),
        *(":changes", ":discard", "yes"),
        profile_id=profile,
    )
    assert "This is a rehearsal: nothing leaves this computer, and Twilio's own decision stays." in heard.text
    assert "Rehearsal beside it: version 2" in heard.text
    assert "Version 2, against version 1: 1 answer changed." in heard.text
    assert "City: was San Francisco, now Oakland" in heard.text
    assert heard.text.count("Rehearsal beside it") == 2, "not after it was thrown away"


def test_a_text_from_twilio_is_explained_with_or_without_a_profile(desk, answer):
    desk.profile(dict(GOOD))
    heard = answer(":explain 18602", ":profiles", ":explain", "It works: twilio-approved", ":quit")
    assert "18602: The registration number could not be verified." in heard.text
    assert "Open the profile and type :decide to take it in." in heard.text
    assert "trusthub-tui decide" not in heard.text


def test_next_goes_from_problem_to_problem_and_says_each(desk, answer):
    profile = desk.profile(but(CITY="", WEBSITE=""), Place(1, paths.BUSINESS_NAME))
    heard = answer(":next", ":next", ":next", profile_id=profile)
    assert heard.asked[1:] == ["City?", "Website?", "City?"]
    assert "Error: Enter the city" in heard.text


def test_a_rejected_profile_is_put_right_reason_by_reason_and_sent_again(desk, answer):
    risky = but(STREET="PO Box 12")
    profile = desk.profile(risky, submitted=True, decided=True)
    assert desk.of(profile).status is Status.REJECTED
    heard = answer(
        *(":changes", "1", ":go street address", "548 Market St"),
        *(":status", ":submit", "yes"),
        lambda: desk.clock.forward(31),
        "",
        profile_id=profile,
        to_fix=True,
    )
    assert "Status: Twilio Rejected, in practice" in heard.text
    assert "Now, against version 1: nothing changed." in heard.text
    assert "You sent Street address: PO Box 12" in heard.text
    assert "All is dealt with. :submit sends version 2." in heard.text
    assert desk.of(profile).status is Status.APPROVED


def test_submitting_with_problems_says_so_and_asks(desk, answer):
    profile = desk.profile(but(CITY=""), Place(7))
    heard = answer("submit", "no", profile_id=profile)
    assert "There is 1 problem." in heard.text
    assert "Nothing was submitted." in heard.text
    assert desk.of(profile).status is Status.DRAFT


def test_a_filing_and_its_decision_are_taken_in(desk, answer):
    profile = desk.profile(dict(GOOD), Place(7))
    heard = answer(
        *(":filed", "", "yes", ":decide", "Your profile was rejected. Error 18602", "no"),
        *(":decide 18602", "yes"),
        profile_id=profile,
    )
    assert "Version 1 would be Twilio Rejected\n" in heard.text
    assert "Nothing was changed." in heard.text, "the first time"
    assert desk.of(profile).status is Status.REJECTED


def test_a_pasted_address_fills_its_fields_after_a_question(desk, answer):
    profile = desk.profile({}, Place(2, paths.STREET))
    pasted = ("548 Market St", "Suite 1200", "San Francisco, CA 94104", "United States")
    heard = answer(pasted, "yes", profile_id=profile)
    assert {path: desk.answers(profile)[path] for path in paths.ADDRESS_PARTS} == {
        path: GOOD[path] for path in paths.ADDRESS_PARTS
    }
    assert "State: California." in heard.text or "California" in heard.text


def test_several_pasted_lines_are_one_answer_elsewhere(desk, answer):
    profile = desk.profile({}, Place(1, paths.BUSINESS_NAME))
    answer(("Northwind", "Robotics, Inc."), profile_id=profile)
    assert desk.answers(profile)[paths.BUSINESS_NAME] == "Northwind Robotics, Inc."


def test_a_saved_address_is_offered_and_a_new_one_is_saved(desk, answer):
    answer(*ONE_AFTER_THE_OTHER[:8])
    heard = answer("Acme, Inc.", "", "1")
    assert "1 548 Market St, Suite 1200, San Francisco, CA, 94104, United States" in heard.text
    assert desk.answers(heard.profile_id)[paths.STREET] == "548 Market St"
    other = desk.profile({paths.COUNTRY: "US", paths.STREET: "5 Main St"}, Place(2, paths.STREET))
    answer(":addresses", "1", profile_id=other)
    assert desk.answers(other)[paths.STREET] == "548 Market St"


def test_a_profile_that_another_window_has_open_can_only_be_read_until_it_is_taken_over(desk, answer):
    profile = desk.profile(dict(GOOD), Place(3, paths.WEBSITE))
    with closing(Store(desk.file, desk.clock)) as other:
        other.windows.open(profile)
        told = answer("https://www.a.com", profile_id=profile)
        assert desk.answers(profile) == dict(GOOD)
        heard = answer(":take", "https://www.northwind.com", profile_id=profile)
    assert "another window" in told.text
    assert "Taken over" in heard.text
    assert desk.answers(profile)[paths.WEBSITE] == "https://www.northwind.com"


def test_what_is_hostile_is_said_without_its_controls(desk, answer):
    heard = answer("Evil\x1b[31m \u202eInc.", "", ":list")
    assert desk.answers(heard.profile_id)[paths.BUSINESS_NAME] == "Evil[31m Inc."
