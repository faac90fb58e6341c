"""A region is the same region under each of its names, in any spelling; nothing else is taken for it."""

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.formats import regions
from trusthub_tui.profile.formats.address_data import country_data
from trusthub_tui.profile.formats.regions import find_region, folded, kind_of_unlisted, known_names, near
from trusthub_tui.profile.rules import address
from trusthub_tui.profile.rules.rule import Context

WITH_LIST = [country for country in COUNTRY_NAMES if regions.listed(country)]

SAME = {
    "AE": """
        Abu Dhabi = Abū Z̧aby, Abu Zabi, Emirate of Abu Dhabi, AZ, إمارة أبوظبي
        Dubai = Dubayy, دبي, إمارة دبي
        Sharjah = Ash Shāriqah, Al Shariqah, الشارقة | Ras al Khaimah = Ra’s al Khaymah, Ras Al-Khaimah
    """,
    "AM": "Gegharkunik = Geġark'unik', Gegharkunik Province | Yerevan = Erevan, Երևան, City of Yerevan",
    "AR": """
        Buenos Aires = Buenos Aires Province, Provincia de Buenos Aires, AR-B
        Ciudad Autónoma de Buenos Aires = Buenos Aires City, City of Buenos Aires, CABA, AR-C
    """,
    "AU": "NSW = New South Wales, N.S.W., AU-NSW, nsw | NT = Northern Territory",
    "BR": "SP = São Paulo, Sao Paulo, Estado de São Paulo, State of São Paulo, BR-SP",
    "CA": """
        QC = Québec, Quebec, Province of Quebec, CA-QC, Province de Québec
        NL = Newfoundland and Labrador
    """,
    "CN": """
        Guangdong Sheng = 广东, 广东省, 廣東, 廣東省, Guangdong, Guangdong Province, CN-GD, GD
        Guangxi Zhuangzuzizhiqu = Guangxi Zhuangzu Zizhiqu, Guangxi, 广西, 广西壮族自治区, 廣西壯族自治區
        Beijing Shi = 北京, Beijing, Beijing Municipality, CN-BJ
        Neimenggu Zizhiqu = Inner Mongolia, Nei Mongol
    """,
    "CO": "Bogotá = Distrito Capital de Bogotá, Bogotá (Distrito Capital), CO-DC",
    "EG": """
        Giza Governorate = Al Jīzah, الجيزة, محافظة الجيزة, Giza | Red Sea Governorate = Al Baḩr al Aḩmar
        Port Said Governorate = Būr Sa‘īd, Port Said, EG-PTS
    """,
    "ES": """
        Álava = Araba/Álava, Araba, Álava/Araba, Alava, ES-VI | Navarra = Nafarroa, Comunidad Foral de Navarra
        Lérida = Lleida [Lérida], Lleida, Lerida
        Islas Baleares = Illes Balears, Illes Balears [Islas Baleares]
        Alicante = Alacant/Alicante, Alacant
        Guipúzcoa = Gipuzkoa, ES-SS
        Valencia = València, Valencia/València
        Asturias = Asturias (Principado de), Principado de Asturias
        La Coruña = A Coruña, A Coruña [La Coruña]
    """,
    "FM": "FM = Pohnpei, Yap, Chuuk State, FM-KSA",
    "ID": "West Java = Jawa Barat, Provinsi Jawa Barat, ID-JB | Daerah Istimewa Yogyakarta = Yogyakarta",
    "IE": "Co. Cork = Cork, County Cork, Contae Chorcaí, Co Cork | Co. Laois = Laois, County Laois, IE-LS",
    "IN": """
        Odisha = Orissa, IN-OD, IN-OR, State of Odisha, ओड़िशा
        Telangana = Telangāna, IN-TS, तेलंगाना, తెలంగాణ
        Tamil Nadu = தமிழ்நாடு
        Kerala = കേരളം
    """,
    "IR": """
        Isfahan Province = Eşfahān, اصفهان, استان اصفهان, Ostan-e Isfahan | Tehran Province = تهران, Tehrān
    """,
    "IT": """
        MB = Monza e della Brianza, Monza e Brianza, Monza, Provincia di Monza e della Brianza, IT-MB
        AQ = L'Aquila, L’Aquila, L Aquila, Provincia dell'Aquila | AO = Valle d'Aosta, Aosta, Aoste
        BZ = Bolzano/Bozen, Bolzano, Bozen, Südtirol, Bolzano - Bozen
        MI = Milano, Città Metropolitana di Milano
    """,
    "JP": "Tokyo = 東京, 東京都, Tōkyō, Tokyo-to, Tokyo Prefecture, JP-13 | Hokkaido = 北海道, Hokkaidō",
    "KN": "St. Kitts = Saint Kitts, Christ Church Nichola Town | Nevis = Saint Thomas Lowland",
    "KR": """
        Seoul = 서울, 서울시, 서울특별시, Seoul-teukbyeolsi, Seoul City, KR-11 | Jeju-do = 제주, 제주도, Jeju
        Gangwon-do = 강원, 강원도, 강원특별자치도, Gangwon, Gangwon-teukbyeoljachido
    """,
    "MX": "Ciudad de México = CDMX, Mexico City, MX-CMX | Estado de México = México, State of Mexico",
    "MY": """
        Pulau Pinang = Penang, Negeri Pulau Pinang, MY-07
        Kuala Lumpur = WP Kuala Lumpur, 吉隆坡
        Pulau Pinang = 槟城
    """,
    "NG": "Federal Capital Territory = Abuja Federal Capital Territory, Abuja, NG-FC",
    "NI": "Región Autónoma de la Costa Caribe Norte = Costa Caribe Norte, NI-AN",
    "PE": "Municipalidad Metropolitana de Lima = Lima, PE-LMA | Callao = El Callao",
    "PH": "Zamboanga Sibuguey = Zamboanga Sibugay, PH-ZSI",
    "RU": """
        Sverdlovskaya oblast' = Sverdlovsk Oblast, Sverdlovskaya oblast, Sverdlovsk, Свердловская область
        Sverdlovskaya oblast' = Свердловская обл., Sverdlovsk Region, RU-SVE
        Krasnodarskiy kray = Krasnodar Krai, Krasnodar, Краснодарский край, Krasnodar Territory, RU-KDA
        Moskva = Moscow, Москва, г. Москва, City of Moscow, RU-MOW
        Moskovskaya oblast' = Moscow Oblast, Moscow Region, Moscow Province, Московская обл., RU-MOS
        Altayskiy kray = Altai Krai, Алтайский край, Altai Territory, RU-ALT
        Altay Republits = Altai Republic, Республика Алтай, Altay (Respublika), RU-AL
        Sakha (Yakutiya) Republits = Sakha, Республика Саха (Якутия), Saha (Respublika), RU-SA
        Sakha (Yakutiya) Republits = Республика Саха, Якутия
        Respublika Tatarstan = Tatarstan, Republic of Tatarstan, Татарстан
    """,
    "TH": """
        Chumpon = Chumphon, Chumphon Province, Changwat Chumphon, ชุมพร, จังหวัดชุมพร, จ.ชุมพร, TH-86
        Suphanburi = Suphan Buri, สุพรรณบุรี | Phang Nga = Phangnga | Phattalung = Phatthalung
        Chon Buri = Pattaya, Phatthaya, Chonburi | Bangkok = Krung Thep Maha Nakhon, กรุงเทพฯ
    """,
    "TR": "İstanbul = Istanbul, ISTANBUL, İstanbul ili, Istanbul Province, TR-34",
    "TW": "Hsinchu County = 新竹縣, 新竹县, TW-HSQ | Hsinchu City = 新竹市, TW-HSZ",
    "UA": """
        Poltavs'ka oblast = Poltava, Poltavska oblast, Poltava Oblast, Poltavs’ka oblast, Poltavska
        Poltavs'ka oblast = Полтавська область, Полтавська обл., Полтавская область, Полтава, UA-53
        Poltavs'ka oblast = ua-53, Poltava Region, UA53
        Poltavs'ka oblast = Poltavshchyna, POLTAVA, Poltavsʹka oblastʹ, Oblast of Poltava, Poltavsʼka obl.
        Kyiv city = Kyiv, Kiev, м. Київ, Київ, City of Kyiv, Киев, UA-30
        Kiev oblast = Kyiv Oblast, Kyivska oblast, Kyiv Region, Київська область, Киевская область, UA-32
        Crimea = Avtonomna Respublika Krym, Автономна Республіка Крим, UA-43
    """,
    "US": """
        HI = Hawaii, Hawaiʻi, Hawai'i, Hawai’i, Hawai‘i, Hawai`i, Hawaiʼi, Hawai i, State of Hawaii, US-HI, hi
        DC = District of Columbia, D.C., Washington, D.C. | NY = New York, New York State, NewYork, US-NY
        VI = Virgin Islands, Virgin Islands (U.S.) | MP = Northern Mariana Islands
    """,
    "VE": "Vargas = La Guaira, Estado La Guaira, Vargas State, VE-X",
    "VN": "Bình Dương = Tỉnh Bình Dương, Binh Duong Province, VN-57",
}
"""By country and by what is sent: other names of the same region; commas part them."""

