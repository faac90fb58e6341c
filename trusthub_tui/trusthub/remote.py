"""Twilio itself: pulling, pushing, evaluating and following the profiles of a file through an account.

Whatever comes in enters the file through :class:`Filing`, like a decision that somebody pastes.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from trusthub_tui.account import following, planning, taking
from trusthub_tui.account.faults import (
    ConsoleOnly,
    Gone,
    Immutable,
    NotPermitted,
    OtherAccount,
    Unclear,
)
from trusthub_tui.account.following import Here, Turn
from trusthub_tui.account.planning import Plan, Step
from trusthub_tui.account.port import Account, Object
from trusthub_tui.account.resources import (
    Policies,
    ProfileKind,
    RemoteEvaluation,
    RemoteProfile,
    Tree,
    addresses_of,
    bare,
    evaluation_of,
    evaluations_of,
    profile_at,
    read_profile,
    read_profiles,
    read_tree,
)
from trusthub_tui.account.sending import Sender, Sent, is_ours
from trusthub_tui.account.taking import KNOWN, Comparison, Taken, ThreeWays
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.progress import rank
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission, standing_of
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.linked import Link
from trusthub_tui.store.records import Standing, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import BothChanged, NotLinked, NotTouched
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.trusthub.remote_known import Judged, judge, reasons_of, rejection_of, stored, time_of

SOURCE: Final = "Twilio"
"""Where pulled answers come from, as the history tells it."""

_SUBMIT: Final = "submit"

_EARLIER: Final = timedelta(minutes=5)
"""How far Twilio's clock may be behind ours."""

_FILED: Final = (Turn.FILED, Turn.FILED_AND_DECIDED)
_DECIDED: Final = (Turn.DECIDED, Turn.FILED_AND_DECIDED)

_LOCKED: Final = frozenset(status.value for status in Status if not status.editable)
"""Twilio's words for what cannot be changed there."""

_WAITING: Final = Standing("Twilio is reviewing it", rank(Status.IN_REVIEW, ()))
"""What the list says of a profile whose decision comes by itself."""


class Side(StrEnum):
    """Whose answer counts where both sides have changed it."""

    HERE = "here"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Check:
    """What an account may do."""

    profiles: tuple[RemoteProfile, ...] = ()
    """All that the account has."""
    reads: bool = True
    """Whether Trust Hub can be read."""
    writes: bool | None = None
    """Whether Twilio took changes of a Primary profile's answers; None where nobody has tried lately."""
    isv: bool | None = None
    """Whether a Primary profile is that of an ISV, reseller or partner; None where that is not known."""

    @property
    def primaries(self) -> tuple[RemoteProfile, ...]:
        """The Primary profiles."""
        return tuple(one for one in self.profiles if one.kind is ProfileKind.PRIMARY)


@dataclass(frozen=True, slots=True)
class Look:
    """A profile at Twilio beside the one here that stands for it, before anything is taken over."""

    profile: StoredProfile | None
    """The one here; None where there is none yet."""
    remote: RemoteProfile
    tree: Tree
    taken: Taken
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull has done."""

    profile_id: str
    new: bool
    """Whether a draft was made for it."""
    changed: tuple[Difference, ...] = ()
    """What was taken over, and can be taken back."""
    notes: tuple[str, ...] = ()
    """What was odd at Twilio; sentences without a full stop."""
    followed: "Followed | None" = None
    """What its status at Twilio has made of it."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What happened to a profile at Twilio since it was last looked at."""

    profile_id: str
    name: str
    turn: Turn
    word: str
    """The status at Twilio, as received; empty where there is none."""
    submission: Submission | None = None
    """The version it is about, with its decision if there is one."""
    differences: tuple[Difference, ...] = ()
    """What was filed otherwise than it stood here; taken over."""


