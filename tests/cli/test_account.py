"""The commands that ask Twilio, against one of our own on a loopback port."""

import json
import os
import socketserver
import sys
import threading
from functools import partial

import pytest

from tests.support import documented
from tests.support.failures import READS, WRITES
from tests.support.fake_twilio import (
    BUSINESS,
    SECONDARY,
    STARTER,
    FakeTwilio,
    Fault,
    served,
)
from trusthub_tui.account.call import Chances
from trusthub_tui.cli import at_twilio
from trusthub_tui.trusthub.connecting import Connector

SECRET = "s3ntinel-secret-5f9c"  # noqa: S105 - of a fake
REP_1 = "authorized_representative_1"


class Town:
    """A Twilio on a loopback port, and a desk whose environment has its credentials."""

    def __init__(self, desk, fake, base):
        self.desk, self.fake = desk, fake
        self.ac = fake.account()
        self.env = {
            "TWILIO_ACCOUNT_SID": self.ac,
            "TWILIO_API_KEY": "SK" + "1" * 32,
            "TWILIO_API_SECRET": SECRET,
            "TWILIO_TRUSTHUB_BASE_URL": base,
            "TWILIO_API_BASE_URL": base,
        }

    def run(self, *words, **env):
        return self.desk.run(*words, env=self.env | env)

    def json(self, *words, code=0):
        result = self.run(*words, "--json")
        assert (result.exit_code, result.stderr) == (code, ""), result.output
        return json.loads(result.stdout)

    def pulled(self, **how):
        sid = self.fake.console_draft(self.ac, **how)
        [pulled] = self.json("pull", sid)
        return sid, pulled["id"]


@pytest.fixture(autouse=True)
def _nobody_elses_account(monkeypatch, tmp_path):
    for name in os.environ:
        if name.startswith("TWILIO_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def town(desk):
    fake = FakeTwilio()
    documented.watch(fake)
    with served(fake) as base:
        yield Town(desk, fake, base)
    assert fake.violations == []


def test_account_says_which_one_from_where_and_what_works(town):
    town.fake.console_draft(town.ac)
    result = town.run("account")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Account AC…1111, from the environment (TWILIO_API_KEY)\nNOT TWILIO: 127.0.0.1:"
    )
    assert "Trust Hub can be read" in result.stdout
    assert "Primary profile: Northwind main (Draft)" in result.stdout
    assert "ISV, reseller or partner: not known before the Primary profile is pulled" in result.stdout
    town.run("pull")
    assert "ISV, reseller or partner: no\n" in town.run("account").stdout
    told = town.json("account")
    assert (told["account_sid"], told["reads"], told["writes"], told["following"]) == (
        town.ac,
        True,
        None,
        False,
    )


def test_account_is_followed_and_forgotten(town):
    _, made = town.pulled()
    assert "This file follows it" in town.run("account", "use").stdout
    assert town.json("account")["following"]
    assert "stays" in town.run("account", "forget").stdout
    assert not town.json("account")["following"]
    assert town.json("show", made)["twilio"]["status"] == "draft"
    town.run("account", "forget", "--purge")
    assert town.json("show", made)["twilio"] is None
    assert town.json("show", made)["answers"]["address"]["city"] == "San Francisco"


def test_without_credentials_that_is_told(desk):
    for words in (["account"], ["remote"], ["pull"], ["watch", "--once"]):
        result = desk.run(*words)
        assert (result.exit_code, result.stdout) == (6, "")
        assert result.stderr.startswith("No Twilio credentials were found.")


def test_refused_credentials_end_with_six_and_say_where_they_are_from(town):
    town.fake.secrets.clear()
    result = town.run("remote", "--json")
    error = json.loads(result.stderr)["error"]
    assert (result.exit_code, error["code"], error["exit"]) == (6, "credentials", 6)
    assert "from the environment (TWILIO_API_KEY)" in error["message"]


def test_a_key_without_trust_hub_says_what_is_needed(town):
    town.fake.keys_without_trusthub.add("SK" + "1" * 32)
    result = town.run("account")
    assert result.exit_code == 6
    assert "a Standard key or the auth token is needed" in result.stdout
    assert town.run("remote").exit_code == 6


def test_twilio_that_cannot_be_reached_ends_with_seven(town, monkeypatch):
    monkeypatch.setattr("trusthub_tui.account.call._PAUSES", ())
    result = town.run("remote", TWILIO_TRUSTHUB_BASE_URL="http://127.0.0.1:1")
    assert result.exit_code == 7
    assert "Twilio cannot be reached" in result.stderr


