"""Web addresses and the names in them: read offline, with the public suffix list for what belongs to whom."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_LONGEST = 2000
_LONGEST_HOST: Final = 253
_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_LONGEST_LABEL: Final = 63
"""Characters of a host and of one label. Source: RFC 1035, section 2.3.4."""

_INSIDE: Final = frozenset(
    (*("local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "onion", "arpa"),)
)
"""Endings no public site has. Source: RFC 6762, 7686, 8375; ICANN on .internal, .home and .corp."""

_NUMBERS_INSIDE: Final = (
    *("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
    *("::/127", "fc00::/7", "fe80::/10"),
)
"""Number addresses of one's own machine and network. Source: RFC 1122, 1918, 3927, 4193, 4291."""

_RESERVED: Final = frozenset(("example", "test", "invalid", "localhost"))
"""Endings kept for documentation and trials. Source: RFC 2606, RFC 6761."""
_RESERVED_NAMES: Final = frozenset(("example.com", "example.net", "example.org", "example.edu"))


class WebFault(StrEnum):
    """Why a text is no address of a public site. The value ends the name of the rule."""

    SPACE = "space"
    SEVERAL = "several"
    SCHEME = "scheme"
    SLASHES = "slashes"
    EMAIL = "email"
    NO_HOST = "no-host"
    NO_ENDING = "no-ending"
    DOTS = "dots"
    COMMA = "comma"
    CHARACTER = "character"
    HYPHEN = "hyphen"
    TOO_LONG = "too-long"
    PORT = "port"
    INSIDE_A_NETWORK = "inside-a-network"


@dataclass(frozen=True, slots=True)
class Web:
    """An http or https address with a public host."""

    url: str
    """What Twilio receives: scheme and host in lower-case ASCII, the rest as typed."""
    scheme: str
    host: str
    """In ASCII, so an internationalised name reads ``xn--``; a number address as it stands."""
    rest: str
    """Path, query and fragment; empty for the front page."""
    user_info: str = ""
    """The name, and often the secret, that stands before the host; never to be shown in full."""


@dataclass(frozen=True, slots=True)
class UnreadableWeb:
    """A text that is no address of a public web site, and why."""

    fault: WebFault
    character: str = ""
    """The character or word that is in the way, where one is."""


