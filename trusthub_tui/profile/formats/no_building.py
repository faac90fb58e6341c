"""Lines of an address that name no building: somebody who passes mail on, or no place at all."""

import re
from functools import cache
from typing import Final

from trusthub_tui.profile import normalize

_CARE_OF: Final = re.compile(
    r"(?<![\w/])(?:c\s?/\s?o(?=[\s:.])|c/-(?=\s?\w)|℅|p/a(?=\s)|s/c(?= de\b)|a/c(?= de\b|:))"
    r"|(?:^|[,;]\s*)(?:care of\b|%\s*(?=[^\W\d])|per adresse\b|presso(?=\s)|(?-i:p\.\s?A\.)(?=\s))"
    r"|\b(?:aux bons soins de|a la attention de|aos cuidados de|al cuidado de)\b|様方|気付|转交|轉交",
    re.IGNORECASE,
)
_AGENT: Final = re.compile(
    r"\b(?:(?:registered|resident|statutory) agents?(?: inc| llc)?|c\.?\s?t\.? corporation(?: system)?"
    r"|corporation trust (?:center|company)|corporation service company|incorp services|cogency global"
    r"|legalinc corporate services|harvard business services|registered office services?|formation agents?"
    r"|company formations?)\b",
    re.IGNORECASE,
)
_SITE: Final = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\S+@\S+\.\w+"
    r"|[^\W\d_][\w-]{2,}(?:\.[\w-]+)*"
    r"\.(?:com|net|org|io|info|biz|app|dev|ai|shop|store|online|site|xyz|eu|co|(?:com?|net|org)\.[a-z]{2}"
    r"|de|fr|nl|uk|ca|us|ch|at|be|se|dk|pl|it|es)(?:/\S*)?",
    re.IGNORECASE,
)

_NOWHERE: Final = """
    remote | fully remote | remote only | remote first | 100 remote | all remote | remote company
    remote business | remote office | remote team | remote work | we are remote | work from home | wfh
    home | at home | home based | online | online only | online business | online store | internet
    internet only | web only | website | virtual | virtual only | virtual company | virtual business
    worldwide | global | nationwide | international | everywhere | anywhere | nomad | digital nomad
    same | same address | same as above | same as below | same as before | same as mailing
    same as mailing address | same as billing | same as billing address | same as business
    same as business address | same as registered | same as registered address | same as legal address
    same as shipping | same as shipping address | same as company | same as headquarters | same as hq
    same as physical | same as physical address | same as profile | same as website | same as on website
    as above | see above | see website | on website | on file | ditto | none | no address | no street
    no street address | no physical address | no office | no physical office | no location | nowhere
    not available | to be confirmed | tbc | pending | confidential | private
    wie oben | siehe oben | s o | dieselbe | gleiche adresse | homeoffice | home office | im homeoffice
    virtuell | keine | keine adresse | ortsunabhängig
    idem | comme ci dessus | voir ci dessus | même adresse | la même | en ligne | télétravail | à distance
    aucune | néant | sans adresse | igual | ídem | igual que arriba | la misma | el mismo | misma dirección
    la misma dirección | mismo domicilio | en línea | remoto | teletrabajo | ninguna | sin dirección
    no aplica | come sopra | stesso indirizzo | lo stesso | da remoto | nessuno | nessun indirizzo
    o mesmo | a mesma | mesmo endereço | sem endereço | nenhum | não se aplica | trabalho remoto
    zelfde | hetzelfde | zie boven | zelfde adres | thuis | geen | geen adres | jak wyżej | zdalnie | brak
    samma | samma som ovan | samme | samme som over | sama | hemma | на удаленке | удаленно | онлайн
    интернет | тот же | там же | нет адреса | 同上 | リモート | オンライン | 在宅 | 在宅勤務
    线上 | 線上 | 远程 | 遠端 | 온라인 | 재택 | 재택근무 | 위와 같음
"""
"""What people type where there is no place to name, in many languages."""


def care_of(text: str) -> str:
    """Return the words that hand mail to somebody else, such as ``c/o``; empty when there are none."""
    found = _CARE_OF.search(text[: normalize.LONGEST]) or _AGENT.search(text[: normalize.LONGEST])
    return found.group().strip(" ,;") if found else ""


def names_no_place(text: str) -> bool:
    """Whether a whole line is a web or e-mail address, or says ``remote`` or ``same as mailing``."""
    line = text[: normalize.LONGEST].strip()
    return bool(_SITE.fullmatch(line)) or normalize.words(line) in _nowhere()


@cache
def _nowhere() -> frozenset[str]:
    listed = (normalize.words(phrase) for line in _NOWHERE.splitlines() for phrase in line.split("|"))
    return frozenset(filter(None, listed))
