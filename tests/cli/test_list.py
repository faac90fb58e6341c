import json
import os
import re
from datetime import timedelta

import pytest

from trusthub_tui.cells import width_of
from trusthub_tui.profile import paths


def ids(result):
    return [profile["id"] for profile in json.loads(result.stdout)]


def test_without_a_file_there_are_no_profiles_and_none_is_made(run, tmp_path):
    result = run("list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "There are no profiles yet. Start one with: trusthub-tui new\n"
    as_json = run("list", "--json")
    assert (json.loads(as_json.stdout), as_json.stderr) == ([], "")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("form", "printed"), [((), ""), (("--json",), "[]\n")])
def test_a_file_that_was_named_and_is_not_there_is_said_to_be_missing(run, tmp_path, form, printed):
    named = tmp_path / "no folder" / "profiles.db"
    told = f"There is no file {named} yet. Look at how its name is written; to start one with a first profile"
    for words, env, how in (
        (("--db", named), {}, f": trusthub-tui --db '{named}' new\n"),
        ((), {"TRUSTHUB_TUI_DB": str(named)}, ": trusthub-tui new\n"),
    ):
        result = run(*words, "list", *form, env=env)
        assert (result.exit_code, result.stdout) == (0, printed)
        assert result.stderr == told + how
    assert not named.parent.exists()


def test_an_empty_file_that_was_named_has_no_profiles_yet(desk):
    desk.store().close()
    result = desk.run("list")
    assert (result.stdout, result.stderr) == (
        "There are no profiles yet. Start one with: trusthub-tui new\n",
        "",
    )


def test_the_table_shows_id_badge_name_next_and_last_change(desk, monkeypatch):
    profile_id = desk.draft()
    heading, line = desk.run("list").stdout.splitlines()
    assert heading.split() == ["ID", "Status", "Name", "What", "is", "next", "Last", "change"]
    assert line.startswith(f"{profile_id}  [~] Draft")
    assert "Half done" in line
    assert heading.index("Name") == line.index("Half done")
    assert heading.index("What is next") == line.index("0 of 7 steps ready")


def test_json_is_an_array_of_profiles(desk):
    profile_id = desk.draft()
    assert json.loads(desk.run("list", "--json").stdout) == [
        {
            "id": profile_id,
            "name": "Half done",
            "status": "draft",
            "hub": "",
            "checked_at": None,
            "next": "0 of 7 steps ready",
            "changed_at": "2024-11-22T14:15:00+00:00",
        }
    ]


def test_json_keeps_the_letters_of_a_name(desk):
    desk.profile(but={paths.FRIENDLY_NAME: "Zürich 日本"})
    assert '"name": "Zürich 日本"' in desk.run("list", "--json").stdout


def test_who_needs_the_user_comes_first(desk):
    fine, rejected = desk.profile(), desk.profile(but={paths.WEBSITE: ""}, submit=True)
    desk.now += timedelta(minutes=5)
    later = desk.draft()
    assert ids(desk.run("list", "--json")) == [rejected, later, fine]


def test_decisions_that_are_due_are_taken_first(desk):
    desk.profile(submit=True)
    [listed] = json.loads(desk.run("list", "--json").stdout)
    assert (listed["status"], listed["next"]) == ("twilio-approved", "Nothing to do")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_file_that_cannot_be_written_is_listed_as_it_is(desk):
    desk.profile(submit=True)
    desk.db.chmod(0o400)
    [listed] = json.loads(desk.run("list", "--json").stdout)
    assert listed["status"] == "in-review"


def test_a_long_name_is_cut_to_the_width_of_the_terminal(desk, terminal):
    desk.profile(but={paths.FRIENDLY_NAME: "Northwind " * 6})
    code, text = terminal("--db", desk.db, "list", columns=80)
    heading, line = text.splitlines()
    assert code == 0
    assert max(width_of(heading), width_of(line)) <= 80
    assert re.search(r" Northwind \S*\.\.  ", line)
    assert "0 of 7 steps ready" in line


def test_a_pipe_gets_what_is_next_uncut(desk):
    desk.draft(**{paths.POSTAL_CODE: "9", paths.FRIENDLY_NAME: "Northwind " * 4})
    assert f"{('Northwind ' * 4).strip()}  0 of 7 steps ready  " in desk.run("list").stdout


def test_one_long_name_is_cut_everywhere_but_in_json(desk, terminal):
    name = "N" * 3608
    desk.profile(but={paths.FRIENDLY_NAME: name})
    desk.draft()
    _, wide = terminal("--db", desk.db, "list", columns=300)
    for text in (desk.run("list").stdout, wide):
        assert f"  {'N' * 38}..  " in text
        assert max(map(width_of, text.splitlines())) < 120
    assert name in {one["name"] for one in json.loads(desk.run("list", "--json").stdout)}


def test_what_is_in_review_at_twilio_waits_for_its_decision(desk):
    filed, practised = desk.profile(), desk.profile()
    desk.run("filed", filed)
    desk.run("--review-after", "3600", "submit", practised, "--yes")
    told = {one["id"]: one["next"] for one in json.loads(desk.run("list", "--json").stdout)}
    assert told == {filed: "Enter Twilio's decision", practised: "Nothing to do"}


def test_wide_and_combining_letters_do_not_disturb_the_columns(desk):
    desk.profile(but={paths.FRIENDLY_NAME: "日本の会社"})
    desk.profile(but={paths.FRIENDLY_NAME: "Cafe\u0301"})
    text = desk.run("list").stdout
    assert "  日本の会社  0 of 7" in text
    assert "  Cafe\u0301        0 of 7" in text


@pytest.mark.parametrize("columns", [20, 40, 50])
def test_in_a_narrow_terminal_each_profile_has_lines_of_its_own(desk, terminal, columns):
    profile_id = desk.profile(but={paths.FRIENDLY_NAME: "Northwind"})
    _, text = terminal("--db", desk.db, "list", columns=columns)
    lines = text.splitlines()
    assert lines[0].startswith(f"{profile_id}  [~] Draft")
    assert lines[1] == "  Northwind"
    assert "(practice)" not in lines[0]
    assert max(map(width_of, lines)) <= columns


def test_a_hundred_profiles_are_all_listed(desk):
    with desk.store() as store:
        made = {store.profiles.create().id for _ in range(100)}
    assert set(ids(desk.run("list", "--json"))) == made
    assert len(desk.run("list").stdout.splitlines()) == 101


@pytest.mark.parametrize("columns", [40, 100])
def test_a_practice_decision_never_looks_like_one_of_twilio(desk, terminal, columns):
    practised, filed = desk.profile(submit=True), desk.profile()
    assert desk.run("filed", filed).exit_code == 0
    assert desk.run("decide", filed, "--yes", "--approved").exit_code == 0
    _, text = terminal("--db", desk.db, "list", columns=columns)
    lines = {line.split()[0]: line for line in text.splitlines()}
    assert "[OK] Twilio Approved (practice)" in lines[practised]
    assert "[OK] Twilio Approved" in lines[filed]
    assert "(practice)" not in lines[filed]
    told = {one["id"]: one["hub"] for one in json.loads(desk.run("list", "--json").stdout)}
    assert told == {practised: "practice", filed: "twilio"}


def test_a_copy_of_a_practised_profile_was_never_reviewed(desk):
    desk.run("duplicate", desk.profile(submit=True))
    assert "[~] Draft  " in desk.run("list").stdout
