"""Reading answers of Twilio's API: a CustomerProfile, an Evaluation, a status callback, or a list of errors.

Source of the shapes: Twilio's API description of Trust Hub v1. Of an error only ``code`` is documented;
whatever else it says is kept as its words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.profile.status import Status
from trusthub_tui.trusthub.received.faults import Fault, reasons_of
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision
from trusthub_tui.trusthub.received.plain import small
from trusthub_tui.trusthub.received.sentences import sentences_in
from trusthub_tui.trusthub.received.sids import PROFILE_SID
from trusthub_tui.trusthub.received.telling import PASTE, contradiction, in_review

Object = Mapping[str, object]

_OBJECTS: Final = {
    "customer_profile_business_information": paths.BUSINESS,
    "customer_profile_address": paths.ADDRESS,
    **{representative: representative for representative in paths.REPRESENTATIVES},
}
"""Twilio's types of end users and documents, and the object here that holds their questions."""

_ADDRESS_SIDS: Final = "address_sids"
"""The one field of the address document: it stands for all parts of the address."""

_WORD_STARTS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST: Final = 200


def read_document(document: object) -> ReadDecision:
    """Return the decision in an answer of the API; raises :class:`NoDecision`."""
    if isinstance(document, Mapping):
        listed = _listed(document)
        document = document if listed is None else listed
    if not isinstance(document, list):
        return _of_object(document)
    if len(document) == 1 and isinstance(document[0], Mapping) and _stated(document[0]):
        return _of_object(document[0])
    if any(isinstance(one, Mapping) and _stated(one) for one in document):
        raise NoDecision(
            f"This is a list of {len(document)}, and each has a status of its own",
            "Paste only the one of this profile",
        )
    return _rejected(_of_errors(document))


def _listed(document: Object) -> list[object] | None:
    """Return what is on a page of a list; ``None`` for an object that is no page."""
    meta = document.get("meta")
    key = meta.get("key") if isinstance(meta, Mapping) else None
    listed = document.get(key) if isinstance(key, str) else None
    return listed if isinstance(listed, list) else None


def _stated(document: Object) -> bool:
    return "status" in document or "Status" in document


def _of_object(document: object) -> ReadDecision:
    if not isinstance(document, Mapping):
        raise NoDecision("This JSON is neither a profile nor an evaluation", PASTE)
    named = {_WORD_STARTS.sub("_", key).lower(): value for key, value in document.items()}
    status = named.get("status")
    if isinstance(status, int):
        raise NoDecision(
            "This is the API's answer to a request that did not succeed, not a profile",
            "Fetch the profile again and paste that answer",
        )
    if status is None and "errors" in named:
        return _rejected(_of_errors(named["errors"]), _sid(named))
    word = str(status or "").strip().lower().replace("_", "-")
    return _of_evaluation(named, word) if word in _EVALUATED else _of_profile(named, word)


_EVALUATED: Final = ("compliant", "noncompliant")


def _rejected(faults: Iterable[Fault], sid: str = "") -> ReadDecision:
    reasons = reasons_of(faults)
    if not reasons:
        raise NoDecision("This JSON holds no code and no status", PASTE)
    return ReadDecision(approved=False, reasons=reasons, sid=sid)


def _of_profile(named: Object, word: str) -> ReadDecision:
    _refuse_others(named)
    faults = (*_of_errors(named.get("errors")), *_of_errors(named.get("failure_reason")))
    match word:
        case Status.APPROVED if faults:
            raise contradiction()
        case Status.APPROVED:
            return ReadDecision(approved=True, sid=_sid(named))
        case Status.REJECTED:
            return ReadDecision(approved=False, reasons=reasons_of(faults), sid=_sid(named))
        case Status.PENDING_REVIEW | Status.IN_REVIEW:
            raise in_review()
        case Status.DRAFT:
            raise NoDecision(
                "This says the profile is a draft: it has not been submitted",
                "Submit it in the Twilio Console first",
            )
        case _:
            raise NoDecision("This JSON is neither a profile nor an evaluation", PASTE)


