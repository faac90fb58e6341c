"""Commands about a submission: submit, carry over to the Console, enter the decision, say "It is right"."""

from typing import Protocol

from trusthub_tui.draft.attention import lacks_reasons, named, open_findings
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE
from trusthub_tui.store.errors import ChangedMeanwhile
from trusthub_tui.tui.profile_page import ProfilePage


class ReviewPage(ProfilePage, Protocol):
    """The review, from which a profile is submitted."""

    def show_problems(self) -> None:
        """Show everything as it is now, the cursor on the first problem."""


def awaits_decision(page: ProfilePage) -> bool:
    """Whether a decision may come, or the reasons of one that came without any."""
    return page.draft.status.in_review or lacks_reasons(page.draft)


async def submit(page: ReviewPage) -> None:
    """Ask once, then send; but only what is saved is sent."""
    from trusthub_tui.tui.dialogs.submit import with_problems, without_problems

    draft = page.draft
    page.saver.try_again()
    if draft.unsaved:
        page.saver.tell_fault()
        return
    if page.saver.held:
        page.tell(page.saver.held)
        return
    seen = draft.version
    draft.check()
    problems = draft.evaluation.problems
    risks = [found for found in open_findings(draft) if found.severity is Severity.WARNING]
    dialog = with_problems(draft, len(problems)) if problems else without_problems(draft, len(risks))
    match await page.ask(dialog):
        case True:
            _send(page, seen)
        case False if problems:
            draft.reveal(QUESTIONS)
            page.show_problems()


def _send(page: ProfilePage, seen: int) -> None:
    page.draft.reveal(QUESTIONS)
    submit = page.services.filing.submit
    if not page.services.guard.do(lambda: submit(page.draft.id, seen=seen), failed="Nothing was submitted."):
        page.saver.notice(None)
    else:
        page.draft.reload()
        page.navigator.watch_decisions()
        page.navigator.open_status(page.draft)


async def carry_over(page: ProfilePage) -> None:
    """Show the copy sheet, problems marked; afterwards the profile may be said to be filed."""
    from trusthub_tui.tui.dialogs.copy_sheet import FILED, CopySheet

    draft = page.draft
    if not draft.checked:
        draft.check()
    seen = draft.version
    if await page.ask(CopySheet(draft, page.services, page.navigator.copy)) == FILED:
        await _record_filing(page, seen)


async def _record_filing(page: ProfilePage, seen: int) -> None:
    """Ask for the SID and take down the filing; ask again about what was refused."""
    from trusthub_tui.trusthub.received.sids import as_sid
    from trusthub_tui.tui.dialogs.decision import filed_dialog

    draft = page.draft
    rehearsed = draft.status is Status.APPROVED and draft.in_practice
    if page.saver.held:
        page.tell(page.saver.held)
        return
    if not (draft.editable or rehearsed):
        page.tell(f"This version is {draft.status.label} already. Make a draft copy to file it anew")
        return
    refused, sid = "", ""
    while (entered := await page.ask(filed_dialog(refused, sid))) is not None:
        sid = entered
        try:
            page.services.filing.filed(draft.id, as_sid(sid) if sid else "", seen=seen)
        except ChangedMeanwhile as fault:
            page.services.guard.meet(fault, "Nothing was recorded.")
            page.saver.notice(None)
            return
        except ExplainedError as fault:
            refused = fault.text
            continue
        draft.reload()
        page.navigator.open_status(draft)
        page.tell(f"It is taken down as filed. {_takes_back(page)}")
        return


def _takes_back(page: ProfilePage) -> str:
    return f"{page.navigator.doors().key('take_back')} takes that back"


async def enter_decision(page: ProfilePage) -> None:
    """Ask for the decision in whatever form it came, show what it would do, and take it in.

    What was pasted is still there after a refusal, when the user does not want it taken in after all, and
    when this is asked for the next time.
    """
    from trusthub_tui.tui.dialogs.decision import decision_dialog

    pasted, key = page.services.pasted, page.draft.id
    text, refused = pasted.get(key, ""), ""
    again = bool(text)

    def left(unused: str) -> None:
        pasted[key] = unused

    while (entered := await page.ask(decision_dialog(refused, text, left=left, again=again))) is not None:
        text, again = entered, False
        answer = await _take_in(page, text)
        if answer is None:
            pasted.pop(key, None)
            return
        refused = answer


