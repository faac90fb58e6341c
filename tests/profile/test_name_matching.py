"""When two names mean the same: people's, and a business's and its website's."""

import pytest

from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.legal_forms import core_words, types_of
from trusthub_tui.profile.name_matching import Likeness, likeness, shares_a_word

CORPORATION, LLC, PARTNERSHIP = BusinessType.CORPORATION, BusinessType.LLC, BusinessType.PARTNERSHIP
COOPERATIVE, NON_PROFIT, SOLE = (
    BusinessType.COOPERATIVE,
    BusinessType.NON_PROFIT,
    BusinessType.SOLE_PROPRIETORSHIP,
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Ada", "Okafor"), ("ADA", "okafor")),
        (("José", "Núñez"), ("Jose", "Nunez")),
        (("Jörg", "Müller"), ("Joerg", "Mueller")),
        (("Jörg", "Müller"), ("Jorg", "Muller")),
        (("Jean-Pierre", "Dupont"), ("Jean Pierre", "DUPONT")),
        (("Conan", "O'Brien"), ("Conan", "O’Brien")),
        (("Conan", "O'Brien"), ("Conan", "OBrien")),
        (("Ada M.", "Okafor"), ("Ada", "Okafor")),
        (("Dr. Ada", "Okafor"), ("Ada", "Okafor")),
        (("Straße", "Weiß"), ("Strasse", "Weiss")),
        (("Łukasz", "Żak"), ("Lukasz", "Zak")),
    ],
)
def test_one_person_in_two_spellings(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert likeness(one, two) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Ada", "Okafor"), ("Ben", "Okafor")),
        (("John", "Smith Jr."), ("John", "Smith Sr.")),
        (("Michael", "Novak"), ("Michal", "Novak")),
        (("J.", "Smith"), ("K.", "Smith")),
        (("...", "-"), ("!", "?")),
        (("Ada Maria", "Okafor"), ("Ada", "Okafor")),
    ],
)
def test_two_people(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert likeness(one, two) is Likeness.DIFFERENT


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Ada", "Okafor"), ("Okafor", "Ada")),
        (("小龍", "李"), ("李", "小龍")),
        (("John A.", "Hollis"), ("John B.", "Hollis")),
        (("James", "Thomas"), ("Thomas", "James")),
        (("Li", "Wei"), ("Wei", "Li")),
        (("Ada M.", "Okafor"), ("Ókafor", "Ada")),
    ],
)
def test_names_that_two_people_may_well_share(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert likeness(one, two) is Likeness.ALIKE


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Northwind Robotics, Inc.", ("northwind",)),
        ("Northwind Robotics, Inc.", ("north-wind",)),
        ("Northwind Robotics, Inc.", ("northwindrobotics",)),
        ("Northwind Robotics, Inc.", ("nw-robotics",)),
        ("Northwind Robotics, Inc.", ("robotics", "group")),
        ("Northwind Robotics, Inc.", ("nwr",)),
        ("Microsoft Corporation", ("msft",)),
        ("International Business Machines Corporation", ("ibm",)),
        ("The Bank of New York Mellon", ("bnymellon",)),
        ("AT&T Inc.", ("att",)),
        ("HP Inc.", ("hp",)),
        ("3M Company", ("3m",)),
        ("X Corp.", ("x",)),
        ("1-800-Flowers.com, Inc.", ("1800flowers",)),
        ("Müller GmbH", ("mueller",)),
        ("Müller GmbH", ("müller",)),
        ("Müller GmbH", ("muller",)),
        ("Société Générale S.A.", ("societegenerale",)),
        ("株式会社ノースウィンド", ("northwind",)),
        ("ООО «Север»", ("sever",)),
        ("Northwind", ("ノースウィンド",)),
        ("Deutsche Telekom AG", ("telekom",)),
        ("Hewlett-Packard Company", ("hp",)),
        ("!!!", ("northwind",)),
    ],
)
def test_a_host_that_has_something_of_the_name(name: str, labels: tuple[str, ...]) -> None:
    assert shares_a_word(name, labels)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Northwind Robotics, Inc.", ("contoso",)),
        ("Northwind Robotics, Inc.", ("inc",)),
        ("Alphabet Inc.", ("google",)),
        ("The Northwind Company", ("thecompany",)),
        ("Meta Platforms, Inc.", ("facebook",)),
        ("Ada Okafor", ("northwind",)),
    ],
)
def test_a_host_that_has_nothing_of_the_name(name: str, labels: tuple[str, ...]) -> None:
    assert not shares_a_word(name, labels)


