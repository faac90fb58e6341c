"""``doctor``: what is wrong with the file of the profiles, and a new one of what can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault
from trusthub_tui.cli.workspace import now
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import counted

if TYPE_CHECKING:
    from trusthub_tui.store.recover import Diagnosis, ReadProfile


@click.command
@click.option(
    "--recover",
    "to",
    metavar="NEW",
    default=None,
    shell_complete=settings.files,
    help="Put everything readable into a new file.",
)
@click.option("--dry-run", is_flag=True, help="Only say what --recover would do.")
@sure_option
@json_option
@settings.options()
def doctor(to: str | None, *, dry_run: bool, sure: bool, as_json: bool) -> int:
    """Say what is wrong with the file, and what can be read.

    It never changes that file. With --recover NEW everything readable is put into a new file, and the
    damaged one, whole as it is, gets another name beside it; you are asked before. Exits with 3 where
    something is wrong and nothing was recovered.
    """
    chosen = settings.current()
    path = path_of(chosen)
    if is_missing(chosen):
        raise Fault(f"There is no file {path}", "Name another one with --db", ExitCode.NOT_FOUND)
    if to == "":
        raise Fault("--recover is empty", "Give it the path of a new file", ExitCode.WRONG_USE)
    from trusthub_tui.store.recover import examine

    with told_as_fault():
        found = examine(path, now)
    if to is None or dry_run:
        return _tell(found, as_json=as_json)
    return _recover(found, Path(to).expanduser(), sure=sure, as_json=as_json)


def _tell(found: "Diagnosis", *, as_json: bool) -> int:
    if as_json:
        say_json(_document(found))
    else:
        say("\n".join([*_lines(found), *_what_next(found)]))
    return ExitCode.DONE if found.fault is None else ExitCode.HAS_PROBLEMS


def _recover(found: "Diagnosis", to: Path, *, sure: bool, as_json: bool) -> int:
    _must_be_worth_it(found)
    if not as_json:
        say("\n".join(_lines(found)))
    if not sure:
        _ask(found, to)
    from trusthub_tui.store.recover import recover

    with told_as_fault():
        found, aside = recover(found.path, to, now)
    if as_json:
        say_json(_document(found) | {"recovered": str(to), "set_aside": str(aside)})
    else:
        say(f"Everything that can be read is now in {to}. The damaged file is now {aside}.")
        say(f"To go on with it in the place of the damaged one: {NAME} restore {to}")
    return ExitCode.DONE


def _must_be_worth_it(found: "Diagnosis") -> None:
    if found.fault is None:
        raise Fault(
            f"Nothing is wrong with {found.path}, so there is nothing to recover",
            f"To copy it: {NAME} backup FILE",
            ExitCode.WRONG_USE,
        )
    if not found.recoverable:
        raise Fault(f"{found.fault.message} Nothing in it can be read", "Put back a copy from a backup")


def _ask(found: "Diagnosis", to: Path) -> None:
    says = f"This puts what can be read into {to}, and gives {found.path} another name beside it."
    if not has_terminal():
        raise Fault(f"{says} Nothing was changed", "To do it, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Recover?"):
        raise Fault("Nothing was changed")


def _lines(found: "Diagnosis") -> list[str]:
    """Return how the file stands, profile by profile."""
    if found.fault is None:
        return [
            f"Nothing is wrong with {found.path}: {counted(len(found.profiles), 'profile')}, all readable."
        ]
    lines = [sentences(found.fault.message)]
    if found.profiles:
        lines.append(f"What can be read: {counted(len(found.profiles), 'profile')}.")
        lines += [_line(profile) for profile in found.profiles]
    else:
        lines.append("Nothing in it can be read.")
    lines += [f"  {profile_id}  cannot be read" for profile_id in found.lost]
    lines += [f"Not readable: {what}." for what in found.unread]
    return lines


def _line(profile: "ReadProfile") -> str:
    has = [profile.status.label, counted(profile.answers, "answer")]
    if profile.submissions:
        has.append(counted(profile.submissions, "submission"))
    if profile.deleted:
        has.append("in the bin")
    missing = f"; not readable: {', '.join(profile.unread)}" if profile.unread else ""
    return wrapped(f"{profile.id}  {profile.name}: {', '.join(has)}{missing}", 8, "  ")


def _what_next(found: "Diagnosis") -> list[str]:
    if found.fault is None:
        return []
    if found.recoverable:
        return [f"To put that into a new file: {NAME} doctor --recover NEW.db"]
    return [sentences(found.fault.remedy)]


def _document(found: "Diagnosis") -> dict[str, object]:
    return {
        "file": str(found.path),
        "sound": found.fault is None,
        "fault": "" if found.fault is None else sentences(found.fault.message),
        "recoverable": found.recoverable,
        "profiles": [
            {
                "id": profile.id,
                "name": profile.name,
                "status": profile.status.value,
                "deleted": profile.deleted,
                "answers": profile.answers,
                "submissions": profile.submissions,
                "unread": list(profile.unread),
            }
            for profile in found.profiles
        ],
        "lost": list(found.lost),
        "unread": list(found.unread),
    }
