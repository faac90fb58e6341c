"""Twilio itself: pulling, pushing, evaluating and following the profiles of a file through an account."""

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from trusthub_tui.account import planning, taking
from trusthub_tui.account.faults import ConsoleOnly, Immutable, NotPermitted, shown
from trusthub_tui.account.planning import Plan, Step
from trusthub_tui.account.port import Account, Object
from trusthub_tui.account.resources import (
    Policies,
    ProfileKind,
    RemoteProfile,
    Tree,
    addresses_of,
    bare,
    evaluation_of,
    evaluations_of,
    profile_at,
    read_evaluations,
    read_profile,
    read_profiles,
    read_tree,
)
from trusthub_tui.account.sending import Journal, Sender, Sent
from trusthub_tui.account.taking import ThreeWays
from trusthub_tui.profile import paths
from trusthub_tui.profile.differences import differences
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.linked import EVALUATING, SUBMITTING, Link, Sending, SendingState
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import BothChanged, NotTouched
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.remote_following import Following
from trusthub_tui.trusthub.remote_known import Judged, judge, stored, time_of
from trusthub_tui.trusthub.remote_links import Links, compared_last
from trusthub_tui.trusthub.remote_results import (
    SOURCE,
    BothSides,
    Check,
    Followed,
    Pulled,
    Side,
    SubmitState,
    Submitted,
)

_SUBMIT: Final = "submit"

_EARLIER: Final = timedelta(minutes=5)
"""How far Twilio's clock may be behind ours."""

