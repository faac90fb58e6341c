"""Writing answers from a conversation: each is in the file before the next question is asked."""

from trusthub_tui.plain.talk import Talk
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.labels import answer_in_words, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, section_of
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import Place

_LEADS = {
    Severity.PROBLEM: "Error",
    Severity.WARNING: "Likely rejection",
    Severity.HINT: "Worth a second look",
}


def write(talk: Talk, changes: Answers) -> bool:
    """Write answers; False where they were not taken, which is said."""
    if not _may_write(talk):
        return False
    draft = talk.open_draft
    path = next(iter(changes))
    for changed, text in changes.items():
        draft.remember(changed, len(text), typing=False)
    return _written(talk, changes, Place(section_of(path).number, path, len(changes[path])))


def step_back(talk: Talk, path: str, *, forward: bool = False) -> bool:
    """Undo the last change of an answer, or redo it; False where there is none."""
    if not _may_write(talk):
        return False
    draft = talk.open_draft
    stack = draft.undo_stack(path)
    now = (draft.answers.get(path, ""), draft.place.caret)
    target = stack.redo(now) if forward else stack.undo(now)
    if target is None:
        talk.say(f"There is nothing to {'redo' if forward else 'undo'} here")
        return False
    return _written(talk, {path: target[0]}, Place(section_of(path).number, path, target[1]))


def tell_about(talk: Talk, path: str) -> bool:
    """Say how an answer is read and what is wrong with it; return whether it has a problem.

    A likely rejection may be right as it is, so it holds nobody back.
    """
    draft = talk.open_draft
    if draft.fault is None and answered(draft.answers, path) and (received := reading(path, draft.answers)):
        talk.say(f"Twilio receives {received}")
    draft.check()
    draft.reveal((path,))
    found = [one for one in draft.shown_findings(path) if answered(draft.answers, path)]
    for finding in found:
        talk.voice.say(finding_words(finding))
    problem = any(one.severity is Severity.PROBLEM for one in found)
    if not problem and any(one.severity is Severity.WARNING for one in found):
        talk.say_once("It is taken as it is", ":back returns to it, and :right there says that it is right")
    return problem


def finding_words(finding: Finding) -> str:
    """Return a finding in sentences, what kind it is before them."""
    return f"{_LEADS[finding.severity]}: {sentences(finding.message, finding.remedy)}"


def _may_write(talk: Talk) -> bool:
    draft = talk.open_draft
    talk.look_again()
    if draft.holder is not None:
        talk.say("Nothing was changed: another window has this profile open", "Type :take to take over")
    elif not draft.editable:
        talk.say(
            f"Nothing was changed: {draft.status.label} cannot be edited",
            "Type :duplicate to make a draft copy",
        )
    return draft.editable


def _written(talk: Talk, changes: Answers, place: Place) -> bool:
    draft = talk.open_draft
    try:
        draft.write(changes, place)
    except Locked as locked:
        talk.say(locked.message, locked.remedy)
        for path, text in draft.lost.items():
            talk.say(f"Not taken for {full_label(path)}: {text}")
        return False
    if draft.fault is not None:
        talk.say(f"Not saved. {draft.fault.message}", draft.fault.remedy)
        return True
    if draft.overwritten:
        talk.say("Something else was written here in another window", ":undo brings the other back")
    talk.say(_saved(draft.answers, place.path))
    return True


def _saved(answers: Answers, path: str) -> str:
    """Return the receipt; it names what was chosen, for a part of its name was typed."""
    question = worded(QUESTIONS[path], answers)
    chosen = question.options and answered(answers, path)
    return f"Saved: {answer_in_words(question, answers[path])}" if chosen else "Saved"
