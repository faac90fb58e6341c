import json

import pytest

from trusthub_tui.profile import paths


def compared(desk, *words):
    result = desk.run("diff", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def cities(desk, *words):
    """Return the city before and after, all that the versions of these tests differ in."""
    result = desk.run("diff", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert {one["path"] for one in found} <= {paths.CITY}
    return [(one["before"], one["after"]) for one in found]


def test_a_rejected_profile_is_compared_as_it_is_now_with_its_newest_version(desk):
    profile_id = desk.versions("Oakland", "Berkeley")
    desk.change(profile_id, city="Fresno")
    assert compared(desk, profile_id) == (
        f"Northwind main  ({profile_id})\n"
        "Version 2 against now: 1 answer differs\n"
        "  Step 2, City\n"
        "    version 2  Berkeley\n"
        "    now        Fresno\n"
    )


def test_json_is_an_array_of_path_label_before_and_after(desk):
    profile_id = desk.versions("Oakland")
    desk.change(profile_id, city="", email="ada@x.com")
    assert json.loads(compared(desk, profile_id, "--json")) == [
        {"path": paths.CITY, "label": "City", "before": "Oakland", "after": ""},
        {
            "path": "authorized_representative_1.email",
            "label": "Representative 1: Work e-mail",
            "before": "ada@northwindrobotics.com",
            "after": "ada@x.com",
        },
    ]


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ("1..2", [("Oakland", "Berkeley")]),
        ("2..1", [("Berkeley", "Oakland")]),
        ("1..3", [("Oakland", "Fresno")]),
        ("2..2", []),
        ("1", [("Oakland", "Sonoma")]),
        ("2..", [("Berkeley", "Sonoma")]),
        ("3..now", [("Fresno", "Sonoma")]),
        (" 1..2 ", [("Oakland", "Berkeley")]),
    ],
)
def test_any_two_versions_can_be_compared(desk, versions, expected):
    profile_id = desk.versions("Oakland", "Berkeley", "Fresno")
    desk.change(profile_id, city="Sonoma")
    assert cities(desk, profile_id, versions) == expected


def test_while_locked_the_newest_version_is_compared_with_the_one_before(desk):
    profile_id = desk.profile(but={paths.CITY: ""}, submit=True)
    desk.change(profile_id, city="Oakland")
    assert desk.run("submit", profile_id, "--yes").exit_code == 0
    assert cities(desk, profile_id) == [("", "Oakland")]
    assert "Version 1 against version 2: 1 answer differs" in compared(desk, profile_id)


def test_of_several_versions_the_last_two_are_compared(desk):
    profile_id = desk.versions("Oakland", "Berkeley")
    desk.change(profile_id, city="Fresno", website_url="https://www.northwindrobotics.com")
    assert desk.run("submit", profile_id, "--yes").exit_code == 0
    told = json.loads(compared(desk, profile_id, "--json"))
    assert [(one["before"], one["after"]) for one in told if one["path"] == paths.CITY] == [
        ("Berkeley", "Fresno")
    ]


def test_a_decision_that_is_due_is_taken_first(desk):
    """After it the profile can be edited again, so that now is what its newest version is compared with."""
    profile_id = desk.profile(but={"authorized_representative_1.email": "ada@gmail.com"}, submit=True)
    assert "Version 1 against now" in compared(desk, profile_id)
    assert desk.run("--review-after", "0", "submit", profile_id, "--yes").exit_code == 0
    assert "Version 2 against now" in compared(desk, profile_id)


def test_one_locked_version_has_no_difference(desk):
    profile_id = desk.profile(submit=True)
    assert compared(desk, profile_id).endswith("Version 1 against now: no difference\n")
    assert cities(desk, profile_id) == []


def test_answers_are_told_in_the_words_of_their_own_side(desk):
    profile_id = desk.versions("Oakland")
    desk.change(profile_id, iso_country="CA", region="ON", accepted="")
    text = compared(desk, profile_id)
    assert "    version 1  United States\n    now        Canada\n" in text
    assert "    version 1  California\n    now        Ontario\n" in text
    assert "    version 1  Confirmed\n    now        Not confirmed\n" in text


def test_a_draft_that_was_never_submitted_has_nothing_to_compare(desk, failure):
    profile_id = desk.draft()
    result = desk.run("diff", profile_id, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert failure(result.stderr) == (
        f"Profile {profile_id} was not submitted yet, so there is no version to compare with."
        f" See its answers with: trusthub-tui show {profile_id}\n"
    )


@pytest.mark.parametrize("versions", ["9", "1..9", "9..1", "0", "999999"])
def test_a_version_there_is_not_is_not_found(desk, versions):
    profile_id = desk.versions("Oakland", "Berkeley")
    result = desk.run("diff", profile_id, versions)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.endswith(". It has versions 1 to 2.\n")


@pytest.mark.parametrize("versions", ["1...2", "one", "1..2..3", "..", "1-2", "9" * 5000, "²", "now"])
def test_what_names_no_versions_is_wrong_use(desk, versions):
    result = desk.run("diff", desk.versions("Oakland"), versions)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "names no versions to compare. Write 1..2 for two versions" in result.stderr


def test_an_unknown_id_is_not_found(desk):
    assert desk.run("diff", "ZZZZ").exit_code == 4


def test_a_terminal_is_sent_nothing_that_steers_it(desk):
    profile_id = desk.versions("Oakland")
    desk.change(profile_id, city="Fres\x1b[2Jno")
    assert "\x1b" not in compared(desk, profile_id)
