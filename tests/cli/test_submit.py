import json
import re

import pytest

from trusthub_tui.profile import paths

REP_1_EMAIL = paths.of_representative(1, "email")
SID = "BU0123456789abcdef0123456789abcdef"
OTHER_SID = "BU" + "f" * 32


def versions(desk, profile_id):
    with desk.store() as store:
        return store.submissions.of(profile_id)


def test_a_submission_says_who_reviews_it_and_when_the_decision_is_due(desk):
    profile_id = desk.profile()
    result = desk.run("submit", profile_id, "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(
        rf"Northwind main  \({profile_id}\)\n"
        r"Version 1, submitted to the practice Trust Hub on \d\d? \w{3} \d{4} \d\d:\d\d\n"
        r"It is now \[\.\.\] In Review \(practice\)\. The decision is due on \d\d? \w{3} \d{4} \d\d:\d\d\.\n",
        result.stdout,
    )
    assert desk.status(profile_id) == "in-review"


def test_json_tells_version_status_and_due_time(desk):
    profile_id = desk.profile()
    result = desk.run("--review-after", "3600", "submit", profile_id, "--yes", "--json")
    told = json.loads(result.stdout)
    assert (told["id"], told["version"], told["hub"]) == (profile_id, 1, "practice")
    assert (told["status"], told["decided_at"], told["reasons"]) == ("in-review", None, [])
    assert told["due_at"] > told["submitted_at"]


def test_without_consent_it_says_what_it_would_do_and_does_nothing(desk):
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"})
    result = desk.run("submit", profile_id)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "This would submit Northwind main to the practice Trust Hub and lock it until the decision."
        " It has 1 likely rejection. Nothing was sent."
        f" To do it: trusthub-tui submit {profile_id} --yes\n"
    )
    assert versions(desk, profile_id) == ()


def test_without_consent_problems_are_counted(desk):
    profile_id = desk.profile(but={paths.WEBSITE: "", paths.CITY: ""})
    result = desk.run("submit", profile_id, "--anyway")
    assert result.exit_code == 2
    assert "It has 2 problems, for which it would be rejected at once." in result.stderr
    assert result.stderr.endswith(f"submit {profile_id} --yes --anyway\n")
    assert desk.status(profile_id) == "draft"


def test_with_problems_nothing_is_sent(desk):
    profile_id = desk.profile(but={paths.WEBSITE: ""})
    result = desk.run("submit", profile_id, "--yes")
    assert (result.exit_code, result.stderr) == (3, "")
    assert "1 problem: Trust Hub would reject the profile at once\n  Step 3, Website\n" in result.stdout
    assert result.stdout.endswith("Nothing was sent. Fix the problems first.\n")
    as_json = desk.run("submit", profile_id, "--yes", "--json")
    told = json.loads(as_json.stdout)
    assert as_json.exit_code == 3
    assert (told["id"], told["sent"], told["findings"][0]["path"]) == (profile_id, False, paths.WEBSITE)
    assert versions(desk, profile_id) == ()
    assert desk.status(profile_id) == "draft"


def test_with_problems_it_can_be_sent_anyway_and_is_rejected_at_once(desk):
    profile_id = desk.profile(but={paths.WEBSITE: ""})
    result = desk.run("submit", profile_id, "--yes", "--anyway")
    assert result.exit_code == 0
    assert "It is now [X] Twilio Rejected (practice).\n  Reason 22215: " in result.stdout
    assert result.stdout.endswith(f"See what to do with: trusthub-tui fix {profile_id}\n")
    assert desk.status(profile_id) == "twilio-rejected"


def test_a_rejected_profile_is_submitted_as_the_next_version(desk):
    profile_id = desk.versions("Oakland")
    desk.change(profile_id, website_url="https://www.northwindrobotics.com")
    assert "\nVersion 2, submitted to" in desk.run("submit", profile_id, "--yes").stdout


