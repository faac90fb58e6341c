"""Reading a decision that comes by hand: Twilio's e-mail, an answer of the API, or codes.

Nothing is invented. A reason is a code that stands in the text as one, a sentence that is known, or a field
that an evaluation names; words are kept as they came. The readers are in ``received``, and are imported with
the first text that comes in.
"""

import re
from collections.abc import Iterable
from typing import Final

from trusthub_tui.trusthub.received.outcome import NoDecision, NotRead, ReadDecision
from trusthub_tui.trusthub.received.sids import PROFILE_SID, NoProfileSid, as_sid

__all__ = [
    "PROFILE_SID",
    "NoDecision",
    "NoProfileSid",
    "NotRead",
    "ReadDecision",
    "as_sid",
    "of_codes",
    "read_decision",
]

_CODE: Final = re.compile(r"[1-9][0-9]{4}")


def read_decision(text: str) -> ReadDecision:
    """Return the decision a text tells of; raises :class:`NoDecision` and nothing else.

    The text may be Twilio's e-mail (also marked up, packed, or quoted in an answer), the API's JSON of a
    CustomerProfile or an Evaluation, what Twilio posts to a status callback, or codes typed by hand.
    """
    from trusthub_tui.trusthub.received.text import read  # as the top of this module says

    return read(text)


def of_codes(codes: Iterable[int | str]) -> ReadDecision:
    """Return the rejection that some codes stand for, known or not; raises :class:`NoDecision`."""
    from trusthub_tui.trusthub.received.faults import Fault, reasons_of  # the catalogue comes with a decision

    numbers = [str(code).strip() for code in codes]
    for number in numbers:
        if not _CODE.fullmatch(number):
            raise NoDecision("A code has five digits", "Type it as Twilio gave it, such as 18602")
    if not numbers:
        raise NoDecision("There is no code", "Type one as Twilio gave it, such as 18602")
    return ReadDecision(approved=False, reasons=reasons_of(Fault(int(number)) for number in numbers))
