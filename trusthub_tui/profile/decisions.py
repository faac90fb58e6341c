"""Reading a decision that comes by hand: Twilio's e-mail, the API's JSON, or a few codes.

Nothing is invented: a reason is a code that stands in the text as a code, or a sentence that is known.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason

PROFILE_SID: Final = re.compile(r"BU[0-9a-f]{32}")
"""What the SID of a customer profile looks like."""


class _Told(Exception):  # noqa: N818  # what came in is at fault, not the program
    """Something that cannot be read: a sentence, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class NoDecision(_Told):
    """A text that holds no decision, or more than one."""


class NoProfileSid(_Told):
    """A text that is no SID of a customer profile."""


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """What a text says about one profile."""

    approved: bool
    reasons: tuple[Reason, ...] = ()
    """Why it was rejected; a rejection may come without any."""
    sid: str = ""
    """The SID of the profile, if the text names it."""


_REMEDY = "Paste Twilio's e-mail or the API's JSON of the profile, or type the codes"


def read_decision(text: str) -> ReadDecision:
    """Return the decision a text tells of; raises :class:`NoDecision`."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    if isinstance(document, dict):
        status = str(document.get("status"))
        if status == "twilio-approved":
            return ReadDecision(approved=True, sid=str(document.get("sid", "")))
        errors = document.get("errors") or []
        return of_codes([one["code"] for one in errors])
    codes = re.findall(r"\b(?:186|222)\d\d\b", text)
    if codes:
        return of_codes(codes)
    if "approved" in text:
        return ReadDecision(approved=True)
    raise NoDecision("This holds no decision", _REMEDY)


def of_codes(codes: Iterable[int | str]) -> ReadDecision:
    """Return the rejection that some codes stand for; raises :class:`NoDecision` for what is no code."""
    found: dict[int, Reason] = {}
    for code in codes:
        number = str(code).strip()
        if not re.fullmatch(r"[1-9][0-9]{4}", number):
            raise NoDecision("That is no code of Twilio's", "A code has five digits, such as 18602")
        found[int(number)] = Reason(int(number), entry(int(number)).paths)
    if not found:
        raise NoDecision("There is no code", _REMEDY)
    return ReadDecision(approved=False, reasons=tuple(found.values()))


def as_sid(text: str) -> str:
    """Return the SID of a profile, cleaned; raises :class:`NoProfileSid`."""
    sid = text.strip()
    if not PROFILE_SID.fullmatch(sid):
        raise NoProfileSid("That is no SID of a profile", "It begins with BU, and 32 digits follow")
    return sid
