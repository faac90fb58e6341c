"""What can be wrong with the registration number and its type."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from trusthub_tui.profile import normalize, paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import COUNTRY_NAMES, in_a_sentence
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.formats import corporate_identity, look_alikes, registration
from trusthub_tui.profile.formats import registration_lookalikes as lookalikes
from trusthub_tui.profile.formats.registration import (
    Change,
    Doubt,
    NumberFault,
    RegistrationNumber,
    UnreadableNumber,
)
from trusthub_tui.profile.formats.registration_kinds import HOME
from trusthub_tui.profile.rules import registration_type
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

_FORMATS: Final = "Twilio A2P page: EIN as 00-0000000, CBN as its first nine digits; the registers"

_LISTED: Final = frozenset(map(str, IdType))

_PRIVATE: Final = frozenset({"private", "pvt", "p"})
"""What makes Limited the ending of a private company of India."""

_rule = partial(Rule, moment=Moment.LEAVING, predicts=18602)
_rejected = partial(_rule, practice_rejects=True)

DUNS_NUMBER = _rejected(
    name="registration.duns-number",
    ground=Ground.FORBIDDEN,
    says="Registration number looks like a DUNS number. Enter the EIN, or the tax ID of your country",
    remedy="The EIN is on the IRS letter CP 575 or 147C",
    source="Twilio A2P page: a DUNS number is written 00-000-0000",
)
NO_DIGITS = _rejected(
    name="registration.no-digits",
    ground=Ground.UNSENDABLE,
    says="Registration number has no digits in it. Enter the number itself",
    remedy="If the number is still to come, keep the profile as a draft until it is there",
    source="Every register and tax office uses digits",
)
PLACEHOLDER = _rejected(
    name="registration.placeholder",
    ground=Ground.VETTING,
    says="Registration number looks made up: its digits are all alike or count up or down. Check it",
    remedy="Copy it from the letter of the tax office or the register",
    source="Our own judgement; some registers have such numbers, so it is no problem",
)
OTHER_KIND = _rejected(
    name="registration.other-kind",
    ground=Ground.UNSENDABLE,
    says="Registration number looks like {what}, not {wanted}. {advice}",
    remedy="Check the number and the registration ID type",
    source="Formats of the national registers",
)
OTHER_KIND_LIKELY = _rejected(
    name="registration.other-kind-likely",
    ground=Ground.VETTING,
    says="Registration number looks like {what}, not {wanted}. {advice}",
    remedy="Check the number and the registration ID type",
    source="Formats of the national registers; it fits the chosen type as well, so it is no problem",
)
LENGTH = _rejected(
    name="registration.length",
    ground=Ground.UNSENDABLE,
    says="Registration number must have {needed} digits. You entered {given}",
    remedy="Copy it from the letter of the tax office, digit by digit",
    source=_FORMATS,
)
SHAPE = _rejected(
    name="registration.shape",
    ground=Ground.UNSENDABLE,
    says="Registration number does not look like {wanted}. Enter it like {example}",
    remedy="Check the number and the registration ID type",
    source=_FORMATS,
)
MISTAKEN = _rejected(
    name="registration.letter-or-digit",
    ground=Ground.UNSENDABLE,
    says="Registration number has {wrong} where {right} belongs. Enter {meant}",
    remedy="Compare it with the papers, character by character",
    source=_FORMATS,
)
MISTAKEN_NATIONAL = _rule(
    name="registration.letter-or-digit-national",
    ground=Ground.VETTING,
    says="Registration number has {wrong} where {right} belongs. Enter {meant}",
    remedy="Compare it with the papers, character by character; keep it if it is another kind of number",
    source="Formats of the national registers, as python-stdnum knows them; other numbers exist",
)
CHECK_DIGIT = _rejected(
    name="registration.check-digit",
    ground=Ground.UNSENDABLE,
    says="Registration number has a mistyped digit: its check digit does not fit. Check it",
    remedy="Compare it with the papers of the register, digit by digit",
    source="Check digits of the national register, as python-stdnum computes them",
)
CHECK_DIGIT_NATIONAL = _rule(
    name="registration.check-digit-national",
    ground=Ground.VETTING,
    says="Registration number looks like a mistyped {kind}: its check digit does not fit. Check it",
    remedy="Compare it with the register's papers; keep it if it is another kind of number",
    source="Check digits of the national register, as python-stdnum computes them; other numbers exist",
)
UNKNOWN_NATIONAL = _rule(
    name="registration.unknown-national",
    ground=Ground.VETTING,
    says="Registration number is not like those we know from {country}: {names}. Check it",
    remedy="Compare it with the papers of the register; keep it if it is another kind of number",
    source="Formats of the national registers, as python-stdnum knows them; other numbers exist",
)
EIN_PREFIX = _rule(
    name="registration.ein-prefix",
    ground=Ground.VETTING,
    says="Registration number starts with two digits that no known EIN starts with. Check it",
    remedy="Compare it with the IRS letter; keep it if it is the same there",
    source="IRS list of EIN prefixes; the IRS opens new ones, so it is no problem",
)
COMPANY_PREFIX = _rule(
    name="registration.company-prefix",
    ground=Ground.VETTING,
    says="Registration number starts with letters that Companies House does not use. Check it",
    remedy="Compare it with the certificate of incorporation; keep it if it is the same there",
    source="Companies House: prefixes of company numbers",
)
OLD_CHECK_DIGIT = Rule(
    name="registration.check-digit-older",
    ground=Ground.SECOND_LOOK,
    says="Registration number does not have the check digit that a {kind} mostly has. Check it",
    remedy="Compare it with the papers of the register; keep it if it is the same there",
    source="Check digit as public programs compute it; that numbers given out since 31 January 2025 "
    "have none was reported, and could not be confirmed",
    moment=Moment.LEAVING,
)
ELSEWHERE = _rule(
    name="registration.elsewhere",
    ground=Ground.VETTING,
    says="Registration number looks like {what}, but the address is in {country}. Check both",
    remedy="Enter number and address of the country where the business is registered",
    source="Formats of the national registers; a business registered in one country may work in another",
)
UNDER_OTHER = _rule(
    name="registration.under-other",
    ground=Ground.VETTING,
    says="Registration number looks like {what}, under the type Other. {advice}",
    remedy="Keep it, if the business is no company and has no number of the listed type",
    source="Twilio's list of types by country",
)
CIN_PART = _rule(
    name="registration.cin-part",
    ground=Ground.VETTING,
    says="Registration number has {part}. Check it",
    remedy="Compare it with the certificate of incorporation, letter by letter",
    source="Ministry of Corporate Affairs: the structure of the CIN",
)
CIN_CLASS = _rule(
    name="registration.cin-class",
    ground=Ground.VETTING,
    says="Registration number says {part}. Check both",
    remedy="Compare number and name with the certificate of incorporation",
    source="Companies Act 2013: the name of a private company ends with Private Limited",
)
NOT_ISRAELI_COMPANY = _rule(
    name="registration.not-a-company",
    ground=Ground.VETTING,
    says="Registration number does not start with 5, as those of Israeli companies do. Check it",
    remedy="Enter the number of the company, not that of a person or a dealer file",
    source="Israeli Corporations Authority, as python-stdnum knows it",
)
SUFFIX_DROPPED = Rule(
    name="registration.suffix-dropped",
    ground=Ground.SECOND_LOOK,
    says="Registration number is sent without its ending: Twilio takes the first nine digits",
    remedy="Nothing to do",
    source="Twilio A2P page: the first nine digits only",
    moment=Moment.LEAVING,
)
ZEROS_ADDED = Rule(
    name="registration.zeros-added",
    ground=Ground.SECOND_LOOK,
    says="Registration number is sent with zeros in front: a company number has 8 digits",
    remedy="Compare it with the certificate of incorporation",
    source="Companies House writes shorter numbers with zeros in front",
    moment=Moment.LEAVING,
)
COUNTRY_ADDED = Rule(
    name="registration.country-added",
    ground=Ground.SECOND_LOOK,
    says="Registration number is sent with {letters} in front, the letters of the country",
    remedy="Nothing to do, if the number belongs to the country of the address",
    source="A VAT number begins with the letters of its country",
)
ALREADY_APPROVED = Rule(
    name="registration.already-approved",
    ground=Ground.SECOND_LOOK,
    says="Registration number is that of profile {profile}, approved already. Check that you need another",
    remedy="Look at profile {profile} before you submit this one",
    source="Twilio keeps one approved primary profile for an account",
)

_WHEN_DOUBTED: Final = {
    (Doubt.PREFIX, IdType.EIN): EIN_PREFIX,
    (Doubt.PREFIX, IdType.CN): COMPANY_PREFIX,
    (Doubt.NOT_A_COMPANY, IdType.RN): NOT_ISRAELI_COMPANY,
    (Doubt.CHECK_DIGIT, IdType.OTHER): CHECK_DIGIT_NATIONAL,
    (Doubt.NOT_A_COMPANY, IdType.OTHER): UNKNOWN_NATIONAL,
    (Doubt.OLD_CHECK_DIGIT, IdType.OTHER): OLD_CHECK_DIGIT,
}
_WHEN_CHANGED: Final = {
    Change.SUFFIX_DROPPED: SUFFIX_DROPPED,
    Change.ZEROS_ADDED: ZEROS_ADDED,
    Change.COUNTRY_ADDED: COUNTRY_ADDED,
}


def check(answers: Answers, known: Context) -> Iterator[Finding]:
    """Yield what is wrong or risky about the number and its type; missing answers are found elsewhere."""
    chosen = answers.get(paths.ID_TYPE, "")
    id_type = chosen if chosen in _LISTED else ""
    country = answers.get(paths.COUNTRY, "")
    number = answers.get(paths.ID_NUMBER, "").strip()
    found = _number(id_type, number, country, answers, known) if number else ()
    told = tuple(found)
    by_number = any(finding.rule == UNDER_OTHER.name for finding in told)
    yield from (
        finding
        for finding in registration_type.check(answers, known)
        if not (by_number and finding.rule == registration_type.OWN_TYPE.name)
    )
    yield from told


def _number(id_type: str, number: str, country: str, answers: Answers, known: Context) -> Iterator[Finding]:
    refused = _refusal(id_type, number, country) or _misplaced(id_type, number, country, answers)
    if refused:
        yield refused
        return
    yield from _reading(id_type, number, country, known)
    if id_type == IdType.CIN and country in HOME[IdType.CIN][1]:
        yield from _corporate_identity(number, answers, known)


def _refusal(id_type: str, number: str, country: str) -> Finding | None:
    """Return why a number can be told to be wrong before it is read as one of its type."""
    if lookalikes.is_duns(number):
        return DUNS_NUMBER.at(paths.ID_NUMBER, also=(paths.ID_TYPE,))
    found = lookalikes.recognise(id_type, number)
    if found is None:
        return _made_up(id_type, number)
    read = registration.read(id_type, number, country)
    fits = isinstance(read, RegistrationNumber) and read.doubt is not Doubt.CHECK_DIGIT
    rule = OTHER_KIND_LIKELY if fits else OTHER_KIND
    wanted = registration.name_of(id_type)
    return rule.at(
        paths.ID_NUMBER, also=(paths.ID_TYPE,), what=found.what, wanted=wanted, advice=found.advice
    )


def _misplaced(id_type: str, number: str, country: str, answers: Answers) -> Finding | None:
    """Return why a number belongs to another country than the address, or under another type than Other."""
    if country not in COUNTRY_NAMES or not _of_any_country(id_type, country):
        return None
    what = lookalikes.elsewhere(number, country)
    if what:
        also = (paths.COUNTRY, paths.ID_TYPE)
        return ELSEWHERE.at(paths.ID_NUMBER, also=also, what=what, country=in_a_sentence(country))
    if id_type != IdType.OTHER or not registration_type.has_own(country, answers):
        return None
    found = lookalikes.of_a_company(number, country)
    if found is None:
        return None
    return UNDER_OTHER.at(paths.ID_NUMBER, also=(paths.ID_TYPE,), what=found.what, advice=found.advice)


def _of_any_country(id_type: str, country: str) -> bool:
    """Whether numbers of several countries may stand under a type, and it is no stranger to this one."""
    return id_type == IdType.OTHER or (id_type == IdType.VAT and country in HOME[IdType.VAT][1])


def _corporate_identity(number: str, answers: Answers, known: Context) -> Iterator[Finding]:
    read = registration.read(IdType.CIN, number, "IN")
    if not isinstance(read, RegistrationNumber):
        return
    part = corporate_identity.odd_part(read.canonical, known.year)
    name = normalize.words(answers.get(paths.BUSINESS_NAME, "")).split()
    if part:
        yield CIN_PART.at(paths.ID_NUMBER, part=part)
    elif "limited" in name or "ltd" in name:
        private = not _PRIVATE.isdisjoint(name)
        part = corporate_identity.other_class(read.canonical, name_is_private=private)
        if part:
            yield CIN_CLASS.at(paths.ID_NUMBER, also=(paths.BUSINESS_NAME,), part=part)


def _made_up(id_type: str, number: str) -> Finding | None:
    """Companies House counts up, so 12345678 is somebody's company number; only zeros are nobody's."""
    if not lookalikes.is_placeholder(number) or (id_type == IdType.CN and number.strip("0 ")):
        return None
    return PLACEHOLDER.at(paths.ID_NUMBER)


def _reading(id_type: str, number: str, country: str, known: Context) -> Iterator[Finding]:
    read = registration.read(id_type, number, country)
    wrong = _mistaken(id_type, number, country) if _is_doubtful(id_type, read) else None
    if wrong and not (_checks(read) and any(map(str.isalpha, wrong.meant))):  # one in eleven fits by chance
        rule = MISTAKEN_NATIONAL if id_type == IdType.OTHER else MISTAKEN
        yield rule.at(paths.ID_NUMBER, wrong=wrong.wrong, right=wrong.right, meant=wrong.meant)
        return
    if isinstance(read, UnreadableNumber):
        yield _unreadable(id_type, read)
        return
    yield from _doubts(id_type, country, read)
    if read.change:
        yield _WHEN_CHANGED[read.change].at(paths.ID_NUMBER, letters=read.canonical[:2])
    profile = known.approved_numbers.get(read.canonical)
    if profile:
        yield ALREADY_APPROVED.at(paths.ID_NUMBER, profile=profile)


def _is_doubtful(id_type: str, read: registration.Reading) -> bool:
    """Whether a number is none of its type, or under Other none that could be right."""
    if isinstance(read, UnreadableNumber):
        return read.fault is not NumberFault.NO_DIGITS
    return id_type == IdType.OTHER and read.doubt in (Doubt.NOT_A_COMPANY, Doubt.CHECK_DIGIT)


def _checks(read: registration.Reading) -> bool:
    """Whether only the check digit tells that something is wrong."""
    return isinstance(read, RegistrationNumber) and read.doubt is Doubt.CHECK_DIGIT


def _mistaken(id_type: str, number: str, country: str) -> look_alikes.Mistaken | None:
    """Return the letter or digit that keeps a number from being one of its type, with right check digits."""

    def fits(text: str) -> bool:
        read = registration.read(id_type, text, country)
        return isinstance(read, RegistrationNumber) and bool(read.kind) and not (read.doubt or read.change)

    return look_alikes.mistaken(normalize.code(number), fits)


def _unreadable(id_type: str, read: UnreadableNumber) -> Finding:
    if read.fault is NumberFault.NO_DIGITS:
        return NO_DIGITS.at(paths.ID_NUMBER)
    wanted = registration.name_of(id_type)
    if read.fault is NumberFault.LENGTH:
        return LENGTH.at(paths.ID_NUMBER, needed=read.needed, given=read.given)
    return SHAPE.at(
        paths.ID_NUMBER, also=(paths.ID_TYPE,), wanted=wanted, example=registration.example_of(id_type)
    )


def _doubts(id_type: str, country: str, read: RegistrationNumber) -> Iterator[Finding]:
    if read.doubt is None:
        return
    rule = next((rule for key, rule in _WHEN_DOUBTED.items() if key == (read.doubt, id_type)), CHECK_DIGIT)
    names = " or ".join(read.known[:3])
    yield rule.at(paths.ID_NUMBER, kind=read.kind, country=in_a_sentence(country), names=names)


RULES = (
    *registration_type.RULES,
    DUNS_NUMBER,
    NO_DIGITS,
    PLACEHOLDER,
    OTHER_KIND,
    OTHER_KIND_LIKELY,
    LENGTH,
    SHAPE,
    MISTAKEN,
    MISTAKEN_NATIONAL,
    CHECK_DIGIT,
    CHECK_DIGIT_NATIONAL,
    UNKNOWN_NATIONAL,
    EIN_PREFIX,
    COMPANY_PREFIX,
    OLD_CHECK_DIGIT,
    ELSEWHERE,
    UNDER_OTHER,
    CIN_PART,
    CIN_CLASS,
    NOT_ISRAELI_COMPANY,
    SUFFIX_DROPPED,
    ZEROS_ADDED,
    COUNTRY_ADDED,
    ALREADY_APPROVED,
)
