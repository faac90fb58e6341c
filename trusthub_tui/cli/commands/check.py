"""``check``: all findings of a profile, or of the answers in a file, without any screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from trusthub_tui.cli import completing, findings_text, json_documents, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.input_files import STANDARD_INPUT, InputFile, documents
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.paths import FRIENDLY_NAME
from trusthub_tui.profile.rules.rule import Context


@dataclass(frozen=True, slots=True)
class Checked:
    """One set of answers and what was found."""

    title: str
    """What to print above the findings."""
    answers: Answers
    evaluation: Evaluation
    acknowledged: tuple[Acknowledgement, ...] = ()
    """What the user said is right."""

    def as_json(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "name": profile_name(self.answers),
            "compliant": self.evaluation.compliant,
            "findings": [json_documents.finding(found) for found in self.evaluation.findings],
        }


@click.command
@click.argument("subject", metavar="ID|FILE.json|-", shell_complete=completing.profile_ids_and_files)
@json_option
@settings.options()
def check(subject: str, *, as_json: bool) -> int:
    """Check a profile, or the answers in a file, without any screen.

    The file holds one document of answers, as `export ID` writes it, or a list of them; - is standard input.
    The exit code is 3 when there are problems.
    """
    checked = _file(InputFile(subject)) if _is_file(subject) else _profile(subject)
    each = [checked] if isinstance(checked, Checked) else checked
    if as_json:
        told_each = [one.as_json() for one in each]
        say_json(told_each[0] if isinstance(checked, Checked) else told_each)
    else:
        say("\n\n".join("\n".join(_lines(one)) for one in each) or "The file holds an empty list.")
    compliant = all(one.evaluation.compliant for one in each)
    return ExitCode.DONE if compliant else ExitCode.HAS_PROBLEMS


def _is_file(subject: str) -> bool:
    """Whether it looks like a path: an ID has neither a dot nor a slash."""
    return subject == STANDARD_INPUT or any(mark in subject for mark in "./\\")


def _lines(checked: Checked) -> Iterator[str]:
    yield checked.title
    yield from findings_text.findings(checked.evaluation, checked.answers, checked.acknowledged)


def _profile(profile_id: str) -> Checked:
    from trusthub_tui.cli.workspace import evaluated, opened_to_read

    with opened_to_read(settings.current(), profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        evaluation = evaluated(workspace, profile)
        return Checked(f"{profile.name}  ({profile.id})", profile.answers, evaluation, profile.acknowledged)


def _file(source: InputFile) -> Checked | list[Checked]:
    found = documents(source)
    if not found.is_list:
        return _checked(source.called, found.each[0])
    count = len(found.each)
    return [_checked(f"Profile {number} of {count}", one) for number, one in enumerate(found.each, start=1)]


def _checked(title: str, answers: Answers) -> Checked:
    if name := answers.get(FRIENDLY_NAME, "").strip():
        title = f"{title}: {name}"
    return Checked(title, answers, evaluate(answers, Context(year=datetime.now(UTC).year)))
