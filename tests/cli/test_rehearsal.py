"""Practice beside Twilio's word: shown as a rehearsal, thrown away, reopened; and what is taken back."""

import json

import pytest

from trusthub_tui.profile import paths

SAYS = "A practice submission does not change Twilio's decision."


@pytest.fixture
def rejected(desk):
    """Filed at Twilio, and rejected there."""
    profile_id = desk.profile()
    assert desk.run("filed", profile_id).exit_code == 0
    assert desk.run("decide", profile_id, "--yes", "--code", "18602").exit_code == 0
    return profile_id


def listed(desk):
    [only] = json.loads(desk.run("list", "--json").stdout)
    return only["status"], only["hub"], only["next"]


def test_after_a_rehearsal_that_ended_well_everything_still_tells_twilios_rejection(desk, rejected):
    before = listed(desk)
    assert SAYS in desk.run("--review-after", "0", "submit", rejected, "--yes").stdout
    assert listed(desk) == before == ("twilio-rejected", "twilio", "Fix 1 reason")
    shown = desk.run("show", rejected).stdout.splitlines()
    assert shown[1] == "[X] Twilio Rejected"
    assert shown[2].startswith("Rehearsal beside it: version 2, Twilio Approved (practice) on ")
    fixed = desk.run("fix", rejected)
    assert fixed.exit_code == 0
    assert "Reason 18602" in fixed.stdout
    assert ", version 1\nRehearsal beside it: version 2, Twilio Approved (practice)" in fixed.stdout
    assert json.loads(desk.run("fix", rejected, "--json").stdout)["version"] == 1
    page = desk.run("export", rejected, "--format", "markdown").stdout
    assert "Twilio Rejected**" in page
    assert "This status is a rehearsal" not in page


def test_a_rehearsal_is_not_said_to_lock_anything(desk, rejected):
    assert "lock" not in desk.run("submit", rejected).stderr
    assert "and lock it until the decision" in desk.run("submit", desk.profile()).stderr


def test_a_rehearsal_is_thrown_away_with_consent(desk, rejected):
    desk.run("submit", rejected, "--yes")
    asked = desk.run("discard", rejected)
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert asked.stderr.endswith(" Nothing was changed. To throw it away, add --yes.\n")
    done = desk.run("discard", rejected, "--yes")
    assert done.stdout == (
        f"Threw away version 2 of Northwind main ({rejected}). It is now [X] Twilio Rejected.\n"
    )
    assert "Rehearsal" not in desk.run("show", rejected).stdout
    again = desk.run("discard", rejected, "--yes")
    assert (again.exit_code, again.stderr.split(".")[0]) == (
        1,
        f"Profile {rejected} has no rehearsal that could be thrown away",
    )


@pytest.mark.parametrize(("answer", "gone"), [("y\n", True), ("n\n", False)])
def test_at_a_terminal_it_is_asked_for(desk, terminal, rejected, answer, gone):
    desk.run("submit", rejected, "--yes")
    code, printed = terminal("--db", desk.db, "discard", rejected, typed=answer)
    assert ("Threw away" in printed, code == 0) == (gone, gone)
    assert ("Rehearsal" in desk.run("show", rejected).stdout) is not gone


def test_what_only_practice_approved_is_reopened_with_one_command(desk):
    profile_id = desk.profile(submit=True)
    assert listed(desk)[0] == "twilio-approved"
    done = desk.run("reopen", profile_id)
    assert done.stdout == f"Reopened Northwind main ({profile_id}): it is a draft again.\n"
    assert listed(desk) == ("draft", "", "Ready to submit")
    assert desk.run("show", profile_id).stdout.splitlines()[1] == "[~] Draft"
    desk.change(profile_id, website_url="")
    desk.run("discard", profile_id, "--yes")
    assert listed(desk) == ("draft", "", "5 of 7 steps ready"), "as it stands without the rehearsal"


@pytest.mark.parametrize("decided", [False, True])
def test_what_twilio_has_is_not_reopened(desk, decided):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    if decided:
        desk.run("decide", profile_id, "--yes", "--approved")
    assert desk.run("reopen", profile_id).exit_code == 5


