"""What every error of this program has: a message, a remedy, and one way to join sentences."""

from typing import Final

_COMMAND: Final = ": trusthub-tui "
_ENDS: Final = (".", "?", "!", '."')


class ExplainedError(Exception):
    """Something went wrong, told in a sentence, with what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What is wrong, one sentence."""
        self.remedy = remedy
        """What to do about it, one or two sentences; empty where nothing helps."""

    @property
    def text(self) -> str:
        """Message and remedy as one text."""
        return sentences(self.message, self.remedy)


def sentences(*parts: str) -> str:
    """Join sentences with the full stops they may lack; a command at the end is left as it must be typed."""
    return " ".join(_ended(part.strip()) for part in parts if part.strip())


def _ended(text: str) -> str:
    _, command, last = text.rpartition(_COMMAND)
    as_typed = bool(command) and ". " not in last
    return text if as_typed or text.endswith(_ENDS) else f"{text}."
