"""Whether e-mail addresses belong to the website: Twilio's reason 18606.

Registrable domains are compared, so ``ada@mail.northwind.co.uk`` belongs to ``www.northwind.co.uk``. Names
let out under one roof, such as ``a.github.io`` and ``b.github.io``, do not belong together.
"""

from collections.abc import Iterator

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.email import EMAILS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule
from trusthub_tui.profile.rules.site import Owner, site

DISPOSABLE = Rule(
    "domains.disposable",
    Ground.VETTING,
    "{label} is at {domain}, where mail is thrown away",
    "Enter an address at {advised}. Twilio takes no disposable addresses: rejection reason 18606",
    "A2P page: the e-mail must not be disposable; code 18606; our own list of domains",
    Moment.LEAVING,
    predicts=18606,
    practice_rejects=True,
)
FREE_MAIL = Rule(
    "domains.free-mail",
    Ground.VETTING,
    "{label} is at {domain}, where anyone can get an address",
    "Enter an address at {advised}. Free mail is the usual cause of rejection reason 18606",
    "Code 18606: the address is on another domain, typically free mail; our own list of domains",
    Moment.LEAVING,
    predicts=18606,
    practice_rejects=True,
)
DIFFERENT = Rule(
    "domains.different",
    Ground.VETTING,
    "{label} is at {domain}, but the website is at {own}",
    "Enter an address at {advised}, or the website of {domain}. Two domains are rejection reason 18606",
    "Code 18606: e-mail and website domain differ; comparing registrable domains is our reading",
    predicts=18606,
    practice_rejects=True,
)

RULES: tuple[Rule, ...] = (DISPOSABLE, FREE_MAIL, DIFFERENT)


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield which addresses do not belong to the website, the heaviest reason for each.

    Where the website is under somebody else's name there is nothing to compare: first of all it needs a name
    of its own, and rules/website.py says so. Nobody is sent to an address at such a name.
    """
    given = [path for path in EMAILS if answered(answers, path)]
    if not given:
        return
    whose = site(answers)
    own = whose.host if whose and whose.owner is Owner.BUSINESS else ""
    advised = own if whose and not whose.doubtful else ""
    for path in given:
        yield from _compared(path, answers[path], own, advised)


def _compared(path: str, text: str, own: str, advised: str) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import (  # as above
        email,
        known_hosts,  # as above
        web,
    )

    read = email.read(text)
    if isinstance(read, email.UnreadableEmail) or read.at_a_number:
        return
    domain = web.registrable(read.domain) or read.domain
    if domain == own:
        return
    if known_hosts.listed(read.domain, known_hosts.DISPOSABLE_MAIL):
        rule = DISPOSABLE
    elif known_hosts.listed(read.domain, known_hosts.FREE_MAIL):
        rule = FREE_MAIL
    elif own:
        rule = DIFFERENT
    else:
        return
    yield rule.at(
        path,
        also=(paths.WEBSITE,),
        label=QUESTIONS[path].label,
        domain=web.shown_host(domain),
        own=web.shown_host(own),
        advised=web.shown_host(advised) or "a domain of the business's own",
    )
