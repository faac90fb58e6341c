"""The states, provinces... that a country lists, and which of them a text means.

A region is found under its names in the postal metadata, those of ``region_names``, and those that the
generated ``region_names.txt`` brings from ISO 3166-2 and CLDR; with and without the word for the level.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.formats.address_data import Area, country_data
from trusthub_tui.profile.formats.region_names import further_names

_SENT_AS_CODES: Final = frozenset({"US", "CA", "AU", "BR", "IT"})
"""Countries whose regions are sent by the postal service's code. Twilio asks for it in the US and Canada."""

US_TERRITORIES: Final = frozenset({"AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI"})
"""Countries in ISO 3166 that are a state to the US postal service, under the same two letters."""

_LEVELS: Final = MappingProxyType(
    {
        "area": """
            oblast oblasti obl oblys область обл обласць voblast region rayon reg region regione provincia
            province prov pcia provinsi provinz provincie ostan استان governorate gouvernorat muhafazah
            muhafazat muhafaza mohafazat محافظة marz մարզ changwat จ sheng tinh ili ken fu do to
            prefecture gobolka gobol
        """,
        "state": "state estado est edo negeri",
        "krai": "krai kray край territory territorio",
        "republic": "republic respublika republits республика республіка resp",
        "okrug": """
            okrug округ autonomous avtonomnyy avtonomnaya avtonomna autonoma autonomo автономный автономная
            автономна
        """,
        "city": """
            city ciudad cidade shi si город г м misto місто gorod thanh pho tp municipality metropolitan
            gwangyeoksi teukbyeolsi teukbyeoljachisi jikhalsi municipalidad metropolitana citta
        """,
        "county": "county co contae condado xian hsien",
        "department": "department departamento dept dpto depto dep",
        "district": "district distrito daerah khusus istimewa",
        "island": "island islands isla islas ilha ilhas",
        "parish": "parish",
        "emirate": "emirate imarat imara إمارة",
        "special": """
            zizhiqu zhuangzu huizu uygur uyghur weiwuer zhuangzuzizhiqu huizuzizhiqu weiwuerzizhiqu sar
            teukbyeoljachido principado foral comunidad community
        """,
        "": """
            the of de del della dello delle dei degli dell d l la di da dos das and y e va saint st
            el al ad an ar as ash at az
        """,
    }
)
"""Words for the level of a region by kind of level; those without a kind are left out as well."""

_LEVEL_OF: Final = {
    normalize.words(word): level for level, words in _LEVELS.items() for word in words.split()
}

_APOSTROPHES: Final = re.compile("['’‘ʻʼʽʹʾʿ`´ʺ\"ˈ′＇]")

_SAME: Final = str.maketrans(
    {
        **dict(zip("يىك", "ییک", strict=True)),
        **dict(zip("廣東雲貴遼寧陝蘇慶龍內", "广东云贵辽宁陕苏庆龙内", strict=True)),
        **dict(zip("灣門區維爾壯臺縣肅蘭蓮義園連島", "湾门区维尔壮台县肃兰莲义园连岛", strict=True)),
    }
)
"""Letters that make no difference: Arabic ones in Persian names, and both ways to write Chinese."""

_GLUED: Final = re.compile(
    "^จังหวัด|(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市县縣都府県道]$|(?:특별자치|특별|광역|직할)?[시도]$"
)
"""Words for the level in scripts that are written without spaces."""

_BETWEEN_NAMES: Final = re.compile(r"[/|\[\]()]| [-–] ")
"""What stands between two names of one region, as in Araba/Álava and Lleida [Lérida]."""

_FIRST_GLUED: Final = "\u0e00"
"""The first letter of these scripts."""

_SHORTEST_CODE: Final = 2
"""Letters of an ISO code that are told without their country, such as TX; a single one says too little."""

_LIKE: Final = 0.7
"""How much of two names must be the same, from 0 to 1, for one to be a slip of the other."""

_CLOSE_LOOKS: Final = 12
"""Names that are compared letter by letter; the others have too few pairs of letters in common."""


@dataclass(frozen=True, slots=True)
class ListedRegion:
    """A region as a chooser offers it."""

    country: str
    value: str
    """What Twilio is sent."""
    label: str
    note: str = ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names it is found under."""
        return _aliases(self.country)[self.value]


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What ISO 3166-2 and CLDR call one region, as ``region_names.txt`` keeps it."""

    key: str
    """The metadata's key; empty for what the country's list does not have."""
    code: str
    """The part of the ISO code after the dash."""
    kind: str
    """What kind of region it is, such as ``Province``."""
    names: tuple[str, ...]
    """As :func:`folded` writes them."""


