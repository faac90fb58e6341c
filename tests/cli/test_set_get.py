import json

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.document import read, write

TYPE = paths.BUSINESS_TYPE


def listed_next(desk):
    return [profile["next"] for profile in json.loads(desk.run("list", "--json").stdout)]


@pytest.mark.parametrize(
    ("path", "words", "answer"),
    [
        (paths.COUNTRY, "USA", "US"),
        (paths.COUNTRY, "Deutschland", "DE"),
        (paths.COUNTRY, "gb", "GB"),
        (TYPE, "LLC", "Limited Liability Corporation"),
        (TYPE, "limited liability company (llc)", "Limited Liability Corporation"),
        (TYPE, "Corporation", "Corporation"),
        (paths.INDUSTRY, "Oil & gas", "OIL_AND_GAS"),
        (paths.REGIONS, "Europe, usa", "USA_AND_CANADA,EUROPE"),
        (paths.REGIONS, "EUROPE;ASIA", "EUROPE,ASIA"),
        (paths.of_representative(1, "job_position"), "vice president", "VP"),
        (paths.TERMS, "yes", "yes"),
        (paths.TERMS, "TRUE", "yes"),
        (paths.TERMS, "no", ""),
        (paths.WEBSITE, "northwind.example=1", "northwind.example=1"),
        (paths.BUSINESS_NAME, "  as typed ", "  as typed "),
    ],
)
def test_a_choice_is_given_by_value_label_or_another_name_and_text_as_it_is(desk, path, words, answer):
    draft = desk.draft()
    result = desk.run("set", draft, f"{path}={words}")
    assert result.exit_code == 0, result.stderr
    assert desk.answers(draft).get(path, "") == answer
    assert desk.run("get", draft, path).stdout == f"{answer}\n"


def test_a_state_is_one_of_the_country_that_is_set_beside_it(desk):
    draft = desk.draft()
    assert desk.run("set", draft, f"{paths.REGION}=California", f"{paths.COUNTRY}=USA").exit_code == 0
    assert desk.answers(draft)[paths.REGION] == "CA"


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("business_information.website=x", "Did you mean business_information.website_url?"),
        ("city=Oakland", "Did you mean address.city?"),
        (f"{TYPE}=Guild", 'No choice of Business type can be meant by "Guild". Write one of Corporation, '),
        (f"{paths.INDUSTRY}=services", "Write one of FINANCIAL, PROFESSIONAL_SERVICES."),
        (f"{paths.TERMS}=perhaps", "Write yes or no."),
        ("friendly_name", '"friendly_name" has no =. Write PATH=VALUE.'),
        (f"{paths.CITY}=Oakland", "address.city is there twice."),
    ],
)
def test_all_are_written_or_none(desk, pair, told):
    draft = desk.draft()
    before = desk.answers(draft)
    result = desk.run("set", draft, f"{paths.CITY}=San Francisco", pair)
    assert result.exit_code == 2
    assert told in result.stderr
    assert desk.answers(draft) == before


def test_what_changed_and_what_is_wrong_with_it_is_told(desk):
    draft = desk.profile()
    result = desk.run("set", draft, f"{paths.WEBSITE}=nowhere", f"{paths.CITY}=San Francisco")
    assert result.exit_code == 0
    assert "Changed 1 answer:" in result.stdout
    assert "was  https://www.northwindrobotics.com" in result.stdout
    assert "now  nowhere" in result.stdout
    assert "Problem: Step 3, Website" in result.stdout
    told = json.loads(desk.run("set", draft, f"{paths.WEBSITE}=northwind.com", "--json").stdout)
    assert told["id"] == draft
    assert [(one["path"], one["after"]) for one in told["differences"]] == [(paths.WEBSITE, "northwind.com")]


def test_nothing_after_the_equals_sign_takes_an_answer_away(desk):
    draft = desk.profile()
    assert desk.run("set", draft, f"{paths.WEBSITE}=").exit_code == 0
    assert paths.WEBSITE not in desk.answers(draft)
    assert desk.run("get", draft, paths.WEBSITE).stdout == "\n"
    assert json.loads(desk.run("get", draft, paths.WEBSITE, "--json").stdout) == {paths.WEBSITE: None}


