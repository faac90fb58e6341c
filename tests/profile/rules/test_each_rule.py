"""For every rule a case it finds, and beside it look-alikes that it must leave alone."""

from collections.abc import Callable

from tests.support.table import table
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.rules import (
    answers,
    business,
    domains,
    email,
    people,
    phone,
    regions,
    website,
)

Northwind = Callable[..., dict[str, str]]
PathOf = Callable[[str], str]

LLC = "Limited Liability Corporation"
NON_PROFIT = "Non-profit Corporation"
SOLE = "Sole Proprietorship"

FOUND = [
    ("answers.missing", "name", {"name": "  "}),
    ("answers.missing", "postal", {"postal": ""}),
    ("answers.not-ticked", "terms", {"terms": ""}),
    ("answers.not-ticked", "terms", {"terms": "no"}),
    ("answers.no-notification", "notify", {"notify": "", "callback": ""}),
    ("answers.not-listed", "type", {"type": "corporation"}),
    ("answers.not-listed", "country", {"country": "XX"}),
    ("answers.not-listed", "regions", {"regions": "EUROPE,MARS"}),
    ("answers.not-listed", "regions", {"regions": ","}),
    ("answers.too-long", "profile", {"profile": "n" * 65}),
    ("answers.long", "street", {"street": "n" * 256}),
    ("answers.only-marks", "first1", {"first1": "-"}),
    ("answers.only-marks", "name", {"name": "???"}),
    ("answers.only-marks", "number", {"number": "\u200b"}),
    ("answers.only-marks", "region", {"country": "CO", "region": "\u200b"}),
    ("answers.stand-in", "title1", {"title1": "N/A"}),
    ("phone.letters", "phone1", {"phone1": "1-800-FLOWERS"}),
    ("phone.no-digits", "phone1", {"phone1": "--"}),
    ("phone.no-country", "phone1", {"phone1": "415 555 0132", "country": ""}),
    ("phone.unknown-country", "phone1", {"phone1": "+999 1234 5678"}),
    ("phone.extension", "phone2", {"phone2": "415 555 0178 ext. 4"}),
    ("phone.several", "phone1", {"phone1": "415 555 0132 / 415 555 0133"}),
    ("phone.letter-for-digit", "phone1", {"phone1": "415 555 O132"}),
    ("phone.too-short", "phone1", {"phone1": "415 555 013"}),
    ("phone.too-long", "phone1", {"phone1": "415 555 01321"}),
    ("phone.not-assigned", "phone1", {"phone1": "555 555 5555"}),
    ("phone.premium", "phone1", {"phone1": "+1 900 555 1234"}),
    ("phone.toll-free", "phone2", {"phone2": "(800) 555-0199"}),
    ("phone.voip", "phone1", {"phone1": "+44 56 1234 5678"}),
    ("phone.personal", "phone1", {"phone1": "+1 500 555 0006"}),
    ("phone.service", "phone1", {"phone1": "+44 345 123 4567"}),
    ("phone.made-up", "phone1", {"phone1": "+45 22 22 22 22"}),
    ("email.no-at", "email1", {"email1": "ada"}),
    ("email.no-local", "email1", {"email1": "@northwindrobotics.com"}),
    ("email.no-domain", "email1", {"email1": "ada@"}),
    ("email.no-ending", "email1", {"email1": "ada@northwind"}),
    ("email.name-around", "email1", {"email1": "Ada <ada@northwindrobotics.com>"}),
    ("email.several", "notify", {"notify": "a@northwindrobotics.com, b@northwindrobotics.com"}),
    ("email.space", "email1", {"email1": "ada okafor@northwindrobotics.com"}),
    ("email.full-width", "email1", {"email1": "ada＠northwindrobotics.com"}),
    ("email.beyond-ascii", "email1", {"email1": "adä@northwindrobotics.com"}),
    ("email.dots", "email1", {"email1": "ada@northwind..example"}),
    ("email.too-long", "email1", {"email1": "a" * 65 + "@northwindrobotics.com"}),
    ("email.inside-a-network", "email1", {"email1": "ada@office.local"}),
    ("email.number-domain", "email1", {"email1": "ada@192.0.2.7"}),
    ("email.number-address", "email1", {"email1": "ada@[192.0.2.7]"}),
    ("email.before-at", "email1", {"email1": "ada,o@northwindrobotics.com"}),
    ("email.after-at", "email1", {"email1": "ada@north_wind.example"}),
    ("email.domain", "email1", {"email1": "ada@-northwindrobotics.com"}),
    ("email.role", "email1", {"email1": "info@northwindrobotics.com"}),
    ("email.role", "email2", {"email2": "Customer.Support+us@northwindrobotics.com"}),
    ("email.nobody-reads", "notify", {"notify": "no-reply@northwindrobotics.com"}),
    ("email.unknown-ending", "email1", {"email1": "ada@northwind.exampel"}),
    ("website.space", "website", {"website": "north wind.example"}),
    ("website.several", "website", {"website": "a.example, b.example"}),
    ("website.scheme", "website", {"website": "ftp://northwindrobotics.com"}),
    ("website.slashes", "website", {"website": "http//northwindrobotics.com"}),
    ("website.email", "website", {"website": "ada@northwindrobotics.com"}),
    ("website.user-info", "website", {"website": "https://ada@northwindrobotics.com/"}),
    ("website.no-host", "callback", {"callback": "https://"}),
    ("website.no-ending", "website", {"website": "www.northwind"}),
    ("website.dots", "website", {"website": "northwind..example"}),
    ("website.comma", "website", {"website": "northwind,example"}),
    ("website.character", "website", {"website": "north_wind.example"}),
    ("website.hyphen", "website", {"website": "-northwindrobotics.com"}),
    ("website.too-long", "website", {"website": "n" * 64 + ".example"}),
    ("website.port", "website", {"website": "northwindrobotics.com:70000"}),
    ("website.number-address", "website", {"website": "http://203.0.113.7"}),
    ("website.callback-number-address", "callback", {"callback": "http://192.0.2.7/hook"}),
    ("website.placeholder", "website", {"website": "https://www.northwind.example"}),
    (
        "website.somebody-elses",
        "website",
        {
            "website": "northwind.agency-tools.com",
            "email1": "ada@northwindrobotics.com",
            "email2": "ben@northwindrobotics.com",
        },
    ),
    ("website.inside-a-network", "callback", {"callback": "http://localhost:3000/hook"}),
    ("website.only-a-suffix", "website", {"website": "co.uk"}),
    ("website.unknown-ending", "website", {"website": "northwind.con"}),
    ("website.social", "website", {"website": "facebook.com/northwind"}),
    ("website.social", "website", {"website": "https://de.linkedin.com/company/northwind"}),
    ("website.social", "website", {"name": "Facebook Friends Inc.", "website": "facebook.com/friends"}),
    ("website.site-builder", "website", {"website": "northwind.wixsite.com/home"}),
    ("website.site-builder", "website", {"website": "sites.google.com/view/northwind"}),
    ("website.callback-not-secure", "callback", {"callback": "http://api.northwindrobotics.com"}),
    ("website.callback-secret", "callback", {"callback": "https://ada:secret@api.northwindrobotics.com"}),
    ("website.social-profiles", "social", {"social": "@northwind on Instagram"}),
    ("people.same-email", "email2", {"email2": "Ada+2@NorthwindRobotics.com"}),
    ("people.same-phone", "phone2", {"phone2": "(415) 555-0132"}),
    (
        "people.same-person",
        "first2",
        {"first2": "OKAFOR", "last2": "Áda", "email2": "ada@northwindrobotics.com"},
    ),
    ("people.same-person", "first2", {"first2": "Ada B.", "last2": "Okafor", "phone2": "415 555 0132"}),
    ("people.same-name", "first2", {"first2": "ADA", "last2": "Ókafor"}),
    ("people.same-name", "first2", {"first2": "Ada M.", "last2": "Okafor"}),
    ("people.task", "first1", {"first1": "Support", "last1": "Team"}),
    ("people.task", "first2", {"first2": "Admin", "last2": "Northwind"}),
    ("people.task", "first2", {"first2": "Northwind", "last2": "Team"}),
    ("people.business-name", "first2", {"first2": "Northwind", "last2": "Robotics"}),
    (
        "people.business-name",
        "first1",
        {"first1": "Northwind Robotics", "last1": "Inc", "email1": "x@northwindrobotics.com"},
    ),
    ("people.address", "first1", {"first1": "ada@northwindrobotics.com"}),
    ("people.no-name", "last1", {"last1": "LNU"}),
    ("people.no-name", "first2", {"first2": "n/a"}),
    ("people.legal-form", "last2", {"last2": "Sato LLC"}),
    ("people.business-word", "last2", {"last2": "Sato Holdings"}),
    ("people.title", "last2", {"last2": "Sato, CEO"}),
    ("people.two-people", "first1", {"first1": "Ada and Eve"}),
    ("people.second-name", "last1", {"last1": "Okafor a.k.a. Adams"}),
    ("people.stand-in", "first1", {"first1": "Test", "last1": "User"}),
    ("people.odd-character", "last2", {"last2": "Sat0"}),
    ("people.odd-character", "first1", {"first1": "Ada/Eve"}),
    ("people.initial", "first1", {"first1": "A."}),
    ("domains.disposable", "email1", {"email1": "ada@mailinator.com"}),
    ("domains.free-mail", "email1", {"email1": "ada@gmail.com"}),
    ("domains.free-mail", "notify", {"notify": "northwind@yahoo.co.uk"}),
    ("domains.different", "email2", {"email2": "ben@southlabs.com"}),
    ("domains.different", "notify", {"notify": "ops@southlabs.com"}),
    ("business.form-and-type", "type", {"name": "Northwind Robotics LLC"}),
    ("business.form-and-type", "type", {"name": "Northwind Robotics, Inc.", "type": LLC}),
    ("business.form-and-type", "type", {"name": "Northwind GmbH", "type": SOLE}),
    ("business.form-and-type", "type", {"name": "Northwind e.V.", "type": "Corporation"}),
    ("business.form-and-type", "type", {"name": "Northwind GmbH & Co. KG", "type": "Corporation"}),
    ("business.trade-name", "name", {"name": "Okafor Inc. d/b/a Northwind"}),
    ("business.no-legal-form", "name", {"name": "Northwind Robotics"}),
    ("business.government-type", "type", {"industry": "GOVERNMENT"}),
    ("business.government-industry", "industry", {"name": "City of Northwind", "type": NON_PROFIT}),
    ("business.non-profit-industry", "industry", {"type": NON_PROFIT}),
    ("business.non-profit-type", "type", {"industry": "NOT_FOR_PROFIT"}),
    ("business.sole-proprietorship", "type", {"name": "Ada Northwind", "type": SOLE, "number": ""}),
    ("business.identity-unknown", "identity", {"identity": "unknown"}),
    ("business.website-and-name", "website", {"website": "https://contosolabs.com"}),
    ("regions.home-left-out", "regions", {"regions": "EUROPE"}),
]

