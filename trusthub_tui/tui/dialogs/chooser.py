"""Choose one of many: everything is there at first, typing narrows it down, Enter takes it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.choice_search import Finder, search
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.tui.dialogs.find import NOTHING_FITS, FindDialog
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import Line, beside, line


class Chooser(FindDialog):
    """Returns the value of what was chosen; None when the user changed their mind.

    Tab and F9 take what Enter would, but nothing that nobody has looked for: then they only close.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,f9", "take_match", show=False, priority=True)]

    def __init__(self, title: str, find: Finder, current: str = "", typed: str = "") -> None:
        super().__init__(typed)
        self._heading = title
        self._find = find
        self._current = current
        self._typed = typed

    def action_take_match(self) -> None:
        """Take the line with the cursor, if words, arrows or the present choice led there."""
        if self.wanted or self._current:
            self._rows.action_choose()
        else:
            self.action_cancel()

    def first(self, words: str) -> object:
        """Begin at the present choice as long as nothing else is looked for."""
        return self._current if words in ("", self._typed) else None

    def lines(self, words: str, width: int) -> Sequence[Line]:
        """Return a line for each option, its note at the right."""
        options = self._find(words)
        self.title_bar.show(self._heading, f"{len(options)} ")
        return [
            Line(
                beside(line(f" {option.label}"), line((f"{option.note} ", "muted")), width).spans,
                option.value,
            )
            for option in options
        ] or [NOTHING_FITS]


def steps_chooser(draft: Draft, current: int, glyphs: Glyphs) -> Chooser:
    """Offer the seven steps with their states; gives the number of one."""
    states = [f"{glyphs.state(step.state)} {step.words}" for step in draft.progress] or [""] * len(SECTIONS)
    options = [
        ListedOption(str(section.number), f"{section.number} {section.title}", state)
        for section, state in zip(SECTIONS, states, strict=True)
    ]
    return Chooser("Steps", search(options), str(current))


def field_chooser(current: str) -> Chooser:
    """Offer every question with its step; gives the path of one."""
    options = [ListedOption(path, full_label(path), section_of(path).title) for path in QUESTIONS]
    return Chooser("Go to a field", search(options), current)
