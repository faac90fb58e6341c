"""The two representatives: real people, and two of them."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import legal_forms, name_matching, paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.name_matching import Likeness
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules import word_lists
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

_TWO_PEOPLE = "Trust Hub, primary profile page: two representatives, and they must be different people"
_VERIFIED = "Codes 18604 and 18605: the representative could not be verified"

SAME_PERSON = Rule(
    "people.same-person",
    Ground.ONE_PERSON,
    "Representative 2 is the same person as representative 1: the name and the {what} are the same",
    "Enter someone else. Case, accents and the order of the names make no difference",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
SAME_NAME = Rule(
    "people.same-name",
    Ground.VETTING,
    "Representative 2 has the name of representative 1. Check that they are two people",
    "Twilio wants two different people. One person twice is rejection reason 18605",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
SAME_EMAIL = Rule(
    "people.same-email",
    Ground.VETTING,
    "{label} reaches the same mailbox as for representative 1. Enter the e-mail of representative 2",
    "Each representative needs an address of their own; one for both may lead to rejection reason 18605",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
SAME_PHONE = Rule(
    "people.same-phone",
    Ground.VETTING,
    "{label} is the same as for representative 1. Enter the phone of representative 2",
    "A mobile number will do. One number for both may lead to rejection reason 18605",
    _TWO_PEOPLE,
    predicts=18605,
    practice_rejects=True,
)
TASK = Rule(
    "people.task",
    Ground.VETTING,
    "{label} and last name are a task, a title or a team, not a person",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; toll-free code 30801: a role, not a real representative; our own list of words",
    practice_rejects=True,
)
BUSINESS_NAME = Rule(
    "people.business-name",
    Ground.VETTING,
    "{label} and last name are the name of the business, not of a person",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our practice rules",
    practice_rejects=True,
)
STAND_IN = Rule(
    "people.stand-in",
    Ground.VETTING,
    "{label} and last name look like a stand-in for a name",
    "Enter the name of a person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our own list of words",
)
ODD_CHARACTER = Rule(
    "people.odd-character",
    Ground.VETTING,
    "{label} has {found} in it, which names do not have",
    "Copy the name from the person's papers. A name that cannot be verified is rejection reason {code}",
    _VERIFIED,
)
ADDRESS = Rule(
    "people.address",
    Ground.VETTING,
    "{label} holds an e-mail or web address, not a name",
    "Copy the name from the person's papers. A name that cannot be verified is rejection reason {code}",
    _VERIFIED,
    Moment.LEAVING,
)
NO_NAME = Rule(
    "people.no-name",
    Ground.VETTING,
    "{label} says that there is none. Someone with one name enters it as first and as last name",
    "What the papers call the name goes into both. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; Twilio wants both names of everybody",
    Moment.LEAVING,
)
LEGAL_FORM = Rule(
    "people.legal-form",
    Ground.VETTING,
    "{label} has {found} in it, the legal form of a business. Enter the name of a person",
    "A business is not a representative. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our own list of forms that are nobody's name",
    Moment.LEAVING,
)
BUSINESS_WORD = Rule(
    "people.business-word",
    Ground.VETTING,
    "{label} ends in {found}, as businesses do. Enter the name of a person",
    "A business is not a representative. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED + "; our own list of words that are nobody's last name",
    Moment.LEAVING,
)
TITLE = Rule(
    "people.title",
    Ground.VETTING,
    "{label} has a title in it, {found}. Enter the name alone",
    "The title has a field of its own. A name that cannot be verified is rejection reason {code}",
    _VERIFIED + "; our own list of titles",
    Moment.LEAVING,
)
TWO_PEOPLE = Rule(
    "people.two-people",
    Ground.VETTING,
    "{label} names two people. Enter one of them",
    "Each representative is one person. One whom Twilio cannot verify is rejection reason {code}",
    _VERIFIED,
    Moment.LEAVING,
)
SECOND_NAME = Rule(
    "people.second-name",
    Ground.VETTING,
    "{label} gives another name after {found}. Enter only the name in the person's papers",
    "Leave out everything from {found} on. A name that cannot be verified is rejection reason {code}",
    _VERIFIED,
    Moment.LEAVING,
)
INITIAL = Rule(
    "people.initial",
    Ground.SECOND_LOOK,
    "{label} is a single letter. Write it out if the papers do",
    "Twilio compares the name with public records",
    "Our own judgement",
)

RULES: tuple[Rule, ...] = (
    SAME_PERSON,
    SAME_NAME,
    SAME_EMAIL,
    SAME_PHONE,
    TASK,
    BUSINESS_NAME,
    STAND_IN,
    ODD_CHARACTER,
    ADDRESS,
    NO_NAME,
    LEGAL_FORM,
    BUSINESS_WORD,
    TITLE,
    TWO_PEOPLE,
    SECOND_NAME,
    INITIAL,
)


_LONGEST: Final = 300
_MOST_WORDS: Final = 12
"""Words of a first or last name that are looked at."""

_ODD: Final = re.compile(r"[\d@<>{}\[\]|\\_=+*#$%^~?!/;:&]")
"""Digits, and signs that stand in addresses and code but not in names."""

_IN_PAPERS: Final = re.compile(
    r"(?<!\w)(?:[asdw]/[olp]|[2-5](?:nd|rd|th))(?!\w)|(?<=\w):(?=son\b|t\b)|(?<!\S)(?:!|//)(?=[^\W\d_])",
    re.IGNORECASE,
)
"""Signs and digits that do stand in names: ``S/O`` and ``A/L`` (son of, in Indian and Malaysian papers),
``3rd``, the Swedish ``H:son``, and what clicks are written with in Namibia: ``!Naruseb``, ``//Garoeb``."""