def read(text: str) -> Web | UnreadableWeb:
    """Read an address as typed. ``https://`` is meant where no scheme is given."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return UnreadableWeb(WebFault.TOO_LONG)
    return _read(stripped)


def split(text: str) -> tuple[str, ...]:
    """Split several addresses at spaces, commas and semicolons."""
    return tuple(part for part in re.split(r"[\s,;]+", text[:_LONGEST]) if part)


_SCHEME = re.compile(r"^(https?)://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(
    r"^([a-z][a-z0-9+.-]*)://|^(mailto|tel|javascript|data|file|ftp|ftps):", re.IGNORECASE
)
_WRONG_SLASHES = re.compile(r"^https?(?:$|[:;.,]*[/\\]+|[;:,]+(?=[^\d]))", re.IGNORECASE)
_SECRET = re.compile(
    r"^(\s*(?:\w{0,8}[:;.,]*[/\\])*[^/\\?#:@]*:)(?![/\\]|\d{1,5}(?:[/?#]|$)).*@", re.IGNORECASE | re.DOTALL
)
"""What stands before the last @ behind a name and a colon, however badly the address is typed."""
_AUTHORITY = re.compile(r"([^/?#]*)(.*)", re.DOTALL)


@lru_cache(maxsize=512)
def _read(text: str) -> Web | UnreadableWeb:
    fault = _shape(text)
    if fault is not None:
        return fault
    scheme = _SCHEME.match(text)
    name = scheme.group(1).lower() if scheme else "https"
    split = _AUTHORITY.fullmatch(text[scheme.end() :] if scheme else text)
    authority, rest = split.groups() if split else ("", "")
    user_info, at, authority = authority.rpartition("@")
    if at and not (scheme or rest):
        return UnreadableWeb(WebFault.EMAIL)
    host_text, port, fault = _port(authority, name)
    host = fault or read_host(host_text)
    if isinstance(host, UnreadableWeb):
        return host
    rest = "" if rest == "/" else quote(rest, safe=_ASCII)
    before = f"{quote(user_info, safe=_ASCII)}@" if user_info else ""
    return Web(f"{name}://{before}{host}{port}{rest}", name, host, rest, user_info)


def masked(text: str) -> str:
    """Return an address as it may be shown: what stands between a name and the @ is not told.

    Several addresses in one text are each looked at.
    """
    whole = _hidden(text)
    return whole if whole != text else re.sub(r"[^\s,;]+", lambda one: _hidden(one.group()), text)


def _hidden(text: str) -> str:
    return _SECRET.sub(r"\1***@", text)


def _shape(text: str) -> UnreadableWeb | None:
    """Look at the text as a whole, before it is taken apart."""
    parts = split(text)
    if len(parts) > 1 and all("." in part for part in parts):
        return UnreadableWeb(WebFault.SEVERAL)
    if any(char.isspace() for char in text):
        return UnreadableWeb(WebFault.SPACE)
    other = _OTHER_SCHEME.match(text)
    if other and not _SCHEME.match(text):
        return UnreadableWeb(WebFault.SCHEME, (other.group(1) or other.group(2)).lower())
    beyond = _SCHEME.sub("", text, count=1)
    if (
        "\\" in text
        or (beyond == text and _WRONG_SLASHES.match(text))
        or re.match(r"[/:]|https?[:;]?/", beyond, re.IGNORECASE)
    ):
        return UnreadableWeb(WebFault.SLASHES)
    return None


def _port(authority: str, scheme: str) -> tuple[str, str, UnreadableWeb | None]:
    """Split off a port; the one that goes without saying is dropped."""
    split = re.fullmatch(r"(\[[^\]]*\]|[^:]*):(.*)", authority)
    if not split or authority.endswith("]"):
        return authority, "", None
    host, digits = split.groups()
    if digits and not (
        digits.isascii() and digits.isdigit() and len(digits) <= 5 and 0 < int(digits) < 65536
    ):
        return host, "", UnreadableWeb(WebFault.PORT)
    usual = {"http": "80", "https": "443"}[scheme]
    plain = digits.lstrip("0")
    return host, "" if plain in ("", usual) else f":{plain}", None


def read_host(text: str) -> str | UnreadableWeb:
    """Return a public host in lower-case ASCII: a name without a dot at its end, or a number address."""
    if not text:
        return UnreadableWeb(WebFault.NO_HOST)
    if is_number_address(text):
        return _number_host(text.lower().rstrip("."))
    host = ascii_host(text)
    if isinstance(host, UnreadableWeb):
        return host
    bare = host.removeprefix("www.")
    if inside_a_network(host) or bare == "localhost":
        return UnreadableWeb(WebFault.INSIDE_A_NETWORK)
    if "." not in bare:
        return UnreadableWeb(WebFault.NO_ENDING)
    return host if not bare.rpartition(".")[2].isdigit() else UnreadableWeb(WebFault.CHARACTER, ".")


def _number_host(text: str) -> str | UnreadableWeb:
    import ipaddress  # number addresses are rare

    try:
        address = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return UnreadableWeb(WebFault.CHARACTER, "[") if "[" in text else text  # 0x7f.1, 2130706433
    inside = any(address in ipaddress.ip_network(net) for net in _NUMBERS_INSIDE)
    return UnreadableWeb(WebFault.INSIDE_A_NETWORK) if inside else text


def ascii_host(text: str) -> str | UnreadableWeb:
    """Return a host name in lower-case ASCII, or what is wrong with its characters, dots or lengths."""
    dotted = re.sub("[\u3002\uff0e\uff61]", ".", text)
    if dotted.startswith(".") or ".." in dotted:
        return UnreadableWeb(WebFault.DOTS)
    if "," in dotted:
        return UnreadableWeb(WebFault.COMMA)
    host = dotted.rstrip(".").lower()
    if not host.isascii():
        encoded = _encoded(host)
        if encoded is None:
            return UnreadableWeb(WebFault.CHARACTER, next(char for char in host if not char.isascii()))
        host = encoded
    return _well_formed(host)


def _well_formed(host: str) -> str | UnreadableWeb:
    odd = re.search(r"[^a-z0-9.-]", host)
    if odd:
        return UnreadableWeb(WebFault.CHARACTER, odd.group())
    labels = host.split(".")
    if len(host) > _LONGEST_HOST or any(len(label) > _LONGEST_LABEL for label in labels):
        return UnreadableWeb(WebFault.TOO_LONG)
    if any(label.startswith("-") or label.endswith("-") for label in labels):
        return UnreadableWeb(WebFault.HYPHEN)
    return host if all(labels) else UnreadableWeb(WebFault.DOTS)


def _encoded(host: str) -> str | None:
    """Return an internationalised host in ASCII (IDNA 2008 after the UTS 46 mapping), or nothing."""
    import idna  # its tables are only worth loading for a name beyond ASCII

    if len(host) > _LONGEST_HOST:
        return None
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None


def is_number_address(host: str) -> bool:
    """Whether a host is an IP address rather than a name, in any of the usual spellings."""
    return bool(
        re.fullmatch(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}\.?", host, re.IGNORECASE | re.ASCII)
    ) or (":" in host and bool(re.fullmatch(r"\[?[0-9a-f:.]+\]?", host, re.IGNORECASE)))


def inside_a_network(host: str) -> bool:
    """Whether a name can only exist inside a network, such as ``intranet.local`` or ``localhost``."""
    return host.rstrip(".").rpartition(".")[2] in _INSIDE


def is_reserved(host: str) -> bool:
    """Whether a name is kept for documentation and trials, so that no site can be there."""
    return host.rpartition(".")[2] in _RESERVED or ".".join(host.split(".")[-2:]) in _RESERVED_NAMES


@lru_cache(maxsize=1)
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # 35 ms: only when domains are compared

    return PublicSuffixList()


@lru_cache(maxsize=512)
def registrable(host: str) -> str:
    """Return what somebody registered of a host, such as ``northwind.co.uk``; empty for a bare suffix.

    Suffixes under which a company lets out names, such as ``github.io``, count as suffixes.
    """
    if is_number_address(host):
        return ""
    return _suffixes().privatesuffix(host) or ""


@lru_cache(maxsize=1)
def _let_out() -> str:
    """Return the part of the public suffix list that holds what companies, not registers, let out."""
    from publicsuffixlist import PSLFILE

    text = Path(PSLFILE).read_text(encoding="utf-8")
    return text.partition("===BEGIN PRIVATE DOMAINS===")[2]


@lru_cache(maxsize=512)
def let_out_under(host: str) -> str:
    """Return the name of a company below which it lets out this host, such as ``github.io``; else nothing."""
    suffix = "" if is_number_address(host) else shown_host(_suffixes().publicsuffix(host) or "")
    lines = (f"\n{suffix}\n", f"\n*.{suffix.partition('.')[2]}\n")
    return suffix if "." in suffix and any(line in _let_out() for line in lines) else ""


@lru_cache(maxsize=512)
def own_labels(host: str) -> tuple[str, ...]:
    """Return the parts of a host that its owner chose: ``shop`` and ``bücher`` of ``shop.bücher.de``."""
    registered = registrable(host)
    if not registered:
        return ()
    chosen = f"{host[: len(host) - len(registered)]}{registered.partition('.')[0]}"
    return tuple(label for label in shown_host(chosen).split(".") if label and label != "www")


@lru_cache(maxsize=512)
def known_ending(host: str) -> bool:
    """Whether a host ends as the public suffix list says, or in what is kept for documentation and trials.

    Where names are only given below a second label, as in ``co.za``, the list lacks the last one alone.
    """
    ending = host.rpartition(".")[2]
    known = (_suffixes().publicsuffix(each, accept_unknown=False) for each in (ending, host))
    return ending in _RESERVED or any(known)


def shown_host(host: str) -> str:
    """Return a host as its owner writes it: ``xn--bcher-kva.example`` becomes ``bücher.example``."""
    if "xn--" not in host:
        return host
    import idna  # as above

    try:
        return unicodedata.normalize("NFC", idna.decode(host))
    except (idna.IDNAError, UnicodeError):
        return host
