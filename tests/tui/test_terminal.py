"""In a real terminal: nothing typed is lost however the program ends, and the terminal is given back."""

import shlex
import signal
import stat
import subprocess
import sys

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's pseudo-terminals")

F1, F9, CTRL_Q, ESCAPE, DOWN, END = "\x1bOP", "\x1b[20~", "\x11", "\x1b", "\x1b[B", "\x1b[F"
ALT_E, ALT_R = ESCAPE + "e", ESCAPE + "r"
PATIENCE = 20.0
ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]


@pytest.fixture
def draft(desk):
    """A draft in a file that nobody else has open."""
    made = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 4))
    desk.store.close()
    return made


def answers(desk, draft):
    with Store(desk.file, desk.clock) as store:
        return dict(store.profiles.get(draft).answers)


def before_cursor(terminal):
    column, row = terminal.caret
    return terminal.screen.splitlines()[row][:column]


def behind_cursor(terminal):
    column, row = terminal.caret
    return terminal.screen.splitlines()[row][column:]


def test_what_was_typed_ahead_survives_a_kill_and_is_gone_on_with_at_the_same_caret(desk, draft, terminals):
    with terminals(desk.file, "resume", "--last") as terminal:
        terminal.send("XYZ")  # before there is anything to see
        terminal.shows("NortXYZhwind main profile")
        terminal.signal(signal.SIGKILL)
        terminal.ended()
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "NortXYZhwind main profile"
    with terminals(desk.file, "resume", "--last") as terminal:
        terminal.until(lambda: before_cursor(terminal).endswith(" NortXYZ"), "the cursor on the caret")
        terminal.send("!")
        terminal.shows("NortXYZ!hwind")


def test_ctrl_q_gives_the_terminal_back_and_prints_the_way_back(desk, draft, terminals):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        assert terminal.mode("alternate screen")
        assert terminal.cursor_shown, "screen readers follow the terminal's cursor"
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.restored
        assert f"Draft saved. To go on:  trusthub-tui resume {draft}".encode() in terminal.written


@pytest.mark.parametrize(
    "signals",
    [
        pytest.param((), id="end of input alone"),
        pytest.param((signal.SIGHUP, signal.SIGCONT), id="as the kernel tells the leader of a session"),
    ],
)
def test_closing_the_terminal_ends_the_program_and_loses_nothing(desk, draft, terminals, signals):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("NortXYZhwind")
        terminal.hang_up()
        for number in signals:
            terminal.signal(number)
        assert terminal.ended() == 128 + signal.SIGHUP
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "NortXYZhwind main profile"


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_a_signal_ends_the_program_also_when_the_terminal_takes_nothing(desk, draft, terminals, number):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("NortXYZhwind")
        terminal.stop()
        terminal.send(DOWN * 50)  # what is to be painted waits, and then the program with it
        terminal.signal(number)
        assert terminal.process.wait(PATIENCE) == 128 + number
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "NortXYZhwind main profile"


@pytest.mark.parametrize(
    ("keys", "step"),
    [
        pytest.param(ALT_R + DOWN, "Step 7 of 7", id="before another sequence"),
        pytest.param(ALT_E + ALT_E + ALT_R, "Step 7 of 7", id="one after another"),
        pytest.param(ALT_E * 20, "Step 2 of 7", id="held down"),
    ],
)
def test_a_letter_with_alt_is_a_command_whatever_follows_it(desk, terminals, keys, step):
    draft = desk.profile({}, Place(1, paths.FRIENDLY_NAME, 0))
    desk.store.close()
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("a^b")
        terminal.shows("a^b")
        terminal.send(keys)
        terminal.shows(step)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert answers(desk, draft) == {paths.FRIENDLY_NAME: "a^b"}


def test_a_paste_presses_no_keys(desk, draft, terminals):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send(f"\x1b[200~o{ALT_R}n{DOWN}e\x1b[201~")
        terminal.shows("Nortorn[Behwind")
        assert "Step 1 of 7" in terminal.screen
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "Nortorn[Behwind main profile"


def test_what_terminals_answer_and_send_besides_keys_changes_no_answer(desk, draft, terminals):
    before = answers(desk, draft)
    answered = "\x1b[?1u\x1b[?62;4c\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|st(0.9)\x1b\\\x1b[12;40R\x1b[M #!"
    unknown = "\x1b[97~\x1b[97u\x1b[99~\x1b.\x1b1\x1bOx\x1b[<0;;M\x1b[" + "1;" * 40 + "Z"
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send(answered + unknown + "\x1b[C!")
        terminal.shows("North!wind main profile")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert answers(desk, draft) == before | {paths.FRIENDLY_NAME: "North!wind main profile"}


