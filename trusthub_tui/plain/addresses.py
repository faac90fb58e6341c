"""The address book in a conversation: saved addresses are offered, new ones are saved for other profiles."""

from collections.abc import Callable, Sequence
from typing import Final

from trusthub_tui.plain import writing
from trusthub_tui.plain.talk import AtQuestion, Talk
from trusthub_tui.profile import paths
from trusthub_tui.profile.address_lines import one_line
from trusthub_tui.profile.answers import NONE, Answers, answered
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words, full_label
from trusthub_tui.profile.pasted_address import read_address
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.sections.address import BUSINESS_ADDRESS
from trusthub_tui.store.errors import StoreError

LAST: Final = BUSINESS_ADDRESS.paths[-1]
"""The question behind which it goes on when an address was taken."""

_OFFERED: Final = 9
_BOOK: Final = "the address book"
"""What stands for it among the things that were read out already."""


def offer(talk: Talk, at: AtQuestion) -> bool:
    """Offer the saved addresses once, where there is no address yet; return whether one was taken."""
    draft = talk.open_draft
    first = at.turn is None and at.path == BUSINESS_ADDRESS.paths[0] and draft.editable
    if (
        not first
        or _BOOK in talk.listed
        or any(answered(draft.answers, path) for path in paths.ADDRESS_PARTS)
    ):
        return False
    talk.listed.add(_BOOK)
    return choose(talk) or False


def choose(talk: Talk) -> bool | None:
    """Read the saved addresses out and return whether one was taken; None where there is none."""
    draft, saved = talk.open_draft, talk.store.addresses.find("", 0, _OFFERED)
    if not saved:
        return None
    talk.say("Saved addresses")
    for number, address in enumerate(saved, start=1):
        talk.voice.say(f"{number} {one_line(address.parts)}")
    wanted = talk.ask("Number of the address, or Enter for a new one?")
    if not (wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted) <= len(saved)):
        return False
    chosen = saved[int(wanted) - 1]

    def used() -> int:
        talk.store.addresses.touch(chosen.id)
        return chosen.id

    draft.use_address(used)
    return writing.write(talk, {part: chosen.parts.get(part, "") for part in paths.ADDRESS_PARTS})


def paste(talk: Talk, at: AtQuestion, lines: Sequence[str]) -> bool:
    """Fill the address from lines that were pasted, once the user agrees; return whether that was done."""
    if at.path not in BUSINESS_ADDRESS.paths:
        return False
    found = read_address("\n".join(lines), talk.open_draft.answers.get(paths.COUNTRY, ""))
    if not found:
        return False
    talk.say("These lines read as an address")
    for path, text in found.items():
        if text:
            talk.say(f"{full_label(path, found)}: {answer_in_words(worded(QUESTIONS[path], found), text)}")
    return talk.agreed("Fill in all of them,") and writing.write(talk, found)


def keep(talk: Talk, section: Section) -> None:
    """Save an address without findings for other profiles, when its step ends."""
    draft = talk.open_draft
    if section is not BUSINESS_ADDRESS or not draft.editable or draft.evaluation.within(section.paths):
        return
    parts = {path: draft.answers[path] for path in paths.ADDRESS_PARTS if answered(draft.answers, path)}
    if _in_use(talk) != parts:
        draft.use_address(_saving(talk, parts))


def _saving(talk: Talk, parts: Answers) -> Callable[[], int]:
    return lambda: talk.store.addresses.save(parts)


def _in_use(talk: Talk) -> Answers:
    number = talk.open_draft.address_id
    if number is None:
        return NONE
    try:
        return talk.store.addresses.get(number).parts
    except StoreError:
        return NONE
