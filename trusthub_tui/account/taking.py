"""From what Twilio has to answers, and what differs between there and here. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from trusthub_tui.account.faults import shown
from trusthub_tui.account.port import Object
from trusthub_tui.account.resources import (
    ADDRESS_FORM,
    ADDRESS_TYPE,
    PROFILE_FIELDS,
    Tree,
    address_sids,
    attributes_of,
)
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers, joined
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS

KNOWN: Final = tuple(path for path in QUESTIONS if path != paths.TERMS)
"""The questions that Twilio has an answer to; the terms are accepted by whoever submits."""

_NAMES: Final = {
    "customer_profile_business_information": "Business information",
    ADDRESS_TYPE: "Business address",
    "authorized_representative_1": "Representative 1",
    "authorized_representative_2": "Representative 2",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """The answers that Twilio has, and what was odd about them."""

    answers: Answers
    notes: tuple[str, ...] = ()
    """Sentences without a full stop."""


@dataclass(frozen=True, slots=True)
class ThreeWays:
    """One answer that is not the same there and here."""

    path: str
    was: str
    """What it was when both were last compared; empty where that never happened."""
    here: str
    theirs: str

    @property
    def label(self) -> str:
        """The label of the question, which stands alone."""
        return full_label(self.path)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is not the same there and here, in the order of the questions."""

    theirs: tuple[ThreeWays, ...] = field(default=())
    """Changed at Twilio only."""
    here: tuple[ThreeWays, ...] = ()
    """Changed here only."""
    both: tuple[ThreeWays, ...] = ()
    """Changed on both sides, and not to the same."""


def take(tree: Tree) -> Taken:
    """Return the answers that a profile at Twilio holds; values on no list stay as they are."""
    answers = {path: shown(tree.profile.get(name)) for path, name in PROFILE_FIELDS.items()}
    notes: list[str] = []
    for kind, parent in paths.OBJECTS.items():
        objects = tree.assigned(kind)
        if len(objects) > 1:
            notes.append(f"{_NAMES[kind]}: Twilio has {len(objects)} of it; the one assigned last was taken")
        if objects:
            given = (
                _address(tree, objects[0], notes) if kind == ADDRESS_TYPE else _attributes(objects[0], parent)
            )
            answers.update(given)
    return Taken({path: text for path, text in answers.items() if text}, tuple(notes))


def compare(was: Answers | None, here: Answers, theirs: Answers) -> Comparison:
    """Return what differs; ``was`` is what both had when they were compared last, None for never.

    Answers are the same when Twilio would receive the same for them. Where they were never compared, an
    answer that is missing here is taken for changed at Twilio.
    """
    sides: tuple[list[ThreeWays], ...] = ([], [], [])
    for path in KNOWN:
        one = ThreeWays(path, (was or NONE).get(path, ""), here.get(path, ""), theirs.get(path, ""))
        ours, other = canonical(path, here), canonical(path, theirs)
        if ours == other:
            continue
        if was is None:
            changed_here, changed_there = bool(ours), bool(other)
        else:
            before = canonical(path, was)
            changed_here, changed_there = ours != before, other != before
        sides[2 if changed_here and changed_there else 1 if changed_here else 0].append(one)
    return Comparison(*(tuple(side) for side in sides))


def _attributes(given: Object, parent: str) -> dict[str, str]:
    attributes = attributes_of(given)
    return {
        path: _text(path, attributes.get(paths.attribute(path)))
        for path in QUESTIONS
        if paths.parent(path) == parent
    }


def _text(path: str, value: object) -> str:
    """Return an attribute as an answer: Twilio takes several choices in one text, or in a list."""
    if isinstance(value, list):
        parts = [shown(str(one)) for one in value]
        return joined(parts) if path == paths.REGIONS else ", ".join(parts)
    text = shown(str(value)) if isinstance(value, (int, float)) else shown(value)
    return joined(part for one in text.split(",") if (part := one.strip())) if path == paths.REGIONS else text


def _address(tree: Tree, document: Object, notes: list[str]) -> Iterator[tuple[str, str]]:
    sids = address_sids(document)
    known = [tree.addresses[sid] for sid in sids if sid in tree.addresses]
    if len(known) > 1:
        notes.append(f"{_NAMES[ADDRESS_TYPE]}: Twilio has {len(known)} of it; the first one was taken")
    for path in ADDRESS_FORM:
        yield path, shown(known[0].get(paths.attribute(path))) if known else ""
