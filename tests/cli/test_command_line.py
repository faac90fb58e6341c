import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from trusthub_tui import __version__
from trusthub_tui.cli.command_line import COMMANDS
from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store

COMMAND = [sys.executable, "-m", "trusthub_tui"]


def real(*words, **more):
    """Run the real command in a process of its own."""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    more = {"capture_output": True, "stdin": subprocess.DEVNULL, "text": True, "env": buffered} | more
    return subprocess.run([*COMMAND, *map(str, words)], timeout=60, check=False, **more)


def test_the_version_is_printed():
    ended = real("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"trusthub-tui {__version__}\n", "")


@pytest.mark.parametrize("words", [("--help",), ("-h",)])
def test_help_names_every_command_and_exit_code(run, words):
    result = run(*words)
    assert result.exit_code == 0
    for word in ("--db", "--review-after", "Exit codes: 0 done"):
        assert word in result.stdout
    told = [line.split()[0] for line in result.stdout.splitlines() if re.match(r"  [a-z]+  +[A-Z]", line)]
    assert told == [
        *("new", "resume", "fix", "set", "get"),
        *("list", "show", "check", "explain", "diff", "history", "keys"),
        *("submit", "filed", "decide", "reopen", "discard"),
        *("account", "remote", "pull", "push", "evaluate", "watch"),
        *(
            "export",
            "import",
            "schema",
            "completion",
            "man",
            "backup",
            "restore",
            "doctor",
            "protect",
            "duplicate",
            "delete",
            "undo",
        ),
    ]


@pytest.mark.parametrize(
    ("columns", "widest"), [("60", 60), ("90", 90), ("9" * 5000, 100), ("1", 52), ("wide", 80), ("", 80)]
)
def test_the_help_fits_the_terminal(run, columns, widest):
    lines = run("--help", env={"COLUMNS": columns}).stdout.splitlines()
    assert widest - 12 <= max(map(len, lines)) <= widest


def test_the_help_of_a_command_is_never_cut(run):
    for command in COMMANDS:
        result = run(command, "--help")
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: trusthub-tui {command} ")
    assert "..." not in run("--help").stdout.replace("[ARGS]...", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_of_itself_what_the_help_says_of_it(run, command):
    assert run(command, "--help").stdout.splitlines()[2].strip() == COMMANDS[command].says


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            ("show", "ZZZZ", "--json"),
            {
                "code": "not-found",
                "exit": 4,
                "message": "There is no profile ZZZZ.",
                "remedy": "See the IDs of your profiles with: trusthub-tui list",
            },
        ),
        (
            ("show", "--json"),
            {
                "code": "wrong-use",
                "exit": 2,
                "message": "Missing argument 'ID'.",
                "remedy": "See: trusthub-tui show --help",
            },
        ),
        (
            ("check", "missing.json", "--json"),
            {
                "code": "wrong-use",
                "exit": 2,
                "message": "There is no file missing.json.",
                "remedy": "Check the path.",
            },
        ),
    ],
)
def test_with_json_a_failure_is_json_on_standard_error(desk, words, error):
    result = desk.run(*words)
    assert (result.exit_code, result.stdout) == (error["exit"], "")
    assert json.loads(result.stderr) == {"error": error}


