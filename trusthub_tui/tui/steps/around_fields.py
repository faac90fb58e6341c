"""What stands around the fields of a step: its title, what is wrong in it, and why it was rejected."""

from collections.abc import Callable, Iterator
from typing import Final

from textual.geometry import Size
from textual.widget import Widget

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.profile.questions import Section
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.saver import Saver
from trusthub_tui.tui.steps.reason_banner import ReasonBanner
from trusthub_tui.tui.steps.step_errors import StepErrors
from trusthub_tui.tui.widgets.bars import Heading, TitleBar

_ROOMY_HEIGHT: Final = 28
"""Rows from which a sentence fits above many fields."""

_MANY: Final = 8
"""Questions that fill a small window."""


class AroundFields:
    """Says about the step that is shown whatever its fields do not say themselves."""

    def __init__(
        self,
        draft: Draft,
        saver: Saver,
        title_bar: TitleBar,
        glyphs: Glyphs,
        key_of: Callable[[str], str],
    ) -> None:
        """``key_of`` names the key of a command."""
        self._draft = draft
        self._saver = saver
        self._head = ProfileHead(draft, saver, title_bar)
        self.steps = self._head.steps
        self.errors = StepErrors(draft, glyphs, key_of)
        self._banner = ReasonBanner(draft)
        self._heading = Heading()

    def above(self) -> Iterator[Widget]:
        """Yield what stands above the fields."""
        yield self.errors.rows
        yield self._banner
        yield self._heading

    def show(self, section: Section, path: str, size: Size) -> None:
        """Say everything as it is now, in a window of a size; ``path`` is the question in focus."""
        self.errors.update(section)
        self.show_reason(section, path)
        self.show_head(section, size)

    def show_reason(self, section: Section, path: str) -> None:
        """Say why the answer in focus was rejected, where nothing more urgent is said."""
        told = self._draft.editable and not self.errors.rows.display
        self._banner.show(section if told else None, path)

    def show_head(self, section: Section, size: Size) -> None:
        """Say which step this is, how it stands, and whether everything is saved."""
        locked = f"{self._draft.status.label}: you can read the answers here, not change them."
        intro = section.intro if self._draft.editable else self._saver.held or locked
        self._heading.show(
            f"Step {section.number} of {len(SECTIONS)}: ",
            section.title,
            intro if size.height >= _ROOMY_HEIGHT or len(section.paths) < _MANY else "",
            self._head.state_words(section.number, size.width),
        )
        self._head.show(section.number, size.width, error=self.errors.warned)