_WEB_ADDRESS: Final = re.compile(
    r"@\w|\bhttps?:|\bwww\.|\w\.(?:com|net|org|info|biz|com?\.\w\w)\b|\w{3}\.(?:io|app|dev)\b"
    r"|[\w-]{5,}\.(?:de|fr|nl|uk|eu|ca|ch|at|be|se|no|dk|fi|pl|it|es|in|us|jp|ai|co|me|tech|shop|store|site)"
    r"(?![\s.]*\w)",
    re.IGNORECASE,
)
_SECOND_NAME: Final = re.compile(
    r"(?<![\w.])(?:(?:aka|alias|fka|dba|for)(?=\W+\w)|(?:a\.k\.a|f\.k\.a|d\.b\.a|p\.p)\.?|[afn]/k/a|d/b/a|c/o"
    r"|[ot]/[ab](?:/o)?|also known as|formerly known as|on behalf of|doing business as|trading as"
    r"|née|geb\.|(?-i:i\.V\.|i\.A\.|ppa\.))(?!\w)",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"\W*(?:[fln]nu|nln|nfn|n/a|none|not applicable|mononym|(?:single|one|only one) name"
    r"|(?:no|without|has no) (?:(?:first|last|family|given|second)[ -]?name|surname))\W*",
    re.IGNORECASE,
)
"""What forms and visas put in the place of a name that somebody does not have: LNU is "last name unknown"."""

_BEHIND: Final = re.compile(r"[,(\[|]\s*([^,()\[\]|]+)|\s[-\u2013\u2014]\s+(.+)")
"""What stands behind a comma, a bracket or a dash."""

