"""The dialogs that take down a filing in Twilio's Console, and the decision that comes back."""

from collections.abc import Callable

from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.explain import Preview
from trusthub_tui.tui.dialogs.ask_text import AskText, PasteDialog
from trusthub_tui.tui.dialogs.confirm import Confirm

_ASK_SID = (
    "If the Console shows the profile's SID, enter it: BU and 32 digits. It may stay empty.",
    "",
    "From then on the profile is In Review at Twilio and cannot be edited here.",
)

_ASK_DECISION = (
    "Paste Twilio's e-mail, or the API's JSON of the profile or of an evaluation.",
    "Or type codes, such as 18602 18606, or the word approved.",
)

_STILL_HERE = "What you pasted before is still here, selected: paste or type over it, or take it with F9."


def filed_dialog(refused: str = "", sid: str = "") -> AskText:
    """Ask for the SID of a profile that was filed; ``refused`` says what is wrong with the one entered."""
    return AskText("Filed in the Console?", _after(refused, _ASK_SID), sid, of_now=True)


def decision_dialog(
    refused: str, text: str, *, left: Callable[[str], None], again: bool = False
) -> PasteDialog:
    """Ask for a decision in whatever form it came; ``refused`` says why a text was none.

    ``left`` and ``again`` as in the dialog.
    """
    said = _STILL_HERE if again else refused
    words = _after(said, _ASK_DECISION)
    return PasteDialog("Enter the decision", words, text, left=left, again=again, of_now=True)


def preview_dialog(seen: Preview) -> Confirm:
    """Show what a decision would make of a submission before it counts."""
    outcome, *reasons = seen.lines
    words = (sentences(outcome), "", *reasons, *([""] if reasons else ()))
    return Confirm("Take this decision in?", words, "Go back", "Take it in", of_now=True)


def _after(refused: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return (refused, "", *words) if refused else words
