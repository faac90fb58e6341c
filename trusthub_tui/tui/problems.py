"""Everything that wants a look, in one order: problems, likely rejections, and the reasons of a rejection."""

from collections.abc import Sequence

from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.tui.draft import Draft


def in_turn(draft: Draft) -> Sequence[str]:
    """Return the questions that want a look, in the order of the form, each once."""
    if not draft.checked:
        draft.check()
    concerned = {found.path for found in draft.evaluation.findings if found.severity is not Severity.HINT}
    concerned |= {reason.paths[0] for reason in draft.reasons if reason.paths}
    return [path for path in QUESTIONS if path in concerned]


def after(turn: Sequence[str], here: str, direction: int) -> str:
    """Return the question before or after this one that wants a look; at the end begin anew.

    ``here`` may be no question at all: then the first or the last one is next. ``turn`` must not be empty.
    """
    order = list(QUESTIONS)
    outside = -1 if direction > 0 else len(order)
    position = order.index(here) if here in QUESTIONS else outside
    ahead = [path for path in turn if (order.index(path) - position) * direction > 0]
    return (ahead or turn)[0 if direction > 0 else -1]
