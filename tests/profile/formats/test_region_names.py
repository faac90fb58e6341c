"""Regions under the names people know them by, country by country."""

from tests.support.table import table
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.formats import regions
from trusthub_tui.profile.formats.region_names import further_names, is_young

USED = {
    "AE": """
        Dubai | Ras Al-Khaimah | RAK | Umm al-Quwain | Sharjah | الشارقة | دبي | أبوظبي | أبو ظبي |
        Abu Dhabi | Ajman | عجمان | Emirate of Dubai | Ras Al Khaimah
    """,
    "AR": """
        CABA | C.A.B.A. | Capital Federal | Provincia de Buenos Aires | Buenos Aires |
        Pcia. de Córdoba | Tierra del Fuego, Antártida e Islas del Atlántico Sur |
        Ciudad de Buenos Aires
    """,
    "AU": """
        N.S.W. | Vic | Qld | Tas | ACT | Victoria | New South Wales | W.A. | Western Australia |
        Northern Territory
    """,
    "BR": """
        São Paulo | Estado de São Paulo | sp | Distrito Federal | RJ
    """,
    "CA": """
        Quebec | PQ | Newfoundland | PEI | B.C. | P.E.I. | Colombie-Britannique | Ont. | Ontario |
        Newfoundland & Labrador | Newfoundland and Labrador | Yukon | NWT | Nouveau-Brunswick | Que.
    """,
    "CL": """
        RM | Región Metropolitana de Santiago | Metropolitana | Santiago | Bío Bío |
        Región de Valparaíso | Región del Biobío | Aysén | Magallanes | Región de Los Lagos |
        La Araucanía | O'Higgins | Libertador General Bernardo O'Higgins
    """,
    "CN": """
        Guangdong | 广东 | Beijing | 北京市 | 北京 | Inner Mongolia | Tibet | Xinjiang | 内蒙古 |
        内蒙古自治区 | Guangxi | 广西 | Guangdong Province | 上海 | Shanghai | 新疆
    """,
    "CO": """
        Bogotá D.C. | Bogota, D.C. | Distrito Capital | Valle | Valle del Cauca |
        Bogotá, Distrito Capital | San Andrés
    """,
    "EG": """
        Cairo | Giza | Alexandria | القاهرة | الجيزة | Al Qahirah | Menoufia | Monufia | Minya |
        Beheira | محافظة القاهرة | Sharqia | Red Sea
    """,
    "ES": """
        Coruña | A Coruña | La Coruna | Bizkaia | Gipuzkoa | Guipúzcoa | Illes Balears | Baleares |
        Alacant | València | Lleida | Gerona | Orense | Comunidad de Madrid | Tenerife | Castelló |
        Araba | Provincia de Sevilla | Santa Cruz de Tenerife | Nafarroa | Gran Canaria | Mallorca
    """,
    "HK": """
        HK Island | Hong Kong | HK | NT | New Territories | 香港島 | 香港 | 新界 | 九龍 | Kowloon | KLN |
        N.T.
    """,
    "ID": """
        Jawa Barat | Jawa Timur | Jakarta Raya | DKI | Daerah Khusus Ibukota Jakarta |
        Sumatera Utara | DI Yogyakarta | Yogyakarta | Kalimantan Timur | DKI Jakarta |
        Kepulauan Riau | NTB | Central Java
    """,
    "IE": """
        Dublin | County Dublin | Cork | Co Cork | co. kerry | Laois
    """,
    "IN": """
        UP | Orissa | Pondicherry | NCT of Delhi | New Delhi | TN | Tamilnadu | J&K | Maharastra |
        Telengana | Delhi NCR | KA | Chattisgarh | Daman and Diu
    """,
    "IT": """
        Roma | RM | Milano | MI | Reggio Emilia | Reggio nell'Emilia | Forlì-Cesena | FC |
        Monza e Brianza | MB | Sud Sardegna | SU | BT | BAT | Massa Carrara | Bolzano | Bozen |
        Rome | Milan | Florence | Firenze | Napoli | Naples | Provincia di Torino | Turin |
        Pesaro e Urbino | Verbano Cusio Ossola | Monza | Venice
    """,
    "JM": """
        St Andrew | Saint Andrew | St. Andrew | Kingston | St James | St. Ann
    """,
    "JP": """
        Tokyo-to | Tōkyō | Osaka-fu | Hokkaido | Hokkaidō | Kyoto Prefecture | 東京 | 大阪府 | 大阪 | 北海道 |
        Ōsaka | Kanagawa-ken
    """,
    "KR": """
        Seoul | 서울 | 서울시 | Gyeonggi | 경기도 | 경기 | 전북특별자치도 |
        강원특별자치도 | Jeju | 제주특별자치도 |
        부산광역시 | 부산 |
        Seoul Special City | Gyeonggi-do | Jeonbuk | 세종특별자치시
    """,
    "MX": """
        CDMX | Ciudad de Mexico | DF | D.F. | Distrito Federal | Edo. de México | Estado de México |
        México | EdoMex | NL | N.L. | Jal. | Jalisco | Michoacán de Ocampo |
        Veracruz de Ignacio de la Llave | Querétaro de Arteaga | Coahuila | Mexico City
    """,
    "MY": """
        Penang | WP Kuala Lumpur | Wilayah Persekutuan Kuala Lumpur | Malacca |
        Federal Territory of Kuala Lumpur | Johore | KL | W.P. Kuala Lumpur | N. Sembilan |
        Trengganu
    """,
    "NG": """
        FCT | Abuja | Lagos State | Ogun | Federal Capital Territory | FCT Abuja | Abuja FCT |
        Rivers State
    """,
    "PE": """
        Lima | Cusco | Lima Metropolitana | Provincia de Lima | Región Lima | Departamento de Lima |
        Áncash
    """,
    "PH": """
        NCR | National Capital Region | Metro Manila | Quezon | Davao de Oro |
        Cebu | Manila
    """,
    "RU": """
        Москва | г. Москва | Moscow | Московская область | St Petersburg | Санкт-Петербург |
        Saint Petersburg | Moscow Oblast | Татарстан | Республика Татарстан | Свердловская область |
        Свердловская обл.
    """,
    "TH": """
        Krung Thep | Bangkok Metropolis | Krung Thep Maha Nakhon | Chonburi | Buriram | Ayutthaya |
        Sisaket | จังหวัดชลบุรี | ชลบุรี | กรุงเทพ | กรุงเทพฯ | Phuket | Nakhon Ratchasima | Lopburi
    """,
    "TR": """
        Afyonkarahisar | İçel | Istanbul | ISTANBUL | İSTANBUL | Izmir | Sanliurfa | K. Maraş
    """,
    "TW": """
        臺北市 | 台北市 | Taipei | New Taipei | 新北市 | Taipei City | 台中市 | Hsinchu | Taichung | 桃園市 |
        Taoyuan
    """,
    "UA": """
        Kyiv | Київ | Київська область | м. Київ | Kharkivska oblast | Odesa | Odesa oblast |
        Lvivska oblast | Дніпропетровська область | Kyivska oblast | Одеська область | Kyiv oblast |
        Lviv | Lvivska | Kharkiv | Харківська | Харківська обл. | Одеська обл
    """,
    "US": """
        D.C. | DC | Washington DC | Washington, D.C. | Calif. | N.Y. | New York State | new york |
        Mass. | State of Texas | Tex. | District of Columbia | Puerto Rico | N. Carolina | Penn.
    """,
    "VE": """
        Distrito Capital | Miranda
    """,
    "VN": """
        TP. Hồ Chí Minh | TPHCM | TP.HCM | TP HCM | Thành phố Hồ Chí Minh | Hanoi | Ha Noi | HCMC |
        Saigon | Huế | Đà Nẵng | Da Nang | Danang | Thành phố Hà Nội | Tỉnh Bình Dương | Dak Lak
    """,
}
"""What people write where the country is known, parted by strokes."""

