"""The SID of a customer profile: ``BU`` and 32 hexadecimal digits. Source: Twilio's API description."""

import re
from typing import Final

from trusthub_tui.trusthub.received.outcome import NoDecision, NotRead
from trusthub_tui.trusthub.received.patterns import Pattern

PROFILE_SID: Final = Pattern(r"BU[0-9a-f]{32}")
"""What the SID of a customer profile looks like."""

_WRITTEN: Final = Pattern(r"(?<![0-9a-z])bu[0-9a-f]{32}(?![0-9a-z])", re.IGNORECASE)
_OF_OTHERS: Final = Pattern(r"[a-z]{2}[0-9a-f]{32}", re.IGNORECASE)
_DIGITS: Final = 32
_LONGEST: Final = 2000

_KINDS: Final = {
    "AC": "an account",
    "AD": "an address",
    "BV": "an assignment",
    "EL": "an evaluation",
    "IT": "an end user",
    "PN": "a phone number",
    "RD": "a supporting document",
    "RN": "a policy",
}

_WHERE: Final = (
    "Copy it from the profile's page in the Twilio Console: BU and 32 digits from 0 to 9 and a to f"
)


class NoProfileSid(NotRead):
    """A text that is no SID of a customer profile."""


def as_sid(text: str) -> str:
    """Return the SID of a profile as Twilio writes it; raises :class:`NoProfileSid`.

    It may stand in the address of the profile's page, and in capitals.
    """
    found = _distinct(text[:_LONGEST])
    if len(found) == 1:
        return found[0]
    raise NoProfileSid(_fault(text[:_LONGEST].strip(), len(found)), _WHERE)


def sid_in(text: str) -> str:
    """Return the SID of the profile a text is about, empty where it names none.

    Raises :class:`NoDecision` for a text that names several.
    """
    found = _distinct(text)
    if len(found) > 1:
        raise NoDecision(
            f"This names {len(found)} different profiles", "Paste only the part that is about this profile"
        )
    return found[0] if found else ""


def sids_in(text: str) -> tuple[str, ...]:
    """Return every SID of a profile or bundle in a text, each once, as Twilio writes it."""
    return _distinct(text)


def about_sid(text: str, sid: str) -> str:
    """Return the lines of a text about several profiles that are about this one; else the text as it is.

    Lines belong to the SID that was named last, those above the first one to it.
    """
    if not sid or sid not in (found := _distinct(text)) or len(found) == 1:
        return text
    ours, here = [], True
    for line in text.split("\n"):
        named = _distinct(line)
        here = sid in named if named else here
        if here:
            ours.append(line)
    return "\n".join(ours)


def _distinct(text: str) -> tuple[str, ...]:
    found = (f"BU{match.group()[2:].lower()}" for match in _WRITTEN.finditer(text))
    return tuple(dict.fromkeys(found))


def _fault(typed: str, found: int) -> str:
    if not typed:
        return "Enter the SID of the profile"
    if found:
        return f"This names {found} different profiles"
    if _OF_OTHERS.fullmatch(typed) and typed[:2].upper() in _KINDS:
        return f"SID is that of {_KINDS[typed[:2].upper()]}; a profile's begins with BU"
    if not typed.upper().startswith("BU"):
        return "SID of a profile begins with BU"
    digits = typed[2:]
    if strange := next((char for char in digits if char not in "0123456789abcdefABCDEF"), ""):
        return f'SID has "{strange}" in it; after BU come only 0 to 9 and a to f'
    return f"SID has {len(digits)} of {_DIGITS} digits after BU"
