"""What kind of text it is that speaks of reviews and codes, and still decides nothing.

A receipt quotes the code of the question it answers, documentation quotes all of them, and Twilio answers a
failed request with the words "profile is not approved". By what such texts are told is our own judgement.
"""

from typing import Final

from trusthub_tui.trusthub.received import asking
from trusthub_tui.trusthub.received.outcome import PASTE, Kind, NoDecision
from trusthub_tui.trusthub.received.patterns import Pattern

_HEAD: Final = 600
"""Characters in which a text says what it is."""

_AWAY: Final = Pattern(
    r"\bout[ -]of[ -](?:the )?office\b|\bautomatic reply\b|\bauto[ -]?reply\b|\bautomatische antwort\b"
    r"|\babwesen"
    r"|\b(?:i am|i.m|i will be) (?:currently )?(?:away|out|on (?:vacation|leave|holiday|parental|annual))\b"
    r"|\bon (?:annual|parental|sick) leave\b|\baway from my (?:desk|e?-?mail)\b"
)
_RECEIPT: Final = Pattern(
    r"\b(?:request|ticket|case|inquiry|enquiry)\b[^.\n]{0,40}\b(?:received|created|opened|logged"
    r"|registered|assigned|updated)\b"
    r"|\bwe(?:.ve| have)? (?:received|got) your (?:support |help )?(?:request|ticket|message|e-?mail"
    r"|inquiry|enquiry|question|case)\b"
    r"|\bwill (?:get back to you|be in touch|respond to your)\b|\btype your reply above this line\b"
)
_THANKS: Final = Pattern(
    r"\bthank(?:s| you) for (?:contacting|reaching out|getting in touch|your (?:request|message"
    r"|inquiry|question))\b"
)
_SUBMITTED: Final = Pattern(
    r"\bwe(?:.ve| have)? received your (?:\w+ ){0,3}(?:submission|profile|application|information)\b"
    r"|\b(?:submission|application|profile)\b[^.\n]{0,40}\b(?:has been|was) received\b"
    r"|\bthank(?:s| you) for submitting\b"
)
_REMINDER: Final = Pattern(
    r"\breminder\b|\bdon.?t forget\b|\bhas not (?:yet )?been submitted\b|\bstill (?:a )?draft\b"
    r"|\b(?:complete|finish|submit) your (?:\w+ ){0,3}profile\b|\bstatus\W{1,4}draft\b|\bdeadline\b"
)
_SURVEY: Final = Pattern(
    r"\bsurvey\b|\bhow (?:satisfied|likely|would you rate|did we do)\b|\bon a scale (?:of|from)\b"
    r"|\brate (?:your|our|us)\b"
    r"|\b(?:share|love|give us|value) your (?:feedback|experience|opinion)\b"
)
_ONE_TIME: Final = Pattern(
    r"\bpasscode\b|\botp\b|\b(?:2fa|two[- ]factor) code\b"
    r"|\b(?:verify|confirm) your (?:new )?(?:e-?mail|phone|number|device|identity|account)\b"
)
_VERDICT: Final = Pattern(r"\b(?:approved|rejected|declined)\b")
_CHANGES: Final = Pattern(
    r"(?:^|\n)(?:\W{0,4}(?:change ?log|release notes|what.s new)\b"
    r"|#{1,3} ?\[?v?[0-9]+\.[0-9]+(?:\.[0-9]+)?\]?|\W{0,4}(?:version |v)[0-9]+\.[0-9]+(?:\.[0-9]+)?\b"
    r"|#{2,4} (?:added|fixed|changed|removed|deprecated)\b|commit [0-9a-f]{7,40}\b|(?:feat|fix|chore"
    r"|docs)(?:\([\w-]+\))?!?: )"
)
_DIFF: Final = Pattern(r"(?:^|\n)(?:diff --git |@@ -[0-9]|\+\+\+ |--- a/)")
_STATEMENT: Final = Pattern(
    r"(?:(?:async )?(?:def|func|function|class|fn|interface|enum) \w+|(?:import"
    r"|from) [\w.\"'{]+(?: import|;|$| from )"
    r"|(?:export )?(?:const|let|var|final|static|public|private) \w+|if ?\(|(?:el)?if \w[^:]{1,60}:$"
    r"|switch ?\(|case [\"'0-9]\w*[\"']?:"
    r"|return\b.*[;)\"'0-9]$|raise \w+\(|throw new |#include|package \w+;?$|(?:select|insert into"
    r"|update|delete from) .*\b(?:from|values|set|where)\b"
    r"|[a-z_]*[a-z]{3,}_codes? ?[:=] ?[{\[(]|[a-z_]+ ?= ?\{|\[\[\w+\]\]$|assert\b|@\w+(?:\(|$)"
    r"|when [0-9]{5}\b|//|/\*|try ?[:{]|catch ?\()"
)
_CODE_LINE: Final = Pattern(r".*[;{}]$|.*=> ?\S|[\w.\"']+ ?[=:] ?[\"'\[{(0-9].*,?$|[)\]}]+[,;]?$|#|\"\"\"")
_DOCUMENTED: Final = Pattern(
    r"\bpossible (?:causes|solutions)\b|\berror (?:code )?(?:reference|dictionary|codes list)\b"
    r"|\berrors? and warnings?\b"
    r"|\bapi reference\b|\btable of contents\b|\bsee also\b|\bwas this (?:page |article )?helpful\b"
    r"|\bon this page\b"
    r"|\b(?:documentation|docs)\b|\bhow to (?:fix|resolve|avoid|troubleshoot)\b|\bcommon (?:reasons"
    r"|causes|rejection|errors?|mistakes)\b"
    r"|\bfaqs?\b|\bfrequently asked\b|\btroubleshooting\b|\bmin(?:ute)? read\b|\bblog\b|\bguide\b"
    r"|\btutorial\b|\barticle\b"
    r"|\b(?:code|error) ?\|"
)
_HELP: Final = Pattern(
    r"\bhelp\b|\bcommon\b|\blearn\b|\bfaqs?\b|\btroubleshoot|\bguide\b|\breference\b|\bdocs\b"
    r"|\bdocumentation\b|\bpossible\b"
    r"|\brejection (?:reasons|codes)\b|\bwhat (?:do|does|the)\b|\berror codes\b|\babout (?:error|code"
    r"|rejection)"
)

