"""Web addresses: the website, the social profiles and the status callback."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.email import EMAILS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule
from trusthub_tui.profile.rules.site import Owner, site

if TYPE_CHECKING:
    from trusthub_tui.profile.formats.web import Web

_SYNTAX = "RFC 3986 (addresses), RFC 1035 and 5891 (names)"
_LIVE = "Trust Hub: a live, full address of the business's own site; code 18601"
_LIKE = "Enter it like https://www.company.com"


def _problem(name: str, says: str, remedy: str = _LIKE, source: str = _SYNTAX) -> Rule:
    return Rule(f"website.{name}", Ground.UNSENDABLE, says, remedy, source, Moment.LEAVING)


SPACE = _problem("space", "{label} has a space in it. Take it out", "A web address has no spaces")
SEVERAL = _problem("several", "{label} holds more than one address", "Enter the main one")
SCHEME = _problem(
    "scheme",
    "{label} starts with {character}, not with https",
    source="Trust Hub asks for an http or https address",
)
SLASHES = _problem("slashes", "{label} has its colon and slashes wrong. Enter it like https://company.com")
EMAIL = _problem("email", "{label} is an e-mail address. Enter the address of the site, like company.com")
NO_HOST = _problem("no-host", "{label} is missing the name of the site, for example company.com")
NO_ENDING = _problem("no-ending", "{label} is missing the ending, for example .com")
DOTS = _problem("dots", "{label} has a dot too many: two in a row, or one at the start", "Take the dot out")
COMMA = _problem("comma", "{label} has a comma where a dot belongs", "Type a dot between the parts")
CHARACTER = _problem("character", "{label} has {character} in the site's name, where it cannot stand")
HYPHEN = _problem("hyphen", "{label} has a hyphen at the start or end of a part of the name")
TOO_LONG = _problem("too-long", "{label} is longer than a web address may be")
PORT = _problem("port", "{label} has something after the colon that is no port number", "Take it out")
INSIDE_A_NETWORK = _problem(
    "inside-a-network",
    "{label} is a name that exists only inside a network",
    "Enter an address the world can open, like https://www.company.com",
    "RFC 6761, RFC 6762: names such as .local and localhost",
)
ONLY_A_SUFFIX = _problem(
    "only-a-suffix",
    "{label} is missing the name before .{suffix}",
    "Enter it like https://company.{suffix}",
    "The public suffix list: nobody's site, but an ending that many share",
)
NUMBER_ADDRESS = Rule(
    "website.number-address",
    Ground.VETTING,
    "{label} is a number address. Enter the name of the site",
    "A number does not show whose site it is: rejection reason 18601",
    _LIVE,
    Moment.LEAVING,
    predicts=18601,
    practice_rejects=True,
)
PLACEHOLDER = Rule(
    "website.placeholder",
    Ground.VETTING,
    "{label} is at {host}, a name for examples and trials, not for live sites",
    "Enter the business's own site. One that does not open is rejection reason 18601",
    "RFC 2606 and RFC 6761: .example, .test, .invalid, .localhost and example.com; our own list of others",
    Moment.LEAVING,
    predicts=18601,
    practice_rejects=True,
)
USER_INFO = Rule(
    "website.user-info",
    Ground.VETTING,
    "{label} has a name or password before the site's name. Take out everything up to the @",
    "Twilio opens the site as any visitor would. One that asks for a password is rejection reason 18601",
    _LIVE,
    Moment.LEAVING,
    predicts=18601,
)
CALLBACK_SECRET = Rule(
    "website.callback-secret",
    Ground.SECOND_LOOK,
    "{label} carries a name and a password, as Twilio documents for callbacks",
    "Whoever sees this profile sees them too; use a password for this alone",
    "Twilio: webhooks and HTTP authentication, https://username:password@host",
    Moment.LEAVING,
)
UNKNOWN_ENDING = Rule(
    "website.unknown-ending",
    Ground.VETTING,
    "{label} ends in .{ending}, which no register knows. Check the ending",
    "Look for a slip of the keys, such as .con for .com. A site that does not open is rejection reason 18601",
    "The public suffix list, which holds every ending there is; it may lag behind by some weeks",
    Moment.LEAVING,
    predicts=18601,
)
SOCIAL = Rule(
    "website.social",
    Ground.VETTING,
    "{label} is a page on {host}, not a site of your own",
    "Enter the business's own site, and put this page under social profiles. "
    "A page on somebody else's site is rejection reason 18601",
    _LIVE + "; our own list of hosts",
    Moment.LEAVING,
    predicts=18601,
    practice_rejects=True,
)
SITE_BUILDER = Rule(
    "website.site-builder",
    Ground.VETTING,
    "{label} is under the site builder's name {host}, not under a name of your own",
    "Connect {domain} to the site and enter that. "
    "A builder's name does not show the business: rejection reason 18601",
    "A practitioner's checklist for code 18601; the private part of the public suffix list, and our own list",
    Moment.LEAVING,
    predicts=18601,
    practice_rejects=True,
)
SOMEBODY_ELSES = Rule(
    "website.somebody-elses",
    Ground.VETTING,
    "{label} is under {host}, and all e-mail addresses are at {domain}",
    "Enter the site at {domain}, or connect {domain} to this one. "
    "Somebody else's name does not show the business: rejection reason 18601",
    "Code 18601: the name is not in the address; that the addresses agree tells whose name it is",
    predicts=18601,
    practice_rejects=True,
)
CALLBACK_NUMBER = Rule(
    "website.callback-number-address",
    Ground.SECOND_LOOK,
    "{label} is a number address",
    "Use a name if the server has one. It stays the same when the server moves",
    "Our own judgement",
    Moment.LEAVING,
)
NOT_SECURE = Rule(
    "website.callback-not-secure",
    Ground.SECOND_LOOK,
    "{label} starts with http. With https nobody on the way can read or change the message",
    "Use https if your server has it",
    "Twilio's advice for webhooks",
    Moment.LEAVING,
)
NO_ADDRESSES = Rule(
    "website.social-profiles",
    Ground.SECOND_LOOK,
    "{label} are best given as web addresses, separated by spaces",
    "Open each page in a browser and copy its address",
    "Trust Hub: social_media_profile_urls is optional and free text",
)

RULES: tuple[Rule, ...] = (
    SPACE,
    SEVERAL,
    SCHEME,
    SLASHES,
    EMAIL,
    NO_HOST,
    NO_ENDING,
    DOTS,
    COMMA,
    CHARACTER,
    HYPHEN,
    TOO_LONG,
    PORT,
    INSIDE_A_NETWORK,
    ONLY_A_SUFFIX,
    NUMBER_ADDRESS,
    PLACEHOLDER,
    UNKNOWN_ENDING,
    SOCIAL,
    SITE_BUILDER,
    SOMEBODY_ELSES,
    USER_INFO,
    CALLBACK_SECRET,
    CALLBACK_NUMBER,
    NOT_SECURE,
    NO_ADDRESSES,
)

_BY_NAME: Final = {rule.name: rule for rule in RULES}


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what is wrong or risky about the website, the social profiles and the status callback."""
    for path, look in (
        (paths.WEBSITE, _website),
        (paths.SOCIAL, _social_profiles),
        (paths.STATUS_CALLBACK, _callback),
    ):
        if answered(answers, path):
            yield from look(path, answers)


