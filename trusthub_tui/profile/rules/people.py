"""The two representatives: real people, and two of them."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import legal_forms, name_matching, paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules import word_lists
from trusthub_tui.profile.rules.rule import Context, Rule

_TWO_PEOPLE = "Trust Hub, primary profile page: two representatives, and they must be different people"
_VERIFIED = "Codes 18604 and 18605: the representative could not be verified"

SAME_EMAIL = Rule(
    "people.same-email",
    Severity.PROBLEM,
    "{label} reaches the same mailbox as for representative 1. Enter the e-mail of representative 2",
    "Each representative needs an address of their own",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
SAME_PHONE = Rule(
    "people.same-phone",
    Severity.PROBLEM,
    "{label} is the same as for representative 1. Enter the phone of representative 2",
    "Each representative needs a number of their own; a mobile number will do",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
SAME_NAME = Rule(
    "people.same-name",
    Severity.PROBLEM,
    "Representative 2 is the same person as representative 1. Enter someone else",
    "Twilio wants two people. Case, accents and the order of the names make no difference",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
TASK = Rule(
    "people.task",
    Severity.WARNING,
    "{label} names a task or a team, not a person",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; toll-free code 30801: a role, not a real representative; our own list of words",
    practice_rejects=True,
)
BUSINESS_NAME = Rule(
    "people.business-name",
    Severity.WARNING,
    "{label} and last name are the name of the business, not of a person",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our practice rules",
    practice_rejects=True,
)
STAND_IN = Rule(
    "people.stand-in",
    Severity.WARNING,
    "{label} and last name look like a stand-in for a name",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our own list of words",
)
ODD_CHARACTER = Rule(
    "people.odd-character",
    Severity.WARNING,
    "{label} has {character} in it, which names do not have",
    "Copy the name from the person's papers. A name that cannot be verified is rejection reason {code}",
    _VERIFIED,
)
INITIAL = Rule(
    "people.initial",
    Severity.HINT,
    "{label} is a single letter. Write it out if the papers do",
    "Twilio compares the name with public records",
    "Our own judgement",
)

RULES: tuple[Rule, ...] = (
    SAME_EMAIL,
    SAME_PHONE,
    SAME_NAME,
    TASK,
    BUSINESS_NAME,
    STAND_IN,
    ODD_CHARACTER,
    INITIAL,
)


_ODD: Final = re.compile(r"[\d@<>{}\[\]|\\_=+*#$%^~?!]")
"""Digits, and signs that stand in addresses and code but not in names."""


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what speaks against two different, real people."""
    yield from _same_name(answers)
    yield from _same_email(answers)
    yield from _same_phone(answers)
    for number in (1, 2):
        yield from _person(number, answers)


def _both(attribute: str, answers: Answers) -> tuple[str, str] | None:
    """Return the answers of both representatives to a question; nothing unless there are two."""
    one, two = (paths.of_representative(number, attribute) for number in (1, 2))
    return (answers[one], answers[two]) if answered(answers, one) and answered(answers, two) else None


def _same_name(answers: Answers) -> Iterator[Finding]:
    first, last = _both("first_name", answers), _both("last_name", answers)
    if first and last and name_matching.same_person((first[0], last[0]), (first[1], last[1])):
        path = paths.of_representative(2, "first_name")
        others = ((2, "last_name"), (1, "first_name"), (1, "last_name"))
        yield SAME_NAME.at(path, also=tuple(paths.of_representative(*other) for other in others))


def _same_email(answers: Answers) -> Iterator[Finding]:
    given = _both("email", answers)
    if given is None:
        return
    from trusthub_tui.profile.formats import email  # the library costs 25 ms to import

    one, two = (email.read(text) for text in given)
    if isinstance(one, email.Email) and isinstance(two, email.Email) and one.mailbox == two.mailbox:
        path = paths.of_representative(2, "email")
        yield SAME_EMAIL.at(path, also=(paths.of_representative(1, "email"),), label=QUESTIONS[path].label)


def _same_phone(answers: Answers) -> Iterator[Finding]:
    given = _both("phone_number", answers)
    if given is None:
        return
    from trusthub_tui.profile.formats import phone  # the library costs 14 ms to import

    one, two = (phone.read(text, answers.get(paths.COUNTRY, "")) for text in given)
    if isinstance(one, phone.Phone) and isinstance(two, phone.Phone) and one.e164 == two.e164:
        path = paths.of_representative(2, "phone_number")
        also = (paths.of_representative(1, "phone_number"),)
        yield SAME_PHONE.at(path, also=also, label=QUESTIONS[path].label)


def _person(number: int, answers: Answers) -> Iterator[Finding]:
    first, last = (paths.of_representative(number, part) for part in ("first_name", "last_name"))
    code = 18603 + number
    for path in (first, last):
        odd = _ODD.search(answers.get(path, "")[:300])
        if odd:
            yield ODD_CHARACTER.at(
                path, predicts=code, label=QUESTIONS[path].label, character=odd.group(), code=code
            )
    given, family = (name_matching.words_of(answers.get(path, "")) for path in (first, last))
    if len(given) == 1 and len(given[0]) == 1 and given[0].isascii():
        yield INITIAL.at(first, label=QUESTIONS[first].label)
    rule = _no_person(number, given, family, answers)
    if rule is not None:
        yield rule.at(first, also=(last,), predicts=code, label=QUESTIONS[first].label, code=code)


def _no_person(number: int, given: tuple[str, ...], family: tuple[str, ...], answers: Answers) -> Rule | None:
    """Return the rule that a name breaks when it is not a person's."""
    if _is_task(given, family, answers):
        return TASK
    if given and family and _stands_in(given) and _stands_in(family):
        return STAND_IN
    return BUSINESS_NAME if _is_business(number, given, family, answers) else None


def _stands_in(words: tuple[str, ...]) -> bool:
    """Whether a part of a name is like "test", or letters apart such as N/A."""
    return word_lists.STAND_INS.issuperset(words) or "".join(words) in word_lists.STAND_INS


def _is_task(given: tuple[str, ...], family: tuple[str, ...], answers: Answers) -> bool:
    """Whether a name is like "Support", "Sales Team", or "Admin" with the business's own name."""
    if not given or not word_lists.TASK_FIRST_NAMES.issuperset(given):
        return bool(family) and family[-1] in word_lists.GROUPS
    business = set(name_matching.words_of(answers.get(paths.BUSINESS_NAME, "")))
    return word_lists.NEVER_A_FIRST_NAME.issuperset(given) or (
        bool(family) and (word_lists.TASK_LAST_NAMES | business).issuperset(family)
    )


def _is_business(number: int, given: tuple[str, ...], family: tuple[str, ...], answers: Answers) -> bool:
    """Whether a full name is the name of the business.

    A business may well carry its owner's name. Then it is a sole proprietorship, or the owner's own e-mail
    address has one of the names in it.
    """
    name = answers.get(paths.BUSINESS_NAME, "")
    whole = given + family
    if not whole or whole not in (name_matching.words_of(name), legal_forms.core_words(name)):
        return False
    mailbox = answers.get(paths.of_representative(number, "email"), "").partition("@")[0].casefold()
    owner = any(len(word) > 1 and word in mailbox for word in whole)
    return not owner and answers.get(paths.BUSINESS_TYPE) != BusinessType.SOLE_PROPRIETORSHIP
