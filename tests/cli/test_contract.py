import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.support.released_schemas import FOLDER, contract
from trusthub_tui.cli.command_line import COMMANDS
from trusthub_tui.cli.schemas import SCHEMAS, schema_of
from trusthub_tui.profile import paths

READS = {"resume", "fix", "get", "list", "show", "check", "explain", "diff", "history", "keys", "account"}
READS |= {"remote", "schema", "man"}
"""What writes nothing but what screens write while somebody is there, and decisions that are due anyway."""


def fits(name, text):
    Draft202012Validator(schema_of(name)).validate(json.loads(text))
    return True


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_the_released_ones(name):
    released = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert contract(schema_of(name)) == released, "scripts rely on it; see tests.support.released_schemas"
    Draft202012Validator.check_schema(schema_of(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_printed_by_its_name(run, name):
    assert json.loads(run("schema", name).stdout) == schema_of(name)
    assert json.loads(run("schema").stdout) == schema_of("answers")


def test_the_answers_schema_tells_labels_hints_and_choices(run):
    schema = json.loads(run("schema").stdout)["properties"]["business_information"]["properties"]
    kind = schema["business_type"]
    assert kind["title"] == "Business type"
    assert {"const": "Corporation", "title": "Corporation"} in kind["anyOf"]
    assert schema["business_regions_of_operation"]["type"] == "array"
    assert schema["website_url"]["description"]


def test_what_commands_print_fits_their_schemas(desk, good_document):
    draft, rejected = desk.draft(), desk.versions("Oakland", "Berlin")
    reviewed = desk.profile(submit=True)
    assert fits("list", desk.run("list", "--json").stdout)
    for profile in (draft, rejected, reviewed):
        assert fits("show", desk.run("show", profile, "--json").stdout)
        assert fits("check", desk.run("check", profile, "--json").stdout)
        assert fits("answers", desk.run("export", profile).stdout)
    assert fits("check", desk.run("check", "-", "--json", typed=json.dumps([good_document])).stdout)


@pytest.mark.parametrize("change", [{"name": "x"}, {"terms": {"accepted": "yes"}}, {"address": "x"}])
def test_the_answers_schema_refuses_what_import_refuses(desk, good_document, change):
    document = good_document | change
    assert not Draft202012Validator(schema_of("answers")).is_valid(document)
    assert desk.run("import", "-", typed=json.dumps(document)).exit_code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_use_of_every_command_is_json_with_json(desk, command):
    result = desk.run(command, "--json", "--no-such-option")
    assert (result.exit_code, result.stdout) == (2, "")
    assert fits("error", result.stderr)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "ZZZZ"), 4),
        (("get", "ZZZZ"), 4),
        (("set", "ZZZZ", "address.city=x"), 4),
        (("delete", "ZZZZ"), 4),
        (("duplicate", "ZZZZ"), 4),
        (("reopen", "ZZZZ"), 4),
        (("discard", "ZZZZ"), 4),
        (("filed", "ZZZZ"), 4),
        (("submit", "ZZZZ", "--yes"), 4),
        (("export", "ZZZZ"), 4),
        (("backup", "copy.db"), 4),
        (("protect",), 4),
        (("restore", "missing.db", "--yes"), 1),
        (("undo",), 1),
        (("import", "missing.csv"), 2),
        (("import", "--db", "other.db", "store.db"), 2),
        (("new", "--from", "missing.json"), 2),
        (("list", "--status", "lost"), 2),
        (("nothing",), 2),
    ],
)
def test_every_failure_is_json_with_the_exit_code_it_ends_with(desk, tmp_path, monkeypatch, words, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "store.db").write_bytes(b"SQLite format 3\0\r\x93")
    result = desk.run(*words, "--json")
    assert (result.exit_code, result.stdout) == (code, "")
    assert fits("error", result.stderr)
    assert json.loads(result.stderr)["error"]["exit"] == code


