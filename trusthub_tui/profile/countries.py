"""The countries of ISO 3166-1 with the names people use. Source: Unicode CLDR, English.

Native names, and those in the most spoken languages, are in ``country_names.txt``, which is read when
somebody first looks for a country.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from trusthub_tui.profile import normalize

_NAMES: Final = """
AF Afghanistan
AX Åland Islands
AL Albania
DZ Algeria
AS American Samoa
AD Andorra
AO Angola
AI Anguilla
AQ Antarctica
AG Antigua and Barbuda
AR Argentina
AM Armenia
AW Aruba
AU Australia
AT Austria
AZ Azerbaijan
BS Bahamas
BH Bahrain
BD Bangladesh
BB Barbados
BY Belarus
BE Belgium
BZ Belize
BJ Benin
BM Bermuda
BT Bhutan
BO Bolivia
BA Bosnia and Herzegovina
BW Botswana
BV Bouvet Island
BR Brazil
IO British Indian Ocean Territory
VG British Virgin Islands
BN Brunei
BG Bulgaria
BF Burkina Faso
BI Burundi
KH Cambodia
CM Cameroon
CA Canada
CV Cape Verde
BQ Caribbean Netherlands
KY Cayman Islands
CF Central African Republic
TD Chad
CL Chile
CN China
CX Christmas Island
CC Cocos (Keeling) Islands
CO Colombia
KM Comoros
CG Congo (Brazzaville)
CD Congo (Kinshasa)
CK Cook Islands
CR Costa Rica
CI Côte d'Ivoire
HR Croatia
CU Cuba
CW Curaçao
CY Cyprus
CZ Czechia
DK Denmark
DJ Djibouti
DM Dominica
DO Dominican Republic
EC Ecuador
EG Egypt
SV El Salvador
GQ Equatorial Guinea
ER Eritrea
EE Estonia
SZ Eswatini
ET Ethiopia
FK Falkland Islands
FO Faroe Islands
FJ Fiji
FI Finland
FR France
GF French Guiana
PF French Polynesia
TF French Southern Territories
GA Gabon
GM Gambia
GE Georgia
DE Germany
GH Ghana
GI Gibraltar
GR Greece
GL Greenland
GD Grenada
GP Guadeloupe
GU Guam
GT Guatemala
GG Guernsey
GN Guinea
GW Guinea-Bissau
GY Guyana
HT Haiti
HM Heard and McDonald Islands
HN Honduras
HK Hong Kong
HU Hungary
IS Iceland
IN India
ID Indonesia
IR Iran
IQ Iraq
IE Ireland
IM Isle of Man
IL Israel
IT Italy
JM Jamaica
JP Japan
JE Jersey
JO Jordan
KZ Kazakhstan
KE Kenya
KI Kiribati
KW Kuwait
KG Kyrgyzstan
LA Laos
LV Latvia
LB Lebanon
LS Lesotho
LR Liberia
LY Libya
LI Liechtenstein
LT Lithuania
LU Luxembourg
MO Macao
MG Madagascar
MW Malawi
MY Malaysia
MV Maldives
ML Mali
MT Malta
MH Marshall Islands
MQ Martinique
MR Mauritania
MU Mauritius
YT Mayotte
MX Mexico
FM Micronesia
MD Moldova
MC Monaco
MN Mongolia
ME Montenegro
MS Montserrat
MA Morocco
MZ Mozambique
MM Myanmar (Burma)
NA Namibia
NR Nauru
NP Nepal
NL Netherlands
NC New Caledonia
NZ New Zealand
NI Nicaragua
NE Niger
NG Nigeria
NU Niue
NF Norfolk Island
KP North Korea
MK North Macedonia
MP Northern Mariana Islands
NO Norway
OM Oman
PK Pakistan
PW Palau
PS Palestinian Territories
PA Panama
PG Papua New Guinea
PY Paraguay
PE Peru
PH Philippines
PN Pitcairn Islands
PL Poland
PT Portugal
PR Puerto Rico
QA Qatar
RO Romania
RU Russia
RW Rwanda
RE Réunion
BL Saint Barthélemy
SH Saint Helena
KN Saint Kitts and Nevis
LC Saint Lucia
MF Saint Martin
PM Saint Pierre and Miquelon
VC Saint Vincent and Grenadines
WS Samoa
SM San Marino
SA Saudi Arabia
SN Senegal
RS Serbia
SC Seychelles
SL Sierra Leone
SG Singapore
SX Sint Maarten
SK Slovakia
SI Slovenia
SB Solomon Islands
SO Somalia
ZA South Africa
GS South Georgia and South Sandwich Islands
KR South Korea
SS South Sudan
ES Spain
LK Sri Lanka
SD Sudan
SR Suriname
SJ Svalbard and Jan Mayen
SE Sweden
CH Switzerland
SY Syria
ST São Tomé and Príncipe
TW Taiwan
TJ Tajikistan
TZ Tanzania
TH Thailand
TL Timor-Leste
TG Togo
TK Tokelau
TO Tonga
TT Trinidad and Tobago
TN Tunisia
TM Turkmenistan
TC Turks and Caicos Islands
TV Tuvalu
TR Türkiye
UM U.S. Outlying Islands
VI U.S. Virgin Islands
UG Uganda
UA Ukraine
AE United Arab Emirates
GB United Kingdom
US United States
UY Uruguay
UZ Uzbekistan
VU Vanuatu
VA Vatican City
VE Venezuela
VN Vietnam
WF Wallis and Futuna
EH Western Sahara
YE Yemen
ZM Zambia
ZW Zimbabwe
"""

_EVERYDAY: Final = MappingProxyType(
    {
        "AE": "UAE, Emirates",
        "AL": "Shqipëria",
        "AM": "Hayastan",
        "BA": "Bosnia, Herzegovina, BiH",
        "BG": "Bulgariya",
        "BL": "St Barts, St Barth, St Barthelemy",
        "BO": "Plurinational State of Bolivia",
        "BY": "Belorussia, White Russia",
        "CD": "DRC, DR Congo, Congo DRC, Democratic Republic of the Congo, Zaire, Congo Kinshasa",
        "CF": "CAR",
        "CG": "Congo, Republic of the Congo, Congo Republic, Republic of Congo, Congo Brazzaville",
        "CH": "Helvetia, Confoederatio Helvetica",
        "CI": "Ivory Coast",
        "CN": "PRC, Mainland China, People's Republic of China, 中國, 中华人民共和国, PR China, Zhongguo",
        "CV": "Cabo Verde",
        "CY": "Kypros",
        "CZ": "Czech Republic, Czech, Česká republika",
        "DE": "BRD, Federal Republic of Germany, Bundesrepublik Deutschland",
        "DO": "Rep Dominicana",
        "EG": "Misr, Arab Republic of Egypt",
        "FI": "Suomi",
        "FK": "Falklands, Malvinas, Islas Malvinas",
        "FM": "FSM, Federated States of Micronesia",
        "FO": "Faroes, Faeroe Islands",
        "FR": "French Republic",
        "GB": """
            UK, Great Britain, Britain, GB, England, Scotland, Wales, Northern Ireland, Cymru, Alba,
            Gran Bretagna, Gran Bretaña, Grande-Bretagne, Großbritannien, Inglaterra, Angleterre,
            Schottland, Écosse, Velká Británie, Wielka Brytania, Великобритания, 英国, イギリス, 영국,
            United Kingdom of Great Britain, Great Britain and Northern Ireland
        """,
        "GE": "Sakartvelo",
        "GR": "EL, Hellas, Hellenic Republic, Ellada",
        "HK": "HK, Hong Kong SAR, Hongkong, 香港",
        "IE": "Republic of Ireland, ROI, Éire",
        "IL": "State of Israel",
        "IN": "Bharat, Hindustan",
        "IR": "Persia, Islamic Republic of Iran",
        "IT": "Italian Republic",
        "JO": "Al Urdun",
        "JP": "Nippon, Nihon, 日本国",
        "KG": "Kyrgyz Republic, Kirghizia",
        "KN": "St Kitts, St Kitts and Nevis",
        "KP": "DPRK",
        "KR": "Korea, South Korea, ROK, Republic of Korea, Korea South, Hanguk, 한국, 남한, 韓国, 韩国",
        "LA": "Lao PDR, Lao",
        "LB": "Lubnan",
        "LC": "St Lucia",
        "LK": "Ceylon",
        "MD": "Republic of Moldova, Moldavia",
        "MF": "St Martin",
        "MK": "Macedonia, FYROM, FYR Macedonia, Republic of North Macedonia, Makedonija",
        "MM": "Burma, Myanmar",
        "MO": "Macau, Macao SAR, 澳門, 澳门",
        "MX": "Mejico, Estados Unidos Mexicanos",
        "NL": "Holland, Hollande, Holanda, Olanda, Niederlande",
        "NZ": "Aotearoa",
        "PG": "PNG",
        "PH": "Pilipinas",
        "PS": "Palestine, State of Palestine, Filastin",
        "PT": "Portuguese Republic",
        "RU": "Russian Federation, Rossiya, РФ, Российская Федерация, Rossija",
        "SA": "KSA, Saudi, المملكة العربية السعودية",
        "SH": "St Helena",
        "SK": "Slovak Republic",
        "SY": "Syrian Arab Republic, Suriyah",
        "SZ": "Swaziland",
        "TH": "Siam, Prathet Thai",
        "TL": "East Timor",
        "TR": "Turkey, Turkiye Cumhuriyeti",
        "TW": "Republic of China, ROC, Formosa, Chinese Taipei, 台湾, 臺灣, 台灣, 中華民國",
        "UA": "Ukraina, Ukrayina",
        "US": """
            USA, America, United States of America, States, Amerika, América, EE UU, EEUU, EUA,
            États-Unis d'Amérique, США, 美国, 美國, アメリカ, 米国, 미국
        """,
        "VA": "Holy See, Vatican",
        "VC": "St Vincent, St Vincent and the Grenadines",
        "VE": "Bolivarian Republic of Venezuela",
        "VG": "BVI",
        "VI": "USVI",
        "VN": "Viet Nam",
        "WS": "Western Samoa",
        "ZA": "RSA, Suid-Afrika, S. Africa",
    }
)
"""By country: what people call it every day, its abbreviations and its former names; England and the like are
written in its place. Put together by us."""

_LOOKED_FOR: Final = MappingProxyType(
    {
        "AE": "Dubai, Abu Dhabi",
        "CH": "Swiss",
        "CZ": "Bohemia",
        "DO": "Santo Domingo",
        "ES": "Canary Islands, Balearic Islands",
        "FR": "Corsica",
        "GB": "British, English, Scottish, Welsh, Ulster",
        "IT": "Sicily, Sardinia",
        "KN": "Nevis",
        "NL": "Dutch",
        "PF": "Tahiti",
        "PS": "West Bank, Gaza",
        "PT": "Azores, Madeira",
        "TR": "Turk, Turkish",
        "TT": "Trinidad, Tobago",
        "TZ": "Zanzibar, Tanganyika",
        "US": "American",
    }
)
"""By country: its people and parts of it, under which it is looked for but is not meant in an address."""

FREQUENT: Final = tuple("US CA GB AU DE FR NL ES IE IN SG JP".split())
"""Countries most businesses come from; where several fit what is typed, these go first. Our own judgement."""


class Country(NamedTuple):
    """A country as a chooser offers it."""

    value: str
    """Its two letters in ISO 3166-1."""
    label: str

    @property
    def note(self) -> str:
        """Its two letters again, for those who look for them."""
        return self.value

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names it is found under."""
        looked_for = _folded(_LOOKED_FOR.get(self.value, ""))
        return (*looked_for, *_names()[self.value])


