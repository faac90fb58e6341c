"""An answer in words, as review, differences and history show it."""

from trusthub_tui.profile.answers import Answers, several
from trusthub_tui.profile.choices import label_of
from trusthub_tui.profile.questions import Kind, Question

NOT_PROVIDED = "Not provided"


def shown_answer(question: Question, answers: Answers) -> str:
    """Return labels instead of values, and what an empty answer means."""
    text = answers.get(question.path, "")
    if not text.strip():
        return NOT_PROVIDED
    match question.kind:
        case Kind.SEVERAL_OF:
            return ", ".join(label_of(value, question.options) for value in several(text))
        case Kind.TICK:
            return "Confirmed"
        case _ if question.options:
            return label_of(text, question.options)
        case _:
            return text