def _website(path: str, answers: Answers) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import web  # not before there is an address

    read = _public(path, answers[path])
    whose = site(answers)
    if isinstance(read, Finding) or whose is None:
        yield from (read,) if isinstance(read, Finding) else ()
        return
    label = QUESTIONS[path].label
    if read.user_info:
        yield USER_INFO.at(path, label=label)
    if rule := _BY_OWNER.get(whose.owner):
        also = tuple(mail for mail in EMAILS if answered(answers, mail)) if rule is SOMEBODY_ELSES else ()
        domain = web.shown_host(whose.mail_domain) or "a domain of your own"
        yield rule.at(path, also=also, label=label, host=web.shown_host(whose.host), domain=domain)
    elif not web.known_ending(read.host):
        yield UNKNOWN_ENDING.at(path, label=label, ending=web.shown_host(read.host).rpartition(".")[2])


_BY_OWNER: Final = {
    Owner.BUILDER: SITE_BUILDER,
    Owner.SOCIAL: SOCIAL,
    Owner.SOMEBODY: SOMEBODY_ELSES,
    Owner.NOBODY: PLACEHOLDER,
    Owner.NUMBER: NUMBER_ADDRESS,
}


def _callback(path: str, answers: Answers) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import web  # as above

    read = _public(path, answers[path])
    if isinstance(read, Finding):
        yield read
        return
    if read.user_info:
        yield CALLBACK_SECRET.at(path, label=QUESTIONS[path].label)
    if web.is_number_address(read.host):
        yield CALLBACK_NUMBER.at(path, label=QUESTIONS[path].label)
    if read.scheme == "http":
        yield NOT_SECURE.at(path, label=QUESTIONS[path].label)


def _social_profiles(path: str, answers: Answers) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import web  # as above

    if any(isinstance(web.read(part), web.UnreadableWeb) for part in web.split(answers[path])):
        yield NO_ADDRESSES.at(path, label=QUESTIONS[path].label)


def _public(path: str, text: str) -> "Web | Finding":
    """Return the address, or what keeps the public from opening it."""
    from trusthub_tui.profile.formats import web  # as above

    label = QUESTIONS[path].label
    read = web.read(text)
    if isinstance(read, web.UnreadableWeb):
        return _BY_NAME[f"website.{read.fault}"].at(path, label=label, character=read.character)
    if not (web.registrable(read.host) or web.is_number_address(read.host) or web.let_out_under(read.host)):
        return ONLY_A_SUFFIX.at(path, label=label, suffix=web.shown_host(read.host))
    return read
