"""The five statuses of a profile, their labels, and what may be done in each.

Source: Twilio's CustomerProfile resource (five API values) and Console (four labels).
"""

from enum import StrEnum


class Status(StrEnum):
    """Where a profile stands, in the API's words."""

    DRAFT = "draft"
    PENDING_REVIEW = "pending-review"
    IN_REVIEW = "in-review"
    REJECTED = "twilio-rejected"
    APPROVED = "twilio-approved"

    @property
    def label(self) -> str:
        """The Console's word for it; both review statuses read the same there."""
        return _LABELS[self]

    @property
    def mark(self) -> str:
        """A sign in plain ASCII that says the same as the label, without colour."""
        return _MARKS[self]

    @property
    def editable(self) -> bool:
        """Whether answers may change: only before a submission or after a rejection."""
        return self in (Status.DRAFT, Status.REJECTED)

    @property
    def in_review(self) -> bool:
        """Whether somebody is looking at it now."""
        return self in (Status.PENDING_REVIEW, Status.IN_REVIEW)


_LABELS = {
    Status.DRAFT: "Draft",
    Status.PENDING_REVIEW: "In Review",
    Status.IN_REVIEW: "In Review",
    Status.REJECTED: "Twilio Rejected",
    Status.APPROVED: "Twilio Approved",
}

_MARKS = {
    Status.DRAFT: "[~]",
    Status.PENDING_REVIEW: "[..]",
    Status.IN_REVIEW: "[..]",
    Status.REJECTED: "[X]",
    Status.APPROVED: "[OK]",
}
