"""What can be wrong with the business address."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import normalize, paths
from trusthub_tui.profile.answers import Answers, quoted
from trusthub_tui.profile.countries import in_a_sentence
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.formats import (
    address,
    look_alikes,
    mail_drop,
    no_building,
    postal_code,
    region_names,
    regions,
)
from trusthub_tui.profile.formats.address_data import UnknownCountryError
from trusthub_tui.profile.formats.mail_drop_words import MailDrop
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules import word_lists
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

_NUMBERED_STREETS: Final = frozenset(
    {"AR", "AT", "AU", "BE", "BR", "CA", "CH", "CL", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "HU", "IT"}
    | {"LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "RO", "SE", "SK", "UA", "US"}
)
"""Countries where a business address practically always has a house number."""

_HASH_IN_STREETS: Final = frozenset({"CO", "MX", "SG"})
"""Countries whose addresses have a #: before the house number (Calle 100 # 8-55), or the unit (#27-15)."""

_CITY_STATES: Final = frozenset(
    {"DJ", "GI", "GT", "HK", "KW", "LU", "MC", "MO", "MX", "PA", "SG", "SM", "VA"}
)
"""Countries with a city of the same name."""

_FORCES: Final = {"US": ("apo", "fpo", "dpo"), "GB": ("bfpo",)}
"""What stands for the city where mail goes to forces abroad."""

_LARGER: Final = {
    "CV": ("Geographical region",),
    "ES": ("Autonomous community",),
    "ID": ("Geographical unit",),
    "IE": ("Province",),
    "IT": ("Region", "Autonomous region"),
    "PH": ("Region",),
}
"""Kinds of areas in ISO 3166-2 that are larger than what addresses there name."""

_LONG_NUMBER: Final = re.compile(r"\d{4,}")