_AND: Final = re.compile(r"\w\s+and\s+\w", re.IGNORECASE)


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what speaks against two different, real people."""
    yield from _one_person(answers)
    for number in (1, 2):
        yield from _person(number, answers)


def _one_person(answers: Answers) -> Iterator[Finding]:
    """Yield what the two have in common: a name and a way to reach them make one person of them."""
    alike = _likeness(answers)
    shared = [rule for rule, same in ((SAME_EMAIL, _same_email), (SAME_PHONE, _same_phone)) if same(answers)]
    first = paths.of_representative(2, "first_name")
    others = ((2, "last_name"), (1, "first_name"), (1, "last_name"))
    names = tuple(paths.of_representative(*other) for other in others)
    if shared and alike is not Likeness.DIFFERENT:
        what = " and the ".join("e-mail" if rule is SAME_EMAIL else "phone" for rule in shared)
        reached = tuple(paths.of_representative(2, _SHARED[rule.name]) for rule in shared)
        yield SAME_PERSON.at(first, also=(*names, *reached), what=what)
        return
    if alike is Likeness.SAME:
        yield SAME_NAME.at(first, also=names)
    for rule in shared:
        one, two = (paths.of_representative(number, _SHARED[rule.name]) for number in (1, 2))
        yield rule.at(two, also=(one,), label=QUESTIONS[two].label)


_SHARED: Final = {SAME_EMAIL.name: "email", SAME_PHONE.name: "phone_number"}


def _both(attribute: str, answers: Answers) -> tuple[str, str] | None:
    """Return the answers of both representatives to a question; nothing unless there are two."""
    one, two = (paths.of_representative(number, attribute) for number in (1, 2))
    return (answers[one], answers[two]) if answered(answers, one) and answered(answers, two) else None


def _likeness(answers: Answers) -> Likeness:
    first, last = _both("first_name", answers), _both("last_name", answers)
    if not first or not last:
        return Likeness.DIFFERENT
    return name_matching.likeness((first[0], last[0]), (first[1], last[1]))


def _same_email(answers: Answers) -> bool:
    given = _both("email", answers)
    if given is None:
        return False
    from trusthub_tui.profile.formats import email  # the library costs 25 ms to import

    one, two = (email.read(text) for text in given)
    return isinstance(one, email.Email) and isinstance(two, email.Email) and one.mailbox == two.mailbox


def _same_phone(answers: Answers) -> bool:
    given = _both("phone_number", answers)
    if given is None:
        return False
    from trusthub_tui.profile.formats import phone  # the library costs 14 ms to import

    one, two = (phone.read(text, answers.get(paths.COUNTRY, "")) for text in given)
    return isinstance(one, phone.Phone) and isinstance(two, phone.Phone) and one.e164 == two.e164


def _person(number: int, answers: Answers) -> Iterator[Finding]:
    first, last = (paths.of_representative(number, part) for part in ("first_name", "last_name"))
    code = 18603 + number
    given, family = (name_matching.words_of(answers.get(path, ""))[:_MOST_WORDS] for path in (first, last))
    if len(given) == 1 and len(given[0]) == 1 and given[0].isascii():
        yield INITIAL.at(first, label=QUESTIONS[first].label)
    rule = _no_person(number, given, family, answers)
    if rule is not None:
        yield rule.at(first, also=(last,), predicts=code, label=QUESTIONS[first].label, code=code)
        return
    for path in (first, last):
        yield from _part(path, answers.get(path, ""), code, answers.get(paths.COUNTRY, ""))


def _part(path: str, typed: str, code: int, country: str) -> Iterator[Finding]:
    """Yield what stands in a first or last name and belongs in no name: the plainest of it."""
    text = typed[:_LONGEST].strip()
    last = path.endswith("last_name")
    for rule, found in (
        (ADDRESS, _group(_WEB_ADDRESS.search(text))),
        (NO_NAME, _group(_NO_NAME.fullmatch(text))),
        (SECOND_NAME, _group(_SECOND_NAME.search(text, 1))),
        (LEGAL_FORM, _form_in(text, country if last else "")),
        (BUSINESS_WORD, _business_word(text) if last else ""),
        (TITLE, _title_in(text)),
        (TWO_PEOPLE, _group(_AND.search(text))),
        (ODD_CHARACTER, _group(_ODD.search(_IN_PAPERS.sub("", text)))),
    ):
        if found:
            yield rule.at(path, predicts=code, label=QUESTIONS[path].label, code=code, found=found)
            return


def _group(found: re.Match[str] | None) -> str:
    return found.group() if found else ""


def _form_in(text: str, country: str) -> str:
    """Return the legal form in a name that is nobody's name, or none at the end of a name; else nothing.

    ``country`` is empty for a first name, which ends in no such form.
    """
    words = text.replace(",", " ").split()[:_MOST_WORDS]
    plain = [word for word in words if "".join(name_matching.words_of(word)) in word_lists.NOBODYS_NAME]
    signs = [sign for sign in word_lists.FORMS_IN_OTHER_SCRIPTS if sign in text]
    written = _group(word_lists.NOBODYS_NAME_AS_WRITTEN.search(text))
    listed = word_lists.LAST_WORD_IN.items() if country and len(words) > 1 else ()
    local = [form for countries, forms in listed if country in countries.split() for form in forms]
    last = [form for form in local if words[-1] == form]
    return next(iter((*plain, *signs, *filter(None, [written]), *last)), "")


def _business_word(text: str) -> str:
    words = text.split()[-1:]
    return (
        words[0] if words and "".join(name_matching.words_of(words[0])) in word_lists.BUSINESS_WORDS else ""
    )


def _title_in(text: str) -> str:
    """Return the title that stands in a name: ``CEO``, ``Mrs`` before it, or ``Director`` behind a comma."""
    if short := word_lists.SHORT_TITLES.search(text):
        return short.group()
    if courtesy := word_lists.COURTESY_TITLES.search(text):
        return courtesy.group().strip(" ,.")
    for behind in _BEHIND.finditer(text):
        title = next(filter(None, behind.groups()), "").strip()
        words = [word for word in name_matching.words_of(title) if word not in word_lists.LITTLE_WORDS]
        titles = word_lists.BEHIND_A_NAME if len(words) == 1 else word_lists.TITLES_AND_TASKS
        if words and titles.issuperset(words):
            return title
    return ""


def _no_person(number: int, given: tuple[str, ...], family: tuple[str, ...], answers: Answers) -> Rule | None:
    """Return the rule that a name breaks when it is not a person's."""
    if _is_task(given, family, answers):
        return TASK
    both = bool(given and family)
    if (both and _stands_in(given) and _stands_in(family)) or _is_keyboard(given, family):
        return STAND_IN
    if both and (given[0], "".join(family)) in word_lists.MADE_UP_PEOPLE:
        return STAND_IN
    return BUSINESS_NAME if _is_business(number, given, family, answers) else None


