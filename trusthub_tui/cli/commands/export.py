"""``export``: a profile as a document of answers, or as a copy for people to read and print."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from trusthub_tui.cli import completing, settings
from trusthub_tui.cli.arguments import not_empty, tell
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import as_json as written
from trusthub_tui.cli.output import say
from trusthub_tui.cli.profiles_file import is_missing, path_of
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import Workspace, evaluated, now, opened, opened_to_read, record_of
from trusthub_tui.copies.record import Record
from trusthub_tui.profile.document import write
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.records import StoredProfile

JSON: Final = "json"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
SHEET: Final = "sheet"
NDJSON: Final = "ndjson"
CSV: Final = "csv"

_STANDARD_OUTPUT: Final = "-"
_BY_ENDING: Final = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".csv": CSV,
    ".ndjson": NDJSON,
}
_OF_SEVERAL: Final = (JSON, NDJSON, CSV)


@click.command
@click.argument("profile_id", metavar="ID", required=False, default="", shell_complete=completing.profile_ids)
@click.option("--all", "of_all", is_flag=True, help="All profiles, as json, ndjson or csv.")
@click.option(
    "--format",
    "form",
    type=click.Choice([JSON, NDJSON, CSV, MARKDOWN, HTML, SHEET]),
    default=None,
    help="json (default), ndjson (a document in each line) and csv (a column for each question): the "
    "answers, to import again; markdown and html: a copy to read, with status, findings, versions and "
    "reasons; sheet: each answer as Twilio's Console takes it, in the order of its form. An --output that "
    "ends in .csv, .ndjson, .md or .html says it too.",
)
@click.option("--one-representative", is_flag=True, help="Leave the second out of the sheet.")
@click.option(
    "--output",
    metavar="FILE",
    shell_complete=settings.files,
    default=None,
    callback=not_empty,
    help="Where to; standard output unless given.",
)
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@settings.dry_run_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text about what was written.")
@settings.options()
def export(
    profile_id: str, form: str | None, output: str, *, as_json: bool, of_all: bool, **flags: bool
) -> int:
    """Copy a profile into a file, or print it.

    The file is written whole or not at all, and only you may read it. Problems keep nothing from being
    copied: they are marked in the copy.
    """
    given, force = settings.current(), flags["force"]
    form = form or _BY_ENDING.get(Path(output).suffix.lower(), JSON)
    if bool(profile_id) == of_all:
        raise Fault("One profile is exported, or all are", "Give an ID or --all", ExitCode.WRONG_USE)
    if of_all and form not in _OF_SEVERAL:
        says = f"All profiles are exported as {', '.join(_OF_SEVERAL)}"
        raise Fault(says, "Give another --format, or an ID", ExitCode.WRONG_USE)
    if of_all:
        content, what = _of_all(given, form)
    else:
        content, what = _of_one(given, profile_id, form, one_representative=flags["one_representative"])
    if output in ("", _STANDARD_OUTPUT):
        say(content.removesuffix(b"\n"))
        return ExitCode.DONE
    from trusthub_tui.cli.output_files import must_be_free, write_whole

    target = Path(output).expanduser()
    if given.dry_run:
        must_be_free(target, database=path_of(given), force=force)
    else:
        write_whole(target, content, database=path_of(given), force=force)
    says = f"{'Would write' if given.dry_run else 'Wrote'} {what} to {output}"
    tell(says, {"file": output, "format": form}, as_json=as_json)
    return ExitCode.DONE


def _of_one(given: Settings, profile_id: str, form: str, *, one_representative: bool) -> tuple[bytes, str]:
    """Return the copy of a profile, and what it is a copy of."""
    with opened_to_read(given, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        what = f"{record.profile.name} ({record.profile.id})"
        if form == JSON:
            return written(write(record.profile.answers)) + b"\n", what
        if form in _OF_SEVERAL:
            return _table([record.profile], form), what
        if form == SHEET:
            return _sheet(workspace, record, one_representative=one_representative), what
        return _copy(workspace, record, form), what


def _of_all(given: Settings, form: str) -> tuple[bytes, str]:
    """Return the answers of all profiles in the order of the list, and how many there are."""
    if is_missing(given):
        return _table([], form), counted(0, "profile")
    with opened(given) as workspace:
        profiles = workspace.store.profiles
        each = [profiles.get(line.id) for line in profiles.lines(limit=profiles.count())]
    return _table(each, form), counted(len(each), "profile")


def _table(each: Sequence[StoredProfile], form: str) -> bytes:
    if form == JSON:
        return written([write(profile.answers) for profile in each]) + b"\n"
    if form == NDJSON:
        lines = (json.dumps(write(profile.answers), ensure_ascii=False) for profile in each)
        return "".join(f"{line}\n" for line in lines).encode()
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("id", "status", *QUESTIONS))
    for profile in each:
        texts = (profile.answers.get(path, "") for path in QUESTIONS)
        table.writerow((profile.id, profile.status.value, *texts))
    return text.getvalue().encode()


def _sheet(workspace: Workspace, record: Record, *, one_representative: bool) -> bytes:
    from trusthub_tui.copies import sheet

    problems = evaluated(workspace, record.profile).problems
    return sheet.render(record, problems, one_representative=one_representative).encode()


def _copy(workspace: Workspace, record: Record, form: str) -> bytes:
    from trusthub_tui.copies import html, markdown
    from trusthub_tui.copies.content import copy_of

    copy = copy_of(record, evaluated(workspace, record.profile), now())
    return (html.render(copy) if form == HTML else markdown.render(copy)).encode()
