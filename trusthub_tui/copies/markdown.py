"""A copy in Markdown (CommonMark with tables), readable as plain text too; nobody's answer is markup."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.copies.content import PRACTISED, Copy, Findings, Part, Version, Why
from trusthub_tui.copies.words import NOTHING_FOUND

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~&$!#]")
_AT_START: Final = re.compile(r"^(\s*)([+=:-]|[0-9]{1,9}(?=[.)]))")


def render(copy: Copy) -> str:
    """Return the text, with a line break at its end."""
    return "\n".join(_lines(copy)) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, in one line, wherever in a line it stands."""
    marked = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _AT_START.sub(_defused, marked)


def _defused(match: re.Match[str]) -> str:
    lead, mark = match.groups()
    return f"{lead}{mark}\\" if mark.isdigit() else f"{lead}\\{mark}"


def _lines(copy: Copy) -> Iterator[str]:
    yield f"# {escaped(copy.title)}"
    yield ""
    yield f"**{escaped(copy.badge)}**"
    if copy.practice:
        yield ""
        yield f"> {PRACTISED}"
    yield ""
    for label, value in copy.facts:
        yield f"- {label}: {escaped(value)}"
    for part in copy.parts:
        yield from _part(part)
    yield from _heading("Findings")
    if not copy.findings:
        yield NOTHING_FOUND
    for findings in copy.findings:
        yield from _findings(findings)
    for version in copy.versions:
        yield from _version(version)
    yield from _heading("History")
    for at, text in copy.events:
        yield f"- {at} {escaped(text)}"


def _heading(title: str, level: int = 2) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {title}"
    yield ""


def _part(part: Part) -> Iterator[str]:
    yield from _heading(escaped(part.title))
    for number, group in enumerate(part.groups):
        if group.subject:
            if number:
                yield ""
            yield f"### {escaped(group.subject)}"
            yield ""
        yield "| Question | Answer | Twilio receives |"
        yield "|---|---|---|"
        for row in group.rows:
            mark = "**!** " if row.problem else ""
            yield f"| {mark}{escaped(row.label)} | {escaped(row.answer)} | {escaped(row.received)} |"


def _findings(findings: Findings) -> Iterator[str]:
    yield f"**{escaped(findings.heading)}**"
    yield ""
    for found in findings.each:
        said = f" *{escaped(found.acknowledged)}*" if found.acknowledged else ""
        yield f"- {escaped(found.place)}: {escaped(found.words)}{said}"
    yield ""


def _version(version: Version) -> Iterator[str]:
    yield from _heading(escaped(version.title))
    yield f"{escaped(version.verdict)}"
    for why in version.reasons:
        yield from _why(why)


def _why(why: Why) -> Iterator[str]:
    yield from _heading(escaped(why.title), 3)
    yield escaped(why.meaning)
    yield ""
    for words in why.words:
        yield f"> {escaped(words)}"
        yield ">"
    if why.words:
        yield f"> — {escaped(why.said_by)}"
        yield ""
    if why.look_at:
        yield f"Look at: {escaped(why.look_at)}"
        yield ""
    for advice in why.advice:
        yield f"- {escaped(advice)}"
    yield f"- <{why.page}>"
    if why.acknowledged:
        yield ""
        yield f"*{escaped(why.acknowledged)}*"
