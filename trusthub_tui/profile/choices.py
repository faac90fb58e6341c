"""The closed lists: each value exactly as Twilio's API spells it, with a label a person understands.

Where Twilio's own pages disagree, the docstring of a list says which side was taken and why.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Protocol, Self


class Option(Protocol):
    """Anything a chooser can offer."""

    @property
    def value(self) -> str:
        """What is kept as the answer."""

    @property
    def label(self) -> str:
        """What the user reads in the list."""

    @property
    def note(self) -> str:
        """A few words that help to choose; may be empty."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names it is found under, as ``normalize.name`` writes them."""

    def __hash__(self) -> int:
        """What is known about an option is remembered by it."""


class ListedOption(NamedTuple):
    """An option of a list that comes from data, such as a country or a state."""

    value: str
    label: str
    note: str = ""
    aliases: tuple[str, ...] = ()


class Choice(StrEnum):
    """A closed list, each member ``NAME = value, label`` and, where it helps, a note and aliases."""

    label: str
    note: str
    aliases: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", note: str = "", aliases: tuple[str, ...] = ()) -> Self:
        """Make a member that is its value and carries its label, its note and its other names."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        member.note = note
        member.aliases = aliases
        return member


class BusinessIdentity(Choice):
    """How the business uses Twilio. Source: Trust Hub secondary profile page, A2P page."""

    DIRECT = "direct_customer", "Direct customer", "we use Twilio for our own business"
    PARTNER = "isv_reseller_or_partner", "ISV, reseller or partner", "we resell Twilio or act for clients"
    UNKNOWN = "unknown", "I don't know"


class BusinessType(Choice):
    """Legal form. Source: Trust Hub secondary profile page.

    ``Sole Proprietorship`` is listed there but not on the A2P page; offered with a note. ``Limited Liability
    Partnership`` and the short ``Non-profit`` stand only on the SHAKEN/STIR page and are not offered.
    """

    CORPORATION = "Corporation", "Corporation", "", ("corp", "inc", "incorporated", "c corp", "s corp")
    LLC = "Limited Liability Corporation", "Limited liability company (LLC)"
    PARTNERSHIP = "Partnership", "Partnership"
    COOPERATIVE = "Co-operative", "Co-operative"
    NON_PROFIT = (
        "Non-profit Corporation",
        "Non-profit corporation",
        "also for government bodies",
        ("nonprofit", "non profit", "not for profit", "ngo", "charity"),
    )
    SOLE_PROPRIETORSHIP = (
        "Sole Proprietorship",
        "Sole proprietorship",
        "without a tax ID, Twilio wants an Individual profile instead",
    )


class Industry(Choice):
    """Line of business. Source: A2P page, the longest of the lists.

    ``CONSTRUCTION`` and ``PROFESSIONAL_SERVICES`` stand only there, but public integrations send them.
    """

    AGRICULTURE = "AGRICULTURE", "Agriculture"
    AUTOMOTIVE = "AUTOMOTIVE", "Automotive"
    BANKING = "BANKING", "Banking"
    CONSTRUCTION = "CONSTRUCTION", "Construction", "", ("builder", "building", "contractor")
    CONSUMER = "CONSUMER", "Consumer"
    EDUCATION = "EDUCATION", "Education", "", ("school", "university")
    ELECTRONICS = "ELECTRONICS", "Electronics"
    ENERGY = "ENERGY", "Energy"
    ENGINEERING = "ENGINEERING", "Engineering"
    FAST_MOVING_CONSUMER_GOODS = "FAST_MOVING_CONSUMER_GOODS", "Fast-moving consumer goods"
    FINANCIAL = "FINANCIAL", "Financial services", "", ("finance", "accounting", "investment")
    FINTECH = "FINTECH", "Fintech"
    FOOD_AND_BEVERAGE = "FOOD_AND_BEVERAGE", "Food and beverage", "", ("restaurant", "catering")
    GOVERNMENT = "GOVERNMENT", "Government"
    HEALTHCARE = "HEALTHCARE", "Healthcare", "", ("medical", "medicine", "hospital", "doctor", "dentist")
    HOSPITALITY = "HOSPITALITY", "Hospitality", "", ("hotel",)
    INSURANCE = "INSURANCE", "Insurance"
    JEWELRY = "JEWELRY", "Jewelry"
    LEGAL = "LEGAL", "Legal", "", ("law", "law firm", "lawyer", "attorney")
    MANUFACTURING = "MANUFACTURING", "Manufacturing"
    MEDIA = "MEDIA", "Media", "", ("publishing", "news")
    NOT_FOR_PROFIT = "NOT_FOR_PROFIT", "Not for profit", "", ("nonprofit", "non profit", "charity", "ngo")
    OIL_AND_GAS = "OIL_AND_GAS", "Oil and gas"
    ONLINE = "ONLINE", "Online business", "", ("e commerce", "ecommerce", "web shop")
    PROFESSIONAL_SERVICES = (
        "PROFESSIONAL_SERVICES",
        "Professional services",
        "",
        ("consulting", "marketing", "advertising", "agency"),
    )
    RAW_MATERIALS = "RAW_MATERIALS", "Raw materials"
    REAL_ESTATE = "REAL_ESTATE", "Real estate", "", ("property", "realtor")
    RELIGION = "RELIGION", "Religion", "", ("church",)
    RETAIL = "RETAIL", "Retail", "", ("shop", "store")
    TECHNOLOGY = "TECHNOLOGY", "Technology", "", ("software", "saas", "it", "computers")
    TELECOMMUNICATIONS = "TELECOMMUNICATIONS", "Telecommunications", "", ("telecoms", "telephony")
    TRANSPORTATION = "TRANSPORTATION", "Transportation", "", ("logistics", "shipping", "delivery")
    TRAVEL = "TRAVEL", "Travel", "", ("tourism",)


class RegistrationIdType(Choice):
    """Kind of registration number. Source: Trust Hub secondary profile page and A2P page.

    ``DUNS`` stays in the list so that who looks for it is told why not. ``CCN`` (replaced by ``CBN``) and
    ``GST`` (in no source) are not offered. ``VAT`` is Estonia on one page and the EU on another; ``RN`` is
    "IS" on one page, where Israel is evidently meant.
    """

    EIN = "EIN", "EIN (USA: Employer Identification Number)"
    CBN = "CBN", "CBN (Canada: Business Number)"
    CN = "CN", "CN (Great Britain: Company Number)"
    ACN = "ACN", "ACN (Australia: Company Number)"
    CIN = "CIN", "CIN (India: Corporate Identity Number)"
    VAT = "VAT", "VAT (EU: VAT number)", "Twilio lists it for Estonia"
    VATRN = "VATRN", "VATRN (Romania: VAT Registration Number)"
    RN = "RN", "RN (Israel: Registration Number)"
    OTHER = "Other", "Other (another country's registration number)"
    DUNS = "DUNS", "DUNS (D-U-N-S number)", "not accepted here: use the EIN or the tax ID"


class Region(Choice):
    """Where the business operates. Source: A2P page; ``AUSTRALIA`` from the secondary profile page."""

    USA_AND_CANADA = "USA_AND_CANADA", "USA and Canada"
    LATIN_AMERICA = "LATIN_AMERICA", "Latin America"
    EUROPE = "EUROPE", "Europe"
    AFRICA = "AFRICA", "Africa"
    ASIA = "ASIA", "Asia"
    AUSTRALIA = "AUSTRALIA", "Australia"


class JobPosition(Choice):
    """Position of a representative. Source: Twilio's pages agree; ``General Counsel`` has a space."""

    CEO = "CEO", "CEO", "", ("chief executive officer", "chief executive")
    CFO = "CFO", "CFO", "", ("chief financial officer",)
    GENERAL_COUNSEL = "General Counsel", "General Counsel"
    GM = "GM", "GM (general manager)"
    VP = "VP", "VP (vice president)"
    DIRECTOR = "Director", "Director"
    OTHER = "Other", "Other"


def label_of(value: str, options: Iterable[Option]) -> str:
    """Return the label of a value, or the value itself when the list does not know it."""
    return next((option.label for option in options if option.value == value), value)
