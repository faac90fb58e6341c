"""What the screens of an open profile share: title line, ways between them, problems in turn."""

from trusthub_tui.profile.questionnaire import SECTIONS, section_of
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui import problems
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.screens.page import Page
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.step_list import StepList

RETRY_SECONDS = 5.0
"""How long to wait before trying again to save what could not be saved."""


class ProfilePage(Page):
    """A screen of one open profile."""

    section_number = 0
    """The step shown; 0 on the screens after a submission."""

    def __init__(self, program: Program, draft: Draft) -> None:
        super().__init__(program)
        self._draft = draft
        self.steps = StepList()

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def on_mount(self) -> None:
        """Show the title, and try again what could not be saved."""
        self.show_state()
        self.set_interval(RETRY_SECONDS, self._try_again)

    def show_state(self) -> None:
        """Show name, save state, badge and steps as they are now."""
        draft = self._draft
        if draft.fault is None:
            self.title_bar.show(self.heading(), f"Saved {self.services.when(draft.saved_at)}", draft.status)
        else:
            self.title_bar.show(self.heading(), f"Not saved. {draft.fault.message}", draft.status, alarm=True)
        self.steps.show(self.section_number, draft.progress, *self._foot(), tall=self.wide)

    def heading(self) -> str:
        """Return what the title line says on the left."""
        return self._draft.name

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new status of this profile at once."""
        if profile_id == self._draft.id:
            self._draft.reload()
            self.show_state()

    def go_to(self, path: str, *, back_to: object = None) -> None:
        """Go to a question on its step; ``back_to`` is the line of the review to return to."""
        self.program.open_step(self._draft, section_of(path).number, path, back_to=back_to)

    def action_next_problem(self) -> None:
        """Go to the next question with something to look at."""
        self._step_through(1)

    def action_previous_problem(self) -> None:
        """Go to the one before."""
        self._step_through(-1)

    def action_steps(self) -> None:
        """Choose a step."""
        from trusthub_tui.tui.screens.jumping import steps_chooser

        def go(number: str | None) -> None:
            if number:
                self.program.open_step(self._draft, int(number))

        self.app.push_screen(steps_chooser(self._draft, self.section_number), go)

    def action_go_to_field(self) -> None:
        """Choose a question by a part of its name."""
        from trusthub_tui.tui.screens.jumping import field_chooser

        def go(path: str | None) -> None:
            if path:
                self.go_to(path)

        self.app.push_screen(field_chooser(self.question_in_focus()), go)

    def action_review(self) -> None:
        """Look at all answers."""
        self.program.open_step(self._draft, len(SECTIONS))

    def action_profiles(self) -> None:
        """Go to the list of profiles."""
        self.program.open_profiles(self._draft.id)

    def action_duplicate(self) -> None:
        """Make a new draft with the same answers and open it."""
        try:
            copy = self.services.store.profiles.duplicate(self._draft.id)
        except StoreError as fault:
            self.tell(f"{fault.message} {fault.remedy}", alarm=True)
            return
        self.program.open_profile(copy.id)
        self.app.notify(f"This is a copy: {copy.id}. The other profile stays as it is", markup=False)

    def action_saved(self) -> None:
        """Say that saving needs no key."""
        if self._draft.fault is None:
            self.tell(f"Saved {self.services.when(self._draft.saved_at)}. Saving is automatic")
        else:
            self._try_again()
            self._tell_fault()

    async def action_leave(self) -> None:
        """Leave; ask only when answers could not be saved."""
        if self._draft.unsaved:
            self._draft.save()
        if not self._draft.unsaved:
            await super().action_leave()
            return
        self._ask_before_losing()

    def _ask_before_losing(self) -> None:
        from trusthub_tui.tui.screens.confirm import Confirm

        draft, fault = self._draft, self._draft.fault
        lines = [
            f"{draft.unsaved} answers are not saved.",
            *((fault.message, fault.remedy) if fault else ()),
            "",
        ]
        dialog = Confirm("Leave without saving?", lines, "Stay", "Leave and lose them")
        self.app.push_screen(dialog, lambda sure: self.app.exit(draft.id) if sure else None)

    def _tell_fault(self) -> None:
        if self._draft.fault is not None:
            self.tell(f"Not saved. {self._draft.fault.message} {self._draft.fault.remedy}", alarm=True)

    def _try_again(self) -> None:
        if self._draft.fault is not None:
            self._draft.save()
            self.show_state()

    def _step_through(self, direction: int) -> None:
        turn = problems.in_turn(self._draft)
        if not turn:
            self.tell("No problems. Esc r looks at all answers")
            return
        target = problems.after(turn, self.question_in_focus(), direction)
        self._draft.reveal((target,))
        self.go_to(target)

    def _foot(self) -> tuple[str, ...]:
        if self._draft.status is Status.DRAFT:
            return (f"Profile {self._draft.id}", "Not submitted yet.")
        return (f"Profile {self._draft.id}", self._draft.status.label, "Practice review")
