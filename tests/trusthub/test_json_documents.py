import json
from datetime import UTC, datetime
from typing import Any

from trusthub_tui.cli.json_documents import document, listed
from trusthub_tui.profile import paths
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, TWILIO, Decision, Reason, status_after
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.store.records import Standing
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.outcome import standing_after

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def rejected(*codes: int) -> Decision:
    return Decision(approved=False, decided_at=AT, reasons=tuple(Reason(code) for code in codes))


def test_a_decision_leads_to_a_status_and_says_what_is_next() -> None:
    approved = Decision(approved=True, decided_at=AT)
    assert status_after(None) is Status.IN_REVIEW
    assert standing_after(None, PRACTICE) == Standing("Nothing to do", 3)
    assert standing_after(None, TWILIO) == Standing("Enter Twilio's decision", 3)
    assert status_after(approved) is Status.APPROVED
    assert standing_after(approved, TWILIO) == Standing("Nothing to do", 4)
    assert status_after(rejected(18601)) is Status.REJECTED
    assert standing_after(rejected(18601), TWILIO) == Standing("Fix 1 reason", 0)
    assert standing_after(rejected(18601, 18602), PRACTICE) == Standing("Fix 2 reasons", 0)


def test_a_line_of_the_list_is_told_with_the_status_of_the_api() -> None:
    line = ProfileLine("7F3K", "Northwind", Status.REJECTED, "Fix 1 reason", AT, "practice")
    assert listed(line) == {
        "id": "7F3K",
        "name": "Northwind",
        "status": "twilio-rejected",
        "hub": "practice",
        "next": "Fix 1 reason",
        "changed_at": "2026-11-22T14:00:00+00:00",
        "checked_at": None,
    }


def test_the_document_of_a_profile_is_json_with_all_there_is_about_it(
    store: Store, filing: Filing, clock: Any, answers: dict[str, str]
) -> None:
    profile_id = store.profiles.create(answers | {paths.STREET: "PO Box 12"}).id
    filing.submit(profile_id)
    clock.forward(30)
    filing.settle()
    profile, submissions = store.profiles.get(profile_id), store.submissions.of(profile_id)
    told = json.loads(json.dumps(document(profile, evaluate(profile.answers), submissions)))
    assert told["id"] == profile_id
    assert told["status"] == "twilio-rejected"
    assert told["answers"]["address"]["street"] == "PO Box 12"
    assert told["answers"]["business_information"]["business_regions_of_operation"] == ["USA_AND_CANADA"]
    assert told["answers"]["schema"] == 1
    assert [finding["path"] for finding in told["findings"]] == [paths.STREET]
    (submission,) = told["submissions"]
    assert (submission["version"], submission["status"]) == (1, "twilio-rejected")
    assert submission["answers"] == told["answers"]
    assert [reason["code"] for reason in submission["reasons"]] == [18603]
