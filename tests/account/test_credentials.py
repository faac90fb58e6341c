"""Which credentials are found where, and that none of them shows itself."""

import json
import os
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.crash import crash_print
from trusthub_tui.account import credentials
from trusthub_tui.account.credentials import Credentials, Hosts, SourceKind, Surroundings
from trusthub_tui.account.faults import AccountError, NoCredentials, UnusableCredentials
from trusthub_tui.account.secret import Secret

AC, OTHER, SK = "AC" + "1" * 32, "AC" + "9" * 32, "SK" + "2" * 32
SENTINEL = "s3ntinel-secret-5f9c"
BY_KEY = {"TWILIO_ACCOUNT_SID": AC, "TWILIO_API_KEY": SK, "TWILIO_API_SECRET": SENTINEL}
BY_TOKEN = {"TWILIO_ACCOUNT_SID": AC, "TWILIO_AUTH_TOKEN": SENTINEL}
CLI = {
    "email": "ada@example.com",
    "activeProject": "dev",
    "profiles": {
        "dev": {"accountSid": OTHER, "apiKey": SK, "apiSecret": SENTINEL},
        "eu": {"accountSid": OTHER, "apiKey": SK, "apiSecret": SENTINEL, "region": "ie1", "edge": "dublin"},
    },
    "projects": [{"id": "old"}],
}


@pytest.fixture
def around(tmp_path: Path) -> Any:
    """Somebody's variables and files."""

    def made(
        environ: dict[str, str] | None = None, cli: object = None, config: str = "", run: Any = None
    ) -> Surroundings:
        cli_file, config_file = tmp_path / "config.json", tmp_path / "config.toml"
        for file, text in ((cli_file, json.dumps(cli) if cli is not None else ""), (config_file, config)):
            if text:
                file.write_text(text)
                file.chmod(0o600)
        more = {"run": run} if run else {}
        return Surroundings(environ or {}, cli_file, config_file, **more)

    return made


@pytest.mark.parametrize(
    ("environ", "user", "source"),
    [
        (BY_KEY, SK, "the environment (TWILIO_API_KEY)"),
        (BY_TOKEN, AC, "the environment (TWILIO_AUTH_TOKEN)"),
        (BY_KEY | BY_TOKEN, SK, "the environment (TWILIO_API_KEY)"),
        (BY_TOKEN | {"TWILIO_API_KEY": SK}, AC, "the environment (TWILIO_AUTH_TOKEN)"),
    ],
)
def test_the_environment_comes_first_and_in_it_the_key(
    around: Any, environ: Any, user: str, source: str
) -> None:
    found = credentials.find(around(environ, CLI))
    assert (found.account_sid, found.user, found.source) == (AC, user, source)
    assert found.secret.reveal() == SENTINEL


def test_then_comes_the_account_in_use_at_twilio_cli(around: Any) -> None:
    found = credentials.find(around({}, CLI))
    assert (found.account_sid, found.kind, found.source) == (
        OTHER,
        SourceKind.TWILIO_CLI,
        "twilio-cli's profile dev",
    )
    assert found.hosts == Hosts()


def test_an_account_can_be_named_whatever_the_environment_says(around: Any) -> None:
    found = credentials.find(around(BY_KEY, CLI), "eu")
    assert (found.account_sid, found.name) == (OTHER, "eu")
    assert found.hosts == Hosts("https://trusthub.dublin.ie1.twilio.com", "https://api.dublin.ie1.twilio.com")


def test_without_any_that_is_told(around: Any) -> None:
    with pytest.raises(NoCredentials):
        credentials.find(around())
    with pytest.raises(NoCredentials):
        credentials.find(around({"TWILIO_ACCOUNT_SID": " "}, {"profiles": {}}))


