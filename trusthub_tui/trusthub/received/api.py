"""Reading answers of Twilio's API: a CustomerProfile, an Evaluation, a status callback, or a list of errors.

Source of the shapes: Twilio's API description of Trust Hub v1. Of an error only ``code`` is documented;
whatever else it says is kept as its words. The models take any key besides those they read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.profile.status import Status
from trusthub_tui.trusthub.received.outcome import (
    PASTE,
    CodedReason,
    Kind,
    NoDecision,
    ReadDecision,
    Subject,
    about,
    contradiction,
    in_review,
    reasons_of,
)
from trusthub_tui.trusthub.received.plain_text import small
from trusthub_tui.trusthub.received.sentences import sentences_in
from trusthub_tui.trusthub.received.sids import PROFILE_SID
from trusthub_tui.trusthub.received.subjects import is_of_a_profile, of_code, of_json

Object = Mapping[str, object]

_ADDRESS_SIDS: Final = "address_sids"
"""The one field of the address document: it stands for all parts of the address."""

_WORD_STARTS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST: Final = 200
_EVALUATED: Final = ("compliant", "noncompliant")
_NEITHER: Final = "This JSON is neither a profile nor an evaluation"


def _code(value: object) -> int | None:
    """Return a code that is a number, or a text of one to six digits."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 6:
        value = int(value)
    return value if type(value) is int and 0 < value < 1_000_000 else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _objects(value: object) -> list[Object]:
    return [one for one in value[:_MOST] if isinstance(one, Mapping)] if isinstance(value, list) else []


def _errors(value: object) -> list[object]:
    """Return errors as models want them: a code or a sentence alone becomes an object with nothing else."""
    listed = value if isinstance(value, list) else [value]
    return [
        one if isinstance(one, Mapping) else {"code": code} if (code := _code(one)) else {"message": one}
        for one in listed[:_MOST]
        if isinstance(one, Mapping) or _code(one) or (isinstance(one, str) and one.strip())
    ]


Code = Annotated[int | None, BeforeValidator(_code)]
Text = Annotated[str, BeforeValidator(_text)]


Model = TypeVar("Model", bound=BaseModel)


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Error(BaseModel):
    """One error of a profile: a code, and whatever else it says."""

    model_config = ConfigDict(frozen=True, extra="allow")

    code: Code = Field(None, validation_alias=AliasChoices("code", "error_code", "errorCode", "ErrorCode"))

    @property
    def words(self) -> tuple[str, ...]:
        """What it says besides its code; no addresses of pages."""
        said = (self.model_extra or {}).values()
        return tuple(text for text in said if isinstance(text, str) and "://" not in text)


Errors = Annotated[tuple[Error, ...], BeforeValidator(_errors)]


class Profile(_Read):
    """A CustomerProfile, or what Twilio posts to its status callback."""

    status: str
    sid: Text = ""
    customer_profile_sid: Text = ""
    bundle_sid: Text = ""
    resource_sid: Text = ""
    errors: Errors = ()
    error_codes: Errors = ()
    rejection_reasons: Errors = ()
    failure_reason: Errors = ()
    error_code: Code = None
    error_message: Text = ""

    @property
    def profile_sid(self) -> str:
        """The SID of the profile it is about, empty where it names none."""
        named = (self.sid, self.customer_profile_sid, self.bundle_sid, self.resource_sid)
        return next((sid for sid in named if PROFILE_SID.fullmatch(sid)), "")

    @property
    def all_errors(self) -> tuple[Error, ...]:
        """The errors under all the names that Twilio gives them."""
        own = {"code": self.error_code, "message": self.error_message}
        alone = (Error.model_validate(own),) if self.error_code or self.error_message else ()
        return (*self.errors, *self.error_codes, *self.rejection_reasons, *self.failure_reason, *alone)


class InvalidField(_Read):
    """A field that an evaluation found missing or not acceptable."""

    object_field: Text = ""
    friendly_name: Text = ""
    failure_reason: Text = ""
    error_code: Code = None


class Result(_Read):
    """What an evaluation says of one object."""

    object_type: Text = ""
    requirement_name: Text = ""
    friendly_name: Text = ""
    failure_reason: Text = ""
    error_code: Code = None
    passed: Annotated[
        bool | None, BeforeValidator(lambda value: value if value in (True, False) else None)
    ] = None
    valid: Annotated[
        tuple[object, ...], BeforeValidator(lambda value: value if isinstance(value, list) else [])
    ] = ()
    invalid: Annotated[tuple[InvalidField, ...], BeforeValidator(_objects)] = ()


