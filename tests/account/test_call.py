"""What is done about each way in which a request can go wrong, and what is told."""

import asyncio
import base64
import ssl
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from tests.account.conftest import SENTINEL
from tests.support.crash import crash_print
from trusthub_tui.account import faults
from trusthub_tui.account.faults import AccountError
from trusthub_tui.account.port import Host, Where

PROFILES = Where(Host.TRUSTHUB, "/v1/CustomerProfiles", {"PageSize": "1000"})
ONE = Where(Host.TRUSTHUB, "/v1/CustomerProfiles/BU1")
OK = httpx2.Response(200, json={"sid": "BU1"})
RESTRICTED = "This operation is restricted via API for Primary Customer Profiles. Use Twilio Console instead."


def error(status: int, code: int, message: str) -> httpx2.Response:
    return httpx2.Response(status, json={"code": code, "message": message, "status": status})


def certificate() -> Exception:
    fault = httpx2.ConnectError("no")
    fault.__cause__ = ssl.SSLCertVerificationError("self-signed")
    return fault


NOT_SENT = [httpx2.ConnectError("no route"), httpx2.ConnectTimeout("late"), certificate()]
LOST = [
    httpx2.ReadError("gone"),
    httpx2.RemoteProtocolError("cut"),
    httpx2.WriteError("gone"),
    httpx2.Response(500, json={}),
    httpx2.Response(503, text="<html>busy</html>"),
    httpx2.Response(200, text="<html>welcome to the hotel</html>"),
    httpx2.Response(200, text='{"sid": "BU'),
    httpx2.Response(200, text=""),
]
TURNED_AWAY = [error(429, 20429, "Too Many Requests"), error(400, 20429, "Too Many Requests")]


@pytest.mark.parametrize("fault", [*NOT_SENT, *LOST], ids=repr)
async def test_a_read_is_repeated_three_times_with_longer_and_longer_pauses(line: Any, fault: Any) -> None:
    made = line(fault, fault, fault, OK)
    assert await made.account.fetch(ONE) == {"sid": "BU1"}
    assert made.script.waited == [0.5, 1.0, 2.0]


@pytest.mark.parametrize("fault", [*NOT_SENT, *LOST], ids=repr)
async def test_after_that_it_is_told_that_twilio_cannot_be_reached(line: Any, fault: Any) -> None:
    made = line(fault)
    with pytest.raises(faults.Unreachable):
        await made.account.fetch(ONE)
    assert len(made.script.asked) == 4


@pytest.mark.parametrize("fault", NOT_SENT, ids=repr)
async def test_a_write_that_never_left_is_repeated_like_a_read(line: Any, fault: Any) -> None:
    made = line(fault, fault, OK)
    assert await made.account.write(ONE, {"Email": "a@b.example"}) == {"sid": "BU1"}
    assert made.script.waited == [0.5, 1.0]


@pytest.mark.parametrize("fault", LOST, ids=repr)
async def test_a_write_that_may_have_arrived_is_sent_once_and_said_to_be_unclear(
    line: Any, fault: Any
) -> None:
    made = line(fault)
    with pytest.raises(faults.Unclear):
        await made.account.write(ONE, {"Email": "a@b.example"})
    assert len(made.script.asked) == 1


@pytest.mark.parametrize("fault", TURNED_AWAY, ids=repr)
@pytest.mark.parametrize("act", ["fetch", "write"])
async def test_what_was_turned_away_unread_is_sent_again_five_times(line: Any, fault: Any, act: str) -> None:
    made = line(*[fault] * 5, OK)
    call = made.account.fetch(ONE) if act == "fetch" else made.account.write(ONE, {"Email": "a"})
    assert await call == {"sid": "BU1"}
    assert made.script.waited == [0.5, 1, 2, 4, 8]
    made = line(fault)
    with pytest.raises(faults.TooMany):
        await made.account.write(ONE, {"Email": "a"})
    assert len(made.script.asked) == 6


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        ("3", 3),
        ("3600", 60),
        ("Tue, 14 Nov 2023 22:13:30 GMT", 10),
        ("Tue, 14 Nov 2023 22:13:00 GMT", 0),
        ("soon", 0.5),
    ],
)
async def test_it_waits_as_long_as_twilio_says_but_a_minute_at_most(
    line: Any, told: str, waits: float
) -> None:
    made = line(httpx2.Response(429, headers={"Retry-After": told}, text="busy"), OK)
    await made.account.fetch(ONE)
    assert made.script.waited == [waits]