@dataclass(frozen=True, slots=True)
class Index:
    """The regions of one country by everything they are called."""

    names: Mapping[str, ListedRegion]
    """Every name there is, folded."""
    cores: Mapping[str, tuple[ListedRegion, ...]]
    """Names without the words for the level, and without spaces. Two regions may share one, such as Altai."""
    levels: Mapping[str, set[str]]
    """The kinds of level that the names of a region have, by its value."""
    unlisted: Mapping[str, str]
    """Names that the list does not have, full and without the words for the level, and their kind."""


@cache
def listed(country: str) -> Mapping[str, ListedRegion]:
    """Return the regions of a country by the metadata's key; raises ``UnknownCountryError``.

    A native and a Latin name are one region. Empty where addresses have none, or none are listed.
    """
    data = country_data(country)
    if country in US_TERRITORIES:
        return MappingProxyType({country: ListedRegion(country, country, COUNTRY_NAMES[country], country)})
    if "S" not in data.parts:
        return MappingProxyType({})
    return MappingProxyType({area.key: _region(country, area) for area in data.areas})


@lru_cache(maxsize=2048)
def find_region(country: str, text: str) -> ListedRegion | None:
    """Return the listed region a text means by code, Latin or native name; ``None`` if there is none."""
    index = _index(country)
    if found := _found(index, text):
        return found
    parts = _BETWEEN_NAMES.split(text[: normalize.LONGEST])
    several = {_found(index, part) for part in parts if part.strip()}
    return several.pop() if len(several) == 1 else None


def _found(index: Index, text: str) -> ListedRegion | None:
    spellings = tuple(dict.fromkeys(_spellings(text)))
    full = next((index.names[spelling] for spelling in spellings if spelling in index.names), None)
    return full or next(filter(None, (by_core(index, spelling) for spelling in spellings)), None)


@lru_cache(maxsize=512)
def kind_of_unlisted(country: str, text: str) -> str:
    """Return what a text names that ISO 3166-2 knows but the country's list does not, such as ``Region``.

    Empty for anything else. These are larger or smaller areas, and provinces younger than the list.
    """
    unlisted = _index(country).unlisted
    return next((unlisted[one] for one in _spellings(text) if one in unlisted), "")


@lru_cache(maxsize=512)
def near(country: str, text: str, most: int = 3) -> tuple[ListedRegion, ...]:
    """Return the regions that somebody may have meant, best first; none where nothing is near."""
    index = _index(country)
    core = _core(folded(text))
    if core in index.cores:
        return index.cores[core][:most]
    wanted = _pairs(core)
    likely = sorted(index.cores, key=lambda name: -_in_common(wanted, _pairs(name)))[:_CLOSE_LOOKS]
    rated = [(SequenceMatcher(None, name, core).ratio(), name) for name in likely]
    good = sorted((one for one in rated if one[0] >= _LIKE), key=lambda one: -one[0])
    return tuple(dict.fromkeys(region for _, name in good for region in index.cores[name]))[:most]


def folded(text: str) -> str:
    """Return a name as it is compared: small letters without accents and apostrophes."""
    same = text if text.isascii() else text[: normalize.LONGEST].translate(_SAME)
    return normalize.name(_APOSTROPHES.sub("", same[: normalize.LONGEST]))


def known_names(country: str) -> Iterator[KnownNames]:
    """Yield what the generated table holds about the regions of a country."""
    text = files("trusthub_tui.profile.formats").joinpath("region_names.txt").read_text(encoding="utf-8")
    _, _, after = text.partition(f"\n[{country}]\n")
    for line in after.partition("\n[")[0].splitlines():
        key, code, kind, names = line.split("\t")
        yield KnownNames(key, code, kind, tuple(filter(None, names.split("|"))))


@cache
def _index(country: str) -> Index:
    return index_of(country, tuple(known_names(country)))


