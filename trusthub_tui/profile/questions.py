"""One declaration for each question; screens, pages, commands, rules and help are derived from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choices import Option


class Kind(Enum):
    """How a question is answered and read."""

    TEXT = auto()
    EMAIL = auto()
    PHONE = auto()
    URL = auto()
    REGISTRATION_NUMBER = auto()
    POSTAL_CODE = auto()
    ONE_OF = auto()
    """One choice of a list."""
    REGION = auto()
    """One choice of the country's list of states or provinces; free text where a country has no list."""
    SEVERAL_OF = auto()
    """Any number of choices of a list."""
    TICK = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a section."""

    path: str
    """Twilio's own name, such as ``business_information.website_url``."""
    label: str
    missing: str
    """The sentence when there is no answer; empty for an optional question."""
    hint: str = ""
    """Where to find the answer, in at most twelve words, without a full stop."""
    example: str = ""
    why: str = ""
    """Why it is asked and what goes wrong when it is not right."""
    kind: Kind = Kind.TEXT
    options: Sequence[Option] = ()
    frequent: Sequence[str] = ()
    """Values of the options most people choose, the commonest first."""
    optional: bool = False
    one_of_two: bool = False
    """One of this question and its neighbour has to be answered."""
    longest: int = 255
    """Most characters that make sense; more is kept, and told."""
    suggestions: tuple[str, ...] = ()
    """Paths of other questions whose answers may serve here too."""

    takes_suggestion: bool = False
    """Left empty, it takes the first suggestion when the step is finished."""

    @property
    def may_stay_empty(self) -> str:
        """The words that mark a question that may stay empty; none for any other."""
        if self.one_of_two:
            return "(one of two)"
        return "(optional)" if self.optional else ""

    @property
    def shown_label(self) -> str:
        """The label, with the words that mark a question that may stay empty."""
        return f"{self.label} {self.may_stay_empty}".rstrip()


class Section(NamedTuple):
    """One step of the Console: its title and its questions."""

    number: int
    title: str
    short: str
    """The title where there is little room."""
    intro: str
    questions: tuple[Question, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its questions, in order."""
        return tuple(question.path for question in self.questions)


def suggested(question: Question, answers: Answers) -> str:
    """Return the answer to another question that may serve here too, while this one has none."""
    if answered(answers, question.path):
        return ""
    return next((answers[other].strip() for other in question.suggestions if answered(answers, other)), "")
