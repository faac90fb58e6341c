"""The strict, complete profile: what answers without problems become, nested and named like Twilio's objects.

Imported only where a finished profile is needed: pydantic takes longer to import than all the rest here.
"""

from collections.abc import Iterator
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, several
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.choices import (
    BusinessIdentity,
    BusinessType,
    Industry,
    JobPosition,
    Region,
    RegistrationIdType,
)
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.evaluation import ATTRIBUTE, evaluate
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.formats import email, phone, web
from trusthub_tui.profile.labels import full_label


class NotCompliant(Exception):  # the answers are at fault, not the program
    """The answers have problems, so there is no profile to be made of them. Holds no answer itself."""

    def __init__(self, evaluation: Evaluation) -> None:
        """Keep the evaluation that says what the problems are."""
        super().__init__(f"{len(evaluation.problems)} problems")
        self.evaluation = evaluation


def _is_email(text: str) -> str:
    read = email.read(text)
    if not isinstance(read, email.Email) or read.address != text:
        raise ValueError("not a canonical e-mail address")
    return text


def _is_phone(text: str) -> str:
    read = phone.read(text, "")
    if not isinstance(read, phone.Phone) or read.e164 != text:
        raise ValueError("not a phone number in E.164")
    return text


def _is_url(text: str) -> str:
    read = web.read(text)
    if not isinstance(read, web.Web) or read.url != text:
        raise ValueError("not a canonical web address")
    return text


def _is_country(text: str) -> str:
    if text not in COUNTRY_NAMES:
        raise ValueError("not a country code of ISO 3166-1")
    return text


Text = Annotated[str, Field(min_length=1)]
"""Lengths are told by the evaluation, in typed characters; a canonical form may be a little longer."""
EmailText = Annotated[str, AfterValidator(_is_email)]
PhoneText = Annotated[str, AfterValidator(_is_phone)]
UrlText = Annotated[str, AfterValidator(_is_url)]
CountryCode = Annotated[str, AfterValidator(_is_country)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)


class BusinessInformation(_Part):
    """Twilio's EndUser ``customer_profile_business_information``."""

    business_name: Text
    business_identity: BusinessIdentity
    business_type: BusinessType
    business_industry: Industry
    business_registration_identifier: RegistrationIdType
    business_registration_number: Text
    website_url: UrlText
    business_regions_of_operation: Annotated[tuple[Region, ...], Field(min_length=1)]
    social_media_profile_urls: str = ""


class Address(_Part):
    """Twilio's Address: every part but the second line is needed, in every country."""

    iso_country: CountryCode
    street: Text
    street_secondary: str = ""
    city: Text
    region: Text
    postal_code: Text


class AuthorizedRepresentative(_Part):
    """Twilio's EndUser ``authorized_representative_1`` or ``_2``."""

    first_name: Text
    last_name: Text
    email: EmailText
    phone_number: PhoneText
    business_title: Text
    job_position: JobPosition


class Notification(_Part):
    """Where the decision goes. The API needs the e-mail; with a callback alone it is representative 1's."""

    email: EmailText
    status_callback: UrlText | None = None


class CustomerProfile(_Part):
    """A complete profile with canonical values. The terms have no place in the API and are not part of it."""

    friendly_name: Text
    business_information: BusinessInformation
    address: Address
    authorized_representative_1: AuthorizedRepresentative
    authorized_representative_2: AuthorizedRepresentative
    notification: Notification

    @classmethod
    def parse(cls, answers: Answers) -> Self:
        """Make the profile of answers that have no problems; raises ``NotCompliant`` for others."""
        evaluation = evaluate(answers)
        if not evaluation.compliant:
            raise NotCompliant(evaluation)
        try:
            return cls.model_validate(_nested(answers))
        except ValidationError as error:
            raise NotCompliant(Evaluation(tuple(refused(error)))) from None


def refused(error: ValidationError) -> Iterator[Finding]:
    """Yield a problem for each place the model refuses: its error locations are question paths.

    The rules tell everything they know of before; this is what they let through and the model does not.
    """
    for place in dict.fromkeys(
        ".".join(map(str, one["loc"][:2])) for one in error.errors(include_input=False)
    ):
        yield Finding(
            path=place,
            rule="profile.form",
            severity=Severity.PROBLEM,
            message=f"{full_label(place)} cannot be brought into the form that Twilio takes",
            remedy="Write it in another way, with plain letters and digits",
            code=ATTRIBUTE,
        )


def _nested(answers: Answers) -> dict[str, object]:
    return {
        "friendly_name": canonical(paths.FRIENDLY_NAME, answers),
        paths.BUSINESS: _object(paths.BUSINESS, BusinessInformation, answers),
        paths.ADDRESS: _object(paths.ADDRESS, Address, answers),
        **{
            representative: _object(representative, AuthorizedRepresentative, answers)
            for representative in paths.REPRESENTATIVES
        },
        "notification": _object("notification", Notification, answers),
    }


_LISTED: Final = {
    "business_identity": BusinessIdentity,
    "business_type": BusinessType,
    "business_industry": Industry,
    "business_registration_identifier": RegistrationIdType,
    "job_position": JobPosition,
}


def _object(name: str, model: type[_Part], answers: Answers) -> dict[str, object]:
    """Return the values of one object, typed as its model wants them."""
    return {attribute: _value(name, attribute, answers) for attribute in model.model_fields}


def _value(name: str, attribute: str, answers: Answers) -> object:
    text = canonical(f"{name}.{attribute}", answers)
    if attribute in _LISTED:
        return _LISTED[attribute](text)
    if attribute == "business_regions_of_operation":
        return tuple(Region(value) for value in several(text))
    return (text or None) if attribute == "status_callback" else text
