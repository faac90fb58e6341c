"""``new``: start a profile."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, not_empty
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.open_screens import open_new


@click.command
@click.option(
    "--from",
    "source",
    metavar="FILE",
    shell_complete=settings.files,
    callback=not_empty,
    help="Make it of the document of answers in a file, and open no screen; - is standard input.",
)
@settings.dry_run_option
@json_option
@settings.options()
@settings.screen_options
def new(source: str, *, as_json: bool) -> int:
    """Start a new profile."""
    given = settings.current()
    if source:
        return _made_of(source, as_json=as_json)
    if as_json or given.dry_run:
        raise Fault("Without --from a screen opens", "Name a file with --from", ExitCode.WRONG_USE)
    return open_new(given)


def _made_of(given: str, *, as_json: bool) -> int:
    from trusthub_tui.cli.input_files import InputFile, documents
    from trusthub_tui.cli.json_documents import draft_made
    from trusthub_tui.cli.output import say, say_json
    from trusthub_tui.cli.workspace import opened
    from trusthub_tui.profile.labels import counted

    source = InputFile(given)
    found = documents(source)
    if len(found.each) != 1:
        raise source.fault(f"holds {counted(len(found.each), 'profile')}", "Make drafts of them with import")
    with opened(settings.current()) as workspace:
        made = workspace.store.profiles.create(found.each[0], imported_from=source.name)
    if as_json:
        say_json(draft_made(made))
    else:
        say(f"Made draft {made.id}: {made.name}")
    return ExitCode.DONE