def test_a_command_of_the_users_choice_prints_the_credentials_of_an_account(around: Any) -> None:
    said = json.dumps({"account_sid": AC, "api_key": SK, "api_secret": SENTINEL})
    config = f"""
        [account.vault]
        command = [{json.dumps(sys.executable)}, "-c", "import sys; print(sys.argv[1])",
            {json.dumps(said)}]
        edge = "dublin"
        subaccount_of = "{OTHER}"
    """
    found = credentials.find(around(BY_TOKEN, CLI, config), "vault")
    assert (found.account_sid, found.user, found.kind) == (AC, SK, SourceKind.COMMAND)
    assert (found.source, found.parent) == ("the command of account vault", OTHER)
    assert found.hosts.trusthub == "https://trusthub.dublin.us1.twilio.com"
    assert credentials.names(around(BY_TOKEN, CLI, config)) == ("vault", "dev", "eu")


def asks(name: str = "", environ: Any = None, cli: Any = None, config: str = "") -> Any:
    return pytest.param(
        name, environ or {}, cli, config, id=f"{name} {sorted(environ or {})} {cli} {config}"[:60]
    )


PRINTS = f'[account.v]\ncommand = ["{sys.executable}", "-c", "{{}}"]'
SAID = json.dumps({"account_sid": AC, "api_key": SK, "api_secret": "of a test"})
WHOLE = f"""[account.v]
command = ["{sys.executable}", "-c", "import sys; print(sys.argv[1])", '{SAID}']
subaccount_of = """
SILENT = '[account.v]\ncommand = ["true"]'


@pytest.mark.parametrize(
    ("name", "environ", "cli", "config"),
    [
        asks(environ={"TWILIO_ACCOUNT_SID": AC}),
        asks(environ={"TWILIO_ACCOUNT_SID": AC, "TWILIO_API_KEY": SK}),
        asks(environ={"TWILIO_AUTH_TOKEN": SENTINEL}),
        asks(environ={"TWILIO_API_SECRET": SENTINEL}),
        asks(environ=BY_KEY | {"TWILIO_ACCOUNT_SID": SENTINEL}),
        asks(environ=BY_KEY | {"TWILIO_API_KEY": SENTINEL}),
        asks(environ=BY_KEY | {"TWILIO_REGION": "evil.example/"}),
        asks(environ=BY_KEY | {"TWILIO_TRUSTHUB_BASE_URL": "http://twilio.com.evil.example"}),
        asks(name="old", cli=CLI | {"projects": {"old": {"accountSid": AC}}}),
        asks(cli=CLI | {"profiles": {"dev": {"accountSid": AC, "apiKey": SK}}}),
        asks(cli=[SENTINEL]),
        asks(name="nobody", cli=CLI),
        asks(name="v", config=SILENT),
        asks(name="v", config='[account.v]\ncommand = ["/no/such/command"]'),
        asks(name="v", config='[account.v]\ncommand = ["false"]'),
        asks(name="v", config=PRINTS.format(f"print('{SENTINEL[::-1]}'[::-1])")),
        asks(
            name="v",
            config=PRINTS.format(f"print(repr('{SENTINEL[::-1]}'[::-1]).replace(chr(39), chr(34)))"),
        ),
        asks(name="v", config='[account.v]\ncommand = "echo shell | sh"'),
        asks(name="v", config='[account.v]\nedge = "dublin"'),
        asks(name="v", config=f'{WHOLE}"AC12"'),
        asks(name="v", config=f'{WHOLE}"{AC}"'),
        asks(name="v", config="[account"),
        asks(name="v", config="account = 1"),
    ],
)
def test_half_a_set_or_an_odd_one_is_told_without_repeating_it(
    around: Any, name: str, environ: Any, cli: Any, config: str
) -> None:
    with pytest.raises(UnusableCredentials) as told:
        credentials.find(around(environ, cli, config), name)
    assert told.value.remedy
    assert SENTINEL not in told.value.text
    assert SENTINEL not in crash_print(told.value)