_FAILED: Final = Pattern(
    r"\bhttp(?: error| status)?[ /:]{0,2}(?:[12](?:\.[01])? )?[45][0-9]{2}\b"
    r"|\bstatus(?:[ _]?code)?[\"']?[:= ]{1,3}[45][0-9]{2}\b"
    r"|\btwiliorest\w*|\brestexception\b|\bapiexception\b|\btwilioexception\b|\bunable to (?:create"
    r"|fetch|update|delete) record\b"
    r"|\btraceback \(most recent\b|\brestricted ?via ?api\b|\bauthenticat(?:e|ion error)\b"
    r"|\bcould not send\b"
    r"|\bfailed to (?:send|buy|create|purchase|provision|fetch|update|submit)\b"
    r"|\bprimary (?:compliance|customer) profile is not approved\b|\b(?:number"
    r"|numbers) (?:\S+ ){0,3}(?:is|are) (?:not verified|unverified)\b"
    r"|\btrial accounts? cannot\b|\brequest failed\b|\b40[0-9] (?:unauthori[sz]ed|bad request|forbidden"
    r"|not found)\b"
)


def outspoken(shown: str, low: str) -> NoDecision | None:
    """Return why a text is no decision whatever it says: its kind stands at its head or all over it."""
    head = low[:_HEAD]
    said = _VERDICT.search(low)
    if sort := _at_its_head(low, head, decided=said is not None):
        return _message(sort)
    if _SURVEY.search(low, 0, min(_HEAD, said.start() if said else _HEAD)) or _SURVEY.count(low) > 1:
        return _message("This is a survey")
    if _CHANGES.search(low):
        return _message("This is a list of changes of some software")
    if _is_source(low):
        return _message("This is source code")
    return None


def _at_its_head(low: str, head: str, *, decided: bool) -> str:
    """Return what a text is by its first sentences; empty where they do not say."""
    if _AWAY.search(head):
        return "This is an automatic reply"
    if _RECEIPT.search(head) or (_THANKS.search(head) and not asking.TWILIOS_VERDICT.search(low)):
        return "This is a receipt: a request was received, nothing was decided"
    if not decided and _ONE_TIME.search(head):
        return "This is a code to sign in with or to verify something, no reason of a rejection"
    return ""


def unspoken(low: str, *, told: bool, own: bool, codes: int) -> NoDecision | None:
    """Return why a text is no decision, if nobody says in it that this profile was decided.

    ``told`` is whether a decision or a code stands in it; ``own`` whether it speaks to the one whose profile
    it is; ``codes`` how many different ones it names.
    """
    if asking.is_own_question(low, told=told):
        return _message("This is a question about a profile, not Twilio's answer")
    if own:
        return None
    if _SUBMITTED.search(low):
        return _message("This is a receipt: something was submitted, nothing was decided")
    if _REMINDER.search(low):
        return _message("This is a reminder: something was not submitted yet")
    if _DOCUMENTED.search(low) or codes > _MANY:
        return _message("This is a page about codes, not the decision on a profile")
    return None


_MANY: Final = 4
"""Codes that a rejection names at most, where it does not say that it is one."""


def is_failed_request(low: str) -> bool:
    """Whether a text has the words of Twilio's answer to a request that failed."""
    return _FAILED.search(low) is not None


def is_help_before(low: str, place: int) -> bool:
    """Whether what stands at a place stands below a heading about help."""
    return _HELP.search(low, 0, place) is not None


def _is_source(low: str) -> bool:
    if "traceback (most recent" in low:
        return False
    if _DIFF.search(low):
        return True
    lines = [line.strip() for line in low.split("\n") if line.strip()][:400]
    told = sum(_STATEMENT.match(line) is not None for line in lines)
    looks = sum(_STATEMENT.match(line) is not None or _CODE_LINE.match(line) is not None for line in lines)
    return told > 0 and looks * 2 >= len(lines)


def _message(says: str) -> NoDecision:
    return NoDecision(says, PASTE, Kind.MESSAGE)
