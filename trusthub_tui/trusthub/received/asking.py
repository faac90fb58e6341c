"""Whether somebody asks in a text what to do about a decision, instead of being told it.

People quote what Twilio told them and ask others, often without any quotation mark. Twilio asks too, as in
"What can I do next?" above what to do. So it is looked at who speaks: whether Twilio signed it or stands as
its sender, and whether a question in the first person is left without an answer. All of it is our own
judgement.
"""

import re
from typing import Final

from trusthub_tui.trusthub.received.patterns import Pattern

_QUOTED: Final = Pattern(
    r"\b(?:(?:i|we)(?:.ve| have| just| only)? (?:got|get|received|saw|see|read|were told|was told)"
    r"|(?:it|that|which|e-?mail|message|notice|console|twilio) (?:only |just )?(?:says?|said|saying|states?"
    r"|stating|reads?|tells? (?:me|us)|told (?:me|us)))\b"
    r"[^\n]{0,60}[\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb][^\n]{0,20}\byour (?:\S+ ){0,6}profile\b"
)
_FORUM: Final = Pattern(
    r"\b(?:has|does|did|can|could|is|would) (?:there )?(?:any|some)(?:one|body)\b[^.?!\n]{0,200}\?"
)
_FORWARDED: Final = Pattern(r"\b(?:forwarded|original) message\b|^(?:\W{0,3})from: ", re.MULTILINE)

_FROM_TWILIO: Final = Pattern(
    r"\b(?:forwarded|original) message\b|^\W{0,3}from: [^\n]{0,200}\btwilio\b"
    r"|^\W{0,3}on [^\n]{0,200}\btwilio\b[^\n]{0,200}\bwrote:",
    re.MULTILINE,
)
_SIGNED: Final = Pattern(
    r"(?!(?:thanks?|hi|hey|hello|dear|please)\b)(?:[^\s.?!]{1,20} ){0,3}twilio\b(?: [^\s?!]{1,20}){0,3}"
)
_NO_SIGNATURE: Final = Pattern(r"\b(?:profile|status|rejected|approved|error|code)\b")
_LAST_LINES: Final = 3

_CERTAINLY: Final = Pattern(
    r"\bany (?:ideas?|thoughts|advice|suggestions?|pointers?|help)\b|\bthoughts\?|\bplease (?:help|advise)\b"
    r"|\bhelp(?: me| us)?(?: please)?!|\bhelp (?:is|would be) (?:much |very |greatly )?appreciated\b"
    r"|(?<!you )\bneed (?:some |your |a little )?(?:help|advice) with\b|\bneed some (?:help|advice)\b"
    r"|\b(?:any|some)(?:one|body) (?:else|here|from)\b"
    r"|\bwhat (?:do|should|can|could|shall|must) we (?:do|change|try|answer|write|enter)\b"
    r"|\b(?:does|did|would|could|is) (?:this|that|it) (?:mean|because|since|due to)\b[^.?!\n]{0,40}"
    r"\b(?:we|i|our|my)\b"
    r"|\bre-?review\b|\b(?:can|could|would|will) (?:you|somebody|someone) (?:please |kindly )?(?:tell me"
    r"|tell us|explain|look into|reconsider|(?:take|have) (?:a|another) look)\b"
    r"|\bwhat does (?:it|this|that) mean\W*\Z"
    r"|\bnow what\?|\bwho can (?:look|help|tell|check|fix)\b|\br/twilio\b|\A\W{0,3}question\b"
)
"""What only somebody says who does not know what to do."""

_QUESTION: Final = Pattern(r"(?:\A|(?<=[.!?:\n)]))[^.!?\n]{0,300}[^.!?\n\s]\?(?!\w)")
_ASKS_THE_READER: Final = Pattern(
    r"\byour?\b|\b(?:help|helpful|questions?|feedback)\?$"
    r"|\A\W*what(?:.s| is| happens| comes)? (?:now|next)\?\Z"
)
"""What Twilio, and everybody who passes its answer on, may ask the one who reads it."""

_OF_A_HELPER: Final = Pattern(
    r"\banything else\b|\bhow did we do\b|\bclose (?:this|the) (?:ticket|case|request)\b"
)
"""What a person at Twilio asks at the end."""

_FIRST_PERSON: Final = Pattern(r"\b(?:i|my|our|i.m|i.ve|we.re|we.ve)\b")
_CUSTOMERS: Final = Pattern(
    r"\b(?:i|we) (?:don.?t|do not|can.?t|cannot|did ?n.?t|have already|already|still|just|keep|got|get|see"
    r"|tried|entered|used?|think|believe|need|sent|submitted|resubmitted)\b|\bi.(?:m|ve)\b"
    r"|\b(?:my|our) (?:\w+ ){0,2}(?:profile|submission|business|company|ein|account|clients?|customers?"
    r"|application|representatives?|ceo|founder|owner|address|shop|page)\b"
    r"|\A\W{0,3}(?:hi|hey|hello|dear) (?:team|all|everyone|everybody|folks|guys|twilio|support)\b"
)
"""What the one says who filed the profile, or who asks for him."""