class SubmitState(StrEnum):
    """How far a submission to Twilio came."""

    NONCOMPLIANT = "noncompliant"
    IN_CONSOLE = "in-console"
    """Twilio takes it only in the Console: what is left there is to press Submit, or to carry fields over."""
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a submission to Twilio."""

    state: SubmitState
    sent: Sent | None = None
    """What was corrected before; None where it was in review already."""
    judged: Judged | None = None
    followed: Followed | None = None


class Twilio:
    """One account, and the profiles in the file that stand for those in it.

    Every method that asks Twilio may raise an AccountError, and a StoreError where the file does not play
    along. To be used from the thread that opened the file. A cancelled call has changed nothing here, or is
    gone on with by the next call.
    """

    def __init__(
        self,
        store: Store,
        filing: Filing,
        account: Account,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._store = store
        self._filing = filing
        self.account = account
        """Whose account it is."""
        self._clock = clock
        self._sleep = sleep
        self._policies = Policies()

    async def check(self) -> Check:
        """Find out what works: whether key and account belong together, and what Trust Hub lets it see."""
        sid = self.account.identity.account_sid
        # Never the account itself: that answer would hold the auth token.
        await self.account.fetch(addresses_of(sid, {"PageSize": "1"}))
        try:
            profiles = await self.profiles()
        except NotPermitted:
            return Check(reads=False)
        ability = self._store.linked.ability(sid, "end-user", ProfileKind.PRIMARY.value)
        return Check(profiles, writes=ability.taken if ability else None, isv=self._isv())

    async def profiles(self) -> tuple[RemoteProfile, ...]:
        """Return all profiles of the account, and write them down for when there is no network."""
        found = await read_profiles(self.account, self._policies)
        await _breathe()
        brief = json.dumps([one.brief() for one in found], ensure_ascii=False)
        self._store.linked.listed(self.account.identity.account_sid, brief)
        return found

    async def look(self, target: str) -> Look:
        """Return a profile at Twilio beside the one here; ``target`` is the ID of this or the SID of that.

        Nothing is changed. NotLinked where an ID stands for nothing at Twilio; NotTouched for a profile of
        another kind.
        """
        profile, sid, link = self._meant(target)
        remote = await read_profile(self.account, sid, self._policies)
        if remote.kind is ProfileKind.OTHER:
            raise NotTouched(remote.name or sid)
        tree = await read_tree(self.account, sid)
        taken = taking.take(tree)
        was = _compared_last(link)
        here = profile.answers if profile else {}
        return Look(profile, remote, tree, taken, taking.compare(was, here, taken.answers))

    async def take_over(self, look: Look, chosen: Mapping[str, Side] | Side | None = None) -> Pulled:
        """Take over what was looked at, all of it or nothing; can be taken back.

        ``chosen`` says whose answer counts where both have changed one: for each path, or for all.
        BothChanged where that is not said of every one. What is locked here keeps its answers.
        """
        merged = _merged(look, chosen)
        if look.profile is None:
            made = self._store.profiles.create(merged, imported_from=SOURCE)
            profile_id, changed = made.id, differences({}, merged)
        else:
            profile_id, changed = look.profile.id, differences(look.profile.answers, merged)
            if changed and look.profile.status.editable:
                self._store.profiles.import_over(
                    profile_id, merged, imported_from=SOURCE, seen=look.profile.version
                )
            else:
                changed = ()
        self._link(profile_id, look.remote, look.tree)
        followed = await self.follow(profile_id, look.remote)
        return Pulled(profile_id, look.profile is None, changed, look.taken.notes, followed)

    async def plan(self, profile_id: str) -> tuple[Plan, Tree]:
        """Return what a push would write, and what Twilio has now; nothing is changed.

        NotLinked; BothChanged where Twilio has answers that were not pulled yet.
        """
        profile = self._store.profiles.get(profile_id)
        link = self._linked(profile)
        tree = await read_tree(self.account, link.sid)
        theirs = taking.take(tree).answers
        last = _compared_last(link)
        if last is not None:
            was = dict(last)
            was |= self._own(profile.id, tree, theirs)
            changed = taking.compare(was, profile.answers, theirs)
            if changed.both or changed.theirs:
                raise BothChanged(profile.id, [one.label for one in (*changed.both, *changed.theirs)])
        return planning.plan(tree, profile.answers), tree

    async def push(
        self, profile_id: str, told: Callable[[Step], None] = lambda _: None, *, try_again: bool = False
    ) -> Sent:
        """Write whatever differs to Twilio; ``told`` is called before each step.

        After whatever goes wrong it can simply be called again. Raises what :meth:`plan` raises.
        """
        plan, tree = await self.plan(profile_id)
        if plan.steps and str(tree.profile.get("status")) in _LOCKED:
            # Of several steps the first may be taken all the same, and would be left over.
            raise Immutable(
                "Twilio does not let this profile be changed: it is in review or approved there",
                f"Take in how it stands with: trusthub-tui pull {profile_id}",
            )
        profile = self._store.profiles.get(profile_id)
        link = self._linked(profile)
        self._store.linked.claim(profile.id)
        try:
            sender = Sender(
                self.account, self._store.linked, profile.id, link.kind, self._sleep, told, try_again
            )
            sent = await sender.send(tree, profile.answers)
        finally:
            self._store.linked.release(profile.id)
        return sent

    async def evaluate(self, profile_id: str) -> Judged:
        """Let Twilio check whether anything is missing, and write down what it says."""
        link = self._linked(self._store.profiles.get(profile_id))
        asked, where = self._clock(), bare(evaluations_of(link.sid))
        try:
            raw = await self.account.write(where, {"PolicySid": link.policy_sid})
        except Unclear:
            there = await self._newest_since(link.sid, asked)
            raw = there or await self.account.write(where, {"PolicySid": link.policy_sid})
        found = evaluation_of(raw)
        self._store.linked.evaluated(profile_id, [stored(found, self._clock())])
        return judge(found, self._clock())

    async def submit(
        self, profile_id: str, told: Callable[[Step], None] = lambda _: None, *, try_again: bool = False
    ) -> Submitted:
        """Push, evaluate and submit for review, as far as Twilio takes it by API.

        What somebody has submitted meanwhile is only taken in. Locked for what Twilio has approved.
        """
        sid = self._linked(self._store.profiles.get(profile_id)).sid
        remote = await read_profile(self.account, sid, self._policies)
        if remote.status in _LOCKED:
            followed = await self.follow(profile_id, remote)
            if remote.status == Status.APPROVED:
                raise Locked(profile_id, Status.APPROVED)
            return Submitted(SubmitState.SUBMITTED, followed=followed)
        sent = await self.push(profile_id, told, try_again=try_again)
        if sent.left or sent.unsent:
            return Submitted(SubmitState.IN_CONSOLE if sent.left else SubmitState.NONCOMPLIANT, sent)
        judged = await self.evaluate(profile_id)
        if not judged.compliant:
            return Submitted(SubmitState.NONCOMPLIANT, sent, judged)
        link = self._linked(self._store.profiles.get(profile_id))
        if not await self._submitted(link, try_again=try_again):
            return Submitted(SubmitState.IN_CONSOLE, sent, judged)
        followed = await self.follow(profile_id, await read_profile(self.account, link.sid, self._policies))
        return Submitted(SubmitState.SUBMITTED, sent, judged, followed)

    async def poll(self) -> tuple[Followed, ...]:
        """Ask once how all profiles of the account stand, and return what has happened.

        One request, however many there are; more only for those that something happened to.
        """
        remote = {one.sid: one for one in await self.profiles()}
        await _breathe()
        found = []
        for link in self._store.linked.all(self.account.identity.account_sid):
            there = remote.get(link.sid)
            if there is not None and (there.status, there.updated) == (link.status, link.updated):
                continue
            try:
                followed = await (self.follow(link.profile_id, there) if there else self._missing(link))
            except (ChangedMeanwhile, ProfileNotFound):
                continue  # somebody works on it at this moment; the next poll sees the same again
            if followed is not None:
                found.append(followed)
        return tuple(found)

    async def follow(self, profile_id: str, remote: RemoteProfile) -> Followed | None:
        """Let a profile stand here as it stands at Twilio; None where nothing has happened."""
        turn = self._turn(profile_id, remote)
        tree = await read_tree(self.account, remote.sid) if turn in _FILED else None
        read = await self._decision(remote) if turn in _DECIDED else None
        # Meanwhile another window may have taken the same in.
        turn = self._turn(profile_id, remote)
        profile = self._store.profiles.get(profile_id)
        submission, changed = self._here(profile).standing, differences({}, {})
        if turn in _FILED and tree is not None:
            submission, changed = self._filed(profile, remote, tree)
        if turn in _DECIDED and read is not None:
            submission = self._filing.decide(profile_id, read).submission
        self._store.linked.said(profile_id, remote.status, remote.updated)
        if turn is Turn.NOTHING:
            return None
        return Followed(profile_id, profile.name, turn, remote.status, submission, changed)

    def stands(self, profile_id: str) -> Link | None:
        """Return what a profile stands for at Twilio, if anything; asks nobody."""
        return self._store.linked.of(profile_id)

    def _turn(self, profile_id: str, remote: RemoteProfile) -> Turn:
        here = self._here(self._store.profiles.get(profile_id))
        return following.turn(here, remote.status, frozenset(remote.codes))

    def _filed(
        self, profile: StoredProfile, remote: RemoteProfile, tree: Tree
    ) -> tuple[Submission, tuple[Difference, ...]]:
        """Take down that somebody has filed a profile, with the answers that were filed."""
        merged = dict(profile.answers)
        theirs = taking.take(tree).answers
        merged |= {
            path: theirs.get(path, "")
            for path in KNOWN
            if canonical(path, profile.answers) != canonical(path, theirs)
        }
        merged = {path: text for path, text in merged.items() if text}
        # What practice has locked keeps its answers.
        changed = differences(profile.answers, merged) if profile.status.editable else ()
        if changed:
            self._store.profiles.import_over(profile.id, merged, imported_from=SOURCE, seen=profile.version)
        self._link(profile.id, remote, tree)
        filed = self._filing.filed(profile.id, remote.sid)
        self._store.profiles.save_standing(profile.id, _WAITING)
        return filed, changed

    async def _decision(self, remote: RemoteProfile) -> ReadDecision:
        """Read a decision; where the profile gives no reason, the newest evaluation may."""
        if remote.status == Status.APPROVED:
            return ReadDecision(
                approved=True, sid=remote.sid
            )  # errors of an earlier version may still be there
        read = ReadDecision(approved=False, reasons=rejection_of(remote), sid=remote.sid)
        if read.reasons:
            return read
        newest = next(iter(await self._evaluations(remote.sid)), None)
        if newest is None or newest.compliant:
            return read
        return replace(read, reasons=reasons_of(newest))

    async def _evaluations(self, sid: str) -> tuple[RemoteEvaluation, ...]:
        found = map(evaluation_of, await self.account.list(evaluations_of(sid)))
        return tuple(sorted(found, key=lambda one: one.created, reverse=True))

    async def _newest_since(self, sid: str, asked: datetime) -> Object | None:
        """Return the evaluation that a request has made whose answer never came, if it arrived."""
        newest = next(iter(await self._evaluations(sid)), None)
        link = self._store.linked.by_sid(sid)
        known = {one.sid for one in self._store.linked.evaluations(link.profile_id)} if link else set()
        if newest is None or newest.sid in known or time_of(newest.created, asked) < asked - _EARLIER:
            return None
        return newest.raw

    async def _submitted(self, link: Link, *, try_again: bool) -> bool:
        """Submit, unless Twilio is known to refuse that; False where it does."""
        account_sid = self.account.identity.account_sid
        known = self._store.linked.ability(account_sid, _SUBMIT, link.kind)
        if known is not None and not known.taken and not try_again:
            return False
        try:
            await self.account.write(profile_at(link.sid), {"Status": "pending-review"})
        except ConsoleOnly as refused:
            self._store.linked.remember_ability(
                account_sid, _SUBMIT, link.kind, taken=False, words=refused.words
            )
            return False
        except (Unclear, Immutable):
            # It may have arrived, or somebody was faster.
            if not (await read_profile(self.account, link.sid, self._policies)).status.endswith("-review"):
                raise
        self._store.linked.remember_ability(account_sid, _SUBMIT, link.kind, taken=True)
        return True

    async def _missing(self, link: Link) -> Followed | None:
        """Find out what became of a profile that is not in the list."""
        try:
            return await self.follow(
                link.profile_id, await read_profile(self.account, link.sid, self._policies)
            )
        except Gone:
            now = self._clock()
        profile = self._store.profiles.get(link.profile_id)
        turn = following.turn_without(Here(None, missing_at=link.missing_at), now)
        if turn is Turn.MISSING:
            self._store.linked.missing(link.profile_id, now)
        if turn is Turn.GONE:
            self._store.linked.unlink(link.profile_id)
        return None if turn is Turn.NOTHING else Followed(profile.id, profile.name, turn, "")

    def _here(self, profile: StoredProfile) -> Here:
        standing = standing_of([one for one in self._store.submissions.of(profile.id) if one.hub == "twilio"])
        decision = standing.decision if standing else None
        codes = frozenset(reason.code for reason in decision.reasons) if decision else frozenset()
        return Here(standing, codes)

    def _meant(self, target: str) -> tuple[StoredProfile | None, str, Link | None]:
        """Return the profile here, its SID at Twilio and the link between them, as far as there is any."""
        linked = self._store.linked
        if target.startswith("BU") and len(target) > 30:
            link = linked.by_sid(target)
            known = link.profile_id if link else linked.named(target)
            profile = self._store.profiles.get(known) if known else None
            sid = target
        else:
            profile = self._store.profiles.get(target)
            link = linked.of(profile.id)
            sid = link.sid if link else profile.sid
        if not sid:
            raise NotLinked(target)
        if link is not None and profile is not None:
            self._must_be_ours(profile, link)
        return profile, sid, link

    def _linked(self, profile: StoredProfile) -> Link:
        link = self._store.linked.of(profile.id)
        if link is None:
            raise NotLinked(profile.id)
        self._must_be_ours(profile, link)
        return link

    def _must_be_ours(self, profile: StoredProfile, link: Link) -> None:
        given = self.account.identity.account_sid
        if link.account_sid != given:
            raise OtherAccount(f"Profile {profile.id}", link.account_sid, given)

    def _link(self, profile_id: str, remote: RemoteProfile, tree: Tree) -> None:
        known = self._store.linked.of(profile_id)
        self._store.linked.link(
            Link(
                profile_id,
                self.account.identity.account_sid,
                remote.sid,
                remote.policy_sid,
                remote.kind.value,
                known.status if known else "",
                known.updated if known else "",
                self._clock(),
                tree.as_text(),
            )
        )

    def _own(self, profile_id: str, tree: Tree, theirs: Answers) -> Answers:
        """Return the answers that stand at Twilio because we sent them, perhaps without hearing so."""
        ours = is_ours(tree, self._store.linked.sendings(profile_id))
        parents = {"" if tree.sid in ours else None}
        for kind, parent in paths.OBJECTS.items():
            if any(str(one.get("sid")) in ours for one in tree.assigned(kind)[:1]):
                parents.add(parent)
        fields = {path for path in KNOWN if paths.parent(path) in parents}
        if "" in parents:
            fields |= {paths.NOTIFICATION_EMAIL, paths.STATUS_CALLBACK}
        return {path: theirs.get(path, "") for path in fields}

    def _isv(self) -> bool | None:
        """Whether a Primary profile of the account, that stands here, is that of an ISV."""
        account_sid = self.account.identity.account_sid
        kind = ProfileKind.PRIMARY.value
        found = [one for one in self._store.linked.all(account_sid) if one.kind == kind]
        if not found:
            return None
        answers = (self._store.profiles.get(one.profile_id).answers for one in found)
        return any(one.get(paths.IDENTITY) == "isv_reseller_or_partner" for one in answers)


def _compared_last(link: Link | None) -> Answers | None:
    """Return the answers that both sides had when they were compared last; None for never.

    What cannot be read any more counts as never: every difference is then the user's to choose.
    """
    if link is None or not link.remote:
        return None
    try:
        return taking.take(Tree.from_text(link.remote)).answers
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


async def _breathe() -> None:
    """Let whoever types have a turn: a thousand profiles take some milliseconds to read."""
    import asyncio

    await asyncio.sleep(0)


def _merged(look: Look, chosen: Mapping[str, Side] | Side | None) -> dict[str, str]:
    """Return the answers after a pull; raises BothChanged where a choice is missing."""
    merged = dict(look.profile.answers if look.profile else {})
    theirs: list[ThreeWays] = list(look.comparison.theirs)
    left = []
    for one in look.comparison.both:
        side = chosen if isinstance(chosen, Side) else (chosen or {}).get(one.path)
        if side is None:
            left.append(one.label)
        elif side is Side.THEIRS:
            theirs.append(one)
    if left:
        raise BothChanged(look.profile.id if look.profile else look.remote.sid, left)
    merged |= {one.path: one.theirs for one in theirs}
    return {path: text for path, text in merged.items() if text}
