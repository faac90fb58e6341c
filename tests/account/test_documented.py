"""The Twilio of the tests is judged by Twilio's own documents, and by the vendor's own library."""

import json
from typing import Any

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.support.documented import faults, watch
from tests.support.fake_twilio import BUSINESS, PRIMARY, SECONDARY, Asked, FakeTwilio, Reply, served

SECRET = "s3ntinel-secret-5f9c"  # noqa: S105 - of a fake
BU = "BU" + "1" * 32


def reply(**document: Any) -> Reply:
    return Reply(200, json.dumps(document).encode())


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (Asked("GET", "/v1/CustomerProfile", {}, {}), reply()),
        (Asked("DELETE", f"/v1/CustomerProfiles/{BU}", {}, {}), reply()),
        (Asked("GET", "/v1/CustomerProfiles", {"Sort": "Name"}, {}), reply(results=[], meta={})),
        (Asked("POST", f"/v1/CustomerProfiles/{BU}", {}, {"Name": "x"}), reply(sid=BU)),
        (Asked("POST", "/v1/CustomerProfiles", {}, {"FriendlyName": "x", "PolicySid": PRIMARY}), reply()),
        (Asked("POST", f"/v1/CustomerProfiles/{BU}", {}, {"Status": "finished"}), reply(sid=BU)),
        (Asked("POST", f"/v1/CustomerProfiles/{BU}/Evaluations", {}, {"PolicySid": "primary"}), reply()),
        (Asked("GET", f"/v1/CustomerProfiles/{BU}", {}, {}), reply(sid="BU1")),
        (Asked("GET", f"/v1/CustomerProfiles/{BU}", {}, {}), reply(sid=BU, status="finished")),
        (Asked("GET", "/2010-04-01/Accounts/AC1.json", {}, {}), reply()),
    ],
)
def test_what_is_documented_nowhere_is_noticed(asked: Asked, answer: Reply) -> None:
    assert faults(asked, answer)


def test_the_vendors_own_library_reads_and_writes_it() -> None:
    fake = FakeTwilio()
    watch(fake)
    ac = fake.account()
    sid = fake.console_draft(ac)
    fake.console_draft(ac, policy=SECONDARY)
    fake.page_size = 1
    with served(fake) as base:
        client = Client(ac, SECRET)
        client.trusthub.base_url = client.api.base_url = base
        trusthub = client.trusthub.v1
        assert [one.sid for one in trusthub.customer_profiles.list()] == list(fake.profiles)
        profile = trusthub.customer_profiles(sid)
        assigned = profile.customer_profiles_entity_assignments.list()
        users = [one.object_sid for one in assigned if one.object_sid.startswith("IT")]
        business = trusthub.end_users(users[0])
        attributes = {**business.fetch().attributes, "website_url": "https://northwind.example"}
        business.update(attributes=attributes)
        assert fake.of_type(sid, BUSINESS)[0]["attributes"]["website_url"] == "https://northwind.example"
        made = client.addresses.create(
            "Northwind", "1 Main St", "Austin", "TX", "78701", "US", auto_correct_address=False
        )
        document = trusthub.supporting_documents.create(
            "address", "customer_profile_address", {"address_sids": made.sid}
        )
        assert client.addresses.list(iso_country="US")[-1].sid == made.sid
        profile.customer_profiles_entity_assignments.create(document.sid)
        assert profile.customer_profiles_evaluations.create(PRIMARY).status == "compliant"
        with pytest.raises(TwilioRestException, match="restricted via API"):
            profile.update(status="pending-review")
        with pytest.raises(TwilioRestException, match="restricted via API"):
            trusthub.customer_profiles.create("x", "a@b.example", PRIMARY)
    assert fake.violations == []