COUNTRIES: Final = tuple(Country(line[:2], line[3:]) for line in _NAMES.strip().splitlines())

COUNTRY_NAMES: Final = {country.value: country.label for country in COUNTRIES}
"""Two-letter code to name."""

_WITH_ARTICLE: Final = frozenset(
    """
    AE AX BQ BS CC CD CF CG CK DO FK FO GB GM HM IM IO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI
    """.split()
)


def in_a_sentence(country: str) -> str:
    """Return a country's name as it stands inside a sentence: "the Netherlands", "Norway"."""
    name = COUNTRY_NAMES.get(country, country)
    return f"the {name}" if country in _WITH_ARTICLE else name


def named(text: str) -> str:
    """Return the two letters of the country that a text is the name or the code of; empty for none."""
    return _codes().get(normalize.without_article(text), "")


@cache
def _codes() -> Mapping[str, str]:
    own = {
        normalize.name(name): country.value
        for country in COUNTRIES
        for name in (country.label, country.value)
    }
    return {**{name: country for country, names in _names().items() for name in names}, **own}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Return all other names by country; reading them takes about 2 ms."""
    from importlib.resources import files  # slow to import, and needed only once somebody looks

    text = files("trusthub_tui.profile").joinpath("country_names.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {country: (*_folded(_EVERYDAY.get(country, "")), *names.split("|")) for country, names in rows}


def _folded(names: str) -> tuple[str, ...]:
    return tuple(normalize.name(name) for name in names.split(",") if name.strip())