def test_an_interrupted_command_says_so_in_json(desk, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("trusthub_tui.cli.commands.list_profiles.is_missing", interrupted)
    result = desk.run("list", "--json")
    assert result.exit_code == 130
    assert json.loads(result.stderr)["error"]["code"] == "interrupted"
    assert desk.run("list").stderr.strip() == ""


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in READS])
def test_whatever_writes_can_be_tried_out(run, command):
    assert "--dry-run" in run(command, "--help").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("duplicate", "ID"),
        ("delete", "ID"),
        ("submit", "ID"),
        ("filed", "ID"),
        ("undo",),
        ("set", "ID", f"{paths.CITY}=Oakland"),
        ("import", "FILE"),
        ("import", "FILE", "--into", "ID"),
        ("new", "--from", "FILE"),
        ("completion", "bash", "--install"),
        ("export", "ID", "--output", "out.json"),
        ("export", "--all", "--output", "out.csv"),
        ("backup", "copy.db"),
        ("restore", "FILE.db"),
        ("protect",),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_a_dry_run_does_everything_but_change_anything(
    desk, good_document, tmp_path, monkeypatch, words, as_json
):
    monkeypatch.chdir(tmp_path)
    profile = desk.profile()
    desk.run("duplicate", profile)
    desk.run("backup", "FILE.db")
    (tmp_path / "FILE").write_text(json.dumps(good_document), encoding="utf-8")
    before, there = desk.run("export", "--all", "--format", "csv").stdout, sorted(tmp_path.iterdir())
    filled = [profile if word == "ID" else word for word in words]
    if words[0] == "completion" and as_json:
        return  # what it prints is no data
    result = desk.run(*filled, "--dry-run", *["--json"][:as_json])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) if as_json else result.stdout
    assert desk.run("export", "--all", "--format", "csv").stdout == before
    assert sorted(tmp_path.iterdir()) == there


def test_what_is_rejected_or_rehearsed_can_be_tried_out_too(desk):
    rejected = desk.versions("Oakland")
    for words in (("discard", rejected), ("decide", rejected, "--approved")):
        desk.run(*words, "--dry-run")
        assert desk.status(rejected) == "twilio-rejected"
    approved = desk.profile(submit=True)
    desk.run("list")
    assert desk.run("reopen", approved, "--dry-run").exit_code == 0
    assert desk.status(approved) == "twilio-approved"


def test_an_export_that_is_tried_out_says_what_stands_in_its_way(desk, tmp_path):
    file = tmp_path / "there.json"
    file.write_text("mine")
    result = desk.run("export", desk.profile(), "--output", file, "--dry-run")
    assert result.exit_code == 2
    assert "is there already" in result.stderr


@pytest.mark.skipif(shutil.which("jq") is None or shutil.which("sh") is None, reason="the example needs them")
def test_the_example_of_the_readme_turns_a_table_into_checked_drafts(tmp_path):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```sh\n(trusthub-tui import .*?)```", readme, re.DOTALL)
    (tmp_path / "customers.csv").write_text("Firm,City\nNorthwind,Oakland\nElm,Reno\n", encoding="utf-8")
    command = tmp_path / "trusthub-tui"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m trusthub_tui "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    around = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "TRUSTHUB_TUI_DB": "x.db",
        "PYTHONPATH": os.getcwd(),
    }
    ended = subprocess.run(
        ["sh", "-c", example],
        cwd=tmp_path,
        env=os.environ | around,
        capture_output=True,
        text=True,
        check=True,
    )
    made = json.loads((tmp_path / "made.json").read_text(encoding="utf-8"))["made"]
    assert [one["name"] for one in made] == ["Northwind", "Elm"]
    for one in made:
        assert f"{one['id']}: exit code 3, see {one['id']}.json" in ended.stdout
        assert fits("check", (tmp_path / f"{one['id']}.json").read_text(encoding="utf-8"))
