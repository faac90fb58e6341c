"""What is read from an account and written to it: places, forms, and what comes back.

Objects are kept as received: attributes that this program does not know survive whatever it changes.
Source of paths and names: Twilio's API description of Trust Hub v1 and of the API of 2010-04-01.
"""

import json
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from trusthub_tui.account.faults import Gone, shown
from trusthub_tui.account.port import Account, Host, Object, Where
from trusthub_tui.profile import paths
from trusthub_tui.store.linked import Linked

ALL: Final = {"PageSize": "1000"}

PRIMARY_POLICY: Final = "RN6433641899984f951173ef1738c3bdd0"
SECONDARY_POLICY: Final = "RNdfbf3fae0e1107f8aded0e7cead80bf5"
_STARTER_POLICY: Final = "RN806dd6cd175f314e1f96a9727ee271f4"
_PRIMARY: Final = "Primary Customer Profile of type Business"
_SECONDARY: Final = "Secondary Customer Profile of type Business"

ADDRESS_TYPE: Final = "customer_profile_address"
ADDRESS_SIDS: Final = "address_sids"

ADDRESS_FORM: Final = {
    paths.COUNTRY: "IsoCountry",
    paths.STREET: "Street",
    paths.STREET_SECONDARY: "StreetSecondary",
    paths.CITY: "City",
    paths.REGION: "Region",
    paths.POSTAL_CODE: "PostalCode",
}
PROFILE_FORM: Final = {
    paths.FRIENDLY_NAME: "FriendlyName",
    paths.NOTIFICATION_EMAIL: "Email",
    paths.STATUS_CALLBACK: "StatusCallback",
}
PROFILE_FIELDS: Final = {
    paths.FRIENDLY_NAME: "friendly_name",
    paths.NOTIFICATION_EMAIL: "email",
    paths.STATUS_CALLBACK: "status_callback",
}

POLICIES: Final = Where(Host.TRUSTHUB, "/v1/Policies", ALL)
PROFILES: Final = Where(Host.TRUSTHUB, "/v1/CustomerProfiles", ALL)
END_USERS: Final = Where(Host.TRUSTHUB, "/v1/EndUsers", ALL)
DOCUMENTS: Final = Where(Host.TRUSTHUB, "/v1/SupportingDocuments", ALL)


class ProfileKind(StrEnum):
    """Which of Twilio's policies a profile is made for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    OTHER = "other"
    """Starter and whatever else there is: shown, never touched."""


def profile_at(sid: str) -> Where:
    """Return the place of a profile."""
    return Where(Host.TRUSTHUB, f"/v1/CustomerProfiles/{sid}")


def assignments_of(sid: str) -> Where:
    """Return the place of a profile's assignments."""
    return Where(Host.TRUSTHUB, f"/v1/CustomerProfiles/{sid}/EntityAssignments", ALL)


def evaluations_of(sid: str) -> Where:
    """Return the place of the newest evaluations of a profile."""
    return Where(Host.TRUSTHUB, f"/v1/CustomerProfiles/{sid}/Evaluations", {"PageSize": "50"})


def object_at(sid: str) -> Where:
    """Return the place of an end user or a supporting document."""
    return Where(Host.TRUSTHUB, f"/v1/{'EndUsers' if sid.startswith('IT') else 'SupportingDocuments'}/{sid}")


def objects_like(kind: str) -> Where:
    """Return the list that holds the objects of a type."""
    return DOCUMENTS if kind == ADDRESS_TYPE else END_USERS


def address_at(account_sid: str, sid: str) -> Where:
    """Return the place of an address."""
    return Where(Host.API, f"/2010-04-01/Accounts/{account_sid}/Addresses/{sid}.json")


def addresses_of(account_sid: str, query: Mapping[str, str] | None = None) -> Where:
    """Return the place of an account's addresses."""
    return Where(Host.API, f"/2010-04-01/Accounts/{account_sid}/Addresses.json", query)


def bare(where: Where) -> Where:
    """Return the place of a list to add something to it."""
    return replace(where, query=None)


@dataclass(frozen=True, slots=True)
class RemoteProfile:
    """One of an account's profiles."""

    sid: str
    name: str
    status: str
    """Twilio's word, as received."""
    policy_sid: str
    kind: ProfileKind
    updated: str
    """When it was changed last, as received."""
    codes: tuple[int, ...]
    """Those of its errors."""
    raw: Object

    def brief(self) -> Object:
        """Return what is kept of it in the list of an account."""
        names = ("sid", "friendly_name", "status", "policy_sid", "date_updated", "errors")
        return {name: self.raw.get(name) for name in names}


