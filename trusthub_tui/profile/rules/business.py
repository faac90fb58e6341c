"""What belongs together about a business: name, legal form, type, industry, website."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import legal_forms, name_matching, paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choices import BusinessIdentity, BusinessType, Industry
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule
from trusthub_tui.profile.rules.site import Owner, site

_RECORDS = "Code 18602: name and number must be the pair that the register holds"
_PAIRS = "A2P page: which type and industry go together"

FORM_AND_TYPE = Rule(
    "business.form-and-type",
    Ground.VETTING,
    "{label} does not go with {form} in the name. Choose {types}",
    "Choose what the registry papers say. A mismatch with the records is rejection reason 18602",
    _RECORDS + "; the company laws behind profile/legal_forms.py",
    Moment.LEAVING,
    predicts=18602,
)
TRADE_NAME = Rule(
    "business.trade-name",
    Ground.VETTING,
    "{label} has a trade name beside the legal one. Enter the legal name alone",
    "Leave out everything from {sign} on. A name that differs from the records is rejection reason 18602",
    "Trust Hub: the exact legal name, no trade name; code 18602",
    predicts=18602,
)
NO_LEGAL_FORM = Rule(
    "business.no-legal-form",
    Ground.SECOND_LOOK,
    "{label} has no legal form, such as {examples}",
    "Add it if it stands in the registry papers. The name must be exactly the registered one",
    _RECORDS,
)
GOVERNMENT_TYPE = Rule(
    "business.government-type",
    Ground.VETTING,
    "{label} of a government body is Non-profit corporation at Twilio",
    "Choose Non-profit corporation, or another industry if this is no government body. "
    "Twilio names no reason for it; the nearest is 18602",
    _PAIRS + ": government is Non-profit Corporation with industry GOVERNMENT",
    predicts=18602,
)
GOVERNMENT_INDUSTRY = Rule(
    "business.government-industry",
    Ground.SECOND_LOOK,
    "{label} is Government for a government body, and the legal name looks like one",
    "Choose Government, or keep the answer if this is no government body",
    _PAIRS + ": government is Non-profit Corporation with industry GOVERNMENT",
)
NON_PROFIT_INDUSTRY = Rule(
    "business.non-profit-industry",
    Ground.SECOND_LOOK,
    "{label} of a non-profit agency is Not for profit at Twilio",
    "Choose Not for profit if that describes the organization best",
    _PAIRS + ": a non-profit agency has industry NOT_FOR_PROFIT",
)
NON_PROFIT_TYPE = Rule(
    "business.non-profit-type",
    Ground.SECOND_LOOK,
    "{label} does not go with the industry Not for profit",
    "Choose Non-profit corporation if the registry papers say so, or another industry",
    _PAIRS,
)
SOLE_PROPRIETORSHIP = Rule(
    "business.sole-proprietorship",
    Ground.SECOND_LOOK,
    "{label} Sole proprietorship needs a tax ID of the business here",
    "Without one, Twilio wants an Individual profile instead, which is made in the Console",
    "Trust Hub: a sole proprietor without a tax ID belongs in an Individual profile",
)
IDENTITY_UNKNOWN = Rule(
    "business.identity-unknown",
    Ground.SECOND_LOOK,
    "{label} decides whether you can add profiles of your own customers later",
    "Choose Direct customer if you use Twilio for your own business only",
    "Trust Hub: only the profile of an ISV, reseller or partner can hold secondary profiles",
)
WEBSITE_AND_NAME = Rule(
    "business.website-and-name",
    Ground.VETTING,
    "{label} shares no word with the legal business name",
    "Enter the business's own domain, or show the full legal name on the site. "
    "A site that Twilio cannot tie to the name is rejection reason 18601",
    "Code 18601: the name is not in the address, on the page or in the certificate",
    predicts=18601,
    practice_rejects=True,
)
RULES: tuple[Rule, ...] = (
    FORM_AND_TYPE,
    TRADE_NAME,
    NO_LEGAL_FORM,
    GOVERNMENT_TYPE,
    GOVERNMENT_INDUSTRY,
    NON_PROFIT_INDUSTRY,
    NON_PROFIT_TYPE,
    SOLE_PROPRIETORSHIP,
    IDENTITY_UNKNOWN,
    WEBSITE_AND_NAME,
)

_TRADE_NAME: Final = re.compile(
    r"(?<!\w)(d\.?b\.?a\.?|d/b/a|t/a|a/k/a|doing business as|trading as|also known as)(?!\w)", re.IGNORECASE
)
_GOVERNMENT: Final = re.compile(
    r"^(the )?(city|town|village|county|state|municipality|commonwealth|government|ministry|stadt|gemeinde|"
    r"landkreis|ville|commune|mairie|ayuntamiento|comune|prefeitura) (of|de|di|da|du) |"
    r"^(ministry|department|bureau) of |"
    r"\b(city council|county council|borough council|district council|police department|school district)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 300


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield which answers about the business do not go together."""
    yield from _name(answers)
    yield from _form(answers)
    yield from _industry(answers)
    yield from _identity(answers)
    yield from _website(answers)