_LOCKED: Final = frozenset(status.value for status in Status if not status.editable)
"""Twilio's words for what cannot be changed there."""


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
        self.account = account
        """Whose account it is."""
        self.listed: tuple[RemoteProfile, ...] = ()
        """All its profiles as they were told last."""
        self._brief = ""
        """The same, as it is written down."""
        self._clock = clock
        self._sleep = sleep
        self._policies = Policies(store.linked)
        self._links = Links(store, account.identity.account_sid, clock, account.identity.parent)
        self._following = Following(store, filing, account, self._policies, self._links, clock)

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
        found = await read_profiles(self.account, self._policies, self.listed)
        await _breathe()
        if found != self.listed or not self._brief:
            self._brief = json.dumps([one.brief() for one in found], ensure_ascii=False)
        self.listed = found
        self._store.linked.listed(self.account.identity.account_sid, self._brief)
        return found

    async def stands_for(self, profile_id: str) -> RemoteProfile:
        """Return the profile at Twilio that one here stands for, as it is now; raises NotLinked."""
        link = self._links.of(self._store.profiles.get(profile_id))
        return await read_profile(self.account, link.sid, self._policies)

    async def look(self, target: str) -> BothSides:
        """Return a profile at Twilio beside the one here; ``target`` is the ID of this or the SID of that.

        Nothing is changed. NotLinked where an ID stands for nothing at Twilio; NotTouched for a profile of
        another kind.
        """
        profile, sid, link = self._links.meant(target)
        remote = await read_profile(self.account, sid, self._policies)
        if remote.kind is ProfileKind.OTHER:
            raise NotTouched(remote.name or sid)
        tree = await read_tree(self.account, sid)
        taken = taking.take(tree)
        was = compared_last(link)
        here = profile.answers if profile else {}
        return BothSides(profile, remote, tree, taken, taking.compare(was, here, taken.answers))

    async def take_over(self, look: BothSides, chosen: Mapping[str, Side] | Side | None = None) -> Pulled:
        """Take over what was looked at, all of it or nothing; can be taken back.

        ``chosen`` says whose answer counts where both have changed one: for each path, or for all.
        BothChanged where that is not said of every one. What is locked here keeps its answers.
        """
        merged, before = _merged(look, chosen), self._store.linked.by_sid(look.remote.sid)
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
        self._links.compared(profile_id, look.remote, look.tree)
        followed = await self._following.follow(profile_id, look.remote, before)
        return Pulled(profile_id, look.profile is None, changed, look.taken.notes, followed)

    def foresee(self, look: BothSides, chosen: Mapping[str, Side] | Side | None = None) -> Pulled:
        """Return what :meth:`take_over` would do; the ID of a draft that would be made is empty."""
        merged = _merged(look, chosen)
        if look.profile is None:
            return Pulled("", new=True, changed=differences({}, merged), notes=look.taken.notes)
        changed = differences(look.profile.answers, merged) if look.profile.status.editable else ()
        return Pulled(look.profile.id, new=False, changed=changed, notes=look.taken.notes)

    async def plan(self, profile_id: str) -> tuple[Plan, Tree]:
        """Return what a push would write, and what Twilio has now; nothing is changed.

        NotLinked; BothChanged where Twilio has answers that were not pulled yet.
        """
        profile = self._store.profiles.get(profile_id)
        link = self._links.of(profile)
        tree = await read_tree(self.account, link.sid)
        theirs = taking.take(tree).answers
        last = compared_last(link)
        if last is not None:
            was = dict(last)
            was |= self._links.sent_by_us(profile.id, tree, theirs)
            changed = taking.compare(was, profile.answers, theirs)
            if changed.both or changed.theirs:
                raise BothChanged(profile.id, [one.label for one in (*changed.both, *changed.theirs)])
        return planning.plan(tree, profile.answers), tree

    async def push(
        self,
        profile_id: str,
        told: Callable[[Step], None] = lambda _: None,
        *,
        seen: int | None = None,
        try_again: bool = False,
    ) -> Sent:
        """Write whatever differs to Twilio; ``told`` is called before each step.

        ``seen`` is the profile's version that somebody has looked at: ChangedMeanwhile when it is not the
        newest. After whatever goes wrong it can simply be called again. Raises what :meth:`plan` raises.
        """
        self._must_be_seen(profile_id, seen)
        plan, tree = await self.plan(profile_id)
        if plan.steps and str(tree.profile.get("status")) in _LOCKED:
            # Of several steps the first may be taken all the same, and would be left over.
            raise Immutable(
                "Twilio does not let this profile be changed: it is in review or approved there",
                f"Take in how it stands with: trusthub-tui pull {profile_id}",
            )
        profile = self._must_be_seen(profile_id, seen)
        link = self._links.of(profile)
        self._store.linked.claim(profile.id)
        try:
            sender = Sender(
                self.account, self._store.linked, profile.id, link.kind, self._sleep, told, try_again
            )
            sent = await sender.send(tree, profile.answers)
        except Immutable:
            # It may have moved on since it was read.
            now = await read_profile(self.account, link.sid, self._policies)
            await self._following.follow(profile.id, now)
            raise
        finally:
            self._store.linked.release(profile.id)
        if sent.done and link.status == tree.profile.get("status") == Status.REJECTED:
            await self._own_change(link, tree)
        return sent

    async def evaluate(self, profile_id: str) -> Judged:
        """Let Twilio check whether anything is missing, and write down what it says."""
        link = self._links.of(self._store.profiles.get(profile_id))
        journal = Journal(self._store.linked, link.profile_id)
        where, form = bare(evaluations_of(link.sid)), {"PolicySid": link.policy_sid}

        async def look() -> Object | None:
            line = self._asked_before(journal)
            return await self._newest_since(link.sid, line.at) if line is not None else None

        before, raw = self._asked_before(journal), await look()
        if raw is None:
            raw = await journal.written(EVALUATING, form, lambda: self.account.write(where, form), look)
        elif before is not None:
            self._store.linked.end(before.key, SendingState.DONE, str(raw.get("sid") or ""))
        found = evaluation_of(raw)
        self._store.linked.evaluated(profile_id, [stored(found, self._clock())])
        return judge(found, self._clock())

    async def submit(
        self,
        profile_id: str,
        told: Callable[[Step], None] = lambda _: None,
        *,
        seen: int | None = None,
        try_again: bool = False,
    ) -> Submitted:
        """Push, evaluate and submit for review, as far as Twilio takes it by API.

        ``seen`` is the profile's version that somebody has looked at: ChangedMeanwhile when it is not the
        newest, also when that happens on the way. What somebody has submitted meanwhile is only taken in.
        Locked for what Twilio has approved.
        """
        seen = self._must_be_seen(profile_id, seen).version
        sid = self._links.of(self._store.profiles.get(profile_id)).sid
        remote = await read_profile(self.account, sid, self._policies)
        if remote.status in _LOCKED:
            followed = await self._following.follow(profile_id, remote)
            if remote.status == Status.APPROVED:
                raise Locked(profile_id, Status.APPROVED)
            return Submitted(SubmitState.SUBMITTED, followed=followed)
        sent = await self.push(profile_id, told, seen=seen, try_again=try_again)
        if sent.left or sent.unsent:
            return Submitted(SubmitState.IN_CONSOLE if sent.left else SubmitState.NONCOMPLIANT, sent)
        judged = await self.evaluate(profile_id)
        if not judged.compliant:
            return Submitted(SubmitState.NONCOMPLIANT, sent, judged)
        link = self._links.of(self._must_be_seen(profile_id, seen))
        if not await self._submitted(link, try_again=try_again):
            return Submitted(SubmitState.IN_CONSOLE, sent, judged)
        followed = await self._following.follow(
            profile_id, await read_profile(self.account, link.sid, self._policies)
        )
        return Submitted(SubmitState.SUBMITTED, sent, judged, followed)

    async def poll(self) -> tuple[Followed, ...]:
        """Ask once how all profiles of the account stand, and return what has happened.

        One request, however many there are; more only for those that something happened to.
        """
        remote = {one.sid: one for one in await self.profiles()}
        await _breathe()
        found = []
        for known in self._store.linked.words(self.account.identity.account_sid):
            there = remote.get(known.sid)
            if there is not None and (there.status, there.updated) == (known.status, known.updated):
                continue
            try:
                followed = await (
                    self._following.follow(known.profile_id, there)
                    if there
                    else self._following.missing(known.profile_id)
                )
            except (ChangedMeanwhile, ProfileNotFound):
                continue  # somebody works on it at this moment; the next poll sees the same again
            if followed is not None:
                found.append(followed)
        return tuple(found)

    def _must_be_seen(self, profile_id: str, seen: int | None) -> StoredProfile:
        """Return a profile, which must still be as somebody has looked at it."""
        profile = self._store.profiles.get(profile_id)
        if seen is not None and profile.version != seen:
            raise ChangedMeanwhile(profile.id)
        return profile

    async def _own_change(self, link: Link, before: Tree) -> None:
        """Write down since when a rejected profile stands, so that what we changed is no new decision.

        Only where nobody else had changed it before.
        """
        if shown(before.profile.get("date_updated")) != link.updated:
            return
        now = await read_profile(self.account, link.sid, self._policies)
        if now.status == link.status:
            self._store.linked.said(link.profile_id, now.status, now.updated)

    def _asked_before(self, journal: Journal) -> Sending | None:
        """Return the line of an evaluation nobody knows the end of, if nothing was sent since."""
        line = journal.unfinished(EVALUATING)
        newest = next(iter(self._store.linked.sendings(journal.profile_id)), None)
        return line if line == newest else None

    async def _newest_since(self, sid: str, asked: datetime) -> Object | None:
        """Return the evaluation that a request has made whose answer never came, if it arrived."""
        newest = next(iter(await read_evaluations(self.account, sid)), None)
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
        where, form = profile_at(link.sid), {"Status": Status.PENDING_REVIEW.value}
        journal = Journal(self._store.linked, link.profile_id)
        try:
            await journal.written(
                SUBMITTING, form, lambda: self.account.write(where, form), lambda: self._in_review(link)
            )
        except ConsoleOnly as refused:
            self._store.linked.remember_ability(
                account_sid, _SUBMIT, link.kind, taken=False, words=refused.words
            )
            return False
        except Immutable:
            # Somebody was faster.
            if await self._in_review(link) is None:
                raise
        self._store.linked.remember_ability(account_sid, _SUBMIT, link.kind, taken=True)
        return True

    async def _in_review(self, link: Link) -> Object | None:
        """Return a profile as it is at Twilio, if it is in review there."""
        remote = await read_profile(self.account, link.sid, self._policies)
        return remote.raw if remote.status.endswith("-review") else None

    def _isv(self) -> bool | None:
        """Whether a Primary profile of the account, that stands here, is that of an ISV."""
        account_sid = self.account.identity.account_sid
        kind = ProfileKind.PRIMARY.value
        found = [one for one in self._store.linked.all(account_sid) if one.kind == kind]
        if not found:
            return None
        answers = (self._store.profiles.get(one.profile_id).answers for one in found)
        return any(one.get(paths.IDENTITY) == "isv_reseller_or_partner" for one in answers)


async def _breathe() -> None:
    """Let whoever types have a turn: a thousand profiles take some milliseconds to read."""
    import asyncio

    await asyncio.sleep(0)


def _merged(look: BothSides, chosen: Mapping[str, Side] | Side | None) -> dict[str, str]:
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
