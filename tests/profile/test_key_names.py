"""The right key for a wrong one."""

from tests.support.table import table
from trusthub_tui.profile import key_names
from trusthub_tui.profile.questionnaire import QUESTIONS


@table(
    ("written", "meant"),
    [
        ("customer_profile_business_information", "business_information"),
        ("customer_profile_address", "address"),
        ("business", "business_information"),
        ("businessInformation", "business_information"),
        ("rep1", "authorized_representative_1"),
        ("authorizedRepresentative2", "authorized_representative_2"),
        ("FriendlyName", "friendly_name"),
        ("profile_name", "friendly_name"),
        ("business_type", "business_information.business_type"),
        ("country", "address.iso_country"),
        ("notification_email", "notification.email"),
        ("address.country", "address.iso_country"),
        ("address.zip", "address.postal_code"),
        ("address.PostalCode", "address.postal_code"),
        ("address.state", "address.region"),
        ("address.street2", "address.street_secondary"),
        ("business_information.ein", "business_information.business_registration_number"),
        ("business_information.type", "business_information.business_type"),
        ("business_information.industry", "business_information.business_industry"),
        ("business_information.regions", "business_information.business_regions_of_operation"),
        ("authorized_representative_1.surname", "authorized_representative_1.last_name"),
        ("authorized_representative_2.title", "authorized_representative_2.business_title"),
        ("authorized_representative_1.phone", "authorized_representative_1.phone_number"),
        ("notification.webhook", "notification.status_callback"),
        ("terms.agreed", "terms.accepted"),
    ],
)
def test_the_key_that_was_meant_is_named(written: str, meant: str) -> None:
    assert key_names.nearest(written) == meant


@table("written", ["email", "us_a2p_messaging_profile_information", "address.colour", "", "."])
def test_where_several_or_none_could_be_meant_none_is_named(written: str) -> None:
    assert key_names.nearest(written) == ""


@table("path", QUESTIONS)
def test_a_right_key_is_its_own_nearest(path: str) -> None:
    assert key_names.nearest(path) == path


def test_the_advice_goes_as_far_as_it_can() -> None:
    assert key_names.advice(["zip", "country"]) == (
        "Instead of zip, write address.postal_code; instead of country, write address.iso_country"
    )
    assert key_names.advice(["terms.colour"]) == "The keys of terms are accepted"
    assert key_names.advice(["business_information.attributes"]) == (
        "Write what stands under attributes straight into business_information"
    )
    assert key_names.advice(["colour"]).startswith("Keys are the names of Twilio's API")
