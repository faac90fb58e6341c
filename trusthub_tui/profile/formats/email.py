"""E-mail addresses, read offline: syntax and the shape of the domain, never a look-up.

``.example`` and ``.test`` are accepted, for they are kept for documentation and trials and nobody types them
by mistake. Names that exist only inside a network, such as ``.local``, are not.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from trusthub_tui.profile.formats.web import inside_a_network, is_number_address

_LONGEST = 254
"""Characters an address may have. Source: RFC 5321, section 4.5.3.1."""
_LONGEST_LOCAL = 64
_UNREACHABLE = frozenset(("localhost", "invalid"))
"""Endings that no mail reaches. Source: RFC 6761."""


class EmailFault(StrEnum):
    """Why a text is no e-mail address. The value ends the name of the rule."""

    NO_AT = "no-at"
    NO_LOCAL = "no-local"
    NO_DOMAIN = "no-domain"
    NO_ENDING = "no-ending"
    NAME_AROUND = "name-around"
    SEVERAL = "several"
    SPACE = "space"
    FULL_WIDTH = "full-width"
    DOTS = "dots"
    TOO_LONG = "too-long"
    INSIDE_A_NETWORK = "inside-a-network"
    NUMBER_DOMAIN = "number-domain"
    BEFORE_AT = "before-at"
    AFTER_AT = "after-at"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Email:
    """An address that mail can be sent to from anywhere."""

    address: str
    """What Twilio receives: the local part as typed, the domain in lower-case ASCII."""
    local: str
    domain: str
    """In ASCII, so an internationalised domain reads ``xn--``."""

    @property
    def beyond_ascii(self) -> str:
        """The first character before the @ that only the international form of mail knows (RFC 6531)."""
        return next((char for char in self.local if not char.isascii()), "")

    @property
    def at_a_number(self) -> bool:
        """Whether a number address in brackets stands in the place of the domain."""
        return self.domain.startswith("[")

    @property
    def mailbox(self) -> str:
        """The same for two addresses that reach the same person, for comparing only.

        Case does not count, nor what follows a plus sign. Dots do count, except at Gmail, which ignores them.
        """
        name, domain = self.local.casefold().partition("+")[0], self.domain
        if domain in ("gmail.com", "googlemail.com"):
            name, domain = name.replace(".", ""), "gmail.com"
        return f"{name}@{domain}"


@dataclass(frozen=True, slots=True)
class UnreadableEmail:
    """A text that is no e-mail address, and why."""

    fault: EmailFault
    character: str = ""
    """The character that is in the way, where one is."""


_SEPARATORS = re.compile(r"[,;/|]|\s+(?:and|or)\s+|\s+")
_AROUND = re.compile(r"<[^<>]*@[^<>]*>|^[\"'(“”„‘’‚«»‹›]|[\"')“”‘’«»‹›]$")


def read(text: str) -> Email | UnreadableEmail:
    """Read an address as typed. Blanks around it and a leading ``mailto:`` do not matter."""
    stripped = text.strip()
    if len(stripped) > _LONGEST + len("mailto:"):
        return UnreadableEmail(EmailFault.TOO_LONG)
    return _read(stripped)


@lru_cache(maxsize=512)
def _read(text: str) -> Email | UnreadableEmail:
    text = re.sub(r"^mailto:\s*", "", text, flags=re.IGNORECASE)
    fault = _shape(text)
    if fault is not None:
        return fault
    local, _, domain = text.partition("@")
    in_brackets = domain.startswith("[")  # the library knows what may stand in them
    fault = _local_fault(local) or (None if in_brackets else _domain_fault(domain))
    if fault is not None:
        return fault
    try:
        # The names kept for trials are let through here; those inside a network were refused above.
        checked = validate_email(
            text, check_deliverability=False, strict=True, test_environment=True, allow_domain_literal=True
        )
    except EmailNotValidError:
        beyond = next((char for char in local if not char.isascii()), "")
        if beyond and isinstance(_read(f"name@{domain}"), Email):
            return UnreadableEmail(EmailFault.BEFORE_AT, beyond)
        return UnreadableEmail(EmailFault.DOMAIN)
    return Email(f"{checked.local_part}@{checked.ascii_domain}", checked.local_part, checked.ascii_domain)


def _shape(text: str) -> UnreadableEmail | None:
    """Look at the text as a whole: is it one address and nothing else?"""
    if "@" not in text:
        wide_at = "@" in unicodedata.normalize("NFKC", text)
        return UnreadableEmail(EmailFault.FULL_WIDTH if wide_at else EmailFault.NO_AT)
    if text.count("@") > 1:
        pieces = [piece for piece in _SEPARATORS.split(text) if "@" in piece]
        return UnreadableEmail(EmailFault.SEVERAL if len(pieces) > 1 else EmailFault.BEFORE_AT, "@")
    if _AROUND.search(text):
        return UnreadableEmail(EmailFault.NAME_AROUND)
    if any(map(str.isspace, text)):
        return UnreadableEmail(EmailFault.SPACE)
    return UnreadableEmail(EmailFault.FULL_WIDTH) if any(map(_is_wide, text)) else None


def _is_wide(char: str) -> bool:
    """Whether a character is the wide form of an ASCII one, as East Asian keyboards type it."""
    return not char.isascii() and len(folded := unicodedata.normalize("NFKC", char)) == 1 and folded.isascii()


def _local_fault(local: str) -> UnreadableEmail | None:
    if not local:
        return UnreadableEmail(EmailFault.NO_LOCAL)
    if len(local) > _LONGEST_LOCAL:
        return UnreadableEmail(EmailFault.TOO_LONG)
    if local.startswith(".") or local.endswith(".") or ".." in local:
        return UnreadableEmail(EmailFault.DOTS)
    odd = next((char for char in local if char.isascii() and not _may_stand(char)), "")
    return UnreadableEmail(EmailFault.BEFORE_AT, odd) if odd else None


def _may_stand(char: str) -> bool:
    return char.isalnum() or char in "!#$%&'*+-/=?^_`{|}~."


def _domain_fault(domain: str) -> UnreadableEmail | None:
    if not domain:
        return UnreadableEmail(EmailFault.NO_DOMAIN)
    if domain.startswith(".") or domain.endswith(".") or ".." in domain:
        return UnreadableEmail(EmailFault.DOTS)
    if is_number_address(domain):
        return UnreadableEmail(EmailFault.NUMBER_DOMAIN)
    if inside_a_network(domain.lower()) or domain.lower().rpartition(".")[2] in _UNREACHABLE:
        return UnreadableEmail(EmailFault.INSIDE_A_NETWORK)
    odd = re.search(r"[^\w.-]|_", domain, re.ASCII) if domain.isascii() else None
    if odd:
        return UnreadableEmail(EmailFault.AFTER_AT, odd.group())
    return None if re.search(r"[.\u3002]", domain) else UnreadableEmail(EmailFault.NO_ENDING)
