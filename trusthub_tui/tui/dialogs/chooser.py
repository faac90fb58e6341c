"""Choose one of many: everything is there at first, typing narrows it down, Enter takes it."""

from collections.abc import Callable, Sequence

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.choices import ListedOption, Option
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.tui.dialogs.find import NOTHING_FITS, FindDialog, folded
from trusthub_tui.tui.widgets.drawn import Line, beside, line

Finder = Callable[[str], Sequence[Option]]
"""Returns the options that fit some words; all of them for none."""


def among(options: Sequence[Option]) -> Finder:
    """Look for words anywhere in label, note and value; labels that begin with them come first."""
    searched = [(folded(f"{option.label} {option.note} {option.value}"), option) for option in options]

    def find(words: str) -> Sequence[Option]:
        wanted = folded(words).split()
        if not wanted:
            return options
        hits = [option for text, option in searched if all(word in text for word in wanted)]
        return sorted(hits, key=lambda option: _closeness(option, wanted[0]))

    return find


def _closeness(option: Option, word: str) -> int:
    label, note = folded(option.label), folded(option.note)
    if word in (folded(option.value), note):
        return 0
    if label.startswith(word):
        return 1
    return 2 if any(part.startswith(word) for part in label.split()) else 3


class Chooser(FindDialog):
    """Returns the value of what was chosen; None when the user changed their mind."""

    def __init__(self, title: str, find: Finder, current: str = "", typed: str = "") -> None:
        super().__init__(typed)
        self._heading = title
        self._find = find
        self._current = current
        self._typed = typed

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


def steps_chooser(draft: Draft, current: int) -> Chooser:
    """Offer the seven steps with their states; gives the number of one."""
    states = [f"{step.state.mark} {step.words}" for step in draft.progress] or [""] * len(SECTIONS)
    options = [
        ListedOption(str(section.number), f"{section.number} {section.title}", state)
        for section, state in zip(SECTIONS, states, strict=True)
    ]
    return Chooser("Steps", among(options), str(current))


def field_chooser(current: str) -> Chooser:
    """Offer every question with its step; gives the path of one."""
    options = [ListedOption(path, full_label(path), section_of(path).title) for path in QUESTIONS]
    return Chooser("Go to a field", among(options), current)