@pytest.mark.parametrize("how", ["option", "variable"])
def test_offline_makes_no_request(town, how):
    sid, made = town.pulled()
    town.run("remote")
    asked = len(town.fake.asked)
    words, env = (["--offline"], {}) if how == "option" else ([], {"TRUSTHUB_TUI_OFFLINE": "1"})
    for command in (["pull", made], ["push", made, "--yes"], ["evaluate", made], ["watch", "--once"]):
        result = town.run(*words, *command, **env)
        assert (result.exit_code, "stay offline" in result.stderr) == (7, True), (command, result.output)
    assert sid in town.run(*words, "remote", **env).stdout
    assert "Nothing was asked" in town.run(*words, "account", **env).stdout
    assert town.run(*words, "show", made, **env).exit_code == 0
    assert len(town.fake.asked) == asked


def test_remote_lists_what_twilio_has(town):
    sid, made = town.pulled()
    other = town.fake.console_draft(town.ac, policy=STARTER)
    town.fake.decide(sid, "twilio-rejected", (18602,))
    [listed] = town.json("remote")
    assert (listed["sid"], listed["kind"], listed["status"], listed["codes"], listed["id"]) == (
        sid,
        "primary",
        "twilio-rejected",
        [18602],
        made,
    )
    assert [one["sid"] for one in town.json("remote", "--all")] == [sid, other]
    assert "Twilio Rejected  18602" in town.run("remote").stdout


def test_pull_takes_the_only_primary_and_all_takes_all(town):
    first = town.fake.console_draft(town.ac)
    [pulled] = town.json("pull")
    assert pulled["new"]
    town.fake.console_draft(town.ac, policy=SECONDARY)
    assert [one["new"] for one in town.json("pull", "--all")] == [False, True]
    town.fake.console_draft(town.ac)
    result = town.run("pull")
    assert (result.exit_code, first in result.stderr) == (2, True)


def test_pull_tells_both_sides_and_ends_with_eight(town):
    sid, made = town.pulled()
    town.desk.change(made, first_name="Here")
    town.fake.edit(sid, REP_1, first_name="There")
    result = town.run("pull", made)
    assert result.exit_code == 8
    assert "    was     Ada\n    here    Here\n    Twilio  There\n" in result.stdout
    [told] = town.json("pull", made, code=8)
    assert [(one["was"], one["here"], one["twilio"]) for one in told["conflicts"]] == [
        ("Ada", "Here", "There")
    ]
    assert town.run("push", made, "--yes").exit_code == 8
    town.json("pull", made, "--ours")
    assert town.desk.answers(made)[f"{REP_1}.first_name"] == "Here"
    town.fake.edit(sid, REP_1, first_name="Elsewhere")
    town.json("pull", made, "--theirs")
    assert town.desk.answers(made)[f"{REP_1}.first_name"] == "Elsewhere"


def test_push_shows_the_plan_and_writes_only_when_told_to(town):
    sid, made = town.pulled()
    town.desk.change(made, website_url="https://northwind.example")
    asked = len(town.fake.writes())
    dry = town.run("push", made, "--dry-run")
    assert dry.exit_code == 0
    assert "Change the business information\n    Website: https://www.northwindrobotics.com → " in dry.stdout
    assert "The terms are not accepted here" in dry.stdout
    refused = town.run("push", made)
    assert (refused.exit_code, "Nothing was sent" in refused.stderr) == (2, True)
    assert len(town.fake.writes()) == asked
    told = town.json("push", made, "--yes")
    assert [one["object"] for one in told["done"]] == [BUSINESS]
    assert told["left"] == []
    assert town.fake.of_type(sid, BUSINESS)[0]["attributes"]["website_url"] == "https://northwind.example"
    assert "has these answers already" in town.run("push", made).stdout


def test_whatever_writes_can_be_planned_and_nothing_is_sent_or_taken_over(town):
    sid = town.fake.console_draft(town.ac)
    [planned] = town.json("pull", sid, "--dry-run")
    assert (planned["id"], planned["new"], planned["dry_run"], len(planned["changed"]) > 10) == (
        None,
        True,
        True,
        True,
    )
    assert town.desk.run("list", "--json").stdout.strip() == "[]"
    [pulled] = town.json("pull", sid)
    made = pulled["id"]
    town.desk.change(made, website_url="https://northwind.example")
    town.fake.edit(sid, REP_1, first_name="There")
    dry = town.run("pull", made, "--dry-run")
    assert f"{made}: 1 answer would be taken over\n  Representative 1: First name: There" in dry.stdout
    assert town.desk.answers(made)[f"{REP_1}.first_name"] == "Ada"
    assert town.run("submit", made, "--to", "twilio", "--dry-run").exit_code == 8, "first it is to be pulled"
    town.run("pull", made)
    dry = town.run("submit", made, "--to", "twilio", "--dry-run")
    assert (dry.exit_code, "Website: " in dry.stdout) == (0, True)
    assert dry.stdout.endswith("Submit it for review, if nothing is\nNothing was sent.\n")
    steps = town.json("submit", made, "--to", "twilio", "--dry-run")["plan"]
    assert [one["step"] for one in steps] == ["update", "evaluate", "submit"]
    assert (
        f"Twilio would check Northwind main ({sid}). Nothing was sent."
        in town.run("evaluate", made, "--dry-run").stdout
    )
    assert town.json("evaluate", made, "--dry-run")["sent"] is False
    town.run("account", "use", "--dry-run")
    assert not town.json("account")["following"]
    town.run("account", "use")
    town.run("account", "forget", "--purge", "--dry-run")
    assert town.json("account")["following"]
    assert not town.fake.writes()
    town.fake.submit(sid)
    assert "was submitted in the Console" in town.run("watch", "--all", "--dry-run").stdout
    assert town.desk.status(made) == "draft"


