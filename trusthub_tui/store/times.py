"""Times as they stand in the file."""

from datetime import UTC, datetime


def time_to_text(at: datetime) -> str:
    """Return a time as ISO 8601 in UTC with microseconds, which sorts as it reads."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def time_from_text(text: str) -> datetime:
    """Read a time back; ``ValueError`` when it is none or has no offset."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError
    return at.astimezone(UTC)
