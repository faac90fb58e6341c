"""Finding post office boxes and mail drops in an address, in the languages they are written in.

No library does this. The words are those of the postal services and of common abbreviations; an abbreviation
that also means something else counts only with a number after it, or only in the countries that use it.
"""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache
from typing import Final

from trusthub_tui.profile.formats import normalize


class MailDrop(Enum):
    """What stands in an address where a building should."""

    PO_BOX = "a PO box"
    PRIVATE_BOX = "a private mailbox"
    HELD = "mail kept at the post office"
    VIRTUAL = "a virtual office"


_ALWAYS: Final = {
    MailDrop.PO_BOX: """
        post office box | p o box | po box | pobox | p o b box | gpo box | g p o box | post office drawer
        postfach | grosspostfach | großpostfach | postschließfach | packstation
        postbus | antwoordnummer | boite postale | case postale
        apartado de correos | apartado postal | apartado aereo
         apdo de correos | apdo postal | casilla de correo
        casilla de correos | casilla postal | caixa postal | casella postale | skrytka pocztowa | skr poczt
        postovni prihradka | postova priehradka | postafiok | casuta postala | casutei postale
        пощенска кутия | абонентский ящик | почтовый ящик | абонентська скринька | поштова скринька
        ταχυδρομικη θυριδα | ταχ θυρ | postboks | postbox nr | postilokero | postholf
        pasta kastite | pasto dezute | abonentine dezute | postni predal | postanski pretinac | postanski fah
        postanski pregradak | posta kutusu | kutia postare | bosca poist | kotak pos | peti surat
        hom thu | hop thu buu dien
    """,
    MailDrop.PRIVATE_BOX: """
        private mailbox | private mail box | mail boxes etc | mailboxes etc | mail drop | maildrop | ups store
        the ups store
    """,
    MailDrop.HELD: """
        general delivery | poste restante | postlagernd | hauptpostlagernd | lista de correos | fermo posta
        fermoposta | posta restante | posta restant | до востребования
    """,
    MailDrop.VIRTUAL: "virtual office | virtuelles büro | oficina virtual | bureau virtuel",
}

_WITH_NUMBER: Final = {
    MailDrop.PO_BOX: """
        pob | p o b | postbox | post box | postal box | p box | po drawer | p o drawer | bp | b p
        | apdo | apartado
        postkast | lock box | mail box | а я | а с | п к | τ θ
        private bag | locked bag | private bag x | cmb | cmr
    """,
    MailDrop.PRIVATE_BOX: "pmb | p m b",
}

_WITH_NUMBER_IN: Final = {
    "AR BO CL EC PY UY": "casilla | cc | c c",
    "AT CH DE LI": "pf",
    "BR CA CH IT LI RO SM VA": "cp | c p",
    "BA HR ME MK RS SI": "pp | p p",
    "CO": "aa | a a",
    "CZ SK": "pp | p p",
    "EE": "pk | p k",
    "FI": "pl",
    "HU": "pf | p f",
    "LT": "pd | p d | ad | a d",
    "LV": "ak | a k | p k",
    "TR": "pk | p k",
}

_BARE_BOX_COUNTRIES: Final = frozenset({"AU", "CA", "GB", "IE", "JM", "KE", "NZ", "SE", "US", "VI", "ZA"})

_WITHOUT_SPACES: Final = (
    "私書箱",
    "郵便局留",
    "局留め",
    "信箱",
    "邮箱",
    "郵箱",
    "사서함",
    "ת ד",
    "תא דואר",
    "ص ب",
    "صندوق بريد",
    "صندوق البريد",
    "ตู้ ปณ",
    "ตู้ไปรษณีย์",
)


@lru_cache(maxsize=1024)
def find(text: str, country: str) -> MailDrop | None:
    """Return what kind of mail drop a line of an address names; ``None`` for a building.

    ``country`` is a two-letter code or empty. Only the first characters of a very long text are looked at.
    """
    folded = normalize.words(text)
    if not folded:
        return None
    for kind, pattern in _patterns():
        if pattern.search(folded):
            return kind
    if any(word in folded for word in _joined_words()):
        return MailDrop.PO_BOX
    local = _local_pattern(country)
    return MailDrop.PO_BOX if local and local.search(folded) else None


_NUMBER: Final = r" ?(?:n|no|nr|num|numero|number|x)? ?\d"


def _alternatives(phrases: str) -> str:
    listed = (normalize.words(phrase) for line in phrases.splitlines() for phrase in line.split("|"))
    return "|".join(re.escape(phrase) for phrase in sorted(filter(None, listed), key=len, reverse=True))


@cache
def _patterns() -> tuple[tuple[MailDrop, re.Pattern[str]], ...]:
    always = ((kind, rf"\b(?:{_alternatives(text)})\b") for kind, text in _ALWAYS.items())
    numbered = ((kind, rf"\b(?:{_alternatives(text)}){_NUMBER}") for kind, text in _WITH_NUMBER.items())
    glued = ((MailDrop.PO_BOX, rf"\b(?:po ?box|p o box|postfach|postbus|postboks){_NUMBER}"),)
    backwards = ((MailDrop.PO_BOX, r"\bbox ?\d+ p ?o\b"),)
    every: Iterable[tuple[MailDrop, str]] = (*numbered, *always, *glued, *backwards)
    return tuple((kind, re.compile(pattern)) for kind, pattern in every)


@cache
def _joined_words() -> tuple[str, ...]:
    return tuple(normalize.words(word) for word in _WITHOUT_SPACES)


@cache
def _local_pattern(country: str) -> re.Pattern[str] | None:
    phrases = [text for countries, text in _WITH_NUMBER_IN.items() if country in countries.split()]
    parts = [rf"\b(?:{_alternatives(' | '.join(phrases))}){_NUMBER}"] if phrases and country else []
    if country in _BARE_BOX_COUNTRIES:
        parts.append(rf"^box{_NUMBER}")
    return re.compile("|".join(parts)) if parts else None