class Evaluation(_Read):
    """An Evaluation: what is missing in a profile."""

    customer_profile_sid: Text = ""
    bundle_sid: Text = ""
    results: Annotated[tuple[Result, ...], BeforeValidator(_objects)] = ()

    @property
    def profile_sid(self) -> str:
        """The SID of the profile it is about, empty where it names none."""
        named = (self.customer_profile_sid, self.bundle_sid)
        return next((sid for sid in named if PROFILE_SID.fullmatch(sid)), "")


def read_document(document: object, known_sid: str = "") -> ReadDecision:
    """Return the decision in an answer of the API; raises :class:`NoDecision`.

    ``known_sid`` is the SID of the profile that a list is searched for.
    """
    if isinstance(document, Mapping):
        held = _held(document)
        document = document if held is None else held
    if isinstance(document, Mapping):
        return _of_object(_named(document))
    if not isinstance(document, list):
        raise NoDecision(_NEITHER, PASTE)
    objects = [_named(one) for one in document if isinstance(one, Mapping)]
    if any("status" in one for one in objects):
        return _of_object(_the_one(objects, known_sid))
    if objects and len(objects) == len(document):
        return _of_bare_errors(document, objects[0])
    return _of_scalars(document)


def _held(document: Object) -> object:
    """Return what is on a page of a list or in an envelope; ``None`` where the object is neither."""
    meta = document.get("meta")
    key = meta.get("key") if isinstance(meta, Mapping) else None
    listed = document.get(key) if isinstance(key, str) else None
    if isinstance(listed, list):
        return listed
    if "status" not in document and "Status" not in document:
        inner = [
            document.get(name) for name in ("data", "customer_profile", "customerProfile", "body", "results")
        ]
        return next((one for one in inner if isinstance(one, Mapping) or _objects(one)), None)
    return None


def _named(document: Object) -> dict[str, object]:
    return {_WORD_STARTS.sub("_", key).lower(): value for key, value in document.items()}


def _the_one(objects: list[dict[str, object]], known_sid: str) -> Object:
    """Return the entry of a list that is about this profile, or the only one that can be."""
    if known_sid:
        ours = [one for one in objects if known_sid in (one.get("sid"), one.get("customer_profile_sid"))]
        if ours:
            return max(ours, key=lambda one: str(one.get("date_updated") or one.get("date_created") or ""))
    possible = [one for one in objects if of_json(one) is None]
    if len(possible) == 1:
        return possible[0]
    if not possible:
        raise about(of_json(objects[0]) or Subject.OTHER)
    raise NoDecision(
        f"This is a list of {len(objects)}, and each has a status of its own",
        "Paste only the one of this profile, or enter the profile's SID first",
    )


def _of_bare_errors(document: list[object], first: Object) -> ReadDecision:
    subject = of_json(first)
    if subject is not None:
        raise about(subject)
    return _rejected(_validated(Profile, {"status": "", "errors": document}).errors)


def _of_scalars(document: list[object]) -> ReadDecision:
    codes = [_code(one) for one in document]
    if not codes or not all(code is not None and is_of_a_profile(code) for code in codes):
        raise NoDecision("This is a list, and not of codes that a profile is rejected for", PASTE)
    return ReadDecision(approved=False, reasons=reasons_of(CodedReason(code) for code in codes if code))


def _of_object(named: Object) -> ReadDecision:
    _refuse_others(named)
    status = named.get("status")
    if status is None and "errors" in named:
        errors = _validated(Profile, {**named, "status": ""})
        return _rejected(errors.errors, errors.profile_sid)
    if not isinstance(status, str):
        raise NoDecision(_NEITHER, PASTE)
    word = status.strip().lower().replace("_", "-").replace(" ", "-")
    if word in _EVALUATED:
        return _of_evaluation(_validated(Evaluation, named), word)
    return _of_profile(_validated(Profile, named), word)