REFUSALS = [
    (error(401, 20003, "Authenticate"), faults.CredentialsRefused, "from the environment"),
    (error(401, 20003, "Primary compliance profile is not approved"), faults.NotApproved, "approved Primary"),
    (error(403, 20403, "Forbidden"), faults.NotPermitted, "a Standard key or the auth token is needed"),
    (error(400, 400, RESTRICTED), faults.ConsoleOnly, "only in its Console"),
    (error(400, 20001, RESTRICTED.upper()), faults.ConsoleOnly, "only in its Console"),
    (
        error(400, 0, "restricted via  API for Primary Customer Profiles.Use Twilio"),
        faults.ConsoleOnly,
        "only in",
    ),
    (
        error(
            400,
            20001,
            "Secondary Customer Profile for direct_customer can only be created through Twilio console.",
        ),
        faults.NotIsv,
        "of an ISV",
    ),
    (error(400, 70002, "The bundle is in an immutable state"), faults.Immutable, "as it stands there"),
    (error(400, 20001, "User cannot perform this status update"), faults.Immutable, "as it stands there"),
    (error(404, 20404, "The requested resource was not found"), faults.Gone, "nothing of this SID"),
    (error(400, 21629, "Did you mean 548 Market Street?"), faults.AddressOtherwise, "suggests another"),
    (error(400, 20001, "Invalid parameter Email"), faults.Refused, "Invalid parameter Email"),
    (
        httpx2.Response(400, json={"type": "x", "title": "Bad input", "status": 400}),
        faults.Refused,
        "Bad input",
    ),
    (httpx2.Response(422, json={}), faults.Refused, "HTTP 422"),
]


@pytest.mark.parametrize(("answer", "kind", "says"), REFUSALS)
@pytest.mark.parametrize("act", ["fetch", "write"])
async def test_a_refusal_is_told_for_what_it_is_and_never_repeated(
    line: Any, answer: httpx2.Response, kind: type[AccountError], says: str, act: str
) -> None:
    made = line(answer)
    with pytest.raises(kind) as told:
        await (made.account.fetch(ONE) if act == "fetch" else made.account.write(ONE, {"Email": "a"}))
    assert type(told.value) is kind
    assert says in told.value.text
    assert len(made.script.asked) == 1


@pytest.mark.parametrize("act", ["fetch", "list", "write"])
async def test_a_redirect_is_not_followed(line: Any, act: str) -> None:
    made = line(httpx2.Response(307, headers={"Location": "https://elsewhere.example/v1"}))
    with pytest.raises(faults.Nonsense, match="sends elsewhere"):
        await {
            "fetch": lambda: made.account.fetch(ONE),
            "list": lambda: made.account.list(PROFILES),
            "write": lambda: made.account.write(ONE, {}),
        }[act]()
    assert [str(asked.url.host) for asked in made.script.asked] == ["trusthub.twilio.com"]


def page(*sids: str, following: object = None) -> httpx2.Response:
    meta = {"key": "results", "next_page_url": following}
    return httpx2.Response(200, json={"results": [{"sid": sid} for sid in sids], "meta": meta})


async def test_a_list_is_read_to_its_end_and_what_comes_twice_is_there_once(line: Any) -> None:
    base = "https://trusthub.twilio.com/v1/CustomerProfiles?Page="
    made = line(
        page("BU1", "BU2", following=f"{base}1"), page("BU2", "BU3", following=f"{base}2"), page("BU4")
    )
    assert [one["sid"] for one in await made.account.list(PROFILES)] == ["BU1", "BU2", "BU3", "BU4"]


async def test_a_list_of_the_older_api_is_read_too(line: Any) -> None:
    first = {"addresses": [{"sid": "AD1"}], "next_page_uri": "/2010-04-01/Accounts/AC1/Addresses.json?Page=1"}
    last = {"addresses": [{"sid": "AD2"}], "next_page_uri": None}
    made = line(httpx2.Response(200, json=first), httpx2.Response(200, json=last))
    found = await made.account.list(Where(Host.API, "/2010-04-01/Accounts/AC1/Addresses.json"))
    assert [one["sid"] for one in found] == ["AD1", "AD2"]
    assert {asked.url.host for asked in made.script.asked} == {"api.twilio.com"}


@pytest.mark.parametrize(
    "following",
    [
        "https://evil.example/v1/CustomerProfiles?Page=1",
        "https://trusthub.twilio.com:444/v1/CustomerProfiles?Page=1",
        "http://trusthub.twilio.com/v1/CustomerProfiles?Page=1",
        "https://trusthub.twilio.com@evil.example/v1",
        "//evil.example/v1",
        "https://[broken",
        7,
    ],
)
async def test_a_link_to_elsewhere_is_not_followed(line: Any, following: object) -> None:
    made = line(page("BU1", following=following), page("BU2"))
    with pytest.raises(faults.Nonsense):
        await made.account.list(PROFILES)
    assert len(made.script.asked) == 1


