from datetime import UTC, datetime

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.progress import SectionState, progress, rank, reasons_by_step, whats_next
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Reason, Submission

WHEN = datetime(2026, 11, 22, tzinfo=UTC)

NOTHING_SHOWN: frozenset[str] = frozenset()
ALL_PATHS = tuple(path for section in SECTIONS for path in section.paths)


def problems(*at: str) -> Evaluation:
    return Evaluation(tuple(Finding(path, "test.rule", Severity.PROBLEM, "M", "R", 22215) for path in at))


def states(*args):
    return [step.words for step in progress(*args)]


def test_a_new_profile_is_all_to_do_although_everything_is_missing():
    assert states({}, problems(*ALL_PATHS), NOTHING_SHOWN) == ["To do"] * 7


def test_a_step_with_some_answers_and_unseen_problems_is_started():
    steps = progress({paths.CITY: "Reno"}, problems(*ALL_PATHS), NOTHING_SHOWN)
    assert [step.words for step in steps] == ["To do", "Started", *["To do"] * 5]


def test_an_answer_of_spaces_does_not_start_a_step():
    assert states({paths.CITY: "  "}, problems(*ALL_PATHS), NOTHING_SHOWN)[1] == "To do"


def test_only_problems_the_user_has_seen_are_counted_as_to_fix():
    shown = frozenset({paths.WEBSITE, paths.ID_NUMBER, paths.CITY})
    evaluation = problems(paths.WEBSITE, paths.ID_NUMBER, paths.REGIONS)
    steps = progress({}, evaluation, shown)
    assert (steps[2].state, steps[2].to_fix, steps[2].words) == (SectionState.TO_FIX, 2, "2 to fix")
    assert steps[1].words == "Ready"


def test_a_likely_rejection_is_to_look_at_in_its_step_and_at_the_review():
    warning = Evaluation((Finding(paths.WEBSITE, "test.rule", Severity.WARNING, "M", "R", predicts=18601),))
    steps = progress({}, warning, NOTHING_SHOWN)
    assert [step.words for step in steps] == [*["Ready"] * 2, "1 to look at", *["Ready"] * 3, "1 to look at"]
    assert whats_next(Status.DRAFT, steps, 0) == "1 to look at"


def test_a_hint_does_not_keep_a_step_from_being_ready():
    hint = Evaluation((Finding(paths.WEBSITE, "test.rule", Severity.HINT, "M", "R"),))
    assert states({}, hint, frozenset({paths.WEBSITE})) == ["Ready"] * 7


@table(
    ("now", "said", "word"),
    [
        ({}, (), "Reason"),
        ({paths.ID_NUMBER: "84-1927366"}, (), "Changed"),
        ({paths.BUSINESS_NAME: "Northwind Ltd"}, (), "Ready"),
        ({}, (Acknowledgement(paths.ID_NUMBER, "reason.18602", "1", "", WHEN),), "Kept"),
    ],
)
def test_a_step_tells_how_its_reason_stands_and_changed_only_of_its_own_answers(now, said, word):
    reason = Reason(18602, (paths.ID_NUMBER, paths.BUSINESS_NAME))
    sent = Submission(
        "7F3K", 1, {paths.ID_NUMBER: "84-1927365", paths.BUSINESS_NAME: "Northwind"}, WHEN, TWILIO
    )
    answers = {**sent.answers, **now}
    steps = progress(answers, Evaluation(), NOTHING_SHOWN, reasons_by_step((reason,), sent, answers, said))
    assert steps[2].words == word
    assert (steps[2].state is SectionState.REASON) == (word == "Reason")
    assert steps[6].words == ("To do" if word == "Reason" else "Ready")


def test_the_review_is_ready_only_when_the_six_steps_are():
    assert states({}, Evaluation(), NOTHING_SHOWN)[6] == "Ready"
    assert states({}, problems(paths.TERMS), NOTHING_SHOWN)[5:] == ["To do", "To do"]


def test_what_is_next_is_said_in_a_few_words():
    seen = progress({}, problems(paths.WEBSITE, paths.REGIONS), frozenset(ALL_PATHS))
    unseen = progress({}, problems(*SECTIONS[2].paths, *SECTIONS[3].paths, paths.TERMS), NOTHING_SHOWN)
    ready = progress({}, Evaluation(), NOTHING_SHOWN)
    cases = [
        (Status.REJECTED, seen, 2, "Fix 2 reasons"),
        (Status.REJECTED, seen, 1, "Fix 1 reason"),
        (Status.REJECTED, ready, 0, "Ready to submit"),
        (Status.DRAFT, seen, 0, "2 to fix in Business information"),
        (Status.DRAFT, unseen, 0, "3 of 7 steps ready"),
        (Status.DRAFT, ready, 0, "Ready to submit"),
        (Status.PENDING_REVIEW, ready, 0, "Nothing to do"),
        (Status.IN_REVIEW, ready, 0, "Nothing to do"),
        (Status.APPROVED, ready, 0, "Nothing to do"),
    ]
    for status, steps, reasons, words in cases:
        assert whats_next(status, steps, reasons) == words


def test_profiles_that_need_the_user_come_first():
    seen = progress({}, problems(paths.WEBSITE), frozenset({paths.WEBSITE}))
    unseen = progress({}, problems(paths.WEBSITE), NOTHING_SHOWN)
    ranks = [
        rank(Status.REJECTED, unseen),
        rank(Status.DRAFT, seen),
        rank(Status.DRAFT, unseen),
        rank(Status.PENDING_REVIEW, unseen),
        rank(Status.IN_REVIEW, unseen),
        rank(Status.APPROVED, unseen),
    ]
    assert ranks == [0, 1, 2, 3, 3, 4]