def _refuse_others(named: Object) -> None:
    """Raise ``NoDecision`` for what failed, and for things that are no profile but have a status too."""
    status = named.get("status")
    failed = isinstance(status, int) or (isinstance(status, str) and status.isdecimal())
    if failed or ("more_info" in named and "code" in named):
        raise NoDecision(
            "This is the API's answer to a request that did not succeed, not a profile",
            "Fetch the profile again and paste that answer",
            Kind.FAILED_REQUEST,
        )
    if (subject := of_json(named)) is not None:
        raise about(subject)


def _validated(model: type[Model], named: Object) -> Model:
    try:
        return model.model_validate(named)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise NoDecision(f'This JSON has something unexpected in "{place}"', PASTE) from None


def _rejected(errors: Iterable[Error], sid: str = "") -> ReadDecision:
    """Return the rejection that errors alone stand for, if they can be those of a profile."""
    reasons = reasons_of(_reasons(errors))
    if not reasons:
        raise NoDecision("This JSON holds no code and no status", PASTE)
    foreign = [subject for one in reasons if (subject := of_code(one.code)) is not None]
    if foreign:
        raise about(foreign[0])
    if not any(is_of_a_profile(one.code) for one in reasons):
        raise NoDecision("This JSON holds errors, but none that a profile is rejected for", PASTE)
    return ReadDecision(approved=False, reasons=reasons, sid=sid)


def _of_profile(profile: Profile, word: str) -> ReadDecision:
    errors = tuple(_reasons(profile.all_errors))
    match word:
        case Status.APPROVED if errors:
            raise contradiction()
        case Status.APPROVED:
            return ReadDecision(approved=True, sid=profile.profile_sid)
        case Status.REJECTED:
            return ReadDecision(approved=False, reasons=reasons_of(errors), sid=profile.profile_sid)
        case Status.PENDING_REVIEW | Status.IN_REVIEW:
            raise in_review()
        case Status.DRAFT:
            raise NoDecision(
                "This says the profile is a draft: it has not been submitted",
                "Submit it in the Twilio Console first",
                Kind.MESSAGE,
            )
        case _:
            raise NoDecision(_NEITHER, PASTE)


def _reasons(errors: Iterable[Error]) -> Iterator[CodedReason]:
    for error in errors:
        if error.code is not None:
            yield CodedReason(error.code, error.words)
        elif error.words:
            yield from _of_words(error.words)


def _of_words(words: tuple[str, ...]) -> Iterator[CodedReason]:
    """Yield the codes whose sentences these words are, or the words alone."""
    known = [sentence for text in words for sentence in sentences_in(small(text), rejected=True)]
    for sentence in known:
        yield CodedReason(sentence.code, words, sentence.paths)
    if not known:
        yield CodedReason(NO_CODE, words, ())


def _of_evaluation(evaluation: Evaluation, word: str) -> ReadDecision:
    if word == "compliant":
        raise NoDecision(
            "This is an evaluation, and it is compliant: nothing is missing, but that is no approval",
            "Twilio decides after its review; paste its e-mail then, or the JSON of the profile",
            Kind.MESSAGE,
        )
    coded = [one for result in evaluation.results for one in _of_result(result)]
    return ReadDecision(approved=False, reasons=reasons_of(coded), sid=evaluation.profile_sid)


def _of_result(result: Result) -> Iterator[CodedReason]:
    """Yield what is wrong with one object: the object as a whole, or field by field."""
    held = paths.OBJECTS.get(result.object_type) or paths.OBJECTS.get(result.requirement_name, "")
    whole = result.error_code is not None or (len(result.invalid) > 1 and not result.valid)
    if result.passed is False and (whole or not result.invalid):
        codes = {field.error_code for field in result.invalid}
        only = codes.pop() if len(codes) == 1 else None
        told = result.failure_reason or result.friendly_name
        yield CodedReason(result.error_code or only or NO_CODE, (told,), tuple(_questions(held, "")))
        return
    for field in result.invalid:
        path = tuple(_questions(held, field.object_field)) if held else ()
        told = field.failure_reason or ("" if path else field.friendly_name)
        yield CodedReason(field.error_code or result.error_code or NO_CODE, (told,), path)


def _questions(held: str, field: str) -> Iterator[str]:
    """Yield the questions of a field, or all of the object where it is not one of them."""
    path = f"{held}.{field}"
    if path in QUESTIONS:
        yield path
    elif held and field in ("", _ADDRESS_SIDS):
        yield from (question for question in QUESTIONS if paths.parent(question) == held)
