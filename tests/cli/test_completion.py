import os
import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from tests.support.terminal import Terminal
from trusthub_tui.cli.command_line import COMMANDS
from trusthub_tui.profile import paths


@pytest.fixture
def offered(desk, run):
    """Return what bash is offered after some words, the last of which is begun."""

    def ask(*words):
        line = " ".join(["trusthub-tui", "--db", str(desk.db), *words])
        result = run(env={"_TRUSTHUB_TUI_COMPLETE": "bash_complete", "COMP_WORDS": line})
        return [line.partition(",")[2] for line in result.stdout.splitlines() if line]

    return ask


@pytest.fixture
def command(tmp_path):
    """Return a folder with the command in it, as it is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "trusthub-tui"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m trusthub_tui "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return folder


SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {place}\n"),
    "zsh": (["zsh", "-f", "-i"], "fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D\n"),
    "fish": (["fish", "--no-config", "-i"], "source {place}\n"),
}
TYPED = [
    ("dup", "trusthub-tui duplicate "),
    ("show {part}", "trusthub-tui show {id} "),
    ("set {id} address.c", "set {id} address.city="),
    (f"set {{id}} {paths.BUSINESS_TYPE}=Lim", "=Limited\\ Liability\\ Corporation "),
    (f"import --map Firm={paths.WEBSITE[:-3]}", f"Firm={paths.WEBSITE} "),
    ("check ./customers.c", "check ./customers.csv "),
]


@pytest.mark.parametrize("shell", SHELLS)
def test_in_a_shell_the_tab_key_completes(desk, tmp_path, command, shell):
    words, begin = SHELLS[shell]
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    place = tmp_path / "scripts" / "_trusthub-tui"
    place.parent.mkdir()
    place.write_text(desk.run("completion", shell).stdout, encoding="utf-8")
    (tmp_path / "customers.csv").touch()
    known = {"id": (draft := desk.draft()), "part": draft[:3].lower()}
    around = {"TRUSTHUB_TUI_DB": str(desk.db), "PATH": f"{command}:{os.environ['PATH']}", "PS1": "> "}
    around |= {"PYTHONPATH": os.getcwd(), "HOME": str(tmp_path), "PROMPT": "> ", "TERM": "linux"}
    at = f"cd {tmp_path}; clear; echo 'shell ready'\n"
    with closing(Terminal(columns=150, environment=around, shell=words)) as terminal:
        terminal.send(begin.format(place=place, folder=place.parent) + at)
        terminal.shows("shell ready\n")
        for typed, completed in TYPED:
            terminal.send(f"trusthub-tui {typed.format(**known)}\t")
            terminal.shows(completed.format(**known).rstrip())
            terminal.send("X")
            terminal.shows(f"{completed.format(**known)}X")
            terminal.send("\x15")


@pytest.mark.parametrize("words", [("show",), ("set",), ("resume",), ("check",), ("export",), ("delete",)])
def test_profile_ids_are_offered(desk, offered, words):
    one, other = desk.draft(), desk.draft()
    assert set(offered(*words, "")) == {one, other}
    assert one in offered(*words, one[:2].lower())


def test_commands_paths_and_choices_are_offered(desk, offered):
    draft = desk.draft()
    assert offered("dup") == ["duplicate"]
    assert offered("get", draft, "address.c") == [paths.CITY]
    assert offered("set", draft, "address.c") == [f"{paths.CITY}="]
    assert offered("set", draft, f"{paths.INDUSTRY}=tel") == [f"{paths.INDUSTRY}=TELECOMMUNICATIONS"]
    assert offered("list", "--status", "rej") == ["rejected"]
    assert offered("import", "--map", "Firm=address.ci") == [f"Firm={paths.CITY}"]


def test_without_a_file_nothing_is_offered_and_none_is_made(desk, offered):
    assert offered("show", "") == []
    assert not desk.db.exists()


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", "data/bash-completion/completions/trusthub-tui"),
        ("zsh", "data/zsh/site-functions/_trusthub-tui"),
        ("fish", "config/fish/completions/trusthub-tui.fish"),
    ],
)
def test_one_command_installs_it_where_the_shell_looks(desk, tmp_path, shell, place):
    dry = desk.run("completion", shell, "--install", "--dry-run")
    assert dry.stdout.startswith(f"Would write {tmp_path / place}.")
    assert not (tmp_path / place).exists()
    assert desk.run("completion", shell, "--install").stdout.startswith(f"Wrote {tmp_path / place}.")
    script = (tmp_path / place).read_text(encoding="utf-8")
    assert script == desk.run("completion", shell).stdout.removesuffix("\n")
    assert f"_TRUSTHUB_TUI_COMPLETE={shell}_complete" in script


def test_the_shell_in_use_is_meant_where_none_is_named(run):
    script = run("completion", env={"SHELL": "/usr/bin/fish"}).stdout
    assert "fish_complete" in script
    assert "bash_complete" in run("completion", env={"SHELL": "/bin/csh"}).stdout


def test_the_manual_is_made_of_the_commands(run):
    page = run("man").stdout
    assert page.startswith('.TH "TRUSTHUB-TUI" "1"')
    for name in COMMANDS:
        assert f"\n.SS {name}" in page.replace("\\-", "-")
    assert "0 done, 1 failed" in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="only groff can say whether it is a page")
def test_the_manual_can_be_set(run):
    page = run("man").stdout
    ended = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"],
        input=page,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert ended.stderr == ""