async def test_pages_that_lead_in_a_circle_or_never_end_are_given_up(line: Any) -> None:
    base = "https://trusthub.twilio.com/v1/CustomerProfiles?Page="
    made = line(page("BU1", following=f"{base}1"), page("BU2", following=f"{base}1"))
    with pytest.raises(faults.Nonsense, match="no end"):
        await made.account.list(PROFILES)
    assert len(made.script.asked) == 2

    def endless(request: httpx2.Request) -> httpx2.Response:
        return page("BU1", following=f"{base}{int(request.url.params.get('Page', 0)) + 1}")

    made = line(endless)
    with pytest.raises(faults.Nonsense, match="no end"):
        await made.account.list(PROFILES)
    assert len(made.script.asked) == 200


async def test_an_answer_that_only_drips_does_not_hold_anybody_up(line: Any) -> None:
    async def drip(request: httpx2.Request) -> httpx2.Response:
        await asyncio.Event().wait()
        raise AssertionError

    with pytest.raises(faults.Unreachable, match="did not answer within"):
        await line(drip, deadline=0.01).account.fetch(ONE)
    with pytest.raises(faults.Unclear):
        await line(drip, deadline=0.01).account.write(ONE, {"Email": "a"})


async def test_never_more_than_three_requests_are_under_way(line: Any) -> None:
    under_way, most = 0, 0

    async def slow(request: httpx2.Request) -> httpx2.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        for _ in range(100):  # others have every chance to begin meanwhile
            await asyncio.sleep(0)
        under_way -= 1
        return OK

    made = line(slow)
    await asyncio.gather(*(made.account.fetch(ONE) for _ in range(20)))
    assert most == 3


async def test_a_request_can_be_cancelled(line: Any) -> None:
    begun = asyncio.Event()

    async def slow(request: httpx2.Request) -> httpx2.Response:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    task = asyncio.create_task(line(slow).account.fetch(ONE))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SSL_CERT_FILE", "/no/such/file"),
        ("ALL_PROXY", "socks5://127.0.0.1:1"),
        ("ALL_PROXY", "nonsense://x"),
    ],
)
async def test_settings_of_the_machine_that_cannot_be_used_are_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    from tests.account.conftest import CREDENTIALS, Script
    from trusthub_tui.account.call import Caller, Chances

    for name in (
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    script = Script([])
    caller = Caller(CREDENTIALS, Chances(script.sleep, lambda: 0.5, lambda: 0.0))
    with pytest.raises(faults.Unreachable, match=variable):
        await caller.get("https://trusthub.twilio.com/v1/CustomerProfiles")


async def test_a_certificate_that_is_not_trusted_is_named(line: Any) -> None:
    with pytest.raises(faults.Unreachable, match="certificate") as told:
        await line(certificate()).account.fetch(ONE)
    assert "SSL_CERT_FILE" in told.value.remedy


async def test_every_request_says_who_asks_and_what_it_wants(line: Any) -> None:
    made = line(OK)
    await made.account.write(ONE, {"FriendlyName": "Näme & Co", "Attributes": '{"a": "b"}'})
    [asked] = made.script.asked
    assert asked.headers["authorization"].startswith("Basic ")
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["user-agent"].startswith("trusthub-tui/")
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.content == b"FriendlyName=N%C3%A4me+%26+Co&Attributes=%7B%22a%22%3A+%22b%22%7D"


@pytest.mark.parametrize(
    "fault",
    [RuntimeError("a fault of ours"), httpx2.ReadError("gone"), error(401, 20003, "Authenticate")],
    ids=repr,
)
async def test_the_secret_is_in_no_crash_print(line: Any, fault: Any) -> None:
    made = line(fault)
    with pytest.raises((RuntimeError, AccountError)) as raised:
        await made.account.write(ONE, {"Email": "a"})
    encoded = made.script.asked[0].headers["authorization"].removeprefix("Basic ")
    assert SENTINEL in base64.b64decode(encoded).decode()
    printed = crash_print(raised.value)
    assert "write" in printed
    assert SENTINEL not in printed
    assert encoded not in printed
    assert "locals" in printed


def test_the_table_has_every_kind_of_refusal() -> None:
    kinds: set[Callable[..., Any]] = {kind for _, kind, _ in REFUSALS}
    assert kinds >= set(faults.Refused.__subclasses__()) - {faults.TooMany}
