"""What stands in nbgrader's gradebook and was not put there by the grader: points from elsewhere are named, none passes
in silence into the marks that nbgrader exports."""
from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nbformat import NotebookNode
from nbgrader.api import Grade, Gradebook, SubmittedNotebook
from nbgrader.utils import is_grade

MOST = 20  # lines of a kind that are worth reading


class Given(NamedTuple):
    """What the grader gives one student: points of the tests and of overrides, by cell."""
    tests: dict[str, float | None]
    overrides: dict[str, float]


def report(gradebook: Gradebook, name: str, release: NotebookNode, given: dict[str, Given]) -> Iterator[str]:
    """A line for each difference between an assignment in the gradebook and what the grader gives, and one for the
    written answers that a person has marked."""
    notebook = gradebook.find_notebook(name, name)
    points = {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points for cell in release.cells if is_grade(cell)}
    found = [f"{cell.name} counts {shown(cell.max_score)} points in the gradebook, and {shown(points.get(cell.name))} in "
             "release/." for cell in notebook.grade_cells if cell.max_score != points.get(cell.name)]
    entered = []
    for submitted in sorted(gradebook.notebook_submissions(name, name), key=lambda each: each.student.id):
        student = submitted.student.id
        if student not in given:
            found.append(f"{student} is in the gradebook, with {shown(submitted.score)} points, and not among the "
                         "submissions of this run.")
            continue
        found += of_student(submitted, given[student])
        entered += [f"{student} {grade.name} {shown(grade.manual_score)}" for grade in submitted.grades
                    if grade.manual_score is not None and grade.name not in given[student].overrides and by_hand(grade)]
    yield from at_most(f"Not from this run: {line}" for line in found)
    if entered:
        more = f" and {len(entered) - MOST} more" if len(entered) > MOST else ""
        yield f"Points entered in formgrader: {', '.join(entered[:MOST])}{more}."


def of_student(submitted: SubmittedNotebook, given: Given) -> Iterator[str]:
    """A notebook's points that are neither of the tests, nor of overrides, nor a person's for a written answer."""
    student = submitted.student.id
    for grade in sorted(submitted.grades, key=lambda each: each.name):
        tests, override = given.tests.get(grade.name), given.overrides.get(grade.name)
        if grade.auto_score != tests:
            yield f"{student}, {grade.name}: {shown(grade.auto_score)} points of the tests; the grader gives {shown(tests)}."
        if grade.manual_score is not None and override is None and not by_hand(grade):
            yield f"{student}, {grade.name}: {shown(grade.manual_score)} points by hand; the tests give {shown(tests)}."
        yield from beyond(grade)
    if submitted.late_submission_penalty:
        yield f"{student}: a late penalty of {shown(submitted.late_submission_penalty)} points; the grader gives none."


def beyond(grade: Grade) -> Iterator[str]:
    """Points that a cell does not have."""
    student = grade.notebook.student.id
    if grade.extra_credit:
        yield f"{student}, {grade.name}: {shown(grade.extra_credit)} points of extra credit; the grader gives none."
    if grade.manual_score is not None and not within(grade.manual_score, grade.max_score):
        yield f"{student}, {grade.name}: {shown(grade.manual_score)} points by hand, of {shown(grade.max_score)}."


def before_export(gradebook: Gradebook) -> Iterator[str]:
    """A line for each point of extra credit, or above a cell's maximum, in all assignments."""
    grades = (grade for assignment in gradebook.assignments for notebook in assignment.notebooks
              for submitted in notebook.submissions for grade in submitted.grades)
    yield from at_most(f"Look at this before you use the marks: {line}" for grade in grades for line in beyond(grade))


def by_hand(grade: Grade) -> bool:
    return grade.cell.cell_type == "markdown"


def within(points: object, most: float) -> bool:
    return isinstance(points, (int, float)) and math.isfinite(points) and 0 <= points <= most


def shown(points: object) -> str:
    return f"{points:.10g}" if isinstance(points, (int, float)) else "no" if points is None else repr(points)[:40]


def at_most(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many there are besides."""
    lines = list(lines)
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"... and {len(lines) - MOST} more of this kind."
