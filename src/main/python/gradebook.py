"""The grader's marks, written into nbgrader's gradebook and autograded/, so that formgrader, feedback and export go on.

Runs in .venv-teach: gradebook.py ASSIGNMENT OUT COURSE. An override counts for an exercise as a whole: it fills the
points of the check first, what is left goes to the hidden tests, both as if a person had marked them in formgrader.
"""
from __future__ import annotations

import csv
import html
import json
import math
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import compute_checksum, is_grade, is_solution

import files
import script
from machine import Stop

STUDENT = re.compile(r"[\w-][\w.-]*")


def main(args: list[str]) -> None:
    name, out, course = args[0], Path(args[1]), Path(args[2]).resolve()
    overrides = read_overrides(out / "overrides.csv")
    missing = f"{course} must hold the assignment {name}: run ./course release {name} {course} first."
    if not (course / "gradebook.db").exists():  # or the next line would make an empty one
        raise Stop(missing, 2)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "backprop") as gradebook:
        try:
            gradebook.find_notebook(name, name)
        except MissingEntry:
            raise Stop(missing, 2)
        raw = sorted((out / "raw").glob("*.json"))
        for file in raw:
            marked = json.loads(file.read_text(encoding="utf-8"))
            Submission(gradebook, course, name, marked, overrides).write()
    print(f"{len(raw)} submissions stand in {course / 'gradebook.db'}; formgrader, generate_feedback and export go on.")


def read_overrides(file: Path) -> dict[tuple[str, str], tuple[float, str]]:
    """(student, exercise) → points and reason; the last of several rows counts."""
    if not file.exists():
        return {}
    found = {}
    with open(file, encoding="utf-8-sig", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows), start=2):
            try:
                points = float(row["points"])
                found[row["student"].strip(), row["exercise"].strip()] = points, (row.get("reason") or "").strip()
            except (KeyError, TypeError, AttributeError, ValueError):
                raise Stop(f"{file}, line {number}, must be student,exercise,points,reason with a number of points.", 2)
            if not math.isfinite(points):
                raise Stop(f"{file}, line {number}: the points must be a number, got {row['points']}.", 2)
    return found


@contextmanager
def transaction(gradebook: Gradebook) -> Iterator[None]:
    """All that happens to the gradebook in here, or nothing of it: its own commits only end the session's part."""
    with gradebook.engine.begin() as connection:
        gradebook.db.remove()
        gradebook.db.configure(bind=connection)
        try:
            yield
        finally:
            gradebook.db.remove()
            gradebook.db.configure(bind=gradebook.engine)


