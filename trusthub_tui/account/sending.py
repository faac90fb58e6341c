"""Carrying a plan out: each request is in the journal before it is sent, and nothing is made twice.

What is left to do is planned anew after every step, so that going on after a crash, a lost answer or a
refusal is the same as beginning.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from trusthub_tui.account import planning
from trusthub_tui.account.faults import (
    AccountError,
    ChangedAtTwilio,
    ConsoleOnly,
    Gone,
    NotIsv,
    Refused,
    Unclear,
)
from trusthub_tui.account.planning import Change, Step, StepKind
from trusthub_tui.account.port import Account, Object, Where
from trusthub_tui.account.resources import (
    ADDRESS_SIDS,
    ADDRESS_TYPE,
    ALL,
    Tree,
    addresses_of,
    assignments_of,
    attributes_of,
    bare,
    object_at,
    objects_like,
    profile_at,
    type_of,
)
from trusthub_tui.profile.answers import Answers
from trusthub_tui.store.linked import Linked, Sending, SendingState

_LOOKS: Final = (0.0, 2.0, 5.0, 10.0)
"""Seconds before each look for something that may have been made: lists lag behind."""

_EARLIER: Final = timedelta(minutes=5)
"""How far Twilio's clock may be behind ours."""

_TWICE: Final = 2


@dataclass(frozen=True, slots=True)
class Left:
    """A step that Twilio did not take."""

    step: Step
    words: str
    """Why, in Twilio's words."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a plan."""

    done: tuple[Step, ...] = ()
    left: tuple[Left, ...] = ()
    unsent: tuple[Change, ...] = ()
    """What cannot be sent as it stands."""

    @property
    def fields(self) -> tuple[Change, ...]:
        """Every answer that is still to be carried over by hand."""
        return tuple(dict.fromkeys(change for left in self.left for change in left.step.changes))


@dataclass(frozen=True, slots=True)
class Journal:
    """Sends the requests that change something of one profile; each is written down before it is sent."""

    linked: Linked
    profile_id: str

    async def written(
        self,
        key: str,
        body: Mapping[str, object],
        write: Callable[[], Awaitable[Object]],
        look: Callable[[], Awaitable[Object | None]],
    ) -> Object:
        """Send a request that is in the journal first; where it is not certain that it arrived, look.

        What is not there after all looks is sent once more, and no more than that.
        """
        for last in (False, True):
            line = self.linked.begin(self.profile_id, key, planning.body_hash(body))
            try:
                made = await write()
            except Unclear:
                self.linked.end(line, SendingState.UNCLEAR)
                there = await look()
                if there is None and last:
                    raise
                if there is None:
                    continue
                made = there
            except Refused as refused:
                self.linked.end(line, SendingState.REFUSED, words=refused.words)
                raise
            except AccountError:
                # It never left.
                self.linked.end(line, SendingState.REFUSED)
                raise
            self.linked.end(line, SendingState.DONE, str(made.get("sid") or ""))
            return made
        raise Unclear

    def unfinished(self, key: str) -> Sending | None:
        """Return the newest line about a step, where nobody knows what became of it."""
        line = next((one for one in self.linked.sendings(self.profile_id) if one.step == key), None)
        open_ended = (SendingState.SENT, SendingState.UNCLEAR)
        return line if line is not None and line.state in open_ended else None


