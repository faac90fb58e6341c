"""``export``: a profile as a document of answers, or as a copy for people to read and print."""

from pathlib import Path
from typing import Final

from trusthub_tui.cli.output import as_json, say
from trusthub_tui.cli.program import ExitCode
from trusthub_tui.cli.record import Record, record_of
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import Workspace, evaluated, now, opened_to_read
from trusthub_tui.profile.document import write

JSON: Final = "json"
MARKDOWN: Final = "markdown"
HTML: Final = "html"

_STANDARD_OUTPUT: Final = "-"
_BY_ENDING: Final = {".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML}


def run(settings: Settings, profile_id: str, form: str, output: str, *, force: bool) -> int:
    """Print the copy, or write it into a file; the file's ending tells the form where nothing else does."""
    form = form or _BY_ENDING.get(Path(output).suffix.lower(), JSON)
    with opened_to_read(settings, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        content = _answers(record) if form == JSON else _copy(workspace, record, form)
    if output in ("", _STANDARD_OUTPUT):
        say(content.removesuffix(b"\n"))
        return ExitCode.DONE
    from trusthub_tui.cli.writing import write_whole

    write_whole(Path(output).expanduser(), content, force=force)
    say(f"Wrote {record.profile.name} ({record.profile.id}) to {output}")
    return ExitCode.DONE


def _answers(record: Record) -> bytes:
    return as_json(write(record.profile.answers)) + b"\n"


def _copy(workspace: Workspace, record: Record, form: str) -> bytes:
    from trusthub_tui.cli.copies import markdown, page
    from trusthub_tui.cli.copies.content import copy_of

    copy = copy_of(record, evaluated(workspace, record.profile), now())
    return (page.render(copy) if form == HTML else markdown.render(copy)).encode()