LEFT_ALONE = [
    ("answers.no-notification", {"notify": "", "callback": "https://api.northwindrobotics.com"}),
    ("answers.no-notification", {"callback": ""}),
    ("answers.only-marks", {"first1": "李", "last1": "小龍"}),
    ("answers.only-marks", {"suite": "-"}),
    ("answers.only-marks", {"country": "DE", "region": "-"}),
    ("answers.too-long", {"profile": "n" * 64}),
    ("answers.stand-in", {"name": "Test Valley Brewing, Inc."}),
    ("phone.made-up", {"phone1": "+1 415 555 0123"}),
    ("phone.toll-free", {"phone1": "+1 808 555 0132"}),
    ("email.role", {"email1": "salesh.kumar@northwindrobotics.com"}),
    ("email.role", {"email1": "ada.support@northwindrobotics.com"}),
    ("email.role", {"notify": "support@northwindrobotics.com"}),
    ("website.social", {"website": "https://northwind-facebook.com"}),
    ("website.social", {"social": "facebook.com/northwind, x.com/northwind"}),
    ("website.site-builder", {"website": "https://wixsite.northwindrobotics.com"}),
    ("website.site-builder", {"name": "Weebly, Inc.", "website": "https://www.weebly.com/"}),
    ("website.social", {"name": "X Corp.", "website": "x.com"}),
    ("people.odd-character", {"first1": "Jean-Luc", "last1": "O'Brien, Jr."}),
    ("regions.home-left-out", {"regions": "EUROPE, USA_AND_CANADA"}),
    ("people.same-email", {"email1": "ada.o@northwindrobotics.com", "email2": "adao@northwindrobotics.com"}),
    ("people.same-phone", {"phone2": "+44 20 7946 0132"}),
    ("people.same-name", {"first1": "John", "last1": "Smith Sr.", "first2": "John", "last2": "Smith Jr."}),
    ("people.same-name", {"first2": "Ben", "last2": "Okafor"}),
    ("people.same-name", {"first1": "John A.", "last1": "Hollis", "first2": "John B.", "last2": "Hollis"}),
    ("people.same-name", {"first1": "James", "last1": "Thomas", "first2": "Thomas", "last2": "James"}),
    ("people.same-name", {"first1": "Li", "last1": "Wei", "first2": "Wei", "last2": "Li"}),
    ("people.same-person", {"first2": "Ada", "last2": "Okafor"}),
    ("people.same-person", {"phone2": "(415) 555-0132", "email2": "ada@northwindrobotics.com"}),
    ("people.legal-form", {"last1": "Corpuz", "last2": "de Sá"}),
    ("people.legal-form", {"first1": "Doo-sik", "last2": "Incze"}),
    ("people.second-name", {"first1": "Kouassi", "last1": "Aka", "last2": "Alias"}),
    ("people.address", {"first1": "J.C.", "last1": "St.Clair"}),
    ("people.odd-character", {"first1": "Ravi A/L Muthu", "last2": "Kaur D/O Singh"}),
    ("people.task", {"first1": "Ana", "last1": "Head", "first2": "Frank", "last2": "Price"}),
    ("people.task", {"first1": "Ana", "last1": "Deputy"}),
    ("people.stand-in", {"first1": "Wert", "last1": "Asdal"}),
    ("people.stand-in", {"first1": "Suharto", "last1": "Suharto"}),
    ("answers.long", {"title1": "n" * 255}),
    ("people.task", {"first1": "Legal", "last1": "Okafor"}),
    ("people.task", {"first2": "Nykesha", "last2": "Sales"}),
    ("people.task", {"first2": "The", "last2": "Nguyen"}),
    ("people.business-name", {"name": "Ada Okafor LLC", "type": LLC}),
    ("people.business-name", {"name": "Ada Okafor", "type": SOLE, "email1": "me@northwindrobotics.com"}),
    ("people.business-name", {"name": "Okafor Inc."}),
    ("people.stand-in", {"first1": "Foo", "last1": "Okafor"}),
    ("people.initial", {"first1": "李"}),
    ("domains.different", {"email1": "ada@mail.northwindrobotics.com"}),
    ("domains.different", {"website": "https://shop.northwindrobotics.com/de"}),
    ("domains.different", {"website": ""}),
    ("domains.different", {"website": "facebook.com/northwind"}),
    (
        "domains.different",
        {
            "website": "bücher.com",
            "email1": "ada@xn--bcher-kva.com",
            "email2": "ben@bücher.com",
            "notify": "",
        },
    ),
    ("domains.free-mail", {"email1": "ada@gmail.northwindrobotics.com"}),
    ("domains.free-mail", {"name": "Proton AG", "website": "https://proton.me", "email1": "ada@proton.me"}),
    ("business.sole-proprietorship", {"name": "Ada Northwind", "type": SOLE}),
    ("business.form-and-type", {"name": "Northwind GmbH", "type": LLC}),
    ("business.form-and-type", {"name": "Northwind Ltd"}),
    ("business.form-and-type", {"name": "Ocean Farmers, Inc.", "type": "Co-operative"}),
    ("business.form-and-type", {"name": "Northwind LLP", "type": "Partnership"}),
    ("business.trade-name", {"name": "DBA Software Inc."}),
    ("business.no-legal-form", {"name": "株式会社ノースウィンド"}),
    ("business.no-legal-form", {"name": "Northwind", "type": "Partnership"}),
    ("business.government-industry", {"name": "State of the Art Robotics LLC", "type": LLC}),
    ("business.non-profit-industry", {"type": NON_PROFIT, "industry": "EDUCATION"}),
    ("regions.home-left-out", {"country": "TR", "regions": "ASIA"}),
]


