import json

import pytest

SID = "BU0123456789abcdef0123456789abcdef"


def test_a_code_is_explained_without_any_file(desk):
    result = desk.run("explain", "21608")
    assert result.exit_code == 0
    assert "21608: Messages go to verified numbers only" in result.stdout
    assert "Source: " in result.stdout
    assert not desk.db.exists()


def test_a_mail_is_explained_with_the_profile_it_is_about(desk, tmp_path):
    profile_id = desk.profile()
    desk.run("filed", profile_id, "--sid", SID, "--yes")
    saved = tmp_path / "mail.txt"
    saved.write_text(f"Your profile {SID} was rejected.\n18602: not found")
    told = desk.run("explain", saved).stdout
    assert told.startswith("This says that the profile was rejected.\nAbout profile " + profile_id)
    assert "18602: The registration number could not be verified" in told
    assert f"trusthub-tui decide {profile_id} --from FILE" in told
    assert desk.status(profile_id) == "in-review"


@pytest.mark.parametrize("words", [("explain",), ("explain", "-")])
def test_it_is_read_from_standard_input(desk, words):
    assert "This is about an A2P brand" in desk.run(*words, typed="Your A2P brand was rejected.").stdout


def test_json_tells_kind_codes_and_next_step(desk):
    told = json.loads(desk.run("explain", "error 20003: not approved", "--json").stdout)
    assert (told["kind"], told["outcome"], told["profile"]) == ("failed-request", None, None)
    assert told["codes"][0]["code"] == 20003
    assert told["codes"][0]["title"] == "The Primary profile is not approved yet"
    assert told["next"]


def test_a_list_is_searched_for_the_profile_when_it_is_decided(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id, "--sid", SID, "--yes")
    listed = [{"sid": "BU" + "f" * 32, "status": "twilio-approved"}]
    listed.append({"sid": SID, "status": "twilio-rejected", "errors": [{"code": 18601}]})
    result = desk.run("decide", profile_id, "--from", "-", "--yes", typed=json.dumps(listed))
    assert (result.exit_code, desk.status(profile_id)) == (0, "twilio-rejected")


def test_what_is_about_a_brand_is_refused_by_name_and_changes_nothing(desk):
    profile_id = desk.profile()
    desk.run("filed", profile_id, "--yes")
    result = desk.run("decide", profile_id, "--from", "-", "--yes", typed="Your A2P brand was approved.")
    assert result.exit_code == 2
    assert result.stderr.startswith("This is about an A2P brand")
    assert desk.status(profile_id) == "in-review"
