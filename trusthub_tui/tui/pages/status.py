"""After a submission: in review, rejected with reasons and advice, or approved."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.open_profile import REASONS
from trusthub_tui.tui.pages.status_lines import status_lines
from trusthub_tui.tui.profile_page import ProfilePage
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.bars import HelpArea
from trusthub_tui.tui.widgets.rows import Fixed, Rows


class StatusScreen(ProfilePage):
    """What became of the newest submission, and what to do now."""

    WHERE = Where.STATUS
    BINDINGS: ClassVar = bindings_of(Where.STATUS)
    back_to = REASONS

    def __init__(self, program: Program, draft: Draft) -> None:
        super().__init__(program, draft)
        self._rows = Rows(id="status")
        self._help_area = HelpArea(1)

    def content(self) -> ComposeResult:
        """One list."""
        yield self._rows
        yield self._help_area

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter does what the line says."""
        return (("Enter", "Choose"),)

    def on_mount(self) -> None:
        """Show what is known."""
        self._draft.stop_at(Place(0))
        self._rows.focus()
        self.call_after_refresh(self.refill)

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the decision as soon as it is there, the cursor on the first thing to do about it."""
        super().decided(profile_id, decision)
        self.refill()
        self._rows.action_edge(-1)

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        self.refill()

    @on(Rows.Chosen)
    async def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        match event.key:
            case ("reason", int(number)):
                reason = self._draft.reasons[number - 1]
                if reason.paths:
                    self.go_to(reason.paths[0], back_to=REASONS)
                else:
                    self.tell("This reason concerns no answer of yours. m keeps it with a note")
            case "copy":
                self.action_duplicate()
            case "decide":
                self.action_decision()
            case "sheet":
                self.action_copy_sheet()
            case _:
                self.action_review()

    def action_decision(self) -> None:
        """Enter the decision by hand."""
        from trusthub_tui.tui.dialogs.decision import ask_for_decision

        if self._draft.status.in_review:
            ask_for_decision(self)
        else:
            self.tell(f"{self._draft.status.label}: there is no decision to wait for")

    def action_keep(self) -> None:
        """Keep what a reason is about."""
        from trusthub_tui.tui.dialogs.acknowledge import ask_to_keep

        match self._rows.key:
            case ("reason", int(number)):
                reason = self._draft.reasons[number - 1]
                ask_to_keep(self, reason.paths[0] if reason.paths else "", reason)
            case _:
                self.tell("Move to a reason first")

    def action_back(self) -> None:
        """Go to the list of profiles."""
        self.action_profiles()

    def refill(self) -> None:
        """Show everything as it is now."""
        lines = list(status_lines(self._draft, self.services, max(40, self._rows.room)))
        self._rows.show(Fixed(lines), self._rows.key)
        self._help_area.show("The reasons and the advice are stored here." if self._draft.reasons else "")
        self.show_state()