def test_push_ends_with_nine_and_the_fields_that_are_left(town):
    town.fake.primary_end_users = False
    _, made = town.pulled()
    town.desk.change(made, website_url="https://northwind.example")
    told = town.json("push", made, "--yes", code=9)
    assert [(one["path"], one["here"]) for one in told["left"]] == [
        ("business_information.website_url", "https://northwind.example")
    ]
    assert "restricted via API" in told["words"][0]
    result = town.run("push", made, "--yes")
    assert result.exit_code == 9
    assert "  Website: https://northwind.example\nhttps://console.twilio.com/" in result.stdout


def test_evaluate_tells_what_is_missing_at_which_question(town):
    sid, made = town.pulled()
    assert town.json("evaluate", made)["compliant"]
    town.fake.edit(sid, BUSINESS, website_url="")
    told = town.json("evaluate", made, code=3)
    assert [(one["code"], one["paths"]) for one in told["findings"]] == [
        (22215, ["business_information.website_url"])
    ]
    assert "noncompliant\n  22215: Website" in town.run("evaluate", made).stdout
    assert town.json("show", made)["twilio"]["evaluation"]["compliant"] is False


def test_submitting_to_twilio_ends_in_the_console_for_a_primary(town):
    _, made = town.pulled()
    assert town.run("submit", made, "--to", "twilio").exit_code == 2
    result = town.run("submit", made, "--to", "twilio", "--yes")
    assert result.exit_code == 9
    assert "compliant" in result.stdout
    assert "Now open it in the Console and submit it for review." in result.stdout
    _, secondary = town.pulled(policy=SECONDARY)
    assert town.json("submit", secondary, "--to", "twilio", "--yes")["state"] == "submitted"
    assert town.desk.status(secondary) == "in-review"


def test_watch_tells_each_change_on_a_line_and_ends_with_the_decision(town):
    sid, made = town.pulled()
    assert town.run("watch", "--all", "--once").exit_code == 0
    town.fake.submit(sid)
    result = town.run("watch", made, "--once", "--json")
    assert (result.exit_code, [json.loads(line)["turn"] for line in result.stdout.splitlines()]) == (
        10,
        ["filed"],
    )
    assert town.run("watch", made, "--for", "0.1s").exit_code == 10
    town.fake.decide(sid, "twilio-rejected", (18602, 18606))
    result = town.run("watch", made)
    assert result.exit_code == 3
    assert f"  {made}  Northwind main is Twilio Rejected: 18602, 18606.\n" in result.stdout
    town.fake.submit(sid)
    town.fake.decide(sid, "twilio-approved")
    result = town.run("watch", "--all", "--json")
    assert result.exit_code == 0
    [line] = [json.loads(line) for line in result.stdout.splitlines()]
    assert (line["id"], line["status"], line["version"]) == (made, "twilio-approved", 2)
    assert town.desk.status(made) == "twilio-approved"


def test_watch_refuses_what_it_cannot_follow(town):
    draft = town.desk.draft()
    assert town.run("watch", draft, "--once").exit_code == 4
    assert town.run("watch", "N0NE", "--once").exit_code == 4
    assert town.run("watch", "--for", "soon").exit_code == 2


def test_watch_follows_only_what_the_account_has(town):
    sid, made = town.pulled()
    town.fake.submit(sid)
    assert town.run("watch", "--once").exit_code == 10
    other = {"TWILIO_ACCOUNT_SID": town.fake.account("9"), "TWILIO_API_KEY": "SK" + "9" * 32}
    assert town.run("watch", "--once", **other).exit_code == 0
    result = town.run("watch", made, "--once", **other)
    assert (result.exit_code, "belongs to account AC…1111" in result.stderr) == (6, True)


