import json
import re

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import acknowledge_reason

REP_1_EMAIL = paths.of_representative(1, "email")


@pytest.fixture
def rejected(desk):
    """A profile that the practice review rejects for an e-mail at another domain."""
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"}, submit=True)
    desk.run("list")
    return profile_id


def fixed(desk, profile_id):
    result = desk.run("fix", profile_id)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def as_json(desk, profile_id):
    result = desk.run("fix", profile_id, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def keep(desk, profile_id, note):
    with desk.store() as store:
        [submission] = store.submissions.of(profile_id)
        reason = submission.decision.reasons[0]
        store.profiles.acknowledge(profile_id, acknowledge_reason(reason, submission, note, desk.now))


def test_each_reason_is_told_with_meaning_questions_values_advice_and_state(desk, rejected):
    text = fixed(desk, rejected)
    for line in (
        f"Northwind main  ({rejected})",
        "1 reason, 0 dealt with",
        "1  Reason 18606: An e-mail is at another domain than the website [To fix]",
        "   What was sent:",
        "     Step 4, Representative 1: Work e-mail: ada@gmail.com",
        "     Step 3, Website: https://www.northwindrobotics.com",
        "   https://www.twilio.com/docs/api/errors/18606",
        f"When all is dealt with, submit it again with: trusthub-tui submit {rejected} --yes",
    ):
        assert line in text.splitlines()
    assert re.search(
        r"^\[X\] Twilio Rejected \(practice\) on \d\d? \w{3} \d{4} \d\d:\d\d, version 1$", text, re.M
    )
    assert "\n   - Use mailboxes at the website's domain" in text


def test_a_decision_that_is_due_is_taken_first(desk):
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"}, submit=True)
    assert "Reason 18606" in fixed(desk, profile_id)


def test_the_words_that_came_with_a_reason_are_told_as_received(desk):
    text = fixed(desk, desk.profile(but={paths.WEBSITE: ""}, submit=True))
    assert "   The practice Trust Hub said:\n     Enter the website" in text
    assert "     Step 3, Website: Not provided" in text


def test_a_changed_answer_is_shown_beside_what_was_sent_and_deals_with_the_reason(desk, rejected):
    desk.change(rejected, website_url="https://gmail.com")
    text = fixed(desk, rejected)
    assert "1 reason, 1 dealt with" in text
    assert "18606: An e-mail is at another domain than the website [Changed]" in text
    assert "     Step 3, Website: https://www.northwindrobotics.com\n       now: https://gmail.com\n" in text
    told = as_json(desk, rejected)["reasons"][0]
    assert told["state"] == "changed"
    website = next(one for one in told["questions"] if one["path"] == paths.WEBSITE)
    assert website == {
        "path": paths.WEBSITE,
        "label": "Website",
        "sent": "https://www.northwindrobotics.com",
        "now": "https://gmail.com",
        "changed": True,
    }


def test_what_is_the_same_to_twilio_deals_with_nothing(desk, rejected):
    desk.change(rejected, website_url="www.northwindrobotics.com")
    assert "       now: www.northwindrobotics.com (the same to Twilio)" in fixed(desk, rejected)
    [reason] = as_json(desk, rejected)["reasons"]
    assert reason["state"] == "to-fix"
    assert not any(question["changed"] for question in reason["questions"])


def test_a_reason_that_was_kept_is_told_with_its_note(desk, rejected):
    keep(desk, rejected, "Gmail is our own company")
    text = fixed(desk, rejected)
    assert "website [Kept]" in text
    assert "   You said it is right: Gmail is our own company." in text
    [reason] = as_json(desk, rejected)["reasons"]
    assert (reason["state"], reason["acknowledged"]["note"]) == ("acknowledged", "Gmail is our own company")


def test_json_tells_the_rejected_version_and_every_reason(desk, rejected):
    told = as_json(desk, rejected)
    assert (told["id"], told["status"], told["version"]) == (rejected, "twilio-rejected", 1)
    assert told["hub"] == "practice"
    assert told["decided_at"] == "2024-11-22T14:15:30+00:00"
    [reason] = told["reasons"]
    assert (reason["code"], reason["state"], reason["acknowledged"]) == (18606, "to-fix", None)
    assert [question["path"] for question in reason["questions"]] == reason["paths"]
    assert reason["advice"]
    assert reason["page"].endswith("18606")


def test_what_twilio_rejected_is_to_be_carried_over_again(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    desk.run("decide", profile_id, "--yes", "--code", "18601")
    assert fixed(desk, profile_id).endswith(
        "\nWhen all is dealt with, carry it over to the Twilio Console again:\n"
        f"  trusthub-tui resume {profile_id}   and there the copy sheet: Esc, then x\n"
        f"  trusthub-tui filed {profile_id}    once it is submitted there\n"
        "A practice submission does not change Twilio's decision.\n"
    )


def test_a_rejection_without_reasons_says_where_to_look(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    desk.run("decide", profile_id, "--yes", "--from", "-", typed="Twilio Rejected")
    text = fixed(desk, profile_id)
    assert "\nIt came without reasons: look into Twilio's e-mail and into the Console.\n" in text
    assert "[X] Twilio Rejected on " in text
    assert "(practice)" not in text


def test_a_reason_in_words_alone_has_no_code(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    desk.run(
        "decide", profile_id, "--yes", "--from", "-", typed="Your profile was rejected because it is blue."
    )
    text = fixed(desk, profile_id)
    assert "1  Reason: Twilio gave no code [To fix]" in text
    assert "   Twilio said:\n" in text
    assert "because it is blue" in text
    assert desk.run("history", profile_id).stdout.endswith("  Version 1 rejected by Twilio\n")


def test_a_code_nobody_knows_is_kept_and_said_to_be_unknown(desk):
    profile_id = desk.profile(submit=False)
    desk.run("filed", profile_id)
    desk.run("decide", profile_id, "--yes", "--code", "19999")
    text = fixed(desk, profile_id)
    assert "1  Reason: Twilio gave code 19999 [To fix]" in text
    assert "\n  Reason: Twilio gave code 19999\n" in desk.run("show", profile_id).stdout
    assert "What was sent" not in text


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda desk: desk.profile(), "it is Draft. See what is left to do with: trusthub-tui check "),
        (
            lambda desk: desk.profile(submit=True),
            "it is Twilio Approved. See how it stands with: trusthub-tui show ",
        ),
    ],
)
def test_what_is_not_rejected_has_nothing_to_fix(desk, failure, make, told, form):
    profile_id = make(desk)
    result = desk.run("fix", profile_id, *form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert failure(result.stderr) == f"Profile {profile_id} is not rejected: {told}{profile_id}\n"


def test_an_unknown_id_is_not_found(desk):
    assert desk.run("fix", "ZZZZ").exit_code == 4
    assert not desk.db.exists()


def test_in_a_terminal_the_fix_list_opens(desk, rejected, screens, terminal):
    code, printed = terminal("--db", desk.db, "fix", rejected.lower())
    assert code == 0
    assert [(opening.profile_id, opening.to_fix) for opening in screens] == [(rejected, True)]
    assert printed.startswith(f"Profile saved. To go on:  trusthub-tui resume {rejected} ")


def test_json_in_a_terminal_opens_no_screen(desk, rejected, screens, terminal):
    code, printed = terminal("--db", desk.db, "fix", rejected, "--json")
    assert (code, screens) == (0, [])
    assert json.loads(printed)["id"] == rejected


def test_plain_questions_begin_at_the_reasons(desk, rejected, screens):
    ended = desk.run("fix", rejected, "--plain")
    assert (ended.exit_code, screens) == (0, [])
    assert "1 reason. 0 dealt with." in ended.output
    assert "Number of a reason, Enter for the first to fix, or a command?" in ended.output


def test_without_an_id_the_one_rejected_profile_is_meant(desk):
    assert desk.run("fix", "--json").exit_code == 4
    desk.draft()
    assert "No profile is rejected" in desk.run("fix").stderr
    rejected = desk.versions("Oakland")
    assert json.loads(desk.run("fix", "--json").stdout)["id"] == rejected
    other = desk.versions("Berlin")
    several = desk.run("fix")
    assert several.exit_code == 2
    assert "2 profiles are rejected" in several.stderr
    assert rejected in several.stderr
    assert other in several.stderr
