"""E-mail addresses by themselves: whether mail can be sent there, and whether it reaches a person."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule
from trusthub_tui.profile.rules.word_lists import TASK_MAILBOXES, UNREAD_MAILBOXES

_SYNTAX = "RFC 5321 and 5322, as email-validator reads them, offline"
_LIKE = "Enter it like name@company.com"
_PARTS = "An address is a name, an @, and the name of a site"


def _problem(name: str, says: str, remedy: str = _LIKE, source: str = _SYNTAX) -> Rule:
    return Rule(f"email.{name}", Ground.UNSENDABLE, says, remedy, source, Moment.LEAVING)


NO_AT = _problem("no-at", "{label} is missing the @. Enter it like name@company.com", _PARTS)
NO_LOCAL = _problem(
    "no-local", "{label} is missing the part before @. Enter it like name@company.com", _PARTS
)
NO_DOMAIN = _problem(
    "no-domain", "{label} is missing the part after @. Enter it like name@company.com", _PARTS
)
NO_ENDING = _problem("no-ending", "{label} is missing the ending, for example .com")
NAME_AROUND = _problem(
    "name-around",
    "{label} has a name, quotes or brackets around the address",
    "Enter the address alone, like name@company.com",
)
SEVERAL = _problem("several", "{label} holds more than one address", "Enter one address")
SPACE = _problem("space", "{label} has a space in it. Take it out", "An address has no spaces")
FULL_WIDTH = _problem(
    "full-width",
    "{label} has full-width characters. Type it with plain letters and a plain @",
    "Switch the keyboard to half-width input, then type the address again",
)
DOTS = _problem("dots", "{label} has a dot too many: two in a row, or one at an end", "Take the dot out")
TOO_LONG = _problem(
    "too-long",
    "{label} is longer than an address may be: 64 characters before the @, 254 in all",
    source="RFC 5321, section 4.5.3.1",
)
INSIDE_A_NETWORK = _problem(
    "inside-a-network",
    "{label} is at a name that exists only inside a network",
    "Enter an address that the world can write to, like name@company.com",
    "RFC 6761, RFC 6762: names such as .local and localhost",
)
NUMBER_DOMAIN = _problem(
    "number-domain",
    "{label} has a number address after the @. Enter the name of the domain",
    source="RFC 5321, section 4.1.3: a number address is none without its brackets",
)
BEFORE_AT = _problem("before-at", "{label} has {character} before the @, where it cannot stand")
AFTER_AT = _problem("after-at", "{label} has {character} after the @, where it cannot stand")
DOMAIN = _problem("domain", "{label} has no proper domain after the @")

NUMBER_ADDRESS = Rule(
    "email.number-address",
    Ground.VETTING,
    "{label} has a number address after the @. Enter the name of the domain",
    "A number does not show whose address it is: rejection reason 18606",
    "RFC 5321, section 4.1.3, allows it in brackets; that none of a business looks so is our judgement",
    Moment.LEAVING,
    18606,
    practice_rejects=True,
)
BEYOND_ASCII = Rule(
    "email.beyond-ascii",
    Ground.VETTING,
    "{label} has {character} before the @, which many mail systems do not take",
    "Enter the address without it, if the mailbox has one. Mail that does not arrive leads to reason {code}",
    "RFC 6531 allows it; Twilio's pages show ASCII addresses only, and no page forbids others",
    Moment.LEAVING,
)
ROLE = Rule(
    "email.role",
    Ground.VETTING,
    "{label} looks like a shared mailbox, not a person's own",
    "Enter the person's own address. A person Twilio cannot verify is rejection reason {code}",
    "A2P page: the representative's own address, no list or role address; a failure there, a risk here",
    Moment.LEAVING,
)
NOBODY_READS = Rule(
    "email.nobody-reads",
    Ground.SECOND_LOOK,
    "{label} looks like a mailbox nobody reads",
    "Twilio sends the decision and its reasons there",
    "Our own judgement",
    Moment.LEAVING,
)
UNKNOWN_ENDING = Rule(
    "email.unknown-ending",
    Ground.VETTING,
    "{label} ends in .{ending}, which no register knows. Check the ending",
    "Look for a slip of the keys, such as .con for .com. Mail that does not arrive leads to reason {code}",
    "The public suffix list, which holds every ending there is; it may lag behind by some weeks",
)

RULES: tuple[Rule, ...] = (
    NO_AT,
    NO_LOCAL,
    NO_DOMAIN,
    NO_ENDING,
    NAME_AROUND,
    SEVERAL,
    SPACE,
    FULL_WIDTH,
    DOTS,
    TOO_LONG,
    INSIDE_A_NETWORK,
    NUMBER_DOMAIN,
    BEFORE_AT,
    AFTER_AT,
    DOMAIN,
    NUMBER_ADDRESS,
    BEYOND_ASCII,
    ROLE,
    NOBODY_READS,
    UNKNOWN_ENDING,
)

_BY_NAME: Final = {rule.name: rule for rule in RULES}

EMAILS: Final = {
    paths.of_representative(1, "email"): 18604,
    paths.of_representative(2, "email"): 18605,
    paths.NOTIFICATION_EMAIL: 18606,
}
"""Every question that takes an address, and the vetting code that is nearest to it."""


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what is wrong or risky about each e-mail address."""
    for path, code in EMAILS.items():
        if answered(answers, path):
            yield from _email(path, answers[path], code)


def _email(path: str, text: str, code: int) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import email, web  # the library costs 25 ms to import

    label = QUESTIONS[path].label
    read = email.read(text)
    if isinstance(read, email.UnreadableEmail):
        yield _BY_NAME[f"email.{read.fault}"].at(path, label=label, character=read.character)
        return
    yield from _risks(path, read.local.casefold(), label, code)
    if read.beyond_ascii:
        yield BEYOND_ASCII.at(path, predicts=code, label=label, character=read.beyond_ascii, code=code)
    if read.at_a_number:
        yield NUMBER_ADDRESS.at(path, label=label)
    elif not web.known_ending(read.domain):
        ending = web.shown_host(read.domain).rpartition(".")[2]
        yield UNKNOWN_ENDING.at(path, predicts=code, label=label, ending=ending, code=code)


def _risks(path: str, local: str, label: str, code: int) -> Iterator[Finding]:
    if path == paths.NOTIFICATION_EMAIL:
        if local in UNREAD_MAILBOXES:
            yield NOBODY_READS.at(path, label=label)
    elif is_role(local):
        yield ROLE.at(path, predicts=code, label=label, code=code)


def is_role(local: str) -> bool:
    """Whether the part before the @ names a task: ``info``, ``sales+us``, ``customer.support``."""
    name = local.casefold().partition("+")[0]
    words = [word for word in name.replace("-", ".").replace("_", ".").split(".") if word]
    return name in UNREAD_MAILBOXES or (bool(words) and TASK_MAILBOXES.issuperset(words))
