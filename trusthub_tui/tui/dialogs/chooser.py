"""Choose one of many: everything is there at first, typing narrows it down, Enter takes it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from trusthub_tui.cells import wrapped
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.choice_search import Finder, ranked, search
from trusthub_tui.profile.choices import ListedOption, Option
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.tui.dialogs.find import FindDialog
from trusthub_tui.tui.drawing.lines import Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.rows import Fixed

MOST_SHOWN: Final = 8
"""Choices in view at a field."""


class Chooser(FindDialog):
    """Returns the value of what was chosen; None when the user changed their mind.

    Tab and F9 take what Enter would, but nothing that nobody has looked for: then they only close. Where
    nothing fits, none of the three takes anything; the words stay, and it is said.

    ``field`` gives where it opens: the field becomes the words to find by, with the choices below or above.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,f9", "take_match", show=False, priority=True)]

    def __init__(
        self,
        title: str,
        find: Finder,
        current: str = "",
        typed: str = "",
        *,
        field: Callable[[], Widget] | None = None,
    ) -> None:
        super().__init__(typed)
        self._heading = title
        self._find = find
        self._current = current
        self._typed = typed
        self._field = field

    def action_take_match(self) -> None:
        """Take the line with the cursor, if words, arrows or the present choice led there."""
        if self.wanted or self._current:
            self.take_line()
        else:
            self.action_cancel()

    def first(self, words: str) -> object:
        """Begin at the present choice as long as nothing else is looked for."""
        return self._current if words in ("", self._typed) else None

    def lines(self, words: str, width: int) -> Sequence[Line]:
        """Return a line for each option, its note at the right."""
        options = self._find(words)
        self.title_bar.show(self._heading, f"{len(options)} " if options else "")
        if self._field is not None:
            room = self._field().region.width
            self.help_area.show(_keys(f"{len(options)} fit", room) if options else KEEPS)
        return [
            Line(
                beside(
                    Line((("  ", "margin"), *matched(option.label, words))),
                    line((f"{option.note} ", "muted")),
                    width,
                ).spans,
                option.value,
            )
            for option in options
        ] or [line((f" {part}", "muted")) for part in wrapped(self.nothing_fits, width - 1)]

    def on_mount(self) -> None:
        """Stand at the field, with the choices there before the first paint."""
        if self._field is not None:
            field, panel = self._field, self.query_one("#panel")
            field().screen.screen_layout_refresh_signal.subscribe(
                self, lambda _: self._stand_at(field().region)
            )
            panel.add_class("-at-field", "-ascii" if self.title_bar.look.ascii else "-edged")
            room = self._stand_at(field().region)
            self.rows.show(Fixed(self.lines(self._typed, room)), self.first(self._typed))

    def _stand_at(self, field: Region) -> int:
        """Take the place of a field, the choices where there is more room; returns the cells for one."""
        below, above = self.app.size.height - 2 - field.bottom, field.y - 2
        count = len(self._find(""))
        upwards = below < min(MOST_SHOWN, count, above)
        rows = max(1, min(MOST_SHOWN, count, above if upwards else below))
        panel = self.query_one("#panel")
        panel.set_class(upwards, "-upwards")
        panel.styles.width, panel.styles.height = field.width + 1, rows + 2
        panel.styles.offset = (field.x - 1, field.y - rows - 1 if upwards else field.y)
        return field.width - int(count > rows)


KEEPS: Final = "Esc or F7 keeps"
"""What is left to do where nothing fits: to leave the answer as it is."""


def _keys(fit: str, cells: int) -> str:
    """Say how many choices fit and what the keys do, in one line of a field; at the least what closes it."""
    for said in (
        f"{fit}. Up, Down move, Enter takes, Esc or F7 keeps",
        f"{fit}. Enter takes, Esc or F7 keeps",
        f"{fit}. Enter takes, F7 keeps",
        "Enter takes, F7 keeps",
    ):
        if len(said) <= cells - 3:
            return said
    return "Enter or F7"


def matched(label: str, words: str) -> tuple[tuple[str, str], ...]:
    """Return a label with the first place that was looked for marked in it."""
    word = next(iter(words.split()), "")
    at = label.casefold().find(word.casefold()) if word else -1
    if at < 0 or len(label.casefold()) != len(label):
        return ((label, ""),)
    end = at + len(word)
    return ((label[:at], ""), (label[at:end], "match"), (label[end:], ""))


def steps_chooser(draft: Draft, current: int, glyphs: Glyphs) -> Chooser:
    """Offer the seven steps with their states; gives the number of one."""

    def find(words: str) -> Sequence[Option]:
        states = [f"{glyphs.state(step.state)} {step.words}" for step in draft.progress]
        options = [
            ListedOption(str(section.number), f"{section.number} {section.title}", state)
            for section, state in zip(SECTIONS, states or [""] * len(SECTIONS), strict=True)
        ]
        return ranked(options, words)

    return Chooser("Steps", find, str(current))


def field_chooser(current: str) -> Chooser:
    """Offer every question with its step; gives the path of one."""
    options = [ListedOption(path, full_label(path), section_of(path).title) for path in QUESTIONS]
    return Chooser("Go to a field", search(options), current)
