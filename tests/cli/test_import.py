import copy
import json

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.document import read


@pytest.fixture
def file(tmp_path):
    def written(content, name="answers.json"):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return written


@pytest.fixture
def other_document(good_document):
    other = copy.deepcopy(good_document)
    other["friendly_name"] = "Northwind east"
    other["address"]["city"] = "Oakland"
    del other["authorized_representative_2"]["job_position"]
    return other


def count(desk):
    with desk.store() as store:
        return store.profiles.count()


def ids(desk):
    return [profile["id"] for profile in json.loads(desk.run("list", "--json").stdout)]


def test_a_document_becomes_a_draft(desk, good_document, file):
    result = desk.run("import", file(good_document))
    [made] = ids(desk)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Imported Northwind main: draft {made}\n"
    assert desk.status(made) == "draft"
    assert desk.answers(made) == read(good_document)
    [event] = json.loads(desk.run("history", made, "--json").stdout)
    assert event["text"] == "Imported from answers.json"


def test_json_tells_what_was_made(desk, good_document, file):
    told = json.loads(desk.run("import", file(good_document), "--json").stdout)
    assert told == {"id": ids(desk)[0], "name": "Northwind main", "status": "draft"}


def test_a_list_becomes_a_draft_of_each(desk, good_document, other_document, file):
    result = desk.run("import", file([good_document, other_document]))
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("Imported Northwind main: draft ")
    assert second.startswith("Imported Northwind east: draft ")
    assert desk.answers(second.split()[-1]) == read(other_document)
    told = json.loads(desk.run("import", file([good_document]), "--json").stdout)
    assert [one["name"] for one in told] == ["Northwind main"]


def test_unfinished_and_wrong_answers_come_in_as_they_are(desk, file):
    document = {"schema": 1, "business_information": {"website_url": "not a website"}}
    made = json.loads(desk.run("import", file(document), "--json").stdout)["id"]
    assert json.loads(desk.run("export", made).stdout) == document


def test_it_comes_from_standard_input_too(desk, good_document):
    assert desk.run("import", "-", typed=json.dumps(good_document)).exit_code == 0
    [event] = json.loads(desk.run("history", *ids(desk), "--json").stdout)
    assert event["text"] == "Imported"


def test_an_empty_list_makes_nothing(desk, file):
    result = desk.run("import", file([]))
    assert (result.exit_code, result.stdout) == (0, "The file holds an empty list.\n")
    assert json.loads(desk.run("import", file([]), "--json").stdout) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is not JSON: line 1, column 1"),
        ('{"schema": 1, "nmae": "x"}', ": Unknown key: nmae."),
        ('{"schema": 1, "address": {"city": 7}}', ": address.city must be text in quotes, not a number."),
        ('[{"schema": 1, "friendly_name": "fine"}, {"schema": 2}]', ", profile 2 of 2: This program reads"),
        ('[{"schema": 1}, {"schema": 1}, 7]', ", profile 3 of 3: A document of answers must be an object"),
    ],
)
@pytest.mark.parametrize("into", [False, True])
def test_a_file_that_cannot_be_read_changes_nothing(desk, file, content, told, into):
    before = desk.answers(there := desk.draft())
    path = file(content)
    result = desk.run("import", path, *(("--into", there, "--yes") if into else ()))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(str(path))
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert desk.answers(there) == before
    assert count(desk) == 1


def test_standard_input_that_cannot_be_read_is_called_by_its_name(desk):
    result = desk.run("import", "-", typed='{"schema": 1, "nmae": "x"}')
    assert result.stderr.startswith("Standard input: Unknown key: nmae.")
    assert desk.run("import", "-", typed="").stderr.startswith("Standard input is not JSON: line 1")


def test_when_one_of_a_list_cannot_be_made_none_is(desk, good_document, file, monkeypatch):
    from trusthub_tui.store import create
    from trusthub_tui.store.errors import DiskFull

    take_in, made = create.take_in, []

    def full(*words, **options):
        if made:
            raise DiskFull(desk.db)
        made.append(take_in(*words, **options))
        return made[0]

    monkeypatch.setattr("trusthub_tui.store.create.take_in", full)
    result = desk.run("import", file([good_document, good_document]))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no room left" in result.stderr
    assert made
    assert count(desk) == 0


def test_over_a_draft_what_would_change_is_shown_and_nothing_is_changed(desk, other_document, file):
    profile_id = desk.profile()
    before = desk.answers(profile_id)
    result = desk.run("import", file(other_document), "--into", profile_id)
    assert result.exit_code == 2
    assert result.stdout == (
        f"Northwind main  ({profile_id})\n"
        "3 answers would change:\n"
        "  Step 1, Profile name\n"
        "    now   Northwind main\n"
        "    then  Northwind east\n"
        "  Step 2, City\n"
        "    now   San Francisco\n"
        "    then  Oakland\n"
        "  Step 4, Representative 2: Job position\n"
        "    now   Director\n"
        "    then  Not provided\n"
    )
    assert result.stderr == "Nothing was changed. To replace these answers, add --yes.\n"
    assert desk.answers(profile_id) == before


