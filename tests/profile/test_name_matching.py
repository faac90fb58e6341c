"""When two names mean the same: people's, and a business's and its website's."""

import re

from tests.support.table import table
from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.legal_form_lists import EXAMPLES
from trusthub_tui.profile.legal_forms import core_words, examples, find, types_of
from trusthub_tui.profile.name_matching import Likeness, likeness, shares_a_word

CORPORATION, LLC, PARTNERSHIP = BusinessType.CORPORATION, BusinessType.LLC, BusinessType.PARTNERSHIP
COOPERATIVE, NON_PROFIT, SOLE = (
    BusinessType.COOPERATIVE,
    BusinessType.NON_PROFIT,
    BusinessType.SOLE_PROPRIETORSHIP,
)


@table(
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


@table(
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


@table(
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


@table(
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


@table(
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


@table(
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


REAL_FORMS = [
    ("DE", "Nordwind Versicherung VVaG", COOPERATIVE, SOLE),
    ("DE", "Nordwind Versicherungsverein a.G.", COOPERATIVE, SOLE),
    ("DE", "Nordwind Bildung gAG", NON_PROFIT, SOLE),
    ("DE", "Nordwind GmbH & Co. KGaA", PARTNERSHIP, SOLE),
    ("DE", "Nordwind InvAG", CORPORATION, SOLE),
    ("DE", "Bäckerei Nordwind eGbR", PARTNERSHIP, SOLE),
    ("AT", "Nordwind GesbR", PARTNERSHIP, SOLE),
    ("AT", "Tischlerei Nordwind EU", SOLE, CORPORATION),
    ("CH", "Nordwind Klg", PARTNERSHIP, SOLE),
    ("AU", "Northwind Gold NL", CORPORATION, SOLE),
    ("AU", "Northwind Proprietary", CORPORATION, SOLE),
    ("PL", "Wiatr S.K.A.", PARTNERSHIP, SOLE),
    ("PL", "Wiatr sp. z o.o. sp.k.", PARTNERSHIP, CORPORATION),
    ("PL", "Wiatr spółka jawna", PARTNERSHIP, SOLE),
    ("PL", "Wiatr s.j.", PARTNERSHIP, SOLE),
    ("PL", "Wiatr TUW", COOPERATIVE, SOLE),
    ("MC", "Vent du Nord S.A.M.", CORPORATION, SOLE),
    ("MC", "SAM Vent du Nord", CORPORATION, SOLE),
    ("AZ", "Şimal Küləyi MMC", LLC, SOLE),
    ("AZ", "Şimal Küləyi ASC", CORPORATION, SOLE),
    ("AZ", "Şimal Küləyi QSC", CORPORATION, SOLE),
    ("UZ", "Shimol Shamoli MChJ", LLC, SOLE),
    ("UZ", "«Shimol Shamoli» MCHJ QK", LLC, SOLE),
    ("UZ", "Shimol Shamoli AJ", CORPORATION, SOLE),
    ("GE", "შპს ჩრდილოეთის ქარი", LLC, SOLE),
    ("GE", "ჩრდილოეთის ქარი შპს", LLC, SOLE),
    ("GE", "სს ჩრდილოეთის ქარი", CORPORATION, SOLE),
    ("AM", "Հյուսիսային քամի ՍՊԸ", LLC, SOLE),
    ("AM", "Հյուսիսային քամի ՓԲԸ", CORPORATION, SOLE),
    ("KZ", "«Солтүстік жел» ЖШС", LLC, SOLE),
    ("BY", "ОДО «Северный ветер»", LLC, SOLE),
    ("BY", "ЧУП «Северный ветер»", LLC, PARTNERSHIP),
    ("UA", "ТДВ «Північний вітер»", LLC, SOLE),
    ("MN", "Хойд салхи ХХК", LLC, SOLE),
    ("RU", "АНО «Северный ветер»", NON_PROFIT, SOLE),
    ("SE", "Aktiebolaget Nordanvind", CORPORATION, SOLE),
    ("SE", "Handelsbolaget Nordanvind", PARTNERSHIP, CORPORATION),
    ("SE", "Brf Nordanvind", COOPERATIVE, SOLE),
    ("SE", "Nordanvind ek. för.", COOPERATIVE, SOLE),
    ("FI", "Pohjoistuuli osk", COOPERATIVE, SOLE),
    ("FI", "Osuuskunta Pohjoistuuli", COOPERATIVE, SOLE),
    ("FI", "Pohjoistuuli sr", NON_PROFIT, SOLE),
    ("FI", "Oy Pohjoistuuli", LLC, SOLE),
    ("FI", "Tmi Pohjoistuuli", SOLE, LLC),
    ("NO", "Nordavind SA", COOPERATIVE, SOLE),
    ("NO", "Nordavind DA", PARTNERSHIP, CORPORATION),
    ("NO", "Nordavind NUF", CORPORATION, SOLE),
    ("NO", "Nordavind ENK", SOLE, CORPORATION),
    ("DK", "Nordenvind S.M.B.A.", LLC, SOLE),
    ("DK", "Nordenvind I/S", PARTNERSHIP, SOLE),
    ("DK", "Nordenvind P/S", CORPORATION, SOLE),
    ("IS", "Norðanvindur slf.", PARTNERSHIP, SOLE),
    ("IS", "Norðanvindur ohf.", CORPORATION, SOLE),
    ("EE", "Põhjatuul TÜ", PARTNERSHIP, SOLE),
    ("EE", "Põhjatuul MTÜ", NON_PROFIT, SOLE),
    ("LV", "IK Ziemeļvējš", SOLE, CORPORATION),
    ("LT", "Šiaurys MB", LLC, SOLE),
    ("LT", "Šiaurio IĮ", SOLE, CORPORATION),
    ("HR", "Sjeverac k.d.", PARTNERSHIP, SOLE),
    ("HR", "Sjeverac j.t.d.", PARTNERSHIP, SOLE),
    ("SI", "Sever d.n.o.", PARTNERSHIP, SOLE),
    ("RS", "Severac o.d.", PARTNERSHIP, SOLE),
    ("MK", "Северец ДООЕЛ", LLC, SOLE),
    ("BG", "Северен вятър КД", PARTNERSHIP, SOLE),
    ("BG", "ET Петров", SOLE, LLC),
    ("HU", "Északi Szél Bt.", PARTNERSHIP, SOLE),
    ("HU", "Északi Szél Szövetkezet", COOPERATIVE, SOLE),
    ("CZ", "Severák z.s.", NON_PROFIT, CORPORATION),
    ("CZ", "Severák z.ú.", NON_PROFIT, CORPORATION),
    ("CZ", "Severák o.p.s.", NON_PROFIT, CORPORATION),
    ("CZ", "Severák družstvo", COOPERATIVE, SOLE),
    ("SK", "Severák j.s.a.", CORPORATION, SOLE),
    ("TR", "Poyraz Kom. Şti.", PARTNERSHIP, SOLE),
    ("TR", "Poyraz Kom. Şti.", CORPORATION, SOLE),
    ("TR", "Poyraz Kollektif Şirketi", PARTNERSHIP, SOLE),
    ("TR", "Poyraz Tarım Kooperatifi", COOPERATIVE, SOLE),
    ("GR", "Βόρειος Άνεμος ΚοινΣΕπ", COOPERATIVE, SOLE),
    ("GR", "Βόρειος Άνεμος Α.Ε.Β.Ε.", CORPORATION, SOLE),
    ("IE", "Northwind Global Funds ICAV", CORPORATION, SOLE),
    ("IE", "Northwind PULC", CORPORATION, SOLE),
    ("GB", "Northwind BenCom", COOPERATIVE, SOLE),
    ("GB", "Northwind CIO", NON_PROFIT, CORPORATION),
    ("LU", "Vent du Nord SICAV", CORPORATION, SOLE),
    ("LU", "Vent du Nord SCSp", PARTNERSHIP, SOLE),
    ("LU", "Vent du Nord S.e.c.s.", PARTNERSHIP, SOLE),
    ("BE", "Noorderwind CV", COOPERATIVE, SOLE),
    ("BE", "Noorderwind Comm.V", PARTNERSHIP, SOLE),
    ("BE", "Nordwind VoG", NON_PROFIT, CORPORATION),
    ("NL", "Noordenwind C.V.", PARTNERSHIP, CORPORATION),
    ("NL", "Noordenwind O.W.M.", COOPERATIVE, SOLE),
    ("NL", "Coöperatie Noordenwind U.A.", COOPERATIVE, SOLE),
    ("ID", "CV Angin Utara", PARTNERSHIP, SOLE),
    ("ID", "UD Angin Utara", SOLE, CORPORATION),
    ("ID", "Yayasan Angin Utara", NON_PROFIT, CORPORATION),
    ("ID", "Koperasi Angin Utara", COOPERATIVE, SOLE),
    ("FR", "GAEC du Vent du Nord", PARTNERSHIP, SOLE),
    ("FR", "Vent du Nord SCIC", COOPERATIVE, SOLE),
    ("FR", "Vent du Nord EI", SOLE, CORPORATION),
    ("IT", "Vento del Nord S.c.p.A.", CORPORATION, SOLE),
    ("IT", "Vento del Nord S.r.l. Società Benefit", LLC, SOLE),
    ("IT", "Rossi S.n.c. di Rossi Mario & C.", PARTNERSHIP, SOLE),
    ("IT", "Vento del Nord ETS", NON_PROFIT, CORPORATION),
    ("ES", "Viento Norte S.L.N.E.", LLC, SOLE),
    ("ES", "Viento Norte S.A.T.", PARTNERSHIP, SOLE),
    ("ES", "Viento Norte C.B.", PARTNERSHIP, CORPORATION),
    ("PT", "Vento Norte SGPS, S.A.", CORPORATION, SOLE),
    ("PT", "Vento Norte CRL", COOPERATIVE, SOLE),
    ("BR", "Vento Norte S/S Ltda", LLC, SOLE),
    ("MX", "Viento Norte S.A.P.I. de C.V., SOFOM, E.N.R.", CORPORATION, SOLE),
    ("MX", "Viento Norte I.A.P.", NON_PROFIT, CORPORATION),
    ("PE", "Viento Norte S.A.C.S.", CORPORATION, SOLE),
    ("AR", "Viento Norte S.C.S.", PARTNERSHIP, SOLE),
    ("PY", "Viento Norte E.A.S.", CORPORATION, SOLE),
    ("US", "Northwind Partners, Ltd.", PARTNERSHIP, SOLE),
    ("US", "Northwind, Ltd.", LLC, SOLE),
    ("US", "Northwind RLLP", PARTNERSHIP, CORPORATION),
    ("US", "Northwind Agricultural LCA", COOPERATIVE, SOLE),
    ("CA", "Vent du Nord, s.e.c.", PARTNERSHIP, CORPORATION),
    ("CA", "Avocats du Nord, S.R.L.", PARTNERSHIP, SOLE),
    ("AR", "Viento Norte S.C.p.A.", PARTNERSHIP, SOLE),
    ("JE", "Northwind SLP", PARTNERSHIP, CORPORATION),
    ("SI", "Sever k.d.d.", PARTNERSHIP, SOLE),
    ("CH", "Nordwind Kommandit-AG", PARTNERSHIP, SOLE),
    ("MK", "Северец ЈТД", PARTNERSHIP, CORPORATION),
    ("RO", "Vântul de Nord I.I.", SOLE, CORPORATION),
    ("KR", "Bukpung (Ju)", CORPORATION, SOLE),
    ("MX", "Viento Norte S.P.R. de R.L.", COOPERATIVE, SOLE),
    ("MY", "Northwind PLT", PARTNERSHIP, SOLE),
    ("NG", "Northwind Foundation Ltd/Gte", NON_PROFIT, SOLE),
    ("QA", "Northwind Q.P.S.C.", CORPORATION, SOLE),
    ("AE", "Northwind Trading L.L.C - S.P.C", LLC, SOLE),
    ("TH", "หจก. ลมเหนือ", PARTNERSHIP, SOLE),
    ("TH", "บจก. ลมเหนือ", CORPORATION, SOLE),
    ("VN", "CTCP Gió Bắc", CORPORATION, SOLE),
    ("IL", 'עמותת רוח צפון (ע"ר)', NON_PROFIT, CORPORATION),
    ("JP", "北風監査法人", PARTNERSHIP, SOLE),
    ("CN", "北风中心(有限合伙)", PARTNERSHIP, SOLE),
]


@table(("country", "name", "fitting", "unfitting"), REAL_FORMS)
def test_a_legal_form_is_known_in_its_country(
    country: str, name: str, fitting: BusinessType, unfitting: BusinessType
) -> None:
    types = types_of(name, country)
    assert fitting in types
    assert unfitting not in types


@table(
    ("country", "name"),
    [
        ("BE", "Noorderwind CV"),
        ("", "Noordenwind CV"),
        ("TR", "Poyraz Kom. Şti."),
        ("US", "Northwind Holdings, Ltd."),
        ("DE", "Nordwind SE & Co. KGaA"),
        ("PL", "Wiatr S.K.A."),
        ("CZ", "Severák s.p."),
    ],
)
def test_what_the_law_leaves_open_is_not_narrowed(country: str, name: str) -> None:
    assert len(types_of(name, country)) >= 2


@table(
    ("country", "name", "text", "usual"),
    [
        ("DE", "Nordwind GmbH", "GmbH", (LLC, CORPORATION)),
        ("DE", "Nordwind e.K.", "e.K.", (SOLE,)),
        ("US", "Northwind Robotics, L.L.C.", "L.L.C.", (LLC,)),
        ("US", "Northwind Robotics, Inc.", "Inc.", (CORPORATION,)),
        ("PL", "Wiatr sp. z o.o. sp.k.", "sp.k.", (PARTNERSHIP,)),
        ("SE", "Aktiebolaget Nordanvind", "Aktiebolaget", (LLC, CORPORATION)),
        ("DE", "Nordwind UG (haftungsbeschränkt)", "UG (haftungsbeschränkt)", (LLC, CORPORATION)),
        ("JP", "株式会社ノースウィンド", "株式会社", (LLC, CORPORATION)),
        ("RS", "DUNAV DOO BEOGRAD", "DOO", (LLC, CORPORATION)),
        ("DE", "Nordwind eG", "eG", (COOPERATIVE,)),
        ("DE", "Nordwind e.V.", "e.V.", (NON_PROFIT,)),
        ("FI", "Pohjoistuuli osk", "osk", (COOPERATIVE, LLC, CORPORATION)),
    ],
)
def test_a_form_is_told_as_it_stands_with_what_it_usually_is(
    country: str, name: str, text: str, usual: tuple[BusinessType, ...]
) -> None:
    found = find(name, country)
    assert found is not None
    assert (found.text, found.fit.usual) == (text, usual)


@table(
    ("country", "name"),
    [("NL", "Noordenwind NL"), ("US", "Northwind SAM"), ("US", "ET Consulting"), ("US", "Fitness Ctr")],
)
def test_letters_that_are_a_form_elsewhere_are_none_here(country: str, name: str) -> None:
    assert find(name, country) is None


def test_the_examples_of_a_country_are_its_own_legal_forms() -> None:
    assert examples("DE") == "GmbH, UG or AG"
    assert examples("US") == "Inc., LLC or Ltd."
    for country in EXAMPLES:
        for form in re.split(r", (?!\bLtd)| or ", examples(country)):
            assert types_of(f"Northwind {form}", country) or types_of(f"{form} Northwind", country), form


@table("name", ["Northwind", "City of Northwind", "Inc", "", "Incredible Foods"])
def test_a_name_without_a_legal_form(name: str) -> None:
    assert types_of(name) == frozenset()


def test_the_words_of_a_name_without_its_legal_forms() -> None:
    assert core_words("Northwind Robotics Pty. Ltd.") == ("northwind", "robotics")
    assert core_words("Nordwind GmbH & Co. KG") == ("nordwind",)
    assert core_words("PT Angin Utara Tbk") == ("angin", "utara")