class Submission:
    """One student's marks on their way into the gradebook."""

    def __init__(self, gradebook: Gradebook, course: Path, name: str, marked: dict, overrides: dict):
        self.gradebook, self.course, self.name, self.marked = gradebook, course, name, marked
        self.student = marked["handIn"]["student"]
        if not STUDENT.fullmatch(self.student):
            raise Stop(f"A student's name must be letters, digits, dots, hyphens and underscores, got {self.student!r}.")
        self.exercises = {each["exercise"]: each for each in marked["exercises"]}
        self.tests = [test for each in marked["exercises"] for test in each["tests"]]
        self.overrides = {exercise: value for (student, exercise), value in overrides.items() if student == self.student}
        self.file = course / "autograded" / self.student / name / f"{name}.ipynb"
        self.before = self.earlier()

    def earlier(self) -> dict[str, dict]:
        """The graded and written cells of the run before, by grade_id."""
        if not self.file.exists():
            return {}
        cells = json.loads(self.file.read_text(encoding="utf-8"))["cells"]
        return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in cells if "nbgrader" in cell["metadata"]}

    def write(self) -> None:
        """The file comes first: it remembers which marks are overrides."""
        time = self.marked["handIn"]["time"]
        with transaction(self.gradebook):
            notebook = self.gradebook.find_notebook(self.name, self.name)
            self.gradebook.update_or_create_student(self.student)
            self.gradebook.update_or_create_submission(self.name, self.student, **({"timestamp": time} if time else {}))
            page = self.page({cell.name: cell for cell in notebook.source_cells})
            cells = {cell.metadata.nbgrader.grade_id: cell for cell in page.cells if "nbgrader" in cell.metadata}
            given = self.given({cell.name: cell.max_score for cell in notebook.grade_cells})
            for name, points in given.items():
                cells[name].metadata["backprop"] = {"override": points}
            for name, cell in cells.items():
                if is_grade(cell):
                    self.grade(name, cell, given.get(name))
                if is_solution(cell):
                    self.comment(name, cell)
            files.replace(self.file, nbformat.writes(page) + "\n")
            if time:
                files.replace(self.file.with_name("timestamp.txt"), f"{time}\n")

    # ---- the gradebook ----

    def given(self, maximum: dict[str, float]) -> dict[str, float]:
        """The points of each graded cell of which an override tells: the check's first, the rest is the hidden tests'."""
        cells = {}
        for exercise, (points, _) in self.overrides.items():
            own = [name for name in (exercise, f"check-{exercise}", f"hidden-{exercise}") if name in maximum]
            for name in own:
                cells[name] = points if name == own[-1] else min(points, maximum[name])
                points -= cells[name]
        return cells

    def grade(self, name: str, cell, override: float | None) -> None:
        grade = self.gradebook.find_grade(name, self.name, self.name, self.student)
        before = self.before.get(name)
        if override is not None:
            grade.manual_score = override
        elif before and grade.manual_score == before["metadata"].get("backprop", {}).get("override"):
            grade.manual_score = None  # an override that is no longer there
        if self.marked["status"] == "UNREADABLE" or is_solution(cell) and unanswered(cell):
            grade.auto_score = 0
        else:
            grade.auto_score = None if is_solution(cell) else points(self.of(name))
        by_hand = grade.manual_score is not None
        if override is not None or not by_hand:
            grade.needs_manual_grade = grade.auto_score is None and not by_hand
        elif before is None or "".join(before["source"]) != cell.source:
            grade.needs_manual_grade = True  # a person marked another answer

    def comment(self, name: str, cell) -> None:
        comment = self.gradebook.find_comment(name, self.name, self.name, self.student)
        _, reason = self.overrides.get(name, (0, ""))
        comment.auto_comment = reason or ("No response." if unanswered(cell) else None)

    # ---- the notebook ----

    def page(self, sources: dict) -> nbformat.NotebookNode:
        """The student's version with locked cells as the gradebook has them, and what the student wrote; the checks'
        outputs are their points and a report."""
        release = self.course / "release" / self.name / f"{self.name}.ipynb"
        if not release.exists():
            raise Stop(f"{release} must be there: run ./course release {self.name} {self.course} first.", 2)
        page = nbformat.read(release, as_version=4)
        for cell in page.cells:
            source = sources.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if source is None:
                continue
            cell.metadata.nbgrader.checksum = source.checksum
            if source.locked:
                cell.source = source.source
            elif source.name in self.exercises:
                cell.source = self.exercises[source.name]["answer"] or cell.source
            if is_grade(cell) and cell.cell_type == "code":
                exercise = self.exercises.get(source.name.removeprefix("check-"), {})
                cell.outputs = [report(self.of(source.name), exercise.get("problem", ""))]
        said = [self.marked["problem"], *self.marked["handIn"]["remarks"], *self.marked["remarks"]]
        if any(said):
            rows = "".join(f"<li>{plain(line)}</li>" for line in said if line)
            page.cells.insert(0, nbformat.v4.new_markdown_cell(f"<ul>{rows}</ul>", id="marking-remarks"))
        return page

    def of(self, name: str) -> list[dict]:
        return [test for test in self.tests if test["cell"] == name]


def unanswered(cell) -> bool:
    return cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)


def points(tests: list[dict]) -> float:
    return math.fsum(test["points"] for test in tests if test["passed"])


def report(tests: list[dict], problem: str) -> nbformat.NotebookNode:
    """A row for each test; of a hidden one its name and its points alone."""
    rows = [f"<li><pre>{html.escape(problem)}</pre></li>"] if problem else []
    for test in tests:
        mark = "✓" if test["passed"] else "✗ not yet:"
        message = "" if test["hidden"] else test["message"]
        rows.append(f"<li>{mark} {html.escape(test['name'])} ({test['points']:g})"
                    + (f"<pre>{html.escape(message)}</pre>" if message else "") + "</li>")
    total, most = points(tests), math.fsum(test["points"] for test in tests)
    page = f"<p>{total:g} of {most:g} points</p><ul>{''.join(rows)}</ul>"
    return nbformat.v4.new_output("execute_result", {"text/plain": f"{total:.10g}", "text/html": page}, execution_count=1)


def plain(text: str) -> str:
    """Text that neither HTML nor Markdown nor mathematics takes for its own."""
    return re.sub(r"[^\w ]", lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


if __name__ == "__main__":
    script.run(main)
