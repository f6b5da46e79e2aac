"""The results of the bench: times of programs on nets, as a table and as JSON."""
from __future__ import annotations

import json
from statistics import median
from typing import NamedTuple

RATIOS = [("kit", "products"), ("pytorch", "kit"), ("numpy", "kit")]
PROGRAMS = ["kit", "products", "numpy", "pytorch"]


class Row(NamedTuple):
    """A program on a net: the µs of one step, for each repetition."""
    net: str
    m: int
    program: str
    us: list[float]

    @property
    def median(self) -> float:
        return median(self.us)


def as_json(rows: list[Row]) -> str:
    """A list of {"net", "m", "program", "us"}, a line each."""
    return "[\n" + ",\n".join(json.dumps(row._asdict()) for row in rows) + "\n]\n"


def table(rows: list[Row]) -> str:
    """In Markdown: a line a net, the columns of programs that were measured, and their ratios."""
    nets = list(dict.fromkeys((row.net, row.m) for row in rows))
    programs = [name for name in PROGRAMS if any(row.program == name for row in rows)]
    ratios = [pair for pair in RATIOS if set(pair) <= set(programs)]
    lines = [["net", "m", *(f"{name} µs" for name in programs), *("/".join(pair) for pair in ratios)]]
    for net, m in nets:
        by = {row.program: row for row in rows if (row.net, row.m) == (net, m)}
        times = [spread(by[name]) if name in by else "" for name in programs]
        lines.append([f"extra: {net}" if " " in net else net, str(m), *times,
                      *(f"{by[a].median / by[b].median:.2f}" if a in by and b in by else "" for a, b in ratios)])
    return aligned(lines)


def spread(row: Row) -> str:
    return f"{digits(row.median)} ({digits(min(row.us))}–{digits(max(row.us))})"


def digits(number: float) -> str:
    """Three significant digits, without an exponent."""
    rounded = float(f"{number:.3g}")
    return f"{rounded:.0f}" if rounded >= 100 else f"{rounded:.3g}"


def aligned(lines: list[list[str]]) -> str:
    """A Markdown table, its columns as wide as their widest cell: the first to the left, the others to the right."""
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    rule = ["-" * width if k == 0 else "-" * (width - 1) + ":" for k, width in enumerate(widths)]
    cells = [[cell.ljust(width) if k == 0 else cell.rjust(width) for k, (cell, width) in enumerate(zip(line, widths))]
             for line in (lines[0], rule, *lines[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
