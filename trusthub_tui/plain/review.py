"""The review in a conversation: what was found first, then every answer."""

from trusthub_tui.draft.attention import named, open_findings
from trusthub_tui.plain.commands import obey
from trusthub_tui.plain.talk import AtReview, Position, Talk, spoken_status
from trusthub_tui.profile.canonical import reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.labels import answer_in_words, counted, full_label, place
from trusthub_tui.profile.questionnaire import QUESTIONS, REVIEW, SECTIONS
from trusthub_tui.profile.sections.terms import TERMS
from trusthub_tui.store.records import Place

_KINDS = (
    (Severity.PROBLEM, "problem", "rejected at once"),
    (Severity.WARNING, "likely rejection", "look at these first"),
    (Severity.HINT, "hint", "worth a second look"),
)


def visit(talk: Talk, at: AtReview) -> Position:
    """Say what was found and all answers, then ask what to do."""
    draft = talk.open_draft
    talk.look_again()
    if talk.step != REVIEW.number:
        talk.step = REVIEW.number
        draft.stay_at(Place(REVIEW.number))
        draft.check()
        talk.voice.say()
        talk.say(f"Step {REVIEW.number} of {len(SECTIONS)}", REVIEW.title, spoken_status(draft))
        _findings(talk)
        _answers(talk)
        talk.say(":submit submits, :go NAME changes an answer, :next goes to the next problem")
    line = talk.ask("Review?")
    if not line:
        talk.say(":submit submits, :go NAME changes an answer, :next goes to the next problem, :quit leaves")
        return at
    return obey(talk, at, line)


def _findings(talk: Talk) -> None:
    draft = talk.open_draft
    for severity, noun, meaning in _KINDS:
        found = [one for one in open_findings(draft) if one.severity is severity]
        if found:
            talk.say(f"{counted(len(found), noun)}: {meaning}")
        for one in found:
            talk.say(f"{place(one.path, draft.answers)}: {named(one)}", one.remedy)
    if not open_findings(draft):
        talk.say("No problems were found")


def _answers(talk: Talk) -> None:
    answers = talk.open_draft.answers
    for section in SECTIONS[:-1]:
        talk.voice.say(f"{section.number} {section.title}")
        for path in section.paths:
            words = answer_in_words(worded(QUESTIONS[path], answers), answers.get(path, ""))
            label = "Confirmation" if section is TERMS else full_label(path, answers)
            received = reading(path, answers)
            talk.voice.say(f"{label}: {words}{f'. Twilio receives {received}' if received else ''}")
