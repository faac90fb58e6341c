"""Lines of the table: what was measured, beside what, and whether it keeps its budget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line."""

    what: str
    measured: str
    beside: str = ""
    """What it is compared with, measured in the same run."""
    ratio: float | None = None
    budget: str = ""
    kept: bool | None = None
    """None where there is no budget."""


def against(what: str, ours: Sequence[float], name: str, theirs: Sequence[float], most: float) -> Row:
    """Compare two samples in seconds, taken in turns; the budget is a ratio.

    Each is compared with the one beside it, for the machine may be slower at another moment; the median of
    those ratios counts. Samples of different lengths are compared by their medians.
    """
    if len(ours) == len(theirs):
        ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    else:
        ratio = median(ours) / median(theirs)
    return Row(what, ms(ours), f"{name}: {ms(theirs)}", ratio, f"<= {most:g} x", ratio <= most)


def at_most(what: str, sample: Sequence[float], most_ms: float, beside: str = "") -> Row:
    """Compare the median of a sample in seconds with a budget in milliseconds."""
    return Row(what, ms(sample), beside, None, f"<= {most_ms:g} ms", median(sample) * 1000 <= most_ms)


def size(what: str, sample: Sequence[int], most: int, beside: Sequence[int] = ()) -> Row:
    """Compare the median number of bytes with a budget; the largest is told too."""
    said = f"{median(sample):,.0f} B (most {max(sample):,})"
    other = f"bare form: {median(beside):,.0f} B" if beside else ""
    return Row(what, said, other, None, f"<= {most:,} B", median(sample) <= most)


def ms(sample: Sequence[float]) -> str:
    """Write the median of a sample in seconds, and where nine of ten are below."""
    ordered = sorted(sample)
    most = ordered[min(len(ordered) - 1, len(ordered) * 9 // 10)]
    return f"{median(sample) * 1000:,.3g} ms (90 %: {most * 1000:,.3g})"


HEADER = "| What | Measured | Beside | Ratio | Budget | |"


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [HEADER, "|---|---|---|--:|---|---|"]
    for row in rows:
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
        verdict = {True: "kept", False: "**missed**", None: ""}[row.kept]
        lines.append(f"| {row.what} | {row.measured} | {row.beside} | {ratio} | {row.budget} | {verdict} |")
    return "\n".join(lines)
