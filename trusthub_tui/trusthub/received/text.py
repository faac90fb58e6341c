"""Reading whatever text came in: which reader it is for, and what is no text at all."""

import json
import re
from typing import Final
from urllib.parse import unquote_plus

from trusthub_tui.trusthub.received.api import read_document
from trusthub_tui.trusthub.received.message import read_message
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision
from trusthub_tui.trusthub.received.telling import PASTE, too_long

LONGEST: Final = 150_000
"""Characters of a text that is read, markup included; the e-mail of a decision is a fraction of it."""

_FORM: Final = re.compile(r"\s*\w{1,40}=[^\s&]*(?:&\w{1,40}=[^\s&]*)+\s*")
_JSON: Final = re.compile(
    r'(?:\A[\ufeff\s]{0,99}|\n[ \t]{0,99})(?=(?:\[\s{0,99})?\{\s{0,99}"|\[\s{0,99}"|\{\}\s{0,99}\Z)'
)
"""Where JSON begins. A footnote such as [1] is none; Python's single quotes are read as text."""

_WHOLE: Final = "Copy it from the first brace to the last"

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_FEW: Final = 8


def read(text: str) -> ReadDecision:
    """Return the decision a text tells of; raises :class:`NoDecision`."""
    _refuse_unreadable(text)
    json_starts = _JSON.search(text)
    if json_starts:
        return _of_json(text[json_starts.end() :])
    if _FORM.fullmatch(text):
        text = unquote_plus(text.replace("&", "\n"), errors="replace")
    return read_message(text)


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
