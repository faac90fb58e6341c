"""Which question the column of a table answers, by the names that people and their programs give it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import key_names, paths
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS

_SPELLINGS: Final = MappingProxyType(
    {
        paths.BUSINESS_NAME: (
            "business name, legal name, company name, company, legal company name,"
            " company legal name, registered name, account name, organization, organisation,"
            " organisation name, customer name, customer, client name, client, account, firm"
        ),
        paths.BUSINESS_TYPE: "legal entity type, legal structure",
        paths.INDUSTRY: "vertical, company industry",
        paths.ID_TYPE: "tax id type, registration number type",
        paths.ID_NUMBER: (
            "tax id number, tin, fein, federal tax id, employer identification number, vat id,"
            " vat registration number, company number, company registration number,"
            " registration no"
        ),
        paths.WEBSITE: (
            "company website, company url, domain, domain name, company domain, company domain name"
        ),
        paths.SOCIAL: (
            "linkedin, linkedin url, linkedin company page, facebook, facebook company page, social links"
        ),
        paths.STREET: "address line 1, street line 1, address line",
        paths.STREET_SECONDARY: "address line 2, street line 2, street address 2, apartment, building",
        paths.COUNTRY: "country region, country name",
        paths.REGION: (
            "state province, state or province, state region, state province region, state code, prefecture"
        ),
        paths.POSTAL_CODE: "zip postal code, postal zip code, postal code zip",
        paths.NOTIFICATION_EMAIL: "notification mail, notify e mail, notify email, alert email",
        paths.TERMS: "terms, accept terms, tos accepted, terms of service",
    }
)
"""How CRMs and spreadsheets head a column, beside path, label and the other names of its key."""

_OF_A_PERSON: Final = MappingProxyType(
    {
        "email": "e mail address, work e mail",
        "phone_number": (
            "mobile phone, mobile phone number, mobile number, cell, cell phone, work phone, direct phone"
        ),
        "business_title": "position title",
        "job_position": "seniority",
    }
)
_PERSONS: Final = (
    "authorized representative, authorised representative, authorized rep, representative, rep,"
    " contact, contact person, person, signatory"
)

_FIRST_PERSON: Final = "primary contact, main contact, first contact, first representative, owner, ceo"
_SECOND_PERSON: Final = (
    "secondary contact, second contact, other contact, alternate contact, second representative"
)

_BEFORE_AN_ADDRESS: Final = (
    "billing, business, mailing, company, office, registered, physical, headquarters, hq, account,"
    " organization"
)
_TOO_VAGUE: Final = frozenset({"type", "number", "identifier", "label"})
"""Other names of a key that say nothing at the head of a column."""

_SOMEBODY_ELSES: Final = MappingProxyType(
    {
        paths.FRIENDLY_NAME: ("title",),
        paths.NOTIFICATION_EMAIL: ("email", "mail", "e_mail", "email_address", "work_email"),
    }
)
"""Names of a key under which a table has something about the first representative."""

_BESIDE: Final = ("id", "status", "schema")
"""Columns that our own tables have beside the answers; they are for people and are not read."""


def questions_of(columns: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """Return the path each column answers, empty for one that answers none.

    ``given`` is what the user says about some of them, which counts whatever they are called. Of several
    columns for one question the one with the likelier name is used.
    """
    known = _known()
    taken, found = set(given.values()), dict.fromkeys(columns, "")
    meant = {name: known.get(_folded(name), (0, "")) for name in columns if name not in given}
    for name, (_, path) in sorted(meant.items(), key=lambda one: one[1][0]):
        if path and path not in taken:
            taken.add(path)
            found[name] = path
    return {**found, **given}


def is_ours(column: str) -> bool:
    """Whether a column stands beside the answers in a table that this program wrote."""
    return column in _BESIDE


def _known() -> dict[str, tuple[int, str]]:
    """Return, by folded name, how unlikely a name is and the path it stands for."""
    known: dict[str, tuple[int, str]] = {}
    for path in QUESTIONS:
        for likely, name in enumerate(_names(path)):
            folded = _folded(name)
            if folded not in known or likely < known[folded][0]:
                known[folded] = (likely, path)
    return known


def _names(path: str) -> Iterator[str]:
    """Yield what a column for a question may be called, the likeliest first."""
    parent = paths.parent(path)
    yield path
    yield full_label(path)
    if parent in paths.REPRESENTATIVES:
        yield from _names_of_person(path, paths.REPRESENTATIVES.index(parent) + 1)
        return
    if path != paths.NOTIFICATION_EMAIL:
        yield QUESTIONS[path].label
    plain = (*_split(_SPELLINGS.get(path, "")), *_own(path))
    yield from plain
    if parent == paths.ADDRESS:
        yield from map(" ".join, product(_split(_BEFORE_AN_ADDRESS), (QUESTIONS[path].label, *plain)))


def _names_of_person(path: str, number: int) -> Iterator[str]:
    spelled = _split(_OF_A_PERSON.get(paths.attribute(path), ""))
    names = (QUESTIONS[path].label, *_own(path), *spelled)
    persons = _split(_PERSONS)
    yield from map(" ".join, product([f"{person} {number}" for person in persons], names))
    yield from (f"{name} {number}" for name in names)
    yield from (f"{person} {name} {number}" for person, name in product(persons, names))
    others = _FIRST_PERSON if number == 1 else _SECOND_PERSON
    yield from map(" ".join, product(_split(others), names))
    if number == 1:
        yield from map(" ".join, product(persons, names))
        yield from names


def _own(path: str) -> Iterable[str]:
    attribute = paths.attribute(path)
    others = _TOO_VAGUE.union(_SOMEBODY_ELSES.get(path, ()))
    return (name for name in (attribute, *key_names.other_names(attribute)) if name not in others)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split(", ") if name)


def _folded(name: str) -> str:
    """Return a name without all that is only style: ``BillingStreet`` and ``billing street`` are one."""
    return re.sub(r"[\W_]+", "", name).casefold()
