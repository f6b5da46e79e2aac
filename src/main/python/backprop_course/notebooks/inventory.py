"""What the five lecture notes hold, row by row, and where in the notebooks each row is proven.

`rows.csv` lists every formula, definition, claim, algorithm, figure, table, example and question. A code cell proves a
row when it carries the row's id among its tags and checks something.
"""
from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from backprop_course.notebooks import finding
from backprop_course.setup.paths import ROOT

ROWS = ROOT / "src/main/inventory/rows.csv"
ID = re.compile(r"\d{3}-\d{2,3}")
CHECK = re.compile(r"\b(Check|Exercises)\.\w+\(")


class Row(NamedTuple):
    """A row of a note: its id, its kind, what it says in the course's notation, its place in the note, the notebook that
    proves it, others that come back to it, the assignments that practise it, and why nothing that runs can prove it."""
    id: str
    kind: str
    what: str
    place: str
    notebook: str
    also: str
    assignments: str
    unproven: str

    @property
    def note(self) -> str:
        return self.id[:3]


class Proof(NamedTuple):
    """A cell of a notebook: the notebook's path in the folder, and the cell's id."""
    file: str
    cell: str
    checks: bool


def rows(file: Path = ROWS) -> list[Row]:
    with open(file, encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines)]


def cells(notebook: Path) -> list[dict[str, Any]]:
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def proofs(folder: Path = finding.ORIGINALS) -> dict[str, list[Proof]]:
    """The proofs of each id, in reading order."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for path in in_reading_order(folder):
        for cell in cells(path):
            for tag in cell["metadata"].get("tags", []):
                if ID.fullmatch(tag):
                    found[tag].append(Proof(path.relative_to(folder).as_posix(), cell["id"], checks(cell)))
    return found


def checks(cell: dict[str, Any]) -> bool:
    """Whether a cell checks something, and said so when it ran."""
    said = "".join("".join(output.get("text", "")) for output in cell.get("outputs", []))
    return cell["cell_type"] == "code" and bool(CHECK.search("".join(cell["source"]))) and "✓" in said


def in_reading_order(folder: Path = finding.ORIGINALS) -> list[Path]:
    """Each lecture, and after it its companion."""
    return sorted(finding.all_in(folder), key=lambda path: (path.name, path.parent != folder))
