"""A copy as one HTML page: nothing to load, nothing that runs, and nobody's answer is markup."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import Final

from trusthub_tui.copies.content import (
    PRACTISED,
    CopiedFinding,
    Copy,
    Findings,
    Part,
    Row,
    Version,
    Why,
)
from trusthub_tui.copies.words import NOTHING_FOUND
from trusthub_tui.profile.status import Status

_CLASSES: Final = {
    Status.DRAFT: "draft",
    Status.PENDING_REVIEW: "in-review",
    Status.IN_REVIEW: "in-review",
    Status.REJECTED: "rejected",
    Status.APPROVED: "approved",
}

_HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">"""

_COLUMNS: Final = (
    '<thead><tr><th scope="col">Question</th><th scope="col">Answer</th>'
    '<th scope="col">Twilio receives</th></tr></thead>'
)


def render(copy: Copy) -> str:
    """Return the page, with a line break at its end."""
    return "\n".join(_lines(copy)) + "\n"


def _lines(copy: Copy) -> Iterator[str]:
    yield _HEAD
    yield f"<title>{_safe(copy.title)} ({_safe(copy.id)}): {_safe(copy.badge)}</title>"
    yield f"<style>\n{files('trusthub_tui.copies').joinpath('page.css').read_text('utf-8')}</style>"
    yield "</head>\n<body>"
    yield from _header(copy)
    yield "<main>"
    for part in copy.parts:
        yield from _part(part)
    yield from _all_findings(copy.findings)
    yield from _versions(copy.versions)
    yield from _history(copy.events)
    yield "</main>"
    yield "<footer>Written by trusthub-tui. The status is as it was known on this computer.</footer>"
    yield "</body>\n</html>"


def _safe(text: str) -> str:
    return escape(text, quote=True)


def _element(name: str, text: str, classes: str = "") -> str:
    """Return an element with somebody's words in it; their own letters say in which direction they run."""
    marked = f' class="{classes}"' if classes else ""
    return f'<{name}{marked} dir="auto">{_safe(text)}</{name}>'


def _header(copy: Copy) -> Iterator[str]:
    yield '<header>\n<p class="kind">Twilio Primary Customer Profile</p>'
    yield _element("h1", copy.title)
    yield f'<p class="badge {_CLASSES[copy.status]}">{_safe(copy.badge)}</p>'
    if copy.practice:
        yield f'<p class="practice"><strong>Practice.</strong> {_safe(PRACTISED)}</p>'
    yield '<dl class="facts">'
    for label, value in copy.facts:
        yield f"<div><dt>{_safe(label)}</dt><dd>{_safe(value)}</dd></div>"
    yield "</dl>\n</header>"


def _part(part: Part) -> Iterator[str]:
    yield f"<section>\n<h2>{_safe(part.title)}</h2>"
    for group in part.groups:
        if group.subject:
            yield f"<h3>{_safe(group.subject)}</h3>"
        yield f"<table>\n{_COLUMNS}\n<tbody>"
        yield from (_row(row) for row in group.rows)
        yield "</tbody>\n</table>"
    yield "</section>"


def _row(row: Row) -> str:
    answer = _element("td", row.answer, "answer" if row.given else "answer none")
    wrong, mark = (' class="wrong"', "! ") if row.problem else ("", "")
    label = f'<th scope="row">{mark}{_safe(row.label)}</th>'
    return f"<tr{wrong}>{label}{answer}{_element('td', row.received, 'received')}</tr>"


def _all_findings(found: tuple[Findings, ...]) -> Iterator[str]:
    yield "<section>\n<h2>Findings</h2>"
    if not found:
        yield f"<p>{_safe(NOTHING_FOUND)}</p>"
    for findings in found:
        yield f"<h3>{_safe(findings.heading)}</h3>"
        for one in findings.each:
            yield from _finding(one, findings.severity.value)
    yield "</section>"


def _finding(found: CopiedFinding, severity: str) -> Iterator[str]:
    yield f'<div class="card {severity}">\n<h3>{_safe(found.place)}</h3>'
    yield _element("p", found.words)
    yield from _acknowledged(found.acknowledged)
    yield "</div>"


def _versions(versions: tuple[Version, ...]) -> Iterator[str]:
    for version in versions:
        yield f"<section>\n<h2>{_safe(version.title)}</h2>\n<p>{_safe(version.verdict)}</p>"
        for why in version.reasons:
            yield from _why(why)
        yield "</section>"


def _why(why: Why) -> Iterator[str]:
    yield f'<div class="card problem">\n<h3>{_safe(why.title)}</h3>\n<p>{_safe(why.meaning)}</p>'
    if why.words:
        yield "<blockquote>"
        yield from (_element("p", words) for words in why.words)
        yield f"<footer>{_safe(why.said_by)}</footer>\n</blockquote>"
    if why.look_at:
        yield f"<p>Look at: {_safe(why.look_at)}</p>"
    yield "<ul>"
    yield from (f"<li>{_safe(advice)}</li>" for advice in why.advice)
    yield f'<li><a href="{_safe(why.page)}" rel="noreferrer noopener">{_safe(why.page)}</a></li>\n</ul>'
    yield from _acknowledged(why.acknowledged)
    yield "</div>"


def _acknowledged(words: str) -> Iterator[str]:
    if words:
        yield _element("p", words, "acknowledged")


def _history(events: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield '<section>\n<h2>History</h2>\n<table class="history">\n<tbody>'
    for at, text in events:
        yield f"<tr><td>{_safe(at)}</td>{_element('td', text)}</tr>"
    yield "</tbody>\n</table>\n</section>"
