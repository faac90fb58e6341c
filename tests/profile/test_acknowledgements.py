from datetime import UTC, datetime, timedelta

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import (
    Acknowledgement,
    ReasonState,
    acknowledge_finding,
    acknowledge_reason,
    acknowledgement_of,
    acknowledgement_of_reason,
    reason_rule,
    reason_state,
)
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission

NOW = datetime(2026, 11, 22, 14, 15, tzinfo=UTC)
EMAIL = paths.of_representative(1, "email")
WARNING = Finding(EMAIL, "email.free", Severity.WARNING, "Work e-mail is at a free mail service", "Use ...")
BUSINESS_ID = Reason(18602, entry(18602).paths)
UNKNOWN = Reason(18611)


def submission(answers, version=1):
    return Submission("7F3K", version, dict(answers), NOW, "twilio")


def test_it_is_right_counts_while_the_answer_stays(northwind):
    answers = northwind(email1="ada@gmail.com")
    acknowledged = acknowledge_finding(WARNING, answers, "She has no other", NOW)
    assert acknowledged == Acknowledgement(EMAIL, "email.free", "ada@gmail.com", "She has no other", NOW)
    assert acknowledgement_of(WARNING, (acknowledged,), answers) == acknowledged


def test_it_no_longer_counts_once_the_answer_changes_and_counts_again_when_it_is_put_back(northwind):
    before, after = northwind(email1="ada@gmail.com"), northwind(email1="ben@gmail.com")
    acknowledged = (acknowledge_finding(WARNING, before, "", NOW),)
    assert acknowledgement_of(WARNING, acknowledged, after) is None
    assert acknowledgement_of(WARNING, acknowledged, before) == acknowledged[0]


def test_it_counts_for_no_other_finding(northwind):
    answers = northwind(email1="ada@gmail.com")
    acknowledged = (acknowledge_finding(WARNING, answers, "", NOW),)
    other_rule = Finding(EMAIL, "email.role", Severity.WARNING, "", "")
    other_question = Finding(paths.NOTIFICATION_EMAIL, "email.free", Severity.WARNING, "", "")
    assert acknowledgement_of(other_rule, acknowledged, answers) is None
    assert (
        acknowledgement_of(
            other_question, acknowledged, answers | {paths.NOTIFICATION_EMAIL: "ada@gmail.com"}
        )
        is None
    )


def test_of_several_the_newest_counts(northwind):
    answers = northwind(email1="ada@gmail.com")
    older = acknowledge_finding(WARNING, answers, "first", NOW)
    newer = acknowledge_finding(WARNING, answers, "second", NOW + timedelta(minutes=1))
    assert acknowledgement_of(WARNING, (newer, older), answers) == newer
    assert acknowledgement_of(WARNING, (older, newer), answers) == newer


def test_a_question_without_an_answer_can_be_right_too():
    acknowledged = acknowledge_finding(WARNING, {}, "", NOW)
    assert acknowledged.answer == ""
    assert acknowledgement_of(WARNING, (acknowledged,), {}) == acknowledged


def test_a_note_is_kept_without_what_no_terminal_may_be_sent(northwind):
    assert (
        acknowledge_finding(WARNING, northwind(), " see\x1b[31m\nletter\u202e ", NOW).note == "see[31m letter"
    )


def test_a_reason_is_to_fix_at_first(clean):
    state = reason_state(BUSINESS_ID, submission(clean), clean, ())
    assert (state, state.dealt_with) == (ReasonState.TO_FIX, False)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"number": "84-1927356"}, ReasonState.CHANGED),
        ({"name": "Northwind Robotics Inc"}, ReasonState.CHANGED),
        ({"id_type": "DUNS"}, ReasonState.CHANGED),
        ({"number": " 841927365 "}, ReasonState.TO_FIX),
        ({"website": "https://northwind.test"}, ReasonState.TO_FIX),
    ],
)
def test_a_reason_is_changed_when_twilio_would_receive_something_else_for_one_of_its_questions(
    clean, northwind, change, state
):
    assert reason_state(BUSINESS_ID, submission(clean), northwind(**change), ()) is state


def test_a_reason_may_be_kept_with_a_note(clean):
    first = submission(clean)
    acknowledged = acknowledge_reason(BUSINESS_ID, first, "The EIN is new", NOW)
    assert (acknowledged.rule, acknowledged.answer, acknowledged.path) == (
        "reason.18602",
        "1",
        paths.ID_NUMBER,
    )
    assert acknowledgement_of_reason(BUSINESS_ID, first, (acknowledged,)) == acknowledged
    state = reason_state(BUSINESS_ID, first, clean, (acknowledged,))
    assert (state, state.dealt_with, state.value) == (ReasonState.ACKNOWLEDGED, True, "Kept")


def test_what_was_kept_of_an_earlier_version_does_not_count_for_a_later_one(clean):
    acknowledged = (acknowledge_reason(BUSINESS_ID, submission(clean, 1), "", NOW),)
    assert reason_state(BUSINESS_ID, submission(clean, 2), clean, acknowledged) is ReasonState.TO_FIX


def test_a_change_weighs_more_than_a_note(clean, northwind):
    acknowledged = (acknowledge_reason(BUSINESS_ID, submission(clean), "", NOW),)
    changed = northwind(number="84-1927356")
    assert reason_state(BUSINESS_ID, submission(clean), changed, acknowledged) is ReasonState.CHANGED


def test_two_reasons_of_one_code_are_kept_one_by_one(clean):
    first = submission(clean)
    website, kind = Reason(22215, (paths.WEBSITE,)), Reason(22215, (paths.BUSINESS_TYPE,))
    acknowledged = (acknowledge_reason(website, first, "", NOW),)
    assert reason_state(website, first, clean, acknowledged) is ReasonState.ACKNOWLEDGED
    assert reason_state(kind, first, clean, acknowledged) is ReasonState.TO_FIX


def test_a_reason_without_questions_can_only_be_kept(clean, northwind):
    first = submission(clean)
    assert reason_state(UNKNOWN, first, northwind(city="Reno"), ()) is ReasonState.TO_FIX
    acknowledged = (acknowledge_reason(UNKNOWN, first, "Asked Twilio", NOW),)
    assert acknowledged[0].path == ""
    assert reason_state(UNKNOWN, first, clean, acknowledged) is ReasonState.ACKNOWLEDGED


def test_the_name_of_a_kept_reason_is_no_rule_of_ours():
    from trusthub_tui.profile.evaluation import all_rules

    assert not any(rule.name.startswith("reason.") for rule in all_rules())
    assert reason_rule(UNKNOWN) == "reason.18611"
