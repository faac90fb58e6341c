"""Registration numbers as facts: which type goes with which country, and what one looks like.

Imports no outside library, so that forms can show hints before anything is checked.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile.choices import RegistrationIdType as IdType

EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - 27 words
)
"""Member states of the European Union; the VAT numbers of Greece begin with EL."""

US_AREAS: Final = frozenset({"US", "AS", "GU", "MP", "PR", "UM", "VI"})
"""The United States and the territories whose businesses have an EIN."""

KIND_OF_COUNTRY: Final = MappingProxyType(
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


@dataclass(frozen=True, slots=True)
class Specimen:
    """What to tell somebody who is about to enter a number."""

    hint: str
    example: str


SPECIMENS: Final[MappingProxyType[tuple[str, str], Specimen]] = MappingProxyType(
    {
        (IdType.EIN, ""): Specimen("Nine digits, on the IRS letter CP 575 or 147C", "84-1927365"),
        (IdType.CBN, ""): Specimen(
            "The first nine digits of the business number, without RC0001", "846291730"
        ),
        (IdType.CN, ""): Specimen("Eight characters, on the certificate of incorporation", "08412659"),
        (IdType.ACN, ""): Specimen("Nine digits, on the ASIC certificate; not the ABN", "614 827 350"),
        (IdType.CIN, ""): Specimen(
            "21 characters, on the certificate of incorporation", "U72200KA2013PTC097389"
        ),
        (IdType.VAT, ""): Specimen("The VAT number with its two country letters", "EE100594102"),
        (IdType.VATRN, ""): Specimen("The fiscal code (CUI), with or without RO", "RO18547290"),
        (IdType.RN, ""): Specimen("Nine digits that start with 5", "516179157"),
        (IdType.DUNS, ""): Specimen("Choose another type: the EIN or the tax ID", ""),
    }
)
"""By ID type and country; the country is empty where it makes no difference. Made-up numbers."""
