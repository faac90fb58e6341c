"""What differs between two sets of answers, such as two versions of a profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.labels import counted, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.submission import Submission


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


class VersionPair(NamedTuple):
    """Two sets of answers to one profile, to be told apart."""

    title: str
    """Which they are, such as ``Version 2, against version 1``."""
    before: Answers
    after: Answers


def comparisons(versions: Sequence[Submission], now: Answers | None) -> tuple[VersionPair, ...]:
    """Return every comparison there is, the newest first.

    ``now`` are the answers since the newest version; None where they cannot be others.
    """
    since = () if now is None else versions[-1:]
    return (
        *(VersionPair(f"Now, against version {one.version}", one.answers, now or {}) for one in since),
        *(
            VersionPair(
                f"Version {after.version}, against version {before.version}", before.answers, after.answers
            )
            for before, after in reversed(list(pairwise(versions)))
        ),
    )


def why_nothing_to_compare(versions: Sequence[Submission]) -> str:
    """Return why there is no comparison; a sentence."""
    if not versions:
        return "Nothing was submitted yet, so there is nothing to compare."
    return "There is only one version."


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


def how_much_changed(found: Sequence[Difference]) -> str:
    """Return in words how many answers differ."""
    return f"{counted(len(found), 'answer')} changed" if found else "nothing changed"


def sent_differs(path: str, before: Answers, after: Answers) -> bool:
    """Whether an answer was changed so that Twilio receives another value than before.

    A phone number typed with other spaces is the same number. Raises ``KeyError`` for a path that is no
    question.
    """
    if before.get(path, "") == after.get(path, ""):
        return False
    from trusthub_tui.profile.canonical import canonical  # formats come with the first answer that changed

    return canonical(path, before) != canonical(path, after)
