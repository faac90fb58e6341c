"""The conversation from its first question to the end: each place says its piece and names the next one."""

from trusthub_tui.plain import profiles, questions, review, status
from trusthub_tui.plain.commands import obey
from trusthub_tui.plain.talk import (
    AtProfiles,
    AtQuestion,
    AtReview,
    AtStatus,
    Commanded,
    Leave,
    Position,
    Talk,
)
from trusthub_tui.plain.voice import Ended
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import StoreError


def converse(talk: Talk, *, profile_id: str = "", new: bool = False, to_fix: bool = False) -> str:
    """Go through profiles until the user leaves; return the ID of the one that was open then, if any.

    Begins with a new profile, with one where its user stopped (``to_fix``: at the reasons of its rejection),
    or with the list. Raises a StoreError where that cannot be read; KeyboardInterrupt where the user breaks
    off, after which everything answered is in the file.
    """
    talk.say("Every answer is saved at once", "Commands start with a colon: :help says them, :quit leaves")
    if new:
        profile_id = talk.store.profiles.create().id
    at: Position = talk.open(profile_id) if profile_id else AtProfiles()
    if to_fix and talk.open_draft.status is Status.REJECTED:
        at = AtStatus()
    try:
        while not isinstance(at, Leave):
            at = _visited(talk, at)
    except Ended:
        talk.say("The input has ended")
    finally:
        talk.store.windows.close()
    return talk.draft.id if talk.draft is not None else ""


def _visited(talk: Talk, at: Position) -> Position:
    given = ""
    while True:
        try:
            return obey(talk, at, given) if given else _visit(talk, at)
        except Commanded as commanded:
            given = commanded.line
        except StoreError as fault:
            talk.say(fault.message, fault.remedy)
            return Leave() if isinstance(at, AtProfiles) else AtProfiles()


def _visit(talk: Talk, at: Position) -> Position:
    match at:
        case AtQuestion():
            return questions.visit(talk, at)
        case AtReview():
            return review.visit(talk, at)
        case AtStatus():
            return status.visit(talk, at)
        case AtProfiles():
            return profiles.visit(talk, at)
        case Leave():
            return at
