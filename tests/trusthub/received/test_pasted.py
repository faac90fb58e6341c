"""What a pasted text is, is decided first; only the decision on this profile is taken."""

from tests.support.table import table
from tests.trusthub.received import pasted, quoted
from trusthub_tui.trusthub.decisions import read
from trusthub_tui.trusthub.received.outcome import Kind


def outcome(reading):
    decision = reading.decision
    if decision is None:
        return reading.kind
    if decision.approved:
        return pasted.APPROVED
    return tuple(reason.code for reason in decision.reasons) or pasted.REJECTED


@table(("text", "right"), pasted.TAKEN)
def test_a_decision_on_this_profile_is_taken(text, right):
    assert outcome(read(text, pasted.OURS)) == right


@table(("text", "subject"), pasted.OTHERS)
def test_what_is_about_another_thing_is_refused_by_its_name(text, subject):
    reading = read(text, pasted.OURS)
    assert (outcome(reading), reading.subject) == (Kind.ANOTHER_THING, subject)
    assert f"about {subject}" in reading.message
    assert reading.remedy


@table(
    ("kind", "text"),
    [
        *((Kind.FAILED_REQUEST, text) for text in pasted.FAILED),
        *((Kind.MESSAGE, text) for text in pasted.MESSAGES),
        *((Kind.NOTHING, text) for text in pasted.NOTHING),
    ],
)
def test_what_decides_nothing_is_refused_as_what_it_is(kind, text):
    reading = read(text, pasted.OURS)
    assert outcome(reading) == kind
    assert reading.message
    assert reading.remedy


@table("text", quoted.QUESTIONS)
def test_a_quoted_decision_that_somebody_asks_about_is_his_question(text):
    reading = read(text, pasted.OURS)
    assert (outcome(reading), reading.message) == (
        Kind.MESSAGE,
        "This is a question about a profile, not Twilio's answer",
    )


@table(("text", "right"), quoted.FORWARDED)
def test_a_decision_that_is_passed_on_is_taken(text, right):
    assert outcome(read(text, pasted.OURS)) == right


def test_the_table_holds_about_as_many_decisions_as_refusals():
    refused = len(pasted.OTHERS) + len(pasted.FAILED) + len(pasted.MESSAGES) + len(pasted.NOTHING)
    assert len(pasted.TAKEN) + refused >= 225
    assert 0.4 < len(pasted.TAKEN) / (len(pasted.TAKEN) + refused) < 0.6


def test_the_row_of_a_table_is_no_reason():
    text = f"SID,Status,Errors\n{pasted.OURS},twilio-rejected,18602"
    (reason,) = read(text, pasted.OURS).decision.reasons
    assert (reason.code, reason.words) == (18602, ())
