"""Decisions as the API tells them: profiles, evaluations, callbacks, and what is none of these."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE, entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.trusthub.decisions import read_decision
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision

SID = "BU00000000000000000000000000000001"
REJECTED = {
    "sid": SID,
    "account_sid": "AC00000000000000000000000000000001",
    "policy_sid": "RN6433641899984f951173ef1738c3bdd0",
    "friendly_name": "Northwind main profile approved 18606",
    "status": "twilio-rejected",
    "valid_until": None,
    "email": "ops@northwind.example",
    "status_callback": None,
    "date_created": "2026-01-05T10:00:00Z",
    "date_updated": "2026-01-05T19:00:00Z",
    "url": f"https://trusthub.example/v1/CustomerProfiles/{SID}",
    "links": {"customer_profiles_evaluations": "https://trusthub.example/Evaluations"},
    "errors": [{"code": 18602}, {"code": 18606}],
}
BUSINESS = "customer_profile_business_information"
EVALUATION = {
    "sid": "EL00000000000000000000000000000001",
    "account_sid": "AC00000000000000000000000000000001",
    "policy_sid": "RN6433641899984f951173ef1738c3bdd0",
    "customer_profile_sid": SID,
    "status": "noncompliant",
    "results": [
        {
            "friendly_name": "Business Information",
            "object_type": BUSINESS,
            "passed": False,
            "failure_reason": "Something in it is odd",
            "error_code": None,
            "requirement_name": BUSINESS,
            "valid": [{"friendly_name": "Business Name", "object_field": "business_name", "passed": True}],
            "invalid": [
                {
                    "friendly_name": "Website URL",
                    "object_field": "website_url",
                    "failure_reason": "The website is odd",
                    "error_code": 22215,
                },
                {
                    "friendly_name": "Fax",
                    "object_field": "fax_number",
                    "failure_reason": None,
                    "error_code": 22215,
                },
            ],
        },
        {
            "friendly_name": "Authorized Representative 2",
            "object_type": "authorized_representative_2",
            "passed": False,
            "failure_reason": "Nobody is there",
            "error_code": 22214,
            "requirement_name": "authorized_representative_2",
            "valid": [],
            "invalid": [
                {
                    "friendly_name": "First Name",
                    "object_field": "first_name",
                    "failure_reason": "a",
                    "error_code": 22215,
                },
                {
                    "friendly_name": "Last Name",
                    "object_field": "last_name",
                    "failure_reason": "b",
                    "error_code": 22215,
                },
            ],
        },
        {"object_type": "authorized_representative_1", "passed": True, "valid": [], "invalid": []},
    ],
}


def questions_of(parent):
    return tuple(path for path in QUESTIONS if paths.parent(path) == parent)


def read(document):
    return read_decision(json.dumps(document, indent=1))


def refusal(text):
    with pytest.raises(NoDecision) as refused:
        read_decision(text if isinstance(text, str) else json.dumps(text))
    assert refused.value.remedy
    return refused.value.message


def result(**changes):
    return {"status": "noncompliant", "results": [{"object_type": BUSINESS, "passed": False} | changes]}


def test_a_rejected_profile_gives_its_codes_and_its_sid():
    assert read(REJECTED) == ReadDecision(
        approved=False,
        reasons=(Reason(18602, entry(18602).paths), Reason(18606, entry(18606).paths)),
        sid=SID,
    )


@table("errors", [None, [], "", {}])
def test_a_rejected_profile_may_come_without_reasons(errors):
    assert read(REJECTED | {"errors": errors}) == ReadDecision(approved=False, sid=SID)


@table(
    ("errors", "reasons"),
    [
        ([{"code": 18611}], (Reason(18611),)),
        ([{"code": 400}], (Reason(400),)),
        ([{"code": "18611"}], (Reason(18611),)),
        ([18611, "18612"], (Reason(18611), Reason(18612))),
        ([{"code": 18602}, {"code": 18602}], (Reason(18602, entry(18602).paths),)),
        ({"code": 18611}, (Reason(18611),)),
        (
            [{"code": 18611, "message": "Odd\u001b[31m", "more_info": "https://a.example/b", "n": 1}],
            (Reason(18611, (), ("Odd[31m",)),),
        ),
        (
            ["The address could not be verified"],
            (Reason(18603, entry(18603).paths, ("The address could not be verified",)),),
        ),
        ([{"message": "Nobody answers"}], (Reason(NO_CODE, (), ("Nobody answers",)),)),
        (["Nobody answers", True, None, 1.5, -1, []], (Reason(NO_CODE, (), ("Nobody answers",)),)),
    ],
)
def test_errors_are_kept_in_whatever_form_they_come(errors, reasons):
    assert read(REJECTED | {"errors": errors}).reasons == reasons


@table("document", [{"errors": [{"code": 18602}]}, [{"code": 18602}], [18602], ["18602"]])
def test_a_list_of_errors_alone_is_a_rejection(document):
    assert [reason.code for reason in read(document).reasons] == [18602]


@table("status", ["twilio-approved", "TWILIO_APPROVED"])
def test_an_approved_profile_is_approved(status):
    assert read(REJECTED | {"status": status, "errors": None}) == ReadDecision(approved=True, sid=SID)


@table(
    ("changes", "message"),
    [
        ({"status": "twilio-approved"}, "This speaks of an approval and of a rejection"),
        ({"status": "pending-review"}, "This says the profile is still in review"),
        ({"status": "in-review"}, "This says the profile is still in review"),
        ({"status": "draft"}, "This says the profile is a draft: it has not been submitted"),
        ({"status": "REJECTED"}, "This JSON is neither a profile nor an evaluation"),
        ({"status": None}, "This JSON is neither a profile nor an evaluation"),
        ({"sid": "RD" + SID[2:]}, "This is about a supporting document, not about a Primary profile"),
        (
            {"url": f"https://a.example/v1/TrustProducts/{SID}"},
            "This is about a trust product, not about a Primary profile",
        ),
    ],
)
def test_a_profile_without_a_decision_is_refused(changes, message):
    changed = REJECTED | changes
    if changed["status"] is None:
        del changed["status"], changed["errors"]
    assert refusal(changed) == message


def test_an_evaluation_gives_a_reason_for_each_field_and_one_for_an_object_that_is_missing():
    assert read(EVALUATION) == ReadDecision(
        approved=False,
        reasons=(
            Reason(22215, (paths.WEBSITE,), ("The website is odd",)),
            Reason(22215, (), ("Fax",)),
            Reason(22214, questions_of("authorized_representative_2"), ("Nobody is there",)),
        ),
        sid=SID,
    )


def test_an_object_is_missing_too_when_none_of_its_fields_is_right():
    fields = [
        {"object_field": path.split(".")[1], "error_code": 22215} for path in questions_of(paths.BUSINESS)
    ]
    assert read(result(friendly_name="Business Information", valid=[], invalid=fields)).reasons == (
        Reason(22215, questions_of(paths.BUSINESS), ("Business Information",)),
    )


@table(
    ("changes", "code"),
    [
        ({"error_code": 22216}, 22216),
        ({"invalid": [{"object_field": "address_sids", "error_code": 22219}]}, 22219),
    ],
)
def test_the_address_document_stands_for_every_part_of_the_address(changes, code):
    read_result = read(result(object_type="customer_profile_address", **changes))
    assert read_result.reasons == (Reason(code, paths.ADDRESS_PARTS),)


@table(
    ("changes", "reason"),
    [
        ({}, Reason(NO_CODE, questions_of(paths.BUSINESS))),
        ({"failure_reason": "Odd"}, Reason(NO_CODE, questions_of(paths.BUSINESS), ("Odd",))),
        ({"object_type": "moon", "failure_reason": "Odd", "error_code": 22214}, Reason(22214, (), ("Odd",))),
        (
            {"object_type": "document", "requirement_name": "customer_profile_address", "error_code": 22216},
            Reason(22216, paths.ADDRESS_PARTS),
        ),
        ({"valid": [{}], "invalid": [{"object_field": "website_url"}]}, Reason(NO_CODE, (paths.WEBSITE,))),
        (
            {"passed": None, "invalid": [{"object_field": "website_url", "error_code": 22215}]},
            Reason(22215, (paths.WEBSITE,)),
        ),
        (
            {"passed": True, "invalid": [{"object_field": "website_url", "error_code": 22215}]},
            Reason(22215, (paths.WEBSITE,)),
        ),
    ],
)
def test_what_an_evaluation_leaves_out_is_not_invented(changes, reason):
    assert read(result(**changes)).reasons == (reason,)


def test_a_compliant_evaluation_is_no_approval():
    assert refusal(EVALUATION | {"status": "compliant", "results": []}) == (
        "This is an evaluation, and it is compliant: nothing is missing, but that is no approval"
    )


def test_the_one_profile_on_a_page_of_a_list_is_read():
    page = {"results": [REJECTED], "meta": {"page": 0, "key": "results", "next_page_url": None}}
    assert read(page) == read([REJECTED]) == read(REJECTED)


def test_several_profiles_at_once_are_refused():
    page = {"results": [REJECTED, REJECTED, REJECTED], "meta": {"key": "results"}}
    assert refusal(page) == "This is a list of 3, and each has a status of its own"


def test_the_answer_to_a_request_that_did_not_succeed_is_no_decision():
    error = {
        "code": 20404,
        "message": "Not found: 18602",
        "more_info": "https://a.example/errors/20404",
        "status": 404,
    }
    assert refusal(error).startswith("This is the API's answer to a request that did not succeed")


@table("post", [json.dumps, urlencode])
def test_what_twilio_posts_to_a_callback_is_read(post):
    text = "The Business ID you provided could not be verified"
    read_post = read_decision(
        post({"AccountSid": "AC1", "BundleSid": SID, "Status": "twilio-rejected", "FailureReason": text})
    )
    assert [reason.code for reason in read_post.reasons] == [18602]
    assert text in read_post.reasons[0].words[0]
    assert read_post.sid == SID


@table(
    ("text", "message"),
    [
        (json.dumps(REJECTED)[:-20], "This looks like the API's JSON, but it is not complete"),
        (json.dumps(REJECTED) * 2, "There is more than the JSON of one profile"),
        ('{"a":' * 5000, "This looks like the API's JSON, but it is not complete"),
        ("{}", "This JSON is neither a profile nor an evaluation"),
        ('[{"n": 1}]', "This JSON holds no code and no status"),
        ('["", ""]', "This is a list, and not of codes that a profile is rejected for"),
        ('{"meta": 1}', "This JSON is neither a profile nor an evaluation"),
        (
            '{"meta": {"key": "results"}, "results": []}',
            "This is a list, and not of codes that a profile is rejected for",
        ),
        ('{"status": {}, "errors": [18602]}', "This JSON is neither a profile nor an evaluation"),
        ('{"schema": 1, "friendly_name": "18602"}', "This JSON is neither a profile nor an evaluation"),
        ('[{"code": ' + "9" * 5000 + "}]", "This looks like the API's JSON, but it is not complete"),
    ],
)
def test_other_json_is_told_in_a_sentence(text, message):
    assert refusal(text) == message


@table("around", ["\ufeff\n  {}\n\n", "```json\n{}\n```", "$ twilio fetch\nHTTP/1.1 200\n\n{}\n$ "])
def test_what_stands_around_the_json_does_not_matter(around):
    assert read_decision(around.format(json.dumps(REJECTED, indent=2))) == read(REJECTED)


any_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(
        (
            "twilio-rejected",
            "noncompliant",
            "compliant",
            "twilio-approved",
            BUSINESS,
            "website_url",
            SID,
            "results",
        )
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                (
                    "status",
                    "errors",
                    "code",
                    "sid",
                    "results",
                    "invalid",
                    "valid",
                    "passed",
                    "meta",
                    "key",
                    "url",
                    "object_type",
                    "object_field",
                    "error_code",
                    "failure_reason",
                    "friendly_name",
                    "Status",
                )
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(any_json)
def test_any_json_is_a_decision_or_is_told_to_be_none(document):
    try:
        decision = read_decision(json.dumps(document))
    except NoDecision:
        return
    assert not (decision.approved and decision.reasons)
    assert all(path in QUESTIONS for reason in decision.reasons for path in reason.paths)
    assert len({*decision.reasons}) == len(decision.reasons)
