"""Numbers of countries for which Twilio has no type of its own, recognised with ``python-stdnum``."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.formats.registration_kinds import EU

_LONGEST: Final = 32

_MODULES: Final = MappingProxyType(
    {
        "AD": "NRT=ad.nrt",
        "AL": "NIPT=al.nipt",
        "AR": "CUIT=ar.cuit",
        "AT": "Firmenbuchnummer=at.businessid, UID=at.uid",
        "AU": "ABN=au.abn, ACN=au.acn",
        "AZ": "VOEN=az.voen",
        "BE": "enterprise number=be.vat",
        "BG": "UIC=bg.vat",
        "BR": "CNPJ=br.cnpj",
        "BY": "UNP=by.unp",
        "CH": "UID=ch.uid, VAT number=ch.vat",
        "CL": "RUT=cl.rut",
        "CN": "unified social credit code=cn.uscc, registration number=cn.ric",
        "CO": "NIT=co.nit",
        "CR": "cédula jurídica=cr.cpj",
        "CY": "VAT number=cy.vat",
        "CZ": "IČO=cz.dic",
        "DE": "VAT number=de.vat, tax number=de.stnr",
        "DK": "CVR number=dk.cvr",
        "DO": "RNC=do.rnc",
        "DZ": "NIF=dz.nif",
        "EC": "RUC=ec.ruc",
        "EE": "registry code=ee.registrikood, VAT number=ee.kmkr",
        "EG": "tax number=eg.tn",
        "ES": "NIF=es.nif, CIF=es.cif",
        "FI": "Y-tunnus=fi.ytunnus, ALV number=fi.alv",
        "FO": "V-number=fo.vn",
        "FR": "SIREN=fr.siren, SIRET=fr.siret, TVA number=fr.tva",
        "GH": "TIN=gh.tin",
        "GN": "NIFp=gn.nifp",
        "GR": "VAT number=gr.vat",
        "GT": "NIT=gt.nit",
        "HR": "OIB=hr.oib",
        "HU": "tax number=hu.anum",
        "ID": "NPWP=id.npwp",
        "IE": "VAT number=ie.vat",
        "IN": "GSTIN=in_.gstin, PAN=in_.pan",
        "IS": "kennitala=is_.kennitala, VSK number=is_.vsk",
        "IT": "partita IVA=it.iva, codice fiscale=it.codicefiscale",
        "JP": "corporate number=jp.cn",
        "KE": "PIN=ke.pin",
        "KR": "business registration number=kr.brn",
        "LI": "PEID=li.peid",
        "LT": "VAT number=lt.pvm",
        "LU": "VAT number=lu.tva",
        "LV": "registration number=lv.pvn",
        "MA": "ICE=ma.ice",
        "MC": "TVA number=mc.tva",
        "MD": "IDNO=md.idno",
        "ME": "PIB=me.pib",
        "MK": "EDB=mk.edb",
        "MT": "VAT number=mt.vat",
        "MX": "RFC=mx.rfc",
        "MZ": "NUIT=mz.nuit",
        "NL": "BTW number=nl.btw, RSIN=nl.bsn",
        "NO": "organisation number=no.orgnr, MVA number=no.mva",
        "NZ": "IRD number=nz.ird",
        "PE": "RUC=pe.ruc",
        "PL": "NIP=pl.nip, REGON=pl.regon",
        "PT": "NIPC=pt.nif",
        "PY": "RUC=py.ruc",
        "RO": "CUI=ro.cui, trade register number=ro.onrc",
        "RS": "PIB=rs.pib",
        "RU": "INN=ru.inn, OGRN=ru.ogrn",
        "SE": "organisationsnummer=se.orgnr, VAT number=se.vat",
        "SG": "UEN=sg.uen",
        "SI": "registration number=si.maticna, tax number=si.ddv",
        "SK": "VAT number=sk.dph",
        "SM": "COE=sm.coe",
        "SN": "NINEA=sn.ninea",
        "SV": "NIT=sv.nit",
        "TH": "tax ID=th.tin",
        "TN": "matricule fiscal=tn.mf",
        "TR": "VKN=tr.vkn",
        "TW": "UBN=tw.ubn",
        "UA": "EDRPOU=ua.edrpou",
        "UY": "RUT=uy.rut",
        "VE": "RIF=ve.rif",
        "VN": "MST=vn.mst",
        "ZA": "tax number=za.tin",
    }
)
"""What the numbers of a country are called there, and the module that checks one."""

_PATTERNS: Final = MappingProxyType(
    {
        "AT": (("Firmenbuchnummer", r"(?:FN ?)?\d{1,6} ?[A-Z]"), ("ZVR number", r"\d{9,10}")),
        "CH": (("register number", r"CH-?\d{3}[. ]?\d[. ]?\d{3}[. ]?\d{3}-?\d"),),
        "CO": (("NIT", r"[89]\d{2}\.?\d{3}\.?\d{3}"),),
        "CY": (("HE number", r"(?:HE|ΗΕ) ?\d{1,6}"),),
        "DE": (
            (
                "Handelsregister number",
                r"(?:.{2,40} )?(?:HR ?[AB]|GNR|GSR|PR|VR)(?:[ .-]{0,2}N(?:R|O|UMMER))?[ .:-]{0,3}\d{1,6}"
                r"(?: ?[A-Z]{1,3})?(?:[ ,].{2,40})?",
            ),
        ),
        "EG": (("commercial register number", r"\d{3,6}"),),
        "FR": (("RNA number", r"W\d{9}"),),
        "GH": (("company number", r"[A-Z]{2}\d{9}"),),
        "GN": (("RCCM number", r"(?:RCCM ?)?GN[ ./-]?[A-Z]{2,4}[ ./-]?\d{4}[ ./-]?[A-Z][ ./-]?\d{1,6}"),),
        "GR": (("GEMI number", r"\d{12}"),),
        "HK": (
            ("business registration number", r"\d{8}(?:-\d{3}-\d{2}-\d{2}-\d)?"),
            ("company number", r"\d{7}"),
        ),
        "HR": (("MBS number", r"\d{9}"),),
        "HU": (("company number", r"\d{2}-\d{2}-\d{6}"),),
        "ID": (("NIB", r"\d{13}"), ("NPWP", r"\d{16}")),
        "IE": (("CRO number", r"\d{5,6}"),),
        "IN": (("LLPIN", r"[A-Z]{3}-?\d{4}"), ("CIN", r"[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}")),
        "IT": (("REA number", r"[A-Z]{2} ?-? ?\d{5,7}"),),
        "JP": (("company registration number", r"\d{4}-?\d{2}-?\d{6}"),),
        "KE": (
            (
                "company number",
                r"(?:PVT|PLC|LLP|CLG|BN)-[A-Z\d]{6,10}|C[ .]{0,2}\d{4,6}|CPR/\d{4}/\d{1,6}",
            ),
        ),
        "KR": (("corporate registration number", r"\d{6}-?\d{7}"),),
        "KZ": (("BIN", r"\d{3} ?\d{3} ?\d{3} ?\d{3}"),),
        "LI": (("register number", r"FL-?\d{4}[. ]\d{3}[. ]\d{3}-\d"),),
        "LT": (("legal entity code", r"\d{9}"),),
        "LU": (("RCS number", r"[A-J] ?\d{1,3}\.?\d{0,3}"),),
        "MA": (("RC number", r"\d{2,6}"), ("IF", r"\d{7,8}")),
        "MC": (("RCI number", r"\d{2} ?[SP] ?\d{4,5}"),),
        "MK": (("EMBS", r"\d{7}"),),
        "MT": (("company number", r"C ?\d{1,6}"),),
        "NL": (("KvK number", r"\d{8}"),),
        "NZ": (("NZBN", r"9429\d{9}"), ("company number", r"\d{1,7}")),
        "PL": (("KRS number", r"0\d{9}"),),
        "RS": (("registration number", r"\d{8}"),),
        "SA": (("commercial registration number", r"\d{10}"), ("VAT number", r"3\d{13}3")),
        "SK": (("IČO", r"\d{2} ?\d{3} ?\d{3}"),),
        "SN": (("RCCM number", r"(?:RCCM ?)?SN[ .-]?[A-Z]{2,4}[ .-]?\d{4}[ .-]?[A-Z][ .-]?\d{1,6}"),),
        "TR": (
            ("MERSIS number", r"\d{4}-?\d{4}-?\d{4}-?\d{4}"),
            ("trade register number", r"\d{3,6}(?:-\d)?"),
        ),
        "ZA": (("registration number", r"(?:19|20)\d\d ?/ ?\d{6} ?/ ?\d{2}|K(?:19|20)\d{8}"),),
    }
)
"""Register numbers that no module knows; formats as the registers print them."""

_WITHIN: Final = MappingProxyType(
    {
        "HU": re.compile(r"(\d{8})-?\d-?\d{2}"),
        "JP": re.compile(r"T(\d{13})"),
    }
)
"""Numbers with another inside that a module checks: the Hungarian tax number, the Japanese invoice number."""

_PADDED: Final = MappingProxyType({"nl.bsn": 9, "za.tin": 10})
"""How many digits a number has whose module takes shorter ones too."""

_OPEN: Final = frozenset({"AU", "IN"})
"""Countries where so many registers number businesses that one we do not know is no surprise."""

LATELY_WITHOUT_CHECK_DIGIT: Final = frozenset({("KR", "corporate registration number")})
"""Numbers whose check digit is said to be given up: in Korea, for companies registered since 31 January 2025.

