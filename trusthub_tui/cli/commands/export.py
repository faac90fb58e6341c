"""``export``: a profile as a document of answers, or as a copy for people to read and print."""

from pathlib import Path
from typing import Final

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import not_empty, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import as_json, say
from trusthub_tui.cli.profile_record import Record, record_of
from trusthub_tui.cli.workspace import Workspace, evaluated, now, opened_to_read, path_of
from trusthub_tui.profile.document import write

JSON: Final = "json"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
SHEET: Final = "sheet"

_STANDARD_OUTPUT: Final = "-"
_BY_ENDING: Final = {".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML}


@click.command
@profile_argument
@click.option(
    "--format",
    "form",
    type=click.Choice([JSON, MARKDOWN, HTML, SHEET]),
    default=None,
    help="json (default): the answers, to import or check again; markdown and html: a copy to read, with "
    "status, findings, versions and reasons; sheet: each answer as Twilio's Console takes it, in the order "
    "of its form. An --output that ends in .md or .html says it too.",
)
@click.option("--one-representative", is_flag=True, help="Leave the second out of the sheet.")
@click.option(
    "--output",
    metavar="FILE",
    default=None,
    callback=not_empty,
    help="Where to; standard output unless given.",
)
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@settings.options()
def export(profile_id: str, form: str | None, output: str, *, one_representative: bool, force: bool) -> int:
    """Copy a profile into a file, or print it.

    The file is written whole or not at all, and only you may read it. Problems keep nothing from being
    copied: they are marked in the copy.
    """
    given = settings.current()
    form = form or _BY_ENDING.get(Path(output).suffix.lower(), JSON)
    with opened_to_read(given, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        if form == JSON:
            content = _answers(record)
        elif form == SHEET:
            content = _sheet(workspace, record, one_representative=one_representative)
        else:
            content = _copy(workspace, record, form)
    if output in ("", _STANDARD_OUTPUT):
        say(content.removesuffix(b"\n"))
        return ExitCode.DONE
    from trusthub_tui.cli.output_files import write_whole

    write_whole(Path(output).expanduser(), content, database=path_of(given), force=force)
    say(f"Wrote {record.profile.name} ({record.profile.id}) to {output}")
    return ExitCode.DONE


def _answers(record: Record) -> bytes:
    return as_json(write(record.profile.answers)) + b"\n"


def _sheet(workspace: Workspace, record: Record, *, one_representative: bool) -> bytes:
    from trusthub_tui.cli.copies import sheet

    problems = evaluated(workspace, record.profile).problems
    return sheet.render(record, problems, one_representative=one_representative).encode()


def _copy(workspace: Workspace, record: Record, form: str) -> bytes:
    from trusthub_tui.cli.copies import html, markdown
    from trusthub_tui.cli.copies.content import copy_of

    copy = copy_of(record, evaluated(workspace, record.profile), now())
    return (html.render(copy) if form == HTML else markdown.render(copy)).encode()
