"""What is known of Twilio without asking: what was read before, with the time it was read."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from trusthub_tui.account.port import Object
from trusthub_tui.account.resources import RemoteEvaluation, RemoteProfile, known_kinds, profile_of
from trusthub_tui.profile.submission import Reason
from trusthub_tui.store.linked import Link, StoredEvaluation
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.received.outcome import NoDecision


@dataclass(frozen=True, slots=True)
class Judged:
    """What Twilio's own completeness check says."""

    compliant: bool
    at: datetime
    reasons: tuple[Reason, ...] = ()
    """Its failures, each with the questions it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a profile stands for at Twilio, as it was read last."""

    link: Link
    checked_at: datetime
    """When Twilio was asked about it last."""
    judged: Judged | None = None
    """What its newest evaluation says."""


def at_twilio_as_known(store: Store, profile_id: str) -> Known | None:
    """Return what is known of a profile at Twilio; None where it stands for none there."""
    link = store.linked.of(profile_id)
    if link is None:
        return None
    newest = next(iter(store.linked.evaluations(profile_id)), None)
    checked_at = store.linked.checked(profile_id)[link.profile_id]
    return Known(link, checked_at, judged(newest) if newest else None)


def known_profiles(store: Store, account_sid: str) -> tuple[datetime | None, tuple[RemoteProfile, ...]]:
    """Return all profiles of an account as they were last told, and when that was; asks nobody."""
    listing = store.linked.listing(account_sid)
    if listing is None:
        return None, ()
    kinds = known_kinds(store.linked.policies(account_sid, however_old=True))
    return listing.at, tuple(profile_of(raw, kinds) for raw in _objects(listing.profiles))


def _objects(text: str) -> list[Object]:
    """Return the objects of a list that was written down; what cannot be read any more is none."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [one for one in read if isinstance(one, dict)] if isinstance(read, list) else []


def reasons_of(evaluation: RemoteEvaluation) -> tuple[Reason, ...]:
    """Return what an evaluation found missing, each with its questions."""
    return _reasons({name: value for name, value in evaluation.raw.items() if name != "policy_sid"})


def rejection_of(remote: RemoteProfile) -> tuple[Reason, ...]:
    """Return why a profile was rejected, as far as its errors say; often they say nothing."""
    return _reasons({name: remote.raw.get(name) for name in ("sid", "status", "errors")})


def _reasons(raw: Object) -> tuple[Reason, ...]:
    from trusthub_tui.trusthub.received.api import read_document

    try:
        return read_document(raw).reasons
    except NoDecision:
        return ()


def judged(one: StoredEvaluation) -> Judged:
    """Read an evaluation that was written down."""
    raw = {
        "status": "compliant" if one.compliant else "noncompliant",
        "results": _objects(one.results),
    }
    return judge(RemoteEvaluation(one.sid, one.compliant, "", raw), one.at)


def judge(found: RemoteEvaluation, now: datetime) -> Judged:
    """Return what an evaluation says, as people and programs read it."""
    return Judged(found.compliant, time_of(found.created, now), () if found.compliant else reasons_of(found))


def stored(found: RemoteEvaluation, now: datetime) -> StoredEvaluation:
    """Return an evaluation as it is written down."""
    results = json.dumps(found.raw.get("results") or [], ensure_ascii=False)
    return StoredEvaluation(found.sid, time_of(found.created, now), found.compliant, results)


def time_of(text: str, otherwise: datetime) -> datetime:
    """Return a time as Twilio writes it; another one where it is none."""
    try:
        at = datetime.fromisoformat(text)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    except ValueError:
        return otherwise
