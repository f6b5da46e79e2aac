"""The grader's marks, written into nbgrader's gradebook and autograded/, so that formgrader, feedback and export go on.

Runs in .venv-teach: gradebook.py ASSIGNMENT OUT COURSE. An override counts for an exercise as a whole: it fills the
points of the check first, what is left goes to the hidden tests, both as if a person had marked them in formgrader.
"""
from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbgrader.api import Grade, Gradebook, MissingEntry, Student
from nbgrader.utils import is_solution

from backprop_course.setup import files
from backprop_course.setup.machine import Stop
from backprop_course.teaching import autograded, gradebook_differences
from backprop_course.teaching.gradebook_differences import Given
from backprop_course.teaching.nbgrader_steps.cells import grade_id
from backprop_course.teaching.student_names import STUDENT, first_and_last


def main(args: list[str]) -> None:
    name, out, folder = args[0], Path(args[1]), Path(args[2]).resolve()
    release = folder / "release" / name / f"{name}.ipynb"
    missing = Stop(f"{folder} must hold the assignment {name}: run ./course release {name} {folder} first.", 2)
    if not (folder / "gradebook.db").exists() or not release.exists():  # nbgrader would make an empty gradebook
        raise missing
    overrides = read_overrides(out / "overrides.json")
    raw = sorted((out / "raw").glob("*.json"))
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "backprop") as gradebook:
        try:
            gradebook.find_notebook(name, name)
        except MissingEntry:
            raise missing from None
        course = Course(gradebook, folder, name, nbformat.read(release, as_version=4))
        given = {}
        for file in raw:
            marked = json.loads(file.read_text(encoding="utf-8"))
            submission = Submission(course, marked, overrides.get(marked["handIn"]["student"], {}))
            given[submission.student] = submission.write()
        gradebook.db.expire_all()
        for line in gradebook_differences.report(gradebook, name, course.release, given):
            print(line)
    print(f"{len(raw)} submissions are in {folder / 'gradebook.db'}. Go on with formgrader, generate_feedback or export.")


def read_overrides(file: Path) -> dict[str, dict[str, tuple[float, str]]]:
    """Student → exercise → points and reason: the rows of overrides.csv that the grader has found right."""
    if not file.exists():
        return {}
    try:
        students = json.loads(file.read_text(encoding="utf-8"))
        return {student: {exercise: (float(row["points"]), row["reason"]) for exercise, row in rows.items()}
                for student, rows in students.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Stop(f"{file} must be as ./course grade wrote it; run it again.", 2) from None


class Course(NamedTuple):
    """What all submissions of an assignment share."""
    gradebook: Gradebook
    folder: Path
    name: str
    release: nbformat.NotebookNode

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that happens to the gradebook in here, or nothing of it: its own commits only end the session's part."""
        with self.gradebook.engine.begin() as connection:
            self.gradebook.db.remove()
            self.gradebook.db.configure(bind=connection)
            try:
                yield
            finally:
                self.gradebook.db.remove()
                self.gradebook.db.configure(bind=self.gradebook.engine)


class Submission:
    """One student's marks on their way into the gradebook."""

    def __init__(self, course: Course, marked: dict[str, Any], overrides: dict[str, tuple[float, str]]):
        self.course, self.marked, self.overrides = course, marked, overrides
        self.student = marked["handIn"]["student"]
        if not STUDENT.fullmatch(self.student):
            raise Stop(f"A student must be letters, digits and the signs . _ - + ~, got {self.student!r}.")
        self.file = course.folder / "autograded" / self.student / course.name / f"{course.name}.ipynb"
        self.before = autograded.earlier(self.file, course.release)

    def write(self) -> Given:
        """The file, which remembers what marks are overrides, comes before the end of the transaction."""
        gradebook, name, time = self.course.gradebook, self.course.name, self.marked["handIn"]["time"]
        with self.course.transaction():
            self.name(gradebook.update_or_create_student(self.student))
            gradebook.update_or_create_submission(name, self.student, **({"timestamp": time} if time else {}))
            submitted = gradebook.find_submission_notebook(name, name, self.student)
            sources = {cell.name: cell for cell in submitted.notebook.source_cells}
            page = autograded.page(self.course.release, sources, self.marked)
            cells = {grade_id(cell): cell for cell in page.cells}
            given = self.given({cell.name: cell.max_score for cell in submitted.notebook.grade_cells})
            tests = {grade.name: self.grade(grade, cells[grade.name], given.get(grade.name)) for grade in submitted.grades}
            for comment in submitted.comments:
                _, reason = self.overrides.get(comment.name, (0, ""))
                silent = autograded.unanswered(cells[comment.name])
                comment.auto_comment = reason or ("No response." if silent else None)
            gradebook.db.commit()
            files.replace(self.file, nbformat.writes(page) + "\n")
            if time:
                files.replace(self.file.with_name("timestamp.txt"), f"{time}\n")
        return Given(tests, given)

    def name(self, student: Student) -> None:
        """The platform's name for a student, of whom the gradebook has none; what a person entered there stays."""
        if not student.first_name and not student.last_name:
            student.first_name, student.last_name = first_and_last(self.marked["handIn"]["name"])

    def given(self, maximum: dict[str, float]) -> dict[str, float]:
        """The points that overrides give to graded cells: the check's first, the rest is the hidden tests'."""
        cells = {}
        for exercise, (points, _) in self.overrides.items():
            own = [name for name in (exercise, f"check-{exercise}", f"hidden-{exercise}") if name in maximum]
            for name in own:
                cells[name] = points if name == own[-1] else min(points, maximum[name])
                points -= cells[name]
        return cells

    def grade(self, grade: Grade, cell: nbformat.NotebookNode, override: float | None) -> float | None:
        """Sets the score of the tests, which it returns, and of an override. A person's own mark stays, and is asked for
        again where the answer has changed since."""
        before = self.before.get(grade.name)
        if override is not None:
            cell.metadata["backprop"] = {"override": override}
            grade.manual_score = override
        elif before and grade.manual_score == before.metadata.get("backprop", {}).get("override"):
            grade.manual_score = None  # an override that is no longer there
        if self.marked["status"] == "UNREADABLE" or (is_solution(cell) and autograded.unanswered(cell)):
            grade.auto_score = 0
        elif is_solution(cell):
            grade.auto_score = None
        else:
            grade.auto_score = autograded.points(autograded.tests_of(self.marked, grade.name))
        if override is not None or grade.manual_score is None:
            grade.needs_manual_grade = grade.auto_score is None and override is None
        elif before is None or before.source != cell.source:
            grade.needs_manual_grade = True
        return grade.auto_score