def test_practising_what_twilio_rejected_is_said_not_to_change_twilios_decision(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    desk.run("decide", profile_id, "--yes", "--code", "18601")
    told = "A practice submission does not change Twilio's decision."
    assert f"{told} Nothing was sent. To do it:" in desk.run("submit", profile_id).stderr
    for _ in range(2):  # still so after another rejection, by the practice Trust Hub
        assert desk.run("submit", profile_id, "--yes").stdout.endswith(f"\n{told}\n")
        desk.run("decide", profile_id, "--yes", "--code", "18601")
    assert "Twilio" not in json.loads(desk.run("submit", profile_id, "--yes", "--json").stdout)


@pytest.mark.parametrize("words", [("submit",), ("submit", "--yes")])
def test_a_profile_in_review_is_locked_and_says_how_to_go_on(desk, words):
    profile_id = desk.profile()
    desk.run("submit", profile_id, "--yes")
    result = desk.run(*words, profile_id)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == (
        f"Profile {profile_id} cannot be changed: it is In Review."
        f" Make a draft that can be changed with: trusthub-tui duplicate {profile_id}\n"
    )
    assert len(versions(desk, profile_id)) == 1


@pytest.mark.parametrize("words", [("submit", "--yes"), ("filed",)])
def test_an_unknown_id_is_not_found(desk, words):
    assert desk.run(*words, "ZZZZ").exit_code == 4
    assert not desk.db.exists()


def test_filing_in_the_console_puts_it_in_review_at_twilio(desk):
    profile_id = desk.profile()
    result = desk.run("filed", profile_id, "--sid", SID.upper())
    assert (result.exit_code, result.stderr) == (0, "")
    text = " ".join(result.stdout.split())
    assert "Version 1, filed in the Twilio Console on " in text
    assert "It is now [..] In Review. Twilio usually decides within 24 to 72 hours." in text
    assert "Twilio tells you by an e-mail to ops@northwindrobotics.com. Take that in with:" in text
    assert f"trusthub-tui decide {profile_id} --from FILE" in text
    assert "practice" not in text
    assert f"At Twilio it is {SID}" in desk.run("show", profile_id).stdout
    assert json.loads(desk.run("show", profile_id, "--json").stdout)["sid"] == SID


def test_a_filed_profile_is_shown_as_one_at_twilio(desk):
    profile_id = desk.profile()
    told = json.loads(desk.run("filed", profile_id, "--json").stdout)
    assert (told["hub"], told["status"], told["due_at"]) == ("twilio", "in-review", None)
    text = desk.run("show", profile_id).stdout
    assert "[..] In Review\n" in text
    assert "Version 1, filed in the Twilio Console on " in text
    assert "  In review at Twilio\n" in text


def test_filing_needs_a_profile_without_problems(desk):
    profile_id = desk.profile(but={paths.WEBSITE: ""})
    result = desk.run("filed", profile_id)
    assert result.exit_code == 3
    assert "Step 3, Website" in result.stdout
    assert desk.status(profile_id) == "draft"


def test_what_only_practice_approved_can_be_filed(desk):
    profile_id = desk.profile(submit=True)
    result = desk.run("filed", profile_id)
    assert result.exit_code == 0
    assert "Version 2, filed in the Twilio Console" in result.stdout


def test_what_twilio_approved_is_locked_for_good(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    desk.run("decide", profile_id, "--yes", "--approved")
    for words in (("filed",), ("submit", "--yes")):
        result = desk.run(*words, profile_id)
        assert result.exit_code == 5
        assert "it is Twilio Approved. Make a draft" in result.stderr


@pytest.mark.parametrize("sid", ["BU123", "AC" + "0" * 32, "nonsense", SID + " " + OTHER_SID, " "])
def test_a_sid_that_is_none_is_refused_and_files_nothing(desk, sid):
    profile_id = desk.profile()
    result = desk.run("filed", profile_id, "--sid", sid)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "BU" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert desk.status(profile_id) == "draft"
