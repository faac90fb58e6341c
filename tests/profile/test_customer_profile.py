"""The strict profile: made of answers without problems, and of nothing else."""

import traceback
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from trusthub_tui.profile.choices import JobPosition, Region
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.customer_profile import CustomerProfile, NotCompliant, refused
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.questionnaire import QUESTIONS

Northwind = Callable[..., dict[str, str]]


def test_answers_become_canonical_values_under_the_names_of_the_api(northwind: Northwind) -> None:
    profile = CustomerProfile.parse(
        northwind(
            phone1="(415) 555-0132", website="northwindrobotics.com", region="California", number="841927365"
        )
    )
    assert profile.authorized_representative_1.phone_number == "+14155550132"
    assert profile.authorized_representative_2.job_position is JobPosition.OTHER
    assert profile.business_information.website_url == "https://northwindrobotics.com"
    assert profile.business_information.business_registration_number == "84-1927365"
    assert profile.business_information.business_regions_of_operation == (
        Region.USA_AND_CANADA,
        Region.EUROPE,
    )
    assert profile.address.region == "CA"
    assert profile.notification.email == "ops@northwindrobotics.com"


def test_every_question_but_the_terms_has_its_place(clean: dict[str, str]) -> None:
    dumped = CustomerProfile.parse(clean).model_dump()
    found = {
        f"{name}.{attribute}" if isinstance(part, dict) else name
        for name, part in dumped.items()
        for attribute in (part if isinstance(part, dict) else (name,))
    }
    assert found == set(QUESTIONS) - {"terms.accepted"}


def test_with_a_callback_alone_the_e_mail_of_representative_1_is_sent(northwind: Northwind) -> None:
    profile = CustomerProfile.parse(northwind(notify=""))
    assert profile.notification.email == "ada@northwindrobotics.com"
    assert profile.notification.status_callback == "https://api.northwindrobotics.com/trusthub"


def test_without_a_callback_none_is_sent(northwind: Northwind) -> None:
    assert CustomerProfile.parse(northwind(callback="")).notification.status_callback is None


def test_a_canonical_form_may_be_longer_than_what_was_typed(northwind: Northwind) -> None:
    pages = " ".join(f"northwindrobotics.com/中文{number}" for number in range(40))
    profile = CustomerProfile.parse(northwind(social=pages, profile="क़" * 64))
    assert len(profile.business_information.social_media_profile_urls) > 1000
    assert len(profile.friendly_name) == 128


def test_problems_keep_a_profile_from_being_made(northwind: Northwind) -> None:
    answers = northwind(phone1="12", name="")
    with pytest.raises(NotCompliant) as refused:
        CustomerProfile.parse(answers)
    assert refused.value.evaluation == evaluate(answers)
    assert str(refused.value) == "2 problems"


def test_a_profile_cannot_be_changed_or_widened(clean: dict[str, str]) -> None:
    profile: Any = CustomerProfile.parse(clean)
    with pytest.raises(ValidationError):
        profile.friendly_name = "Another"
    with pytest.raises(ValidationError):
        CustomerProfile.model_validate({**profile.model_dump(), "nickname": "N"})


def test_what_is_not_canonical_is_refused_without_repeating_it(clean: dict[str, str]) -> None:
    dumped = CustomerProfile.parse(clean).model_dump()
    dumped["authorized_representative_1"]["phone_number"] = "+1 415 555-0132"
    with pytest.raises(ValidationError) as refused:
        CustomerProfile.model_validate(dumped)
    assert [error["loc"] for error in refused.value.errors()] == [
        ("authorized_representative_1", "phone_number")
    ]
    assert "555-0132" not in "".join(traceback.format_exception(refused.value))


@given(
    changes=st.dictionaries(
        st.sampled_from(list(QUESTIONS)),
        st.text(max_size=30)
        | st.sampled_from(
            ["", "x.com/\u00e4", "EUROPE,,ASIA", "\u200b", "-", "\u2028", "00 44 20 7946 0958"]
        ),
        max_size=4,
    ),
    country=st.sampled_from(list(COUNTRY_NAMES)),
)
def test_whatever_is_compliant_can_be_made(
    changes: dict[str, str], country: str, clean: dict[str, str]
) -> None:
    answers = {
        **clean,
        "address.iso_country": country,
        "address.region": "",
        "address.postal_code": "",
        **changes,
    }
    if evaluate(answers).compliant:
        CustomerProfile.parse(answers)


def test_what_the_model_refuses_is_told_at_its_question(northwind: Northwind) -> None:
    document = CustomerProfile.parse(northwind()).model_dump()
    document["authorized_representative_2"]["phone_number"] = "415 555 0178"
    document["friendly_name"] = ""
    with pytest.raises(ValidationError) as error:
        CustomerProfile.model_validate(document)
    found = {finding.path: finding for finding in refused(error.value)}
    assert set(found) == {"friendly_name", "authorized_representative_2.phone_number"}
    sentence = "Representative 2: Phone cannot be brought into the form that Twilio takes"
    assert found["authorized_representative_2.phone_number"].message == sentence