@pytest.mark.parametrize(
    "given", [("--approved",), ("--rejected",), ("--code", "18602"), ("--code", "18602", "--dry-run")]
)
def test_a_decision_is_shown_before_it_counts(desk, given):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    result = desk.run("decide", profile_id, *given)
    dry = "--dry-run" in given
    assert result.exit_code == (0 if dry else 2)
    outcomes = {"--approved": "Twilio Approved: read-only from then on", "--code": "Twilio Rejected"}
    outcome = outcomes.get(given[0], "Twilio Rejected; no code was given")
    assert f"Version 1 would be {outcome}.\n" in result.stdout
    if "18602" in given:
        assert "(18602)\n    Concerns: " in result.stdout
    assert "Nothing was changed" in (result.stdout if dry else result.stderr)
    assert listed(desk)[0] == "in-review"


def test_a_dry_run_in_json_is_the_submission_as_it_would_be(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    told = json.loads(desk.run("decide", profile_id, "--code", "18602", "--dry-run", "--json").stdout)
    assert (told["status"], told["reasons"][0]["code"]) == ("twilio-rejected", 18602)
    assert listed(desk)[0] == "in-review"


@pytest.mark.parametrize(("answer", "status"), [("y\n", "twilio-approved"), ("n\n", "in-review")])
def test_at_a_terminal_a_decision_is_asked_for(desk, terminal, answer, status):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    _, printed = terminal("--db", desk.db, "decide", profile_id, "--approved", typed=answer)
    assert "Take this decision in?" in printed
    assert listed(desk)[0] == status


def test_a_rejection_may_come_without_any_code(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    assert desk.run("decide", profile_id, "--rejected", "--yes").exit_code == 0
    assert listed(desk)[0] == "twilio-rejected"
    assert "It came without reasons" in desk.run("fix", profile_id).stdout
    assert "Find out why it was rejected" in desk.run("list").stdout, "nobody has changed anything"


def test_a_decision_and_a_filing_are_taken_back_by_undo(desk):
    profile_id = desk.profile()
    assert "If it was not filed: trusthub-tui undo\n" in desk.run("filed", profile_id).stdout
    told = desk.run("decide", profile_id, "--approved", "--yes").stdout
    assert told.endswith("To take the decision back: trusthub-tui undo\n")
    assert desk.run("undo").stdout == "Took back: the decision on version 1 of Northwind main.\n"
    assert listed(desk)[0] == "in-review"
    assert desk.run("undo").stdout == "Took back: version 1 of Northwind main was filed in the Console.\n"
    assert listed(desk)[:2] == ("draft", "")


def test_what_was_filed_with_problems_is_taken_down_after_asking_once(desk, terminal):
    profile_id = desk.profile(but={paths.of_representative(2, "first_name"): ""})
    refused = desk.run("filed", profile_id)
    assert refused.exit_code == 3
    assert "If it was filed so all the same, add --yes." in refused.stdout
    assert listed(desk)[0] == "draft"
    assert terminal("--db", desk.db, "filed", profile_id, typed="n\n")[0] == 1
    assert listed(desk)[0] == "draft"
    code, printed = terminal("--db", desk.db, "filed", profile_id, typed="y\n")
    assert (code, "Was it filed like this?" in printed) == (0, True)
    assert listed(desk)[:2] == ("in-review", "twilio")


def test_with_yes_problems_keep_nothing_from_being_taken_down_and_its_rejection_is_walked_through(desk):
    profile_id = desk.profile(but={paths.WEBSITE: ""})
    assert desk.run("filed", profile_id, "--yes").exit_code == 0
    assert desk.run("decide", profile_id, "--code", "18602", "--yes").exit_code == 0
    assert "Reason 18602" in desk.run("fix", profile_id).stdout


def test_practice_stays_strict(desk):
    assert desk.run("submit", desk.profile(but={paths.WEBSITE: ""}), "--yes").exit_code == 3
