"""What is asked before a profile is submitted: what happens, to whom, as which version, what changed."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.cells import fitted
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.differences import differences
from trusthub_tui.profile.labels import counted, without_secret
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.trusthub.outcome import UNTIL_DECIDED
from trusthub_tui.tui.dialogs.confirm import Confirm
from trusthub_tui.tui.drawing.bars import marked
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.paragraphs import point
from trusthub_tui.tui.widgets.track import Station, track

_LOW: Final = 24
"""Rows of a window below which nothing is left blank between the parts."""


_NAMED: Final = 4
"""Changed answers that are named; the review page shows them all."""


class Outcome(Drawn):
    """Whose profile goes where, as one line of stations, and what there is to know before."""

    def __init__(self, draft: Draft, points: Sequence[str], *, rejected: bool) -> None:
        """``rejected`` says that it would be at once."""
        super().__init__()
        self._draft = draft
        self._points = points
        self._rejected = rejected

    def draw(self, width: int) -> list[Line]:
        """The name, the way, then the points."""
        glyphs, air = self.look.glyphs, [] if self.app.size.height < _LOW else [BLANK]
        draft = self._draft
        version = f"  version {draft.next_version}"
        name = _given(draft.answers, paths.BUSINESS_NAME) or draft.name
        named = line((f" {fitted(name, width - len(version) - 2).rstrip()}", "strong"), (version, "muted"))
        stations = _rejected_at_once(glyphs) if self._rejected else _reviewed(glyphs)
        told = [part for text in self._points for part in point(text, width, bullet=glyphs.bullet)]
        return [*air, named, *air, *track(stations, width, glyphs), *air, *told, BLANK]


def with_problems(draft: Draft, count: int) -> Confirm:
    """Warn of a rejection at once; the safe button goes to the problems."""
    points = (
        f"The practice Trust Hub would reject it at once for {counted(count, 'problem')}",
        *_changes(draft),
        "The problems are at the top of the review page, with what to do about each",
    )
    outcome = Outcome(draft, points, rejected=True)
    return Confirm("Submit with problems?", outcome, "Fix them", "Submit anyway", of_now=True)


def without_problems(draft: Draft, risks: int) -> Confirm:
    """Say what submitting means; ``risks`` counts the likely rejections nobody answered."""
    answers = draft.answers
    where = _given(answers, paths.NOTIFICATION_EMAIL) or _given(answers, paths.STATUS_CALLBACK)
    points = (
        *_risks(risks),
        *_changes(draft),
        "The practice Trust Hub reviews it on this computer. Nothing is sent to Twilio",
        UNTIL_DECIDED,
        *_at_twilio(draft, f"{_person(answers, 1)} and {_person(answers, 2)}", where),
    )
    outcome = Outcome(draft, points, rejected=False)
    return Confirm("Submit for Review?", outcome, "Go back", "Submit for Review", of_now=True)


def _reviewed(glyphs: Glyphs) -> tuple[Station, ...]:
    return (
        Station(glyphs.draft, "Draft", "strong", ("now",)),
        Station(glyphs.review, "In Review", "muted", ("locked",)),
        Station(glyphs.to_do, "Decision", "muted", ("by practice",)),
    )


def _rejected_at_once(glyphs: Glyphs) -> tuple[Station, ...]:
    text, role = marked(Status.REJECTED, glyphs)
    mark, word = text.split(" ", 1)
    return (
        Station(glyphs.draft, "Draft", "strong", ("now",)),
        Station(mark, word, role, ("at once, in practice",)),
    )


def _risks(count: int) -> Iterator[str]:
    if count:
        look = "look at it first" if count == 1 else "look at them first"
        yield f"{counted(count, 'likely rejection')} on the review page: {look}"


def _changes(draft: Draft) -> Iterator[str]:
    """Yield what changed since the version that stands, if there is one."""
    last = draft.last
    if last is None:
        return
    changed = differences(last.answers, draft.answers)
    if changed:
        labels = ", ".join(one.label for one in changed[:_NAMED])
        more = f", and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
        yield f"{counted(len(changed), 'answer')} changed since version {last.version}: {labels}{more}"
    else:
        yield f"Nothing changed since version {last.version}"


def _at_twilio(draft: Draft, people: str, where: str) -> Iterator[str]:
    if draft.last is not None and draft.last.hub == TWILIO:
        yield "Twilio's own decision stands. To file the changes there, use the copy sheet: Esc x"
    else:
        yield f"Twilio itself, once you file it there, may contact {people}. Its decision goes to {where}"


def _person(answers: Answers, number: int) -> str:
    names = (_given(answers, paths.of_representative(number, part)) for part in ("first_name", "last_name"))
    return " ".join(names)


def _given(answers: Answers, path: str) -> str:
    return without_secret(path, answers.get(path, "").strip())
