"""Registration numbers as facts: which type goes with which country, and what one looks like.

Imports no outside library, so that forms can show hints before anything is checked.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile.choices import RegistrationIdType as IdType

EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
"""Member states of the European Union; the VAT numbers of Greece begin with EL."""

_FRENCH: Final = ("BL", "GF", "GP", "MC", "MF", "MQ", "RE", "YT")

VAT_LETTERS: Final[MappingProxyType[str, str]] = MappingProxyType(
    {"GR": "EL", "GB": "XI", "AX": "FI", **dict.fromkeys(_FRENCH, "FR")}
)
"""The letters before the VAT numbers of places whose own code is another: XI is Northern Ireland."""

US_AREAS: Final = frozenset({"US", "AS", "GU", "MP", "PR", "UM", "VI"})
"""The United States and the territories whose businesses have an EIN."""

TYPE_OF_COUNTRY: Final[MappingProxyType[str, IdType]] = MappingProxyType(
    {
        **dict.fromkeys(US_AREAS, IdType.EIN),
        **dict.fromkeys(EU, IdType.VAT),
        "CA": IdType.CBN,
        "GB": IdType.CN,
        "AU": IdType.ACN,
        "IN": IdType.CIN,
        "RO": IdType.VATRN,
        "IL": IdType.RN,
    }
)
"""The type Twilio lists for a country; every other country has ``Other``."""

HOME: Final[MappingProxyType[str, tuple[str, frozenset[str]]]] = MappingProxyType(
    {
        IdType.EIN: ("the United States", US_AREAS),
        IdType.CBN: ("Canada", frozenset({"CA"})),
        IdType.CN: ("Great Britain", frozenset({"GB"})),
        IdType.ACN: ("Australia", frozenset({"AU", "CC", "CX", "NF"})),
        IdType.CIN: ("India", frozenset({"IN"})),
        IdType.VAT: ("the European Union", EU.union(VAT_LETTERS)),
        IdType.VATRN: ("Romania", frozenset({"RO"})),
        IdType.RN: ("Israel", frozenset({"IL"})),
    }
)
"""Where a type belongs: the name of the place, and its country codes.

With the VAT numbers stand places that use those of a member state, such as Monaco and Réunion.
"""


@dataclass(frozen=True, slots=True)
class Specimen:
    """What to tell somebody who is about to enter a number."""

    name: str
    """What the number is, with its article, to stand inside a sentence."""
    hint: str
    """Where to find it, in at most twelve words."""
    example: str


SPECIMENS: Final[MappingProxyType[str, Specimen]] = MappingProxyType(
    {
        IdType.EIN: Specimen("an EIN", "Nine digits, on the IRS letter CP 575 or 147C", "84-1927365"),
        IdType.CBN: Specimen(
            "a Canadian Business Number", "The first nine digits, without RC0001 at the end", "846291730"
        ),
        IdType.CN: Specimen(
            "a company number", "Eight characters, on the certificate of incorporation", "08412659"
        ),
        IdType.ACN: Specimen("an ACN", "Nine digits, on the ASIC certificate; not the ABN", "614 827 351"),
        IdType.CIN: Specimen(
            "a CIN", "21 characters, on the certificate of incorporation", "U72200KA2013PTC097389"
        ),
        IdType.VAT: Specimen("an EU VAT number", "With its two country letters in front", "EE100594102"),
        IdType.VATRN: Specimen(
            "a Romanian VAT number", "The fiscal code (CUI), with or without RO", "RO18547290"
        ),
        IdType.RN: Specimen("an Israeli company number", "Nine digits that start with 5", "516179157"),
        IdType.DUNS: Specimen("a DUNS number", "Choose another type: the EIN or the tax ID", ""),
    }
)
"""By ID type. The numbers are examples; those with a check digit have a right one."""

OTHER_SPECIMENS: Final[MappingProxyType[str, Specimen]] = MappingProxyType(
    {
        "AR": Specimen("a CUIT", "The CUIT of the business", "20-26756539-3"),
        "BR": Specimen("a CNPJ", "The CNPJ, 14 characters", "16.727.230/0001-97"),
        "CH": Specimen("a UID", "The UID from the commercial register", "CHE-100.155.212"),
        "CL": Specimen("a RUT", "The RUT of the business", "76.086.428-5"),
        "CN": Specimen(
            "a unified social credit code", "18 characters, on the business licence", "91110000600037341L"
        ),
        "CO": Specimen("a NIT", "The NIT of the business", "213.123.432-1"),
        "DE": Specimen(
            "a register number", "The commercial register number with its court", "HRB 123456 Berlin"
        ),
        "FR": Specimen("a SIREN", "The SIREN, nine digits, or the SIRET", "552 008 443"),
        "HK": Specimen(
            "a business registration number", "Eight digits, on the business registration", "31582764"
        ),
        "JP": Specimen("a corporate number", "The corporate number, 13 digits", "5835678256246"),
        "KR": Specimen(
            "a business registration number", "Ten digits, on the business registration", "116-82-00276"
        ),
        "MX": Specimen("an RFC", "The RFC of the business, 12 characters", "GODE561231GR8"),
        "NL": Specimen("a KvK number", "The KvK number, eight digits", "27168740"),
        "NO": Specimen("an organisation number", "The organisation number, nine digits", "988 077 917"),
        "NZ": Specimen("an NZBN", "The NZBN, 13 digits", "9429031595070"),
        "SG": Specimen("a UEN", "The UEN, 9 or 10 characters", "00192200M"),
        "TR": Specimen("a VKN", "The tax number (VKN), ten digits", "4540536920"),
        "TW": Specimen("a UBN", "The unified business number, eight digits", "00501503"),
        "ZA": Specimen("a registration number", "The CIPC registration number", "2012/123456/07"),
    }
)
"""By country, for the type ``Other``. The numbers are those of the registers' own documentation."""
