"""What can be wrong with the type of the registration number, and how it fits the country."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import COUNTRY_NAMES, in_a_sentence
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.formats.registration_kinds import HOME, TYPE_OF_COUNTRY
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

DUNS_TYPE = Rule(
    name="registration.duns-type",
    ground=Ground.FORBIDDEN,
    says="Registration ID type DUNS is not accepted. Choose the EIN, or the tax ID of your country",
    remedy="Choose the EIN for a US business, otherwise the tax or company number of your country",
    source="Twilio primary profile page and A2P page: do not use DUNS; brands built on it are refused",
    moment=Moment.LEAVING,
    predicts=18602,
    practice_rejects=True,
)
TYPE_ELSEWHERE = Rule(
    name="registration.type-elsewhere",
    ground=Ground.VETTING,
    says="Registration ID type belongs to {home}, but the address is in {country}. Check both",
    remedy="Choose the type of the country where the business is registered",
    source="Twilio's list of types by country",
    predicts=18602,
)
EIN_ABROAD = Rule(
    name="registration.ein-abroad",
    ground=Ground.SECOND_LOOK,
    says="Registration ID type EIN belongs to the US, the address to {country}. Keep it if the IRS gave one",
    remedy="Otherwise choose the type of the country where the business is registered",
    source="A foreign company can have an EIN; Twilio looks it up at the IRS",
)
OWN_TYPE = Rule(
    name="registration.own-type",
    ground=Ground.SECOND_LOOK,
    says="Registration ID type is Other, but there is one for {country}. Choose {own}",
    remedy="Choose {own}, unless the business is registered in another country",
    source="Twilio's list of types by country",
)

_OF_COMPANIES: Final = frozenset({IdType.CN, IdType.ACN, IdType.CIN})
_NO_COMPANIES: Final = frozenset(
    {BusinessType.SOLE_PROPRIETORSHIP, BusinessType.PARTNERSHIP, BusinessType.NON_PROFIT}
)


def check(answers: Answers, known: Context) -> Iterator[Finding]:
    """Yield what is wrong or risky about the type, and about the type in the country of the address."""
    del known
    id_type = answers.get(paths.ID_TYPE, "")
    country = answers.get(paths.COUNTRY, "")
    if id_type == IdType.DUNS:
        yield DUNS_TYPE.at(paths.ID_TYPE)
    if country not in COUNTRY_NAMES:
        return
    name = in_a_sentence(country)
    home, codes = HOME.get(id_type, ("", frozenset({country})))
    if country not in codes:
        rule = EIN_ABROAD if id_type == IdType.EIN else TYPE_ELSEWHERE
        yield rule.at(paths.ID_TYPE, also=(paths.COUNTRY,), home=home, country=name)
    own = TYPE_OF_COUNTRY.get(country)
    if id_type == IdType.OTHER and own and has_own(country, answers):
        yield OWN_TYPE.at(paths.ID_TYPE, also=(paths.COUNTRY,), country=name, own=own.label)


def has_own(country: str, answers: Answers) -> bool:
    """Whether a business like this surely has a number of the country's own type.

    Sole traders, partnerships, charities and public bodies are in no company register; a VAT number is for
    those who pay that tax.
    """
    own = TYPE_OF_COUNTRY.get(country, IdType.VAT)
    business_type = answers.get(paths.BUSINESS_TYPE, "")
    return own is not IdType.VAT and not (own in _OF_COMPANIES and business_type in _NO_COMPANIES)


RULES = (DUNS_TYPE, TYPE_ELSEWHERE, EIN_ABROAD, OWN_TYPE)