@cache
def _aliases(country: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, region in _index(country).names.items():
        found.setdefault(region.value, []).append(name)
    return {value: tuple(names) for value, names in found.items()}


def index_of(country: str, known: Iterable[KnownNames]) -> Index:
    """Return the regions of a country under every spelling; where one could mean two, the first wins.

    Names in the metadata go first, then those put together by us, then those of ``known``. Building it takes
    some milliseconds for the countries with the most regions.
    """
    building = _Builder(listed(country))
    building.add_metadata(country)
    named = {name: building.region_of(name) for name, _ in further_names(country)}
    for name, other in further_names(country):
        building.add(other, named[name])
    unlisted: dict[str, str] = {}
    for one in known:
        if one.key:
            building.add_known(country, one)
        else:
            unlisted |= {spelling: one.kind for name in one.names for spelling in (name, _core(name))}
    building.add_codes(country)
    return building.built(unlisted)


class _Builder:
    """Collects the names of a country's regions."""

    def __init__(self, regions: Mapping[str, ListedRegion]) -> None:
        self._regions = regions
        self._names: dict[str, ListedRegion] = {}
        self._cores: dict[str, dict[str, ListedRegion]] = {}
        self._levels: dict[str, set[str]] = {region.value: set() for region in regions.values()}

    def add(self, name: str, region: ListedRegion | None) -> None:
        """Let a name mean a region, unless it means another one already."""
        if region is not None:
            full, *shorter = _spellings(name)
            self._add_folded(full, region)
            for short in shorter:
                self._cores.setdefault(_core(short), {}).setdefault(region.value, region)

    def add_metadata(self, country: str) -> None:
        """Add the keys and names of the postal metadata."""
        areas = {area.key: area for area in country_data(country).areas}
        for key, region in self._regions.items():
            names = areas[key].names if key in areas else ()
            for name in dict.fromkeys((key, region.value, region.label, *names)):
                self.add(name, region)

    def add_known(self, country: str, known: KnownNames) -> None:
        """Add the names and codes of ISO 3166-2."""
        region = self._regions[known.key]
        self._levels[region.value] |= levels(folded(known.kind))
        for name in known.names:
            self._add_folded(name, region)
        self._add_code(country, known.code, region)

    def add_codes(self, country: str) -> None:
        """Add the ISO codes in the postal metadata, some of which are older than those of today."""
        for area in country_data(country).areas:
            if area.iso and area.key in self._regions:
                self._add_code(country, area.iso, self._regions[area.key])

    def region_of(self, name: str) -> ListedRegion | None:
        """Return the region a name means by now."""
        core = self._cores.get(_core(folded(name)), {})
        return self._names.get(folded(name)) or next(iter(core.values()), None)

    def built(self, unlisted: Mapping[str, str]) -> Index:
        """Return the regions that were collected."""
        return Index(
            self._names,
            {core: tuple(regions.values()) for core, regions in self._cores.items()},
            self._levels,
            unlisted,
        )

    def _add_code(self, country: str, code: str, region: ListedRegion) -> None:
        self._names.setdefault(folded(f"{country}-{code}"), region)
        self._names.setdefault(folded(f"{country}{code}"), region)
        if len(code) >= _SHORTEST_CODE and not code.isdecimal():
            self._names.setdefault(folded(code), region)

    def _add_folded(self, name: str, region: ListedRegion) -> None:
        self._names.setdefault(name, region)
        self._cores.setdefault(_core(name), {}).setdefault(region.value, region)
        self._levels[region.value] |= levels(name)


def _spellings(text: str) -> Iterator[str]:
    """Yield a name folded, then with apostrophes as spaces, then without a word that is glued to it."""
    cut = text[: normalize.LONGEST].strip()
    yield folded(cut)
    if _APOSTROPHES.search(cut):
        yield normalize.name(cut)
    if max(cut, default="") >= _FIRST_GLUED:
        yield folded(_GLUED.sub("", unicodedata.normalize("NFC", cut)))


def by_core(index: Index, spelling: str) -> ListedRegion | None:
    """Return the region that a name means without the word for its level, which tells two of a name apart."""
    alike = index.cores.get(_core(spelling), ())
    if len(alike) > 1:
        wanted = levels(spelling) or {"city"}
        alike = tuple(region for region in alike if index.levels[region.value] & wanted)
    if len(alike) > 1:
        plain = index.names.get(" ".join(word for word in spelling.split() if word not in _LEVEL_OF))
        alike = tuple(region for region in alike if region == plain)
    return alike[0] if len(alike) == 1 else None


def _core(name: str) -> str:
    """Return a folded name without words such as "province of", unless nothing else is left, nor spaces."""
    return "".join(word for word in name.split() if word not in _LEVEL_OF) or name.replace(" ", "")


def levels(name: str) -> set[str]:
    """Return the kinds of level that the words of a folded name tell."""
    return {level for word in name.split() if (level := _LEVEL_OF.get(word))}


def _pairs(name: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(f" {name} ")))


def _in_common(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / max(len(some), len(others))


def _region(country: str, area: Area) -> ListedRegion:
    label = _label(area)
    if country in _SENT_AS_CODES:
        return ListedRegion(country, area.key, label, area.key)
    return ListedRegion(country, label, label)


def _label(area: Area) -> str:
    latin = [name for name in (*area.names, area.key) if _is_latin(name)]
    name = latin[0] if latin else area.key
    whole_word = _is_latin(area.key) and len(area.key) > 4 and "." not in area.key
    return area.key if whole_word and ("&" in name or len(area.key) < len(name)) else name


def _is_latin(text: str) -> bool:
    return any("a" <= char <= "z" for char in normalize.words(text))
