"""Reading a decision that comes by hand: Twilio's e-mail, an answer of the API, or codes.

Nothing is invented. A reason is a code that stands in the text as one, a sentence that is known, or a field
that an evaluation names; words are kept as they came. The readers are in ``received``.
"""

import json
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote_plus

from trusthub_tui.profile.received.api import read_document
from trusthub_tui.profile.received.message import read_message
from trusthub_tui.profile.received.outcome import Fault, NoDecision, NotRead, ReadDecision, reasons_of
from trusthub_tui.profile.received.sids import PROFILE_SID, NoProfileSid, as_sid
from trusthub_tui.profile.received.telling import PASTE, too_long

__all__ = [
    "LONGEST",
    "PROFILE_SID",
    "NoDecision",
    "NoProfileSid",
    "NotRead",
    "ReadDecision",
    "as_sid",
    "of_codes",
    "read_decision",
]

LONGEST: Final = 150_000
"""Characters of a text that is read, markup included; the e-mail of a decision is a fraction of it."""

_FORM: Final = re.compile(r"\s*\w{1,40}=[^\s&]*(?:&\w{1,40}=[^\s&]*)+\s*")
_JSON: Final = re.compile(
    r'(?:\A[\ufeff\s]{0,99}|\n[ \t]{0,99})(?=(?:\[\s{0,99})?\{\s{0,99}"|\[\s{0,99}"|\{\}\s{0,99}\Z)'
)
"""Where JSON begins. A footnote such as [1] is none; Python's single quotes are read as text."""

_WHOLE: Final = "Copy it from the first brace to the last"

_CODE: Final = re.compile(r"[1-9][0-9]{4}")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_FEW: Final = 8


def read_decision(text: str) -> ReadDecision:
    """Return the decision a text tells of; raises :class:`NoDecision` and nothing else.

    The text may be Twilio's e-mail (also marked up, packed, or quoted in an answer), the API's JSON of a
    CustomerProfile or an Evaluation, what Twilio posts to a status callback, or codes typed by hand.
    """
    _refuse_unreadable(text)
    json_starts = _JSON.search(text)
    if json_starts:
        return _of_json(text[json_starts.end() :])
    if _FORM.fullmatch(text):
        text = unquote_plus(text.replace("&", "\n"), errors="replace")
    return read_message(text)


def of_codes(codes: Iterable[int | str]) -> ReadDecision:
    """Return the rejection that some codes stand for, known or not; raises :class:`NoDecision`."""
    numbers = [str(code).strip() for code in codes]
    for number in numbers:
        if not _CODE.fullmatch(number):
            raise NoDecision("A code has five digits", "Type it as Twilio gave it, such as 18602")
    if not numbers:
        raise NoDecision("There is no code", "Type one as Twilio gave it, such as 18602")
    return ReadDecision(approved=False, reasons=reasons_of(Fault(int(number)) for number in numbers))


def _refuse_unreadable(text: str) -> None:
    if not text.strip():
        raise NoDecision("There is nothing to read", PASTE)
    if len(text) > LONGEST:
        raise too_long(len(text))
    if "\0" in text or len(_CONTROLS.findall(text)) > max(_FEW, len(text) // 50):
        raise NoDecision("This is not text", PASTE)


def _of_json(text: str) -> ReadDecision:
    """Read the JSON that stands in a text; what stands before and after it must not be JSON too."""
    try:
        document, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        raise NoDecision("This looks like the API's JSON, but it is not complete", _WHOLE) from None
    if '"' in text[end:]:
        raise NoDecision("There is more than the JSON of one profile", _WHOLE)
    return read_document(document)
