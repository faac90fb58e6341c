import json
import re
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub

REP_1_EMAIL = paths.of_representative(1, "email")


def shown(desk, profile_id):
    result = desk.run("show", profile_id)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def shown_as_json(desk, profile_id):
    return json.loads(desk.run("show", profile_id, "--json").stdout)


def test_every_section_is_shown_with_labels_and_answers_in_words(desk):
    text = shown(desk, desk.profile())
    for section in SECTIONS[:-1]:
        assert f"\n{section.number} {section.title}\n" in text
    for line in (
        "  Legal business name  Northwind Robotics, Inc.",
        "  Country         United States",
        "  State           California",
        "  ZIP code        94104",
        "  Suite, floor    Not provided",
        "  Business type         Corporation",
        "  Regions of operation  USA and Canada, Europe",
        "  Representative 2\n    First name      Ben",
        "  Confirmation  Confirmed",
    ):
        assert line in text
    assert "No problems, no likely rejections, no hints." in text


def test_the_first_lines_say_which_profile_and_how_it_stands(desk):
    profile_id = desk.profile()
    assert shown(desk, profile_id).splitlines()[:2] == [f"Northwind main  ({profile_id})", "[~] Draft"]


def test_an_id_is_taken_in_any_case(desk):
    profile_id = desk.profile()
    assert shown(desk, profile_id.lower()) == shown(desk, profile_id)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_an_unknown_id_is_not_found(desk, failure, form):
    desk.draft()
    result = desk.run("show", "nope", *form)
    assert (result.exit_code, result.stdout) == (4, "")
    assert failure(result.stderr) == (
        "There is no profile nope. See the IDs of your profiles with: trusthub-tui list\n"
    )


def test_without_a_file_no_profile_is_found_and_no_file_is_made(desk):
    assert desk.run("show", "7F3K").exit_code == 4
    assert not desk.db.exists()


def test_findings_are_told_from_the_worst_to_the_mildest(desk):
    text = shown(desk, desk.profile(but={paths.BUSINESS_NAME: "", REP_1_EMAIL: "ada@gmail.com"}))
    problem = text.index("1 problem: Trust Hub would reject the profile at once")
    missing = text.index("  Step 1, Legal business name\n    Enter the legal business name.")
    likely = text.index("1 likely rejection: the review may not accept this")
    mail = text.index("  Step 4, Representative 1: Work e-mail (reason 18606)")
    assert problem < missing < likely < mail


def test_a_rejection_at_once_shows_its_reasons_and_says_practice(desk):
    text = shown(desk, desk.profile(but={paths.WEBSITE: ""}, submit=True))
    assert "[X] Twilio Rejected (practice)" in text
    assert "Version 1, submitted to the practice Trust Hub on " in text
    assert "  Reason 22215: An answer is missing or cannot be used" in text
    assert "    The practice Trust Hub said:\n      Enter the website" in text
    assert "    Look at: Website" in text
    assert "https://www.twilio.com/docs/api/errors/22215" in text


def test_a_due_decision_is_taken_before_showing(desk):
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"}, submit=True)
    text = shown(desk, profile_id)
    assert "  Twilio Rejected (practice) on " in text
    assert "  Reason 18606: An e-mail is at another domain than the website" in text
    assert "    - Compare all three e-mails with the website" in text


def test_a_review_that_goes_on_says_when_the_decision_is_due(desk):
    profile_id = desk.profile()
    with desk.store() as store:
        hub = PracticeTrustHub(timedelta(days=1))
        Filing(store, hub, lambda: datetime.now(UTC)).submit(profile_id)
    text = shown(desk, profile_id)
    assert "[..] In Review (practice)" in text
    assert re.search(r"  In review, decision due \d\d? \w{3} \d{4} \d\d:\d\d", text)


def test_json_holds_the_whole_profile(desk):
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"}, submit=True)
    document = shown_as_json(desk, profile_id)
    assert document["id"] == profile_id
    assert document["name"] == "Northwind main"
    assert document["status"] == "twilio-rejected"
    assert document["created_at"] == "2024-11-22T14:15:00+00:00"
    assert document["answers"]["authorized_representative_1"]["email"] == "ada@gmail.com"
    [finding] = document["findings"]
    assert (finding["path"], finding["severity"], finding["predicts"]) == (REP_1_EMAIL, "warning", 18606)
    [submission] = document["submissions"]
    assert (submission["version"], submission["hub"], submission["status"]) == (
        1,
        "practice",
        "twilio-rejected",
    )
    assert submission["submitted_at"] == "2024-11-22T14:15:00+00:00"
    [reason] = submission["reasons"]
    assert (reason["code"], reason["paths"][0]) == (18606, REP_1_EMAIL)
    assert reason["title"] == "An e-mail is at another domain than the website"
    assert reason["advice"]
    assert submission["answers"] == document["answers"]


def test_the_answers_of_show_can_be_checked_as_a_file(desk, tmp_path):
    document = shown_as_json(desk, desk.profile())
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(document["answers"]), encoding="utf-8")
    assert desk.run("check", file).exit_code == 0


def test_nothing_that_steers_a_terminal_comes_out(desk):
    """Even when another program wrote it into the file."""
    profile_id = desk.draft()
    with sqlite3.connect(desk.db) as connection:
        connection.execute("UPDATE answer SET text = 'North\x1b[2J\x07wind\u202e'")
        connection.execute("UPDATE profile SET name = 'North\x1b[2Jwind', next = '\x1b[31mred'")
    connection.close()
    for words in (("list",), ("list", "--json"), ("show", profile_id), ("show", profile_id, "--json")):
        output = desk.run(*words).stdout
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", output)
        assert "u001b" not in output
