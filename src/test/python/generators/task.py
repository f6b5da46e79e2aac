"""An assignment as a generator of submissions sees it."""
from __future__ import annotations

import copy
import json
import re
from typing import Any

from backprop_course.setup import paths
from backprop_course.teaching import assignments

SOLUTION = re.compile(r"^([ \t]*)(?:// )?BEGIN SOLUTION\n.*?END SOLUTION\n?", re.DOTALL | re.MULTILINE)
HIDDEN = re.compile(r"^[ \t]*// BEGIN HIDDEN TESTS\n.*?END HIDDEN TESTS\n?", re.DOTALL | re.MULTILINE)
STUB = "// your code here\n{0}throw new NotWrittenYet();\n"


class Task:
    """An assignment: its cells as students get them, its solutions, its slips, and which function calls which."""

    def __init__(self, name: str):
        self.name = name
        source = json.loads((paths.EXERCISES / name / f"{name}.ipynb").read_text(encoding="utf-8"))
        self.slips: list[dict[str, Any]] = assignments.wrong_answers(name)
        self.solutions = {grade_id(cell): text(cell) for cell in source["cells"] if is_code(cell, "solution")}
        self.points: dict[str, float] = {grade_id(cell): cell["metadata"]["nbgrader"]["points"] for cell in source["cells"]
                       if is_code(cell, "grade")}
        locked = {grade_id(cell): text(cell) for cell in source["cells"]
                  if is_code(cell, "locked") and grade_id(cell) not in self.points}
        self.calls = calls({**locked, **self.solutions})
        self.released = released(source)

    def checks(self, cell: str) -> list[str]:
        return [check for check in self.points if check in (f"check-{cell}", f"hidden-{cell}")]

    def builds_on(self, cell: str) -> list[str]:
        """The other exercises on whose functions the reference of this one stands, directly or not."""
        return [other for other in self.solutions if other in self.calls.get(cell, ())]

    def slipped(self, slip: dict[str, Any]) -> str:
        right = self.solutions[slip["cell"]]
        return right.replace(slip["replace"], slip["by"]) if slip.get("replace") else str(slip["by"])


def released(notebook: dict[str, Any]) -> dict[str, Any]:
    """The student's version, as nbgrader's own step makes it, but for the checksums."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        stub = STUB if cell["cell_type"] == "code" else "*Your answer here.*\n"
        cell["source"] = HIDDEN.sub("", unwritten(text(cell), stub)).removesuffix("\n")
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    return notebook


def calls(code: dict[str, str]) -> dict[str, set[str]]:
    """For each cell the others on whose functions its own stand, directly or not."""
    names = {cell: re.findall(r"^\w[\w\[\]]* (\w+)\(", source, re.MULTILINE) for cell, source in code.items()}
    direct = {cell: {other for other in code if other != cell
                     and any(re.search(rf"\b{name}\(", source) for name in names[other])}
              for cell, source in code.items()}
    for _ in code:
        direct = {cell: others.union(*(direct[other] for other in others)) for cell, others in direct.items()}
    return direct


def unwritten(solution: str, stub: str = STUB) -> str:
    return SOLUTION.sub(lambda found: found[1] + stub.format(found[1]), solution)


def marks(cell: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def grade_id(cell: dict[str, Any]) -> str:
    return str(marks(cell).get("grade_id", ""))


def text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def is_code(cell: dict[str, Any], role: str) -> bool:
    return cell["cell_type"] == "code" and bool(marks(cell).get(role))
