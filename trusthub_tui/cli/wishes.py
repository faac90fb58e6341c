"""What one run of the program was told; known without reading a command line."""

from typing import Final, NamedTuple

REVIEW_AFTER: Final = 30.0
"""Seconds a practice review takes unless told otherwise."""

ASKED_BY_A_SHELL: Final = "_TRUSTHUB_TUI_COMPLETE"
"""The variable by which a shell asks what can stand next; where it is set, that is all the program does."""


class Settings(NamedTuple):
    """What one run of the program was told."""

    db: str = ""
    """The SQLite file; empty for the one in the user's data folder."""
    db_given: bool = False
    """Whether the file was named on the command line, so that the same words find it again."""
    review_after: float = REVIEW_AFTER
    """Seconds."""
    offline: bool = False
    """Whether no request may be made, whatever is asked for."""
    account: str = ""
    """The name of the Twilio account to use; empty for the one that is found."""
    ascii_only: bool = False
    """Whether only ASCII is shown, also where the terminal could show more."""
    plain: bool = False
    """Whether plain questions are asked instead of showing screens."""
    dry_run: bool = False
    """Whether all that is done is only tried out, and none of it stays in the file."""