@dataclass(frozen=True, slots=True)
class RemoteEvaluation:
    """What Twilio's own completeness check said."""

    sid: str
    compliant: bool
    created: str
    raw: Object


@dataclass(frozen=True, slots=True)
class Tree:
    """A profile with everything that is assigned to it, as received at one time."""

    profile: Object
    objects: Mapping[str, Object]
    """End users and documents by SID, also those just made that are not assigned yet."""
    addresses: Mapping[str, Object]
    assignments: tuple[Object, ...]

    @property
    def sid(self) -> str:
        """The SID of the profile itself."""
        return str(self.profile.get("sid", ""))

    def assigned(self, kind: str) -> tuple[Object, ...]:
        """Return the assigned objects of a type, the newest assignment first."""
        newest = sorted(self.assignments, key=lambda one: str(one.get("date_created") or ""), reverse=True)
        found = dict.fromkeys(str(one.get("object_sid")) for one in newest)
        return tuple(
            self.objects[sid] for sid in found if sid in self.objects and type_of(self.objects[sid]) == kind
        )

    def unassigned(self, kind: str) -> Object | None:
        """Return an object of a type that was made for this profile and is not assigned yet."""
        taken = {str(one.get("object_sid")) for one in self.assignments}
        free = (one for sid, one in self.objects.items() if sid not in taken and type_of(one) == kind)
        return next(free, None)

    def with_object(self, given: Object) -> "Tree":
        """Return the tree with an object as it is now."""
        return replace(self, objects={**self.objects, str(given.get("sid")): given})

    def with_address(self, given: Object) -> "Tree":
        """Return the tree with an address."""
        return replace(self, addresses={**self.addresses, str(given.get("sid")): given})

    def with_assignment(self, given: Object) -> "Tree":
        """Return the tree with one more assignment."""
        return replace(self, assignments=(*self.assignments, given))

    def as_text(self) -> str:
        """Return the tree as JSON."""
        return json.dumps(
            {
                "profile": self.profile,
                "objects": dict(self.objects),
                "addresses": dict(self.addresses),
                "assignments": list(self.assignments),
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_text(cls, text: str) -> "Tree":
        """Return the tree that :meth:`as_text` has written."""
        read = json.loads(text)
        return cls(read["profile"], read["objects"], read["addresses"], tuple(read["assignments"]))


def type_of(given: Object) -> str:
    """Return the type of an end user or document."""
    return str(given.get("type") or "")


def attributes_of(given: Object) -> Mapping[str, object]:
    """Return the attributes of an end user or document; they may come as the text that they were sent as."""
    attributes = given.get("attributes")
    if isinstance(attributes, str):
        try:
            attributes = json.loads(attributes)
        except (ValueError, RecursionError):
            attributes = None
    return attributes if isinstance(attributes, dict) else MappingProxyType({})


def address_sids(document: Object) -> tuple[str, ...]:
    """Return the addresses a document is about: a text, or a list."""
    given = attributes_of(document).get(ADDRESS_SIDS)
    several = given if isinstance(given, list) else str(given or "").strip("[] ").split(",")
    return tuple(sid for one in several if (sid := str(one).strip(" \"'")))


def profile_of(raw: Object, kinds: Mapping[str, ProfileKind] | None = None) -> RemoteProfile:
    """Read one of an account's profiles."""
    policy = shown(raw.get("policy_sid"))
    errors = raw.get("errors")
    codes = (
        [one.get("code") if isinstance(one, dict) else one for one in errors]
        if isinstance(errors, list)
        else []
    )
    return RemoteProfile(
        shown(raw.get("sid")),
        shown(raw.get("friendly_name")),
        shown(raw.get("status")),
        policy,
        (kinds or KINDS).get(policy, ProfileKind.OTHER) if _is_profile(raw) else ProfileKind.OTHER,
        shown(raw.get("date_updated")),
        tuple(code for code in codes if isinstance(code, int) and not isinstance(code, bool)),
        raw,
    )


def evaluation_of(raw: Object) -> RemoteEvaluation:
    """Return what an answer says of one evaluation."""
    compliant = raw.get("status") == "compliant"
    return RemoteEvaluation(shown(raw.get("sid")), compliant, shown(raw.get("date_created")), raw)


KINDS: Final[Mapping[str, ProfileKind]] = {
    PRIMARY_POLICY: ProfileKind.PRIMARY,
    SECONDARY_POLICY: ProfileKind.SECONDARY,
    _STARTER_POLICY: ProfileKind.OTHER,
}


def kinds_of(policies: Iterable[Object]) -> Mapping[str, ProfileKind]:
    """Return the kind that each policy stands for, by the name Twilio gives it."""
    named = {_PRIMARY: ProfileKind.PRIMARY, _SECONDARY: ProfileKind.SECONDARY}
    listed = {
        str(one.get("sid")): named.get(str(one.get("friendly_name")), ProfileKind.OTHER) for one in policies
    }
    return {**KINDS, **listed}


def _is_profile(raw: Object) -> bool:
    """Whether this is a customer profile: a regulatory bundle has a SID of the same form."""
    return "regulation_sid" not in raw and "/RegulatoryCompliance/" not in str(raw.get("url") or "")


class Policies:
    """Which kind each policy stands for: those that are known, and the others as they were told lately."""

    def __init__(self, linked: Linked) -> None:
        self._linked = linked

    async def kinds_for(self, account: Account, raw: Iterable[Object]) -> Mapping[str, ProfileKind]:
        """Return the kinds of some profiles' policies; where one is not known Twilio is asked, and seldom."""
        asked_for = {str(one.get("policy_sid")) for one in raw}
        if asked_for <= KINDS.keys():
            return KINDS
        account_sid = account.identity.account_sid
        kinds = known_kinds(self._linked.policies(account_sid))
        if not asked_for <= kinds.keys():
            listed = kinds_of(await account.list(POLICIES))
            kinds = {**dict.fromkeys(asked_for, ProfileKind.OTHER), **listed}
            self._linked.remember_policies(account_sid, {sid: kind.value for sid, kind in kinds.items()})
        return kinds


def known_kinds(told: Mapping[str, str]) -> Mapping[str, ProfileKind]:
    """Return the kinds of policies, those that are always known among them; an odd word is another kind."""
    words = {kind.value: kind for kind in ProfileKind}
    return {**KINDS, **{sid: words.get(word, ProfileKind.OTHER) for sid, word in told.items()}}


async def read_profiles(
    account: Account, policies: Policies, before: Sequence[RemoteProfile] = ()
) -> tuple[RemoteProfile, ...]:
    """Return all profiles of an account: one request for any number up to a thousand.

    Those that are as they were ``before`` are not read anew: mostly nothing has happened to any.
    """
    listed = await account.list(PROFILES)
    kinds = await policies.kinds_for(account, listed)
    known = {one.sid: one for one in before}
    same = (known.get(str(raw.get("sid"))) for raw in listed)
    return tuple(
        one if one is not None and one.raw == raw else profile_of(raw, kinds)
        for one, raw in zip(same, listed, strict=True)
    )


async def read_profile(account: Account, sid: str, policies: Policies) -> RemoteProfile:
    """Ask for one profile and return it."""
    raw = await account.fetch(profile_at(sid))
    return profile_of(raw, await policies.kinds_for(account, [raw]))


async def read_tree(account: Account, sid: str) -> Tree:
    """Return a profile with everything assigned to it: seven requests for one as the Console makes it.

    What is gone between two requests is asked for once more from the beginning.
    """
    try:
        return await _read_tree(account, sid)
    except Gone:
        return await _read_tree(account, sid)


async def read_evaluations(account: Account, sid: str) -> tuple[RemoteEvaluation, ...]:
    """Return the evaluations of a profile, the newest first."""
    found = map(evaluation_of, await account.list(evaluations_of(sid)))
    return tuple(sorted(found, key=lambda one: one.created, reverse=True))


async def _together(acts: Iterable[Coroutine[Any, Any, Object]]) -> list[Object]:
    """Wait for several answers; with the first fault the others are given up."""
    import asyncio

    tasks = [asyncio.ensure_future(act) for act in acts]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _read_tree(account: Account, sid: str) -> Tree:
    # The profile comes first: where it is not there, nothing else is asked for.
    profile = await account.fetch(profile_at(sid))
    assignments = await account.list(assignments_of(sid))
    wanted = dict.fromkeys(str(one.get("object_sid") or "") for one in assignments)
    ours = [one for one in wanted if one.startswith(("IT", "RD"))]
    objects = await _together(account.fetch(object_at(one)) for one in ours)
    found = dict(zip(ours, objects, strict=True))
    documents = [one for one in found.values() if type_of(one) == ADDRESS_TYPE]
    listed = dict.fromkeys(one for document in documents for one in address_sids(document))
    account_sid = account.identity.account_sid
    addresses = await _together(account.fetch(address_at(account_sid, one)) for one in listed)
    known = dict(zip(listed, addresses, strict=True))
    return Tree(profile, found, known, assignments)
