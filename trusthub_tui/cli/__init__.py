"""The command line. Nothing but click is imported before a command runs: ``--help`` answers at once.

The list of profiles is on the terminal even before that.
"""

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(words: Sequence[str] | None = None) -> None:
    """Run the program with these words, those it was started with unless told otherwise; ends the process."""
    words = list(sys.argv[1:] if words is None else words)
    from trusthub_tui.cli import surroundings

    surroundings.leave_no_core()
    frame = None
    if all(word.startswith("-") for word in words[:1]):
        from trusthub_tui.cli.early import first_frame

        frame = first_frame(words, os.environ)
    try:
        from trusthub_tui.cli.command_line import main as command_line

        command_line(words, obj=frame)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if frame is not None:
            frame.held.give_back()
