"""Help for the field in focus, and every command: typing finds one, Enter runs it."""

from collections.abc import Iterator, Sequence

from trusthub_tui.cells import wrapped
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, section_of
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.dialogs.find import NOTHING_FITS, FindDialog, folded
from trusthub_tui.tui.drawing.lines import BLANK, Line, line

_TYPING = (
    ("Tab, Enter, Down", "next field"),
    ("Shift+Tab, Up", "previous field"),
    ("{undo}, {redo}", "undo, redo in a field"),
    ("Home, End", "start, end of the line"),
    ("Ctrl+U, Ctrl+K", "clear to the left, to the right"),
)


_WIDE_ENOUGH = 66
"""Cells from which what a command does stands beside it."""


class Help(FindDialog):
    """Returns the name of the command that was chosen, or None."""

    HELP_LINE = "Type to find.  Enter runs the command.  Esc or F7 closes"
    PLACEHOLDER = "Find a command or a key"
    WIDE = True

    def __init__(
        self, commands: Sequence[Command], where: Where, path: str, reason: Reason | None = None
    ) -> None:
        """``path`` is the question in focus; ``reason`` is why its answer was rejected, if it was."""
        super().__init__()
        self._reason = reason
        self._commands = commands
        self._where = where
        self._path = path

    def lines(self, words: str, width: int) -> Sequence[Line]:
        """Return the help for the field, the commands that fit, and the keys of a text field."""
        self.title_bar.show("Help", "Esc or F7 closes ")
        wanted = folded(words).split()
        hits = [one for one in self._commands if all(word in self._text(one) for word in wanted)]
        lines = [] if wanted else self._of_field(width)
        lines += [
            line((" Commands", "strong")),
            *(part for one in hits for part in self._command(one, width)),
            *(() if hits else (line((f" {NOTHING_FITS}", "muted")),)),
        ]
        if wanted:
            return lines
        named = {name: self.title_bar.key_of(name) for name in ("undo", "redo")}
        typing = [line((f"   {keys.format(**named):<22}", "key"), does) for keys, does in _TYPING]
        return [
            *lines,
            BLANK,
            line((" In a text field", "strong")),
            *typing,
            BLANK,
            *_without_function_keys(width),
        ]

    def _of_field(self, width: int) -> list[Line]:
        question = QUESTIONS.get(self._path)
        if question is None:
            return []
        lines = [line((f" {full_label(question.path)}", "strong"))]
        told = [("Where", question.hint), ("Like", question.example), ("Why", question.why)]
        told += [("Step", section_of(question.path).intro), *self._of_reason()]
        for name, text in told:
            for number, part in enumerate(wrapped(text, width - 12) if text else ()):
                lines.append(line((f"   {name if number == 0 else '':<7}", "muted"), part))
        return [*lines, BLANK]

    def _of_reason(self) -> Iterator[tuple[str, str]]:
        """Yield why the answer was rejected, and all there is to do about it."""
        if self._reason is None:
            return
        known = entry(self._reason.code)
        yield "Reason", known.named
        for advice in known.advice:
            yield "Do", advice

    def _command(self, command: Command, width: int) -> Iterator[Line]:
        """Yield key, letter and title of a command, and what it does, beside them or below."""
        key, way = command.shown_key or self._bare(command), f"Esc {command.letter}" if command.letter else ""
        named = ((f"  {key:<9} ", "key"), (f"{way:<6} ", "muted"), f"{command.title:<15} ")
        room = 2 + 10 + 7 + 16
        if width < _WIDE_ENOUGH:
            yield line(*named, key=command.name)
            for part in wrapped(command.does, width - 5):
                yield line(f"    {part}", key=command.name)
            return
        for row, part in enumerate(wrapped(command.does, width - room - 1)):
            yield line(*(named if row == 0 else (" " * room,)), (part, "muted"), key=command.name)

    def _bare(self, command: Command) -> str:
        return "" if self._where & Where.STEP else command.shown_on(self._where)

    def _text(self, command: Command) -> str:
        return folded(f"{command.title} {command.does} {command.shown_key} {command.letter} {command.also}")


def _without_function_keys(width: int) -> list[Line]:
    text = (
        "No function keys? Esc and then the letter does the same. "
        "Everything also works with Tab, Enter, arrows and Esc alone."
    )
    return [line((f" {part}", "muted")) for part in wrapped(text, width - 2)]