async def _take_in(page: ProfilePage, text: str) -> str | None:
    """Take a decision in, once the user has seen what it does; return why it is refused, None if it is not.

    A refusal without words is the user's own.
    """
    from trusthub_tui.trusthub.decisions import read
    from trusthub_tui.trusthub.explain import preview
    from trusthub_tui.tui.dialogs.decision import preview_dialog

    draft, filing = page.draft, page.services.filing
    reading = read(text, draft.sid)
    if reading.decision is None:
        return sentences(reading.message, reading.remedy)
    try:
        seen = filing.preview(draft.id, reading.decision)
        if seen.new and not await page.ask(preview_dialog(preview(seen.submission))):
            return ""
        decided = filing.decide(draft.id, reading.decision)
    except ExplainedError as fault:
        return fault.text
    page.decided(draft.id)
    if decided.new:
        page.tell(f"The decision is taken in. {_takes_back(page)}")
    else:
        page.tell("This decision was known already")
    return None


def only_practised(page: ProfilePage) -> bool:
    """Whether nobody but the practice Trust Hub approved it."""
    return page.draft.status is Status.APPROVED and page.draft.in_practice


def reopen(page: ProfilePage) -> None:
    """Make a draft again of what only practice approved."""
    filing, draft = page.services.filing, page.draft
    if page.services.guard.do(lambda: filing.reopen(draft.id), failed="It is as it was."):
        page.navigator.open_profile(draft.id)
        page.tell("It is a draft again. Its versions stay readable")


def rehearsed_last(page: ProfilePage) -> bool:
    """Whether the newest submission was practice."""
    submissions = page.draft.submissions
    return bool(submissions) and submissions[-1].hub == PRACTICE


async def discard_rehearsal(page: ProfilePage) -> None:
    """Throw away the newest practice submission, once the user has agreed."""
    from trusthub_tui.tui.dialogs.confirm import Confirm

    filing, draft = page.services.filing, page.draft
    words = (
        f"Version {draft.submissions[-1].version} was only practice. Without it, all stands as before.",
        "That there was one stays in the history. What Twilio said is not touched.",
        "",
    )
    asked = Confirm("Throw the rehearsal away?", words, "Leave it", "Throw it away", of_now=True)
    if not await page.ask(asked):
        return
    if page.services.guard.do(lambda: filing.discard_rehearsal(draft.id), failed="It is as it was."):
        page.navigator.open_profile(draft.id)
        page.tell("The rehearsal is thrown away")


async def acknowledge(page: ProfilePage) -> None:
    """Keep what the user says is right, with a note; where there is nothing to keep, say so."""
    from trusthub_tui.tui.dialogs.ask_text import acknowledgement_dialog

    draft, focus = page.draft, page.in_focus()
    path, reason = focus.question, focus.reason
    finding = _warning_at(draft, path) if reason is None else None
    about = reason or draft.reason_about(path)
    if finding is None and about is None:
        page.tell(_nothing_to_acknowledge(draft.evaluation.at(path), page.services.key_of("next_problem")))
        return
    title = named(finding) if finding is not None else entry(about.code).title if about else ""
    note = await page.ask(acknowledgement_dialog(title))
    if note is None:
        return
    if finding is not None:
        draft.acknowledge_finding(finding, note)
    elif about is not None:
        draft.acknowledge_reason(about, note)
    page.refill()
    page.tell("Kept as it is. The note is in the history")


def _warning_at(draft: Draft, path: str) -> Finding | None:
    found = next((one for one in draft.evaluation.at(path) if one.severity is not Severity.PROBLEM), None)
    return found if found is not None and draft.acknowledged_finding(found) is None else None


def _nothing_to_acknowledge(findings: tuple[Finding, ...], next_key: str) -> str:
    if findings:
        return "This is a problem, not a warning: Trust Hub would reject it at once, so it has to be changed"
    return f"There is no warning here to answer. {next_key} goes to the next one"