NAMED = [
    (country, sent.strip(), name.strip())
    for country, lines in SAME.items()
    for entry in lines.replace("|", "\n").splitlines()
    for sent, _, names in [entry.partition("=")]
    for name in names.replace("Washington, D.C.", "Washington D.C.").split(",")
    if name.strip()
]


@table(("country", "sent", "name"), NAMED)
def test_a_region_is_the_same_under_each_of_its_names(country: str, sent: str, name: str) -> None:
    found = find_region(country, name)
    assert found
    assert found.value == sent


def findings(country: str, region: str) -> list[str]:
    answers = {paths.COUNTRY: country, paths.REGION: region}
    found = address.check(answers, Context())
    return [one.rule for one in found if one.path == paths.REGION and one.severity is not Severity.HINT]


@table("country", WITH_LIST)
def test_every_name_and_code_of_iso_and_cldr_is_taken_without_a_word(country: str) -> None:
    listed = regions.listed(country)
    for known in known_names(country):
        assert known.kind
        assert known.key in {"", *listed}
        for name in known.names:
            assert folded(name) == name
            assert findings(country, name) == [], name
            assert find_region(country, name) == listed.get(known.key), name
            assert known.key or kind_of_unlisted(country, name) == known.kind
        if known.key:
            assert find_region(country, f"{country}-{known.code}") == listed[known.key]


