"""Submitting, filing in the Console, and decisions, in a conversation."""

from trusthub_tui.draft.attention import open_findings
from trusthub_tui.plain.talk import AtReview, AtStatus, Position, Talk
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.labels import counted, without_secret
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.store.errors import StoreError
from trusthub_tui.trusthub.decisions import read
from trusthub_tui.trusthub.errors import NotUnderReview, WrongSid
from trusthub_tui.trusthub.explain import preview
from trusthub_tui.trusthub.outcome import UNTIL_DECIDED
from trusthub_tui.trusthub.received.sids import NoProfileSid


def submit(talk: Talk, at: Position, _words: str) -> Position:
    """Say what submitting means, ask, and submit to the practice Trust Hub."""
    draft = talk.open_draft
    talk.look_again()
    if not draft.editable:
        talk.say(f"This profile cannot be submitted: it is {draft.status.label}")
        return AtStatus() if draft.holder is None else at
    draft.check()
    draft.reveal(path for found in draft.evaluation.findings for path in (found.path,))
    if not _agreed(talk):
        talk.say("Nothing was submitted")
        return AtReview()
    try:
        talk.filing.submit(draft.id, seen=draft.version)
    except StoreError as fault:
        talk.say(fault.message, fault.remedy)
        draft.reload()
        return AtReview()
    draft.reload()
    talk.say("Submitted")
    return AtStatus()


def _agreed(talk: Talk) -> bool:
    draft = talk.open_draft
    found = open_findings(draft)
    problems = sum(one.severity is Severity.PROBLEM for one in found)
    risks = sum(one.severity is Severity.WARNING for one in found)
    answers = draft.answers
    name = answers.get(paths.BUSINESS_NAME, "").strip()
    talk.say(f"You are about to submit the profile of {name or draft.name} to the practice Trust Hub")
    if draft.last is not None and draft.last.hub == TWILIO:
        talk.say("This is a rehearsal: nothing leaves this computer, and Twilio's own decision stays")
        talk.say("To file the changes at Twilio, :copy says each answer for its Console")
    else:
        talk.say("Nothing leaves this computer", UNTIL_DECIDED)
    where = answers.get(paths.NOTIFICATION_EMAIL, "") or without_secret(
        paths.STATUS_CALLBACK, answers.get(paths.STATUS_CALLBACK, "")
    )
    if where:
        talk.say(f"The real Twilio would contact {_person(answers, 1)} and {_person(answers, 2)}")
        talk.say(f"It would send its decision to {where}")
    if risks:
        talk.say(counted(risks, "likely rejection"), ":review says what")
    if not problems:
        return talk.agreed("Submit for Review,")
    talk.say(f"There {'is' if problems == 1 else 'are'} {counted(problems, 'problem')}")
    talk.say("Trust Hub would reject the profile at once")
    return talk.agreed("Submit anyway,")


def _person(answers: Answers, number: int) -> str:
    parts = (answers.get(paths.of_representative(number, part), "") for part in ("first_name", "last_name"))
    return " ".join(part.strip() for part in parts if part.strip()) or f"representative {number}"


def copy_sheet(talk: Talk, at: Position, _words: str) -> Position:
    """Say each answer in the form the Console wants, in its order."""
    from trusthub_tui.profile.copy_sheet import copy_sheet as sheet

    draft = talk.open_draft
    draft.check()
    for part in sheet(draft.answers, draft.evaluation.problems):
        talk.voice.say(part.title)
        for entry in part.entries:
            talk.voice.say(f"{entry.label}: {entry.value}")
            if entry.problem or entry.note:
                talk.say(f"Problem: {entry.problem}" if entry.problem else entry.note)
    talk.say("Once it is submitted in the Console, type :filed")
    return at


def filed(talk: Talk, at: Position, words: str) -> Position:
    """Take down that the profile was submitted in the Console."""
    draft = talk.open_draft
    sid = words or talk.ask(
        "The profile's SID at Twilio, such as BU and 32 characters, or Enter without one?"
    )
    if not talk.agreed(f"Take down that {draft.name} was submitted in the Twilio Console as it stands,"):
        talk.say("Nothing was changed")
        return at
    try:
        talk.filing.filed(draft.id, sid, seen=draft.version)
    except (StoreError, NoProfileSid) as fault:
        return _refused(talk, at, fault)
    draft.reload()
    talk.say("Taken down", "When Twilio has decided, type :decide")
    return AtStatus()


def decide(talk: Talk, at: Position, words: str) -> Position:
    """Read a decision from what is pasted, say what it would do, ask, and take it in."""
    draft = talk.open_draft
    text = words or talk.ask_for_text("Paste Twilio's e-mail, its JSON or the codes")
    reading = read(text, draft.sid)
    if reading.decision is None:
        talk.say(reading.message, reading.remedy, "Nothing was changed")
        return at
    try:
        seen = talk.filing.preview(draft.id, reading.decision)
        talk.say_each(preview(seen.submission).lines)
        if not talk.agreed("Take it in,"):
            talk.say("Nothing was changed")
            return at
        talk.filing.decide(draft.id, reading.decision)
    except (StoreError, NotUnderReview, WrongSid) as fault:
        return _refused(talk, at, fault)
    draft.reload()
    return AtStatus()


def reopen(talk: Talk, at: Position, _words: str) -> Position:
    """Make a draft again of what only the practice Trust Hub approved."""
    try:
        talk.filing.reopen(talk.open_draft.id)
    except StoreError as fault:
        return _refused(talk, at, fault)
    talk.open_draft.reload()
    talk.say("It is a draft again")
    return AtReview()


def _refused(talk: Talk, at: Position, fault: ExplainedError) -> Position:
    talk.say(fault.message, fault.remedy)
    return at
