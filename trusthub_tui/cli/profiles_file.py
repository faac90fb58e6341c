"""Where the file with the profiles is, and telling what goes wrong with it.

Apart from the rest of the commands' workspace, so that a command that hardly looks into the file is quick.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trusthub_tui.cli import database_path
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.wishes import Settings
from trusthub_tui.store.errors import (
    AlreadySending,
    Locked,
    OpenFile,
    ProfileNotFound,
    StoreError,
    TargetExists,
)
from trusthub_tui.trusthub.errors import BothChanged, NotLinked, NotTouched, WrongSid


def path_of(settings: Settings) -> Path:
    """Return the path of the file with the profiles."""
    return database_path.path_of(settings.db)


def is_missing(settings: Settings) -> bool:
    """Whether there is no file yet; a command that only reads does not make one."""
    try:
        path_of(settings).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # there may be one: let opening it say what stands in the way
    return False


@contextmanager
def told_as_fault() -> Iterator[None]:
    """Tell whatever goes wrong with a file as a Fault with the exit code it deserves."""
    try:
        yield
    except StoreError as error:
        raise Fault(error.message, _remedy_of(error), _code_of(error)) from None


def _remedy_of(error: StoreError) -> str:
    if isinstance(error, Locked):
        return f"Make a draft that can be changed with: {NAME} duplicate {error.profile_id}"
    return error.remedy


def _code_of(error: StoreError) -> ExitCode:
    match error:
        case ProfileNotFound() | NotLinked():
            return ExitCode.NOT_FOUND
        case Locked() | AlreadySending():
            return ExitCode.LOCKED
        case BothChanged():
            return ExitCode.BOTH_CHANGED
        case WrongSid() | OpenFile() | TargetExists() | NotTouched():
            return ExitCode.WRONG_USE
        case _:
            return ExitCode.FAILED
