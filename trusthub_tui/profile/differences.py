"""What differs between two sets of answers, such as two versions of a profile."""

from dataclasses import dataclass

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that is not the same; both sides exactly as typed, empty where there was none."""

    path: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """The label of the question, which stands alone: ``Representative 1: Work e-mail``."""
        return full_label(self.path)


def differences(before: Answers, after: Answers) -> tuple[Difference, ...]:
    """Return every answer that differs, in the order of the questions.

    Text is compared as typed: what is listed is what somebody changed. Whether Twilio would notice is told
    by :func:`sent_differs`.
    """
    return tuple(
        Difference(path, before.get(path, ""), after.get(path, ""))
        for path in QUESTIONS
        if before.get(path, "") != after.get(path, "")
    )


def sent_differs(path: str, before: Answers, after: Answers) -> bool:
    """Whether an answer was changed so that Twilio receives another value than before.

    A phone number typed with other spaces is the same number. Raises ``KeyError`` for a path that is no
    question.
    """
    if before.get(path, "") == after.get(path, ""):
        return False
    from trusthub_tui.profile.canonical import canonical  # formats come with the first answer that changed

    return canonical(path, before) != canonical(path, after)
