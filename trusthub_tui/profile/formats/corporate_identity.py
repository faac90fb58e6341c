"""The parts of an Indian Corporate Identity Number (CIN): listing, state, year and class of the company."""

from typing import Final

_STATES: Final = frozenset(
    "AN AP AR AS BR CG CH CT DD DH DL DN GA GJ HP HR JH JK KA KL LA LD LH MH ML MN MP MZ NL OD OR PB PN PY RJ"
    " SK TG TN TR TS TZ UK UP UR UT WB".split()
)
"""Letters of states in CINs, old and new; PN and TZ are the registrars in Pune and Coimbatore."""

_PRIVATE: Final = frozenset({"PTC", "FTC", "OPC", "GAT"})
_PUBLIC: Final = frozenset({"PLC", "FLC"})
_CLASSES: Final = _PRIVATE | _PUBLIC | {"GAP", "GOI", "NPL", "SGC", "ULL", "ULT"}
"""Letters for the class of a company. Source: Ministry of Corporate Affairs, structure of the CIN."""

_FIRST_YEAR: Final = 1850
"""The year of the first Companies Act of India."""


def odd_part(cin: str, year: int) -> str:
    """Return what is odd about a CIN, to follow "Registration number has"; empty if nothing is.

    ``year`` is the present one; 0 where it is not known.
    """
    if cin[6:8] not in _STATES:
        return f"{cin[6:8]} where a CIN has the letters of a state"
    if cin[12:15] not in _CLASSES:
        return f"{cin[12:15]} where a CIN has the class of the company, such as PTC or PLC"
    if not _FIRST_YEAR <= int(cin[8:12]) <= (year or 9999):
        return f"{cin[8:12]} where a CIN has the year of incorporation"
    if cin[0] == "L" and cin[12:15] in _PRIVATE:
        return f"L in front, for a listed company, but {cin[12:15]}, for a private one"
    return ""


def other_class(cin: str, *, name_is_private: bool) -> str:
    """Return what a CIN says of the class of its company where the legal name says otherwise."""
    if cin[12:15] in _PRIVATE and not name_is_private:
        return f"{cin[12:15]}, for a private company, but the legal name does not say Private"
    if cin[12:15] in _PUBLIC and name_is_private:
        return f"{cin[12:15]}, for a public company, but the legal name says Private"
    return ""
