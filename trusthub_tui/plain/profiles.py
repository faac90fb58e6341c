"""The list of profiles in a conversation."""

from typing import Final

from trusthub_tui.plain.talk import AtProfiles, Position, Talk
from trusthub_tui.profile.labels import counted, status_label

_MOST: Final = 20
_NEW: Final = frozenset({"n", "new"})


def visit(talk: Talk, at: AtProfiles) -> Position:
    """Say the profiles, who needs the user first, and open the one that is chosen."""
    talk.draft = None
    talk.take_in()
    lines = talk.store.profiles.lines(at.find, 0, _MOST)
    count = talk.store.profiles.count(at.find)
    fit = f" with {at.find}" if at.find else ""
    talk.voice.say()
    talk.say(f"{counted(count, 'profile')}{fit}")
    for number, line in enumerate(lines, start=1):
        talk.say(
            f"{number} {line.name}", f"{status_label(line.status, line.hub)}, {line.next}", f"ID {line.id}"
        )
    if count > len(lines):
        talk.say(f"And {count - len(lines)} more", "Type a part of a name to find one")
    words = talk.ask("Number or part of a name, n for a new profile, or :quit?")
    if not words:
        return at
    if words.casefold() in _NEW:
        return talk.open(talk.store.profiles.create().id)
    if words.isascii() and words.isdecimal() and 1 <= int(words) <= len(lines):
        return talk.open(lines[int(words) - 1].id)
    found = talk.store.profiles.lines(words, 0, 2)
    if len(found) == 1:
        return talk.open(found[0].id)
    if not found:
        talk.say(f"No profile has {words}")
    return AtProfiles(words if found else "")
