"""The table of attacks."""

from typing import Final

from tests.attacks import crowd, damage, disk, hostile, kill, long, privacy, supply, terminals
from tests.attacks.attack import Attack

ATTACKS: Final = (
    Attack(
        "kill",
        "SIGKILL at random moments: typing, pasting, stepping, picking addresses, nine commands, migrating",
        1000,
        kill.KINDS,
        "{echoed:,.0f} echoed keys looked for",
    ),
    Attack(
        "disk",
        "Each read, write, flush, lock, open of SQLite fails in turn, with each errno: commands and screens",
        1000,
        disk.KINDS,
        "{met:,.0f} of them were met",
        disk.possible,
    ),
    Attack(
        "crowd",
        "4 processes with 1,000 saves each, beside 3 windows in which somebody types",
        5,
        crowd.KINDS,
        "slowest save {save:,.0f} ms, slowest echo {echo:,.0f} ms",
    ),
    Attack(
        "damage",
        "Files cut, flipped, overwritten, foreign, older, newer: looked at, recovered",
        500,
        damage.KINDS,
        "{recovered:,.0f} profiles recovered, of {unread:,.0f} of them a part is gone",
    ),
    Attack(
        "hostile",
        "300 strings (sequences, bidi, markup, shell words) through every door: commands, screens, copies",
        1500,
        hostile.KINDS,
    ),
    Attack(
        "terminals",
        "1x1 to 500x200, resize storms, signals, odd locales and colours, 2,400 baud, odd streams",
        330,
        terminals.KINDS,
        "first screen and 10 keys at 2,400 baud in {at_2400_baud:,.0f} bytes",
    ),
    Attack(
        "long",
        "Eight hours of typing; 500 versions; 100,000 profiles beside 1,000",
        3,
        long.KINDS,
        "{keys:,.0f} keys: memory +{memory:,.1f} MB, file {file:,.1f} MB; 100,000: start {paint:.2f} x, "
        "find {find:.2f} x, open {open:.2f} x",
    ),
    Attack(
        "privacy",
        "Modes under any umask, links, other owners, network, processes, crashes, deleted words",
        140,
        privacy.KINDS,
    ),
    Attack(
        "supply",
        "Wheel and archive: what they hold, built twice, installed alone and walked; licences",
        4,
        supply.KINDS,
        "{packages:,.0f} packages come along",
        supply.possible,
    ),
)
"""In the order in which they are run."""
