"""``get``: answers of a profile, as they were typed."""

import click

from trusthub_tui.cli import completing, settings
from trusthub_tui.cli.arguments import json_option, known_path, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import opened_to_read
from trusthub_tui.profile.document import value
from trusthub_tui.profile.questionnaire import QUESTIONS


@click.command(name="get")
@profile_argument
@click.argument("names", metavar="[PATH...]", nargs=-1, shell_complete=completing.question_paths)
@json_option
@settings.options()
def get_answers(profile_id: str, names: tuple[str, ...], *, as_json: bool) -> int:
    """Print answers of a profile as they were typed.

    Of one question the answer alone, an empty line where there is none; of several, or of all without a
    PATH, lines that `set` takes. With --json an object of paths and values, null where there is no answer.
    """
    wanted = [known_path(name) for name in names] or list(QUESTIONS)
    with opened_to_read(settings.current(), profile_id) as workspace:
        answers = workspace.store.profiles.get(profile_id).answers
    if as_json:
        say_json({path: value(path, answers[path]) if answers.get(path) else None for path in wanted})
    elif len(names) == 1:
        say(answers.get(wanted[0], ""))
    else:
        say("\n".join(f"{path}={answers.get(path, '')}" for path in wanted))
    return ExitCode.DONE
