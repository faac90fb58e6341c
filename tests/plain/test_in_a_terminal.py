"""Plain questions in a real terminal: nothing is painted over, and a kill or another door loses nothing."""

import os
import re
import signal
from contextlib import closing, suppress
from pathlib import Path

import pytest

from screenshots.transcript import PLAIN, form
from tests.support.terminal import Terminal
from trusthub_tui.plain.voice import TerminalVoice
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

ESCAPE = b"\x1b"


@pytest.fixture
def draft(desk):
    return desk.profile({}, Place(1, paths.BUSINESS_NAME))


def test_no_escape_sequence_is_written_whatever_is_typed(desk, draft, terminals):
    with terminals(desk.file, "resume", draft, "--plain") as terminal:
        terminal.shows("Legal business name?")
        terminal.send("Northwnd\x7f\x7find\x01\x05, Inc.\n")
        terminal.shows("Profile name?")
        terminal.send("\x1b[A\x1b[D\x1b[3~x\n:quit\n")
        assert terminal.ended() == 0
        assert ESCAPE not in terminal.written
        assert terminal.restored
    assert desk.answers(draft)[paths.BUSINESS_NAME] == "Northwind, Inc."


def test_a_killed_conversation_goes_on_at_the_same_question(desk, draft, terminals):
    with terminals(desk.file, "resume", draft, "--plain") as terminal:
        terminal.shows("Legal business name?")
        terminal.send("Northwind, Inc.\n")
        terminal.shows("Profile name?")
        terminal.signal(signal.SIGKILL)
        terminal.ended()
    assert desk.answers(draft)[paths.BUSINESS_NAME] == "Northwind, Inc."
    with terminals(desk.file, "resume", draft, TERM="dumb") as terminal:
        terminal.shows("Legal business name?")
        assert "Now: Northwind, Inc." in terminal.screen
        terminal.signal(signal.SIGINT)
        assert terminal.ended() == 130
        assert f"To go on:  trusthub-tui resume {draft}" in terminal.screen


def test_what_swallows_ctrl_c_only_puts_the_end_off_to_the_next_question():
    voice = TerminalVoice()
    with voice.listening():
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            voice.hear("Website?")


def test_a_draft_answered_in_plain_questions_goes_on_in_the_screens(desk, draft, terminals):
    with terminals(desk.file, "resume", draft, TRUSTHUB_TUI_PLAIN="1") as terminal:
        terminal.shows("Legal business name?")
        terminal.send("Northwind, Inc.\n")
        terminal.shows("Profile name?")
        terminal.send(":quit\n")
        assert terminal.ended() == 0
    with terminals(desk.file, "resume", draft) as terminal:
        terminal.shows("Step 1 of 7")
        terminal.shows("Northwind, Inc.")


def test_the_lines_of_a_paste_are_one_answer(desk, draft, terminals):
    desk.store.profiles.save_place(draft, Place(2, paths.STREET))
    with terminals(desk.file, "resume", draft, "--plain") as terminal:
        terminal.shows("Street address?")
        terminal.send("548 Market St\nSan Francisco, CA 94104\nUnited States\n")
        terminal.shows("Fill in all of them, yes or no?")
        terminal.send("yes\n")
        terminal.shows("Step 3 of 7")
    assert desk.answers(draft)[paths.CITY] == "San Francisco"


def test_what_is_shown_in_ascii_has_no_other_letter(desk, terminals):
    draft = desk.profile({paths.BUSINESS_NAME: "Zürich Börse GmbH"}, Place(1, paths.BUSINESS_NAME))
    with terminals(desk.file, "resume", draft, "--plain", "--ascii") as terminal:
        terminal.shows("Zurich Borse GmbH")
        terminal.send(":review\n:quit\n")
        assert terminal.ended() == 0
        assert terminal.written.isascii()


def test_a_terminal_gets_the_transcript_line_by_line(desk):
    kept = (Path(__file__).parents[2] / "screenshots" / PLAIN).read_text(encoding="utf-8")
    upto_the_review = kept[: kept.index("Review?")]
    words = ("--db", str(desk.file), "new", "--plain")
    with closing(Terminal(*words, columns=200, environment={})) as terminal:
        asked = b""
        for line in (*form(), ":quit"):
            terminal.until(
                lambda asked=asked: terminal.written != asked and terminal.written.endswith(b"? "),
                "a question",
            )
            asked = terminal.written + line.encode()
            terminal.send(f"{line}\n")
            terminal.until(lambda asked=asked: len(terminal.written) > len(asked), "an answer")
        assert terminal.ended() == 0
    said = "\n".join(line.rstrip() for line in terminal.written.decode().splitlines())
    [made] = re.findall(r"^Profile (\w+), ", said, re.MULTILINE)
    assert said[: said.index("Review?")].replace(made, "1JA1") == upto_the_review
