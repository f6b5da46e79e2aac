"""A step of nbgrader's autograde: charges a mistake once, as `./course grade` does.

A function that lost points and uses an earlier one of the student's that lost points too runs a second time, with the
reference in place of the earlier one. What its checks then give counts, unless it is less. The Java class FollowThrough
says the same.
"""
from __future__ import annotations

import copy
import html
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_solution

from backprop_course.teaching.nbgrader_steps.cells import grade_id

FUNCTION = re.compile(r"->\s*(\w+)\s*\(")
WORD = re.compile(r"\w+")


class FollowThrough(NbGraderPreprocessor):
    """Runs the notebook again where a mistake would be charged twice."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        exercises = Exercises(nb, references(resources), self.log)
        if exercises.replaced:
            second = exercises.with_references()
            Execute(parent=self.parent).preprocess(second, copy.deepcopy(resources))
            exercises.count(second)
        return nb, resources


class Exercises:
    """What the functions of a notebook that has run earned, and which of them use earlier ones that lost points."""

    def __init__(self, nb: NotebookNode, references: dict[str, str], log: Any):
        self.nb, self.references, self.log = nb, references, log
        self.checks: dict[str, list[NotebookNode]] = {}
        self.functions: dict[str, str] = {}
        self.own: dict[str, str] = {}
        for cell in nb.cells:
            if is_check(cell):
                self.checks.setdefault(exercise(cell), []).append(cell)
                self.functions.setdefault(exercise(cell), (FUNCTION.search(cell.source) or ["", ""])[1])
            elif cell.cell_type == "code" and is_solution(cell):
                self.own[grade_id(cell)] = cell.source
        extras = [cell.source for cell in nb.cells if cell.cell_type == "code" and not grade_id(cell)]
        self.lost = [name for name in self.checks if self.earned(name) < self.maximum(name)]
        used = {name: self.used(name, extras) for name in self.lost
                if name in self.own and "throw new NotWrittenYet()" not in self.own[name]}
        self.replaced = {name: others for name, others in used.items() if others}

    def earned(self, name: str) -> float:
        return sum(determine_grade(cell, self.log)[0] or 0 for cell in self.checks[name])

    def maximum(self, name: str) -> float:
        return sum(cell.metadata.nbgrader.points for cell in self.checks[name])

    def used(self, name: str, extras: list[str]) -> list[str]:
        """The earlier exercises that lost points and whose functions this one's code names, or that of a cell of the
        student's own, or of a function that it calls."""
        order = list(self.checks)
        earlier, texts = order[:order.index(name)], [self.own[name], *extras]
        seen: set[str] = set()
        while texts:
            words = set(WORD.findall(texts.pop()))
            for other in earlier:
                if other not in seen and other in self.references and self.functions[other] in words:
                    seen.add(other)
                    texts += [self.own.get(other, ""), self.references[other] if other in self.lost else ""]
        return [other for other in earlier if other in seen and other in self.lost]

    def with_references(self) -> NotebookNode:
        """The notebook with the references behind the last checks of their exercises, and with the checks of only
        what is tried again."""
        gone = {other for others in self.replaced.values() for other in others}
        after = {grade_id(self.checks[other][-1]): other for other in gone}
        second = copy.deepcopy(self.nb)
        cells, second.cells = second.cells, []
        for cell in cells:
            if not is_check(cell) or exercise(cell) in self.replaced:
                second.cells.append(cell)
            if is_check(cell) and grade_id(cell) in after:
                second.cells.append(new_code_cell(self.references[after[grade_id(cell)]]))
        return second

    def count(self, run: NotebookNode) -> None:
        """Takes the results with the references, and what they say of mistakes, unless the student's own were better."""
        again = {grade_id(cell): cell for cell in run.cells if is_check(cell)}
        for name, others in self.replaced.items():
            for cell in self.checks[name]:
                first, second = (determine_grade(one, self.log)[0] for one in (cell, again[grade_id(cell)]))
                if first < cell.metadata.nbgrader.points and second >= first:
                    cell.outputs = again[grade_id(cell)].outputs
                    wrong = [other for other in others if self.earned(other) < self.maximum(other)] or others
                    self.tell(cell, [self.functions[other] for other in wrong])

    @staticmethod
    def tell(cell: NotebookNode, functions: list[str]) -> None:
        names = " and ".join(filter(None, (", ".join(functions[:-1]), functions[-1])))
        note = (f"Tested with the reference solution in place of your {names}, so that a mistake there costs points "
                "only once.")
        for output in cell.outputs:
            if output.output_type == "execute_result" and "text/html" in output.data:
                output.data["text/html"] += f"<p>{html.escape(note)}</p>"


def references(resources: dict[str, Any]) -> dict[str, str]:
    """The reference solutions by grade_id, from the instructor's notebook; none if it is not in the course's folder."""
    nbgrader = resources["nbgrader"]
    file = Path.cwd() / "source" / nbgrader["assignment"] / f"{nbgrader['notebook']}.ipynb"
    cells = nbformat.read(file, as_version=4).cells if file.exists() else []
    return {grade_id(cell): cell.source for cell in cells if cell.cell_type == "code" and is_solution(cell)}


def is_check(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and is_grade(cell) and not is_solution(cell))


def exercise(cell: NotebookNode) -> str:
    return grade_id(cell).partition("-")[2]
