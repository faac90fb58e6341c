"""From the copy sheet to a profile filed in Twilio's Console, and back with Twilio's decision."""

from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import StoreError
from trusthub_tui.trusthub.decisions import NoDecision, NoProfileSid, as_sid, read_decision
from trusthub_tui.tui.dialogs.ask_text import AskText, PasteDialog
from trusthub_tui.tui.dialogs.copy_sheet import FILED, CopySheet
from trusthub_tui.tui.open_profile import OpenProfile

_ASK_SID = (
    "If the Console shows the profile's SID, enter it: BU and 32 digits. It may stay empty.",
    "",
    "From then on the profile is In Review at Twilio and cannot be edited here.",
)

_ASK_DECISION = (
    "Paste Twilio's e-mail, or the API's JSON of the profile or of an evaluation.",
    "Or type codes, such as 18602 18606, or the word approved.",
)


def carry_over(page: OpenProfile) -> None:
    """Show the copy sheet of a profile without problems; afterwards it may be said to be filed."""
    draft = page.draft
    if not draft.checked:
        draft.check()
    count = len(draft.evaluation.problems)
    if count:
        page.tell(f"{counted(count, 'problem')} to fix before the copy sheet. F8 goes to the first")
        return

    def after(result: str | None) -> None:
        if result == FILED:
            _ask_if_filed(page)

    page.app.push_screen(CopySheet(draft), after)


def ask_for_decision(page: OpenProfile, said: str = "", entered: str = "") -> None:
    """Ask for the decision in whatever form it came, and take it in; ask again about what was refused."""
    words = (said, "", *_ASK_DECISION) if said else _ASK_DECISION
    dialog = PasteDialog("Enter the decision", words, entered)
    page.app.push_screen(dialog, lambda text: _decide(page, text))


def _ask_if_filed(page: OpenProfile, said: str = "", entered: str = "") -> None:
    rehearsed = page.draft.status is Status.APPROVED and page.draft.in_practice
    if not (page.draft.editable or rehearsed):
        page.tell(f"This version is {page.draft.status.label} already. Make a draft copy to file it anew")
        return
    words = (said, "", *_ASK_SID) if said else _ASK_SID
    page.app.push_screen(AskText("Filed in the Console?", words, entered), lambda sid: _file(page, sid))


def _file(page: OpenProfile, sid: str | None) -> None:
    if sid is None:
        return
    try:
        page.services.filing.filed(page.draft.id, as_sid(sid) if sid else "")
    except (NoProfileSid, StoreError) as fault:
        _ask_if_filed(page, fault.text, sid)
        return
    page.draft.reload()
    page.program.open_status(page.draft)


def _decide(page: OpenProfile, text: str | None) -> None:
    if text is None:
        return
    try:
        decided = page.services.filing.decide(page.draft.id, read_decision(text))
    except (NoDecision, StoreError) as fault:
        ask_for_decision(page, fault.text, text)
        return
    page.draft.reload()
    page.refill()
    if decided.submission.decision is not None:
        page.decided(page.draft.id, decided.submission.decision)
    page.tell("The decision is taken in" if decided.new else "This decision was known already")
