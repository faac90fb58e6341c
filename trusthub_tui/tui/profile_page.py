"""The ways from any screen of an open profile to any other: steps, fields, problems, history, the Console."""

from trusthub_tui.draft import attention
from trusthub_tui.profile.questionnaire import SECTIONS, section_of
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui.open_profile import OpenProfile


class ProfilePage(OpenProfile):
    """A screen of one open profile, with all commands that lead elsewhere."""

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
        from trusthub_tui.tui.dialogs.jumping import steps_chooser

        def go(number: str | None) -> None:
            if number:
                self.program.open_step(self._draft, int(number))

        self.app.push_screen(steps_chooser(self._draft, self.section_number), go)

    def action_go_to_field(self) -> None:
        """Choose a question by a part of its name."""
        from trusthub_tui.tui.dialogs.jumping import field_chooser

        def go(path: str | None) -> None:
            if path:
                self.go_to(path)

        self.app.push_screen(field_chooser(self.question_in_focus()), go)

    def action_review(self) -> None:
        """Look at all answers."""
        self.program.open_step(self._draft, len(SECTIONS))

    def action_profiles(self) -> None:
        """Go to the list of profiles."""
        self.without_loss(lambda: self.program.open_profiles(self._draft.id))

    def action_duplicate(self) -> None:
        """Make a new draft with the same answers and open it."""
        self.without_loss(self._duplicate)

    def _duplicate(self) -> None:
        try:
            copy = self.services.store.profiles.duplicate(self._draft.id)
        except StoreError as fault:
            self.tell(f"{fault.message} {fault.remedy}", alarm=True)
            return
        self.program.open_profile(copy.id)
        self.tell(f"This is a copy: {copy.id}. The other profile stays as it is")

    def action_keep(self) -> None:
        """Keep what the user says is right, with a note."""
        from trusthub_tui.tui.dialogs.acknowledge import ask_to_keep

        ask_to_keep(self, self.question_in_focus())

    def action_changes(self) -> None:
        """Compare the versions."""
        from trusthub_tui.tui.dialogs.differences import change_lines
        from trusthub_tui.tui.dialogs.lines import LinesDialog

        def go(key: object) -> None:
            if isinstance(key, tuple):
                self.go_to(str(key[1]))

        self.app.push_screen(LinesDialog("What changed", lambda width: change_lines(self._draft, width)), go)

    def action_timeline(self) -> None:
        """Show everything that happened."""
        from trusthub_tui.tui.dialogs.history import timeline_lines
        from trusthub_tui.tui.dialogs.lines import LinesDialog

        events = self.services.store.events.of(self._draft.id)
        self.app.push_screen(LinesDialog("History", lambda width: timeline_lines(events, width)))

    def action_copy_sheet(self) -> None:
        """Carry the answers over to the Console, if there is nothing left to fix."""
        from trusthub_tui.tui.dialogs.decision import carry_over

        carry_over(self)

    def _step_through(self, direction: int) -> None:
        turn = attention.in_turn(self._draft)
        if not turn:
            self.tell("No problems. Esc r looks at all answers")
            return
        target = attention.after(turn, self.place_in_turn(), direction)
        if not target:
            self.action_review()
            return
        self._draft.reveal((target,))
        self.go_to(target, back_to=self.back_to)
