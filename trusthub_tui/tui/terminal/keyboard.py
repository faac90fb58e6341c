"""What a terminal sends, read so that a letter with Alt is never typed and a paste never presses a key."""

from collections.abc import Iterable
from typing import Final

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_ESCAPE: Final = "\x1b"

_GO_ON: Final = "[O"
"""What may be the second character of a sequence that has a third."""


class Keyboard:
    """Reads with Textual's parser, but ends a sequence where it is complete.

    Textual waits a tenth of a second for more after Escape and a letter, which is how terminals send Alt. If
    the next sequence begins before that, it gives up and types both, the Escape as a circumflex.
    """

    def __init__(self) -> None:
        self._parser = XTermParser()
        self._begun = ""
        self._pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what the characters mean; none at all are the end of the input."""
        if not data:
            yield from self._parser.feed(data)
        for character in data:
            yield from self._pasted(character) if self._pasting else self._pressed(character)

    def tick(self) -> Iterable[Message]:
        """Yield what a sequence means to which nothing was added for a while."""
        return self._parser.tick()

    def _pressed(self, character: str) -> Iterable[Message]:
        if character == _ESCAPE:
            yield from self._completed()
        if not self._unfinished:
            self._begun = ""
        self._begun += character
        yield from self._understood(character)
        if self._begun == BRACKETED_PASTE_START:
            self._pasting, self._begun = True, ""
        elif len(self._begun) == len("\x1be") and character not in _GO_ON:
            yield from self._completed()

    def _understood(self, character: str) -> Iterable[Message]:
        """Yield what Textual understands; a sequence that it cannot read means nothing."""
        try:
            yield from self._parser.feed(character)
        except (ValueError, OverflowError):
            # It expects numbers of its own kind, and after an error it reads no key any more.
            self._parser = XTermParser()
            self._begun = ""

    def _pasted(self, character: str) -> Iterable[Message]:
        """Leave Escape out of a paste: whatever it begins would be taken for a key."""
        held = self._begun + character
        if BRACKETED_PASTE_END.startswith(held):
            self._begun = held
        else:
            self._begun = _ESCAPE if character == _ESCAPE else ""
        text = held.removesuffix(self._begun).replace(_ESCAPE, "")
        if held == BRACKETED_PASTE_END:
            self._pasting, text = False, held
        if text:
            yield from self._parser.feed(text)

    @property
    def _unfinished(self) -> bool:
        """Whether a sequence has begun that may go on."""
        return self._parser._timeout_time is not None

    def _completed(self) -> Iterable[Message]:
        """Yield what a sequence means to which nothing will be added."""
        if self._unfinished:
            self._parser._timeout_time = 0.0
            yield from self.tick()
