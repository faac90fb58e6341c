"""The seven steps of a Primary Customer Profile, in the Console's order, as data."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.questions import Question, Section, suggested
from trusthub_tui.profile.sections.address import BUSINESS_ADDRESS
from trusthub_tui.profile.sections.business import BUSINESS_INFORMATION
from trusthub_tui.profile.sections.general import GENERAL
from trusthub_tui.profile.sections.notification import NOTIFICATION
from trusthub_tui.profile.sections.representatives import AUTHORIZED_REPRESENTATIVES
from trusthub_tui.profile.sections.terms import TERMS

REVIEW = Section(
    number=7,
    title="Review and submit",
    short="Review",
    intro="Check every answer. Nothing has been sent yet.",
)

SECTIONS: tuple[Section, ...] = (
    GENERAL,
    BUSINESS_ADDRESS,
    BUSINESS_INFORMATION,
    AUTHORIZED_REPRESENTATIVES,
    NOTIFICATION,
    TERMS,
    REVIEW,
)

QUESTIONS: dict[str, Question] = {
    question.path: question for section in SECTIONS for question in section.questions
}

_SECTION_OF = {path: section for section in SECTIONS for path in section.paths}


def section_of(path: str) -> Section:
    """Return the section that asks a question; ``KeyError`` for a path that is no question."""
    return _SECTION_OF[path]


def subject_of(path: str) -> str:
    """Return whom a question is about where the label alone does not say: a representative, or nobody."""
    match paths.parent(path):
        case "authorized_representative_1":
            return "Representative 1"
        case "authorized_representative_2":
            return "Representative 2"
        case _:
            return ""


def filled_on_leaving(answers: Answers) -> Answers:
    """Return what questions without an answer take from other answers when their step is left."""
    takers = (question for question in QUESTIONS.values() if question.takes_suggestion)
    offered = {question.path: suggested(question, answers) for question in takers}
    return {path: text for path, text in offered.items() if text}
