"""Choices are found by what people call them, the likeliest first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import normalize
from trusthub_tui.profile.choice_search import ranked, search
from trusthub_tui.profile.choices import BusinessType, Industry, JobPosition, RegistrationIdType
from trusthub_tui.profile.countries import COUNTRIES, FREQUENT, named
from trusthub_tui.profile.formats import nearest

EVERYDAY = {
    "AE": "Dubai | UAE | uae | U.A.E. | Emirates | The Emirates | الإمارات العربية المتحدة",
    "AT": "Österreich | osterreich | Autriche",
    "BE": "België | Belgique | Belgien",
    "BG": "България",
    "BY": "Belorussia | Беларусь",
    "CD": "DRC | DR Congo | Democratic Republic of the Congo | Zaire",
    "CG": "Republic of the Congo | Congo",
    "CH": "Schweiz | Suisse | Svizzera | Svizra | Swiss | ch",
    "CI": "Ivory Coast | Côte d'Ivoire | Cote d’Ivoire | cote d ivoire",
    "CN": "中国 | 中國 | PRC | People's Republic of China",
    "CV": "Cabo Verde",
    "CY": "Κύπρος | Kıbrıs",
    "CZ": "Czech Republic | Czechia | Česko | Česká republika | czech",
    "DE": "Deutschland | deutsch | germ | Allemagne | Alemania | Germania | Duitsland | DEU",
    "DK": "Danmark",
    "EE": "Eesti",
    "EG": "مصر",
    "ES": "España | espana | Spanien | Espagne",
    "FI": "Suomi",
    "GM": "The Gambia",
    "BS": "The Bahamas",
    "PF": "Tahiti",
    "SK": "Slovak Republic | Slovensko",
    "BL": "St. Barts",
    "GB": """
        UK | uk | U.K. | the UK | The United Kingdom | British | United Kingdom | Great Britain | Britain
        | England | Scotland | Wales | GBR
        | Northern Ireland | great brit | engl | Großbritannien | Royaume-Uni
    """,
    "GE": "საქართველო",
    "GR": "Ελλάδα | Hellas",
    "HK": "香港 | Hongkong | HK",
    "HR": "Hrvatska",
    "HU": "Magyarország",
    "IE": "Éire | Republic of Ireland | Ireland",
    "IL": "ישראל",
    "IN": "भारत | Bharat | in",
    "IR": "ایران | Persia",
    "IS": "Ísland",
    "IT": "Italia | Italien",
    "JP": "日本 | Nippon",
    "KP": "North Korea | DPRK",
    "KR": "Korea | South Korea | Republic of Korea | Korea, Republic of | 대한민국 | 한국",
    "LT": "Lietuva",
    "LV": "Latvija",
    "MK": "Macedonia | North Macedonia | FYROM | Северна Македонија",
    "MM": "Burma | Myanmar",
    "MO": "Macau | 澳門",
    "MX": "México | Mejico",
    "NL": "Holland | The Netherlands | Nederland | Niederlande | Pays-Bas",
    "NO": "Norge | Noreg",
    "NZ": "Aotearoa | N.Z.",
    "PH": "The Philippines | Pilipinas",
    "PL": "Polska",
    "PS": "Palestine",
    "RO": "România",
    "RS": "Србија | Srbija",
    "RU": "Россия | Russian Federation | росс",
    "SA": "KSA | السعودية | Saudi | المملكة العربية السعودية",
    "SE": "Sverige",
    "SZ": "Swaziland | Eswatini",
    "TH": "ไทย",
    "TL": "East Timor",
    "TR": "Türkiye | Turkey | turkiye | turk | Turkei",
    "TW": "台灣 | 臺灣 | 台湾 | R.O.C.",
    "TZ": "Tanzania, United Republic of",
    "UA": "Україна | Украина | ukr",
    "US": """
        USA | U.S.A. | us | US | U.S. | America | United States of America | the states | the US
        | The United States of America | American | amer | united
        | Vereinigte Staaten | Estados Unidos | États-Unis | 美国
    """,
    "VA": "Holy See",
    "VN": "Viet Nam | Việt Nam",
    "ZA": "RSA | Suid-Afrika | iNingizimu Afrika",
}
"""What people type for a country, parted by strokes; the country has to be the first that fits."""

TYPED = [(code, name.strip()) for code, names in EVERYDAY.items() for name in names.split("|")]


@table(("country", "typed"), TYPED)
def test_an_everyday_name_finds_its_country_first(country: str, typed: str) -> None:
    assert ranked(COUNTRIES, typed, FREQUENT)[0].value == country


def test_no_name_is_that_of_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in COUNTRIES:
        assert country.aliases
        for name in (normalize.name(country.value), normalize.name(country.label), *country.aliases):
            assert normalize.name(name) == name
            owners.setdefault(name, set()).add(country.value)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


@table(
    ("line", "country"),
    [
        ("United Kingdom", "GB"),
        ("England", "GB"),
        ("the U.S.A.", "US"),
        ("The Netherlands", "NL"),
        ("DEUTSCHLAND", "DE"),
        ("Republic of Korea", "KR"),
        ("日本", "JP"),
        ("GB", "GB"),
        ("Dubai", ""),
        ("Santo Domingo", ""),
        ("Atlantis", ""),
        ("united", ""),
        ("", ""),
    ],
)
def test_a_country_is_named_in_an_address_by_its_own_names_alone(line: str, country: str) -> None:
    assert named(line) == country


def test_every_country_is_first_under_its_own_name_and_code() -> None:
    find = search(COUNTRIES, FREQUENT)
    for country in COUNTRIES:
        for name in (country.label, country.value, country.aliases[0], country.aliases[-1]):
            assert find(name)[0] == country


def test_nothing_typed_offers_all_the_preferred_ones_first() -> None:
    offered = [country.value for country in ranked(COUNTRIES, " ", ("SE", "AR"))]
    assert offered[:3] == ["SE", "AR", "AF"]
    assert sorted(offered) == sorted(country.value for country in COUNTRIES)


def test_the_preferred_ones_go_before_others_that_fit_as_well_but_not_before_a_better_fit() -> None:
    assert [one.value for one in ranked(COUNTRIES, "united", ("US", "AE"))][:4] == ["US", "AE", "UM", "GB"]
    assert ranked(COUNTRIES, "us", ("AU", "AT"))[0].value == "US"


@table(
    ("options", "typed", "value"),
    [
        (BusinessType, "llc", "Limited Liability Corporation"),
        (BusinessType, "partner", "Partnership"),
        (Industry, "estate", "REAL_ESTATE"),
        (Industry, "food_and", "FOOD_AND_BEVERAGE"),
        (JobPosition, "counsel", "General Counsel"),
        (RegistrationIdType, "gst", ""),
    ],
)
def test_other_lists_are_searched_alike(options, typed: str, value: str) -> None:
    assert next((one.value for one in ranked(tuple(options), typed)), "") == value


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_may_be_looked_for(typed: str) -> None:
    assert set(ranked(COUNTRIES, typed)) <= set(COUNTRIES)
    assert set(nearest.options(typed, COUNTRIES)) <= set(COUNTRIES)