def _name(answers: Answers) -> Iterator[Finding]:
    path = paths.BUSINESS_NAME
    sign = _trade_name(answers.get(path, ""))
    if sign:
        yield TRADE_NAME.at(path, label=QUESTIONS[path].label, sign=sign)


def _trade_name(name: str) -> str:
    """Return the words that part a legal name from a trade name; empty when there are none."""
    found = _TRADE_NAME.search(name[:_LONGEST], 1)
    return found.group() if found else ""


def _form(answers: Answers) -> Iterator[Finding]:
    name, chosen = answers.get(paths.BUSINESS_NAME, "")[:_LONGEST], answers.get(paths.BUSINESS_TYPE, "")
    if not name.strip() or not chosen:
        return
    country = answers.get(paths.COUNTRY, "")
    form = legal_forms.find(name, country)
    if form and chosen not in form.fit.types:
        said = _either([each.label for each in form.fit.usual])
        label = QUESTIONS[paths.BUSINESS_TYPE].label
        yield FORM_AND_TYPE.at(
            paths.BUSINESS_TYPE, also=(paths.BUSINESS_NAME,), label=label, form=form.text, types=said
        )
    elif not form and chosen in (BusinessType.CORPORATION, BusinessType.LLC) and not _trade_name(name):
        path = paths.BUSINESS_NAME
        label, such = QUESTIONS[path].label, legal_forms.examples(country)
        yield NO_LEGAL_FORM.at(path, also=(paths.BUSINESS_TYPE,), label=label, examples=such)


def _either(labels: list[str]) -> str:
    """Return labels to choose from, as in "A, B or C"."""
    return " or ".join((", ".join(labels[:-1]), labels[-1])) if len(labels) > 1 else labels[0]


def _industry(answers: Answers) -> Iterator[Finding]:
    kind, industry = answers.get(paths.BUSINESS_TYPE, ""), answers.get(paths.INDUSTRY, "")
    if not kind or not industry:
        return
    at_type, at_industry = QUESTIONS[paths.BUSINESS_TYPE].label, QUESTIONS[paths.INDUSTRY].label
    non_profit = kind == BusinessType.NON_PROFIT
    if industry == Industry.GOVERNMENT and not non_profit:
        yield GOVERNMENT_TYPE.at(paths.BUSINESS_TYPE, also=(paths.INDUSTRY,), label=at_type)
    elif industry == Industry.NOT_FOR_PROFIT and kind not in (
        BusinessType.NON_PROFIT,
        BusinessType.COOPERATIVE,
    ):
        yield NON_PROFIT_TYPE.at(paths.BUSINESS_TYPE, also=(paths.INDUSTRY,), label=at_type)
    elif industry != Industry.GOVERNMENT and _is_government(answers.get(paths.BUSINESS_NAME, "")):
        yield GOVERNMENT_INDUSTRY.at(paths.INDUSTRY, also=(paths.BUSINESS_NAME,), label=at_industry)
    elif non_profit and industry not in _NON_PROFIT_INDUSTRIES:
        yield NON_PROFIT_INDUSTRY.at(paths.INDUSTRY, also=(paths.BUSINESS_TYPE,), label=at_industry)


def _is_government(name: str) -> bool:
    """Whether a name without a legal form begins or ends like that of a government body."""
    return bool(_GOVERNMENT.search(name[:_LONGEST])) and not legal_forms.types_of(name)


_NON_PROFIT_INDUSTRIES: Final = frozenset(
    (
        *(Industry.NOT_FOR_PROFIT, Industry.GOVERNMENT, Industry.EDUCATION, Industry.HEALTHCARE),
        *(Industry.RELIGION, Industry.MEDIA),
    )
)
"""Where non-profit organizations are at home."""


def _identity(answers: Answers) -> Iterator[Finding]:
    sole = answers.get(paths.BUSINESS_TYPE) == BusinessType.SOLE_PROPRIETORSHIP
    if sole and not answered(answers, paths.ID_NUMBER):
        label = QUESTIONS[paths.BUSINESS_TYPE].label
        yield SOLE_PROPRIETORSHIP.at(paths.BUSINESS_TYPE, also=(paths.ID_TYPE,), label=label)
    if answers.get(paths.IDENTITY) == BusinessIdentity.UNKNOWN:
        yield IDENTITY_UNKNOWN.at(paths.IDENTITY, label=QUESTIONS[paths.IDENTITY].label)


def _website(answers: Answers) -> Iterator[Finding]:
    path, name = paths.WEBSITE, answers.get(paths.BUSINESS_NAME, "")[:_LONGEST]
    if not name.strip() or not answered(answers, path):
        return
    from trusthub_tui.profile.formats import web  # the list costs 35 ms to load

    read, whose = web.read(answers[path]), site(answers)
    if isinstance(read, web.UnreadableWeb) or not whose or whose.owner is not Owner.BUSINESS:
        return
    labels = web.own_labels(read.host)
    if labels and not name_matching.shares_a_word(name, labels):
        yield WEBSITE_AND_NAME.at(path, also=(paths.BUSINESS_NAME,), label=QUESTIONS[path].label)
