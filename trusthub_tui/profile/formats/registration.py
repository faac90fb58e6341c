"""Registration numbers by type and country, read with ``python-stdnum``."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.formats import folding


class Fault(Enum):
    """Why a text is no number of its type."""

    LENGTH = auto()
    SHAPE = auto()


@dataclass(frozen=True, slots=True)
class RegistrationNumber:
    """A number that can be sent."""

    canonical: str
    shown: str
    kind: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is no number of its type, and why."""

    fault: Fault
    needed: int = 0
    given: int = 0


@lru_cache(maxsize=512)
def read(id_type: str, number: str, country: str) -> RegistrationNumber | Unreadable:
    """Read a number as typed."""
    del country
    folded = folding.code(number)
    digits = "".join(char for char in folded if char.isdecimal())
    if id_type == IdType.EIN:
        if len(digits) != 9:
            return Unreadable(Fault.LENGTH, 9, len(digits))
        dashed = f"{digits[:2]}-{digits[2:]}"
        return RegistrationNumber(dashed, dashed, "EIN")
    compact = folded.replace(" ", "")
    return RegistrationNumber(compact, folded, id_type)
