"""A conversation about what a profile has been through, what a text from Twilio means, and taking back."""

from collections.abc import Iterator

from trusthub_tui.plain.talk import AtProfiles, Position, Talk
from trusthub_tui.profile import labels
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import (
    VersionPair,
    comparisons,
    differences,
    how_much_changed,
    why_nothing_to_compare,
)
from trusthub_tui.profile.labels import answer_in_words
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE
from trusthub_tui.store.errors import ProfileNotFound
from trusthub_tui.trusthub.received.outcome import Kind


def history(talk: Talk, at: Position, _words: str) -> Position:
    """Say everything that happened to the profile, the oldest first."""
    now = talk.clock()
    for event in talk.store.events.of(talk.open_draft.id):
        talk.say(f"{labels.when(event.at, now, talk.zone)}: {event.text}")
    return at


def changes(talk: Talk, at: Position, _words: str) -> Position:
    """Say which answers differ between the versions, and from the newest one now."""
    talk.say_each(_changes(talk))
    return at


def _changes(talk: Talk) -> Iterator[str]:
    draft = talk.open_draft
    found = comparisons(draft.submissions, draft.answers if draft.editable else None)
    if not found:
        yield why_nothing_to_compare(draft.submissions)
    for one in found:
        yield from _compared(one)


def _compared(compared: VersionPair) -> Iterator[str]:
    found = differences(compared.before, compared.after)
    yield f"{compared.title}: {how_much_changed(found)}."
    for one in found:
        old, new = (
            answer_in_words(worded(QUESTIONS[one.path], side), side.get(one.path, ""))
            for side in (compared.before, compared.after)
        )
        yield f"{one.label}: was {old}, now {new}"


def explain(talk: Talk, at: Position, words: str) -> Position:
    """Say what a code, an e-mail or a message from Twilio is and means; nothing is changed."""
    from trusthub_tui.trusthub.explain import KnownProfile, explained

    text = words or talk.ask_for_text("Paste what came from Twilio, or a code")
    found = explained(text, (KnownProfile(*one) for one in talk.store.submissions.filed()))
    talk.say(found.reading.message)
    for meaning in found.meanings:
        number = f"{meaning.code}: " if meaning.code and str(meaning.code) not in meaning.title else ""
        talk.say(f"{number}{meaning.title}", meaning.says)
        talk.say_each(f"Twilio says: {one}" for one in meaning.words)
        talk.say("What to do", *meaning.advice)
        talk.voice.say(f"Source: {meaning.source}")
    if found.profile is not None:
        talk.say(f"It is about profile {found.profile.id}, {found.profile.name}")
    decides = found.reading.kind is Kind.DECISION
    for step in ("Open the profile and type :decide to take it in",) if decides else found.next:
        talk.say(step)
    return at


def delete(talk: Talk, at: Position, _words: str) -> Position:
    """Put the open profile into the bin, after a question where it was submitted."""
    draft = talk.open_draft
    name, status = draft.name, draft.status
    if status is not Status.DRAFT:
        talk.say("This removes the record on this computer", "A profile at Twilio would stay")
        if not talk.agreed(f"Delete {name}, {status.label},"):
            talk.say("Nothing was deleted")
            return at
    talk.store.profiles.delete(draft.id)
    talk.say(f"Deleted {name}, {status.label}", ":undo brings it back, for 30 days")
    return AtProfiles()


def discard(talk: Talk, at: Position, _words: str) -> Position:
    """Throw the newest practice submission away, after a question; all then stands as before it."""
    draft = talk.open_draft
    if draft.submissions and draft.submissions[-1].hub == PRACTICE:
        version = draft.submissions[-1].version
        talk.say(f"Version {version} was only practice", "Without it, all stands as before")
        if not talk.agreed("Throw it away,"):
            talk.say("Nothing was changed")
            return at
    talk.filing.discard_rehearsal(draft.id)
    talk.say("Thrown away", "That there was one stays in the history")
    return talk.open(draft.id)


def take_back(talk: Talk, at: Position) -> Position:
    """Take back what was done last to profiles as a whole; with one open, only what was done to that one."""
    draft = talk.draft
    if draft is not None and not talk.store.undo.concerns(draft.id):
        talk.say("There is nothing to undo here", "To undo an answer go to its question first")
        return at
    talk.say(talk.store.undo.last().what)
    if draft is None:
        return AtProfiles()
    try:
        return talk.open(draft.id)
    except ProfileNotFound:  # it was a copy, and taking that back removes it
        return AtProfiles()
