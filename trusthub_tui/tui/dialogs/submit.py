"""What is asked before a profile is submitted."""

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.labels import counted, without_secret
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.tui.dialogs.confirm import Confirm


def with_problems(count: int) -> Confirm:
    """Warn of a rejection at once; the safe button goes to the problems."""
    there_are = f"There {'is' if count == 1 else 'are'} {counted(count, 'problem')}"
    return Confirm(
        "Submit with problems?",
        (
            f"{there_are}. Trust Hub would reject the profile at once.",
            "",
            "They are at the top of the review page, with what to do about each.",
            "",
        ),
        "Fix them",
        "Submit anyway",
    )


def without_problems(draft: Draft, risks: int) -> Confirm:
    """Say what submitting means; ``risks`` counts the likely rejections nobody answered."""
    answers = draft.answers
    where = _given(answers, paths.NOTIFICATION_EMAIL) or _given(answers, paths.STATUS_CALLBACK)
    return Confirm(
        "Submit for Review?",
        (
            f"You are about to submit the profile of: {_given(answers, paths.BUSINESS_NAME)}",
            "",
            *_warning(risks),
            *_whose_review(draft),
            "It cannot be edited until the decision.",
            "",
            "Once it is filed at Twilio itself:",
            f"- Twilio may contact {_person(answers, 1)} and {_person(answers, 2)}",
            f"- its decision goes to {where}",
            "",
        ),
        "Go back",
        "Submit for Review",
    )


def _warning(risks: int) -> tuple[str, ...]:
    if not risks:
        return ()
    if risks == 1:
        return ("1 likely rejection on this page: look at it first.", "")
    return (f"{risks} likely rejections on this page: look at them first.", "")


def _whose_review(draft: Draft) -> tuple[str, ...]:
    practice = "The practice Trust Hub reviews it here. Nothing leaves this computer."
    if draft.last is None or draft.last.hub != TWILIO:
        return (practice,)
    return (
        practice,
        "Twilio's own decision stays as it is. To file the changes there, use the copy sheet: Esc x.",
    )


def _person(answers: Answers, number: int) -> str:
    names = (_given(answers, paths.of_representative(number, part)) for part in ("first_name", "last_name"))
    return " ".join(names)


def _given(answers: Answers, path: str) -> str:
    return without_secret(path, answers.get(path, "").strip())
