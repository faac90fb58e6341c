"""``set``: answers of a profile, by their paths."""

from collections.abc import Sequence

import click

from trusthub_tui.cli import completing, settings
from trusthub_tui.cli.arguments import json_option, pairs, profile_argument, understood
from trusthub_tui.cli.differences_text import NamedAnswers, as_documents, difference_lines
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.findings_text import finding_lines
from trusthub_tui.cli.json_documents import finding
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace, now, opened_to_read
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.labels import counted


@click.command(name="set")
@profile_argument
@click.argument("given", metavar="PATH=VALUE...", nargs=-1, required=True, shell_complete=completing.answers)
@settings.dry_run_option
@json_option
@settings.options()
def set_answers(profile_id: str, given: tuple[str, ...], *, as_json: bool) -> int:
    """Answer questions of a profile without any screen.

    A choice is given by its value, its label or another name of it; several with commas between them. Nothing
    after = takes the answer away. All are written, or none when one of them cannot be. What is wrong with the
    new answers is told, and hinders nothing.
    """
    asked = pairs(given)
    with opened_to_read(settings.current(), profile_id) as workspace:
        draft = Draft(workspace.store, workspace.store.profiles.get(profile_id), now)
        before = dict(draft.answers)
        _write(workspace, draft, understood(asked, before))
        changed = differences(before, draft.answers)
        draft.check()
        found = [one for path in asked for one in draft.evaluation.at(path)]
    if as_json:
        told = {
            "id": draft.id,
            "differences": as_documents(changed),
            "findings": [finding(one) for one in found],
        }
        say_json(told)
    else:
        say("\n".join(_lines(draft, before, changed, found)))
    return ExitCode.DONE


def _write(workspace: Workspace, draft: Draft, answers: Answers) -> None:
    """Write answers in one go, each with its step on the undo stack of its field."""
    changes = {path: text for path, text in answers.items() if text != draft.answers.get(path, "")}
    if not changes and draft.editable:
        return
    for path, text in changes.items():
        draft.remember(path, len(text), typing=False)
    draft.write(changes, draft.place)
    if draft.fault is not None:
        raise draft.fault
    if draft.address_id is not None and changes.keys() & set(paths.ADDRESS_PARTS):
        # It may be anybody's address now, not the saved one.
        workspace.store.profiles.save_address_id(draft.id, None)


def _lines(
    draft: Draft, before: Answers, changed: Sequence[Difference], found: Sequence[Finding]
) -> list[str]:
    title = f"{draft.name}  ({draft.id})"
    if not changed:
        return [title, "The answers are these already.", *finding_lines(found, draft.answers)]
    sides = NamedAnswers("was", before), NamedAnswers("now", draft.answers)
    said = f"Changed {counted(len(changed), 'answer')}:"
    return [title, said, *difference_lines(changed, *sides), *finding_lines(found, draft.answers)]
