"""The table of figures: that it is there and whole, whatever the figures are."""

import re
from pathlib import Path

from tests.bench.rows import HEADER, Row, against, at_most, table

README = Path(__file__).parent / "bench" / "README.md"


def test_the_figures_are_a_whole_table_written_by_the_command() -> None:
    figures = README.read_text(encoding="utf-8").partition("<!-- figures: begin -->")[2]
    machine, *lines = [line for line in figures.partition("<!-- figures: end -->")[0].splitlines() if line]
    assert re.match(r"Python 3\.\d+\.\d+, \d+ cores, ", machine)
    assert lines[0] == HEADER
    assert {line.count("|") for line in lines} == {7}
    told = "\n".join(lines)
    assert all(what in told for what in ("very first start", "step to step", "bytes per key", "idle CPU"))


def test_a_ratio_is_of_runs_beside_each_other_and_a_miss_is_only_told() -> None:
    slow_machine_at_times = against("start", [0.2, 0.4, 0.2], "one label", [0.1, 0.2, 0.1], 1.5)
    assert slow_machine_at_times.ratio == 2
    assert slow_machine_at_times.kept is False
    kept = at_most("quit", [0.1], 150)
    assert table([slow_machine_at_times, kept, Row("memory", "42 MiB")]).splitlines()[2:] == [
        "| start | 200 ms (90 %: 400) | one label: 100 ms (90 %: 200) | 2.00 | <= 1.5 x | **missed** |",
        "| quit | 100 ms (90 %: 100) |  |  | <= 150 ms | kept |",
        "| memory | 42 MiB |  |  |  |  |",
    ]
