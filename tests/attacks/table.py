"""The table of attacks."""

from typing import Final

from tests.attacks import crowd, damage, disk, hostile, kill, long, privacy, terminals
from tests.attacks.attack import Attack

ATTACKS: Final = (
    Attack(
        "kill",
        "SIGKILL at random moments while typing, pasting, stepping, and in seven commands",
        kill.attack,
    ),
    Attack("crowd", "4 processes with 1,000 saves each, beside 3 windows that type", crowd.attack),
    Attack("damage", "Files cut, flipped, overwritten, foreign, newer: look, list, recover", damage.attack),
    Attack("hostile", "Escape sequences, bidi, markup and shell words through every door", hostile.attack),
    Attack(
        "terminals",
        "1x1 to 500x200, resize storms, signals, odd locales, closed and full streams",
        terminals.attack,
    ),
    Attack(
        "disk",
        "Reads, writes and flushes of SQLite fail in turn with EIO, ENOSPC, EDQUOT, EACCES",
        disk.attack,
    ),
    Attack("long", "Typing and taking back without end: memory and size of the file", long.attack),
    Attack("privacy", "Modes under any umask, links, sockets, processes, deleted words", privacy.attack),
)
"""In the order in which they are run."""
