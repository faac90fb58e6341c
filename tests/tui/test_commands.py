"""Every command is declared once and reached in every way that is promised for it."""

import importlib
import pkgutil

import pytest
from textual.screen import ModalScreen

import trusthub_tui.tui.dialogs
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Where
from trusthub_tui.tui.commands.table import COMMANDS, all_bindings, commands_of
from trusthub_tui.tui.page import Page

SCREENS = (Where.LIST, Where.STEP, Where.REVIEW, Where.STATUS)
NEVER = {"ctrl+b", "ctrl+g", "ctrl+o", "ctrl+n", "ctrl+t", "ctrl+h", "ctrl+j", "ctrl+k", "ctrl+l", "f3"}


@pytest.fixture
def at(desk):
    """Open each kind of screen."""

    def start(where):
        match where:
            case Where.LIST:
                desk.profile()
                return desk.at()
            case Where.STATUS:
                return desk.at(profile_id=desk.profile(submitted=True))
            case Where.REVIEW:
                return desk.at(profile_id=desk.profile(place=Place(7)))
            case _:
                return desk.at(profile_id=desk.profile())

    return start


@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
def test_no_key_means_two_things_on_a_screen_and_none_belongs_to_others(where):
    bound = [binding.key for binding in all_bindings(where)]
    assert len(bound) == len(set(bound)), sorted(key for key in bound if bound.count(key) > 1)
    assert not NEVER.intersection(bound)


@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
def test_every_command_can_be_reached_without_function_and_control_keys(where):
    for command in commands_of(where):
        reachable = command.letter or command.bare
        by_button = command.name in ("continue", "back", "choose", "menu")
        assert reachable or by_button or command.name in ("previous_problem", "saved"), command.name


@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
async def test_the_help_page_lists_each_command_that_applies_and_the_menu_each_letter(at, where):
    async with at(where) as person:
        await person.press("f1")
        rows = person.app.screen.query_one("Rows")
        lines = [rows.source.line(y, 200).plain for y in range(len(rows.source))]
        helped = " ".join(" ".join(lines).split())
        for command in person.app.page.offered():
            assert command.title in helped
            assert command.does in helped
        await person.press("escape", "escape")
        menu = person.screen
        for command in person.app.page.offered():
            if command.letter:
                assert f" {command.letter}  {command.title}" in menu
        await person.press("escape")
        assert person.app.screen is person.app.page


@pytest.mark.parametrize("way", [("escape", "{}"), ("alt+{}",)], ids=["escape then letter", "alt and letter"])
@pytest.mark.parametrize(
    ("letter", "arrival"),
    [
        ("w", "Commands"),
        ("s", "Steps"),
        ("g", "Go to a field"),
        ("r", "Step 7 of 7"),
        ("d", "Customer Profiles"),
        ("c", "(copy)"),
        ("e", "Step 3 of 7"),
    ],
)
async def test_letters_of_the_menu_work_after_escape_and_with_alt(desk, support, way, letter, arrival):
    draft = desk.profile(support.but(WEBSITE=""))
    async with desk.at(profile_id=draft) as person:
        await person.press(*(key.format(letter) for key in way))
        assert arrival in person.screen
    assert desk.answers(draft)["friendly_name"] == "Northwind main profile", "no letter went into the field"


def test_no_dialog_depends_on_escape_alone():
    dialogs = [
        kind
        for found in pkgutil.iter_modules(trusthub_tui.tui.dialogs.__path__, "trusthub_tui.tui.dialogs.")
        for kind in vars(importlib.import_module(found.name)).values()
        if isinstance(kind, type) and issubclass(kind, ModalScreen) and kind is not ModalScreen
    ]
    assert len(dialogs) > 5
    for kind in dialogs:
        keys = [b.key.split(",") for base in kind.__mro__ for b in vars(base).get("BINDINGS", ())]
        assert [{"escape", "f7"} <= set(together) for together in keys if "escape" in together] == [True], (
            kind
        )


@pytest.mark.parametrize(
    "key", ["escape", "f1", "ctrl+p", "f2", "alt+g", "alt+x", "alt+t", "end enter", "f4"], ids=lambda key: key
)
@pytest.mark.parametrize("close", ["escape", "f7"])
async def test_every_dialog_names_two_keys_that_close_it(desk, key, close):
    place = Place(2, paths.COUNTRY, 0) if key == "f4" else Place(7)
    async with desk.at(profile_id=desk.profile(place=place)) as person:
        step = person.title
        await person.press(*key.split())
        assert not isinstance(person.app.screen, Page)
        assert "Esc or F7" in person.words
        await person.press(close)
        assert isinstance(person.app.screen, Page)
        assert person.title == step


async def test_a_command_is_found_and_run_from_the_help_page(desk):
    async with desk.at(profile_id=desk.profile()) as person:
        await person.press("f1")
        await person.type("look at all")
        assert "Look at all answers" in person.words
        assert "Make a new draft" not in person.words
        await person.press("enter")
        assert "Step 7 of 7" in person.screen


async def test_the_help_page_explains_the_field_in_focus(desk):
    question = QUESTIONS["business_information.website_url"]
    async with desk.at(profile_id=desk.profile(place=Place(3, question.path, 0))) as person:
        await person.press("f1")
        inside = " ".join(person.words.replace("│", " ").split())
        for text in (question.label, question.hint, question.example, question.why):
            assert text in inside


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ({}, {"What changed", "Addresses", "Undo", "Redo"}),
        ({"submitted": True}, {"It is right", "Addresses"}),
        ({"decided": True}, {"It is right", "Decision"}),
    ],
    ids=["a new draft", "in review", "approved"],
)
async def test_what_does_not_apply_is_neither_in_the_menu_nor_on_the_help_page(desk, kind, missing):
    async with desk.at(profile_id=desk.profile(**kind)) as person:
        await person.press("escape")
        menu = person.screen
        await person.press("escape", "f1")
        rows = person.app.screen.query_one("Rows")
        helped = [rows.source.line(y, 200).plain for y in range(len(rows.source))]
        for title in missing:
            assert f"  {title}" not in menu
            assert not [line for line in helped if f"  {title}  " in line]
        assert "Copy sheet" in menu


async def test_what_is_not_in_the_list_is_not_offered_there(desk):
    async with desk.at() as person:
        assert "Delete" not in person.lines[-1]
        assert "Undo" not in person.lines[-1]
        await person.press("u")
        assert person.notices == ["There is nothing to take back"]


async def test_the_key_bar_names_the_list_of_a_field_only_in_such_a_field(desk):
    place = Place(3, "business_information.website_url", 0)
    async with desk.at(profile_id=desk.profile(place=place)) as person:
        assert "F4 Choose" not in person.lines[-1]
        await person.press("shift+tab", "shift+tab")
        assert "F4 Choose" in person.lines[-1]


async def test_light_and_dark_are_changed_between(desk):
    async with desk.at(profile_id=desk.profile()) as person:
        before = person.app.theme
        await person.press("alt+z")
        assert person.app.theme != before
        await person.press("alt+z")
        assert person.app.theme == before


async def test_every_line_for_the_mouse_works_with_it(desk):
    async with desk.at(profile_id=desk.profile(place=Place(3, "", 0))) as person:
        await person.pilot.click("#continue")
        await person.settled()
        assert "Step 4 of 7" in person.screen


def test_titles_and_letters_are_short_and_told_apart():
    for command in COMMANDS:
        assert len(command.title) <= 16
        assert command.does[0].isupper()
        assert not command.does.endswith(".")
