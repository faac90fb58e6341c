"""What a text from Twilio is and means: asking for it, and the lines that say so."""

from collections.abc import Callable, Iterator

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.explain import Explanation, Meaning
from trusthub_tui.trusthub.received.outcome import Kind
from trusthub_tui.tui.dialogs.ask_text import PasteDialog
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import paragraph, point

_ASK = (
    "Paste an error, a line of a log, an e-mail from Twilio, or type a code such as 18602.",
    "Nothing is changed, and nothing is sent anywhere.",
)


def ask_what(text: str, left: Callable[[str], None]) -> PasteDialog:
    """Ask for the text; ``left`` takes what stands there when the user changes their mind."""
    return PasteDialog("What does it mean?", _ASK, text, left=left, again=bool(text))


def explanation_lines(found: Explanation, width: int) -> Iterator[Line]:
    """Yield what it is, what it means, what to do, and the profile here that it is about, to be opened."""
    yield from paragraph(sentences(found.reading.message), width, role="strong")
    for meaning in found.meanings:
        yield BLANK
        yield from _meaning(meaning, width)
    yield BLANK
    yield line((" What to do", "strong"))
    for step in _steps(found):
        yield from point(sentences(step), width)
    if (profile := found.profile) is not None:
        yield BLANK
        yield from paragraph(f"It is about profile {profile.id}, {profile.name}", width)
        yield line(("   [ Open it ]", "strong"), ("   Enter", "muted"), key=profile.id)


def _meaning(meaning: Meaning, width: int) -> Iterator[Line]:
    number = f"{meaning.code}: " if meaning.code and str(meaning.code) not in meaning.title else ""
    yield from paragraph(f"{number}{meaning.title}", width, role="strong")
    yield from paragraph(meaning.says, width, indent=3)
    for words in meaning.words:
        yield from paragraph(f"Twilio: {clean(words)}", width, indent=3)
    for advice in meaning.advice:
        yield from point(advice, width, indent=3)
    yield from paragraph(f"Source: {meaning.source}", width, indent=3, role="muted")


def _steps(found: Explanation) -> tuple[str, ...]:
    """Return what to do, in the words of the screens where the command line has words of its own."""
    if found.reading.kind is not Kind.DECISION:
        return found.next
    whose = "the profile" if found.profile is None else f"profile {found.profile.id}"
    return (f"To take it in, open {whose}, press p there and then F9",)
