from datetime import UTC, datetime, timedelta

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.submission import Decision, Submission
from trusthub_tui.trusthub.port import TrustHub
from trusthub_tui.trusthub.practice import PracticeTrustHub

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ADA = "authorized_representative_1"
BEN = "authorized_representative_2"


def sent(answers: dict[str, str], due_at: datetime | None = None) -> Submission:
    return Submission("7F3K", 1, answers, AT, "practice", due_at)


def decided(answers: dict[str, str]) -> Decision:
    decision = PracticeTrustHub(SECOND).decision(sent(answers, AT + SECOND), AT + SECOND)
    assert decision is not None
    return decision


def test_it_is_a_trust_hub_that_says_practice(hub: PracticeTrustHub) -> None:
    port: TrustHub = hub
    assert port.name == "practice"


def test_a_compliant_submission_is_promised_a_decision(
    hub: PracticeTrustHub, answers: dict[str, str]
) -> None:
    receipt = hub.submit(sent(answers))
    assert receipt.decision is None
    assert receipt.due_at == AT + timedelta(seconds=30)


def test_there_is_no_decision_before_the_promised_time(
    hub: PracticeTrustHub, answers: dict[str, str]
) -> None:
    submission = sent(answers, AT + 10 * SECOND)
    assert hub.decision(submission, AT) is None
    assert hub.decision(submission, AT + 10 * SECOND - timedelta(microseconds=1)) is None
    assert hub.decision(submission, AT + 10 * SECOND) is not None


def test_a_submission_without_a_promise_is_not_decided(
    hub: PracticeTrustHub, answers: dict[str, str]
) -> None:
    assert hub.decision(sent(answers), AT + timedelta(days=365)) is None


def test_a_flawless_submission_is_approved_at_the_promised_time_however_late_one_asks(
    hub: PracticeTrustHub, answers: dict[str, str]
) -> None:
    submission = sent(answers, AT + SECOND)
    tomorrow = hub.decision(submission, AT + timedelta(days=1))
    assert tomorrow == Decision(approved=True, decided_at=AT + SECOND)
    assert hub.decision(submission, AT + SECOND) == tomorrow


def test_nothing_but_the_submission_and_the_clock_decides(answers: dict[str, str]) -> None:
    submission = sent(answers | {paths.STREET: "PO Box 12"}, AT + SECOND)
    hubs = (PracticeTrustHub(timedelta(0)), PracticeTrustHub(timedelta(days=9)))
    first, second = (hub.decision(submission, AT + SECOND) for hub in hubs)
    assert first == second


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({paths.STREET: "PO Box 12"}, {18603: (paths.STREET,)}),
        ({paths.WEBSITE: "https://facebook.com/northwindrobotics"}, {18601: (paths.WEBSITE,)}),
        (
            {f"{ADA}.phone_number": "+1 800 234 5678", f"{BEN}.phone_number": "+1 888 234 5679"},
            {18604: (f"{ADA}.phone_number",), 18605: (f"{BEN}.phone_number",)},
        ),
        (
            {f"{ADA}.email": "ada@gmail.com", f"{BEN}.email": "ben@gmail.com"},
            {18606: (f"{ADA}.email", f"{BEN}.email")},
        ),
    ],
)
def test_what_twilio_is_known_to_reject_is_rejected_with_its_code_and_the_questions_concerned(
    answers: dict[str, str], changes: dict[str, str], reasons: dict[int, tuple[str, ...]]
) -> None:
    findings = evaluate(answers | changes).findings
    decision = decided(answers | changes)
    assert not decision.approved
    assert decision.decided_at == AT + SECOND
    found = {reason.code: reason.paths for reason in decision.reasons}
    assert found.keys() == reasons.keys()
    for code, concerned in reasons.items():
        # Further questions that are involved follow the ones that matter most.
        further = {path for finding in findings if finding.predicts == code for path in finding.also}
        assert found[code][: len(concerned)] == concerned
        assert sorted(found[code][len(concerned) :]) == sorted(further.difference(concerned))
    assert all(reason.words == () for reason in decision.reasons)


def test_a_warning_the_practice_review_does_not_act_on_is_no_reason(answers: dict[str, str]) -> None:
    answers[paths.ID_NUMBER] = "07-1927365"
    assert [warning.rule for warning in evaluate(answers).warnings] == ["registration.ein-prefix"]
    assert decided(answers).approved


def test_a_noncompliant_submission_is_rejected_at_once_with_a_reason_for_each_object(
    hub: PracticeTrustHub, answers: dict[str, str]
) -> None:
    for path in (paths.BUSINESS_NAME, paths.WEBSITE, paths.CITY, f"{BEN}.last_name"):
        del answers[path]
    receipt = hub.submit(sent(answers))
    assert receipt.due_at is None
    assert receipt.decision is not None
    assert (receipt.decision.approved, receipt.decision.decided_at) == (False, AT)
    concerned = {(reason.code, reason.paths) for reason in receipt.decision.reasons}
    assert (22215, (paths.BUSINESS_NAME, paths.WEBSITE)) in concerned
    assert (22215, (f"{BEN}.last_name",)) in concerned
    assert (22219, (paths.CITY,)) in concerned


def test_the_reasons_of_an_evaluation_are_the_sentences_the_screens_show(hub: PracticeTrustHub) -> None:
    receipt = hub.submit(sent({}))
    assert receipt.decision is not None
    reasons = receipt.decision.reasons
    said = {sentence for reason in reasons for sentence in reason.words}
    assert said == {problem.message for problem in evaluate({}).problems}
    assert {reason.code for reason in reasons} == {22214, 22215, 22216}
    told = [path for reason in reasons for path in reason.paths]
    assert sorted(told) == sorted(problem.path for problem in evaluate({}).problems)
    assert all(len({paths.parent(path) for path in reason.paths}) == 1 for reason in reasons)