def test_the_list_knows_how_far_the_profile_is_then(desk):
    draft = desk.draft()
    desk.run("set", draft, f"{paths.BUSINESS_NAME}=Northwind Robotics, Inc.")
    assert listed_next(desk) == ["1 of 7 steps ready"]


def test_a_field_can_undo_what_was_set(desk):
    draft = desk.profile()
    desk.run("set", draft, f"{paths.CITY}=Oakland")
    with desk.store() as store:
        assert "San Francisco" in store.profiles.undo_stack(draft, paths.CITY)


def test_what_is_in_review_cannot_be_set(desk):
    profile = desk.profile(submit=True)
    result = desk.run("set", profile, f"{paths.CITY}=Oakland", "--json")
    assert result.exit_code == 5
    assert json.loads(result.stderr)["error"]["code"] == "locked"
    assert desk.answers(profile)[paths.CITY] == "San Francisco"


def test_a_dry_run_shows_the_same_and_changes_nothing(desk):
    draft = desk.profile()
    dry = desk.run("set", draft, f"{paths.CITY}=Oakland", "--dry-run")
    assert dry.exit_code == 0
    assert dry.stderr == "A dry run: this is what would be done. Nothing is changed.\n"
    assert desk.answers(draft)[paths.CITY] == "San Francisco"
    assert desk.run("set", draft, f"{paths.CITY}=Oakland").stdout == dry.stdout


def test_get_prints_what_set_takes(desk):
    one, other = desk.profile(), desk.draft()
    lines = desk.run("get", one).stdout.splitlines()
    assert desk.run("set", other, *lines).exit_code == 0
    assert desk.answers(other) == desk.answers(one)
    told = json.loads(desk.run("get", one, "--json").stdout)
    assert told[paths.REGIONS] == ["USA_AND_CANADA", "EUROPE"]
    assert told[paths.STREET_SECONDARY] is None


def test_a_question_nobody_asks_cannot_be_got(desk):
    result = desk.run("get", desk.draft(), "business_information.ein")
    assert result.exit_code == 2
    assert "business_registration_number" in result.stderr


def test_new_makes_a_draft_of_a_file_without_a_screen(desk, good_document, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(good_document), encoding="utf-8")
    told = json.loads(desk.run("new", "--from", file, "--json").stdout)
    assert desk.answers(told["id"]) == read(good_document)
    assert json.loads(desk.run("new", "--from", "-", "--json", typed=json.dumps(good_document)).stdout)[
        "name"
    ]
    assert listed_next(desk) == ["Ready to submit"] * 2


def test_a_dry_new_makes_neither_a_draft_nor_a_file(desk, good_document):
    document = json.dumps(write(read(good_document)))
    assert desk.run("new", "--from", "-", "--dry-run", typed=document).exit_code == 0
    assert not desk.db.exists()
    result = desk.run("new", "--json")
    assert (result.exit_code, json.loads(result.stderr)["error"]["remedy"]) == (2, "Name a file with --from.")


def test_the_list_can_be_chosen_from_and_sorted(desk):
    rejected = desk.versions("Oakland")
    draft = desk.draft(**{paths.FRIENDLY_NAME: "Alder"})

    def ids(*words):
        return [profile["id"] for profile in json.loads(desk.run("list", "--json", *words).stdout)]

    assert ids("--status", "rejected") == [rejected]
    assert ids("--status", "draft", "--status", "rejected") == [rejected, draft]
    assert ids("--status", "approved") == []
    assert ids("--find", "alder") == [draft]
    assert ids("--sort", "name") == [draft, rejected]
    for newest, other in ((draft, rejected), (rejected, draft)):
        desk.now = desk.now.replace(year=desk.now.year + 40)
        desk.change(newest, city=f"Oakland {newest}")
        assert ids("--sort", "changed") == [newest, other]
    assert desk.run("list", "--find", "nowhere").stdout == "No profile fits.\n"