def test_what_follows_two_dashes_is_no_wish_for_json(desk):
    assert desk.run("show", "--", "--json").stderr.startswith("There is no profile --json.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("lst",), "No such command 'lst'. Did you mean 'list'? See: trusthub-tui --help\n"),
        (("--colour",), "No such option '--colour'. See: trusthub-tui --help\n"),
        (("show",), "Missing argument 'ID'. See: trusthub-tui show --help\n"),
        (("show", "A", "B"), "Got unexpected extra argument (B). See: trusthub-tui show --help\n"),
        (("list", "--db"), "Option '--db' requires an argument. See: trusthub-tui --help\n"),
        (("show", "A", "\x1b[2JB"), "Got unexpected extra argument ([2JB). See: trusthub-tui show --help\n"),
        (("--db", "", "list"), "--db is empty. Give it the path of a file.\n"),
        (("resume", "7F3K", "--last"), "An ID and --last say two things. Give one of them.\n"),
    ],
)
def test_wrong_use_is_told_in_one_line(run, words, told):
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan", "inf", "1e9", ""])
def test_a_review_time_that_is_no_number_of_seconds_is_wrong_use(run, seconds):
    for words, env, name in (
        (("--review-after", seconds, "list"), {}, "--review-after"),
        (("list", "--review-after", seconds), {}, "--review-after"),
        (("list",), {"TRUSTHUB_TUI_REVIEW_AFTER": seconds}, "TRUSTHUB_TUI_REVIEW_AFTER"),
    ):
        result = run(*words, env=env)
        if not seconds and env:
            assert result.exit_code == 0  # an empty variable is none
            continue
        assert result.exit_code == 2
        joint = "=" if env else " "
        assert result.stderr == (
            f'{name} says "{seconds}", which is not a number of seconds from 0 to 31622400 (a year).'
            f" Write it in digits: {name}{joint}30.\n"
        )


@pytest.mark.parametrize("seconds", ["0", "0.5", "30", "31622400"])
def test_a_review_time_of_some_seconds_is_taken(run, seconds):
    assert run("--review-after", seconds, "list").exit_code == 0


def test_options_count_before_and_after_the_command_and_the_later_wins(run, desk, tmp_path):
    profile_id = desk.draft()
    other = tmp_path / "other.db"
    assert profile_id in run("--db", desk.db, "list").stdout
    assert profile_id in run("list", "--db", desk.db).stdout
    assert profile_id in run("--db", other, "list", "--db", desk.db).stdout
    assert profile_id not in run("--db", desk.db, "list", "--db", other).stdout


def test_an_option_anywhere_wins_over_the_environment(run, desk, tmp_path):
    profile_id = desk.draft()
    other = {"TRUSTHUB_TUI_DB": str(tmp_path / "other.db")}
    assert profile_id in run("list", env={"TRUSTHUB_TUI_DB": str(desk.db)}).stdout
    assert profile_id in run("--db", desk.db, "list", env=other).stdout
    assert profile_id in run("list", "--db", desk.db, env=other).stdout


def test_without_any_option_the_file_is_in_the_data_folder(run, desk, tmp_path):
    profile_id = desk.draft()
    folder = tmp_path / "data" / "trusthub-tui"
    folder.mkdir(parents=True)
    desk.db.rename(folder / "profiles.db")
    assert profile_id in run("list").stdout


def test_a_tilde_is_the_home_folder(run, desk, monkeypatch):
    profile_id = desk.draft()
    monkeypatch.setenv("HOME", str(desk.db.parent))
    assert profile_id in run("list", "--db=~/profiles.db").stdout


def test_a_file_that_is_not_ours_is_told_and_left_alone(desk):
    desk.db.write_text("something else entirely, long enough to be no empty database\n" * 20)
    before = desk.db.read_bytes()
    for words in (("list",), ("show", "7F3K"), ("check", "7F3K")):
        result = desk.run(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"{desk.db} ")
        assert len(result.stderr.splitlines()) == 1
    assert desk.db.read_bytes() == before


