"""Questions in the words of the country and the register that the other answers name."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.choices import RegistrationIdType
from trusthub_tui.profile.questions import Question

if TYPE_CHECKING:
    from trusthub_tui.profile.formats.address import AddressForm

_PHONES: Final = frozenset(
    paths.of_representative(number, "phone_number") for number in range(1, len(paths.REPRESENTATIVES) + 1)
)

_STREETS: Final = MappingProxyType(
    {
        "AU": ("12 George St", "Sydney"),
        "AT": ("Mariahilfer Straße 12", "Wien"),
        "BE": ("Wetstraat 12", "Brussel"),
        "BR": ("Avenida Paulista 1200", "São Paulo"),
        "CA": ("120 King St W", "Toronto"),
        "CH": ("Bahnhofstrasse 12", "Zürich"),
        "CO": ("Carrera 7 # 71-21", "Bogotá"),
        "DE": ("Friedrichstraße 12", "Berlin"),
        "DK": ("Vesterbrogade 12", "København"),
        "EE": ("Pärnu maantee 12", "Tallinn"),
        "ES": ("Calle de Alcalá 12", "Madrid"),
        "FI": ("Mannerheimintie 12", "Helsinki"),
        "FR": ("12 rue de Rivoli", "Paris"),
        "GB": ("12 Baker Street", "London"),
        "IE": ("12 Dame Street", "Dublin"),
        "IL": ("12 Rothschild Blvd", "Tel Aviv"),
        "IN": ("12 MG Road", "Bengaluru"),
        "IT": ("Via Roma 12", "Milano"),
        "JP": ("1-2-3 Dogenzaka", "Shibuya-ku"),
        "KR": ("12 Teheran-ro", "Gangnam-gu"),
        "MX": ("Paseo de la Reforma 120", "Cuauhtémoc"),
        "NL": ("Damrak 12", "Amsterdam"),
        "NO": ("Karl Johans gate 12", "Oslo"),
        "NZ": ("12 Queen Street", "Auckland"),
        "PL": ("ul. Marszałkowska 12", "Warszawa"),
        "PT": ("Avenida da Liberdade 12", "Lisboa"),
        "RO": ("Calea Victoriei 12", "București"),
        "SE": ("Drottninggatan 12", "Stockholm"),
        "SG": ("12 Robinson Road", "Singapore"),
        "ZA": ("12 Long Street", "Cape Town"),
    }
)
"""A street and a city as they are written in a country."""

_PHONE_EXAMPLES: Final = MappingProxyType(
    {
        "AU": "+61 2 5550 1234",
        "CA": "+1 613 555 0132",
        "DE": "+49 30 23125 012",
        "FR": "+33 1 99 00 12 34",
        "GB": "+44 20 7946 0132",
        "IE": "+353 20 910 1234",
        "SE": "+46 8 465 004 12",
    }
)
"""Numbers that the regulators keep free for examples and films."""


def worded(question: Question, answers: Answers) -> Question:
    """Return the question with label, hint, example and choices fitted to the country and the ID type.

    A part of the address that the country does not have becomes optional. Without a country, or for a
    question that depends on nothing, it is the question itself.
    """
    fit = _FITTERS.get(question.path)
    if fit is None:
        return question
    country = answers.get(paths.COUNTRY, "")
    id_type = answers.get(paths.ID_TYPE, "") if question.path == paths.ID_NUMBER else ""
    return _fitted(question, country, id_type) if country or id_type else question


@lru_cache(maxsize=4096)
def _fitted(question: Question, country: str, id_type: str) -> Question:
    from trusthub_tui.profile.formats.address_data import UnknownCountryError

    try:
        return _FITTERS[question.path](question, country, id_type)
    except UnknownCountryError:
        return question


def _form(country: str) -> "AddressForm":
    """Return the form of a country; its library comes with the first country, not the first screen."""
    from trusthub_tui.profile.formats import address

    return address.form(country)


def _street(question: Question, country: str, _id_type: str) -> Question:
    return replace(
        question, example=_STREETS[country][0] if country in _STREETS else _abroad(question, country)
    )


def _abroad(question: Question, country: str) -> str:
    """Return the example where it is at home, none elsewhere: a foreign one misleads."""
    return question.example if country == "US" else ""


def _city(question: Question, country: str, _id_type: str) -> Question:
    form = _form(country)
    example = _STREETS[country][1] if country in _STREETS else _abroad(question, country)
    if not form.city.needed:
        stands_in = f"the {_inside(form.region.word)}" if form.region.needed else form.name
        hint = f"You may leave it empty; {stands_in} is sent instead"
        return replace(question, label=form.city.word, example=example, hint=hint, missing="", optional=True)
    return replace(
        question, label=form.city.word, example=example, missing=f"Enter the {_inside(form.city.word)}"
    )


def _region(question: Question, country: str, _id_type: str) -> Question:
    form = _form(country)
    word = form.region.word
    changed = replace(question, label=word, options=form.regions, example="")
    if not form.region.needed:
        return replace(
            changed, missing="", optional=True, hint="You may leave it empty; the city is sent instead"
        )
    verb = "Choose" if form.regions else "Enter"
    example = form.regions[0].label if form.regions else ""
    example = question.example if country == "US" else example
    return replace(
        changed,
        missing=f"{verb} the {_inside(word)}",
        hint=f"The {_inside(word)} of the address",
        example=example,
    )


def _postal_code(question: Question, country: str, _id_type: str) -> Question:
    from trusthub_tui.profile.formats import address, postal_code

    form = _form(country)
    word = form.postal_code.word
    if not form.postal_code.needed:
        hint = f"You may leave it empty; {address.NO_POSTAL_CODE} is sent instead"
        return replace(question, label=word, missing="", optional=True, hint=hint, example="")
    return replace(
        question,
        label=word,
        missing=f"Enter the {_inside(word)}",
        hint=f"The {_inside(word)} of the street address",
        example=question.example if country == "US" else postal_code.example(country),
    )


def _inside(word: str) -> str:
    """Return a label as it is written inside a sentence: "ZIP code" keeps its capitals."""
    return word if word[:2].isupper() or word == "Eircode" else word[0].lower() + word[1:]


def _id_type(question: Question, country: str, _id_type: str) -> Question:
    from trusthub_tui.profile.formats.registration_kinds import EU, TYPE_OF_COUNTRY

    listed = TYPE_OF_COUNTRY.get(country)
    question = replace(question, frequent=(listed or RegistrationIdType.OTHER,))
    if country == "US":
        return question
    if listed is None:
        return replace(question, hint="Choose Another country's number, unless the business has an EIN")
    if listed is RegistrationIdType.VAT and country in EU - {"EE"}:
        return replace(question, hint="For a business here: the VAT number, or another number as Other")
    return replace(question, hint=f"For a business here: {listed.label.partition(': ')[2]}")


def _id_number(question: Question, country: str, id_type: str) -> Question:
    from trusthub_tui.profile.formats.registration_kinds import OTHER_SPECIMENS, SPECIMENS

    if id_type == RegistrationIdType.OTHER:
        specimen = OTHER_SPECIMENS.get(country)
        return (
            replace(question, hint=specimen.hint, example=specimen.example)
            if specimen
            else _unknown(question)
        )
    listed = SPECIMENS.get(id_type)
    return replace(question, hint=listed.hint, example=listed.example) if listed else question


def _unknown(question: Question) -> Question:
    return replace(
        question, example="", hint="The number under which the register or tax office knows the business"
    )


def _phone(question: Question, country: str, _id_type: str) -> Question:
    example = _PHONE_EXAMPLES.get(country)
    return replace(question, example=example) if example else question


_FITTERS: Final[MappingProxyType[str, Callable[[Question, str, str], Question]]] = MappingProxyType(
    {
        paths.STREET: _street,
        paths.CITY: _city,
        paths.REGION: _region,
        paths.POSTAL_CODE: _postal_code,
        paths.ID_TYPE: _id_type,
        paths.ID_NUMBER: _id_number,
        **dict.fromkeys(_PHONES, _phone),
    }
)