_CLOSING: Final = Pattern(r"\W*(?:thanks?|thank you|regards|best|cheers|kind|sincerely|sent from)\b")
_FIRST_SENTENCE: Final = Pattern(r"\W*[^.!?\n]*")
_BRIEFLY: Final = Pattern(r"\W*(?:yes|no)\b|\s*\w+ [^.?!\n]{1,60}\.(?:\s|$)")
_WORDS_OF_AN_ANSWER: Final = 3
_WORDS_OF_A_QUESTION: Final = 3

_ASKS: Final = Pattern(
    r"\b(?:why|how|what|is|was|are|does|do|did|has|have|can|could|should|will|when|which|where"
    r"|any(?:one|body)|some(?:one|body))\b"
    r"[^.?!\n]{0,200}\?|\bplease (?:help|advise)\b|\bhelp me\b|\bany (?:ideas?|help|advice|thoughts)\b"
    r"|\b(?:has|does|can) any(?:one|body)\b|\bi don.?t (?:understand|know)\b|\bwhat (?:should|can"
    r"|do) (?:i|we)\b"
)
_OWN: Final = Pattern(
    r"\b(?:my|our) (?:\w+ ){0,3}(?:profile|submission|business|company|ein|account|client|customer"
    r"|application|representative)s?\b"
    r"|\bi(?:.m|.ve)? (?:am|got|get|keep|have|received|submitted|tried|see|was|used|entered|resubmitted"
    r"|need|would|try|don.t)\b"
    r"|\bwe (?:got|get|keep|submitted|resubmitted|entered|used|see)\b|\bany(?:one|body)\b|\bsome(?:one"
    r"|body)\b"
)
_YOURS: Final = Pattern(r"\byour\b|\b(?:forwarded message|original message|from:.{0,60}twilio)")

TWILIOS_VERDICT: Final = Pattern(
    r"\byour (?:\S+ ){0,6}profile\b[^.\n]{0,80}\b(?:approved|rejected|declined)\b"
)
"""Twilio's own sentence about a profile."""


def is_own_question(low: str, *, told: bool) -> bool:
    """Whether somebody asks in it about what happened to him; a forwarded answer of Twilio is none.

    ``told`` is whether a decision or a code stands in it at all.
    """
    return _speaks_of_his_own(low) or (told and not _is_twilios(low) and _asks_himself(low))


def _is_twilios(low: str) -> bool:
    """Whether Twilio stands in it as the sender, or below it."""
    if _FROM_TWILIO.search(low):
        return True
    lines = [line.strip() for line in low.split("\n") if line.strip()]
    return any(_SIGNED.fullmatch(line) and not _NO_SIGNATURE.search(line) for line in lines[-_LAST_LINES:])


def _asks_himself(low: str) -> bool:
    """Whether it asks in words of somebody who was told a decision and does not know what to do."""
    if _CERTAINLY.search(low):
        return True
    questions = list(_QUESTION.finditer(low))
    if any(_is_left_open(low, one) for one in questions):
        return True
    told = low
    for one in reversed(questions):
        told = told[: one.start()] + told[one.end() :]
    return bool(questions or _ASKS.search(low)) and _CUSTOMERS.search(told) is not None


def _is_left_open(low: str, question: re.Match[str]) -> bool:
    """Whether a question is one of somebody who was told, and nobody answers it below."""
    asked = question.group().strip()
    if len(asked.split()) < _WORDS_OF_A_QUESTION or _OF_A_HELPER.search(asked):
        return False
    if _ASKS_THE_READER.search(asked) and not _FIRST_PERSON.search(asked):
        return False
    line_end = low.find("\n", question.end())
    above = TWILIOS_VERDICT.search(low, question.end(), line_end if line_end >= 0 else len(low)) is not None
    return above or not _is_answered(low, question.end())


def _is_answered(low: str, end: int) -> bool:
    """Whether an answer follows a question, as it does below a heading."""
    rest = low[end:]
    sentence = _FIRST_SENTENCE.match(rest)
    if _CLOSING.match(rest) or (sentence and _CUSTOMERS.search(sentence.group())):
        return False
    return _BRIEFLY.match(rest) is not None or len(rest.split()) > _WORDS_OF_AN_ANSWER


def _speaks_of_his_own(low: str) -> bool:
    """Whether somebody asks in it about his own profile, or quotes what he was told in quotation marks."""
    asks = _ASKS.search(low)
    if asks is not None and _QUOTED.search(low):
        return True
    if _FORUM.search(low) and not _FORWARDED.search(low):
        return True
    if asks is None or not _OWN.search(low):
        return False
    yours = _YOURS.search(low)
    return yours is None or (
        _OWN.search(low[: yours.start()]) is not None
        and yours.group() == "your"
        and not (TWILIOS_VERDICT.search(low, asks.end()))
    )