@pytest.mark.parametrize("words", [(), ("new",), ("resume",), ("resume", "--last"), ("resume", "7F3K")])
def test_without_a_terminal_the_screens_name_the_plain_commands(words, tmp_path):
    ended = real("--db", tmp_path / "p.db", *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("The screens need a terminal")
    assert "trusthub-tui show" in ended.stderr
    assert not (tmp_path / "p.db").exists()


@pytest.mark.parametrize("words", [(), ("new",)])
def test_plain_questions_need_no_terminal(words, tmp_path):
    ended = real("--db", tmp_path / "p.db", *words, "--plain")
    assert ended.returncode == 0
    assert "Commands start with a colon" in ended.stdout
    assert ended.stderr == ""


def test_no_command_opens_the_list(screens, terminal, desk):
    assert terminal("--db", desk.db) == (0, "")
    assert [(opening.profile_id, opening.new) for opening in screens] == [("", False)]


def test_new_says_on_leaving_how_to_go_on(screens, terminal, desk):
    code, printed = terminal("new", "--db", desk.db)
    assert code == 0
    with Store(desk.db, desk.clock) as store:
        made = store.profiles.last()
    assert printed == f"Draft saved. To go on:  trusthub-tui resume {made} --db {desk.db}\n"
    assert [opening.new for opening in screens] == [True]


def test_the_file_is_repeated_only_when_it_was_on_the_command_line(screens, terminal, desk, monkeypatch):
    monkeypatch.setenv("TRUSTHUB_TUI_DB", str(desk.db))
    profile_id = desk.draft()
    assert terminal("resume")[1] == f"Draft saved. To go on:  trusthub-tui resume {profile_id}\n"


def test_a_path_with_a_space_is_quoted(screens, terminal, desk):
    desk.db = desk.db.with_name("my profiles.db")
    profile_id = desk.draft()
    printed = terminal("resume", "--db", desk.db)[1]
    assert printed == f"Draft saved. To go on:  trusthub-tui resume {profile_id} --db '{desk.db}'\n"


def test_resume_takes_an_id_in_any_case(screens, terminal, desk):
    profile_id = desk.draft()
    desk.draft()
    assert terminal("--db", desk.db, "resume", profile_id.lower())[0] == 0
    assert [(opening.profile_id, opening.to_fix) for opening in screens] == [(profile_id, False)]


@pytest.mark.parametrize("words", [(), ("--last",)])
def test_resume_without_an_id_opens_the_last_one(screens, terminal, desk, words):
    desk.draft()
    last = desk.draft()
    assert terminal("--db", desk.db, "resume", *words)[0] == 0
    assert [opening.profile_id for opening in screens] == [last]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("resume",), "There is no profile to go on with. Start one with: trusthub-tui new\n"),
        (("resume", "--last"), "There is no profile to go on with. Start one with: trusthub-tui new\n"),
        (
            ("resume", "7F3K"),
            "There is no profile 7F3K. See the IDs of your profiles with: trusthub-tui list\n",
        ),
    ],
)
@pytest.mark.parametrize("with_file", [True, False])
def test_resume_of_nothing_is_not_found(screens, terminal, desk, capsys, words, told, with_file):  # noqa: PLR0917 - a table
    if with_file:
        with desk.store():
            pass
    assert terminal("--db", desk.db, *words) == (4, "")
    assert capsys.readouterr().err == told
    assert screens == []
    assert desk.db.exists() is with_file


def test_a_profile_that_is_no_draft_is_not_called_one(screens, terminal, desk):
    profile_id = desk.profile(but={paths.WEBSITE: ""}, submit=True)
    printed = terminal("--db", desk.db, "resume", profile_id)[1]
    assert printed.startswith(f"Profile saved. To go on:  trusthub-tui resume {profile_id} ")


def test_control_c_ends_a_plain_command_quietly(tmp_path):
    pipe = tmp_path / "answers.json"
    os.mkfifo(pipe)
    running = subprocess.Popen(
        [*COMMAND, "check", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with pipe.open("wb"):  # opens as soon as the command reads
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=60)
    assert (running.returncode, output, errors.strip()) == (130, "", "")


def test_a_reader_that_has_gone_is_no_reason_to_complain(desk):
    with desk.store() as store:
        for _ in range(3):
            store.profiles.create()
    reader, writer = os.pipe()
    os.close(reader)
    ended = real("--db", desk.db, "list", capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert ended.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("words", [("list",), ("list", "--json")])
def test_output_that_cannot_be_written_is_told(desk, failure, words):
    desk.draft()
    with Path("/dev/full").open("w") as full:
        ended = real("--db", desk.db, *words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 1
    assert failure(ended.stderr) == "The output could not be written: No space left on device.\n"


def test_a_terminal_without_our_letters_gets_question_marks_and_json_stays_whole(desk):
    desk.profile(but={paths.FRIENDLY_NAME: "Zürich 日本"})
    latin = {"env": os.environ | {"PYTHONIOENCODING": "iso-8859-1"}, "text": False}
    assert "Zürich ??" in real("--db", desk.db, "list", **latin).stdout.decode("iso-8859-1")
    assert '"Zürich 日本"' in real("--db", desk.db, "list", "--json", **latin).stdout.decode()
