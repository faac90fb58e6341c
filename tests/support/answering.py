"""Somebody who answers plain questions from a script, and listens to all that is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.support.person import Desk
from trusthub_tui.plain.conversation import converse
from trusthub_tui.plain.talk import Talk
from trusthub_tui.plain.voice import Ended

Line = str | tuple[str, ...] | Callable[[], None]
"""What is typed, what is pasted in several lines, or what happens before the next line."""


@dataclass
class Heard:
    """What was said, what was asked, and which profile was open at the end."""

    lines: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    profile_id: str = ""

    @property
    def text(self) -> str:
        """All that was said and asked."""
        return "\n".join(self.lines)


class Script:
    """A voice that reads its answers from a list."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.heard = Heard()
        self._left = list(lines)

    def say(self, text: str = "") -> None:
        self.heard.lines.append(text)

    def hear(self, prompt: str, so_far: str = "") -> tuple[str, ...]:
        self.heard.asked.append(prompt)
        line = self._next()
        self.heard.lines.append(f"{prompt} {line if isinstance(line, str) else ' | '.join(line)}")
        return (line,) if isinstance(line, str) else line

    def hear_all(self) -> str:
        line = self._next()
        self.heard.lines.extend((line,) if isinstance(line, str) else line)
        return line if isinstance(line, str) else "\n".join(line)

    def _next(self) -> str | tuple[str, ...]:
        while self._left:
            line = self._left.pop(0)
            if not callable(line):
                return line
            line()
        raise Ended


def answered(desk: Desk, lines: Sequence[Line], *, profile_id: str = "", to_fix: bool = False) -> Heard:
    """Go through a conversation until the lines are used up; without a profile it begins at a new one."""
    script = Script(lines)
    talk = Talk(script, desk.store, desk.filing, desk.clock)
    new = not profile_id
    script.heard.profile_id = converse(talk, profile_id=profile_id, new=new, to_fix=to_fix)
    return script.heard
