"""The copy sheet as plain text: each answer as the Console takes it, in the order of its form."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.cells import padded, width_of
from trusthub_tui.copies.record import Record
from trusthub_tui.profile.copy_sheet import SheetField, copy_sheet
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.labels import NOT_PROVIDED, counted

_MARK: Final = "! "


def render(record: Record, problems: Sequence[Finding], *, one_representative: bool) -> str:
    """Return the text, with a line break at its end; lines with problems are marked."""
    return "\n".join(_lines(record, problems, one_representative=one_representative)) + "\n"


def _lines(record: Record, problems: Sequence[Finding], *, one_representative: bool) -> Iterator[str]:
    sections = copy_sheet(record.profile.answers, problems, one_representative=one_representative)
    marked = sum(bool(field.problem) for section in sections for field in section.entries)
    yield record.title
    if marked:
        yield f"{counted(marked, 'problem')}, marked with {_MARK.strip()}: Twilio may reject it for them"
    width = max((width_of(field.label) for section in sections for field in section.entries), default=0)
    for section in sections:
        yield ""
        yield section.title
        for field in section.entries:
            yield from _field(field, width)


def _field(field: SheetField, width: int) -> Iterator[str]:
    mark = _MARK if field.problem else "  "
    yield f"{mark}{padded(field.label, width)}  {field.value or NOT_PROVIDED}"
    for words in (field.note, field.problem):
        if words:
            yield f"{' ' * (width + 4)}({sentences(words)})"
