"""Which profile of the file stands for which at Twilio, and what both had when they were compared last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from trusthub_tui.account import taking
from trusthub_tui.account.faults import OtherAccount
from trusthub_tui.account.resources import RemoteProfile, Tree
from trusthub_tui.account.sending import is_ours
from trusthub_tui.account.taking import KNOWN
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.store.linked import Link
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import NotLinked


@dataclass(frozen=True, slots=True)
class Links:
    """The links between the profiles of a file and those of one account; asks nobody."""

    store: Store
    account_sid: str
    """The account that every link must be to."""
    clock: Callable[[], datetime]
    parent: str = ""
    """The account it is a subaccount of, where that is known."""

    def meant(self, target: str) -> tuple[StoredProfile | None, str, Link | None]:
        """Return the profile here, its SID at Twilio and the link between them, as far as there is any."""
        linked = self.store.linked
        if target.startswith("BU") and len(target) > 30:
            link = linked.by_sid(target)
            known = link.profile_id if link else linked.named(target)
            profile = self.store.profiles.get(known) if known else None
            sid = target
        else:
            profile = self.store.profiles.get(target)
            link = linked.of(profile.id)
            sid = link.sid if link else profile.sid
        if not sid:
            raise NotLinked(target)
        if link is not None and profile is not None:
            self._must_be_ours(profile, link)
        return profile, sid, link

    def of(self, profile: StoredProfile) -> Link:
        """Return what a profile stands for at Twilio; raises NotLinked, or OtherAccount."""
        link = self.store.linked.of(profile.id)
        if link is None:
            raise NotLinked(profile.id)
        self._must_be_ours(profile, link)
        return link

    def compared(self, profile_id: str, remote: RemoteProfile, tree: Tree) -> None:
        """Write down that one here stands for one at Twilio, and what was there at this comparison."""
        known = self.store.linked.of(profile_id)
        self.store.linked.link(
            Link(
                profile_id,
                self.account_sid,
                remote.sid,
                remote.policy_sid,
                remote.kind.value,
                known.status if known else "",
                known.updated if known else "",
                self.clock(),
                tree.as_text(),
            )
        )

    def sent_by_us(self, profile_id: str, tree: Tree, theirs: Answers) -> Answers:
        """Return the answers that stand at Twilio because we sent them, perhaps without hearing so."""
        ours = is_ours(tree, self.store.linked.sendings(profile_id))
        parents = {"" if tree.sid in ours else None}
        for kind, parent in paths.OBJECTS.items():
            if any(str(one.get("sid")) in ours for one in tree.assigned(kind)[:1]):
                parents.add(parent)
        fields = {path for path in KNOWN if paths.parent(path) in parents}
        if "" in parents:
            fields |= {paths.NOTIFICATION_EMAIL, paths.STATUS_CALLBACK}
        return {path: theirs.get(path, "") for path in fields}

    def _must_be_ours(self, profile: StoredProfile, link: Link) -> None:
        if link.account_sid != self.account_sid:
            raise OtherAccount(f"Profile {profile.id}", link.account_sid, self.account_sid, self.parent)


def compared_last(link: Link | None) -> Answers | None:
    """Return the answers that both sides had when they were compared last; None for never.

    What cannot be read any more counts as never: every difference is then the user's to choose.
    """
    tree = received_last(link)
    try:
        return taking.take(tree).answers if tree is not None else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def received_last(link: Link | None) -> Tree | None:
    """Return what was last received of a profile; None for nothing, or what cannot be read any more."""
    if link is None or not link.remote:
        return None
    try:
        tree = Tree.from_text(link.remote)
        return tree if isinstance(tree.profile, dict) else None
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
