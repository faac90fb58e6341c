"""Every command, declared once: bindings, key bar, menu and help page are derived from here."""

from textual.binding import BindingType

from trusthub_tui.tui.command import Command, Where, bindings_of
from trusthub_tui.tui.commands import anywhere, filing, profile, profiles, step

COMMANDS: tuple[Command, ...] = (
    Command(
        "help",
        "Help",
        "Help for this field, all keys and commands",
        Where.ANYWHERE,
        anywhere.show_help,
        "f1",
        "w",
        second="ctrl+p",
        bar=1,
    ),
    Command("new", "New", "Start a new profile", Where.LIST, profiles.new, bare="n", bar=3),
    Command(
        "find",
        "Find",
        "Find a profile by any part of its name, ID or status",
        Where.LIST,
        profiles.find,
        bare="slash",
        bar=4,
        applies=profiles.any_there,
    ),
    Command(
        "duplicate",
        "Duplicate",
        "Make a new draft with the same answers",
        Where.ANYWHERE,
        anywhere.duplicate,
        letter="c",
        bar=6,
        applies=anywhere.has_profile,
    ),
    Command(
        "delete",
        "Delete",
        "Delete the profile; u brings it back",
        Where.LIST,
        profiles.delete,
        bare="delete",
        bar=7,
        applies=anywhere.has_profile,
    ),
    Command(
        "take_back",
        "Undo",
        "Take back what was done last to a profile",
        Where.LIST,
        profiles.take_back,
        bare="u",
        bar=8,
        applies=profiles.something_to_take_back,
        otherwise="There is nothing to take back",
    ),
    Command(
        "steps", "Steps", "Go to one of the seven steps", Where.PROFILE, profile.choose_step, "f2", "s", bar=4
    ),
    Command(
        "choose",
        "Choose",
        "Open the list of this field",
        Where.STEP,
        step.choose,
        "f4",
        bar=7,
        applies=step.has_choices,
    ),
    Command(
        "back",
        "Back",
        "Go to the step before, or back to where you came from",
        Where.PROFILE,
        profile.go_back,
        "f7",
        bar=6,
    ),
    Command(
        "next_problem",
        "Next problem",
        "Go to the next problem or warning",
        Where.PROFILE,
        profile.next_problem,
        "f8",
        "e",
        bar=3,
    ),
    Command(
        "previous_problem",
        "Previous problem",
        "Go to the problem or warning before",
        Where.PROFILE,
        profile.previous_problem,
        "shift+f8",
    ),
    Command(
        "acknowledge",
        "It is right",
        "Keep an answer although there is a warning or a reason, with a note",
        Where.PROFILE,
        filing.acknowledge,
        letter="m",
        applies=profile.editable,
        otherwise="This version cannot be changed, so there is nothing to answer",
    ),
    Command(
        "continue", "Continue", "Check this step and go to the next one", Where.STEP, step.go_on, "f9", bar=2
    ),
    Command(
        "go_to_field",
        "Go to field",
        "Go to any field: type a part of its name",
        Where.PROFILE,
        profile.choose_field,
        letter="g",
    ),
    Command(
        "review", "Review", "Look at all answers, then submit", Where.PROFILE, profile.show_review, letter="r"
    ),
    Command(
        "changes",
        "What changed",
        "Compare the versions that were submitted",
        Where.PROFILE,
        profile.show_changes,
        letter="v",
        applies=profile.submitted,
        otherwise="Nothing was submitted yet, so there is nothing to compare",
    ),
    Command(
        "history",
        "History",
        "Show everything that happened to this profile",
        Where.PROFILE,
        profile.show_history,
        letter="t",
    ),
    Command(
        "copy_sheet",
        "Copy sheet",
        "Carry the answers over to Twilio's Console, one by one",
        Where.PROFILE,
        filing.carry_over,
        letter="x",
    ),
    Command(
        "decision",
        "Decision",
        "Enter the decision: paste it, or type codes",
        Where.STATUS,
        filing.enter_decision,
        bare="p",
        applies=filing.awaits_decision,
        otherwise="There is no decision to wait for",
    ),
    Command(
        "addresses",
        "Addresses",
        "Choose a saved address",
        Where.STEP,
        step.open_addresses,
        letter="a",
        applies=step.has_saved_addresses,
        otherwise="There is no saved address yet. Fill one in at step 2; it is saved for later",
    ),
    Command(
        "undo",
        "Undo",
        "Take back the last change of this field",
        Where.STEP,
        step.undo,
        "ctrl+z",
        "u",
        applies=step.can_undo,
    ),
    Command(
        "redo",
        "Redo",
        "Do again what was undone",
        Where.STEP,
        step.redo,
        "ctrl+y",
        "y",
        applies=step.can_redo,
    ),
    Command(
        "profiles",
        "All profiles",
        "Go to the list of profiles",
        Where.PROFILE,
        profile.show_profiles,
        letter="d",
        bar=9,
    ),
    Command(
        "colours",
        "Light or dark",
        "Change between the dark and the light colours",
        Where.ANYWHERE,
        anywhere.change_colours,
        letter="z",
    ),
    Command("saved", "Saved", "Say when the answers were saved", Where.PROFILE, profile.say_saved, "ctrl+s"),
    Command(
        "menu",
        "Menu",
        "Show the commands and their letters",
        Where.ANYWHERE,
        anywhere.show_menu,
        "escape",
        bar=2,
    ),
    Command(
        "leave",
        "Quit",
        "Leave the program; everything is saved",
        Where.ANYWHERE,
        anywhere.leave,
        "ctrl+q",
        "q",
        bar=5,
    ),
)
"""In the order in which menu and help page show them."""


def commands_of(where: Where) -> tuple[Command, ...]:
    """Return the commands of a kind of screen."""
    return tuple(command for command in COMMANDS if command.where & where)


def all_bindings(where: Where) -> list[BindingType]:
    """Return the bindings of a kind of screen."""
    return bindings_of(commands_of(where), where)
