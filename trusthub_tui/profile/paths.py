"""Question paths: the names Twilio's API gives to what we ask, joined by dots."""

from typing import Final

FRIENDLY_NAME: Final = "friendly_name"

BUSINESS: Final = "business_information"
BUSINESS_NAME: Final = "business_information.business_name"
IDENTITY: Final = "business_information.business_identity"
BUSINESS_TYPE: Final = "business_information.business_type"
INDUSTRY: Final = "business_information.business_industry"
ID_TYPE: Final = "business_information.business_registration_identifier"
ID_NUMBER: Final = "business_information.business_registration_number"
WEBSITE: Final = "business_information.website_url"
REGIONS: Final = "business_information.business_regions_of_operation"
SOCIAL: Final = "business_information.social_media_profile_urls"
_BUSINESS_PARTS: Final = (
    BUSINESS_NAME,
    IDENTITY,
    BUSINESS_TYPE,
    INDUSTRY,
    ID_TYPE,
    ID_NUMBER,
    WEBSITE,
    REGIONS,
    SOCIAL,
)

ADDRESS: Final = "address"
COUNTRY: Final = "address.iso_country"
STREET: Final = "address.street"
STREET_SECONDARY: Final = "address.street_secondary"
CITY: Final = "address.city"
REGION: Final = "address.region"
POSTAL_CODE: Final = "address.postal_code"
ADDRESS_PARTS: Final = (COUNTRY, STREET, STREET_SECONDARY, CITY, REGION, POSTAL_CODE)

REPRESENTATIVES: Final = ("authorized_representative_1", "authorized_representative_2")

_REPRESENTATIVE_PARTS: Final = (
    "first_name",
    "last_name",
    "email",
    "phone_number",
    "business_title",
    "job_position",
)

OBJECTS: Final = {
    "customer_profile_business_information": BUSINESS,
    "customer_profile_address": ADDRESS,
    **{representative: representative for representative in REPRESENTATIVES},
}
"""Twilio's types of end users and documents, and the object here that holds their questions."""

NOTIFICATION_EMAIL: Final = "notification.email"
STATUS_CALLBACK: Final = "notification.status_callback"

TERMS: Final = "terms.accepted"

PARTS: Final = {
    BUSINESS: _BUSINESS_PARTS,
    ADDRESS: ADDRESS_PARTS,
    **{one: tuple(f"{one}.{part}" for part in _REPRESENTATIVE_PARTS) for one in REPRESENTATIVES},
    "notification": (NOTIFICATION_EMAIL, STATUS_CALLBACK),
    "terms": (TERMS,),
}
"""The questions of each object, in the order they are asked."""


def of_representative(number: int, attribute: str) -> str:
    """Return the path of one attribute of representative 1 or 2, such as ``email``."""
    return f"{REPRESENTATIVES[number - 1]}.{attribute}"


def parent(path: str) -> str:
    """Return the object a question belongs to; empty for the profile itself."""
    return path.rpartition(".")[0]


def attribute(path: str) -> str:
    """Return the last part of a path: the attribute's own name."""
    return path.rpartition(".")[2]