def test_the_table_has_a_case_for_every_rule() -> None:
    topics = (answers, phone, email, website, people, domains, business, regions)
    declared = {rule.name for topic in topics for rule in topic.RULES}
    assert declared == {name for name, _, _ in FOUND}


@table(("name", "where", "changes"), FOUND)
def test_what_a_rule_finds(
    name: str, where: str, changes: dict[str, str], northwind: Northwind, path_of: PathOf
) -> None:
    found = [finding for finding in evaluate(northwind(**changes)).findings if finding.rule == name]
    assert path_of(where) in [finding.path for finding in found]


@table(("name", "changes"), LEFT_ALONE)
def test_what_a_rule_leaves_alone(name: str, changes: dict[str, str], northwind: Northwind) -> None:
    assert name not in [finding.rule for finding in evaluate(northwind(**changes)).findings]


@table(
    ("changes", "message"),
    [
        ({"name": ""}, "Enter the legal business name"),
        ({"type": ""}, "Choose the business type"),
        ({"phone1": "415 555 O132"}, "Phone has the letter O where the digit 0 belongs. Enter 415 555 0132"),
        ({"type": "x"}, 'Choose the business type from the list. "x" is not on it'),
        ({"email1": "ada@"}, "Work e-mail is missing the part after @. Enter it like name@company.com"),
        ({"website": "northwind"}, "Website is missing the ending, for example .com"),
        ({"phone1": "555", "country": ""}, "Phone starts without a country. Enter it like +1 415 555 0132"),
        ({"phone1": "415 555 013"}, "Phone is too short for the United States: 9 of 10 digits"),
        (
            {"phone1": "+44 207 946 09581"},
            "Phone is too long for the United Kingdom: 11 digits after +44 instead of 9 or 10",
        ),
        ({"phone1": "+49 30"}, "Phone is too short for Germany: 2 of at least 5 digits after +49"),
        ({"profile": "n" * 71}, "Profile name must be 64 characters or less. It has 71"),
        (
            {"first2": "Ada", "last2": "Okafor", "email2": "ada@northwindrobotics.com"},
            "Representative 2 is the same person as representative 1: the name and the e-mail are the same",
        ),
        (
            {"callback": "ftp://api.northwindrobotics.com"},
            "Status callback URL starts with ftp, not with https",
        ),
    ],
)
def test_the_sentence_of_a_problem(changes: dict[str, str], message: str, northwind: Northwind) -> None:
    assert message in [finding.message for finding in evaluate(northwind(**changes)).problems]


