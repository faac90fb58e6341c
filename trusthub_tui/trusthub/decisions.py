"""Reading a decision that comes by hand: Twilio's e-mail, an answer of the API, or codes.

Nothing is invented. A reason is a code that stands in the text as one, a sentence that is known, or a field
that an evaluation names; words are kept as they came. The readers are in ``received``, and are imported with
the first text that comes in.
"""

import re
from collections.abc import Iterable
from typing import Final

from trusthub_tui.trusthub.received.outcome import CodedReason, NoDecision, ReadDecision, Reading, reasons_of

_CODE: Final = re.compile(r"[1-9][0-9]{4}")


def read(text: str, sid: str = "") -> Reading:
    """Return what a text is, and the decision where it tells of one; never fails.

    The text may be Twilio's e-mail (also its source, marked up, packed, attached, or quoted in an answer),
    the API's JSON of a CustomerProfile, a list of them or an Evaluation, what Twilio posts to a status
    callback, or codes typed by hand. ``sid`` is that of the profile in question; a list is searched for it.
    """
    from trusthub_tui.trusthub.received import reader  # as the top of this module says

    return reader.read(text, sid)


def read_decision(text: str, sid: str = "") -> ReadDecision:
    """Return the decision a text tells of, as :func:`read` finds it; raises :class:`NoDecision` for none."""
    reading = read(text, sid)
    if reading.decision is None:
        raise NoDecision(reading.message, reading.remedy, reading.kind, reading.subject)
    return reading.decision


def of_codes(codes: Iterable[int | str]) -> ReadDecision:
    """Return the rejection that some codes stand for, known or not; raises :class:`NoDecision`."""
    numbers = [str(code).strip() for code in codes]
    for number in numbers:
        if not _CODE.fullmatch(number):
            raise NoDecision("A code has five digits", "Type it as Twilio gave it, such as 18602")
    if not numbers:
        raise NoDecision("There is no code", "Type one as Twilio gave it, such as 18602")
    return ReadDecision(approved=False, reasons=reasons_of(CodedReason(int(number)) for number in numbers))
