"""The password in a status callback: sent and exported as typed, and shown nowhere."""

import json

import pytest

from trusthub_tui.profile import paths

TYPED = "https://hooks:s3cret-9f@api.northwindrobotics.com/trusthub"
SHOWN = "https://hooks:***@api.northwindrobotics.com/trusthub"
SECRET = "s3cret-9f"  # noqa: S105 - made up, to be looked for


@pytest.fixture
def profile_id(desk):
    """A profile that was rejected with one password, and has another one now, beside another website."""
    before = {paths.STATUS_CALLBACK: TYPED, paths.NOTIFICATION_EMAIL: "", paths.WEBSITE: ""}
    given = desk.profile(but=before, submit=True)
    desk.run("list")
    desk.change(
        given,
        status_callback=TYPED.replace(SECRET, f"{SECRET}-new"),
        website_url=f"https://staging:{SECRET}@northwindrobotics.com",
        social_media_profile_urls=f"x.com/northwind https://ada:{SECRET}@northwindrobotics.com/press",
    )
    return given


@pytest.mark.parametrize(
    "words",
    [
        ("show", "ID"),
        ("diff", "ID"),
        ("diff", "ID", "--json"),
        ("fix", "ID"),
        ("fix", "ID", "--json"),
        ("check", "ID"),
        ("check", "ID", "--json"),
        ("history", "ID"),
        ("history", "ID", "--json"),
        ("list",),
        ("list", "--json"),
        ("export", "ID", "--format", "html"),
        ("export", "ID", "--format", "markdown"),
    ],
    ids=" ".join,
)
def test_no_command_that_tells_of_a_profile_shows_it(desk, profile_id, words):
    result = desk.run(*(profile_id if word == "ID" else word for word in words))
    assert result.exit_code in (0, 3), result.stderr
    assert result.stdout
    assert SECRET not in result.stdout + result.stderr


@pytest.mark.parametrize("words", [("show", "ID"), ("diff", "ID"), ("export", "ID", "--format", "markdown")])
def test_the_rest_of_the_address_is_shown(desk, profile_id, words):
    result = desk.run(*(profile_id if word == "ID" else word for word in words))
    assert SHOWN in result.stdout.replace("\\", "")


def test_a_change_of_the_password_alone_is_a_difference(desk, profile_id):
    found = {one["path"]: one for one in json.loads(desk.run("diff", profile_id, "--json").stdout)}
    assert found[paths.STATUS_CALLBACK] | {"label": ""} == {
        "path": paths.STATUS_CALLBACK,
        "label": "",
        "before": SHOWN,
        "after": SHOWN,
    }


def test_the_documents_of_answers_hold_it_as_typed(desk, profile_id):
    typed = TYPED.replace(SECRET, f"{SECRET}-new")
    exported = json.loads(desk.run("export", profile_id, "--format", "json").stdout)
    assert exported["notification"]["status_callback"] == typed
    shown = json.loads(desk.run("show", profile_id, "--json").stdout)
    assert shown["answers"]["notification"]["status_callback"] == typed
    assert SECRET not in json.dumps(
        {name: part for name, part in shown.items() if name not in ("answers", "submissions")}
    )


def test_an_import_shows_no_password_when_it_asks(desk, profile_id, tmp_path):
    document = json.loads(desk.run("export", profile_id, "--format", "json").stdout)
    document["notification"]["status_callback"] = f"https://other:{SECRET}-2@api.northwindrobotics.com"
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(document))
    result = desk.run("import", file, "--into", profile_id, typed="n\n")
    assert "https://other:***@api.northwindrobotics.com" in result.stdout
    assert SECRET not in result.stdout + result.stderr


def test_the_copy_sheet_is_for_entering_it_so_it_has_it_whole(desk, profile_id):
    sheet = desk.run("export", profile_id, "--format", "sheet").stdout
    assert TYPED.replace(SECRET, f"{SECRET}-new") in sheet
