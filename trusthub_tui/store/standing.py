"""What the list says about a draft that nobody has opened since its answers came in."""

from collections.abc import Callable, Iterable
from datetime import datetime

from trusthub_tui.profile.acknowledgements import Acknowledgement, acknowledgement_of
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.progress import letters, progress, rank, whats_next
from trusthub_tui.profile.status import Status
from trusthub_tui.store import acknowledgements, answers, sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.records import Standing

Judge = Callable[[Answers], Standing]
"""Says how a draft with some answers stands."""


def judge(database: Database, at: datetime, said: Iterable[Acknowledgement] = ()) -> Judge:
    """Return what says how drafts stand; ``said`` is what their user has said is right."""
    from trusthub_tui.profile.evaluation import evaluate  # libraries come with the first answers
    from trusthub_tui.profile.rules.rule import Context

    known, said = Context(approved_numbers(database), at.year), tuple(said)

    def standing(given: Answers) -> Standing:
        found = evaluate(given, known).findings
        open_ones = Evaluation(tuple(one for one in found if not acknowledgement_of(one, said, given)))
        steps = progress(given, open_ones, frozenset())
        return Standing(whats_next(Status.DRAFT, steps, 0), rank(Status.DRAFT, steps), letters(steps))

    return standing


def standing_as_draft(database: Database, key: int, at: datetime) -> Standing:
    """Return how a profile stands as a draft with the answers it has."""
    said = acknowledgements.all_of(database, key)
    return judge(database, at, said)(answers.read(database, key))


def set_standing(database: Database, key: int, standing: Standing) -> None:
    """Remember what the list of profiles is to say of one."""
    database.run(
        "UPDATE profile SET next = ?, rank = ?, steps = ? WHERE key = ?",
        *(standing.next, standing.rank, standing.steps, key),
    )


def approved_numbers(database: Database) -> dict[str, str]:
    """Return the canonical registration number of each approved profile, and that profile's ID."""
    rows = database.all(
        "SELECT registration, id FROM profile WHERE registration <> '' AND deleted_at IS NULL"
    )
    with sqlite_errors.readable(database.path):
        return {clean(number): clean(profile_id) for number, profile_id in rows}
