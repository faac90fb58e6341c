"""Opening the file for a command, and telling its faults."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault
from trusthub_tui.cli.wishes import Settings
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.store.errors import DiskFull, FileBusy, ProfileNotFound, ReadOnlyFile
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub

if TYPE_CHECKING:
    from trusthub_tui.copies.record import Record


class Workspace(NamedTuple):
    """An open file and who reviews what is in it."""

    store: Store
    filing: Filing


def now() -> datetime:
    """Return the time, aware and in UTC: the clock of everything below."""
    return datetime.now(UTC)


@contextmanager
def opened(settings: Settings, *, warned: bool = True) -> Iterator[Workspace]:
    """Open the file, and tell whatever goes wrong with it as a Fault with the exit code it deserves.

    Where others may look into it, that is said on standard error, unless ``warned`` is false or JSON is
    wanted.
    """
    with told_as_fault(), _file(settings) as path, Store(path, now) as store, _tried_out(settings, store):
        if warned:
            _warn(store)
        hub = PracticeTrustHub(timedelta(seconds=settings.review_after))
        yield Workspace(store, Filing(store, hub, now))


@contextmanager
def _file(settings: Settings) -> Iterator[Path]:
    """Yield the path of the file; one for the moment where nothing may be made and there is none."""
    if not (settings.dry_run and is_missing(settings)):
        yield path_of(settings)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix=f"{NAME}-") as folder:
        yield Path(folder) / "profiles.db"


@contextmanager
def _tried_out(settings: Settings, store: Store) -> Iterator[None]:
    """Take everything back at the end of a dry run."""
    if not settings.dry_run:
        yield
        return
    if not _wants_json():
        import click

        click.echo("A dry run: this is what would be done. Nothing is changed.", err=True)
    with store.rehearsal():
        yield


def _wants_json() -> bool:
    import click

    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("as_json"))


def _warn(store: Store) -> None:
    if _wants_json():
        return
    if store.wide_open():
        import click

        says = f"Others on this computer may look into {store.path}. To end that: {NAME} protect"
        click.echo(clean(says), err=True)


@contextmanager
def opened_to_read(settings: Settings, profile_id: str) -> Iterator[Workspace]:
    """Open the file for a command about one profile; where there is no file, there is no profile."""
    if is_missing(settings):
        fault = ProfileNotFound(profile_id)
        raise Fault(fault.message, fault.remedy, ExitCode.NOT_FOUND)
    with opened(settings) as workspace:
        yield workspace


def settle(workspace: Workspace) -> None:
    """Take the practice decisions that are due, where the file can be written just now."""
    if not workspace.store.read_only:
        with suppress(ReadOnlyFile, DiskFull, FileBusy):
            workspace.filing.settle()


def evaluated(workspace: Workspace, profile: StoredProfile) -> Evaluation:
    """Return all findings of a profile, knowing the approved ones beside it."""
    from trusthub_tui.profile.evaluation import evaluate
    from trusthub_tui.profile.rules.rule import Context

    numbers = workspace.store.submissions.approved_numbers(but=profile.id)
    return evaluate(profile.answers, Context(numbers, now().year))


def record_of(workspace: Workspace, profile_id: str) -> "Record":
    """Return everything about a profile, after taking in the decisions that are due."""
    settle(workspace)
    profile = workspace.store.profiles.get(profile_id)
    submissions = workspace.store.submissions.of(profile.id)
    events = workspace.store.events.of(profile.id)
    from trusthub_tui.copies.record import Record

    return Record(profile, submissions, events)