POSTAL_CODE_SHAPE = Rule(
    name="address.postal-code-shape",
    ground=Ground.UNSENDABLE,
    says="{label} must {expected}",
    remedy="Copy it from a letter to the business",
    source="Postal metadata of the country; Twilio address validation",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
POSTAL_CODE_MISTAKEN = Rule(
    name="address.postal-code-letter-or-digit",
    ground=Ground.UNSENDABLE,
    says="{label} has {wrong} where {right} belongs. Enter {meant}",
    remedy="Copy it from a letter to the business",
    source="Postal metadata of the country; Twilio address validation",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
STATE_UNKNOWN = Rule(
    name="address.state-unknown",
    ground=Ground.NOT_LISTED,
    says="{label} {typed} is not one of {country}. Choose it from the list",
    remedy="{advice}. Twilio is sent its two letters",
    source="Twilio support article on addresses: only two-letter states are accepted",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
REGION_UNKNOWN = Rule(
    name="address.region-unknown",
    ground=Ground.VETTING,
    says="{label} {typed} is not in the list for {country}. Check the spelling, or choose one",
    remedy="{advice}, or keep it if the register writes it so",
    source="Postal metadata of the country; lists of regions change, so it is no problem",
    moment=Moment.LEAVING,
    predicts=18603,
)
REGION_LARGER = Rule(
    name="address.region-larger",
    ground=Ground.SECOND_LOOK,
    says="{label} {typed} is a larger area of {country}, not what addresses there name",
    remedy="Choose the {word} of the address from the list",
    source="ISO 3166-2 and the postal metadata of the country",
    moment=Moment.LEAVING,
)
STATE_MISMATCH = Rule(
    name="address.postal-code-state",
    ground=Ground.VETTING,
    says="{label} {code} belongs to {belongs}, not {region}",
    remedy="Check which of the two is right: they must belong together",
    source="Ranges of the postal service; rejection 18603",
    predicts=18603,
    practice_rejects=True,
)
REGION_MISMATCH = Rule(
    name="address.postal-code-region",
    ground=Ground.VETTING,
    says="{label} {code} belongs to {belongs}, not {region}",
    remedy="Check which of the two is right: they must belong together",
    source="Postal metadata of the country; rejection 18603",
    predicts=18603,
)
POSTAL_CODE_NOWHERE = Rule(
    name="address.postal-code-nowhere",
    ground=Ground.VETTING,
    says="{label} {code} belongs to no part of {country}. Check it",
    remedy="Copy it from a letter to the business",
    source="Postal metadata of the country; new codes are rare, so it is no problem",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
MAIL_DROP = Rule(
    name="address.mail-drop",
    ground=Ground.VETTING,
    says="{label} names {what}. Twilio wants the building where the business is registered",
    remedy="Enter the registered street address",
    source="Twilio primary profile page and address entry tips: no PO box; rejection 18603",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
NO_PLACE = Rule(
    name="address.no-place",
    ground=Ground.VETTING,
    says="{label} names no place. Enter the street and house number of the registered address",
    remedy="A business that works online has a registered address too. Without one it is reason 18603",
    source="Twilio primary profile page: the physical address of the business; rejection 18603",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
CARE_OF = Rule(
    name="address.care-of",
    ground=Ground.SECOND_LOOK,
    says="{label} has {words} in it, so somebody else takes the mail",
    remedy="Enter the business's own registered address, unless the register has this one",
    source="Our own judgement: Twilio wants where the business is, and registers do hold agents' addresses",
    moment=Moment.LEAVING,
)
STREET_CHARACTERS = Rule(
    name="address.street-characters",
    ground=Ground.SECOND_LOOK,
    says="{label} has {marks} in it. Twilio advises to leave such signs out",
    remedy="Write it as the postal service does, for example Suite 1200 instead of #1200",
    source="Twilio support article on addresses: no &, @ or #",
    moment=Moment.LEAVING,
)
STREET_NO_NUMBER = Rule(
    name="address.street-number",
    ground=Ground.SECOND_LOOK,
    says="{label} has no house number. Enter it, if there is one",
    remedy="Write it as the postal service does",
    source="Our own judgement: nearly every business address in these countries has one",
    moment=Moment.LEAVING,
)
STREET_NO_NAME = Rule(
    name="address.street-name",
    ground=Ground.SECOND_LOOK,
    says="{label} has a number but no street. Enter the street too",
    remedy="Write it as the postal service does",
    source="Our own judgement",
    moment=Moment.LEAVING,
)
STREET_WITH_MORE = Rule(
    name="address.street-with-more",
    ground=Ground.SECOND_LOOK,
    says="{label} seems to hold the whole address. Leave the street and the house number",
    remedy="City, region and postal code have their own fields",
    source="Our own judgement: Twilio compares each part of the address on its own",
)
CITY_WITH_MORE = Rule(
    name="address.city-with-more",
    ground=Ground.SECOND_LOOK,
    says="{label} seems to hold more than the city. Enter region and postal code in their own fields",
    remedy="Leave only the name of the city",
    source="Our own judgement: Twilio compares each part of the address on its own",
    moment=Moment.LEAVING,
)
CITY_IS_COUNTRY = Rule(
    name="address.city-is-country",
    ground=Ground.SECOND_LOOK,
    says="{label} is the name of the country. Enter the city",
    remedy="Enter the city or town of the registered address",
    source="Our own judgement",
    moment=Moment.LEAVING,
)


_LINES: Final = {paths.STREET: QUESTIONS[paths.STREET].label, paths.STREET_SECONDARY: "Suite or floor"}
"""What the two lines are called inside a sentence."""


def check(answers: Answers, known: Context) -> Iterator[Finding]:
    """Yield what is wrong or risky about the address; missing parts are found elsewhere."""
    del known
    country = answers.get(paths.COUNTRY, "")
    yield from _street(answers, country)
    try:
        form = address.form(country)
    except UnknownCountryError:
        return
    yield from _city(answers, form)
    yield from _region(answers, form)
    yield from _postal_code(answers, form)


def _street(answers: Answers, country: str) -> Iterator[Finding]:
    if no_building.names_no_place(answers.get(paths.STREET, "")) and not _stands_in(answers):
        yield NO_PLACE.at(paths.STREET, label=QUESTIONS[paths.STREET].label)
        return
    for path in (paths.STREET, paths.STREET_SECONDARY):
        text = answers.get(path, "")[: normalize.LONGEST]
        label = _LINES[path]
        if found := _mail_drop(path, answers, country):
            yield MAIL_DROP.at(path, label=label, what=found.value)
            continue
        if words := no_building.care_of(text):
            yield CARE_OF.at(path, label=label, words=words)
        marks = [mark for mark in "&@#" if mark in text]
        if marks and not (marks == ["#"] and country in _HASH_IN_STREETS):
            yield STREET_CHARACTERS.at(path, label=label, marks=" and ".join(marks))
    yield from _house_number(answers, country)


def _stands_in(answers: Answers) -> bool:
    """Whether the street is told as a stand-in already, as any answer may be."""
    return answers.get(paths.STREET, "").strip().casefold() in word_lists.NO_ANSWERS


def _mail_drop(path: str, answers: Answers, country: str) -> MailDrop | None:
    """Return the mail drop in a line; a private mailbox may have its suite on the line above."""
    text = answers.get(path, "")
    found = mail_drop.find(text, country)
    if found or path == paths.STREET or mail_drop.find(street := answers.get(paths.STREET, ""), country):
        return found
    return mail_drop.behind_a_suite(f"{street} {text}", country)


def _house_number(answers: Answers, country: str) -> Iterator[Finding]:
    lines = [
        answers.get(path, "")[: normalize.LONGEST].strip() for path in (paths.STREET, paths.STREET_SECONDARY)
    ]
    street = lines[0]
    if not street or mail_drop.find(street, country):
        return
    label = QUESTIONS[paths.STREET].label
    if _holds_postal_code(street, answers.get(paths.POSTAL_CODE, "")):
        yield STREET_WITH_MORE.at(paths.STREET, also=(paths.POSTAL_CODE,), label=label)
    if not any(map(str.isalpha, street)):
        yield STREET_NO_NAME.at(paths.STREET, label=label)
    elif country in _NUMBERED_STREETS and not any(map(str.isnumeric, "".join(lines))):
        yield STREET_NO_NUMBER.at(paths.STREET, label=label)


def _holds_postal_code(street: str, code: str) -> bool:
    """Whether a street ends in the postal code, alone or with the city after it."""
    folded = normalize.words(code)
    return len(folded) > 3 and f" {folded} " in f" {' '.join(normalize.words(street).split()[1:])} "


def _city(answers: Answers, form: address.AddressForm) -> Iterator[Finding]:
    city = answers.get(paths.CITY, "")[: normalize.LONGEST].strip()
    if not city:
        return
    if normalize.words(city) in _FORCES.get(form.country, ()):
        yield MAIL_DROP.at(paths.CITY, label=form.city.word, what=MailDrop.MILITARY.value)
    elif "," in city or _LONG_NUMBER.search(city):
        yield CITY_WITH_MORE.at(paths.CITY, label=form.city.word)
    elif form.country not in _CITY_STATES and normalize.words(city) == normalize.words(form.name):
        yield CITY_IS_COUNTRY.at(paths.CITY, label=form.city.word)


def _region(answers: Answers, form: address.AddressForm) -> Iterator[Finding]:
    typed = answers.get(paths.REGION, "").strip()
    if not typed or not form.regions or regions.find_region(form.country, typed):
        return
    if region_names.is_young(form.country, typed):
        return
    country, word = in_a_sentence(form.country), form.region.word
    if kind := regions.kind_of_unlisted(form.country, typed):
        if kind in _LARGER.get(form.country, ()):
            yield REGION_LARGER.at(
                paths.REGION, label=word, word=word.lower(), country=country, typed=quoted(typed)
            )
        return
    rule = STATE_UNKNOWN if form.country in ("US", "CA") else REGION_UNKNOWN
    near = [region.label for region in regions.near(form.country, typed)]
    yield rule.at(
        paths.REGION,
        label=word,
        typed=quoted(typed),
        country=country,
        advice=f"The nearest: {', '.join(near)}" if near else "Choose it from the list",
    )


def _postal_code(answers: Answers, form: address.AddressForm) -> Iterator[Finding]:
    typed = answers.get(paths.POSTAL_CODE, "").strip()
    if not typed:
        return
    read = postal_code.read(form.country, typed)
    if isinstance(read, str) and address.is_nowhere(form.country, read):
        yield POSTAL_CODE_NOWHERE.at(
            paths.POSTAL_CODE, label=form.postal_code.word, code=read, country=in_a_sentence(form.country)
        )
    elif isinstance(read, str):
        yield from _mismatch(answers, form, read)
    elif wrong := look_alikes.mistaken(
        normalize.code(typed), lambda text: isinstance(postal_code.read(form.country, text), str)
    ):
        yield POSTAL_CODE_MISTAKEN.at(
            paths.POSTAL_CODE,
            label=form.postal_code.word,
            wrong=wrong.wrong,
            right=wrong.right,
            meant=wrong.meant,
        )
    else:
        yield POSTAL_CODE_SHAPE.at(paths.POSTAL_CODE, label=form.postal_code.word, expected=read.expected)


def _mismatch(answers: Answers, form: address.AddressForm, code: str) -> Iterator[Finding]:
    region = regions.find_region(form.country, answers.get(paths.REGION, ""))
    if region is None or not address.tells_region(form.country, region):
        return
    homes = address.regions_of_postal_code(form.country, code)
    if not homes or region in homes:
        return
    rule = STATE_MISMATCH if form.country in ("US", "CA") else REGION_MISMATCH
    yield rule.at(
        paths.POSTAL_CODE,
        also=(paths.REGION,),
        label=form.postal_code.word,
        code=code,
        belongs=" or ".join(home.label for home in homes[:2]),
        region=region.label,
    )


RULES = (
    POSTAL_CODE_SHAPE,
    POSTAL_CODE_MISTAKEN,
    STATE_UNKNOWN,
    REGION_UNKNOWN,
    REGION_LARGER,
    STATE_MISMATCH,
    REGION_MISMATCH,
    POSTAL_CODE_NOWHERE,
    MAIL_DROP,
    NO_PLACE,
    CARE_OF,
    STREET_CHARACTERS,
    STREET_NO_NUMBER,
    STREET_NO_NAME,
    STREET_WITH_MORE,
    CITY_WITH_MORE,
    CITY_IS_COUNTRY,
)