@dataclass(slots=True)
class Sender:
    """Sends the corrections of one profile."""

    account: Account
    linked: Linked
    profile_id: str
    kind: str
    """Which kind of profile it is at Twilio: what is taken differs."""
    sleep: Callable[[float], Awaitable[None]]
    told: Callable[[Step], None] = lambda _: None
    """Called before each step."""
    try_again: bool = False
    """Whether to try what Twilio refused lately."""
    _journal: Journal = field(init=False)
    _left: dict[str, Left] = field(default_factory=dict)
    _tries: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._journal = Journal(self.linked, self.profile_id)

    async def send(self, tree: Tree, answers: Answers) -> Sent:
        """Write whatever differs; raises an AccountError, and may then simply be called again.

        What Twilio takes only in its Console is left, and the rest is still sent.
        """
        done: list[Step] = []
        tree = await self._adopted(tree)
        self.linked.received(self.profile_id, tree.as_text())
        while True:
            plan = planning.plan(tree, answers)
            step = next((one for one in plan.steps if one.key not in self._left), None)
            if step is None:
                return Sent(tuple(done), tuple(self._left.values()), plan.unsent)
            if not self._may_try(step):
                continue
            self.told(step)
            try:
                tree = await self._run(tree, step)
            except Gone:
                raise ChangedAtTwilio(_named(step.about), self.profile_id) from None
            except NotIsv:
                raise
            except ConsoleOnly as refused:
                self._remember(step, taken=False, words=refused.words)
                self._left[step.key] = Left(step, refused.words)
                continue
            self._remember(step, taken=True)
            done.append(step)
            self.linked.received(self.profile_id, tree.as_text())

    def _may_try(self, step: Step) -> bool:
        """Whether a step may be sent; what may not be is left."""
        known = self.linked.ability(self.account.identity.account_sid, step.operation, self.kind)
        if known is not None and not known.taken and not self.try_again:
            self._left[step.key] = Left(step, known.words)
            return False
        mark = f"{step.key} {step.hash}"
        self._tries[mark] = self._tries.get(mark, 0) + 1
        if self._tries[mark] > _TWICE:
            self._left[step.key] = Left(step, "Twilio answered that it took this, and has something else")
            return False
        return True

    def _remember(self, step: Step, *, taken: bool, words: str = "") -> None:
        self.linked.remember_ability(
            self.account.identity.account_sid, step.operation, self.kind, taken=taken, words=words
        )

    async def _run(self, tree: Tree, step: Step) -> Tree:
        match step.kind:
            case StepKind.UPDATE:
                return tree.with_object(await self._update(tree.objects[step.sid], step))
            case StepKind.CREATE:
                return tree.with_object(await self._create(step.about, step.body))
            case StepKind.ADDRESS:
                return await self._address(tree, step)
            case StepKind.ASSIGN:
                return tree.with_assignment(await self._assign(tree, step))
            case StepKind.PROFILE:
                return await self._profile(tree, step)

    async def _update(self, known: Object, step: Step) -> Object:
        """Write all attributes of an object that nobody else has changed since it was read."""
        where = object_at(step.sid)
        now = await self._fetched(where, step)
        if attributes_of(now) == step.body:
            return now
        if now.get("date_updated") != known.get("date_updated"):
            raise ChangedAtTwilio(_named(step.about), self.profile_id)
        form = {"Attributes": json.dumps(dict(step.body), ensure_ascii=False)}
        return await self._journal.written(
            step.key, step.body, lambda: self.account.write(where, form), lambda: self._has(where, step.body)
        )

    async def _has(self, where: Where, body: Mapping[str, object]) -> Object | None:
        now = await self.account.fetch(where)
        return now if attributes_of(now) == body else None

    async def _create(self, kind: str, body: Mapping[str, object]) -> Object:
        """Make an object, unless it was made already by a request whose answer never came."""
        key, name = f"{StepKind.CREATE.value}:{kind}", f"trusthub-tui {self.profile_id} {kind}"
        before = self._journal.unfinished(key)
        if before is not None:
            found = await self._looked_for(kind, name, body, before.at)
            if found is not None:
                self.linked.end(before.key, SendingState.DONE, str(found.get("sid")))
                return found
        form = {"FriendlyName": name, "Type": kind, "Attributes": json.dumps(dict(body), ensure_ascii=False)}

        async def look() -> Object | None:
            line = self._journal.unfinished(key)
            return await self._looked_for(kind, name, body, line.at) if line else None

        return await self._journal.written(
            key, body, lambda: self.account.write(bare(objects_like(kind)), form), look
        )

    async def _looked_for(
        self, kind: str, name: str, body: Mapping[str, object], since: datetime
    ) -> Object | None:
        """Look again and again for an object that may have been made: there is no other way to know."""
        for pause in _LOOKS:
            await self.sleep(pause)
            listed = await self.account.list(objects_like(kind))
            ours = [one for one in listed if one.get("friendly_name") == name and type_of(one) == kind]
            newest = sorted(ours, key=lambda one: str(one.get("date_created") or ""), reverse=True)
            for one in newest:
                if attributes_of(one) == body or _is_since(one, since - _EARLIER):
                    return one
        return None

    async def _address(self, tree: Tree, step: Step) -> Tree:
        """Let the document point to another address: others may use the one it points to now."""
        form = {name: str(text) for name, text in step.body.items()}
        address = await self._found_address(form) or await self._made_address(step, form)
        tree, pointer = tree.with_address(address), {ADDRESS_SIDS: str(address.get("sid"))}
        if not step.sid:
            return tree.with_object(await self._create(ADDRESS_TYPE, pointer))
        known = tree.objects[step.sid]
        pointing = Step(StepKind.UPDATE, ADDRESS_TYPE, step.sid, {**attributes_of(known), **pointer})
        return tree.with_object(await self._update(known, pointing))

    async def _found_address(self, form: Mapping[str, str]) -> Object | None:
        query = {"IsoCountry": form["IsoCountry"], **ALL}
        listed = await self.account.list(addresses_of(self.account.identity.account_sid, query))
        return next((one for one in listed if planning.is_same_address(one, form)), None)

    async def _made_address(self, step: Step, form: Mapping[str, str]) -> Object:
        filled = {name: text for name, text in form.items() if text}
        where = addresses_of(self.account.identity.account_sid)
        return await self._journal.written(
            f"make:{ADDRESS_TYPE}",
            step.body,
            lambda: self.account.write(where, {**filled, "AutoCorrectAddress": "false"}),
            lambda: self._found_address(form),
        )

    async def _assign(self, tree: Tree, step: Step) -> Object:
        where = assignments_of(tree.sid)

        async def look() -> Object | None:
            listed = await self.account.list(where)
            return next((one for one in listed if one.get("object_sid") == step.sid), None)

        return await self._journal.written(
            step.key, step.body, lambda: self.account.write(bare(where), {"ObjectSid": step.sid}), look
        )

    async def _profile(self, tree: Tree, step: Step) -> Tree:
        where, before = profile_at(tree.sid), planning.profile_body(tree.profile)
        now = await self._fetched(where, step)
        if planning.profile_body(now) not in (before, step.body):
            raise ChangedAtTwilio("The profile", self.profile_id)
        form = {name: str(text) for name, text in step.body.items() if text != before[name]}

        async def look() -> Object | None:
            found = await self.account.fetch(where)
            return found if planning.profile_body(found) == step.body else None

        written = await self._journal.written(
            step.key, step.body, lambda: self.account.write(where, form), look
        )
        return Tree({**tree.profile, **written}, tree.objects, tree.addresses, tree.assignments)

    async def _fetched(self, where: Where, step: Step) -> Object:
        try:
            return await self.account.fetch(where)
        except Gone:
            raise ChangedAtTwilio(_named(step.about), self.profile_id) from None

    async def _adopted(self, tree: Tree) -> Tree:
        """Return the tree with what was made earlier and never assigned."""
        for line in reversed(self.linked.sendings(self.profile_id)):
            verb, _, kind = line.step.partition(":")
            made = verb == StepKind.CREATE.value and line.state is SendingState.DONE and line.sid
            if not made or line.sid in tree.objects or tree.assigned(kind):
                continue
            try:
                given = await self.account.fetch(object_at(line.sid))
            except Gone:
                continue
            tree = tree.with_object(given)
        return tree


def is_ours(tree: Tree, sendings: tuple[Sending, ...]) -> frozenset[str]:
    """Return the SIDs of what stands at Twilio just as some request of ours left it."""
    sent = {line.body_hash for line in sendings}
    hashes = {sid: planning.body_hash(attributes_of(given)) for sid, given in tree.objects.items()}
    hashes[tree.sid] = planning.body_hash(planning.profile_body(tree.profile))
    return frozenset(sid for sid, hashed in hashes.items() if hashed in sent)


def _is_since(given: Object, earliest: datetime) -> bool:
    try:
        created = datetime.fromisoformat(str(given.get("date_created")))
        return created >= earliest
    except (ValueError, TypeError):
        return False


def _named(kind: str) -> str:
    return {
        "": "The profile",
        "customer_profile_business_information": "The business information",
        ADDRESS_TYPE: "The address",
        "authorized_representative_1": "Representative 1",
        "authorized_representative_2": "Representative 2",
    }.get(kind, "Something of it")
