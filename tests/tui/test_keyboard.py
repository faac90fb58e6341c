"""What terminals send is read as the keys that were pressed; what they answer, or nobody knows, is not."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from textual.events import AppBlur, AppFocus, Key, MouseDown, MouseMove, Paste, Resize

from tests.support.table import table
from trusthub_tui.tui.terminal.keyboard import Keyboard

PASTE, END = "\x1b[200~", "\x1b[201~"
KITTY = "\x1b[?25u"

RECORDED = tomllib.loads((Path(__file__).parent / "recorded_keys.toml").read_text(encoding="utf-8"))

NAMES = {
    "BackSpace": "backspace",
    "ctrl+BackSpace": "backspace",
    "KP_Enter": "enter",
    "Return": "enter",
    "shift+Return": "enter",
    "Prior": "pageup",
    "Next": "pagedown",
    "shift+Prior": "shift+pageup",
    "alt+f": "ctrl+right",
    "question": "?",
    "dead_acute e": "é",
    "Multi_key": "é",
    "eacute": "é",
    "ctrl+slash": "",
    "shift+click2": "line one\nline two\n\tthree\n",
    "shift+Insert": "line one\nline two\n\tthree\n",
    "ctrl+shift+v": "clip one\nclip two\n",
}
"""What the keys on the keyboard are called here, where it is not their name in small letters."""

OTHERWISE = {
    ("kitty", "ctrl+BackSpace"): "ctrl+backspace",
    ("kitty", "shift+Return"): "shift+enter",
    ("kitty", "alt+f"): "alt+f",
    ("st", "ctrl+Home"): "home",
    ("screen", "ctrl+q"): "escape ctrl+q",  # Escape was pressed before
    ("konsole", "shift+Insert"): "clip one\nclip two\n",
    ("konsole", "ctrl+shift+c"): "ctrl+c",
    ("mlterm", "ctrl+shift+c"): "ctrl+c",
    ("xterm", "ctrl+shift+c"): "ctrl+c",
    ("urxvt", "ctrl+shift+c"): "ctrl+l",
    **{(name, "ctrl+shift+v"): "ctrl+v" for name in ("xterm", "mlterm", "tmux", "screen")},
    **{
        (name, f"alt+{letter}"): typed
        for name in ("xterm", "mlterm")
        for letter, typed in zip("xwfhe", "ø÷æèå", strict=True)
    },
}
"""Where one terminal cannot tell keys apart, or keeps one to itself."""


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def told(event):
    """A key by its name, or by what it types; a paste by its text; the rest not at all."""
    if isinstance(event, Paste):
        return [event.text]
    if isinstance(event, Key):
        return [event.character if event.is_printable else event.key]
    return []


def read(*chunks, waiting=0.0, linux_console=False, kitty=False):
    """What comes out for some chunks, ``waiting`` so many seconds after each."""
    clock = Clock()
    keyboard = Keyboard(linux_console=linux_console, clock=clock)
    heard = []
    for chunk in ([KITTY] if kitty else []) + list(chunks):
        heard += [one for event in keyboard.feed(as_bytes(chunk)) for one in told(event)]
        clock.now += waiting
        heard += [one for event in keyboard.tick() for one in told(event)]
    return heard


def as_bytes(chunk):
    return chunk if isinstance(chunk, bytes) else chunk.encode()


def events(sent):
    return list(Keyboard().feed(as_bytes(sent)))


@table(
    ("terminal", "key", "sent"),
    [(name, key, sent) for name, keys in RECORDED.items() for key, sent in keys.items()],
)
def test_keys_are_read_as_real_terminals_send_them(terminal, key, sent):
    meant = OTHERWISE.get((terminal, key), NAMES.get(key, key.lower()))
    wanted = meant.split(" ") if "\n" not in meant else [meant]
    heard = read(sent, waiting=0.2, kitty=terminal == "kitty")
    assert [one.replace("\r", "\n") for one in heard] == ([] if meant == "" else wanted)


@table(
    ("sent", "key"),
    [
        ("\x1b[3$", "shift+delete"),
        ("\x1b[7$", "shift+home"),
        ("\x1b[8$", "shift+end"),
        ("\x1b[7^", "ctrl+home"),
        ("\x1b[8^", "ctrl+end"),
        ("\x1b[8@", "ctrl+shift+end"),
        ("\x1b[19^", "ctrl+f8"),
        *((f"\x1b[{n}~", f"shift+f{k}") for k, n in enumerate((25, 26, 28, 29, 31, 32, 33, 34), start=3)),
        ("\x1b[32^", "ctrl+shift+f8"),
        ("\x1b[a", "shift+up"),
        ("\x1bOb", "ctrl+down"),
    ],
)
def test_urxvt_writes_what_was_held_at_the_end(sent, key):
    assert read(sent + "z") == [key, "z"]


@table(
    ("sent", "key"),
    [("\x1b[P", "delete"), ("\x1b[2K", "shift+delete"), ("\x1b[J", "ctrl+end"), ("\x1b[K", "shift+end")],
)
def test_st_has_sequences_of_its_own(sent, key):
    assert read(sent + "z") == [key, "z"]


def test_st_s_ctrl_delete_is_told_from_an_old_report_of_the_mouse_by_what_follows():
    assert read("\x1b[M", waiting=0.2) == ["ctrl+delete"]
    assert read("\x1b[M\x1b[B") == ["ctrl+delete", "down"]
    assert read("\x1b[M a!z") == ["z"], "button, column and line"
    assert read(b"\x1b[M \xc3\xff" + b"z") == ["z"]


def test_the_same_letters_are_f1_where_the_terminal_has_said_that_it_is_like_kitty():
    assert read(KITTY, "\x1b[P") == ["f1"]
    assert read("\x1b[P", "\x1b[?0u", "\x1b[P") == ["delete", "f1"]


@table(
    ("sent", "key"),
    [
        ("\x1b[[A", "f1"),
        ("\x1b[[E", "f5"),
        ("\x1b[34~", "shift+f8"),
        ("\x1b[25~", "shift+f1"),
        ("\x1b\t", "shift+tab"),
    ],
)
def test_the_console_of_linux_counts_its_keys_in_another_way(sent, key):
    assert read(sent + "z", linux_console=True) == [key, "z"]


@table(
    ("sent", "keys"),
    [
        ("\x1b[97;;97u", ["a"]),
        ("\x1b[97;2;65u", ["A"]),
        ("\x1b[97;65;65u", ["A"]),  # Caps Lock
        ("\x1b[97;3;229u", ["å"]),  # Option on a Mac
        ("\x1b[0;;228:246u", ["ä", "ö"]),
        ("\x1b[57400;129;49u", ["1"]),  # the keypad
        ("\x1b[57414u", ["enter"]),
        ("\x1b[57419;5u", ["ctrl+up"]),
        ("\x1b[97;5u", ["ctrl+a"]),
        ("\x1b[97;6u", ["ctrl+shift+a"]),
        ("\x1b[97;69u", ["ctrl+a"]),
        ("\x1b[27;5;97~", ["ctrl+a"]),  # xterm, when it is asked to tell other keys
        ("\x1b[9;2u", ["shift+tab"]),
        ("\x1b[57441u", []),  # Shift alone
    ],
)
def test_kitty_says_apart_what_a_key_is_and_what_it_writes(sent, keys):
    assert read(sent + "z", kitty=True) == [*keys, "z"]


@table(
    ("sent", "keys"),
    [
        ("\x1be", ["alt+e"]),
        ("\x1be\x1b[B", ["alt+e", "down"]),
        ("\x1be\x1be\x1be", ["alt+e"] * 3),
        ("\x1be" + "x" * 40, ["alt+e", *"x" * 40]),
        ("\x1bE\x1bOP", ["alt+e", "f1"]),  # Caps Lock
        ("\x1bé\x1b[A", ["alt+é", "up"]),
        ("\x1bX\x1b[A", ["alt+x", "up"]),
        ("\x1b\x1b[B", ["escape", "down"]),
        ("\x1b\x1b\x1b[B", ["escape", "escape", "down"]),
        ("\x1b\x1b]0;t\x07\x1b[B", ["escape", "down"]),
        ("\x1b\x1be", ["escape", "alt+e"]),
        ("\x1b\x1b[18~z\x1b[18~", ["f7", "z", "f7"]),  # in GNU screen, where Escape seemed to do nothing
        ("\x1bb\x1bf", ["ctrl+left", "ctrl+right"]),
        ("\x1b\x7f", ["ctrl+w"]),
        ("\x1b[20~\x1b[1;5C", ["f9", "ctrl+right"]),
        ("\x1b[1;3B\x1bO5A", ["alt+down", "ctrl+up"]),
        ("\x1b\x11", ["escape", "ctrl+q"]),  # GNU screen
        ("\x1b\r", ["escape", "enter"]),
        ("^e^", ["^", "e", "^"]),
        ("\n\r\x08\x7f", ["enter", "enter", "backspace", "backspace"]),
    ],
)
@table("glued", [True, False])
def test_a_key_ends_where_it_is_complete(sent, keys, glued):
    assert read(*([sent] if glued else sent)) == keys


@table(
    ("inside", "text"),
    [
        ("two\nlines", "two\nlines"),
        ("two\rlines", "two\nlines"),
        ("one\r\ntwo\r\rthree\n", "one\ntwo\n\nthree\n"),
        ("", ""),
        ("\x1be", "e"),
        ("a\x1be\x1b[Bb", "ae[Bb"),
        ("\x1b", ""),
        ("\x1b[2\x1b[20", "[2[20"),
        ("a" * 100 + "^", "a" * 100 + "^"),
        ("Zürich €~", "Zürich €~"),
        ("nul\x00", "nul"),
    ],
)
@table("glued", [True, False])
def test_a_paste_is_text_and_presses_no_keys(inside, text, glued):
    sent = PASTE + inside + END + "z\x1be"
    assert read(*([sent] if glued else sent)) == [text, "z", "alt+e"]


def test_a_paste_that_stalls_is_waited_for_and_taken_as_it_stands_when_nothing_comes_any_more():
    assert read(PASTE + "one\n", "two" + END, waiting=3.0) == ["one\ntwo"]
    assert read(PASTE + "one\n", waiting=6.0) == ["one\n"]


NOTHING = {
    "a letter's number as a key's": "\x1b[97~",
    "a letter without its text": "\x1b[97u",
    "a letter with Shift, without its text": "\x1b[97;2u",
    "a blank": "\x1b[32u",
    "a dollar behind no key": "\x1b[0$@",
    "no such key": "\x1b[99~",
    "Tab by number": "\x1b[9~",
    "control characters as text": "\x1b[97;;27:13u",
    "a character beyond the last one": "\x1b[99999999;5u",
    "a number beyond counting": "\x1b[99999999999999999999;5u",
    "text beyond the last one": "\x1b[97;;9999999u",
    "a letter let go": "\x1b[97;5:3u",
    "a letter and its shifted one": "\x1b[97:65;5u",
    "modifiers that do not exist": "\x1b[1;999A",
    "no modifiers at all": "\x1b[3;0~",
    "kitty's flags": "\x1b[?1u",
    "what the terminal is": "\x1b[?62;4c",
    "what it is, in more words": "\x1b[>1;4000;20c",
    "where the cursor is": "\x1b[12;40R",
    "an unknown mode": "\x1b[4;1$y",
    "the state of a mode": "\x1b[?9999;0$y",
    "a size without numbers": "\x1b[48;;;;t",
    "a size beyond counting": "\x1b[48;999999;1;1;1t",
    "an unreadable report of the mouse": "\x1b[<0;;M",
    "a report of the mouse beyond counting": "\x1b[<0;99999999999;1M",
    "an old report of the mouse": "\x1b[M #!",
    "a report of the mouse in decimals": "\x1b[32;10;5M",
    "a very long one": "\x1b[" + "1;" * 200 + "Z",
    "a colour": "\x1b]11;rgb:0000/0000/0000\x07",
    "a colour, ended in the other way": "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "a title with letters of any kind": "\x1b]lTitel für é\x1b\\",
    "a name": "\x1bP>|xterm(390)\x1b\\",
    "a picture's answer": "\x1b_Gi=1;OK\x1b\\",
    "a private message": "\x1b^any words\x1b\\",
    "Alt and a dot": "\x1b.",
    "Alt and a digit": "\x1b1",
    "Alt and a paragraph sign": "\x1b§",
    "a digit of the keypad as a sequence": "\x1bOx",
    "a C1 sequence": "\x9b97~",
    "a C1 answer": "\x9d11;rgb:0/0/0\x07",
    "a bare C1 byte": b"\x9b97~",
    "another C1 character": "\x85",
    "a bad byte": b"\xff",
    "half a letter": b"\xc3",
    "a null": "\x00",
}


@table("sent", NOTHING.values())
@table("kitty", [True, False])
def test_what_is_no_key_presses_nothing_and_the_next_keys_are_read(sent, kitty):
    after = b"z\x1b[B" + (PASTE + "text" + END).encode() + b"\x1be"
    whole = as_bytes(sent) + after
    bytes_of_it = [whole[place : place + 1] for place in range(len(whole))]
    for chunks in ([whole], bytes_of_it):
        assert read(*chunks, kitty=kitty) == ["z", "down", "text", "alt+e"]


@table(
    "begun",
    [
        "\x1b[",
        "\x1b[1;",
        "\x1b[?20",
        "\x1b[[",
        "\x1bO",
        "\x1bO5",
        "\x1bP",
        "\x1b]11;rgb:",
        "\x1b_G",
        "\x1b]0;t\x1b",
        "\x1b[<0;1;",
    ],
)
def test_what_was_begun_and_never_ended_is_forgotten_after_a_while(begun):
    assert read(begun, "B", "z", waiting=0.6) == ["B", "z"]
    assert read(begun, waiting=0.6) == []
    assert read(begun + "\x1b[A", waiting=0.6) == ["up"], "the next sequence ends it, too"
    assert read(begun + "\r", waiting=0.6) == ["enter"] if begun[-1] != "\x1b" else True


def test_over_a_slow_line_a_sequence_may_come_in_pieces():
    assert read("\x1b[", "1;5", "C", waiting=0.3) == ["ctrl+right"]
    assert read("\x1b]11;rgb:0", "000/0/0\x1b", "\\", "z", waiting=0.3) == ["z"]
    assert read("\x1bO", "P", waiting=0.3) == ["f1"]


def test_escape_alone_is_told_after_a_moment():
    assert read("\x1b") == []
    assert read("\x1b", waiting=0.2) == ["escape"]
    assert read("\x1b", "e", waiting=0.2) == ["escape", "e"]


def test_the_mouse_the_size_and_the_focus_are_reported():
    assert [type(event) for event in events("\x1b[<35;5;7M\x1b[<0;5;7M\x1b[I\x1b[O")] == [
        MouseMove,
        MouseDown,
        AppFocus,
        AppBlur,
    ]
    (size,) = events("\x1b[48;24;80;480;800t")
    assert isinstance(size, Resize)
    assert (size.size.width, size.size.height) == (80, 24)
    assert read("\x1b[48;24;80;0;0t\x1b[<0;5;7Mz") == ["z"], "a terminal that does not know its pixels"


URXVT_SHIFT = re.compile(r"\d{1,2}\$")
"""The end of a key; what follows it is another one."""

PIECES = st.lists(
    st.one_of(
        st.text(st.sampled_from("0123456789;:<>=?$ !"), max_size=40),
        st.text(max_size=8),
        st.sampled_from(["97", "32", "27;5;", "200", "1;5", "?25", "48;"]),
    ),
    max_size=3,
).map("".join)
INTRODUCERS = st.sampled_from(
    ["\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1b[?", "\x1b[<", "\x1b[[", "\x9b"]
)


@given(
    INTRODUCERS,
    st.text(st.sampled_from("0123456789;:<>=?$ !"), max_size=40),
    st.characters(min_codepoint=64, max_codepoint=126),
)
def test_no_sequence_types(introducer, parameters, final):
    assume(not (introducer in ("\x1b[", "\x9b") and URXVT_SHIFT.match(parameters)))
    heard = read(introducer + parameters + final, waiting=1.0)
    kitty_s_text = introducer in ("\x1b[", "\x9b") and final == "u" and parameters.count(";") == 2
    assert kitty_s_text or not any(len(one) == 1 for one in heard)


@given(st.lists(st.tuples(INTRODUCERS, PIECES), max_size=4))
def test_nothing_that_a_terminal_sends_ends_the_reading(sequences):
    sent = "".join(introducer + parameters for introducer, parameters in sequences)
    heard = read(sent.replace(PASTE, ""), "\x1b[B", "\x1b[A", waiting=1.0)
    assert heard[-2:] == ["down", "up"]


@given(st.binary(max_size=40), st.lists(st.integers(0, 40), max_size=5))
def test_how_the_bytes_are_cut_changes_nothing(sent, cuts):
    places = sorted({0, *(cut for cut in cuts if cut < len(sent)), len(sent)})
    assert read(*(sent[start:end] for start, end in pairwise(places))) == read(sent)
