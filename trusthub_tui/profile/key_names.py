"""Keys of a document that somebody may have meant who wrote another one."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS

_OTHER_NAMES: Final = MappingProxyType(
    {
        "friendly_name": "profile_name display_name title label",
        "business_name": "name legal_name company company_name legal_business_name organization_name",
        "business_identity": "identity",
        "business_type": "type legal_form company_type entity_type",
        "business_industry": "industry sector",
        "business_registration_identifier": "id_type registration_type registration_id_type identifier",
        "business_registration_number": "ein tax_id vat vat_number registration_number number",
        "website_url": "website url site web homepage",
        "business_regions_of_operation": "regions region_of_operation regions_of_operation operating_regions",
        "social_media_profile_urls": "social social_profiles social_media",
        "iso_country": "country country_code",
        "street": "street_address street1 line1 line_1 address1 address_1 address_line1 address_line_1",
        "street_secondary": "street2 line2 line_2 address2 address_line2 address_line_2 suite unit floor",
        "city": "town locality municipality",
        "region": "state province county state_code",
        "postal_code": "zip zip_code zipcode postcode post_code postal plz",
        "first_name": "firstname given_name forename",
        "last_name": "lastname surname family_name",
        "email": "mail e_mail email_address work_email notification_email",
        "phone_number": "phone mobile telephone tel",
        "business_title": "title role job_title",
        "job_position": "job position",
        "status_callback": "webhook callback callback_url webhook_url status_callback_url",
        "accepted": "tos terms_accepted accept agreed",
        "business_information": "business company business_info company_information",
        "address": "business_address addresses",
        "authorized_representative_1": "authorized_representatives representative_1 rep_1 rep1",
        "authorized_representative_2": "representative_2 rep_2 rep2 authorized_rep_2",
        "notification": "notifications",
        "terms": "terms_of_service",
    }
)
"""What people and other programs call a key, by its last part."""

_MEANT: Final = {other: name for name, others in _OTHER_NAMES.items() for other in others.split()}
_GROUPS: Final = tuple(dict.fromkeys(filter(None, map(paths.parent, QUESTIONS))))
_COUNT: Final = Counter(map(paths.attribute, QUESTIONS))
_CAPITALS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ALIKE: Final = 0.75
_KEYS_ARE: Final = (
    "Keys are the names of Twilio's API, as trusthub-tui show ID --json prints them under answers"
)
_MOST: Final = 3


def other_names(attribute: str) -> tuple[str, ...]:
    """Return what people and other programs call the last part of a path."""
    return tuple(_OTHER_NAMES.get(attribute, "").split())


def advice(unknown: list[str]) -> str:
    """Return what to write instead of keys that nobody knows."""
    meant = [(name, key) for name in unknown[:_MOST] if (key := nearest(name))]
    if meant:
        instead = "; ".join(f"instead of {name}, write {key}" for name, key in meant)
        return instead[0].upper() + instead[1:]
    parent, _, attribute = unknown[0].rpartition(".")
    if attribute in ("answers", "attributes"):
        return f"Write what stands under {attribute} straight into {parent or 'the document'}"
    if parent in _GROUPS:
        return f"The keys of {parent} are {', '.join(_attributes(parent))}"
    return _KEYS_ARE


def nearest(name: str) -> str:
    """Return the key that somebody may have meant by another one; empty where none is near.

    Twilio's own documents call an object of answers ``customer_profile_…`` where it is an end user, and
    attributes are often given without their object.
    """
    parent, _, attribute = name.rpartition(".")
    bare = _folded(attribute)
    if parent in _GROUPS:
        found = _among(bare, _attributes(parent), f"business_{bare}")
        return f"{parent}.{found}" if found else ""
    bare = bare.removeprefix("customer_profile_").removeprefix("us_")
    alone = {paths.attribute(path): path for path in QUESTIONS if _COUNT[paths.attribute(path)] == 1}
    known = {**alone, **{path: path for path in QUESTIONS}, **{group: group for group in _GROUPS}}
    if bare == "notification_email":
        return paths.NOTIFICATION_EMAIL
    return known.get(_among(bare, tuple(known), f"business_{bare}"), "")


def _among(bare: str, names: tuple[str, ...], longer: str) -> str:
    """Return the name that is meant: itself, by another name, or by its spelling."""
    exact: Iterable[str] = (bare, _MEANT.get(bare, ""), longer)
    found = next((name for name in exact if name in names), "")
    return found or next(iter(get_close_matches(bare, names, n=1, cutoff=_ALIKE)), "")


def _attributes(group: str) -> tuple[str, ...]:
    return tuple(paths.attribute(path) for path in QUESTIONS if paths.parent(path) == group)


def _folded(name: str) -> str:
    """Return a key in small letters with underscores, whatever the style it was written in."""
    return re.sub(r"[\W_]+", "_", _CAPITALS.sub("_", name)).strip("_").lower()
