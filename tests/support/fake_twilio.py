"""A Twilio of our own: stateful, in this process or on a loopback port.

It refuses what Twilio refuses by API, and has controls that do what its Console and its reviewers do. Faults
can be put in the way of any write. Whatever Twilio does not document is a violation, which a test then shows.
"""

import asyncio
import base64
import json
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import httpx2

Json = dict[str, Any]

PRIMARY: Final = "RN6433641899984f951173ef1738c3bdd0"
SECONDARY: Final = "RNdfbf3fae0e1107f8aded0e7cead80bf5"
STARTER: Final = "RN806dd6cd175f314e1f96a9727ee271f4"
RESTRICTED: Final = (
    "This operation is restricted via API for Primary Customer Profiles. Use Twilio Console instead."
)
NOT_APPROVED: Final = "Primary compliance profile is not approved"
BUSINESS: Final = "customer_profile_business_information"
ADDRESS: Final = "customer_profile_address"
REPRESENTATIVES: Final = ("authorized_representative_1", "authorized_representative_2")

ATTRIBUTES: Final = {
    BUSINESS: (
        "business_name",
        "business_identity",
        "business_type",
        "business_industry",
        "business_registration_identifier",
        "business_registration_number",
        "business_regions_of_operation",
        "website_url",
    ),
    **dict.fromkeys(
        REPRESENTATIVES,
        ("first_name", "last_name", "email", "phone_number", "business_title", "job_position"),
    ),
}

NORTHWIND: Final[Mapping[str, Any]] = {
    "friendly_name": "Northwind main",
    "email": "ops@northwindrobotics.com",
    BUSINESS: {
        "business_name": "Northwind Robotics, Inc.",
        "business_identity": "direct_customer",
        "business_type": "Corporation",
        "business_industry": "TECHNOLOGY",
        "business_registration_identifier": "EIN",
        "business_registration_number": "84-1927365",
        "business_regions_of_operation": "USA_AND_CANADA",
        "website_url": "https://www.northwindrobotics.com",
        "social_media_profile_urls": "",
        "is_subassigned": "NO",
    },
    "authorized_representative_1": {
        "first_name": "Ada",
        "last_name": "Okafor",
        "email": "ada@northwindrobotics.com",
        "phone_number": "+14155550132",
        "business_title": "Chief Executive Officer",
        "job_position": "CEO",
        "console_origin": {"wizard": 3},
    },
    "authorized_representative_2": {
        "first_name": "Ben",
        "last_name": "Sato",
        "email": "ben@northwindrobotics.com",
        "phone_number": "+14155550178",
        "business_title": "Head of Operations",
        "job_position": "Director",
    },
    "address": {
        "customer_name": "Northwind Robotics, Inc.",
        "street": "548 Market St",
        "street_secondary": None,
        "city": "San Francisco",
        "region": "CA",
        "postal_code": "94104",
        "iso_country": "US",
    },
}
"""What the Console's wizard makes of a business, with attributes that nobody documents."""


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    user: str = ""


@dataclass
class Fault:
    """Something that happens to one request instead of a proper answer."""

    kind: str
    """``lost`` after it was done, ``dropped`` before, ``500-after``, ``500-before``, ``cut``, ``empty``,
    ``html``, ``429``, ``drip``, ``answer``, ``killed`` (calls ``act``)."""
    when: Callable[[Asked], bool] = lambda asked: asked.method == "POST"
    after: int = 0
    """How many such requests go well before."""
    act: Callable[[], None] | None = None
    reply: "Reply | None" = None
    """What is answered instead, where the kind is ``answer``."""


@dataclass
class Reply:
    """An answer, or a connection that ends without one."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False
    drips: bool = False
    raises: Exception | None = None
    """What keeps a request in this process from ever leaving."""


class Refusal(Exception):
    """An error that the API answers with."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.document = {
            "code": code,
            "message": message,
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": status,
        }
        self.status = status