That was reported, and could not be confirmed; so one that does not fit is a hint at most.
"""

_NOT_DIGITS: Final = re.compile(r"\D+")
_GLUED: Final = re.compile(r"(?<=[^\x00-\x7fÑ])(?=\d)|(?<=\d)(?=[^\x00-\x7fÑ])")
"""Where letters of another script, such as 法人番号 or ЕИК, touch the number they name."""

_MOST_WORDS: Final = 5
"""Words before or after a number that may name it, as in ``R.C.S. Paris B 552 008 443``."""


@dataclass(frozen=True, slots=True)
class National:
    """What a number of a country turned out to be."""

    kind: str
    """Its name there; empty when it looks like none of those we know."""
    fits: bool
    """Whether its check digits fit, as far as it has any."""
    computed: bool
    """Whether check digits told, so that separators do not matter."""
    bare: str
    """The number without the words around it, such as ``NIP:``."""
    names: tuple[str, ...] = ()
    """The names of the numbers we know in that country."""


def _weighed(number: str, *rows: str) -> bool:
    """Whether the last digit is the weighed sum of those before it, modulo 11.

    Where one row of weights gives ten, the next is taken; after the last row ten stands for zero.
    """
    for row in rows:
        rest = sum(int(digit) * int(weight, 12) for digit, weight in zip(number, row, strict=False)) % 11
        if rest < 10:
            break
    return rest % 10 == int(number[-1])


def _is_korean(number: str) -> bool:
    total = sum(int(digit) * (1, 2)[place % 2] for place, digit in enumerate(number[:-1]))
    return -total % 10 == int(number[-1])


@lru_cache(maxsize=512)
def look_up(country: str, text: str) -> National | None:
    """Return what a number is in a country; ``None`` where we know of no numbers there.

    ``text`` is in capitals, with its separators.
    """
    names = tuple(dict.fromkeys(name for name, _ in (*_modules(country), *_PATTERNS.get(country, ()))))
    if not names:
        return None
    spellings = tuple(without_words(text)) if len(text) <= _LONGEST * 3 else ()
    found = [_recognised(country, bare, names) for bare in spellings]
    best = next((one for one in found if one.fits), None) or next((one for one in found if one.kind), None)
    if best is None and country in _OPEN:
        return None
    return best or National("", fits=False, computed=False, bare=text, names=names)


def without_words(text: str) -> Iterator[str]:
    """Yield a text, then what is left of it without words before and after that have no digit in them."""
    yield text
    apart = _GLUED.sub(" ", text)
    if apart != text:
        yield apart
    words = apart.replace(":", " ").replace(",", " ").split()
    first = next((place for place, word in enumerate(words) if _has_digit(word)), len(words))
    last = next((place for place, word in enumerate(reversed(words)) if _has_digit(word)), 0)
    for end in range(len(words), max(len(words) - last, len(words) - _MOST_WORDS) - 1, -1):
        for start in range(min(first, _MOST_WORDS) + 1):
            if (start, end) != (0, len(words)) or ":" in text or "," in text:
                yield " ".join(words[start:end])


def _has_digit(word: str) -> bool:
    return any(map(str.isdecimal, word))


def _recognised(country: str, text: str, names: tuple[str, ...]) -> National:
    """Return what a text is that holds a number and nothing else."""
    latin = normalize.latin(text)
    mistyped = ""
    for name, pattern in _PATTERNS.get(country, ()):
        if re.fullmatch(pattern, latin):
            fits = _CHECKS.get((country, name), bool)(_NOT_DIGITS.sub("", latin))
            if fits:
                return National(name, fits=True, computed=False, bare=text, names=names)
            mistyped = name
    around = _WITHIN.get(country)
    inner = around.fullmatch(latin) if around else None
    number = inner[1] if inner else latin
    for name, module in _modules(country):
        verdict = checked(module, number) if _is_whole(module, number) else False
        if verdict is True:
            return National(name, fits=True, computed=not inner, bare=text, names=names)
        mistyped = mistyped or (name if verdict is None else "")
    return National(mistyped, fits=False, computed=False, bare=text, names=names)


def _is_whole(module: str, number: str) -> bool:
    """Whether a number has all its digits, where the module itself would put zeros in front."""
    return module not in _PADDED or sum(map(str.isdecimal, number)) == _PADDED[module]


@lru_cache(maxsize=1024)
def checked(module: str, text: str) -> bool | None:
    """Return whether a ``stdnum`` module accepts a number; ``None`` when only its check digits do not fit.

    Anything but a short text in plain characters is refused before the module sees it; a Mexican RFC may
    have an Ñ in it.
    """
    if (
        not (text.replace("Ñ", "") if module == "mx.rfc" else text).isascii()
        or not 1 <= len(text) <= _LONGEST
    ):
        return False
    try:
        import_module(f"stdnum.{module}").validate(text)
    except _mistyped():
        return None
    except ValueError:
        return False
    return True


_CHECKS: Final[MappingProxyType[tuple[str, str], Callable[[str], bool]]] = MappingProxyType(
    {
        ("KR", "corporate registration number"): _is_korean,
        ("KZ", "BIN"): lambda number: _weighed(number, "123456789AB", "3456789AB12"),
        ("LT", "legal entity code"): lambda number: _weighed(number, "12345678", "34567891"),
        ("NZ", "NZBN"): lambda number: checked("ean", number) is True,
        ("SK", "IČO"): lambda number: checked("cz.dic", number) is True,
    }
)
"""Check digits of the numbers known by their pattern alone, as far as the registers tell how they are made.

``number`` is its digits without anything else.
"""


def eu_vat(text: str) -> bool | None:
    """Return whether a compact text is a VAT number of the European Union; see :func:`checked`."""
    country = {"EL": "GR", "XI": "GB"}.get(text[:2], text[:2])
    return checked("eu.vat", text) if country in EU or text[:2] == "XI" else False


@cache
def _mistyped() -> type[Exception]:
    """Return what a module raises for a wrong check digit; importing it costs 35 ms, so a number does it."""
    from stdnum.exceptions import InvalidChecksum

    return InvalidChecksum


@cache
def _modules(country: str) -> tuple[tuple[str, str], ...]:
    return tuple(_pairs(_MODULES.get(country, "")))


def _pairs(listed: str) -> Iterator[tuple[str, str]]:
    for entry in filter(None, listed.split(", ")):
        name, _, module = entry.partition("=")
        yield name, module
