"""What can go wrong with the file, each with a sentence for the user and what to do about it.

No message ever holds an answer: only paths, profile IDs and statuses.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.status import Status

_OTHER_FILE = "Choose another file with --db."
_TOLD: Final = 2
"""How much of what could not be undone is told one by one."""


class StoreError(ExplainedError):
    """Something about the file stands in the way; nothing that was saved is lost."""


class FileError(StoreError):
    """A fault of the file itself; ``says`` and ``remedy`` are filled in by each kind."""

    says = "{path} cannot be used."
    does = _OTHER_FILE

    def __init__(self, path: Path) -> None:
        super().__init__(self.says.format(path=clean(str(path))), self.does)
        self.path = path
        """The file it is about."""


class DamagedFile(FileError):
    """What stands in the file is no longer what was written."""

    says = "{path} is damaged or is not a file of this program. It was left as it is."
    does = "Put back a copy from a backup, or see what can be had of it with: trusthub-tui doctor"


class EmptiedFile(DamagedFile):
    """There is nothing in the file any more, and there was: it is marked, or a log lies beside it."""

    says = "{path} is empty, and there were profiles in it. It was left as it is."
    does = "Put back a copy from a backup, or start with another file: --db FILE."


class NewerFile(FileError):
    """A newer version of this program has changed the file's layout."""

    says = "{path} was written by a newer version of this program. It was left as it is."
    does = "Update trusthub-tui, or choose another file with --db."


class ForeignFile(FileError):
    """A healthy SQLite file of some other program."""

    says = "{path} belongs to another program. It was left as it is."


class ReadOnlyFile(FileError):
    """The file or its folder cannot be written."""

    says = "{path} cannot be written. It can only be read."
    does = "Allow writing to the file and its folder, or choose another file with --db."


class DiskFull(FileError):
    """No room for the last change; everything saved before is safe."""

    says = "There is no room left to save in {path}."
    does = "Free some space on that disk, then change the answer again. What was saved before is safe."


class FileBusy(FileError):
    """Another process has kept the file locked for longer than we wait."""

    says = "Another program is using {path} and does not let go of it."
    does = "Close the other program, then try again."


class Unavailable(FileError):
    """The file cannot be opened at all: a folder in the way, no permission, a disk that is gone."""

    says = "{path} cannot be opened."
    does = "Check that the path is right and that you may write there, or choose another file with --db."


class MovedFile(FileError):
    """The file was moved, deleted or replaced while it was open."""

    says = "{path} was moved, deleted or replaced while it was open."
    does = "Put the file back, then leave the program and start it again."


class TargetExists(FileError):
    """A copy was to be written where there is a file already."""

    says = "{path} exists already. It was left as it is."
    does = "Choose another name, or replace it with --force."


class OpenFile(FileError):
    """Something was to be written over the file with the profiles, or read from it as if it were a copy."""

    says = "{path} holds the profiles, or belongs to the file that does. It was left as it is."
    does = "Choose another file."


class ProfileNotFound(StoreError):
    """There is no profile of this ID, or it was deleted."""

    def __init__(self, profile_id: str) -> None:
        self.profile_id = clean(profile_id)
        super().__init__(
            f"There is no profile {self.profile_id}.",
            "See the IDs of your profiles with: trusthub-tui list",
        )


class DeletedMeanwhile(ProfileNotFound):
    """A profile that is open here was deleted in another window."""

    def __init__(self, profile_id: str) -> None:
        super().__init__(profile_id)
        self.message = f"Profile {self.profile_id} was deleted in another window."
        self.remedy = "To bring it back: trusthub-tui undo"


class UnknownQuestion(StoreError):
    """An answer was to be saved to something that is no question."""

    def __init__(self, unknown: Iterable[str]) -> None:
        self.paths = tuple(sorted(clean(path) for path in unknown))
        super().__init__(f"There is no question {', '.join(self.paths)}.", "Nothing was saved.")


class AddressNotFound(StoreError):
    """There is no saved address of this number, or it was deleted."""

    def __init__(self, address_id: int) -> None:
        super().__init__("This address is no longer in the address book.", "Choose another one, or enter it.")
        self.address_id = address_id


class Locked(StoreError):
    """The profile's status does not allow changes."""

    def __init__(self, profile_id: str, status: Status) -> None:
        super().__init__(
            f"Profile {profile_id} cannot be changed: it is {status.label}.",
            "Duplicate it to make a draft that can be changed.",
        )
        self.profile_id = profile_id
        self.status = status


class ChangedMeanwhile(StoreError):
    """Another window changed the profile between looking at it and acting on it."""

    def __init__(self, profile_id: str) -> None:
        super().__init__(
            f"Profile {profile_id} was changed in another window.", "Look at its answers again, then go on."
        )
        self.profile_id = profile_id


class AlreadySending(StoreError):
    """Another process sends corrections of the profile to Twilio at the moment."""

    def __init__(self, profile_id: str) -> None:
        super().__init__(
            f"Another window is sending corrections of profile {profile_id} just now.",
            "Wait until it is done, then look at what is left.",
        )
        self.profile_id = profile_id


class NothingToUndo(StoreError):
    """There is nothing that could be taken back, or the newest cannot be taken back any more.

    ``left`` holds what was left as it is, the newest first, each with why; ``more`` says whether something
    older can be taken back next.
    """

    def __init__(self, left: Sequence[str] = (), *, more: bool = False) -> None:
        super().__init__(
            " ".join((*_told(left), "Nothing was undone.")) if left else "There is nothing to undo.",
            "Undo again to take back what was done before."
            if more
            else "What was deleted, made, filed, decided or said to be right can be undone for 30 days.",
        )
        self.left = tuple(left)
        self.more = more


def _told(left: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each of the newest, and one that counts the others."""
    yield from (f"{why}." for why in left[:_TOLD])
    if len(left) > _TOLD:
        yield f"{len(left) - _TOLD} more cannot be undone either."
