import json

import pytest

from trusthub_tui.profile import paths

REP_1_EMAIL = paths.of_representative(1, "email")
SID = "BU0123456789abcdef0123456789abcdef"
OTHER_SID = "BU" + "f" * 32

MAIL = (
    "Subject: Your Primary Customer Profile has been rejected\n\n"
    "Hello,\n\nYour Primary Customer Profile was rejected for the following reasons:\n\n"
    "Error 18602: The Business Registration Number could not be verified.\n"
)


@pytest.fixture
def filed(desk):
    """A profile in review at Twilio, its SID known."""
    profile_id = desk.profile()
    assert desk.run("filed", profile_id, "--sid", SID).exit_code == 0
    return profile_id


@pytest.fixture
def saved(tmp_path):
    def written(content, name="mail.eml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def decision(desk, profile_id):
    with desk.store() as store:
        return store.submissions.of(profile_id)[-1].decision


def codes(desk, profile_id):
    return [reason.code for reason in decision(desk, profile_id).reasons]


def test_an_email_is_read_from_a_file(desk, filed, saved):
    result = desk.run("decide", filed, "--yes", "--from", saved(MAIL))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "It is now [X] Twilio Rejected.\n  Reason 18602: " in result.stdout
    assert result.stdout.endswith(
        f"See what to do with: trusthub-tui fix {filed}\nTo take the decision back: trusthub-tui undo\n"
    )
    [reason] = decision(desk, filed).reasons
    assert reason.code == 18602
    assert any("could not be verified" in words for words in reason.words)


def test_it_is_read_from_standard_input_too(desk, filed):
    assert desk.run("decide", filed, "--yes", "--from", "-", typed=MAIL).exit_code == 0
    assert codes(desk, filed) == [18602]


def test_the_api_tells_it_as_json(desk, filed, saved):
    told = {"sid": SID, "status": "twilio-approved", "friendly_name": "Northwind"}
    result = desk.run("decide", filed, "--yes", "--from", saved(json.dumps(told)))
    assert result.exit_code == 0
    assert "It is now [OK] Twilio Approved." in result.stdout
    assert desk.status(filed) == "twilio-approved"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_whatever_the_mail_program_made_of_them(desk, filed, saved, encoding):
    text = MAIL.replace("Hello", "Grüße “Ada”")
    assert desk.run("decide", filed, "--yes", "--from", saved(text.encode(encoding))).exit_code == 0
    assert codes(desk, filed) == [18602]


def test_json_with_a_byte_order_mark_is_read_too(desk, filed, saved):
    told = json.dumps({"sid": SID, "status": "twilio-approved"})
    assert desk.run("decide", filed, "--yes", "--from", saved(told.encode("utf-8-sig"))).exit_code == 0


@pytest.mark.parametrize(
    "given",
    [
        ("--code", "18602", "--code", "18606"),
        ("--code", "18602,18606"),
        ("--code", " 18602 18606 "),
        ("--code", "18602", "--code", "18606", "--sid", SID),
    ],
)
def test_codes_can_be_given_one_by_one(desk, filed, given):
    assert desk.run("decide", filed, "--yes", *given).exit_code == 0
    assert codes(desk, filed) == [18602, 18606]


def test_a_code_nobody_knows_is_kept(desk, filed):
    assert (
        "  Reason: Twilio gave code 19999\n" in desk.run("decide", filed, "--yes", "--code", "19999").stdout
    )
    assert codes(desk, filed) == [19999]


def test_json_tells_how_the_version_stands(desk, filed):
    told = json.loads(desk.run("decide", filed, "--yes", "--code", "18602", "--json").stdout)
    assert (told["id"], told["version"], told["status"]) == (filed, 1, "twilio-rejected")
    assert [reason["code"] for reason in told["reasons"]] == [18602]


def test_the_same_decision_twice_counts_once_and_says_so(desk, filed):
    assert desk.run("decide", filed, "--yes", "--code", "18602").exit_code == 0
    first = decision(desk, filed)
    again = desk.run("decide", filed, "--yes", "--code", "18602")
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout.startswith("This decision was known already; nothing was changed.\n")
    assert decision(desk, filed) == first


def test_another_decision_about_the_same_version_is_refused(desk, filed):
    desk.run("decide", filed, "--yes", "--code", "18602")
    result = desk.run("decide", filed, "--yes", "--approved")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Version 1 of profile {filed} was already decided: Twilio Rejected.")
    assert desk.status(filed) == "twilio-rejected"


def test_a_practice_review_can_be_decided_to_rehearse_an_outcome(desk):
    profile_id = desk.profile()
    desk.run("--review-after", "3600", "submit", profile_id, "--yes")
    result = desk.run("decide", profile_id, "--yes", "--code", "18604")
    assert result.exit_code == 0
    assert "It is now [X] Twilio Rejected (practice)." in result.stdout


def test_a_practice_review_that_is_due_has_its_own_decision(desk):
    """Whether or not somebody has looked at the list meanwhile."""
    profile_id = desk.profile(submit=True)
    result = desk.run("decide", profile_id, "--yes", "--code", "18604")
    assert result.exit_code == 1
    assert desk.status(profile_id) == "twilio-approved"


def test_a_draft_has_no_decision_to_wait_for(desk):
    profile_id = desk.profile()
    result = desk.run("decide", profile_id, "--yes", "--approved")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Profile {profile_id} was not submitted yet.")
    assert desk.status(profile_id) == "draft"


@pytest.mark.parametrize(
    ("given", "typed"),
    [
        (("--code", "18602", "--sid", OTHER_SID), None),
        (("--from", "-"), f"{MAIL}\nProfile: {OTHER_SID}"),
        (("--from", "-"), json.dumps({"sid": OTHER_SID, "status": "twilio-approved"})),
    ],
)
def test_a_decision_about_another_profile_is_refused(desk, filed, given, typed):
    result = desk.run("decide", filed, "--yes", *given, typed=typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"This decision is about {OTHER_SID}" in result.stderr
    assert decision(desk, filed) is None


def test_a_text_about_another_profile_than_the_sid_says_is_refused(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    result = desk.run(
        *("decide", profile_id, "--yes", "--from", "-", "--sid", OTHER_SID), typed=f"{MAIL}\nProfile: {SID}"
    )
    assert result.exit_code == 2
    assert result.stderr.startswith(f"The decision is about {SID}, and --sid names {OTHER_SID}.")
    assert decision(desk, profile_id) is None


def test_a_sid_that_nobody_told_before_is_remembered(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    assert desk.run("decide", profile_id, "--yes", "--approved", "--sid", SID).exit_code == 0
    assert f"At Twilio it is {SID}" in desk.run("show", profile_id).stdout


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\t ",
        b"Hello, how are you?",
        b"Your profile is still in review.",
        b"\x00\x01\x02" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b'{"sid": "BU01", "stat',
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"x" * 300_000,
        (MAIL + "Your profile has been approved.\n").encode(),
        f"{SID}\n{OTHER_SID}\n{MAIL}".encode(),
    ],
)
def test_what_holds_no_decision_is_refused_and_changes_nothing(desk, filed, saved, content):
    result = desk.run("decide", filed, "--yes", "--from", saved(content))
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "Nothing was changed." in result.stderr
    assert decision(desk, filed) is None
    assert desk.status(filed) == "in-review"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "A decision comes from one place. Give it with --from FILE"),
        (("--approved", "--code", "18602"), "A decision comes from one place."),
        (("--approved", "--from", "-"), "A decision comes from one place."),
        (("--from", "-", "--code", "18602"), "A decision comes from one place."),
        (("--from", ""), "--from is empty. Give it the path of a file"),
        (("--code", "1860"), "A code has five digits. Type it as Twilio gave it, such as 18602"),
        (("--code", ""), "A code has five digits."),
        (("--code", "18602,"), "A code has five digits."),
        (("--code", "-8602"), "A code has five digits."),
        (("--approved", "--sid", "BU12"), "SID has 2 of 32 digits after BU."),
        (("--from", "/nowhere/mail.eml"), "There is no file /nowhere/mail.eml. Check the path."),
        (("--from", "/"), "/ cannot be read: Is a directory. Check the path."),
    ],
)
def test_wrong_use_is_told_in_one_line_and_changes_nothing(desk, filed, given, told):
    result = desk.run("decide", filed, "--yes", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1
    assert decision(desk, filed) is None


def test_an_unknown_id_is_not_found(desk):
    assert desk.run("decide", "ZZZZ", "--yes", "--approved").exit_code == 4
    assert not desk.db.exists()


def test_somebody_at_a_terminal_is_told_what_to_paste(desk, filed, terminal, capsys):
    code, printed = terminal("--db", desk.db, "decide", filed, "--yes", "--from", "-", typed=MAIL)
    assert code == 0
    assert "Reason 18602" in printed
    assert capsys.readouterr().err == (
        "Twilio's e-mail, its JSON, or codes, then Ctrl+D on a line of its own:\n"
    )


def test_a_decision_by_hand_is_in_the_history(desk, filed):
    desk.run("decide", filed, "--yes", "--code", "18602")
    told = [event["text"] for event in json.loads(desk.run("history", filed, "--json").stdout)]
    assert told == [
        "Created",
        f"Version 1 filed in the Console as {SID}",
        "Version 1 rejected by Twilio: 18602",
    ]
