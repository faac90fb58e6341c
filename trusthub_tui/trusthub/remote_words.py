"""What is said of an account, a push, and what happened at Twilio: the same for screens and commands."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.faults import short
from trusthub_tui.account.following import Turn
from trusthub_tui.account.planning import Step, StepKind
from trusthub_tui.profile.labels import remote_status
from trusthub_tui.trusthub.remote_results import Check, Followed

_WRITES: Final = {
    None: "nobody has tried yet",
    True: "Twilio took them",
    False: "Twilio takes them only in its Console",
}


def account_lines(credentials: Credentials, check: Check | None) -> Iterator[str]:
    """Yield whose account it is, where its credentials are from, and what works; None where nobody asked."""
    yield from whose_lines(credentials)
    if check is None:
        yield "Nothing was asked: offline"
    elif not check.reads:
        yield "This key may not read Trust Hub: a Standard key or the auth token is needed"
    else:
        yield from _what_works(check, credentials.parent)


def whose_lines(credentials: Credentials) -> Iterator[str]:
    """Yield whose account it is, and where its credentials are from."""
    yield f"Account {short(credentials.account_sid)}, from {credentials.source}"
    if credentials.hosts.replaced:
        yield f"NOT TWILIO: {credentials.hosts.replaced}"
    if credentials.parent:
        yield f"It is a subaccount of {short(credentials.parent)}"


def _what_works(check: Check, parent: str) -> Iterator[str]:
    yield "Trust Hub can be read"
    yield f"Corrections by API: {_WRITES[check.writes]}"
    names = ", ".join(f"{one.name} ({remote_status(one.status)})" for one in check.primaries)
    none = f"in {short(parent)}, the parent account" if parent else "none yet; begin one in the Console"
    yield f"Primary profile: {names or none}"
    if check.isv is None and check.primaries:
        yield "ISV, reseller or partner: not known before the Primary profile is pulled"
    if check.isv is not None:
        yield f"ISV, reseller or partner: {'yes' if check.isv else 'no'}"


_VERBS: Final = {
    StepKind.PROFILE: "Change the profile",
    StepKind.UPDATE: "Change",
    StepKind.CREATE: "Make",
    StepKind.ADDRESS: "Use another address for",
    StepKind.ASSIGN: "Assign",
}
_NAMES: Final = {
    "": "itself",
    "customer_profile_business_information": "the business information",
    "customer_profile_address": "the business address",
    "authorized_representative_1": "representative 1",
    "authorized_representative_2": "representative 2",
}


def step_line(step: Step) -> str:
    """Return what a step does, in a few words."""
    return f"{_VERBS[step.kind]} {_NAMES.get(step.about, step.about)}"


_TOLD: Final = 3
"""How many questions are named."""

_SAID: Final = {
    Turn.FILED: "was submitted in the Console",
    Turn.BACK_TO_DRAFT: "is a draft at Twilio, and in review here; nothing was changed",
    Turn.CONTRADICTED: "was approved, and has another status at Twilio now; nothing was changed",
    Turn.MISSING: "is not to be found at Twilio; it is looked for again",
    Turn.GONE: "is gone at Twilio; its answers stay here",
    Turn.UNKNOWN: "has a status that this program does not know; update trusthub-tui",
}


def what_happened(one: Followed) -> str:
    """Return what has happened, to be said after the name of the profile; without a full stop."""
    said = _SAID.get(one.turn) or f"is {remote_status(one.word)}{_reasons_of(one)}"
    return f"{said}{_otherwise(one)}"


def _otherwise(one: Followed) -> str:
    """Return what was filed otherwise than it stood here."""
    labels = [difference.label for difference in one.differences]
    if not labels:
        return ""
    more = f" and {len(labels) - _TOLD} more" if len(labels) > _TOLD else ""
    return f"; taken over as it was filed: {', '.join(labels[:_TOLD])}{more}"


def _reasons_of(one: Followed) -> str:
    decision = one.submission.decision if one.submission else None
    if decision is None or decision.approved:
        return ""
    codes = ", ".join(str(reason.code) for reason in decision.reasons if reason.code)
    return f": {codes}" if codes else "; no reason was given, paste the e-mail"
