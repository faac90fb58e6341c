import json
import re
import time

import pytest

from trusthub_tui.profile import paths


def test_a_duplicate_is_a_draft_whose_terms_are_to_be_accepted(desk):
    profile_id = desk.profile(submit=True)
    result = desk.run("duplicate", profile_id)
    made = re.fullmatch(
        r"Made draft (\w+): Northwind main \(copy\)\. Its terms are to be accepted anew\.\n", result.stdout
    )[1]
    assert desk.status(made) == "draft"
    assert desk.answers(made).keys() == desk.answers(profile_id).keys() - {paths.TERMS}
    told = json.loads(desk.run("duplicate", profile_id, "--json").stdout)
    assert (told["name"], told["status"]) == ("Northwind main (copy)", "draft")


def test_a_draft_is_deleted_without_asking_and_comes_back(desk):
    profile_id = desk.draft()
    result = desk.run("delete", profile_id)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Deleted Half done (Draft). For 30 days this brings it back: trusthub-tui undo\n"
    )
    assert desk.run("show", profile_id).exit_code == 4
    undone = desk.run("undo")
    assert (undone.exit_code, undone.stdout) == (0, "Brought back Half done (Draft).\n")
    assert desk.run("show", profile_id).exit_code == 0


def test_what_was_submitted_is_not_deleted_without_consent(desk):
    profile_id = desk.profile(submit=True)
    result = desk.run("delete", profile_id)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "with all its versions. A profile at Twilio stays. Nothing was deleted. To do it, add --yes.\n"
    )
    assert desk.run("delete", profile_id, "--yes").exit_code == 0
    assert desk.run("show", profile_id).exit_code == 4


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1), ("", 130)])
def test_at_a_terminal_the_user_is_asked(desk, terminal, typed, code):
    profile_id = desk.profile(submit=True)
    ended, printed = terminal("--db", desk.db, "delete", profile_id, typed=typed)
    assert ended == code
    assert "A profile at Twilio stays.\nDelete it? [y/N]: " in printed
    assert desk.run("show", profile_id).exit_code == (4 if code == 0 else 0)


@pytest.mark.parametrize("command", ["duplicate", "delete", "history"])
def test_an_unknown_id_is_not_found(desk, command):
    assert desk.run(command, "ZZZZ").exit_code == 4
    assert not desk.db.exists()


def test_undo_goes_back_one_thing_after_the_other(desk):
    profile_id = desk.draft()
    desk.run("duplicate", profile_id)
    desk.run("delete", profile_id)
    assert desk.run("undo").stdout == "Brought back Half done (Draft).\n"
    assert desk.run("undo").stdout == "Removed the copy Half done (copy) (Draft).\n"
    nothing = desk.run("undo")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert nothing.stderr.startswith("There is nothing to undo. ")


def test_what_cannot_be_undone_any_more_is_told_and_left(desk):
    profile_id = desk.draft()
    made = json.loads(desk.run("duplicate", profile_id, "--json").stdout)["id"]
    desk.change(made, city="Oakland")
    result = desk.run("undo")
    assert result.exit_code == 1
    assert "Half done (copy) was changed since it was copied, so it was left as it is." in result.stderr
    assert desk.answers(made)[paths.CITY] == "Oakland"


def test_when_the_newest_cannot_be_undone_the_next_undo_goes_on_to_what_was_before(desk):
    profile_id = desk.draft()
    desk.run("delete", desk.draft())
    made = json.loads(desk.run("duplicate", profile_id, "--json").stdout)["id"]
    desk.change(made, city="Oakland")
    result = desk.run("undo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Half done (copy) was changed since it was copied, so it was left as it is. Nothing was undone."
        " Undo again to take back what was done before.\n"
    )
    assert desk.run("undo").stdout == "Brought back Half done (Draft).\n"


def test_without_a_file_there_is_nothing_to_undo(desk):
    result = desk.run("undo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("There is nothing to undo.")
    assert not desk.db.exists()


@pytest.fixture
def zone(monkeypatch):
    def in_zone(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield in_zone
    monkeypatch.undo()
    time.tzset()


def test_the_history_is_told_in_the_users_own_zone(desk, zone):
    profile_id = desk.profile(submit=True)
    zone("Asia/Tokyo")
    assert desk.run("history", profile_id).stdout == (
        f"Northwind main  ({profile_id})\n"
        "22 Nov 2024 23:15:00  Created\n"
        "22 Nov 2024 23:15:00  Version 1 submitted to the practice Trust Hub\n"
        "22 Nov 2024 23:15:30  Version 1 approved by the practice Trust Hub\n"
    )


def test_the_history_in_json_has_time_kind_and_text(desk):
    told = json.loads(desk.run("history", desk.profile(submit=True), "--json").stdout)
    assert told[0] == {"at": "2024-11-22T14:15:00+00:00", "kind": "created", "text": "Created"}
    assert [event["kind"] for event in told] == ["created", "submitted", "decided"]


def test_show_tells_the_history_in_json_too(desk):
    profile_id = desk.draft()
    events = json.loads(desk.run("show", profile_id, "--json").stdout)["events"]
    assert [event["text"] for event in events] == ["Created"]
