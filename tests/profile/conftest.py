"""A profile without fault, to be spoilt by the tests one answer at a time."""

from collections.abc import Callable
from types import MappingProxyType

import pytest

NORTHWIND = MappingProxyType(
    {
        "business_information.business_name": "Northwind Robotics, Inc.",
        "friendly_name": "Northwind main profile",
        "address.iso_country": "US",
        "address.street": "548 Market St",
        "address.street_secondary": "Suite 1200",
        "address.city": "San Francisco",
        "address.region": "CA",
        "address.postal_code": "94104",
        "business_information.business_identity": "direct_customer",
        "business_information.business_type": "Corporation",
        "business_information.business_industry": "TECHNOLOGY",
        "business_information.business_registration_identifier": "EIN",
        "business_information.business_registration_number": "84-1927365",
        "business_information.website_url": "https://www.northwindrobotics.com",
        "business_information.business_regions_of_operation": "USA_AND_CANADA,EUROPE",
        "business_information.social_media_profile_urls": "https://www.linkedin.com/company/northwind",
        "authorized_representative_1.first_name": "Ada",
        "authorized_representative_1.last_name": "Okafor",
        "authorized_representative_1.email": "ada@northwindrobotics.com",
        "authorized_representative_1.phone_number": "+1 415 555 0132",
        "authorized_representative_1.business_title": "Chief Executive Officer",
        "authorized_representative_1.job_position": "CEO",
        "authorized_representative_2.first_name": "Ben",
        "authorized_representative_2.last_name": "Sato",
        "authorized_representative_2.email": "ben@northwindrobotics.com",
        "authorized_representative_2.phone_number": "+1 415 555 0178",
        "authorized_representative_2.business_title": "Head of Operations",
        "authorized_representative_2.job_position": "Other",
        "notification.email": "ops@northwindrobotics.com",
        "notification.status_callback": "https://api.northwindrobotics.com/trusthub",
        "terms.accepted": "yes",
    }
)

SHORT = MappingProxyType(
    {
        "name": "business_information.business_name",
        "identity": "business_information.business_identity",
        "type": "business_information.business_type",
        "industry": "business_information.business_industry",
        "id_type": "business_information.business_registration_identifier",
        "number": "business_information.business_registration_number",
        "website": "business_information.website_url",
        "regions": "business_information.business_regions_of_operation",
        "social": "business_information.social_media_profile_urls",
        "first1": "authorized_representative_1.first_name",
        "last1": "authorized_representative_1.last_name",
        "email1": "authorized_representative_1.email",
        "phone1": "authorized_representative_1.phone_number",
        "title1": "authorized_representative_1.business_title",
        "job1": "authorized_representative_1.job_position",
        "first2": "authorized_representative_2.first_name",
        "last2": "authorized_representative_2.last_name",
        "email2": "authorized_representative_2.email",
        "phone2": "authorized_representative_2.phone_number",
        "title2": "authorized_representative_2.business_title",
        "job2": "authorized_representative_2.job_position",
        "notify": "notification.email",
        "callback": "notification.status_callback",
        "terms": "terms.accepted",
        "profile": "friendly_name",
        "country": "address.iso_country",
        "street": "address.street",
        "suite": "address.street_secondary",
        "city": "address.city",
        "region": "address.region",
        "postal": "address.postal_code",
    }
)
"""Short names for the questions, to keep the tables of cases readable."""


@pytest.fixture
def clean() -> dict[str, str]:
    """Return answers that nothing is wrong with."""
    return dict(NORTHWIND)


@pytest.fixture
def path_of() -> Callable[[str], str]:
    """Return how a short name such as ``email1`` becomes a question path."""
    return SHORT.__getitem__


@pytest.fixture
def northwind() -> Callable[..., dict[str, str]]:
    """Return how to make Northwind's answers with some changed: ``northwind(email1="ada@gmail.com")``."""

    def make(**changes: str) -> dict[str, str]:
        return {**NORTHWIND, **{SHORT[name]: text for name, text in changes.items()}}

    return make
