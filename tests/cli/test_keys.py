import json
import os

import pytest

from tests.support.terminal import terminal as in_terminal
from trusthub_tui.profile import paths
from trusthub_tui.tui.commands.table import COMMANDS


@pytest.fixture
def config(tmp_path):
    def written(text):
        file = tmp_path / "config" / "trusthub-tui" / "config.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return written


def test_every_command_is_listed_by_its_name_with_its_keys(desk):
    told = json.loads(desk.run("keys", "--json").stdout)
    assert [one["name"] for one in told] == [command.name for command in COMMANDS]
    steps = next(one for one in told if one["name"] == "steps")
    assert (steps["keys"], steps["letter"], steps["own"]) == (["f2"], "s", False)
    lines = desk.run("keys").stdout.splitlines()
    assert len(lines) == len(COMMANDS)
    assert any(line.split()[:4] == ["steps", "f2", "Esc", "s"] for line in lines)


def test_a_key_of_ones_own_is_listed_in_the_place_of_the_other(desk, config):
    config('[keys]\nsteps = "F6"\nnext_problem = ["f8", "ctrl+t"]\n')
    told = {one["name"]: one for one in json.loads(desk.run("keys", "--json").stdout)}
    assert (told["steps"]["keys"], told["steps"]["own"]) == (["f6"], True)
    assert told["back"]["keys"] == ["f7"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('stepz = "f6"', "[keys] names a command stepz, and there is none. Did you mean steps?"),
        ('steps = "f9"', "[keys] gives f9 to steps, and continue (Continue) has it on the same screen"),
        ('steps = "alt+r"', "[keys] gives alt+r to steps, and review (Review) has it on the same screen"),
        ('steps = "x"', '[keys] gives steps "x", which is no key for a command. Write it like f5,'),
        ("steps = 6", '[keys] gives steps no key. Write steps = "f5", or a list of keys.'),
        ("steps = []", "[keys] gives steps no key."),
        ('steps = "ctrl+m"', "[keys] gives steps ctrl+m, which terminals send as Enter."),
        ('steps = "ctrl+k"', "[keys] gives steps ctrl+k, which edits the text of a field."),
        ("steps = ", "cannot be read. It has to be TOML: [keys]."),
    ],
)
def test_a_choice_that_cannot_be_is_told_at_the_start_in_a_sentence(
    desk, config, terminal, capsys, text, told
):
    file = config(f"[keys]\n{text}\n")
    for word in ("keys", "new"):
        code, _ = terminal("--db", desk.db, word)
        said = capsys.readouterr().err
        assert code == 2
        assert str(file) in said
        assert told in said


def test_two_commands_can_change_their_keys(desk, config):
    config('[keys]\nsteps = "f9"\ncontinue = "f2"\n')
    told = {one["name"]: one["keys"] for one in json.loads(desk.run("keys", "--json").stdout)}
    assert (told["steps"], told["continue"]) == (["f9"], ["f2"])


def test_in_the_screens_the_new_key_works_and_is_named_and_the_old_one_does_not(desk, config):
    config('[keys]\nsteps = "f6"\ncontinue = "f3"\nnext_problem = "ctrl+t"\n')
    profile = desk.profile(but={paths.CITY: ""})
    around = {"XDG_CONFIG_HOME": os.environ["XDG_CONFIG_HOME"]}
    with in_terminal(desk.db, "resume", profile, **around) as person:
        person.shows("F6 Steps")
        person.shows("Continue    F3")
        person.send("\x1bOQ")
        person.send("zz")
        person.shows("zz")
        assert "Review and submit" not in person.screen
        person.send("\x1b[17~")
        person.until(lambda: "Review and submit" in person.screen, "the list of steps")
        person.send("7\r")
        person.shows("Ctrl+T next")
        person.send("\x11")
        assert person.ended() == 0


def test_the_test_of_keys_says_what_arrives_and_who_takes_the_rest(desk):
    with in_terminal(desk.db, "keys", "--test") as person:
        person.shows("f1 (Help):")
        person.send("\x1bOP")
        person.shows("ctrl+p (Help):")
        assert "f1 (Help): arrived." in person.screen
        person.send(" ")
        person.shows("Who usually takes it: zellij and VS Code. Esc w does the same.")
        person.send("\x1bOQ")
        person.shows("f2 arrived.")
        person.send("q")
        assert person.ended() == 0
        assert person.restored


def test_keys_are_not_tested_without_a_terminal(desk):
    assert desk.run("keys", "--test").exit_code == 2