def _refuse_others(named: Object) -> None:
    """Raise ``NoDecision`` for things of Trust Hub that are no profile, but have a status too."""
    sid, url = named.get("sid"), named.get("url")
    if isinstance(url, str) and "/TrustProducts/" in url:
        raise NoDecision("This is the JSON of a trust product, not of a profile", PASTE)
    if isinstance(sid, str) and not PROFILE_SID.fullmatch(sid):
        raise NoDecision("This JSON has an SID that is not one of a profile", PASTE)


def _sid(named: Object) -> str:
    found = (named.get(name) for name in ("sid", "customer_profile_sid", "bundle_sid"))
    return next((sid for sid in found if isinstance(sid, str) and PROFILE_SID.fullmatch(sid)), "")


def _of_errors(errors: object) -> Iterator[Fault]:
    listed = errors if isinstance(errors, list) else [errors]
    for error in listed[:_MOST]:
        if isinstance(error, Mapping):
            yield from _of_error(error)
        elif (code := _code(error)) is not None:
            yield Fault(code)
        elif isinstance(error, str) and error.strip():
            yield from _of_words(error)


def _of_error(error: Object) -> Iterator[Fault]:
    code = _code(error.get("code", error.get("error_code")))
    told = tuple(
        text
        for name, text in error.items()
        if name not in ("code", "error_code") and isinstance(text, str) and "://" not in text
    )
    if code is not None:
        yield Fault(code, told)
    elif told:
        yield from _of_words(*told)


def _of_words(*words: str) -> Iterator[Fault]:
    """Yield the codes whose sentences these words are, or the words alone."""
    known = [sentence.code for text in words for sentence in sentences_in(small(text))]
    for code in known:
        yield Fault(code, words)
    if not known:
        yield Fault(NO_CODE, words, ())


def _code(value: object) -> int | None:
    """Return a code that is a number, or a text of one to six digits."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 6:
        value = int(value)
    return value if type(value) is int and 0 < value < 1_000_000 else None


def _of_evaluation(named: Object, word: str) -> ReadDecision:
    if word == "compliant":
        raise NoDecision(
            "This is an evaluation, and it is compliant: nothing is missing, but that is no approval",
            "Twilio decides after its review; paste its e-mail then, or the JSON of the profile",
        )
    results = named.get("results")
    faults = [
        fault
        for result in (results if isinstance(results, list) else [])[:_MOST]
        if isinstance(result, Mapping)
        for fault in _of_result(result)
    ]
    return ReadDecision(approved=False, reasons=reasons_of(faults), sid=_sid({**named, "sid": None}))


def _of_result(result: Object) -> Iterator[Fault]:
    """Yield what is wrong with one object: the object as a whole, or field by field."""
    held = _OBJECTS.get(_text(result, "object_type")) or _OBJECTS.get(_text(result, "requirement_name"), "")
    fields = [field for field in _list(result, "invalid") if isinstance(field, Mapping)][:_MOST]
    code = _code(result.get("error_code"))
    whole = code is not None or (len(fields) > 1 and not _list(result, "valid"))
    if result.get("passed") is False and (whole or not fields):
        codes = {_code(field.get("error_code")) for field in fields}
        only = codes.pop() if len(codes) == 1 else None
        told = _text(result, "failure_reason") or _text(result, "friendly_name")
        yield Fault(code or only or NO_CODE, (told,), tuple(_questions(held, "")))
        return
    for field in fields:
        path = tuple(_questions(held, _text(field, "object_field"))) if held else ()
        told = _text(field, "failure_reason") or ("" if path else _text(field, "friendly_name"))
        yield Fault(_code(field.get("error_code")) or code or NO_CODE, (told,), path)


def _questions(held: str, field: str) -> Iterator[str]:
    """Yield the questions of a field, or all of the object where it is not one of them."""
    path = f"{held}.{field}"
    if path in QUESTIONS:
        yield path
    elif held and field in ("", _ADDRESS_SIDS):
        yield from (question for question in QUESTIONS if paths.parent(question) == held)


def _text(holder: Object, name: str) -> str:
    text = holder.get(name)
    return text if isinstance(text, str) else ""


def _list(holder: Object, name: str) -> list[object]:
    listed = holder.get(name)
    return listed if isinstance(listed, list) else []
