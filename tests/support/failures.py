"""Every way in which a question to Twilio can fail, and the sentence that tells it."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import httpx2

from tests.support.fake_twilio import RESTRICTED, Fault, Reply, reply_of


@dataclass(frozen=True)
class Failure:
    """What goes wrong, and what is told."""

    says: str
    kind: str = "answer"
    """As the Twilio of the tests knows it."""
    reply: Reply | None = None
    helps: str = ""
    """What helps against it on the screens, a part of that."""
    exits: int = 7
    """The exit code of a command."""
    stops: bool = False
    """Whether nothing is followed any more until the user has done something."""

    def faults(self, method: str = "GET", part: str = "") -> list[Fault]:
        """Return it for every request of one method, whose path has such a part."""
        wanted = lambda asked: asked.method == method and part in asked.path  # noqa: E731 - short
        return [Fault(self.kind, when=wanted, reply=self.reply) for _ in range(60)]


def _unsent(fault: Exception, cause: Exception | None = None) -> Reply:
    fault.__cause__ = cause
    return Reply(raises=fault)


def _refused(status: int, code: int, message: str) -> Reply:
    return reply_of(status, {"code": code, "message": message, "status": status})


def _page(following: str) -> Reply:
    return reply_of(200, {"results": [], "meta": {"key": "results", "next_page_url": following}})


_UNTRUSTED = ssl.SSLCertVerificationError("self-signed")
_NOT_SECURE = ssl.SSLError("wrong version number")

READS: Final[Mapping[str, Failure]] = {
    "no route": Failure("Twilio cannot be reached", reply=_unsent(httpx2.ConnectError("no route"))),
    "no answer to the call": Failure(
        "Twilio cannot be reached", reply=_unsent(httpx2.ConnectTimeout("late"))
    ),
    "TLS: a certificate that nobody trusts": Failure(
        "its certificate is not trusted here",
        reply=_unsent(httpx2.ConnectError("tls"), _UNTRUSTED),
        helps="set SSL_CERT_FILE",
    ),
    "TLS: no secure connection": Failure(
        "no secure connection can be made", reply=_unsent(httpx2.ConnectError("tls"), _NOT_SECURE)
    ),
    "a proxy that refuses": Failure(
        "the proxy refuses", reply=_unsent(httpx2.ProxyError("403")), helps="HTTPS_PROXY"
    ),
    "connection lost": Failure("The connection to Twilio was lost", "dropped"),
    "a drip": Failure("Twilio did not answer within", "drip"),
    "5xx": Failure("Twilio gives no answer that can be read (HTTP 500)", "500-before"),
    "no JSON": Failure("Twilio gives no answer that can be read", "html"),
    "half an answer": Failure("Twilio gives no answer that can be read", "cut"),
    "an empty answer": Failure("Twilio gives no answer that can be read", "empty"),
    "too many requests": Failure("Twilio takes no more requests just now", "429"),
    "an approval that is missing": Failure(
        "Twilio asks for an approved Primary profile first",
        "not-approved",
        helps="credentials are right",
        exits=1,
    ),
    "a key without Trust Hub": Failure(
        "This key may not do that: a Standard key or the auth token is needed",
        reply=_refused(403, 20403, "Forbidden"),
        stops=True,
        exits=6,
    ),
    "wrong credentials": Failure(
        "Twilio does not accept these credentials, which are from the environment",
        reply=_refused(401, 20003, "Authenticate"),
        helps="Esc o",
        stops=True,
        exits=6,
    ),
    "a redirect": Failure(
        "Twilio's answer makes no sense: it sends elsewhere",
        reply=Reply(307, b"", {"Location": "https://elsewhere.example/v1"}),
        exits=1,
    ),
    "a page of somebody else": Failure(
        "Twilio's answer makes no sense: its next page is elsewhere",
        reply=_page("https://elsewhere.example"),
        exits=1,
    ),
    "pages in a circle": Failure(
        "Twilio's answer makes no sense: its pages have no end", reply=_page("?PageSize=1000"), exits=1
    ),
    "an error of the newer form": Failure(
        "Twilio refused this: Bad input",
        reply=reply_of(400, {"type": "x", "title": "Bad input", "status": 400}),
        exits=1,
    ),
    "a code that is explained": Failure(
        "Twilio refused this: Odd", reply=_refused(400, 21617, "Odd"), helps="says what 21617 means", exits=1
    ),
}
"""For lists, which every row can happen to."""

WRITES: Final[Mapping[str, Failure]] = {
    "connection lost": Failure(
        "It is not certain whether Twilio took it", "dropped", helps="F5 looks what Twilio has"
    ),
    "a drip": Failure("It is not certain whether Twilio took it", "drip"),
    "5xx": Failure("It is not certain whether Twilio took it", "500-before"),
    "no route": Failure("Twilio cannot be reached", reply=_unsent(httpx2.ConnectError("no route"))),
    "too many requests": Failure("Twilio takes no more requests just now", "429"),
    "wrong credentials": READS["wrong credentials"],
    "a key without Trust Hub": READS["a key without Trust Hub"],
    "an approval that is missing": READS["an approval that is missing"],
    "a Primary that is no ISV's": Failure(
        "A Secondary profile needs a Primary one of an ISV, reseller or partner",
        reply=_refused(
            400,
            20001,
            "Secondary Customer Profile for direct_customer can only be created through Twilio console.",
        ),
        helps="Change the business identity",
        exits=9,
    ),
    "in review meanwhile": Failure(
        "Twilio does not let this profile be changed",
        reply=_refused(400, 70002, "The bundle is in an immutable state"),
        helps="F5 shows how it stands there",
        exits=5,
    ),
    "a similar address": Failure(
        "Twilio did not take the address, and suggests another",
        reply=_refused(400, 21629, "Did you mean 548 Market Street?"),
        helps="Did you mean 548 Market Street?",
        exits=1,
    ),
    "gone meanwhile": Failure(
        "was changed at Twilio meanwhile", reply=_refused(404, 20404, "Not found"), helps="with F5", exits=8
    ),
    "a redirect": READS["a redirect"],
    "only in the Console": Failure(
        "only in its Console",
        reply=_refused(400, 400, RESTRICTED),
        helps="Enter copies",
        exits=9,
    ),
}
"""For corrections; what is taken only in the Console comes last: it is remembered."""
