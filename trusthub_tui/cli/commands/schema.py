"""``schema``: the contract for scripts and agents."""

import click

from trusthub_tui.cli import schemas, settings
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import say_json


@click.command
@click.argument("name", type=click.Choice([*schemas.SCHEMAS]), default="answers")
@click.option("--json", is_flag=True, expose_value=False, help="It is JSON anyway.")
@settings.options()
def schema(name: str) -> int:
    """Print the JSON Schema that scripts can rely on.

    Of a document of answers, of what `list`, `show` and `check` print with --json, or of an error.
    """
    say_json(schemas.schema_of(name))
    return ExitCode.DONE
