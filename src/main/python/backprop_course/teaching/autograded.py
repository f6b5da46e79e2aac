"""A marked submission as a notebook in nbgrader's autograded form: what formgrader and generate_feedback read."""
from __future__ import annotations

import copy
import html
import math
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, is_grade

from backprop_course.teaching.nbgrader_steps.cells import grade_id
from backprop_course.teaching.nbgrader_steps.sanitized_notebook import sanitized, texts


def page(release: NotebookNode, sources: dict[str, Any], marked: dict[str, Any]) -> NotebookNode:
    """The student's version with the locked cells of the gradebook, `sources` by grade_id, hidden tests among them, and
    what the student wrote, sanitized; a check's output is its points and a report. What the student should know comes
    first."""
    made = copy.deepcopy(release)
    exercises = {each["exercise"]: each for each in marked["exercises"]}
    for cell in made.cells:
        source = sources.get(grade_id(cell))
        if source is None:
            continue
        cell.metadata.nbgrader.checksum = source.checksum
        if source.locked:
            cell.source = source.source
        elif source.name in exercises:
            cell.source = answer(exercises[source.name], cell)
        if is_grade(cell) and cell.cell_type == "code":
            exercise = exercises.get(source.name.removeprefix("check-"), {})
            cell.outputs = [report(tests_of(marked, source.name), exercise.get("problem", ""), exercise.get("note", ""))]
    said = [line for line in (marked["problem"], *marked["handIn"]["remarks"], *marked["remarks"]) if line]
    if said:
        rows = "".join(f"<li>{plain(line)}</li>" for line in said)
        made.cells.insert(0, nbformat.v4.new_markdown_cell(f"<ul>{rows}</ul>", id="marking-remarks"))
    return sanitized(made, texts(release))


def earlier(file: Path, release: NotebookNode) -> dict[str, NotebookNode]:
    """The cells of the page that is there, by grade_id; of one that is from before pages were sanitized, as they would
    be now."""
    cells = sanitized(nbformat.read(file, as_version=4), texts(release)).cells if file.exists() else []
    return {grade_id(cell): cell for cell in cells}


def answer(exercise: dict[str, Any], cell: NotebookNode) -> str:
    """What the student wrote; a written answer that the grader takes for not answered is as it was given out, so that
    nbgrader takes it for the same."""
    silent = exercise["byHand"] and not exercise.get("answered", True)
    return cell.source if silent else exercise["answer"] or cell.source


def unanswered(cell: NotebookNode) -> bool:
    """Whether it still is as the student got it."""
    return cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)


def tests_of(marked: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The tests whose points a graded cell gives."""
    return [test for exercise in marked["exercises"] for test in exercise["tests"] if test["cell"] == name]


def points(tests: list[dict[str, Any]]) -> float:
    return math.fsum(test["points"] for test in tests if test["passed"])


def report(tests: list[dict[str, Any]], problem: str, note: str) -> NotebookNode:
    """A row for each test; of a hidden one its name and its points alone."""
    rows = [f"<li><pre>{html.escape(problem)}</pre></li>"] if problem else []
    for test in tests:
        mark = "✓" if test["passed"] else "✗ not yet:"
        message = "" if test["hidden"] else test["message"]
        rows.append(f"<li>{mark} {html.escape(test['name'])} ({test['points']:g})"
                    + (f"<pre>{html.escape(message)}</pre>" if message else "") + "</li>")
    said = f"<p>{html.escape(note)}</p>" if note else ""
    total, most = points(tests), math.fsum(test["points"] for test in tests)
    shown = {"text/plain": f"{total:.10g}", "text/html": f"<p>{total:g} of {most:g} points</p>{said}<ul>{''.join(rows)}</ul>"}
    return nbformat.v4.new_output("execute_result", shown, execution_count=1)


def plain(text: str) -> str:
    """Text that neither HTML nor Markdown nor mathematics takes for its own."""
    return re.sub(r"[^\w ]", lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