NAMES = [(country, name.strip()) for country, names in USED.items() for name in names.split("|")]


@table(("country", "name"), NAMES)
def test_a_region_is_found_under_the_name_people_use(country: str, name: str) -> None:
    assert regions.find_region(country, name)


@table(
    ("country", "name", "sent"),
    [
        ("US", "Washington DC", "DC"),
        ("US", "N.Y.", "NY"),
        ("CA", "B.C.", "BC"),
        ("CA", "PEI", "PE"),
        ("AU", "W.A.", "WA"),
        ("PE", "Lima", "Municipalidad Metropolitana de Lima"),
        ("AR", "Buenos Aires", "Buenos Aires"),
        ("AR", "CABA", "Ciudad Autónoma de Buenos Aires"),
        ("MX", "México", "Estado de México"),
        ("MX", "D.F.", "Ciudad de México"),
        ("UA", "Kyiv oblast", "Kiev oblast"),
        ("UA", "Київ", "Kyiv city"),
        ("RU", "Moscow Oblast", "Moskovskaya oblast'"),
        ("RU", "г. Москва", "Moskva"),
        ("CN", "广西", "Guangxi Zhuangzuzizhiqu"),
        ("TH", "จังหวัดชลบุรี", "Chon Buri"),
        ("HK", "香港", "Hong Kong Island"),
        ("IT", "Turin", "TO"),
        ("JM", "Saint Andrew", "St. Andrew"),
        ("KR", "전북특별자치도", "Jeollabuk-do"),
    ],
)
def test_it_is_the_right_one(country: str, name: str, sent: str) -> None:
    found = regions.find_region(country, name)
    assert found
    assert found.value == sent


@table("country", COUNTRY_NAMES)
def test_every_further_name_stands_for_a_region_of_the_metadata(country: str) -> None:
    for name, other in further_names(country):
        found = regions.find_region(country, name)
        assert found, name
        assert regions.find_region(country, other) == found, other


def test_a_province_younger_than_the_metadata_is_known_too() -> None:
    assert is_young("ID", "papua selatan")
    assert is_young("PH", " Maguindanao del Sur ")
    assert not is_young("ID", "Papua")
    assert not is_young("DE", "Papua Selatan")
    assert not is_young("ID", "")
