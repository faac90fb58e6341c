"""The licences of everything that is installed with the program: ``python -m tests.licences``.

Exits with 1 where one is not known to go together with the program's own, which is MIT.
"""

import re
import sys
from importlib import metadata
from typing import Final

from packaging.requirements import Requirement

COMPATIBLE: Final = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser General|Unlicense"
    r"|Public Domain|0BSD|Zlib",
    re.IGNORECASE,
)
"""Licences whose libraries an MIT program may import, as they are, without becoming anything else."""

_NAMED: Final = {"publicsuffixlist": "MPL-2.0"}
"""What a package only says in its own files."""


def installed_with(name: str) -> dict[str, str]:
    """Return the licence of each package that comes along with one, by its name; empty where none is told."""
    found: dict[str, str] = {}
    open_ones = [name]
    while open_ones:
        one = re.sub(r"[-_.]+", "-", open_ones.pop()).lower()
        if one in found:
            continue
        found[one] = _NAMED.get(one) or _licence(one)
        for text in metadata.requires(one) or []:
            asked = Requirement(text)
            if asked.marker is None or asked.marker.evaluate({"extra": ""}):
                open_ones.append(asked.name)
    return dict(sorted(found.items()))


def _licence(name: str) -> str:
    told = metadata.metadata(name)
    classifiers = [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    said = [*(told.get_all("License-Expression") or []), *(one.rpartition(" :: ")[2] for one in classifiers)]
    return ", ".join(said) or "".join(told.get_all("License") or []).partition("\n")[0][:60]


def main() -> int:
    """Print a table, and say which licence is not known to be compatible."""
    licences = installed_with("trusthub-tui")
    unknown = [name for name, licence in licences.items() if not COMPATIBLE.search(licence)]
    sys.stdout.writelines(f"{name:30} {licence}\n" for name, licence in licences.items())
    sys.stderr.writelines(f"Not known to be compatible: {name} ({licences[name]})\n" for name in unknown)
    return int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