def test_with_yes_the_answers_are_replaced_and_can_be_brought_back(desk, other_document, file):
    profile_id = desk.profile()
    before = desk.answers(profile_id)
    result = desk.run("import", file(other_document), "--into", profile_id.lower(), "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("Replaced 3 answers. To take that back: trusthub-tui undo\n")
    assert desk.answers(profile_id) == read(other_document)
    assert count(desk) == 1
    assert desk.run("undo").exit_code == 0
    assert desk.answers(profile_id) == before


def test_a_rejected_profile_takes_other_answers_too(desk, good_document, file):
    profile_id = desk.profile(but={paths.WEBSITE: ""}, submit=True)
    assert desk.run("import", file(good_document), "--into", profile_id, "--yes").exit_code == 0
    assert desk.answers(profile_id) == read(good_document)
    assert desk.status(profile_id) == "twilio-rejected"


def test_json_shows_the_differences_and_asks_nobody(desk, other_document, file, terminal):
    profile_id = desk.profile()
    path = file(other_document)
    code, printed = terminal("--db", desk.db, "import", path, "--into", profile_id, "--json", typed="y\n")
    told = json.loads(printed)
    assert code == 2
    assert (told["id"], told["changed"]) == (profile_id, False)
    assert told["differences"][1] == {
        "path": paths.CITY,
        "label": "City",
        "before": "San Francisco",
        "after": "Oakland",
    }
    result = desk.run("import", path, "--into", profile_id, "--json", "--yes")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == told | {"changed": True}
    assert desk.answers(profile_id) == read(other_document)


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 130)])
def test_at_a_terminal_the_user_is_asked(desk, other_document, file, terminal, typed, code):
    profile_id = desk.profile()
    before = desk.answers(profile_id)
    words = ("--db", desk.db, "import", file(other_document), "--into", profile_id)
    ended, printed = terminal(*words, typed=typed)
    assert ended == code
    assert "3 answers would change:" in printed
    assert "Replace these 3 answers? [y/N]: " in printed
    assert desk.answers(profile_id) == (before if code else read(other_document))


def test_the_same_answers_change_nothing(desk, good_document, file):
    profile_id = desk.profile()
    result = desk.run("import", file(good_document), "--into", profile_id)
    assert result.exit_code == 0
    assert result.stdout == f"Northwind main  ({profile_id})\nThe file holds the same answers.\n"
    told = json.loads(desk.run("import", file(good_document), "--into", profile_id, "--json").stdout)
    assert told == {"id": profile_id, "changed": False, "differences": []}


@pytest.mark.parametrize("sure", [(), ("--yes",)])
def test_a_locked_profile_takes_none_and_says_why(desk, other_document, file, sure):
    profile_id = desk.profile()
    desk.run("filed", profile_id)
    result = desk.run("import", file(other_document), "--into", profile_id, *sure)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == (
        f"Profile {profile_id} cannot be changed: it is In Review."
        f" Make a draft that can be changed with: trusthub-tui duplicate {profile_id}\n"
    )


def test_what_another_window_changed_meanwhile_is_not_overwritten(
    desk, other_document, file, terminal, monkeypatch
):
    profile_id = desk.profile()

    def agreed(question):
        desk.change(profile_id, city="Fresno")
        return True

    monkeypatch.setattr("click.confirm", agreed)
    code, _ = terminal("--db", desk.db, "import", file(other_document), "--into", profile_id)
    assert code == 1
    assert desk.answers(profile_id)[paths.CITY] == "Fresno"


def test_a_list_of_several_fits_into_no_profile(desk, good_document, file):
    profile_id = desk.draft()
    result = desk.run("import", file([good_document] * 2), "--into", profile_id, "--yes")
    assert result.exit_code == 2
    assert "holds 2 profiles, and --into takes one. Leave --into out" in result.stderr
    one = desk.run("import", file([good_document]), "--into", profile_id, "--yes")
    assert one.exit_code == 0


def test_an_unknown_id_is_not_found(desk, good_document, file):
    assert desk.run("import", file(good_document), "--into", "ZZZZ", "--yes").exit_code == 4
    assert not desk.db.exists()


def test_a_file_that_is_not_there_is_wrong_use(desk, tmp_path):
    result = desk.run("import", tmp_path / "missing")
    assert (result.exit_code, result.stderr) == (2, f"There is no file {tmp_path}/missing. Check the path.\n")
    assert not desk.db.exists()
