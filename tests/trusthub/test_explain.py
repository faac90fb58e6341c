"""Explaining what came from Twilio: its kind, its meaning, what is next, and whose it is."""

from datetime import UTC, datetime

from tests.support.table import table
from trusthub_tui.profile.other_codes import other_code
from trusthub_tui.profile.submission import PRACTICE, TWILIO, Decision, Submission
from trusthub_tui.trusthub.decisions import read
from trusthub_tui.trusthub.explain import KnownProfile, explained, preview
from trusthub_tui.trusthub.received.outcome import Kind, Subject

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SID = "BU" + "0123456789abcdef" * 2
OURS = KnownProfile("7F3K", "Harborline main", SID)
OTHER = KnownProfile("8G4M", "Northwind main", "BU" + "f" * 32)
TWIN = KnownProfile("9H5N", "Northwind main")


@table(
    "code",
    [20003, 21608, 21610, 21216, 30034, 30795, 30032, 32005, 60410, 63051, 20404, 20429, 30908, 30007],
)
def test_the_commonest_codes_are_known_with_their_source(code):
    for text in (str(code), f"Error {code}", f"https://www.twilio.com/docs/api/errors/{code}"):
        (meaning,) = explained(text).meanings
        assert meaning.code == code
        assert meaning.title
        assert meaning.advice
        assert meaning.source
        assert not meaning.title.startswith("Twilio gave code")


def test_20003_means_two_things():
    missing = explained("HTTP 401, error 20003: Primary compliance profile is not approved")
    refused = explained("HTTP 401, error 20003: Authenticate")
    assert missing.reading.kind == refused.reading.kind == Kind.FAILED_REQUEST
    assert missing.meanings[0].title == "The Primary profile is not approved yet"
    assert refused.meanings[0].title == "The credentials were not accepted"
    assert "approved first" in missing.next[0]
    assert "approved first" not in refused.next[0]


def test_a_refusal_of_the_api_for_primary_profiles_is_known_without_its_code():
    text = "This operation is restricted via API for Primary Customer Profiles.Use Twilio Console instead."
    (meaning,) = explained(text).meanings
    assert meaning.title == "Primary profiles are filed in the Console only"


def test_a_rejection_is_explained_with_its_questions_and_words():
    explanation = explained(f"Your profile {SID} was rejected.\n18603: no such street", [OTHER, OURS])
    (meaning,) = explanation.meanings
    assert (explanation.reading.kind, meaning.code) == (Kind.DECISION, 18603)
    assert meaning.words == ("18603: no such street",)
    assert meaning.paths
    assert explanation.profile == OURS
    assert "decide 7F3K" in explanation.next[0]


@table(
    ("text", "profile"),
    [
        (f"{SID} was rejected: error 18602", OURS),
        ("Your profile Harborline main was rejected: error 18602", OURS),
        ("Your profile NORTHWIND MAIN was rejected: error 18602", None),
        ("Your profile was rejected: error 18602", None),
        (f"Your profile BU{'0' * 32} for Harborline main was rejected", None),
        ("Your A2P brand for Harborline main was rejected", None),
        ("error 21608 for Harborline main", OURS),
    ],
)
def test_whose_it_is_is_told_by_sid_else_by_a_name_that_only_one_has(text, profile):
    assert explained(text, [OURS, OTHER, TWIN]).profile == profile


def test_a_code_of_another_thing_names_it():
    explanation = explained("error code 30795")
    assert explanation.reading.subject is Subject.BRAND
    assert explanation.next == (
        "Look at an A2P brand in the Twilio Console; no profile here is touched by it",
    )


def test_documentation_is_explained_although_it_decides_nothing():
    explanation = explained("Guide: How to fix error 18602")
    assert explanation.reading.kind is Kind.MESSAGE
    assert [meaning.code for meaning in explanation.meanings] == [18602]


@table("text", ["", "Hello", "\0\1", "{", "x" * 200_000])
def test_nothing_is_explained_as_nothing(text):
    explanation = explained(text)
    assert explanation.reading.kind is Kind.NOTHING
    assert explanation.meanings == ()
    assert explanation.next[0]


def test_a_code_nobody_knows_is_not_invented():
    assert other_code(29999) is None
    (meaning,) = explained("error 29999").meanings
    assert meaning.title == "Twilio gave code 29999"


def seen(text, hub=TWILIO):
    found = read(text).decision
    decision = Decision(approved=found.approved, decided_at=NOON, reasons=found.reasons)
    return preview(Submission("7F3K", 2, {}, NOON, hub=hub, decision=decision))


def test_a_preview_names_outcome_questions_and_words_before_anything_counts():
    outcome, title, concerns, words = seen("Your profile was rejected.\n18606: odd mail").lines
    assert outcome == "Version 2 would be Twilio Rejected"
    assert title == "An e-mail is at another domain than the website (18606)"
    assert concerns.startswith("Concerns: ")
    assert words == "Twilio: 18606: odd mail"
    assert seen("rejected").lines == ("Version 2 would be Twilio Rejected; no code was given",)
    assert seen("approved").lines == ("Version 2 would be Twilio Approved: read-only from then on",)


def test_a_preview_of_a_practice_decision_never_reads_like_twilios():
    assert seen("approved", PRACTICE).lines == ("Version 2 would be Twilio Approved (practice)",)
    outcome, *_, words = seen("Your profile was rejected.\n18606: odd mail", PRACTICE).lines
    assert outcome == "Version 2 would be Twilio Rejected (practice)"
    assert words == "Practice: 18606: odd mail"
