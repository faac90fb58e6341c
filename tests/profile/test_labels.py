from datetime import UTC, datetime, timedelta, timezone

from tests.support.table import table
from trusthub_tui.profile import labels, paths
from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, TWILIO

TOKYO = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 22, 6, 4, 5, tzinfo=UTC)


@table(
    ("path", "text", "words"),
    [
        (paths.BUSINESS_NAME, " Northwind ", " Northwind "),
        (paths.BUSINESS_NAME, "", "Not provided"),
        (paths.BUSINESS_NAME, "  ", "Not provided"),
        (paths.BUSINESS_TYPE, "Co-operative", "Co-operative"),
        (paths.BUSINESS_TYPE, "something else", "something else"),
        (paths.IDENTITY, "direct_customer", "Direct customer"),
        (paths.REGIONS, "USA_AND_CANADA,EUROPE", "USA and Canada, Europe"),
        (paths.REGIONS, "", "Not provided"),
        (paths.COUNTRY, "DE", "Germany"),
        (paths.TERMS, "yes", "Confirmed"),
        (paths.TERMS, "", "Not confirmed"),
    ],
)
def test_an_answer_is_told_in_words(path, text, words):
    assert labels.answer_in_words(QUESTIONS[path], text) == words


@table(
    ("path", "country", "label"),
    [
        (paths.of_representative(2, "email"), "", "Representative 2: Work e-mail"),
        (paths.NOTIFICATION_EMAIL, "", "Notification: E-mail"),
        (paths.POSTAL_CODE, "US", "ZIP code"),
        (paths.POSTAL_CODE, "", "Postal code"),
        (paths.TERMS, "", "Terms"),
    ],
)
def test_a_label_stands_alone_in_the_words_of_the_country(path, country, label):
    assert labels.full_label(path, {paths.COUNTRY: country}) == label


def test_a_likely_rejection_names_the_reason_it_may_lead_to_and_a_problem_does_not():
    def place(severity):
        return labels.place_of_finding(
            Finding(paths.WEBSITE, "rule", severity, "message", "remedy", predicts=18606), {}
        )

    assert place(Severity.WARNING) == "Step 3, Website (reason 18606)"
    assert place(Severity.PROBLEM) == "Step 3, Website"


@table(
    ("status", "hub", "badge"),
    [
        (Status.DRAFT, "", "[~] Draft"),
        (Status.PENDING_REVIEW, TWILIO, "[..] In Review"),
        (Status.REJECTED, PRACTICE, "[X] Twilio Rejected (practice)"),
        (Status.APPROVED, TWILIO, "[OK] Twilio Approved"),
    ],
)
def test_a_badge_has_mark_and_words_and_practice_says_so(status, hub, badge):
    assert labels.status_badge(status, hub) == badge


@table(
    ("answers", "name"),
    [
        ({}, "Untitled profile"),
        ({paths.FRIENDLY_NAME: "  "}, "Untitled profile"),
        ({paths.BUSINESS_NAME: "Northwind"}, "Northwind"),
        ({paths.BUSINESS_NAME: "Northwind", paths.FRIENDLY_NAME: " Main "}, "Main"),
    ],
)
def test_a_profile_has_one_name(answers, name):
    assert labels.profile_name(answers) == name


@table(
    ("count", "nouns", "told"),
    [
        (1, ("problem",), "1 problem"),
        (0, ("problem",), "0 problems"),
        (1234, ("profile",), "1,234 profiles"),
        (2, ("answer differs", "answers differ"), "2 answers differ"),
    ],
)
def test_a_number_stands_with_its_noun(count, nouns, told):
    assert labels.counted(count, *nouns) == told


def test_a_moment_is_told_on_the_clock_of_the_zone():
    at = datetime(2026, 11, 5, 20, 30, 1, tzinfo=UTC)
    assert labels.moment(at, TOKYO) == "6 Nov 2026 05:30"
    assert labels.moment(at, UTC, exact=True) == "5 Nov 2026 20:30:01"


def test_of_what_was_today_only_the_hour_is_told():
    yesterday_in_utc = datetime(2026, 11, 21, 20, 0, 0, tzinfo=UTC)
    assert labels.when(yesterday_in_utc, NOW, TOKYO) == "05:00:00"
    assert labels.when(yesterday_in_utc, NOW, UTC) == "21 Nov 2026 20:00"


@table(
    ("before", "told"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=6), "6 hours ago"),
        (timedelta(hours=11), "11 hours ago"),
        (timedelta(hours=13), "yesterday"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=7), "15 Nov 2026"),
    ],
)
def test_how_long_ago_something_was(before, told):
    assert labels.ago(NOW - before, NOW, UTC) == told


@table(
    ("parts", "text"),
    [
        (("One", "Two"), "One. Two."),
        (("One.", "", "  ", "Two?"), "One. Two?"),
        (('He said "no."',), 'He said "no."'),
        (("Gone", "Do it with: trusthub-tui undo"), "Gone. Do it with: trusthub-tui undo"),
        (("See: trusthub-tui list. Then go on",), "See: trusthub-tui list. Then go on."),
    ],
)
def test_sentences_end_where_they_must_and_a_command_stays_as_it_is_typed(parts, text):
    assert sentences(*parts) == text


def test_an_error_tells_what_is_wrong_and_what_to_do_as_one_text():
    error = ExplainedError("There is no room left", "Free some space")
    assert (str(error), error.text) == ("There is no room left", "There is no room left. Free some space.")
    assert ExplainedError("It is gone").text == "It is gone."
