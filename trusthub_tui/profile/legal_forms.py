"""Legal forms as they stand in the names of businesses, and the business types that go with them.

Twilio offers six business types to the whole world. A limited company (Ltd, GmbH, S.r.l.) may call itself a
corporation or a limited liability corporation: both are right. An LLC of the United States is no corporation,
and a corporation there is no LLC. A form that means different things in different countries goes with all of
them. Source: the company laws of the countries named beside each line, put together by us.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Final

from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.formats import normalize

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
    (_CORPORATE, "inc|incorporated|corp|corporation|pbc|public benefit corporation|ulc|chartered|chtd"),
    (_CORPORATE, "pc|professional corporation|professional association"),
    (_LIABILITY, "llc|pllc|l3c|lc|limited liability company|limited liability corporation|ltd liability co"),
    (_PARTNERS, "llp|lllp|lp|limited partnership|limited liability partnership|general partnership"),
    (_PARTNERS, "senc|sencrl|s e n c r l"),
    (_ANY, "co|company|and co|trust|na|fsb|national association|association|foundation|society|institute"),
    # Ltd in its many spellings: United Kingdom, Ireland, Commonwealth, East Asia
    (_LIMITED, "ltd|limited|ltee|limitee|pty|pte|pvt|sdn|private|plc|public limited company|cyf|ccc"),
    (_LIMITED, "cic|community interest company|npc|npo|uc|unlimited company"),
    (_LIMITED, "dac|designated activity company|clg|teoranta|teo|bhd|berhad|cc|opc"),
    # Gulf states and the Levant
    (_LIMITED, "fze|fzco|fzc|fz llc|dmcc|wll|bsc|psc|pjsc|jsc|spc|saoc|saog|sal|sae"),
    (_TRADER | _LIMITED, "est|establishment"),
    # Germany, Austria, Switzerland, Liechtenstein
    (_LIMITED, "gmbh|mbh|ggmbh|ug|gug|ug haftungsbeschrankt|gug haftungsbeschrankt|gesmbh|ges m b h"),
    (_LIMITED, "gesellschaft mit beschrankter haftung|flexco|ag|aktiengesellschaft|se|kgaa|anstalt|sagl"),
    (_PARTNERS, "kg|ohg|og|gbr|egbr|kommanditgesellschaft|offene handelsgesellschaft"),
    (_PARTNERS, "partg|partgmbb|partg mbb"),
    (_MEMBERS, "eg|eingetragene genossenschaft|genossenschaft"),
    (_CHARITY | _TRADER, "ev"),  # a society in Germany, a sole trader in Hungary
    (_CHARITY, "eingetragener verein|stiftung|verein"),
    (_TRADER, "ek|e u|e kfm|e kfr|eingetragener kaufmann|eingetragene kauffrau|einzelunternehmen"),
    # France, Belgium, Netherlands, Luxembourg
    (_LIMITED, "sarl|sarl s|sarl au|sarlau|suarl|eurl|sasu|sa|sca|selarl|selas|sprl|srl|bv|bvba|nv|gie"),
    (_LIMITED | _PARTNERS, "sas"),  # a company in France and Colombia, a partnership in Italy
    (_PARTNERS, "snc|sci|scm|scp|vof|cv|comm v|commv|maatschap"),
    (_MEMBERS, "scop|scrl|cvba|coop|co op|cooperative|co operative|coop ua|ua|cooperatie"),
    (_CHARITY, "asbl|vzw|aisbl|ivzw"),
    # Italy, Spain, Portugal, Latin America
    (_LIMITED, "s p a|srls|stp|sl|slu|sl unipersonal|slp|sau|sll|lda|limitada|unipessoal lda|ltda"),
    (_LIMITED, "eireli|eirl|sapi|saa|sac|saci|sa de cv|sab de cv|sapi de cv|sas de cv|s de rl|srl de cv"),
    (_LIMITED, "s de rl de cv|spr de rl de cv|sofom enr|cia ltda|c ltda"),
    (_LIMITED, "sociedad anonima|sociedad limitada|sociedade anonima|ltda me|ltda epp"),
    (_LIMITED, "sas esp|sa esp|sas bic|s a s bic|sa bic|sociedad por acciones simplificada"),
    (_PARTNERS, "s en c|sh|cb|s en c por a"),
    (_ANY, "spa|pa|ca|sc|ac|me|mei|epp"),  # forms, and words or states that names end with just as well
    (_CHARITY | _LIMITED, "onlus|aps"),
    (_MEMBERS, "s coop|sociedad cooperativa|societa cooperativa|soc coop|soc coop arl|soc coop a r l|scarl"),
    # Nordic and Baltic countries (A/S and ApS fold to "a s" and "aps")
    (_LIMITED, "ab|aktiebolag|as|asa|oy|oyj|oy ab|abp|ehf|hf|slhf|ou|uab|sia|publ|ab publ|ivs|amba|p s"),
    (_PARTNERS, "hb|handelsbolag|kommanditbolag|kb|ay|i s|k s|ans"),
    (_PARTNERS | _CHARITY, "ky|ks"),  # also Kentucky and Kansas
    (_CHARITY, "mtu|ry"),
    (_TRADER, "enkeltmandsvirksomhed|enskild firma|enkeltpersonforetak|fie|tmi|toiminimi"),
    # Central and south-east Europe, Türkiye
    (
        _LIMITED,
        "sp z oo|sp z o o|sp zoo|spolka z oo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|psa",
    ),
    (_LIMITED, "spolka akcyjna|sro|spol s r o|spolecnost s rucenim omezenym"),
    (_LIMITED, "spolocnost s rucenim obmedzenym|kft|nonprofit kft|korlatolt felelossegu tarsasag"),
    (_LIMITED, "zrt|nyrt|zartkoruen mukodo reszvenytarsasag"),
    (_LIMITED, "doo|jdoo|dooel|dd|ad|ead|ood|eood|shpk|sh p k|sh a|srl d|ike|epe|ae"),
    (_LIMITED, "ltd sti|sti|anonim sirketi|limited sirketi"),
    (_PARTNERS, "sp j|sp k|sp p|spolka jawna|spolka komandytowa|vos|bt|kkt|dno|oe|ee"),
    (_TRADER, "pfa|intreprindere individuala|obrt|s p"),
    # Greek and Cyrillic letters
    (_LIMITED, "αε|επε|ικε|μεπε|μονοπρόσωπη ικε|μονοπρόσωπη αε|ооо|оао|зао|пао|ао|тоо|тов|ат|прат|осоо|мчж"),
    (_LIMITED, "ад|еад|оод|еоод|доо|дооел"),
    (_PARTNERS, "οε|εε"),
    (_TRADER, "ет|ип|фоп"),
    # Russia and its neighbours, in Latin letters
    (_LIMITED, "ooo|oao|zao|pao|tov|too"),
    # Israel, Indonesia, Thailand, Japan, in Latin letters
    (_LIMITED, "bm|tbk|pcl|kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha|yk|yugen kaisha"),
)
"""The endings in small letters without dots; short ones also match letters apart, as in L.L.C."""

_BEGINNINGS: Final[tuple[tuple[Types, str], ...]] = (
    (
        _LIMITED,
        "ooo|oao|zao|pao|tov|sarl|sasu|eurl|societe anonyme|uab|ооо|оао|зао|пао|ао|тоо|тов|ат|прат|пп",
    ),
    (_LIMITED, "осоо|мчж|công ty tnhh một thành viên|cong ty tnhh mtv|cong ty tnhh|cong ty co phan"),
    (_TRADER, "ип|фоп"),
    # short ones that other names begin with too
    (_ANY, "pt|cv|sia|as|ab|mb|ou|vsi|kk|k k|too|sas|sci|snc"),
    (_ANY, "fundacion|fundacja|fondation|stichting|asociacion|corporacion|association|associazione"),
)
"""Forms that also stand before the name: Indonesia, Russia and its neighbours, Japan, France, the Baltic."""

_TELLING: Final = "gmbh ggmbh llc ltd pllc llp doo dooel srl sarl kft zrt sro ltda gesmbh snc доо ооо".split()
"""Forms that mean the same wherever they stand, as in DUNAV DOO BEOGRAD or Acme GmbH Deutschland."""

_OTHER_SCRIPTS: Final[tuple[tuple[Types, str], ...]] = (
    (_LIMITED, "株式会社|有限会社|合同会社|(株)|(有)|(同)|주식회사|유한회사|유한책임회사|(주)|(유)"),
    (_PARTNERS | _LIMITED, "弁護士法人|税理士法人|合伙企业|合資会社|合名会社"),
    (_LIMITED, "有限公司|有限责任公司|有限責任公司|股份公司"),
    (_CHARITY | _LIMITED, "医療法人"),
    (_CHARITY, "社団法人|財団法人|非営利活動法人|NPO法人|学校法人|宗教法人|社会福祉法人"),
    (_CHARITY, "사단법인|재단법인"),
    (_LIMITED, "בע\"מ|בע״מ|בע''מ|ש.מ.מ|ש.מ|ش.م|ذ.م.م|ش.ذ.م.م|م.م.ح|مسؤولية محدودة|المحدودة|مساهمة|المساهمة"),
    (_PARTNERS | _LIMITED, "ห้างหุ้นส่วน"),
    (_CHARITY, "มูลนิธิ|สมาคม"),
    (_LIMITED, "จำกัด|บริษัท"),
)
"""Forms that stand anywhere in a name, most of them without a space; the first that is there counts."""

_LONGEST: Final = 300
_MOST_WORDS: Final = 7


def _apart(form: str) -> str:
    """Return a folded form with the letters of its words apart, as L.L.C. folds; long ones as they are."""
    words = form.split()
    if any(len(word) > 5 for word in words):
        return form
    return " ".join(word if word == "de" else " ".join(word) for word in words)


def _table(forms: tuple[tuple[Types, str], ...]) -> dict[str, Types]:
    """Return the types by form; a form that is listed with its letters apart means just that."""
    listed: dict[str, Types] = {}
    apart: dict[str, Types] = {}
    for types, several in forms:
        for form in map(normalize.words, several.split("|")):
            listed[form] = listed.get(form, frozenset()) | types
            apart[_apart(form)] = apart.get(_apart(form), frozenset()) | types
    return {**apart, **listed}


@cache
def _by_ending() -> dict[str, Types]:
    return _table(_ENDINGS)


@cache
def _by_beginning() -> dict[str, Types]:
    return _table(_BEGINNINGS)


@cache
def _by_telling() -> dict[str, Types]:
    return {form: _by_ending()[form] for telling in _TELLING for form in (telling, _apart(telling))}


_BY_SIGN: Final = {sign: types for types, signs in _OTHER_SCRIPTS for sign in signs.split("|")}


@lru_cache(maxsize=256)
def types_of(name: str) -> Types:
    """Return the business types that go with the legal form in a name; none when no form is found in it."""
    words = normalize.words(name[:_LONGEST]).split()
    ending = _ending(words)
    if ending:
        return _by_ending()[" ".join(words[-ending:])]
    beginning = _beginning(words)
    if beginning:
        return _by_beginning()[" ".join(words[:beginning])]
    composed = unicodedata.normalize("NFKC", name[:_LONGEST])
    signs = (types for sign, types in _BY_SIGN.items() if sign in composed)
    return next(signs, None) or _within(words)


def _within(words: list[str]) -> Types:
    """Return the types of a telling form in the middle of a name, after the first word of it."""
    joined = f" {' '.join(words[1:])} "
    return next((types for form, types in _by_telling().items() if f" {form} " in joined), frozenset())


@lru_cache(maxsize=256)
def core_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without its legal forms."""
    words = normalize.words(name[:_LONGEST]).split()
    while ending := _ending(words):
        del words[-ending:]
    return tuple(words[_beginning(words) :])


def _ending(words: list[str]) -> int:
    """Return how many words at the end are a legal form; a name is never a form alone."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((count for count in range(longest, 0, -1) if " ".join(words[-count:]) in _by_ending()), 0)


def _beginning(words: list[str]) -> int:
    """Return how many words at the beginning are a legal form."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((count for count in range(longest, 0, -1) if " ".join(words[:count]) in _by_beginning()), 0)
