"""Taking, planning and following: pure, so tables and drawn answers can tell all there is."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.account.test_scenarios import opened
from tests.support.fake_twilio import BUSINESS, NORTHWIND, FakeTwilio
from tests.support.table import table
from trusthub_tui.account import following, planning, taking
from trusthub_tui.account.following import Here, Turn
from trusthub_tui.account.resources import ProfileKind, Tree, address_sids, profile_of
from trusthub_tui.profile import paths
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.submission import Decision, Reason, Submission

AT = datetime(2026, 11, 25, tzinfo=UTC)
REP_1, REP_2 = paths.REPRESENTATIVES

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)
PARTIAL = st.dictionaries(
    st.sampled_from(
        [path for path in taking.KNOWN if path not in (paths.STATUS_CALLBACK, paths.FRIENDLY_NAME)]
    ),
    TEXT,
    max_size=8,
)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(changes=PARTIAL, data=st.data())
def test_whatever_is_pushed_is_what_is_pulled_and_then_nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, str], data: st.DataObject
) -> None:
    async def there_and_back() -> None:
        with opened(tmp_path_factory.mktemp("draw") / "profiles.db") as town:
            sid = town.fake.console_draft(town.ac, sids_as_list=data.draw(st.booleans()))
            made = (await town.pull(sid)).profile_id
            town.change(made, **{path.replace(".", "__"): text for path, text in changes.items()})
            sent = await town.twilio.push(made)
            answers = town.answers(made)
            unsent = {change.path for change in sent.unsent}
            look = await town.twilio.look(made)
            theirs = look.taken.answers
            for path in taking.KNOWN:
                whole_address = paths.ADDRESS not in {paths.parent(one) for one in unsent}
                if path not in unsent and (whole_address or paths.parent(path) != paths.ADDRESS):
                    assert canonical(path, theirs) == canonical(path, answers)
            assert planning.plan(look.tree, answers).steps == ()
            assert town.fake.of_type(sid, BUSINESS)[0]["attributes"]["is_subassigned"] == "NO"
            assert town.fake.of_type(sid, REP_1)[0]["attributes"]["console_origin"] == {"wizard": 3}
            assert len(town.fake.objects) == 4

    asyncio.run(there_and_back())


def tree(content: Any = NORTHWIND, **how: Any) -> tuple[FakeTwilio, str, Tree]:
    fake = FakeTwilio()
    sid = fake.console_draft(fake.account(), content, **how)
    return fake, sid, as_tree(fake, sid)


def as_tree(fake: FakeTwilio, sid: str) -> Tree:
    assigned = tuple(one for one in fake.assignments.values() if one["customer_profile_sid"] == sid)
    return Tree(fake.profiles[sid], dict(fake.objects), dict(fake.addresses), assigned)


@table(
    ("given_regions", "taken"),
    [
        ("USA_AND_CANADA", "USA_AND_CANADA"),
        ("USA_AND_CANADA, EUROPE", "USA_AND_CANADA,EUROPE"),
        (["USA_AND_CANADA", "EUROPE"], "USA_AND_CANADA,EUROPE"),
        ("ATLANTIS", "ATLANTIS"),
        (None, None),
        ([], None),
    ],
)
def test_regions_are_taken_from_a_text_and_from_a_list(given_regions: Any, taken: str | None) -> None:
    content = {**NORTHWIND, BUSINESS: {**NORTHWIND[BUSINESS], "business_regions_of_operation": given_regions}}
    assert taking.take(tree(content)[2]).answers.get(paths.REGIONS) == taken


@table("given_sids", ["AD1", ["AD1"], '["AD1"]', "AD1,AD2", ["AD1", "AD2"], " AD1 "])
def test_the_address_is_found_however_it_is_named(given_sids: Any) -> None:
    found = address_sids({"attributes": {"address_sids": given_sids}})
    assert found[0] == "AD1"
    assert address_sids({"attributes": json.dumps({"address_sids": given_sids})}) == found


def test_values_on_no_list_stay_as_they_are_and_control_characters_go() -> None:
    content = {
        **NORTHWIND,
        BUSINESS: {**NORTHWIND[BUSINESS], "business_type": "Trust\x1b[31m", "business_name": "x" * 9000},
    }
    answers = taking.take(tree(content)[2]).answers
    assert answers[paths.BUSINESS_TYPE] == "Trust[31m"
    assert len(answers[paths.BUSINESS_NAME]) == 4000


def test_of_two_objects_of_one_type_the_one_assigned_last_counts_and_that_is_told() -> None:
    fake, sid, _ = tree()
    newer = fake._end_user(fake.profiles[sid]["account_sid"], REP_1, {"first_name": "Newer"}, "x")
    fake._assign(sid, newer)
    taken = taking.take(as_tree(fake, sid))
    assert taken.answers[f"{REP_1}.first_name"] == "Newer"
    assert taken.notes == ("Representative 1: Twilio has 2 of it; the one assigned last was taken",)


def test_one_representative_and_no_address_are_taken_as_they_are() -> None:
    content = {name: value for name, value in NORTHWIND.items() if name not in (REP_2, "address")}
    answers = taking.take(tree(content)[2]).answers
    assert not [path for path in answers if paths.parent(path) in (REP_2, "address")]


def test_a_tree_is_written_and_read_back_unchanged() -> None:
    made = tree()[2]
    assert Tree.from_text(made.as_text()) == made


@table(
    ("was", "here", "theirs", "side"),
    [
        ("a", "a", "a", ""),
        ("a", "a", "b", "theirs"),
        ("a", "b", "a", "here"),
        ("a", "b", "b", ""),
        ("a", "b", "c", "both"),
        ("a", "", "a", "here"),
        ("a", "a", "", "theirs"),
        ("a", "", "b", "both"),
        (None, "", "b", "theirs"),
        (None, "a", "", "here"),
        (None, "a", "b", "both"),
        (None, "a", " a ", ""),
    ],
)
def test_three_sides_are_compared(was: str | None, here: str, theirs: str, side: str) -> None:
    path = f"{REP_1}.first_name"
    compared = taking.compare(None if was is None else {path: was}, {path: here}, {path: theirs})
    found = {name: [one.path for one in getattr(compared, name)] for name in ("theirs", "here", "both")}
    assert {name: listed for name, listed in found.items() if listed} == ({side: [path]} if side else {})


def test_the_same_in_another_spelling_is_no_difference() -> None:
    _, _, made = tree()
    answers = dict(taking.take(made).answers)
    answers[f"{REP_1}.phone_number"] = "+1 (415) 555-0132"
    answers[paths.ID_NUMBER] = "841927365"
    answers[paths.REGION] = "California"
    assert planning.plan(made, answers).steps == ()


def test_an_address_that_is_not_complete_is_left_to_the_user() -> None:
    _, _, made = tree()
    answers = {**taking.take(made).answers, paths.STREET: "1 Main St", paths.POSTAL_CODE: ""}
    plan = planning.plan(made, answers)
    assert plan.steps == ()
    assert [change.path for change in plan.unsent] == [paths.STREET, paths.POSTAL_CODE]


def test_what_the_profile_must_have_is_never_emptied() -> None:
    _, _, made = tree()
    answers = {**taking.take(made).answers, paths.NOTIFICATION_EMAIL: "", paths.FRIENDLY_NAME: "New"}
    plan = planning.plan(made, answers)
    assert [(step.kind.value, [one.path for one in step.changes]) for step in plan.steps] == [
        ("profile", [paths.FRIENDLY_NAME])
    ]
    assert [change.path for change in plan.unsent] == [paths.NOTIFICATION_EMAIL]


@table(
    ("raw", "kind"),
    [
        ({"policy_sid": "RN6433641899984f951173ef1738c3bdd0"}, ProfileKind.PRIMARY),
        ({"policy_sid": "RNdfbf3fae0e1107f8aded0e7cead80bf5"}, ProfileKind.SECONDARY),
        ({"policy_sid": "RN806dd6cd175f314e1f96a9727ee271f4"}, ProfileKind.OTHER),
        ({}, ProfileKind.OTHER),
        (
            {
                "policy_sid": "RN6433641899984f951173ef1738c3bdd0",
                "url": "https://numbers.twilio.com/v2/RegulatoryCompliance/Bundles/BU1",
            },
            ProfileKind.OTHER,
        ),
        ({"policy_sid": "RN6433641899984f951173ef1738c3bdd0", "regulation_sid": "RN1"}, ProfileKind.OTHER),
    ],
)
def test_what_kind_a_profile_is(raw: dict[str, Any], kind: ProfileKind) -> None:
    assert profile_of(raw).kind is kind


@table("errors", [None, [], "x", [None], [{"code": "x"}], [{"code": True}], {"code": 1}, [{}]])
def test_errors_of_any_form_are_read(errors: Any) -> None:
    assert profile_of({"errors": errors}).codes == ()
    assert profile_of({"errors": [{"code": 18602}, 18606]}).codes == (18602, 18606)


def standing(approved: bool | None, *codes: int) -> Here:
    decision = None
    if approved is not None:
        decision = Decision(approved, AT, tuple(Reason(code) for code in codes))
    submission = Submission("7F3K", 1, {}, AT, "twilio", decision=decision)
    return Here(submission, frozenset(codes))


NEVER, REVIEW, APPROVED = Here(None), standing(None), standing(approved=True)
REJECTED = standing(False, 18602)
ALL_HERE = {"never": NEVER, "review": REVIEW, "approved": APPROVED, "rejected": REJECTED}
TURNS = {
    "draft": ("nothing", "back-to-draft", "contradicted", "nothing"),
    "pending-review": ("filed", "nothing", "contradicted", "filed"),
    "in-review": ("filed", "nothing", "contradicted", "filed"),
    "twilio-rejected": ("filed-and-decided", "decided", "contradicted", "nothing"),
    "twilio-approved": ("filed-and-decided", "decided", "nothing", "filed-and-decided"),
    "closed": ("unknown", "unknown", "unknown", "unknown"),
    "": ("unknown", "unknown", "unknown", "unknown"),
}


@table("word", TURNS)
def test_what_a_status_means_for_how_a_profile_stands_here(word: str) -> None:
    codes = frozenset({18602} if word == "twilio-rejected" else ())
    found = tuple(following.turn(here, word, codes).value for here in ALL_HERE.values())
    assert found == TURNS[word]


def test_a_rejection_for_other_reasons_is_another_version_and_one_without_reasons_is_not() -> None:
    assert following.turn(REJECTED, "twilio-rejected", frozenset({18606})) is Turn.FILED_AND_DECIDED
    assert following.turn(REJECTED, "twilio-rejected", frozenset()) is Turn.NOTHING


@table(("since", "turn"), [(None, Turn.MISSING), (59, Turn.NOTHING), (60, Turn.GONE), (600, Turn.GONE)])
def test_what_is_not_there_is_gone_after_an_hour(since: int | None, turn: Turn) -> None:
    missing_at = None if since is None else AT - timedelta(minutes=since)
    assert following.turn_without(Here(None, missing_at=missing_at), AT) is turn


@table(
    ("waited", "sending", "failures", "seconds"),
    [
        (0, True, 0, 5),
        (119, True, 0, 5),
        (120, True, 0, 15),
        (0, False, 0, 60),
        (600, False, 0, 300),
        (3600, False, 0, 900),
        (0, False, 3, 480),
        (0, False, 10, 3600),
        (3600, False, 1000, 3600),
    ],
)
def test_how_often_is_asked(waited: float, sending: bool, failures: int, seconds: float) -> None:
    asked = [
        following.interval(waited, sending=sending, failures=failures, chance=chance)
        for chance in (0, 0.5, 1)
    ]
    assert asked == pytest.approx([seconds * 0.9, seconds, seconds * 1.1])