@table(
    ("changes", "code"),
    [
        ({"website": "https://facebook.com/northwind"}, 18601),
        ({"website": "https://northwind.wixsite.com"}, 18601),
        ({"website": "https://contosolabs.com"}, 18601),
        ({"phone1": "+1 800 555 0199"}, 18604),
        ({"phone2": "+1 900 555 1234"}, 18605),
        ({"first1": "Support", "last1": "Team"}, 18604),
        ({"first2": "Northwind", "last2": "Robotics"}, 18605),
        ({"email1": "ada@gmail.com"}, 18606),
        ({"notify": "x@mailinator.com"}, 18606),
        ({"email2": "ben@southlabs.com"}, 18606),
    ],
)
def test_what_the_practice_review_rejects_for(
    changes: dict[str, str], code: int, northwind: Northwind
) -> None:
    from trusthub_tui.profile.evaluation import all_rules

    rejecting = {rule.name for rule in all_rules() if rule.practice_rejects}
    evaluation = evaluate(northwind(**changes))
    assert evaluation.compliant
    assert code in [finding.predicts for finding in evaluation.warnings if finding.rule in rejecting]


def test_a_warning_says_its_code_and_both_its_questions(northwind: Northwind, path_of: PathOf) -> None:
    (warning,) = evaluate(northwind(email1="ada@southlabs.com")).warnings
    assert warning.severity is Severity.WARNING
    assert warning.path == path_of("email1")
    assert warning.also == (path_of("website"),)
    assert "southlabs.com" in warning.message
    assert "18606" in warning.remedy
