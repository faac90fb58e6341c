"""Objects of Twilio's API: a CustomerProfile, an Evaluation, a status callback, or a list of errors.

Source of the shapes: Twilio's API description of Trust Hub v1. Of an error only ``code`` is documented;
whatever else it says is kept as its words. The models take any key besides those they read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from trusthub_tui.account.port import Object
from trusthub_tui.profile import paths
from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.profile.status import Status
from trusthub_tui.trusthub.received.outcome import (
    PASTE,
    CodedReason,
    Kind,
    NoDecision,
    ReadDecision,
    about,
    contradiction,
    in_review,
    no_document,
    reasons_of,
)
from trusthub_tui.trusthub.received.plain_text import small
from trusthub_tui.trusthub.received.sentences import sentences_in
from trusthub_tui.trusthub.received.sids import PROFILE_SID
from trusthub_tui.trusthub.received.subjects import is_of_a_profile, of_code

_ADDRESS_SIDS: Final = "address_sids"
"""The one field of the address document: it stands for all parts of the address."""

_MOST: Final = 200
_EVALUATED: Final = ("compliant", "noncompliant")


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


def of_errors(document: list[object]) -> ReadDecision:
    """Return the rejection that a list of errors stands for; raises :class:`NoDecision`."""
    return _rejected(_validated(Profile, {"status": "", "errors": document}).errors)


def of_codes(document: list[object]) -> ReadDecision:
    """Return the rejection that a list of codes stands for; raises :class:`NoDecision`."""
    codes = [_code(one) for one in document]
    if not codes or not all(code is not None and is_of_a_profile(code) for code in codes):
        raise NoDecision("This is a list, and not of codes that a profile is rejected for", PASTE)
    return ReadDecision(approved=False, reasons=reasons_of(CodedReason(code) for code in codes if code))


def of_object(named: Object) -> ReadDecision:
    """Return the decision in a profile or an evaluation; raises :class:`NoDecision`.

    The keys are in snake case.
    """
    status = named.get("status")
    if status is None and "errors" in named:
        errors = _validated(Profile, {**named, "status": ""})
        return _rejected(errors.errors, errors.profile_sid)
    if not isinstance(status, str):
        raise no_document()
    word = status.strip().lower().replace("_", "-").replace(" ", "-")
    if word in _EVALUATED:
        return _of_evaluation(_validated(Evaluation, named), word)
    return _of_profile(_validated(Profile, named), word)


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
            raise no_document()


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
    if path in paths.PARTS.get(held, ()):
        yield path
    elif field in ("", _ADDRESS_SIDS):
        yield from paths.PARTS.get(held, ())
