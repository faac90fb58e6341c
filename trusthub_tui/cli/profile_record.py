"""Reading a profile with all that belongs to it, for the commands that print it."""

from trusthub_tui.cli.workspace import Workspace, settle
from trusthub_tui.copies.record import Record


def record_of(workspace: Workspace, profile_id: str) -> Record:
    """Return everything about a profile, after taking in the decisions that are due."""
    settle(workspace)
    profile = workspace.store.profiles.get(profile_id)
    submissions = workspace.store.submissions.of(profile.id)
    events = workspace.store.events.of(profile.id)
    return Record(profile, submissions, events)
