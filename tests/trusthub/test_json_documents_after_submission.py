import json
from datetime import UTC, datetime

from trusthub_tui.cli.json_documents import document
from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.decisions import of_codes
from trusthub_tui.trusthub.filing import Filing

SID = "BU" + "0123456789abcdef" * 2
AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def test_the_document_tells_what_was_kept_what_happened_and_the_sid(
    store: Store, filing: Filing, answers: dict[str, str]
) -> None:
    profile_id = store.profiles.create(answers).id
    store.profiles.acknowledge(
        profile_id, Acknowledgement(paths.CITY, "address.odd", "San Francisco", "we asked", AT)
    )
    filing.filed(profile_id, SID)
    filing.decide(profile_id, of_codes([18602]))
    profile, submissions = store.profiles.get(profile_id), store.submissions.of(profile_id)
    told = json.loads(json.dumps(document(profile, Evaluation(), submissions, store.events.of(profile_id))))
    assert told["sid"] == SID
    assert told["acknowledged"] == [
        {
            "path": "address.city",
            "rule": "address.odd",
            "answer": "San Francisco",
            "note": "we asked",
            "at": "2026-11-22T14:00:00+00:00",
        }
    ]
    assert [(event["kind"], event["text"]) for event in told["events"]] == [
        ("created", "Created"),
        ("acknowledged", "It is right, said about City: we asked"),
        ("filed", f"Version 1 filed in the Console as {SID}"),
        ("decided", "Version 1 rejected by Twilio: 18602"),
    ]
    assert told["events"][0]["at"] == "2026-11-22T14:00:00+00:00"
    (submission,) = told["submissions"]
    assert (submission["hub"], submission["due_at"]) == ("twilio", None)


def test_a_profile_nobody_has_filed_has_no_sid(store: Store) -> None:
    told = document(store.profiles.create(), Evaluation(), ())
    assert (told["sid"], told["acknowledged"], told["events"]) == ("", [], [])
