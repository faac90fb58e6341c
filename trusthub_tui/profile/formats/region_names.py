"""Names under which people know a region that the postal metadata does not have.

Each entry is a name that :mod:`trusthub_tui.profile.formats.address` finds by itself, and further names for
the same region: abbreviations, English and local names, old and new ones. Provinces younger than the metadata
have no name there and are sent as typed. Source: common use in the countries, the traditional abbreviations
of the US and Canadian postal services, ISO 3166-2; put together by us.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import normalize

_FURTHER_NAMES: Final = MappingProxyType(
    {
        "AE": "Ras al Khaimah = RAK; Umm Al Quwain = UAQ; Abu Dhabi = أبوظبي, Abu Zabi, Abu Dabi",
        "AR": """
            Ciudad Autónoma de Buenos Aires = CABA, Capital Federal, Ciudad de Buenos Aires, Buenos Aires City
            Buenos Aires = Pcia de Buenos Aires, Bs As
            Tierra del Fuego = Tierra del Fuego Antártida e Islas del Atlántico Sur
        """,
        "CA": """
            NL = Newfoundland, Labrador, NFLD, NF; PE = PEI; QC = PQ, Que; ON = Ont
            BC = Colombie Britannique; AB = Alta; MB = Man; SK = Sask; NT = NWT
        """,
        "CL": "Región Metropolitana = Santiago, Metropolitana; Biobío = Bío Bío",
        "CN": """
            内蒙古自治区 = Inner Mongolia, Nei Mongol; 西藏自治区 = Tibet, Xizang; 新疆维吾尔自治区 = Xinjiang
            广西壮族自治区 = Guangxi; 宁夏回族自治区 = Ningxia
        """,
        "CO": """
            Bogotá = Bogotá D C, Bogotá DC, Distrito Capital, Bogotá Distrito Capital
            Valle del Cauca = Valle
            San Andrés y Providencia = San Andrés, San Andrés Providencia y Santa Catalina
        """,
        "EG": """
            Cairo = Al Qahirah; Giza = Al Jizah; Alexandria = Al Iskandariyah; Menofia = Menoufia, Monufia
            Menia = Minya, Menya; El Beheira = Beheira, Behera; Ash Sharqia = Sharqia; Qalyubia = Qalyoubia
            Dakahlia = Daqahliya; Gharbia = Gharbiya; Matrouh = Marsa Matruh; Faiyum = Fayoum
        """,
        "ES": """
            Islas Baleares = Baleares, Mallorca, Menorca, Ibiza; Girona = Gerona; Ourense = Orense
            Madrid = Comunidad de Madrid; Santa Cruz de Tenerife = Tenerife; Las Palmas = Gran Canaria
            Asturias = Principado de Asturias; Murcia = Región de Murcia; Navarra = Comunidad Foral de Navarra
        """,
        "HK": "Hong Kong Island = Hong Kong, HK, HK Island, HKI, 香港; Kowloon = KLN; New Territories = NT",
        "ID": """
            Jakarta = DKI, Jakarta Raya, Daerah Khusus Ibukota Jakarta, Daerah Khusus Jakarta
            Daerah Istimewa Yogyakarta = Yogyakarta, DI Yogyakarta, DIY
            West Nusa Tenggara = NTB; East Nusa Tenggara = NTT
        """,
        "IE": """
            Co. Carlow = Ceatharlach; Co. Cavan = An Cabhán; Co. Clare = An Clár; Co. Cork = Corcaigh, Chorcaí
            Co. Donegal = Dún na nGall, Dhún na nGall; Co. Dublin = Baile Átha Cliath, Bhaile Átha Cliath
            Co. Galway = Gaillimh, na Gaillimhe; Co. Kerry = Ciarraí, Chiarraí
            Co. Kildare = Cill Dara, Chill Dara
            Co. Kilkenny = Cill Chainnigh, Chill Chainnigh, Chill Chainnaigh
            Co. Laois = Leix
            Co. Leitrim = Liatroim, Liatroma; Co. Limerick = Luimneach, Luimnigh; Co. Longford = An Longfort
            Co. Louth = Lú; Co. Mayo = Maigh Eo, Mhaigh Eo; Co. Meath = An Mhí, na Mí
            Co. Monaghan = Muineachán, Mhuineacháin; Co. Offaly = Uíbh Fhailí
            Co. Roscommon = Ros Comáin; Co. Sligo = Sligeach, Shligigh
            Co. Tipperary = Tiobraid Árann, Thiobraid Árann; Co. Waterford = Port Láirge, Phort Láirge
            Co. Westmeath = An Iarmhí, na hIarmhí; Co. Wexford = Loch Garman
            Co. Wicklow = Cill Mhantáin, Chill Mhantáin
        """,
        "IN": """
            Odisha = Orissa; Puducherry = Pondicherry; Delhi = New Delhi, NCT of Delhi, Delhi NCR
            Tamil Nadu = Tamilnadu; Jammu and Kashmir = J K, J and K; Chhattisgarh = Chattisgarh
            Dadra and Nagar Haveli and Daman and Diu = Daman and Diu, Dadra and Nagar Haveli
            Maharashtra = Maharastra; Telangana = Telengana; Uttarakhand = Uttaranchal
            Tamil Nadu = தமிழ்நாடு, தமிழ் நாடு; Karnataka = ಕರ್ನಾಟಕ; Kerala = കേരളം; Gujarat = ગુજરાત
            Telangana = తెలంగాణ; Andhra Pradesh = ఆంధ్రప్రదేశ్, ఆంధ్ర ప్రదేశ్; West Bengal = পশ্চিমবঙ্গ
            Punjab = ਪੰਜਾਬ; Odisha = ଓଡ଼ିଶା; Assam = অসম; Tripura = ত্রিপুরা; Jharkhand = झारखंड
            Puducherry = புதுச்சேரி
        """,
        "IT": """
            Roma = Rome; Milano = Milan; Torino = Turin; Firenze = Florence; Napoli = Naples; Venezia = Venice
            Genova = Genoa; Bolzano = Bozen, Südtirol; AO = Aoste, Vallée d'Aoste
            RE = Reggio nell'Emilia, Reggio Emilia
            BT = BAT, Barletta Andria Trani; MB = Monza, Monza e Brianza; Padova = Padua; Siracusa = Syracuse
        """,
        "KR": """
            Seoul = 서울시, Seoul Special City; Busan = Pusan, 부산시; Incheon = 인천시; Daegu = 대구시
            전라북도 = 전북특별자치도, 전북, Jeonbuk, Jeonbuk State; 강원도 = 강원특별자치도, Gangwon State
            전라남도 = 전남, Jeonnam; 경상북도 = 경북, Gyeongbuk; 경상남도 = 경남, Gyeongnam
            충청북도 = 충북, Chungbuk; 충청남도 = 충남, Chungnam; 세종특별자치시 = 세종시, Sejong City
        """,
        "MX": """
            Ciudad de México = DF, Distrito Federal, Mexico City, México DF; Estado de México = México, Edomex
            Estado de México = Edo de México, Edo Mex; Nuevo León = NL; Michoacán = Michoacán de Ocampo
            Veracruz = Veracruz de Ignacio de la Llave; Querétaro = Querétaro de Arteaga
            Coahuila de Zaragoza = Coahuila; San Luis Potosí = SLP; Baja California = BC
        """,
        "MY": """
            Pulau Pinang = Penang; Melaka = Malacca; Johor = Johore; Negeri Sembilan = N Sembilan
            Terengganu = Trengganu
            Kuala Lumpur = KL, WP Kuala Lumpur, Wilayah Persekutuan, Wilayah Persekutuan Kuala Lumpur
            Kuala Lumpur = W P Kuala Lumpur, Federal Territory of Kuala Lumpur
            Putrajaya = WP Putrajaya, Wilayah Persekutuan Putrajaya
            Labuan = WP Labuan, Wilayah Persekutuan Labuan, 纳闽; Pulau Pinang = 槟城, 檳城
            Melaka = 马六甲, 馬六甲
            Kuala Lumpur = 吉隆坡; Selangor = 雪兰莪; Johor = 柔佛; Perak = 霹雳, 霹靂; Sabah = 沙巴
            Sarawak = 砂拉越
            Negeri Sembilan = 森美兰; Kedah = 吉打; Kelantan = 吉兰丹, 吉蘭丹; Terengganu = 登嘉楼, 登嘉樓
            Pahang = 彭亨
        """,
        "NG": "Federal Capital Territory = FCT, Abuja, FCT Abuja, Abuja FCT",
        "PE": """
            Municipalidad Metropolitana de Lima = Lima, Lima Metropolitana, Provincia de Lima
            Municipalidad Metropolitana de Lima = Departamento de Lima
            Gobierno Regional de Lima = Lima Provincias, Región Lima; Cuzco = Cusco
        """,
        "PH": """
            Metro Manila = NCR, National Capital Region, Manila; Compostela Valley = Davao de Oro
        """,
        "RU": """
            Москва = Moscow; Санкт-Петербург = St Petersburg, Saint Petersburg, С Петербург
            Московская область = Moscow Oblast, Moscow Region; Республика Татарстан = Татарстан, Tatarstan
            Республика Саха (Якутия) = Саха, Якутия, Yakutia; Республика Тыва = Тува, Tuva
            Республика Башкортостан = Башкортостан, Bashkortostan; Ленинградская область = Leningrad Oblast
        """,
        "TH": """
            Bangkok = Krung Thep, Krung Thep Maha Nakhon, Bangkok Metropolis, กรุงเทพ, กรุงเทพฯ, กทม
            Chon Buri = Chonburi; Buri Ram = Buriram; Phra Nakhon Si Ayutthaya = Ayutthaya
            Si Sa Ket = Sisaket; Lop Buri = Lopburi; Prachin Buri = Prachinburi; Nakhon Ratchasima = Korat
        """,
        "TR": "Afyon = Afyonkarahisar; Mersin = İçel; Kahramanmaraş = K Maraş; Şanlıurfa = Urfa",
        "TW": "Taipei City = 臺北市; Taichung City = 臺中市; Tainan City = 臺南市; Taitung County = 臺東縣",
        "UA": """
            місто Київ = Kyiv, Kiev, Київ, Киев; місто Севастополь = Sevastopol, Sebastopol
            Київська область = Kyivska, Kyiv oblast, Kiev oblast, Kyiv region, Киевская
            Львівська область = Lvivska, Львівська, Lviv, Lvov, Львовская, Львів
            Харківська область = Kharkivska, Харківська, Kharkiv, Kharkov, Харьковская, Харків
            Одеська область = Odesa, Odessa, Odeska, Одеська, Одесская, Одеса
            Дніпропетровська область = Dnipropetrovska, Dnipropetrovsk, Dnepropetrovsk, Dnipro, Dnipro oblast
            Дніпропетровська область = Днепропетровская, Дніпро; Сумська область = Sumy, Сумская, Суми
            Донецька область = Donetska, Donetsk, Донецкая, Донецьк; Луганська область = Luhansk, Lugansk
            Луганська область = Луганская, Луганськ; Полтавська область = Poltava, Полтавская, Полтава
            Вінницька область = Vinnytsia, Vinnytsya, Vinnitsa, Винницкая, Вінниця
            Волинська область = Volyn, Volhynia, Волынская, Волинь
            Рівненська область = Rivne, Rovno, Ровенская, Ровненская, Рівне
            Житомирська область = Zhytomyr, Zhitomir, Житомирская, Житомир
            Закарпатська область = Zakarpattia, Transcarpathia, Zakarpattya, Закарпатская, Закарпаття
            Запорізька область = Zaporizhzhia, Zaporizhia, Zaporozhye, Запорожская, Запоріжжя
            Івано-Франківська область = Ivano Frankivsk, Ivano Frankovsk, Ивано-Франковская, Івано-Франківськ
            Кіровоградська область = Kirovohrad, Kirovograd, Kropyvnytskyi, Кировоградская
            Миколаївська область = Mykolaiv, Mykolayiv, Nikolaev, Николаевская, Миколаїв
            Тернопільська область = Ternopil, Ternopol, Тернопольская, Тернопіль
            Херсонська область = Kherson, Херсонская, Херсон
            Хмельницька область = Khmelnytskyi, Khmelnytsky, Khmelnitsky, Хмельницкая, Хмельницький
            Черкаська область = Cherkasy, Cherkassy, Черкасская, Черкаси
            Чернівецька область = Chernivtsi, Chernovtsy, Черновицкая, Чернівці
            Чернігівська область = Chernihiv, Chernigov, Черниговская, Чернігів
            Автономна Республіка Крим = Crimea, Krym, Крым, Крим, АР Крим, AR Crimea
        """,
        "US": """
            DC = Washington DC, Washington D C; CA = Calif; MA = Mass; TX = Tex; PA = Penn, Penna
            NY = New York State; NC = N Carolina; SC = S Carolina
            ND = N Dakota; SD = S Dakota; IL = Ill; MI = Mich; MN = Minn
            WI = Wis, Wisc; FL = Fla; AZ = Ariz; CO = Colo; CT = Conn; OR = Ore, Oreg; WA = Wash
            TN = Tenn; AL = Ala; AR = Ark; KS = Kans; NE = Nebr; NV = Nev; OK = Okla; WV = W Virginia, W Va
        """,
        "VE": "Distrito Federal = Distrito Capital, Caracas",
        "VN": """
            Hồ Chí Minh = TP Hồ Chí Minh, TPHCM, TP HCM, HCMC, HCM, Saigon, Sài Gòn; Hà Nội = TP Hà Nội
            Thừa Thiên Huế = Huế, TP Huế; Đà Nẵng = Danang, TP Đà Nẵng
        """,
    }
)
"""By country: entries end with a line or a semicolon; further names follow the ``=``, parted by commas."""

_YOUNG: Final = MappingProxyType(
    {
        "ID": """
            Papua Selatan, Papua Tengah, Papua Pegunungan, Papua Barat Daya
            South Papua, Central Papua, Highland Papua, Southwest Papua
        """,
        "IT": "Gallura Nord-Est Sardegna, Ogliastra, Medio Campidano, Sulcis Iglesiente",
        "PH": "Maguindanao del Norte, Maguindanao del Sur",
    }
)
"""Provinces of 2022 and later, which were split off others."""


def is_young(country: str, text: str) -> bool:
    """Whether a text is the name of a province that the metadata does not know yet."""
    listed = _YOUNG.get(country, "").replace(",", "\n").splitlines()
    return bool(text.strip()) and normalize.words(text) in map(normalize.words, listed)


def further_names(country: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of a region's name in the metadata and another name for it."""
    for entry in _FURTHER_NAMES.get(country, "").replace(";", "\n").splitlines():
        name, _, others = entry.partition("=")
        yield from ((name.strip(), other.strip()) for other in others.split(",") if other.strip())
