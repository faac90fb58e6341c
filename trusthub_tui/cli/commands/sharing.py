"""The commands that carry profiles out, in and around, and take that back."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.commands.group import json_option, main, profile_argument, sure_option
from trusthub_tui.cli.program import ExitCode, Fault

_TOPIC = "Keep and share"


@main.command(topic=_TOPIC)
@profile_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown", "html"]),
    default=None,
    help="json (default): the answers, to import or check again; markdown and html: a copy to read, with "
    "status, findings, versions and reasons. An --output that ends in .md or .html says it too.",
)
@click.option("--output", metavar="FILE", default=None, help="Where to; standard output unless given.")
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@settings.options()
def export(profile_id: str, form: str | None, output: str | None, *, force: bool) -> int:
    """Copy a profile into a file, or print it.

    The file is written whole or not at all, and only you may read it.
    """
    from trusthub_tui.cli import exporting

    if output == "":
        raise Fault("--output is empty", "Give it the path of a file, or leave it out", ExitCode.WRONG_USE)
    return exporting.run(settings.current(), profile_id, form or "", output or "", force=force)


@main.command(name="import", topic=_TOPIC)
@click.argument("source", metavar="FILE|-")
@click.option("--into", metavar="ID", default=None, help="Replace the answers of this profile instead.")
@sure_option
@json_option
@settings.options()
def import_answers(source: str, into: str | None, *, sure: bool, as_json: bool) -> int:
    """Make drafts of the answers in a file.

    The file holds one document of answers, as `export` writes it, or a list of them; - is standard input. Of
    a list all become drafts, or none when one of them cannot be read. With --into, what would change is
    shown answer by answer, and nothing is changed before you agree.
    """
    from trusthub_tui.cli import importing

    if into is None:
        return importing.as_new(settings.current(), source, as_json=as_json)
    return importing.into(settings.current(), source, into, sure=sure, as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@json_option
@settings.options()
def duplicate(profile_id: str, *, as_json: bool) -> int:
    """Make a draft with the same answers."""
    from trusthub_tui.cli import arranging

    return arranging.duplicate(settings.current(), profile_id, as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@sure_option
@settings.options()
def delete(profile_id: str, *, sure: bool) -> int:
    """Put a profile into the bin for 30 days.

    A draft that was never submitted goes without asking.
    """
    from trusthub_tui.cli import arranging

    return arranging.delete(settings.current(), profile_id, sure=sure)


@main.command(topic=_TOPIC)
@settings.options()
def undo() -> int:
    """Take back the last delete, duplicate, import or "it is right"."""
    from trusthub_tui.cli import arranging

    return arranging.undo(settings.current())