def test_a_broken_file_of_twilio_cli_is_told_without_repeating_it(around: Any, tmp_path: Path) -> None:
    here = around({}, CLI)
    here.twilio_cli.write_text(f'{{"profiles": {{"dev": {{"apiSecret": "{SENTINEL}"')
    with pytest.raises(UnusableCredentials, match="cannot be read") as told:
        credentials.find(here)
    assert SENTINEL not in crash_print(told.value)


@pytest.mark.parametrize(
    ("base", "allowed"),
    [
        ("http://127.0.0.1:8089", True),
        ("http://localhost:1", True),
        ("http://[::1]:8089/", True),
        ("https://trusthub.dublin.ie1.twilio.com", True),
        ("https://TRUSTHUB.twilio.com/", True),
        ("http://trusthub.twilio.com", False),
        ("https://127.0.0.1", False),
        ("https://eviltwilio.com", False),
        ("https://twilio.com.evil.example", False),
        ("http://127.0.0.1.evil.example", False),
        ("http://10.0.0.1:80", False),
        ("https://twilio.com@evil.example", False),
        ("http://a:b@127.0.0.1:80", False),
        ("http://127.0.0.1:80/v1", False),
        ("http://127.0.0.1:notaport", False),
        ("http://[", False),
        ("file:///etc/passwd", False),
        ("127.0.0.1:8089", False),
    ],
)
def test_credentials_go_to_twilio_or_to_this_computer_only(around: Any, base: str, allowed: bool) -> None:
    for variable in ("TWILIO_TRUSTHUB_BASE_URL", "TWILIO_API_BASE_URL"):
        here = around(BY_KEY | {variable: base})
        if allowed:
            assert credentials.find(here).hosts != Hosts("", "")
        else:
            with pytest.raises(UnusableCredentials, match=variable):
                credentials.find(here)


def test_what_stands_in_for_twilio_is_named(around: Any) -> None:
    assert credentials.find(around(BY_KEY)).hosts.replaced == ""
    found = credentials.find(around(BY_KEY | {"TWILIO_API_BASE_URL": "http://127.0.0.1:8089"}))
    assert found.hosts == Hosts(api="http://127.0.0.1:8089")
    assert found.hosts.replaced == "127.0.0.1:8089"


def test_a_file_that_others_can_read_is_told_once(around: Any) -> None:
    here = around({}, CLI)
    assert credentials.find(here).warnings == ()
    here.twilio_cli.chmod(0o644)
    [warning] = credentials.find(here).warnings
    assert f"chmod 600 {here.twilio_cli}" in warning


def test_nobody_writes_into_the_files_of_others(around: Any, tmp_path: Path) -> None:
    here = around(BY_KEY, CLI, SILENT)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    for name in ("", "dev", "v"):
        try:
            credentials.find(here, name)
        except AccountError:
            continue
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before


def test_a_file_with_variables_in_the_folder_is_never_read(
    around: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("\n".join(f"{name}={value}" for name, value in BY_KEY.items()))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoCredentials):
        credentials.find(around())


def found_everywhere(around: Any) -> list[Credentials]:
    return [
        credentials.find(around(BY_KEY)),
        credentials.find(around({}, CLI)),
        credentials.asked(around(), AC, SK, Secret(SENTINEL)),
    ]


def test_a_secret_shows_itself_in_no_form(around: Any) -> None:
    for found in found_everywhere(around):
        assert found.secret.reveal() == SENTINEL
        for shown in (repr(found), str(found), f"{found}", repr(found.secret), f"{found.secret!s:>3}"):
            assert SENTINEL not in shown
        with pytest.raises(TypeError):
            pickle.dumps(found.secret)


def test_the_variables_of_the_process_show_themselves_in_no_crash_print(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in BY_KEY.items():
        monkeypatch.setenv(name, value)
    here = Surroundings.here()
    assert here.environ is os.environ
    assert SENTINEL not in repr(here)
    monkeypatch.setenv("TWILIO_REGION", "not one")
    with pytest.raises(UnusableCredentials) as told:
        credentials.find(here)
    assert SENTINEL not in crash_print(told.value)
