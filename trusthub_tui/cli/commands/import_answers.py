"""``import``: answers from a file become new drafts, or take the place of a draft's own."""

from collections.abc import Mapping, Sequence

import click

from trusthub_tui.cli import completing, settings
from trusthub_tui.cli.arguments import json_option, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.differences_text import NamedAnswers, as_documents, difference_lines
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.import_table import default_answers, import_table, meant_by
from trusthub_tui.cli.input_files import DOCUMENT, Documents, InputFile, documents
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.tables import table_of
from trusthub_tui.cli.workspace import opened, opened_to_read
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import StoredProfile


@click.command(name="import")
@click.argument("source", metavar="FILE|-", shell_complete=settings.files)
@click.option(
    "--into",
    metavar="ID",
    default=None,
    shell_complete=completing.profile_ids,
    help="Replace the answers of this profile instead.",
)
@click.option(
    "--map",
    "maps",
    metavar="COLUMN=PATH",
    shell_complete=completing.columns,
    multiple=True,
    help="Which question a column of a table answers; nothing after = leaves the column out.",
)
@click.option(
    "--default",
    "defaults",
    metavar="PATH=VALUE",
    shell_complete=completing.answers,
    multiple=True,
    help="The answer of every row of a table that has none.",
)
@sure_option
@settings.dry_run_option
@json_option
@settings.options()
def import_answers(
    source: str, into: str | None, maps: Sequence[str], defaults: Sequence[str], *, sure: bool, as_json: bool
) -> int:
    """Make drafts of the answers in a file.

    The file holds one document of answers, as `export` writes it, or a list of them; - is standard input. Of
    a list all become drafts, or none when one of them cannot be read. Or it is a table of customers, as CSV,
    TSV, JSON or with a JSON object in each line: its columns are question paths, labels or the usual names of
    CRMs; which is which is shown, and can be given with --map. Each row becomes a draft, or is told with its
    number and the reason.

    With --into, what would change in a profile is shown answer by answer, and nothing is changed before you
    agree.
    """
    if into is not None:
        if maps or defaults:
            says = "--into takes a document of answers, and --map and --default are about tables"
            raise Fault(says, "Leave one of them out", ExitCode.WRONG_USE)
        return _into(source, into, sure=sure, as_json=as_json)
    file = InputFile(source)
    content = file.content(DOCUMENT)
    table = table_of(file, content)
    if table is None and (maps or defaults):
        raise file.fault("is no table", "Leave --map and --default out")
    if table is None:
        return _as_new(file, content, as_json=as_json)
    return import_table(file, table, meant_by(table, maps), default_answers(defaults), as_json=as_json)


def _as_new(source: InputFile, content: bytes, *, as_json: bool) -> int:
    """Make a draft of each document in a file, or of none when anything stands in the way."""
    found = documents(source, content)
    with opened(settings.current()) as workspace:
        made = workspace.store.profiles.import_all(found.each, source.name) if found.each else ()
    if as_json:
        drafts = [draft_made(profile) for profile in made]
        say_json(drafts if found.is_list else drafts[0])
    else:
        lines = [f"Imported {profile.name}: draft {profile.id}" for profile in made]
        say("\n".join(lines) or "The file holds an empty list.")
    return ExitCode.DONE


def _into(given: str, profile_id: str, *, sure: bool, as_json: bool) -> int:
    """Show what a file would change in a draft, and change it with the user's consent."""
    source = InputFile(given)
    answers = _only(documents(source), source)
    with opened_to_read(settings.current(), profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        if not profile.status.editable:
            raise Locked(profile.id, profile.status)
        found = differences(profile.answers, answers)
        if not as_json:
            say(
                "\n".join(
                    _lines(
                        profile, NamedAnswers("now", profile.answers), NamedAnswers("then", answers), found
                    )
                )
            )
        sure = sure or settings.current().dry_run
        agrees = bool(found) and (sure or (not as_json and _asked(len(found))))
        if agrees:
            workspace.store.profiles.import_over(
                profile.id, answers, imported_from=source.name, seen=profile.version
            )
    if as_json:
        say_json({"id": profile.id, "changed": agrees, "differences": as_documents(found)})
    return _told(found, replaced=agrees, as_json=as_json)


def _only(found: Documents, source: InputFile) -> Mapping[str, str]:
    if len(found.each) != 1:
        raise source.fault(
            f"holds {counted(len(found.each), 'profile')}, and --into takes one",
            "Leave --into out to make a draft of each",
        )
    return found.each[0]


def _lines(
    profile: StoredProfile, before: NamedAnswers, after: NamedAnswers, found: tuple[Difference, ...]
) -> list[str]:
    title = f"{profile.name}  ({profile.id})"
    if not found:
        return [title, "The file holds the same answers."]
    return [title, f"{counted(len(found), 'answer')} would change:", *difference_lines(found, before, after)]


def _asked(count: int) -> bool:
    """Ask on a terminal; without one, nobody has agreed."""
    if not has_terminal():
        return False
    if not agreed(f"Replace {'it' if count == 1 else f'these {count} answers'}?"):
        raise Fault("Nothing was changed")
    return True


def _told(found: tuple[Difference, ...], *, replaced: bool, as_json: bool) -> int:
    if not found:
        return ExitCode.DONE
    if not replaced:
        raise Fault("Nothing was changed", "To replace these answers, add --yes", ExitCode.WRONG_USE)
    if not as_json:
        say(f"Replaced {counted(len(found), 'answer')}. To take that back: {NAME} undo")
    return ExitCode.DONE
