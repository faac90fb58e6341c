"""Legal forms as they stand in the names of businesses, and the business types that go with them.

Twilio offers six business types to the whole world. A limited company (Ltd, GmbH, S.r.l.) may call itself a
corporation or a limited liability corporation: both are right. An LLC of the United States is no corporation,
and a corporation there is no LLC. A form that means different things in different countries goes with all of
them. Source: the company laws of the countries named beside each line, put together by us.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.formats import folding

Types = frozenset[BusinessType]

_CORPORATION = BusinessType.CORPORATION
_LLC = BusinessType.LLC
_PARTNERSHIP = BusinessType.PARTNERSHIP
_COOPERATIVE = BusinessType.COOPERATIVE
_NON_PROFIT = BusinessType.NON_PROFIT
_SOLE = BusinessType.SOLE_PROPRIETORSHIP

_ANY: Final[Types] = frozenset(BusinessType)
_CORPORATE: Final[Types] = frozenset((_CORPORATION, _COOPERATIVE, _NON_PROFIT))
_LIABILITY: Final[Types] = frozenset((_LLC, _NON_PROFIT))
_LIMITED: Final[Types] = frozenset((_CORPORATION, _LLC, _COOPERATIVE, _NON_PROFIT))
_PARTNERS: Final[Types] = frozenset((_PARTNERSHIP, _LLC))
_MEMBERS: Final[Types] = frozenset((_COOPERATIVE, _CORPORATION, _NON_PROFIT))
_CHARITY: Final[Types] = frozenset((_NON_PROFIT,))
_TRADER: Final[Types] = frozenset((_SOLE,))

_ENDINGS: Final[tuple[tuple[Types, str], ...]] = (
    # United States and Canada
    (_CORPORATE, "inc|incorporated|corp|corporation|pbc|public benefit corporation|ulc"),
    (_CORPORATE, "pc|pa|professional corporation|professional association"),
    (_LIABILITY, "llc|pllc|limited liability company|limited liability corporation|ltd liability co"),
    (_PARTNERS, "llp|lllp|lp|limited partnership|limited liability partnership|general partnership"),
    (_ANY, "co|company|and co|trust|na|national association|association|foundation|society|institute"),
    # Ltd in its many spellings: United Kingdom, Ireland, Commonwealth, East Asia
    (_LIMITED, "ltd|limited|ltee|limitee|pty|pte|pvt|sdn|private|plc|public limited company|cyf|ccc"),
    (_LIMITED, "cic|community interest company"),
    (_LIMITED, "dac|designated activity company|clg|teoranta|teo|bhd|berhad|cc|opc"),
    # Gulf states
    (_LIMITED, "fze|fzco|fzc|fz llc|dmcc|wll|bsc|psc|pjsc|jsc"),
    # Germany, Austria, Switzerland, Liechtenstein
    (_LIMITED, "gmbh|mbh|ggmbh|ug|ug haftungsbeschrankt|gesellschaft mit beschrankter haftung|flexco"),
    (_LIMITED, "ag|aktiengesellschaft|se|kgaa|anstalt|sagl"),
    (_PARTNERS, "kg|ohg|gbr|egbr|kommanditgesellschaft|offene handelsgesellschaft|partg|partgmbb|partg mbb"),
    (_MEMBERS, "eg|eingetragene genossenschaft|genossenschaft"),
    (_CHARITY, "ev|eingetragener verein|stiftung|verein"),
    (_TRADER, "ek|e kfm|e kfr|eingetragener kaufmann|eingetragene kauffrau|einzelunternehmen"),
    # France, Belgium, Netherlands, Luxembourg
    (_LIMITED, "sarl|eurl|sas|sasu|sa|sca|selarl|sprl|srl|bv|bvba|nv"),
    (_PARTNERS, "snc|sci|scp|vof|comm v|maatschap"),
    (_MEMBERS, "scop|scrl|cvba|coop|co op|cooperative|co operative|coop ua|cooperatie"),
    (_CHARITY, "asbl|vzw|aisbl|ivzw"),
    # Italy, Spain, Portugal, Latin America
    (_LIMITED, "spa|srls|sl|slu|slp|sau|sll|sal|lda|limitada|unipessoal lda|ltda|eireli|sapi|saa|eirl"),
    (_LIMITED, "sa de cv|s a de c v|sab de cv|sapi de cv|s a p i de c v|s de rl de cv|s de r l de c v"),
    (_LIMITED, "s de rl|s de r l|cia ltda|sociedad anonima|sociedad limitada|sociedade anonima"),
    (_CHARITY | _LIMITED, "onlus|aps|ac"),
    (_MEMBERS, "s coop|sociedad cooperativa|soc coop|scarl"),
    # Nordic and Baltic countries (A/S and ApS fold to "a s" and "aps")
    (_LIMITED, "ab|aktiebolag|as|asa|oy|oyj|abp|ehf|hf|ou|uab|sia|publ|ivs"),
    (_PARTNERS, "hb|handelsbolag|kommanditbolag|kb|ky|ay|i s|k s|ans"),
    (_TRADER, "enkeltmandsvirksomhed|enskild firma|enkeltpersonforetak|fie|tmi|toiminimi"),
    # Central and south-east Europe, Türkiye
    (_LIMITED, "sp z oo|sp z o o|zoo|spolka akcyjna|psa|sro|kft|zrt|nyrt|doo|dd|ad|ead|ood|eood|ike|epe|ae"),
    (_LIMITED, "spol s r o|ltd sti|sti|anonim sirketi|limited sirketi"),
    (_PARTNERS, "sp j|sp k|spolka jawna|spolka komandytowa|vos|bt|oe|ee"),
    # Russia and its neighbours, in Latin letters
    (_LIMITED, "ooo|oao|zao|pao|tov|too"),
    # Israel, Indonesia, Thailand, Japan, in Latin letters
    (_LIMITED, "bm|tbk|pcl|kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha|yk|yugen kaisha"),
)
"""The endings in small letters without dots; short ones also match letters apart, as in L.L.C."""

_BEGINNINGS: Final = frozenset(
    ("pt", "ooo", "oao", "zao", "pao", "tov", "too", "kk", "k k", "sarl", "sas", "sasu", "eurl", "sci", "snc")
)
"""Forms that also stand before the name: Indonesia, Russia and its neighbours, Japan, France."""

_OTHER_SCRIPTS: Final[tuple[tuple[Types, str], ...]] = (
    (_LIMITED, "株式会社|有限会社|合同会社|(株)|(有)|(同)|주식회사|유한회사|(주)"),
    (_LIMITED, "有限公司|有限责任公司|有限責任公司|股份公司"),
    (_PARTNERS, "合資会社|合名会社|合伙企业"),
    (_CHARITY, "社団法人|財団法人|非営利活動法人"),
    (_LIMITED, 'בע"מ|בע״מ|ש.מ.מ|ش.م.م|ذ.م.م|ش.ذ.م.م'),
    (_LIMITED, "ООО|ОАО|ЗАО|ПАО|АО|ТОВ|ТОО|ЕООД|ООД|ЕАД|Α.Ε.|Ε.Π.Ε.|Ι.Κ.Ε.|จำกัด|บริษัท"),
)
"""Forms that stand anywhere in a name, most of them without a space."""

_LONGEST: Final = 300
_MOST_WORDS: Final = 7


def _spellings(ending: str) -> tuple[str, ...]:
    """Return an ending as it stands and, for letters such as LLC, with its letters apart."""
    return (ending, " ".join(ending)) if " " not in ending and len(ending) <= 5 else (ending,)


def _by_ending() -> dict[str, Types]:
    table: dict[str, Types] = {}
    for types, endings in _ENDINGS:
        for ending in endings.split("|"):
            for spelling in _spellings(ending):
                table[spelling] = table.get(spelling, frozenset()) | types
    return table


_BY_ENDING: Final = _by_ending()
_BY_SIGN: Final = {sign: types for types, signs in _OTHER_SCRIPTS for sign in signs.split("|")}


@lru_cache(maxsize=256)
def types_of(name: str) -> Types:
    """Return the business types that go with the legal form in a name; none when no form is found in it."""
    words = folding.words(name[:_LONGEST]).split()
    ending = _ending(words)
    if ending:
        return _BY_ENDING[" ".join(words[-ending:])]
    beginning = _beginning(words)
    if beginning:
        return _BY_ENDING.get(" ".join(words[:beginning]), _LIMITED)
    composed = unicodedata.normalize("NFKC", name[:_LONGEST])
    return next((types for sign, types in _BY_SIGN.items() if sign in composed), frozenset())


@lru_cache(maxsize=256)
def core_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without its legal forms."""
    words = folding.words(name[:_LONGEST]).split()
    while ending := _ending(words):
        del words[-ending:]
    return tuple(words[_beginning(words) :])


def _ending(words: list[str]) -> int:
    """Return how many words at the end are a legal form; a name is never a form alone."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((count for count in range(longest, 0, -1) if " ".join(words[-count:]) in _BY_ENDING), 0)


def _beginning(words: list[str]) -> int:
    """Return how many words at the beginning are a legal form."""
    return next(
        (count for count in (2, 1) if len(words) > count and " ".join(words[:count]) in _BEGINNINGS), 0
    )
