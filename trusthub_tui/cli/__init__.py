"""The command line. Nothing but click is imported before a command runs: ``--help`` answers at once.

The list of profiles is on the terminal even before that, and opens without it.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trusthub_tui.cli.wishes import Settings
    from trusthub_tui.tui.terminal.held import FirstFrame

__all__ = ["main"]


def main(words: Sequence[str] | None = None) -> None:
    """Run the program with these words, those it was started with unless told otherwise; ends the process."""
    words = list(sys.argv[1:] if words is None else words)
    from trusthub_tui.cli import surroundings
    from trusthub_tui.cli.early import first_frame, understood

    surroundings.leave_no_core()
    said = understood(words, os.environ)
    if said is not None:
        surroundings.collect_later()
        sys.exit(_open(said, first_frame(said, os.environ)))
    from trusthub_tui.cli.command_line import main as command_line

    command_line(words)


def _open(settings: "Settings", frame: "FirstFrame | None") -> int:
    """Open the list, which may be on the terminal already; return the exit code."""
    from trusthub_tui.cli import surroundings
    from trusthub_tui.cli.fault import ExitCode, Fault

    surroundings.show_what_can_be_shown()
    try:
        from trusthub_tui.cli.open_screens import open_list

        return open_list(settings, frame)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except (Fault, OSError) as error:
        fault = error
    finally:
        # Whatever is told of a fault is for the terminal as it was found.
        if frame is not None:
            frame.held.give_back()
    from trusthub_tui.cli.command_line import exit_code

    def again() -> int:
        raise fault

    return exit_code(again, as_json=False)
