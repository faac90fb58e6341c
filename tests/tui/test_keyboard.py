"""What terminals send is read as the keys that were pressed, however the sequences arrive glued together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from trusthub_tui.tui.terminal.keyboard import Keyboard

PASTE, END = "\x1b[200~", "\x1b[201~"


def read(*chunks):
    keyboard = Keyboard()
    return [
        event.text if isinstance(event, Paste) else event.key
        for chunk in chunks
        for event in keyboard.feed(chunk)
        if isinstance(event, Key | Paste)
    ]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1be", ["alt+e"]),
        ("\x1be\x1b[B", ["alt+e", "down"]),
        ("\x1be\x1be\x1be", ["alt+e"] * 3),
        ("\x1be" + "x" * 40, ["alt+e", *"x" * 40]),
        ("\x1bE\x1bOP", ["alt+shift+e", "f1"]),
        ("\x1bé\x1b[A", ["alt+é", "up"]),
        ("\x1bO\x1bO\x1b[A", ["alt+shift+o", "alt+shift+o", "up"]),
        ("\x1b\x1b[B", ["escape", "down"]),
        ("\x1bb\x1bf", ["ctrl+left", "ctrl+right"]),
        ("\x1b[20~\x1b[1;5C", ["f9", "ctrl+right"]),
        ("^e^", ["circumflex_accent", "e", "circumflex_accent"]),
    ],
)
@pytest.mark.parametrize("glued", [True, False], ids=["at once", "byte by byte"])
def test_a_letter_with_alt_ends_where_it_is_complete(sent, keys, glued):
    assert read(*([sent] if glued else sent)) == keys


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("two\nlines", "two\nlines"),
        ("", ""),
        ("\x1be", "e"),
        ("a\x1be\x1b[Bb", "ae[Bb"),
        ("\x1b", ""),
        ("\x1b[2\x1b[20", "[2[20"),
        ("a" * 100 + "^", "a" * 100 + "^"),
    ],
)
@pytest.mark.parametrize("glued", [True, False], ids=["at once", "byte by byte"])
def test_a_paste_is_text_and_presses_no_keys(inside, text, glued):
    sent = PASTE + inside + END + "z\x1be"
    assert read(*([sent] if glued else sent)) == [text, "z", "alt+e"]


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[99999999;5u",  # a character beyond the last one
        "\x1b[99999999999999999999;5u",
        "\x1b[97;5:3u",  # with the kind of event
        "\x1b[97:65;5u",  # with the shifted letter
    ],
)
@pytest.mark.parametrize("glued", [True, False], ids=["at once", "byte by byte"])
def test_a_sequence_that_cannot_be_read_means_nothing_and_the_next_key_is_read(sent, glued):
    after = "z\x1b[B" + PASTE + "text" + END + "\x1be"
    assert read(*([sent + after] if glued else sent + after)) == ["z", "down", "text", "alt+e"]


@given(
    st.text(st.sampled_from("0123456789;:<>=?"), max_size=40),
    st.characters(min_codepoint=64, max_codepoint=126),
)
def test_no_sequence_of_a_terminal_ends_the_reading(parameters, final):
    assert read(f"\x1b[{parameters}{final}", "\x1b[B", "\x1b[A")[-1:] == ["up"]