@pytest.mark.parametrize(
    ("name", "fitting", "unfitting"),
    [
        ("Northwind, Inc.", {CORPORATION, NON_PROFIT, COOPERATIVE}, {LLC, PARTNERSHIP, SOLE}),
        ("Northwind Corp", {CORPORATION}, {LLC, SOLE}),
        ("Northwind L.L.C.", {LLC}, {CORPORATION, PARTNERSHIP, SOLE}),
        ("Northwind PLLC", {LLC}, {CORPORATION}),
        ("Northwind LLP", {PARTNERSHIP, LLC}, {CORPORATION, SOLE}),
        ("Northwind Ltd.", {CORPORATION, LLC}, {PARTNERSHIP, SOLE}),
        ("Northwind (UK) Limited", {CORPORATION, LLC}, {PARTNERSHIP, SOLE}),
        ("Northwind Pty Ltd", {CORPORATION, LLC}, {PARTNERSHIP, SOLE}),
        ("Northwind Pte. Ltd.", {CORPORATION, LLC}, {SOLE}),
        ("Northwind Pvt. Ltd.", {CORPORATION, LLC}, {SOLE}),
        ("Northwind Sdn. Bhd.", {CORPORATION, LLC}, {SOLE}),
        ("Nordwind GmbH", {CORPORATION, LLC}, {PARTNERSHIP, SOLE}),
        ("Nordwind gGmbH", {CORPORATION, LLC, NON_PROFIT}, {SOLE}),
        ("Nordwind UG (haftungsbeschränkt)", {CORPORATION, LLC}, {SOLE}),
        ("Nordwind AG", {CORPORATION}, {PARTNERSHIP, SOLE}),
        ("Nordwind GmbH & Co. KG", {PARTNERSHIP}, {CORPORATION, SOLE}),
        ("Nordwind e.K.", {SOLE}, {CORPORATION, LLC}),
        ("Nordwind e.V.", {NON_PROFIT}, {CORPORATION, LLC}),
        ("Kovács János e.v.", {SOLE}, {CORPORATION, LLC}),
        ("Vent du Nord SARL", {CORPORATION, LLC}, {SOLE}),
        ("Noordenwind B.V.", {CORPORATION, LLC}, {SOLE}),
        ("Vento S.p.A.", {CORPORATION}, {SOLE}),
        ("Viento, S. de R.L. de C.V.", {CORPORATION, LLC}, {SOLE}),
        ("Viento S.A. de C.V.", {CORPORATION, LLC}, {SOLE}),
        ("Vento Norte Ltda.", {CORPORATION, LLC}, {SOLE}),
        ("Nordvind A/S", {CORPORATION}, {SOLE}),
        ("Nordvind ApS", {CORPORATION, LLC}, {SOLE}),
        ("Pohjoistuuli Oy", {CORPORATION, LLC}, {SOLE}),
        ("Põhjatuul OÜ", {CORPORATION, LLC}, {SOLE}),
        ("Wiatr sp. z o.o.", {CORPORATION, LLC}, {SOLE}),
        ("Vítr s.r.o.", {CORPORATION, LLC}, {SOLE}),
        ("PT Angin Utara", {CORPORATION, LLC}, set()),
        ("Harbor PT Associates LLP", {PARTNERSHIP}, {CORPORATION}),
        ("Lotus Nail & Spa", {SOLE, PARTNERSHIP}, set()),
        ("Rossi S.a.s.", {PARTNERSHIP}, {SOLE}),
        ('SIA "Ziemeļvējš"', {LLC}, set()),
        ("DUNAV SOFTVER DOO BEOGRAD", {LLC}, {SOLE}),
        ("Jugo d.o.o. za usluge", {LLC}, {SOLE}),
        ("Công ty TNHH Gió Bắc", {LLC}, {SOLE}),
        ("ห้างหุ้นส่วนจำกัด ลมเหนือ", {PARTNERSHIP}, {SOLE}),
        ("Βόρειος Άνεμος Ο.Ε.", {PARTNERSHIP}, {CORPORATION}),
        ("Βόρειος Άνεμος ΙΚΕ", {LLC}, {SOLE}),
        ("Северен вятър ЕООД", {LLC}, {SOLE}),
        ("ФОП Мельник", {SOLE}, {CORPORATION}),
        ("شركة الشمال ذات مسؤولية محدودة", {LLC}, {SOLE}),
        ("Viento Norte S.A.S. E.S.P.", {CORPORATION}, {SOLE}),
        ("Viento Norte S.A.B. de C.V.", {CORPORATION}, {SOLE}),
        ("Nordwind e.U.", {SOLE}, {LLC}),
        ("Northwind K.K.", {CORPORATION, LLC}, {SOLE}),
        ("株式会社ノースウィンド", {CORPORATION, LLC}, {SOLE}),
        ("北风科技有限公司", {CORPORATION, LLC}, {SOLE}),
        ("ООО «Север»", {CORPORATION, LLC}, {SOLE}),
        ("Ford Motor Company", set(BusinessType), set()),
    ],
)
def test_the_business_types_of_a_legal_form(
    name: str, fitting: set[BusinessType], unfitting: set[BusinessType]
) -> None:
    types = types_of(name)
    assert types >= fitting
    assert not types & unfitting


@pytest.mark.parametrize("name", ["Northwind", "City of Northwind", "Inc", "", "Incredible Foods"])
def test_a_name_without_a_legal_form(name: str) -> None:
    assert types_of(name) == frozenset()


def test_the_words_of_a_name_without_its_legal_forms() -> None:
    assert core_words("Northwind Robotics Pty. Ltd.") == ("northwind", "robotics")
    assert core_words("Nordwind GmbH & Co. KG") == ("nordwind",)
    assert core_words("PT Angin Utara Tbk") == ("angin", "utara")
