"""``check``: all findings of a profile, or of the answers in a file, without any screen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from trusthub_tui.cli import telling
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.program import ExitCode, Fault
from trusthub_tui.cli.settings import Settings
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.document import DocumentError, read
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.paths import FRIENDLY_NAME
from trusthub_tui.store.records import name_of
from trusthub_tui.trusthub.report import told

LARGEST: Final = 5_000_000
"""Bytes of a file; a document of answers has a few thousand."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One set of answers and what was found."""

    title: str
    """What to print above the findings."""
    answers: Answers
    evaluation: Evaluation

    def as_json(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "name": name_of(self.answers),
            "compliant": self.evaluation.compliant,
            "findings": [told(finding) for finding in self.evaluation.findings],
        }


def run(settings: Settings, subject: str, *, as_json: bool) -> int:
    """Check and print; the exit code tells whether there are problems."""
    checked = _file(Path(subject)) if _is_file(subject) else _profile(settings, subject)
    each = [checked] if isinstance(checked, Checked) else checked
    if as_json:
        documents = [one.as_json() for one in each]
        say_json(documents[0] if isinstance(checked, Checked) else documents)
    else:
        say("\n\n".join("\n".join(_lines(one)) for one in each) or "The file holds an empty list.")
    compliant = all(one.evaluation.compliant for one in each)
    return ExitCode.DONE if compliant else ExitCode.HAS_PROBLEMS


def _is_file(subject: str) -> bool:
    """Whether it looks like a path: an ID has neither a dot nor a slash."""
    return any(mark in subject for mark in "./\\")


def _lines(checked: Checked) -> Iterator[str]:
    yield checked.title
    yield from telling.findings(checked.evaluation, checked.answers)


def _profile(settings: Settings, profile_id: str) -> Checked:
    from trusthub_tui.cli.workspace import evaluated, opened_to_read

    with opened_to_read(settings, profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        return Checked(f"{profile.name}  ({profile.id})", profile.answers, evaluated(workspace, profile))


def _file(path: Path) -> Checked | list[Checked]:
    document = _json(path, _text(path))
    if not isinstance(document, list):
        return _document(document, str(path), f"{path}:")
    return [
        _document(
            one, f"Profile {number} of {len(document)}", f"{path}, profile {number} of {len(document)}:"
        )
        for number, one in enumerate(document, start=1)
    ]


def _document(document: object, title: str, place: str) -> Checked:
    try:
        answers = read(document)
    except DocumentError as error:
        raise Fault(f"{place} {error.message}", error.remedy, ExitCode.WRONG_USE) from None
    if name := answers.get(FRIENDLY_NAME, "").strip():
        title = f"{title}: {name}"
    return Checked(title, answers, evaluate(answers))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Fault(f"There is no file {path}", "Check the path", ExitCode.WRONG_USE) from None
    except OSError as error:
        raise Fault(
            f"{path} cannot be read: {error.strerror}", "Check the path", ExitCode.WRONG_USE
        ) from None
    if len(content) > LARGEST:
        raise Fault(
            f"{path} is larger than {LARGEST // 1_000_000} MB",
            "A document of answers is far smaller: check the path, or split the list",
            ExitCode.WRONG_USE,
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_json(path, f"byte {error.start + 1} is not UTF-8 text") from None


def _json(path: Path, text: str) -> object:
    try:
        document: object = json.loads(
            text, object_pairs_hook=_without_repetition, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise _not_json(path, f"line {error.lineno}, column {error.colno}: {_grumble(error)}") from None
    except RecursionError:
        raise _not_json(path, "it is nested too deeply") from None
    except ValueError as error:
        raise _not_json(path, str(error)) from None
    return document


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f'the key "{twice[:80]}" is there twice')
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON value")


def _grumble(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


def _not_json(path: Path, why: str) -> Fault:
    return Fault(f"{path} is not JSON: {why}", "Correct the file at that place", ExitCode.WRONG_USE)
