"""What the screens of an open profile share: its title line, the way between its screens, its problems in turn."""

from collections.abc import Sequence

from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, full_label, section_of
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import StoreError
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

    def problems_in_turn(self) -> Sequence[str]:
        """Return the questions with something to look at, in the order of the form, each once."""
        draft = self._draft
        if not draft.checked:
            draft.check()
        concerned = {finding.path for finding in draft.evaluation.findings if self._counts(finding)}
        concerned |= {reason.paths[0] for reason in draft.reasons if reason.paths}
        return [path for path in QUESTIONS if path in concerned]

    def action_next_problem(self) -> None:
        """Go to the next question with something to look at."""
        self._step_through(1)

    def action_previous_problem(self) -> None:
        """Go to the one before."""
        self._step_through(-1)

    def action_steps(self) -> None:
        """Choose a step."""
        from trusthub_tui.tui.screens.chooser import Chooser, among

        progress = self._draft.progress
        options = [
            ListedOption(str(section.number), f"{section.number} {section.title}", note)
            for section, note in zip(SECTIONS, self._states(progress), strict=True)
        ]
        chooser = Chooser("Steps", among(options), str(self.section_number))
        self.app.push_screen(
            chooser, lambda number: self.program.open_step(self._draft, int(number)) if number else None
        )

    def action_go_to_field(self) -> None:
        """Choose a question by a part of its name."""
        from trusthub_tui.tui.screens.chooser import Chooser, among

        options = [ListedOption(path, full_label(path), section_of(path).title) for path in QUESTIONS]
        chooser = Chooser("Go to a field", among(options), self.question_in_focus())
        self.app.push_screen(chooser, lambda path: self.go_to(path) if path else None)

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

    def _counts(self, finding: Finding) -> bool:
        return finding.severity != "hint"

    def _step_through(self, direction: int) -> None:
        paths = self.problems_in_turn()
        if not paths:
            self.tell("No problems. Esc r looks at all answers")
            return
        here = self.question_in_focus()
        order = list(QUESTIONS)
        position = order.index(here) if here in QUESTIONS else (-1 if direction > 0 else len(order))
        ahead = [path for path in paths if (order.index(path) - position) * direction > 0]
        target = (ahead or list(paths))[0 if direction > 0 else -1]
        self._draft.reveal((target,))
        self.go_to(target)

    def _states(self, progress: Sequence[object]) -> list[str]:
        steps = self._draft.progress
        return [f"{step.state.mark} {step.words}" for step in steps] if progress else [""] * len(SECTIONS)

    def _foot(self) -> tuple[str, ...]:
        draft = self._draft
        if draft.status == "draft":
            return (f"Profile {draft.id}", "Not submitted yet.")
        return (f"Profile {draft.id}", draft.status.label, "Practice review" if draft.last else "")