@dataclass
class FakeTwilio:
    """All accounts, what they hold, and what was asked."""

    base: str = "https://trusthub.twilio.com"
    primary_end_users: bool = True
    """Whether end users of a Primary draft can be changed by API: public notes contradict each other."""
    primary_assignments: bool = True
    """Whether something can be assigned to a Primary draft by API; nobody has written about it."""
    two_representatives: bool = False
    """Whether the evaluation insists on the second one."""
    secrets: dict[tuple[str, str], str] = field(default_factory=dict)
    """User and secret to account."""
    keys_without_trusthub: set[str] = field(default_factory=set)
    profiles: dict[str, Json] = field(default_factory=dict)
    objects: dict[str, Json] = field(default_factory=dict)
    addresses: dict[str, Json] = field(default_factory=dict)
    assignments: dict[str, Json] = field(default_factory=dict)
    evaluations: dict[str, Json] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    lag: int = 0
    """In how many lists an end user or document that was just made does not show up yet."""
    page_size: int = 1000
    page_link: Callable[[str], str] = lambda link: link
    checks: list[Callable[[Asked, Reply], None]] = field(default_factory=list)
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    count: int = 0

    # What a test sets up

    def account(self, digit: str = "1", secret: str = "s3ntinel-secret-5f9c") -> str:  # noqa: S107 - of a fake
        """Make an account with a Standard key and an auth token."""
        sid = "AC" + digit * 32
        self.secrets[("SK" + digit * 32, secret)] = sid
        self.secrets[(sid, secret)] = sid
        return sid

    def console_draft(self, account: str, content: Mapping[str, Any] = NORTHWIND, **how: Any) -> str:
        """Build a draft as the Console's wizard does; returns its SID."""
        policy = how.get("policy", PRIMARY)
        sid = self._new("BU")
        self.profiles[sid] = self._stamped(
            {
                "sid": sid,
                "account_sid": account,
                "policy_sid": policy,
                "friendly_name": content["friendly_name"],
                "status": "draft",
                "valid_until": None,
                "email": content["email"],
                "status_callback": content.get("status_callback"),
                "errors": None,
                "url": f"{self.base}/v1/CustomerProfiles/{sid}",
                "links": {
                    name: f"{self.base}/v1/CustomerProfiles/{sid}/{path}"
                    for name, path in (
                        ("customer_profiles_entity_assignments", "EntityAssignments"),
                        ("customer_profiles_evaluations", "Evaluations"),
                        ("customer_profiles_channel_endpoint_assignment", "ChannelEndpointAssignments"),
                    )
                },
            }
        )
        for kind in (BUSINESS, *REPRESENTATIVES):
            if content.get(kind):
                self._assign(sid, self._end_user(account, kind, deepcopy(content[kind]), kind))
        if content.get("address"):
            address = self._address(account, dict(content["address"]))
            sids = [address] if how.get("sids_as_list") else address
            self._assign(sid, self._document(account, {"address_sids": sids}, "address"))
        return sid

    def edit(self, sid: str, kind: str, **attributes: Any) -> None:
        """Change something as the Console does, past every refusal."""
        if kind == "profile":
            self._touch(self.profiles[sid], attributes)
            return
        if kind == "address":
            [document] = self.of_type(sid, ADDRESS)
            made = self._address(self.profiles[sid]["account_sid"], {**NORTHWIND["address"], **attributes})
            self._touch(document, {"attributes": {"address_sids": made}})
            return
        [given] = self.of_type(sid, kind)[:1]
        self._touch(given, {"attributes": {**given["attributes"], **attributes}})

    def submit(self, sid: str, status: str = "pending-review") -> None:
        """Press Submit in the Console."""
        self._touch(self.profiles[sid], {"status": status, "errors": None})

    def decide(self, sid: str, status: str, codes: tuple[int, ...] | None = None) -> None:
        """Decide as Twilio's reviewers do; errors may well be null on a rejection."""
        errors = [{"code": code} for code in codes] if codes else None
        self._touch(self.profiles[sid], {"status": status, "errors": errors})

    def remove(self, sid: str) -> None:
        """Delete a profile in the Console."""
        del self.profiles[sid]

    def of_type(self, sid: str, kind: str) -> list[Json]:
        """Return the assigned objects of a type."""
        given = [
            self.objects[one["object_sid"]]
            for one in self.assignments.values()
            if one["customer_profile_sid"] == sid and one["object_sid"] in self.objects
        ]
        return [one for one in given if one["type"] == kind]

    def writes(self) -> list[Asked]:
        """Return every request that may change something."""
        return [asked for asked in self.asked if asked.method != "GET"]

    # What answers

    def handle(self, asked: Asked, authorization: str) -> Reply:
        """Answer one request."""
        fault = self._fault(asked)
        if fault and fault.kind in ("dropped", "500-before", "429", "drip", "not-approved", "answer"):
            return self._noted(asked, self._faulty(fault, Reply()))
        try:
            account = self._authorized(asked, authorization)
            status, document = self._answer(account, asked)
            reply = reply_of(status, document)
        except Refusal as refusal:
            reply = reply_of(refusal.status, refusal.document)
        for check in self.checks:
            check(asked, reply)
        return self._noted(asked, self._faulty(fault, reply) if fault else reply)

    def _noted(self, asked: Asked, reply: Reply) -> Reply:
        self.asked.append(asked)
        return reply

    def _fault(self, asked: Asked) -> Fault | None:
        for fault in self.faults:
            if fault.when(asked):
                if fault.after:
                    fault.after -= 1
                    return None
                self.faults.remove(fault)
                return fault
        return None

    def _faulty(self, fault: Fault, reply: Reply) -> Reply:  # noqa: PLR0911 - one for each kind
        if fault.act:
            fault.act()
        match fault.kind:
            case "lost" | "dropped" | "killed":
                return Reply(dropped=True)
            case "500-after" | "500-before":
                return reply_of(500, {"code": 20500, "message": "Internal Server Error", "status": 500})
            case "not-approved":
                return reply_of(401, {"code": 20003, "message": NOT_APPROVED, "status": 401})
            case "429":
                return reply_of(429, {"code": 20429, "message": "Too Many Requests", "status": 429})
            case "cut":
                return Reply(reply.status, reply.body[: len(reply.body) // 2], reply.headers)
            case "empty":
                return Reply(200)
            case "answer":
                return fault.reply or reply
            case "drip":
                return Reply(drips=True)
            case _:
                return Reply(200, b"<html>Welcome</html>", {"Content-Type": "text/html"})

    def _authorized(self, asked: Asked, authorization: str) -> str:
        user, _, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        asked.user = user
        account = self.secrets.get((user, secret))
        if account is None:
            raise Refusal(401, 20003, "Authenticate")
        if user in self.keys_without_trusthub and asked.path.startswith("/v1/"):
            raise Refusal(403, 20403, "Forbidden")
        return account

    def _answer(self, account: str, asked: Asked) -> tuple[int, Json]:  # noqa: PLR0911 - one for each place
        parts = asked.path.strip("/").split("/")
        if parts[0] == "2010-04-01":
            return self._addresses(account, asked, parts)
        match asked.method, parts[1:]:
            case "GET", ["Policies"]:
                return 200, self._listed(asked, [self._policy(sid) for sid in _POLICIES])
            case "GET", ["CustomerProfiles"]:
                return 200, self._listed(asked, self._owned(self.profiles, account, asked))
            case "GET", ["CustomerProfiles", sid]:
                return 200, self._own(self.profiles, account, sid)
            case "POST", ["CustomerProfiles"]:
                return 201, self._create(account, asked.form)
            case "POST", ["CustomerProfiles", sid]:
                return 200, self._update(self._own(self.profiles, account, sid), asked.form)
            case _, ["CustomerProfiles", sid, *rest]:
                return self._below(account, asked, self._own(self.profiles, account, sid), rest)
            case _, [("EndUsers" | "SupportingDocuments") as kind, *rest]:
                return self._objects(account, asked, kind, rest)
        return self._unknown(asked)

    def _unknown(self, asked: Asked) -> tuple[int, Json]:
        self.violations.append(f"{asked.method} {asked.path}")
        raise Refusal(404, 20404, f"The requested resource {asked.path} was not found")

    def _below(self, account: str, asked: Asked, profile: Json, rest: list[str]) -> tuple[int, Json]:
        sid = profile["sid"]
        match asked.method, rest:
            case "GET", ["EntityAssignments"]:
                found = [one for one in self.assignments.values() if one["customer_profile_sid"] == sid]
                return 200, self._listed(asked, found)
            case "POST", ["EntityAssignments"]:
                if not self.primary_assignments:
                    raise Refusal(400, 400, RESTRICTED)
                self._may_change(profile)
                return 201, self._assign(sid, asked.form["ObjectSid"])
            case "GET", ["Evaluations"]:
                found = [one for one in self.evaluations.values() if one["customer_profile_sid"] == sid]
                return 200, self._listed(asked, found[::-1])
            case "POST", ["Evaluations"]:
                return 201, self._evaluate(profile, asked.form["PolicySid"])
            case "POST", ["ProvisionalCopy"]:
                return 201, self._copy(account, profile)
        return self._unknown(asked)

    def _objects(self, account: str, asked: Asked, kind: str, rest: list[str]) -> tuple[int, Json]:
        prefix = "IT" if kind == "EndUsers" else "RD"
        match asked.method, rest:
            case "GET", []:
                found = [one for sid, one in self.objects.items() if sid.startswith(prefix)]
                if self.lag:
                    self.lag -= 1
                    found = found[:-1]
                return 200, self._listed(asked, [one for one in found if one["account_sid"] == account])
            case "GET", [sid]:
                return 200, self._own(self.objects, account, sid)
            case "POST", []:
                form = asked.form
                attributes = json.loads(form.get("Attributes", "{}"))
                if kind == "EndUsers":
                    sid = self._end_user(account, form["Type"], attributes, form["FriendlyName"])
                else:
                    sid = self._document(account, attributes, form["FriendlyName"])
                return 201, self.objects[sid]
            case "POST", [sid]:
                given = self._own(self.objects, account, sid)
                for one in list(self.assignments.values()):
                    if one["object_sid"] == sid:
                        self._may_change(self.profiles[one["customer_profile_sid"]])
                if "Attributes" in asked.form:
                    self._touch(given, {"attributes": json.loads(asked.form["Attributes"])})
                return 200, given
        return self._unknown(asked)

    def _addresses(self, account: str, asked: Asked, parts: list[str]) -> tuple[int, Json]:
        if parts[2] != account:
            raise Refusal(401, 20003, "Authenticate")
        match asked.method, parts[3:]:
            case "GET", ["Addresses.json"]:
                found = self._owned(self.addresses, account, asked, IsoCountry="iso_country")
                return 200, {
                    "addresses": found,
                    "page": 0,
                    "page_size": 1000,
                    "start": 0,
                    "end": len(found),
                    "uri": asked.path,
                    "first_page_uri": asked.path,
                    "next_page_uri": None,
                    "previous_page_uri": None,
                }
            case "GET", ["Addresses", name]:
                return 200, self._own(self.addresses, account, name.removesuffix(".json"))
            case "POST", ["Addresses.json"]:
                names = {
                    "CustomerName": "customer_name",
                    "Street": "street",
                    "StreetSecondary": "street_secondary",
                    "City": "city",
                    "Region": "region",
                    "PostalCode": "postal_code",
                    "IsoCountry": "iso_country",
                }
                given = {names[name]: text for name, text in asked.form.items() if name in names}
                return 201, self.addresses[self._address(account, given)]
        # Reading /Accounts/{AC} would answer with the auth token: nobody may ever call it.
        return self._unknown(asked)

    def _owned(self, among: Mapping[str, Json], account: str, asked: Asked, **filters: str) -> list[Json]:
        known = {"Status": "status", "FriendlyName": "friendly_name", "PolicySid": "policy_sid", **filters}
        wanted = {known[name]: text for name, text in asked.query.items() if name in known}
        return [
            one
            for one in among.values()
            if one["account_sid"] == account and all(one[name] == text for name, text in wanted.items())
        ]

    def _own(self, among: Mapping[str, Json], account: str, sid: str) -> Json:
        found = among.get(sid)
        if found is None or found["account_sid"] != account:
            raise Refusal(404, 20404, f"The requested resource {sid} was not found")
        return found

    def _listed(self, asked: Asked, found: list[Json]) -> Json:
        size = min(int(asked.query.get("PageSize", 50)), self.page_size)
        page = int(asked.query.get("Page", 0))
        link = f"{self.base}{asked.path}?PageSize={size}"
        more = len(found) > (page + 1) * size
        meta = {
            "page": page,
            "page_size": size,
            "first_page_url": f"{link}&Page=0",
            "previous_page_url": f"{link}&Page={page - 1}" if page else None,
            "url": f"{link}&Page={page}",
            "next_page_url": self.page_link(f"{link}&Page={page + 1}") if more else None,
            "key": "results",
        }
        return {"results": deepcopy(found[page * size : (page + 1) * size]), "meta": meta}

    def _create(self, account: str, form: dict[str, str]) -> Json:
        if form["PolicySid"] == PRIMARY:
            raise Refusal(400, 400, RESTRICTED)
        primaries = [one for one in self.profiles.values() if one["policy_sid"] == PRIMARY]
        isv = any(
            one["attributes"].get("business_identity") == "isv_reseller_or_partner"
            for primary in primaries
            for one in self.of_type(primary["sid"], BUSINESS)
        )
        if form["PolicySid"] == SECONDARY and not isv:
            said = (
                "Secondary Customer Profile for direct_customer can only be created through Twilio console."
            )
            raise Refusal(400, 20001, said)
        content = {"friendly_name": form["FriendlyName"], "email": form["Email"]}
        return self.profiles[self.console_draft(account, content, policy=form["PolicySid"])]

    def _update(self, profile: Json, form: dict[str, str]) -> Json:
        if "Status" in form:
            if profile["policy_sid"] == PRIMARY:
                raise Refusal(400, 400, RESTRICTED)
            if form["Status"] != "pending-review" or profile["status"] not in ("draft", "twilio-rejected"):
                raise Refusal(400, 20001, "User cannot perform this status update")
            self.submit(profile["sid"])
            return profile
        self._may_change(profile)
        names = {"FriendlyName": "friendly_name", "Email": "email", "StatusCallback": "status_callback"}
        self._touch(profile, {names[name]: text for name, text in form.items()})
        return profile

    def _may_change(self, profile: Json) -> None:
        if profile["status"] not in ("draft", "twilio-rejected"):
            raise Refusal(400, 70002, "The bundle is in an immutable state")
        if profile["policy_sid"] == PRIMARY and not self.primary_end_users:
            raise Refusal(400, 400, RESTRICTED.replace(". ", "."))

    def _evaluate(self, profile: Json, policy: str) -> Json:
        kinds = [BUSINESS, "authorized_representative_1"]
        if self.two_representatives:
            kinds.append("authorized_representative_2")
        results = [self._result(profile["sid"], kind) for kind in kinds]
        documents = self.of_type(profile["sid"], ADDRESS)
        results.append(_result(ADDRESS, [], [] if documents else ["address_sids"], 22219))
        sid = self._new("EL")
        self.evaluations[sid] = {
            "sid": sid,
            "account_sid": profile["account_sid"],
            "policy_sid": policy,
            "customer_profile_sid": profile["sid"],
            "status": "compliant" if all(one["passed"] for one in results) else "noncompliant",
            "results": results,
            "date_created": self._time(),
            "url": f"{profile['url']}/Evaluations/{sid}",
        }
        return self.evaluations[sid]

    def _result(self, sid: str, kind: str) -> Json:
        found = self.of_type(sid, kind)
        attributes = found[0]["attributes"] if found else {}
        missing = [name for name in ATTRIBUTES[kind] if not attributes.get(name)]
        there = [name for name in ATTRIBUTES[kind] if attributes.get(name)]
        return _result(kind, there, missing, 22215 if found else 22214)

    def _copy(self, account: str, profile: Json) -> Json:
        if profile["status"] != "twilio-approved":
            raise Refusal(400, 18607, "Customer Profile is not eligible for a copy")
        content = {**NORTHWIND, "friendly_name": profile["friendly_name"], "email": profile["email"]}
        sid = self.console_draft(account, content, policy=profile["policy_sid"])
        copied = {name: value for name, value in self.profiles[sid].items() if name not in ("sid", "errors")}
        return {**copied, "customer_profile_sid": sid}

    def _end_user(self, account: str, kind: str, attributes: Json, name: str) -> str:
        sid = self._new("IT")
        url = f"{self.base}/v1/EndUsers/{sid}"
        made = {
            "sid": sid,
            "account_sid": account,
            "friendly_name": name,
            "type": kind,
            "attributes": attributes,
        }
        self.objects[sid] = self._stamped({**made, "url": url})
        return sid

    def _document(self, account: str, attributes: Json, name: str) -> str:
        sid = self._new("RD")
        made = {"sid": sid, "account_sid": account, "friendly_name": name, "type": ADDRESS, "mime_type": None}
        url = f"{self.base}/v1/SupportingDocuments/{sid}"
        self.objects[sid] = self._stamped({**made, "status": "DRAFT", "attributes": attributes, "url": url})
        return sid

    def _address(self, account: str, given: Json) -> str:
        sid = self._new("AD")
        self._tick()
        at = format_datetime(self.now)
        self.addresses[sid] = {
            "sid": sid,
            "account_sid": account,
            "friendly_name": None,
            "street_secondary": None,
            **given,
            "emergency_enabled": False,
            "validated": False,
            "verified": False,
            "date_created": at,
            "date_updated": at,
            "uri": f"/2010-04-01/Accounts/{account}/Addresses/{sid}.json",
        }
        return sid

    def _assign(self, profile: str, given: str) -> Json:
        if any(
            one["object_sid"] == given and one["customer_profile_sid"] == profile
            for one in self.assignments.values()
        ):
            raise Refusal(400, 22210, "Object is already assigned")
        sid = self._new("BV")
        self._tick()
        self.assignments[sid] = {
            "sid": sid,
            "customer_profile_sid": profile,
            "account_sid": self.profiles[profile]["account_sid"],
            "object_sid": given,
            "date_created": self._time(),
            "url": f"{self.base}/v1/CustomerProfiles/{profile}/EntityAssignments/{sid}",
        }
        return self.assignments[sid]

    def _policy(self, sid: str) -> Json:
        name = _POLICIES[sid]
        return {
            "sid": sid,
            "friendly_name": name,
            "requirements": {},
            "url": f"{self.base}/v1/Policies/{sid}",
        }

    def _new(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count:032x}"

    def _tick(self) -> None:
        self.now += timedelta(seconds=1)

    def _time(self) -> str:
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _stamped(self, made: Json) -> Json:
        self._tick()
        return {**made, "date_created": self._time(), "date_updated": self._time()}

    def _touch(self, given: Json, changes: Mapping[str, Any]) -> None:
        self._tick()
        given.update(changes, date_updated=self._time())


_POLICIES: Final = {
    PRIMARY: "Primary Customer Profile of type Business",
    SECONDARY: "Secondary Customer Profile of type Business",
    STARTER: "Starter Customer Profile",
}


def _result(kind: str, there: list[str], missing: list[str], code: int) -> Json:
    return {
        "friendly_name": kind,
        "object_type": kind,
        "passed": not missing,
        "failure_reason": None if not missing else "Something is missing",
        "error_code": code if missing and code != 22215 else None,
        "requirement_friendly_name": kind,
        "requirement_name": kind,
        "valid": [{"friendly_name": name, "object_field": name, "passed": True} for name in there],
        "invalid": [
            {
                "friendly_name": name,
                "object_field": name,
                "failure_reason": f"The {name} is missing or not acceptable",
                "error_code": 22215,
            }
            for name in missing
        ],
    }


def reply_of(status: int, document: Json) -> Reply:
    """Return an answer with a document."""
    return Reply(status, json.dumps(document).encode(), {"Content-Type": "application/json"})


class _Trickle(httpx2.AsyncByteStream):
    """An answer of which a byte comes now and then, for ever."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.001)


def transport(fake: FakeTwilio) -> Callable[[], httpx2.AsyncBaseTransport]:
    """Return what an account talks to instead of the network."""

    async def answer(request: httpx2.Request) -> httpx2.Response:
        form = dict(parse_qsl(request.content.decode(), keep_blank_values=True))
        asked = Asked(request.method, request.url.path, dict(request.url.params), form)
        reply = fake.handle(asked, request.headers.get("authorization", ""))
        if reply.raises is not None:
            raise reply.raises
        if reply.dropped:
            raise httpx2.RemoteProtocolError("the connection ended")
        if reply.drips:
            return httpx2.Response(200, stream=_Trickle())
        return httpx2.Response(reply.status, content=reply.body, headers=reply.headers)

    return lambda: httpx2.MockTransport(answer)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that were killed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(fake: FakeTwilio) -> Iterator[str]:
    """Serve on a loopback port; yields the address."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
            parts = urlsplit(self.path)
            asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), form)
            with lock:
                reply = fake.handle(asked, self.headers.get("Authorization", ""))
            if reply.dropped:
                self.close_connection = True
                return
            if reply.drips:
                self._drip()
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def _drip(self) -> None:
            """Send a byte now and then, for about a minute or until nobody listens any more."""
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(1000):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return
                time.sleep(0.05)

        do_GET = do_POST = do_DELETE = _any  # noqa: N815 - the names http.server looks for

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        fake.base = f"http://127.0.0.1:{server.server_port}"
        for profile in fake.profiles.values():
            profile["url"] = f"{fake.base}/v1/CustomerProfiles/{profile['sid']}"
        yield fake.base
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
