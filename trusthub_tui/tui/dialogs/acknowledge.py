""" "It is right": keep an answer although there is a warning, or a reason of a rejection, with a note."""

from collections.abc import Callable

from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.tui.dialogs.ask_text import AskText
from trusthub_tui.tui.open_profile import OpenProfile


def ask_to_keep(page: OpenProfile, path: str, reason: Reason | None = None) -> None:
    """Ask for the note, then keep; where there is nothing to keep, say so."""
    draft = page.draft
    about = reason or draft.reason_about(path)
    finding = next((one for one in draft.evaluation.at(path) if one.severity is not Severity.PROBLEM), None)
    if finding is not None and draft.kept_finding(finding) is None and reason is None:
        _ask(page, finding.message, lambda note: draft.acknowledge_finding(finding, note))
    elif about is not None:
        _ask(page, entry(about.code).title, lambda note: draft.acknowledge_reason(about, note))
    else:
        page.tell(_nothing_to_keep(draft.evaluation.at(path)))


def _ask(page: OpenProfile, about: str, keep: Callable[[str], None]) -> None:
    def take(note: str | None) -> None:
        if note is not None:
            keep(note)
            page.refill()
            page.tell("Kept as it is. The note is in the history")

    words = (about, "", "Why is it right? The note is kept with the profile. It may stay empty.")
    page.app.push_screen(AskText("It is right", words), take)


def _nothing_to_keep(findings: tuple[Finding, ...]) -> str:
    if findings:
        return "This is a problem, not a warning: Trust Hub would reject it at once, so it has to be changed"
    return "There is no warning here to answer. F8 goes to the next one"
