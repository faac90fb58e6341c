"""Notes the lines each test runs through, also in programs that a test starts.

Stands as ``sitecustomize`` before everything else, so it imports nothing that is not imported anyway.
"""

import atexit
import json
import os
import sys
import threading
from types import FrameType
from typing import Any

_ROOT = os.environ["MUTANTS_ROOT"].rstrip("/") + "/"
_PLACES = tuple(_ROOT + place for place in os.environ["MUTANTS_SOURCES"].split(os.pathsep))
_seen: dict[str, dict[str, set[int]]] = {}


def _test() -> str:
    """Return the test that runs now, as pytest tells in the environment."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]


def _called(frame: FrameType, _event: str, _argument: Any) -> Any:
    file = frame.f_code.co_filename
    if not file.startswith(_PLACES):
        return None
    noted = _seen.setdefault(_test(), {}).setdefault(file[len(_ROOT) :], set())
    noted.add(frame.f_lineno)

    def at_line(inner: FrameType, _event: str, _argument: Any) -> Any:
        noted.add(inner.f_lineno)
        return at_line

    return at_line


def _write() -> None:
    sys.settrace(None)
    told = {test: {file: sorted(lines) for file, lines in files.items()} for test, files in _seen.items()}
    with open(os.path.join(os.environ["MUTANTS_SEEN"], f"{os.getpid()}.json"), "w") as file:
        json.dump(told, file)


threading.settrace(_called)
sys.settrace(_called)
atexit.register(_write)