@table("country", WITH_LIST)
def test_every_name_of_the_postal_metadata_is_taken_without_a_word(country: str) -> None:
    for area in country_data(country).areas:
        for name in (area.key, *area.names):
            assert findings(country, name) == [], name


@table("country", WITH_LIST)
@table("words", ["{} Province", "Province of {}", "{} region", "Region of {}", "  {} ,"])
def test_every_region_is_found_with_a_word_for_its_level_too(country: str, words: str) -> None:
    for region in regions.listed(country).values():
        if not regions.levels(folded(region.label)):
            assert find_region(country, words.format(region.label)) == region, region


@table("country", WITH_LIST)
@table("made_up", ["Nowhereland", "Province of Atlantis", "Зурбаганская область", "Xyzzy"])
def test_a_made_up_region_is_told(country: str, made_up: str) -> None:
    assert find_region(country, made_up) is None
    assert len(findings(country, made_up)) == 1


ELSEWHERE = [
    ("Texas", "US"),
    ("Ontario", "CA"),
    ("Bavaria", ""),
    ("Île-de-France", ""),
    ("Kent", ""),
    ("広島", "JP"),
]


@table("country", WITH_LIST)
@table(("region", "home"), ELSEWHERE)
def test_a_region_of_another_country_is_told(country: str, region: str, home: str) -> None:
    assert bool(findings(country, region)) == (country != home)


@table(
    ("country", "slip", "meant"),
    [
        ("UA", "Poltva", "Poltavs'ka oblast"),
        ("UA", "Полтавска область", "Poltavs'ka oblast"),
        ("RU", "Sverdlovks Oblast", "Sverdlovskaya oblast'"),
        ("US", "Calfornia", "CA"),
        ("US", "Kalifornien", "CA"),
        ("CA", "Britsh Columbia", "BC"),
        ("TH", "Chumpohn", "Chumpon"),
        ("IT", "Monzza", "MB"),
        ("IN", "Karnatka", "Karnataka"),
        ("JP", "Hokaido", "Hokkaido"),
        ("BR", "San Paulo", "SP"),
    ],
)
def test_the_nearest_regions_are_named_for_a_slip(country: str, slip: str, meant: str) -> None:
    found = near(country, slip)
    assert found[0].value == meant
    assert len(found) <= 3
    told = list(address.check({paths.COUNTRY: country, paths.REGION: slip}, Context()))
    assert f"The nearest: {found[0].label}" in told[0].remedy


def test_nothing_is_near_what_is_like_no_region() -> None:
    assert near("US", "Xyzzyqwk") == ()
    told = list(address.check({paths.COUNTRY: "DZ", paths.REGION: "Xyzzy"}, Context()))
    assert told == [], "a country without a list takes any region"


@table(
    ("country", "typed"),
    [
        ("IT", "Lombardia"),
        ("ES", "Galicia"),
        ("ES", "Comunidad Valenciana"),
        ("IE", "Munster"),
        ("PH", "Calabarzon"),
    ],
)
def test_a_larger_area_is_a_hint(country: str, typed: str) -> None:
    told = list(address.check({paths.COUNTRY: country, paths.REGION: typed}, Context()))
    assert [(one.rule, one.severity) for one in told] == [("address.region-larger", Severity.HINT)]


@table("text", ["", " ", "'", "/", "()", "of", "province", "省", "จังหวัด", "도", "q/" * 100_000, "Ⅻ" * 999])
@table("country", ["US", "CN", "TH", "KR", "ES"])
def test_odd_texts_are_no_region(country: str, text: str) -> None:
    assert find_region(country, text) is None
    assert kind_of_unlisted(country, text) == ""


def test_choosers_find_a_region_by_its_other_names() -> None:
    poltava = find_region("UA", "Poltava")
    assert poltava
    assert {"poltava", "poltavska oblast", folded("Полтавська область")} <= set(poltava.aliases)