def test_function_keys_escape_and_pastes_arrive_as_terminals_send_them(desk, draft, terminals):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("\x1b[200~two\nlines\x1b[201~")
        terminal.shows("Norttwo lineshwind")
        terminal.send(F1)
        terminal.shows("Type to find.")
        terminal.send(ESCAPE)
        terminal.until(lambda: "Type to find." not in terminal.screen, "the end of the help")
        terminal.send(ESCAPE + "r")
        terminal.shows("Step 7 of 7")
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "Norttwo lineshwind main profile"


def test_an_unexpected_error_shows_no_answers_and_gives_the_terminal_back(desk, draft, terminals, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import trusthub_tui.tui.page as page\n"
        "def broken(self, dialog): secret = 'NORTHWIND'; raise RuntimeError(secret)\n"
        "page.Page.ask = broken\n"
    )
    with terminals(desk.file, "resume", draft, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send(F1)
        assert terminal.ended() != 0
        assert terminal.restored
        last = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"RuntimeError" in last
        assert b"NORTHWIND" not in last
        assert b"Traceback" not in last
        assert b"Everything you typed is saved. To go on:" in b" ".join(last.split())
        assert f"trusthub-tui resume {draft} --db {desk.file}".encode() in last


FULL_DISK = """
from pathlib import Path
from trusthub_tui.store.errors import DiskFull
from trusthub_tui.store.profiles import Profiles
def full(*_, **__): raise DiskFull(Path("profiles.db"))
Profiles.save = full
"""

BROKEN_STORE = (
    FULL_DISK
    + """
import trusthub_tui.tui.page as page
def broken(self, dialog): raise RuntimeError("NORTHWIND")
page.Page.ask = broken
"""
)

BROKEN_KEYBOARD = """
from trusthub_tui.tui.terminal.keyboard import Keyboard
def broken(self, data): secret = "NORTHWIND"; raise RuntimeError(secret)
Keyboard.feed = broken
"""


def test_after_an_unexpected_error_what_is_not_saved_is_named_and_can_be_had_back(
    desk, draft, terminals, tmp_path
):
    (tmp_path / "sitecustomize.py").write_text(BROKEN_STORE)
    with terminals(desk.file, "resume", draft, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("NortXYZhwind")
        terminal.send(F1)
        assert terminal.ended() == 1
        assert terminal.restored
        last = terminal.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert "Not saved: Profile name." in last
    assert "is saved" not in last
    assert "--dev" not in last
    (rescued,) = desk.file.parent.glob("*.rescued-*")
    assert str(rescued) in last
    assert stat.S_IMODE(rescued.stat().st_mode) == 0o600
    back = next(line for line in last.splitlines() if " import " in line)
    ran = subprocess.run(
        [sys.executable, "-m", "trusthub_tui", *shlex.split(back)[1:], "--yes"], check=False, timeout=60
    )
    assert ran.returncode == 0
    assert answers(desk, draft)[paths.FRIENDLY_NAME] == "NortXYZhwind main profile"


def test_an_error_in_the_thread_that_reads_the_keys_is_told_like_any_other(desk, draft, terminals, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(BROKEN_KEYBOARD)
    with terminals(desk.file, "resume", draft, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("X")
        assert terminal.ended() == 1
        assert terminal.restored
        last = terminal.written.rpartition(b"\x1b[?1049l")[2]
    assert b"(RuntimeError)" in last
    assert b"NORTHWIND" not in last
    assert b"Traceback" not in last
    assert b"Everything you typed is saved" in last


@pytest.mark.parametrize("ending", ["", "Gasse 3, 8001 Zürich"], ids=["its own text", "typed text behind it"])
def test_at_the_end_of_a_text_the_terminal_s_caret_is_where_it_is_painted(desk, draft, terminals, ending):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send(END + ending)
        text = "Northwind main profile" + ending
        terminal.until(lambda: before_cursor(terminal).endswith(text), "the caret right behind the text")
        terminal.send(F1)
        empty = "Find a command or a key"
        terminal.until(
            lambda: behind_cursor(terminal).startswith(empty), "the caret at the start of the line"
        )
        terminal.send("undo")
        terminal.until(lambda: before_cursor(terminal).endswith("undo"), "the caret right behind the words")


def test_in_a_dialog_the_terminal_s_caret_is_in_what_asks_from_the_start(desk, terminals):
    waiting = desk.profile()
    desk.filing.filed(waiting, "")
    desk.store.close()
    with terminals(desk.file, "resume", waiting) as terminal:
        terminal.shows("In Review")
        terminal.send("p")
        terminal.shows("F9, or Tab and Enter, goes on")

        def in_the_field():
            _, row = terminal.caret
            above = terminal.screen.splitlines()[row - 2]
            return "or the word approved" in above and before_cursor(terminal).endswith("│  ")

        terminal.until(in_the_field, "the caret in the empty field, under the words")


def test_nothing_that_is_typed_is_logged_whatever_is_asked_of_the_library(desk, draft, terminals, tmp_path):
    log = tmp_path / "log"
    wanted = {"TEXTUAL_LOG": str(log), "TEXTUAL_DEBUG": "1", "TEXTUAL": "debug,devtools"}
    pictures = {
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL_PRESS": "Q,Q",
    }
    with terminals(desk.file, "resume", draft, **wanted, **pictures) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("NortXYZhwind main profile")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert [file.name for file in tmp_path.iterdir()] == [desk.file.parent.name]


@pytest.mark.parametrize(
    ("surroundings", "shown"),
    [
        pytest.param({}, True, id="a terminal that says so"),
        pytest.param({"STY": "4711.pts-0.host", "TERM": "screen"}, False, id="GNU screen"),
        pytest.param(
            {"STY": "4711.pts-0.host", "TERM": "screen.xterm-256color"}, False, id="with 256 colours"
        ),
        pytest.param({"STY": "4711.pts-0.host", "TMUX": "/run/tmux,1,0"}, True, id="tmux in it"),
    ],
)
def test_all_colours_are_only_sent_to_what_shows_them(
    desk, draft, terminals, monkeypatch, surroundings, shown
):
    for name in ("TMUX", "STY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    with terminals(desk.file, "resume", draft, COLORTERM="truecolor", **surroundings) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.shows("Northwind main profile")
        assert (b"38;2;" in terminal.written) is shown


def test_without_a_terminal_the_screens_are_not_started(desk, draft):
    for arguments in ((), ("new",), ("resume", draft)):
        ended = subprocess.run(
            [sys.executable, "-m", "trusthub_tui", "--db", str(desk.file), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 2
        assert "terminal" in ended.stderr
        assert ended.stdout == ""


def test_what_others_do_is_shown_without_any_key(desk, draft, terminals):
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        with Store(desk.file, desk.clock) as store:
            store.profiles.save(draft, {paths.FRIENDLY_NAME: "Changed elsewhere"}, Place())
        terminal.shows("Changed elsewhere")


def test_a_window_that_was_killed_does_not_keep_the_next_one_from_writing(desk, draft, terminals):
    with terminals(desk.file, "resume", draft) as first:
        with Store(desk.file, desk.clock) as store:
            first.until(lambda: store.windows.writer(draft) is not None, "the first window's place")
        with terminals(desk.file, "resume", draft) as second:
            second.shows("Ctrl+R takes over")
            first.signal(signal.SIGKILL)
            first.ended()
            second.until(lambda: "Ctrl+R takes over" not in second.screen, "the end of reading only")
            second.send("XYZ")
            second.shows("NortXYZhwind")


def test_after_leaving_and_losing_nothing_says_that_the_draft_is_saved(desk, draft, terminals, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK)
    with terminals(desk.file, "resume", draft, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("Not saved")
        terminal.send(CTRL_Q)
        terminal.shows("Leave without saving?")
        terminal.send("\x1b[D")
        terminal.send("\r")
        assert terminal.ended() == 0
        last = terminal.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert "Draft saved" not in last
    assert f"Not everything is saved. To go on:  trusthub-tui resume {draft}" in last


def test_a_signal_puts_what_is_not_saved_beside_the_file(desk, draft, terminals, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK)
    with terminals(desk.file, "resume", draft, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.send("XYZ")
        terminal.shows("Not saved")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        last = terminal.written.rpartition(b"\x1b[?1049l")[2].decode()
    (rescued,) = desk.file.parent.glob("*.rescued-*")
    assert str(rescued) in last
    assert "NortXYZhwind main profile" in rescued.read_text()
