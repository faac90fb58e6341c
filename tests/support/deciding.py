"""Deciding on a submission straight in the store."""

from typing import Any

from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Decision, Submission
from trusthub_tui.store.store import Store


def decide(
    store: Store, profile_id: str, version: int, decision: Decision, status: Status, **more: Any
) -> bool:
    """Keep a practice decision; whether it is news."""
    at = decision.decided_at
    return store.submissions.decide(
        Submission(profile_id, version, {}, at, PRACTICE, decision=decision), status, **more
    )
