"""What a shell offers after a command: profile IDs with their names, and question paths."""

from contextlib import suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def profile_ids(context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Return the IDs that begin so, each with its profile's name and status; none where there is no file."""
    from click.shell_completion import CompletionItem

    from trusthub_tui.cli import settings
    from trusthub_tui.cli.fault import Fault
    from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault
    from trusthub_tui.cli.workspace import now
    from trusthub_tui.store.store import Store

    given = settings.of(context)
    with suppress(Fault):
        if is_missing(given):
            return []
        with told_as_fault(), Store(path_of(given), now, read_only=True) as store:
            lines = store.profiles.lines(limit=store.profiles.count())
        return [
            CompletionItem(line.id, help=f"{line.name} ({line.status.label})")
            for line in lines
            if line.id.startswith(begun.upper())
        ]
    return []


def profile_ids_and_files(
    context: click.Context, parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """Return the IDs that begin so, or where none does let the shell offer its files."""
    from trusthub_tui.cli.settings import files

    return profile_ids(context, parameter, begun) or files(context, parameter, begun)


def question_paths(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> "list[CompletionItem]":
    """Return the question paths that begin so, each with its label."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(path, help=label) for path, label in _labels() if path.startswith(begun)]


def answers(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Return ``PATH=`` for what begins so, and behind the sign the choices of the question."""
    from click.shell_completion import CompletionItem

    from trusthub_tui.profile.questionnaire import QUESTIONS

    path, equals, value = begun.partition("=")
    if not equals:
        return [CompletionItem(f"{path}=", help=label) for path, label in _labels() if path.startswith(begun)]
    options = QUESTIONS[path].options if path in QUESTIONS else ()
    fits = (option for option in options if option.value.lower().startswith(value.lower()))
    return [CompletionItem(f"{path}={option.value}", help=option.label) for option in fits]


def columns(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Return the question paths behind ``COLUMN=``; the columns of a table are not known here."""
    from click.shell_completion import CompletionItem

    name, equals, path = begun.rpartition("=")
    found = question_paths(context, parameter, path) if equals else []
    return [CompletionItem(f"{name}={one.value}", help=one.help) for one in found]


def _labels() -> list[tuple[str, str]]:
    from trusthub_tui.profile.labels import full_label
    from trusthub_tui.profile.questionnaire import QUESTIONS

    return [(path, full_label(path)) for path in QUESTIONS]
