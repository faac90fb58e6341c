"""What the list says about a draft that nobody has opened since its answers came in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from trusthub_tui.profile.acknowledgements import Acknowledgement, acknowledgement_of
from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.progress import letters, progress, rank, whats_next
from trusthub_tui.profile.status import Status
from trusthub_tui.store import acknowledgements, answers
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Standing

Judge = Callable[[Answers], Standing]
"""Says how a draft with some answers stands."""


def judge(database: Database, at: datetime, said: Iterable[Acknowledgement] = ()) -> Judge:
    """Return what says how drafts stand; ``said`` is what their user has said is right."""
    from trusthub_tui.profile.evaluation import evaluate  # libraries come with the first answers
    from trusthub_tui.profile.rules.rule import Context

    known, said = Context(ApprovedNumbers(database), at.year), tuple(said)

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


class ApprovedNumbers(Mapping[str, str]):
    """The canonical registration number of each approved profile, and that profile's ID.

    Each is looked up when it is asked for: there may be a hundred thousand. Where the file does not play
    along, which is told by whoever saves, none is known.
    """

    def __init__(self, database: Database, but: str = "") -> None:
        """``but`` is the ID of a profile that is left out."""
        self._database = database
        self._but = but

    def __getitem__(self, number: str) -> str:
        try:
            row = self._database.one(f"{_APPROVED} AND registration = ? ORDER BY id DESC", self._but, number)
        except StoreError:
            row = None
        if row is None:
            raise KeyError(number)
        return clean(row[1])

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(row[0] for row in self._database.all(_APPROVED, self._but)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


_APPROVED: Final = (
    "SELECT registration, id FROM profile WHERE registration <> '' AND deleted_at IS NULL AND id <> ?"
)
