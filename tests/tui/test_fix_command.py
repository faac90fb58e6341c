"""``fix`` in a real terminal opens the reasons of a rejection, wherever the user had stopped."""

import sys

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's pseudo-terminals")

CTRL_Q = "\x11"


def test_fix_opens_the_reasons_and_resume_the_field(support, desk, terminals):
    wrong = support.but() | {paths.of_representative(1, "email"): "ada@gmail.com"}
    rejected = desk.profile(wrong, place=Place(1, paths.FRIENDLY_NAME, 4), decided=True)
    desk.store.close()
    for command, shown in (("resume", "Step 1 of 7"), ("fix", "0 of 1 dealt with")):
        with terminals(desk.file, command, rejected) as terminal:
            terminal.shows(shown)
            terminal.send(CTRL_Q)
            assert terminal.ended() == 0
            assert f"To go on:  trusthub-tui resume {rejected}".encode() in terminal.written
