"""What is said when the program ends before its user wanted it to: what is saved, and how to go on."""

import shlex
from pathlib import Path

from trusthub_tui.draft import rescue
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import full_label
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui.services import Services

_NAME = "trusthub-tui"


def of_error(kind: str, draft: Draft | None, services: Services) -> str:
    """Say that the program met an error of some kind, and what became of the open profile."""
    return f"The program met an error it did not expect ({kind}).\n{what_is_saved(draft, services)}"


def what_is_saved(draft: Draft | None, services: Services) -> str:
    """Say what of the open profile is saved, as the file itself tells; rescue it where it is not."""
    database = services.store.path
    if draft is None:
        return f"No profile was open. What was saved before is in {database}"
    missing = _missing(draft, services)
    if missing == []:
        return f"Everything you typed is saved. To go on:\n{command('resume', draft.id, database=database)}"
    said = [_what(missing)]
    copy = rescue.somewhere(draft.answers, draft.id, database, services.clock())
    if copy is None:
        said.append("A copy of the answers could not be written anywhere, so these are lost.")
    else:
        into = command("import", str(copy), "--into", draft.id, database=database)
        said += ["A copy of all answers of this profile is in", str(copy), "To take it back:", into]
    return "\n".join(said)


def is_saved(draft: Draft | None, services: Services) -> bool:
    """Whether everything that was entered is in the file, as that itself tells."""
    return draft is None or _missing(draft, services) == []


def command(*words: str, database: Path) -> str:
    """Return a command on this file as it is to be typed."""
    return shlex.join([_NAME, *words, "--db", str(database)])


def _missing(draft: Draft, services: Services) -> list[str] | None:
    """Return the questions whose answers are not in the file; None where the file cannot be read."""
    try:
        services.store.state()
        saved = services.store.profiles.get(draft.id)
    except StoreError:
        return None
    # What others have changed since was saved before; an older version is a copy that somebody has put back.
    mine = draft.unsaved if saved.version >= draft.version else draft.answers
    return [path for path, text in mine.items() if text != saved.answers.get(path, "")]


def _what(missing: list[str] | None) -> str:
    if missing is None:
        return "It cannot be told whether everything you typed is saved: the file cannot be read now."
    return f"Not saved: {', '.join(map(full_label, missing))}."
