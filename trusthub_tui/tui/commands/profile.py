"""Commands of an open profile that lead elsewhere: to steps, fields, problems, versions, the list."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from trusthub_tui.draft import attention
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import answered
from trusthub_tui.profile.questionnaire import QUESTIONS, REVIEW, SECTIONS, section_of
from trusthub_tui.store.records import Event
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.profile_page import ProfilePage


class LinesPage(ProfilePage, Protocol):
    """The review, whose lines can be found by words."""

    async def show_find(self) -> None:
        """Let the user type words that a line is found by."""


def editable(page: ProfilePage) -> bool:
    """Whether the answers of the open profile may change."""
    return page.draft.editable


def held_elsewhere(page: ProfilePage) -> bool:
    """Whether another window may change the answers, and this one may not."""
    return bool(page.saver.held)


def take_over(page: ProfilePage) -> None:
    """Change the answers here from now on."""
    page.saver.take_over()


def submitted(page: ProfilePage) -> bool:
    """Whether any version was submitted."""
    return page.draft.last is not None


async def choose_step(page: ProfilePage) -> None:
    """Choose a step, and go there."""
    from trusthub_tui.tui.dialogs.chooser import steps_chooser

    page.draft.stop_typing()  # the states of the steps are looked at
    number = await page.ask(steps_chooser(page.draft, page.section_number, page.navigator.look.glyphs))
    if number:
        page.navigator.open_step(page.draft, int(number))


async def choose_field(page: ProfilePage) -> None:
    """Choose a question by a part of its name, and go there."""
    from trusthub_tui.tui.dialogs.chooser import field_chooser

    path = await page.ask(field_chooser(page.in_focus().question))
    if path:
        page.navigator.open_question(page.draft, path)


def go_back(page: ProfilePage) -> None:
    """Go to where the user came from; nothing is checked."""
    page.go_back()


def next_problem(page: ProfilePage) -> None:
    """Go to the next question with something to look at."""
    _step_through(page, 1)


def previous_problem(page: ProfilePage) -> None:
    """Go to the one before."""
    _step_through(page, -1)


def show_review(page: ProfilePage) -> None:
    """Show all answers on the review page."""
    page.navigator.open_step(page.draft, len(SECTIONS))


async def show_profiles(page: ProfilePage) -> None:
    """Go to the list of profiles."""
    if await page.may_leave():
        page.navigator.open_profiles(page.draft.id)


async def duplicate(page: ProfilePage) -> None:
    """Make a new draft with the same answers and open it."""
    if not await page.may_leave():
        return

    def copy() -> None:
        made = page.services.store.profiles.duplicate(page.draft.id)
        page.navigator.open_profile(made.id)
        page.tell(f"This is a copy: {made.id}. The other profile stays as it is")

    page.services.guard.do(copy)


async def show_changes(page: ProfilePage) -> None:
    """Compare the versions; go to the answer that is chosen."""
    from trusthub_tui.tui.dialogs.history import change_lines
    from trusthub_tui.tui.dialogs.lines import LinesDialog

    key = await page.ask(LinesDialog("What changed", lambda width: change_lines(page.draft, width)))
    if isinstance(key, tuple):
        page.navigator.open_question(page.draft, str(key[1]))


async def show_history(page: ProfilePage) -> None:
    """Show everything that happened to the profile."""
    from trusthub_tui.tui.dialogs.history import event_lines
    from trusthub_tui.tui.dialogs.lines import LinesDialog

    guard, store, none = page.services.guard, page.services.store, tuple[Event, ...]()

    def lines(width: int) -> Iterator[Line]:
        return event_lines(guard.read(lambda: store.events.of(page.draft.id), none), width)

    await page.ask(LinesDialog("History", lines))


def done_to_it(page: ProfilePage) -> bool:
    """Whether what was done last to any profile was done to this one, and can be taken back."""
    undo, profile_id = page.services.store.undo, page.draft.id
    return page.services.guard.read(lambda: undo.concerns(profile_id), otherwise=False)


def take_back(page: ProfilePage) -> None:
    """Undo what was done last to this profile, such as a decision or a filing."""
    if page.draft.unsaved:
        page.saver.tell_fault()  # opening it anew would lose that
        return

    def undo() -> None:
        undone = page.services.store.undo.last()
        page.navigator.open_profile(page.draft.id)
        page.tell(undone.what)

    page.services.guard.do(undo)


def say_saved(page: ProfilePage) -> None:
    """Say that saving needs no key."""
    page.saver.say_saved()


async def find_line(page: LinesPage) -> None:
    """Find a line while the user types."""
    await page.show_find()


def _nothing_further(page: ProfilePage, turn: Sequence[str]) -> None:
    """Open the review, which lists what there is; say so where there is nothing, or one is there already."""
    if page.draft.editable and page.section_number != REVIEW.number:
        show_review(page)
    if not turn:
        page.tell("Nothing is left to fix")


def _step_through(page: ProfilePage, direction: int) -> None:
    draft = page.draft
    turn = attention.in_turn(draft)
    begun = any(answered(draft.answers, path) for path in QUESTIONS)
    target = attention.after(turn, page.in_focus().look_on_from if begun else "", direction)
    if not target:
        _nothing_further(page, turn)
        return
    if _is_untouched(draft, target):
        page.tell(
            f"Nothing is wrong here yet. This is the first empty field of step {section_of(target).number}"
        )
    else:
        draft.reveal((target,))
    page.navigator.open_question(draft, target, back_to=page.back_to)


def _is_untouched(draft: Draft, path: str) -> bool:
    """Whether a question is only missing, in a step in which nobody has answered anything."""
    told = path in draft.shown or draft.reason_about(path) is not None
    return not told and not any(answered(draft.answers, other) for other in section_of(path).paths)
