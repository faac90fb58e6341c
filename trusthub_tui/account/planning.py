"""What must be written so that Twilio has the answers that are here. Pure.

One mechanism for a first filing, for corrections, and for going on after whatever went wrong: what is left to
do is what still differs.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trusthub_tui.account.port import Object
from trusthub_tui.account.resources import (
    ADDRESS_FORM,
    ADDRESS_TYPE,
    PROFILE_FIELDS,
    PROFILE_FORM,
    Tree,
    address_sids,
    attributes_of,
)
from trusthub_tui.account.taking import KNOWN, take
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.labels import full_label

_NAME_BYTES: Final = 64
"""The longest CustomerName of an address. Source: Twilio's description gives 16 characters of four bytes."""


class StepKind(StrEnum):
    """What a step does; the value is the word for it in the journal."""

    PROFILE = "profile"
    """Changes the profile's own name, e-mail or callback."""
    UPDATE = "update"
    """Changes the attributes of an end user."""
    CREATE = "create"
    """Makes an end user that is missing."""
    ADDRESS = "address"
    """Finds or makes an address, and the document that points to it. An address itself is never changed."""
    ASSIGN = "assign"
    """Assigns what was made to the profile."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that Twilio is to receive."""

    path: str
    theirs: str
    """What it has now."""
    here: str
    """What it will have: the canonical form of the answer."""

    @property
    def label(self) -> str:
        """The label of the question, which stands alone."""
        return full_label(self.path)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be written."""

    kind: StepKind
    about: str
    """The type of the object; empty for the profile itself."""
    sid: str
    """What is changed or assigned; empty for what is to be made."""
    body: Mapping[str, object]
    """Everything the object will hold."""
    changes: tuple[Change, ...] = ()

    @property
    def key(self) -> str:
        """What the journal calls it."""
        return f"{self.kind.value}:{self.sid or self.about}"

    @property
    def operation(self) -> str:
        """What Twilio may take from an account or not."""
        if self.kind in (StepKind.PROFILE, StepKind.ASSIGN):
            return "profile" if self.kind is StepKind.PROFILE else "assignment"
        return "document" if self.about == ADDRESS_TYPE else "end-user"

    @property
    def hash(self) -> str:
        """What tells whether Twilio has exactly this already."""
        return body_hash(self.body)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be written, in order, and what cannot be."""

    steps: tuple[Step, ...]
    unsent: tuple[Change, ...] = ()
    """What cannot be sent as it stands: an address that is not complete, or what must not be empty."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every answer that some step writes."""
        return tuple(dict.fromkeys(change for step in self.steps for change in step.changes))


def body_hash(body: Mapping[str, object]) -> str:
    """Return the same for the same content, in whatever order it stands."""
    return hashlib.sha256(json.dumps(dict(body), sort_keys=True).encode()).hexdigest()


def plan(tree: Tree, answers: Answers) -> Plan:
    """Return what to write so that Twilio has these answers; nothing where it has them already."""
    theirs = take(tree).answers
    changes = {
        path: Change(path, canonical(path, theirs), here)
        for path in KNOWN
        if (here := canonical(path, answers)) != canonical(path, theirs)
    }
    steps: list[Step] = []
    unsent: list[Change] = []
    for kind, parent in paths.OBJECTS.items():
        own = tuple(change for path, change in changes.items() if paths.parent(path) == parent)
        if kind == ADDRESS_TYPE:
            steps += _address(tree, answers, own, unsent)
        else:
            steps += _end_user(tree, kind, own)
    steps += _profile(tree, changes, unsent)
    return Plan(tuple(steps), tuple(unsent))


def _end_user(tree: Tree, kind: str, changes: tuple[Change, ...]) -> Iterator[Step]:
    assigned = tree.assigned(kind)
    there = assigned[0] if assigned else tree.unassigned(kind)
    values = {paths.attribute(change.path): change.here for change in changes}
    if there is None:
        given = {name: text for name, text in values.items() if text}
        if given:
            yield Step(StepKind.CREATE, kind, "", given, changes)
        return
    sid, before = str(there.get("sid")), attributes_of(there)
    if not assigned:
        values = {name: text for name, text in values.items() if before.get(name, "") != text}
    if values:
        # The whole set takes the place of the old one: what we do not know goes back as it came.
        yield Step(StepKind.UPDATE, kind, sid, {**before, **values}, changes)
    if not assigned:
        yield Step(StepKind.ASSIGN, kind, sid, {"object_sid": sid}, changes)


def _address(
    tree: Tree, answers: Answers, changes: tuple[Change, ...], unsent: list[Change]
) -> Iterator[Step]:
    assigned = tree.assigned(ADDRESS_TYPE)
    waiting = None if assigned else tree.unassigned(ADDRESS_TYPE)
    wanted = address_form(answers)
    if waiting is not None and _points_to(tree, waiting, wanted):
        sid = str(waiting.get("sid"))
        yield Step(StepKind.ASSIGN, ADDRESS_TYPE, sid, {"object_sid": sid}, changes)
        return
    if not changes:
        return
    if any(not text for name, text in wanted.items() if name != "StreetSecondary"):
        unsent += changes
        return
    document = assigned[0] if assigned else waiting
    yield Step(StepKind.ADDRESS, ADDRESS_TYPE, str(document.get("sid")) if document else "", wanted, changes)


def _points_to(tree: Tree, document: Object, wanted: Mapping[str, str]) -> bool:
    return any(
        is_same_address(tree.addresses[sid], wanted)
        for sid in address_sids(document)
        if sid in tree.addresses
    )


def address_form(answers: Answers) -> dict[str, str]:
    """Return the form that makes an address of these answers."""
    parts = {name: canonical(path, answers) for path, name in ADDRESS_FORM.items()}
    name = canonical(paths.BUSINESS_NAME, answers).encode()[:_NAME_BYTES].decode(errors="ignore")
    return {"CustomerName": name, **parts}


def is_same_address(address: Object, form: Mapping[str, str]) -> bool:
    """Whether an address at Twilio is the one that a form would make, for the same business."""
    there = {name: address.get(paths.attribute(path)) for path, name in ADDRESS_FORM.items()}
    there["CustomerName"] = address.get("customer_name")
    return all(" ".join(str(there.get(name) or "").split()) == text for name, text in form.items())


def _profile(tree: Tree, changes: Mapping[str, Change], unsent: list[Change]) -> Iterator[Step]:
    own = [change for path, change in changes.items() if path in PROFILE_FORM]
    unsent += [change for change in own if not change.here]
    given = tuple(change for change in own if change.here)
    if given:
        yield Step(StepKind.PROFILE, "", tree.sid, profile_body(tree.profile, given), given)


def profile_body(profile: Object, changes: tuple[Change, ...] = ()) -> dict[str, str]:
    """Return the profile's own fields, as they are or as changes make them."""
    before = {PROFILE_FORM[path]: str(profile.get(name) or "") for path, name in PROFILE_FIELDS.items()}
    return before | {PROFILE_FORM[change.path]: change.here for change in changes}
