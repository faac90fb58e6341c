"""Whose site the website is: the business's own, or one under somebody else's name."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from trusthub_tui.profile import name_matching, paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.rules.email import EMAILS

if TYPE_CHECKING:
    from trusthub_tui.profile.formats.web import Web


class Owner(Enum):
    """Whose a site is, as far as its address tells."""

    BUSINESS = auto()
    BUILDER = auto()
    """Under the name of a site builder or host."""
    SOCIAL = auto()
    """A page in a social network, a directory or a market place."""
    SOMEBODY = auto()
    """Below a name that is neither the business's nor that of its e-mail addresses."""
    NOBODY = auto()
    """At a name kept for examples."""
    NUMBER = auto()
    """At a number address."""


@dataclass(frozen=True, slots=True)
class Site:
    """A website that can be read."""

    owner: Owner
    host: str
    """The name it is under, in ASCII: that of the owner."""
    mail_domain: str
    """The domain that all e-mail addresses have, where it is not this one; else empty."""
    doubtful: bool = False
    """Whether it lies below a name that the legal name has nothing to do with."""


def site(answers: Answers) -> Site | None:
    """Return whose the website is; ``None`` where there is none that can be read."""
    if not answered(answers, paths.WEBSITE):
        return None
    from trusthub_tui.profile.formats import web  # not before there is an address

    read = web.read(answers[paths.WEBSITE])
    if isinstance(read, web.UnreadableWeb):
        return None
    owner, host = _owner(read, answers)
    mail = _mail_domain(answers)
    doubtful = owner is Owner.BUSINESS and mail != host and _lodges(read.host, host, answers)
    if doubtful and mail:
        owner = Owner.SOMEBODY
    return Site(owner, host, mail if mail != host else "", doubtful)


def _owner(read: "Web", answers: Answers) -> tuple[Owner, str]:
    from trusthub_tui.profile.formats import known_hosts, web  # as above

    if web.is_number_address(read.host):
        return Owner.NUMBER, read.host
    if web.is_reserved(read.host):
        return Owner.NOBODY, read.host
    for owner, name in (
        (Owner.NOBODY, known_hosts.listed(read.host, known_hosts.PLACEHOLDERS)),
        (Owner.BUILDER, known_hosts.builder(read.host)),
        (Owner.SOCIAL, known_hosts.listed(read.host, known_hosts.SOCIAL)),
    ):
        if name:
            return (Owner.BUSINESS if _runs_it(read, name, answers) else owner), name
    return Owner.BUSINESS, web.registrable(read.host)


def _runs_it(read: "Web", host: str, answers: Answers) -> bool:
    """Whether this is the site of the very business that runs a host.

    Of a listed host only the front page is: its customers may have pages behind it.
    """
    from trusthub_tui.profile.formats import known_hosts  # as above

    name = answers.get(paths.BUSINESS_NAME, "")[:300]
    listed = known_hosts.listed(host, known_hosts.SITE_BUILDERS | known_hosts.SOCIAL)
    if read.host.removeprefix("www.") != host or (listed and read.rest) or not name.strip():
        return False
    return name_matching.shares_a_word(name, (host.partition(".")[0],))


def _mail_domain(answers: Answers) -> str:
    """Return the domain of the business that all e-mail addresses have, where there are two at least."""
    given = [answers[path] for path in EMAILS if answered(answers, path)]
    if len(given) < 2:
        return ""
    from trusthub_tui.profile.formats import email, known_hosts, web  # as above

    read = [email.read(text) for text in given]
    domains = {web.registrable(each.domain) if isinstance(each, email.Email) else "" for each in read}
    domain = domains.pop()
    anyones = known_hosts.listed(domain, known_hosts.FREE_MAIL | known_hosts.DISPOSABLE_MAIL)
    return "" if domains or anyones else domain


def _lodges(host: str, registered: str, answers: Answers) -> bool:
    """Whether a site lies below a registered name that the legal name has nothing to do with."""
    name = answers.get(paths.BUSINESS_NAME, "")[:300]
    below = host.removesuffix(registered).strip(".").removeprefix("www")
    if not registered or not below or not name.strip():
        return False
    from trusthub_tui.profile.formats import web  # as above

    return not name_matching.shares_a_word(name, web.own_labels(registered))