@pytest.fixture
def _hurry(monkeypatch):
    """Nobody waits for a repetition, and an answer must be whole after the wink of an eye."""

    async def at_once(_seconds):
        """Return at once."""

    hurried = Chances(at_once, lambda: 0.5, lambda: 0.0, deadline=0.3)
    monkeypatch.setattr(at_twilio, "Connector", partial(Connector, chances=hurried))


@pytest.mark.usefixtures("_hurry")
def test_every_failure_of_a_question_ends_with_its_sentence_and_its_code(town):
    for name, failure in READS.items():
        if failure.reply is not None and failure.reply.raises is not None:
            continue
        town.fake.faults = failure.faults()
        result = town.run("remote")
        assert (result.exit_code, failure.says in result.stderr) == (failure.exits, True), (
            name,
            result.output,
        )
        assert "F5" not in result.stderr


@pytest.mark.usefixtures("_hurry")
def test_every_failure_of_a_correction_ends_with_its_sentence_and_its_code(town):
    _, made = town.pulled()
    town.desk.change(made, website_url="https://northwind.example")
    for name, failure in WRITES.items():
        if failure.reply is not None and failure.reply.raises is not None:
            continue
        town.fake.faults = failure.faults("POST")
        result = town.run("push", made, "--yes")
        assert (result.exit_code, failure.says in result.output) == (failure.exits, True), (
            name,
            result.output,
        )


class Proxy(socketserver.StreamRequestHandler):
    """Reads what is asked for, and says what its server was told to say."""

    def handle(self):
        while self.rfile.readline().strip():
            continue
        self.wfile.write(self.server.says)


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize(
    ("says", "told"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "Twilio cannot be reached: the proxy refuses"),
        (b"HTTP/1.1 200 OK\r\n\r\nno TLS at all\r\n", "no secure connection can be made"),
        (b"", "The connection to Twilio was lost"),
    ],
)
def test_what_a_proxy_does_instead_is_told(town, says, told):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Proxy) as server:
        server.says = says
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        proxy = {"HTTPS_PROXY": f"http://127.0.0.1:{server.server_address[1]}"}
        result = town.run("remote", TWILIO_TRUSTHUB_BASE_URL="", TWILIO_API_BASE_URL="", **proxy)
        server.shutdown()
    assert (result.exit_code, told in result.stderr) == (7, True), result.output


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize(
    ("variable", "value"), [("SSL_CERT_FILE", "/no/such/file"), ("ALL_PROXY", "socks5://127.0.0.1:1")]
)
def test_a_setting_of_this_computer_that_cannot_be_used_is_named(town, variable, value):
    result = town.run("remote", **{variable: value})
    assert (result.exit_code, variable in result.stderr) == (7, True), result.output


def test_an_approval_that_is_missing_is_not_taken_for_wrong_credentials(town):
    town.fake.faults = [Fault("not-approved", when=lambda asked: True)]
    result = town.run("remote")
    assert result.exit_code == 1
    assert "an approved Primary profile" in result.stderr
    assert "credentials are right" in result.stderr


def test_a_subaccount_says_where_the_primary_profile_is(town, tmp_path):
    said = json.dumps({"account_sid": town.ac, "api_key": "SK" + "1" * 32, "api_secret": SECRET})
    config = tmp_path / "config" / "trusthub-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    command = json.dumps([sys.executable, "-c", "import sys; print(sys.argv[1])", said])
    config.write_text(f'[account.below]\ncommand = {command}\nsubaccount_of = "{"AC" + "9" * 32}"\n')
    told = town.run("account", "--account", "below").stdout
    assert "It is a subaccount of AC…9999\n" in told
    assert "Primary profile: in AC…9999, the parent account\n" in told
    assert town.json("account", "--account", "below")["subaccount_of"] == "AC" + "9" * 32
    result = town.run("pull", "--account", "below")
    assert result.exit_code == 4
    assert (
        "It is in AC…9999, the parent account: name the credentials of that one with --account"
        in result.stderr
    )


def test_list_and_show_say_whose_word_it_is_and_how_old(town):
    sid, made = town.pulled()
    typed = town.desk.profile()
    town.run("filed", typed, "--yes")
    practised = town.desk.profile(submit=True)
    lines = {line.split()[0]: line for line in town.run("list").stdout.splitlines()}
    assert "[~] Draft (Twilio, just now)" in lines[made]
    assert "[..] In Review (typed in)" in lines[typed]
    assert "(practice)" in lines[practised]
    listed = {one["id"]: one["checked_at"] for one in town.json("list")}
    assert listed[made]
    assert listed[typed] is listed[practised] is None
    shown = town.run("show", made).stdout
    assert f"At Twilio it is {sid}\nTwilio says Draft, just now; account AC…1111\n" in shown
    assert "The status is typed in\n" in town.run("show", typed).stdout