def _stands_in(words: tuple[str, ...]) -> bool:
    """Whether a part of a name is like "test", or letters apart such as N/A."""
    return word_lists.STAND_INS.issuperset(words) or "".join(words) in word_lists.STAND_INS


def _is_keyboard(given: tuple[str, ...], family: tuple[str, ...]) -> bool:
    """Whether a part of a name is a row of keys, or one letter again and again."""
    return any(_is_row("".join(words)) for words in (given, family))


def _is_row(word: str) -> bool:
    if word in word_lists.NOBODYS_NAME:
        return False
    if len(word) > 2 and len(set(word)) == 1:
        return True
    if not 3 < len(word) < 13:
        return False
    rows = [row for typed in word_lists.KEYBOARD_ROWS for row in (typed, typed[::-1])]
    chunk = next((word[:size] for size in (3, 4) if word == word[:size] * (len(word) // size)), "")
    if len(word) > len(chunk) > 0 and any(chunk in row for row in rows):
        return True
    telling = len(word) > 4 or not set("aeiouy").intersection(word)
    return any((telling and word in row) or row.startswith(word) for row in rows)


def _is_task(given: tuple[str, ...], family: tuple[str, ...], answers: Answers) -> bool:
    """Whether a name is like "Support", "Sales Team", "Managing Director", or "Admin Northwind"."""
    whole = given + family
    telling = [word for word in whole if len(word) > 1 and word not in word_lists.LITTLE_WORDS]
    if given and family and telling and word_lists.TITLES_AND_TASKS.issuperset(telling):
        return True
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
    names = {"".join(words) for words in (name_matching.words_of(name), legal_forms.core_words(name))} - {""}
    parts = {"".join(words) for words in (given, family) if words}
    if given == family:
        names |= {"".join(legal_forms.core_words(name)[:1])} - {""}
    if not whole or not ("".join(whole) in names or (parts <= names and len("".join(given)) > 3)):
        return False
    mailbox = answers.get(paths.of_representative(number, "email"), "").partition("@")[0].casefold()
    owner = any(len(word) > 1 and word in mailbox for word in whole)
    return not owner and answers.get(paths.BUSINESS_TYPE) != BusinessType.SOLE_PROPRIETORSHIP
