"""The instructor's page of each assignment, from the notebook and the known wrong answers, and their index."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from backprop_course.setup import files, paths
from backprop_course.teaching import assignments, library_script
from backprop_course.teaching.about import assignment, grade_id, points
from generators.task import Task

CALL = re.compile(r"Exercises\.(?:check|hidden)\(\s*([\w.]+)\.class")


def texts(name: str) -> dict[str, str]:
    """What learners read of an assignment, by its key."""
    lines = (paths.EXERCISES / name / "texts.properties").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#"))


def page(path: Path) -> str:
    """The instructor's page."""
    about = assignment(path)
    slips = assignments.wrong_answers(about["name"])
    aims = "\n".join(f"- {aim}" for aim in about["aims"])
    return f"""# {about['name'][:2]} · {about['title']}: for instructors

Generated from the assignment's notebook and its known wrong answers by `./course release --pages`.

- **Topic:** {about['about']}
- **Read first:** {', '.join(about['read'])}
- **Time:** about {about['minutes']} minutes
- **Points:** {about['points']:g}

After this assignment, students can:

{aims}

## Exercises

| exercise | points: public tests | hidden tests | marked by hand | the reference calls |
|---|--:|--:|--:|---|
{rows(about['graded'], Task(about['name']))}

{charged(Task(about['name']))}

## Moodle and Canvas

Give students both files that `./course release {about['name'][:2]}` creates: the notebook and, next to it, `{library_script.NAME}`. The first cell of the
notebook loads this script on Java kernels other than the course's own.
`./course grade {about['name'][:2]}` writes `moodle.csv` and `canvas.csv` next to the feedback.

- **Moodle.** In the assignment's settings, tick *Offline grading worksheet* and *Feedback comments* under the feedback types, and set the
  maximum grade to **{about['points']:g}**: Moodle silently ignores a grade above the maximum. Switch Moodle to **English** before the import
  (*Upload grading worksheet*), because it looks for the columns by their names in the language that you see. The file does not contain the
  time of an earlier grade, so tick ***Allow updating records that have been modified more recently in Moodle than in the spreadsheet***.
  Otherwise, students who already have a grade keep the old one.
- **Canvas.** Give the assignment {about['points']:g} points and the name *{about['title']}*, which is the name of the column in `canvas.csv`: a
  column with any other name becomes a new assignment. Existing grades in Canvas are overwritten; an empty field changes nothing.

## Typical mistakes

The message for each mistake, and the points that the exercise's check still gives. `./course test` runs all of these.

| mistake | exercise | the learner reads | points left |
|---|---|---|--:|
{chr(10).join(slip_row(slip) for slip in slips)}
"""


def rows(graded: list[dict[str, Any]], task: Task) -> str:
    """A row for each exercise and each question, in the order of the notebook."""
    known = texts(task.name)
    table: dict[str, dict[str, Any]] = {}
    for cell in graded:
        kind, _, rest = grade_id(cell).partition("-")
        automatic = kind in ("check", "hidden")
        name = rest if automatic else grade_id(cell)
        row = table.setdefault(name, {"title": "", "check": 0, "hidden": 0, "by hand": 0, "calls": task.builds_on(name)})
        row[kind if automatic else "by hand"] = points(cell)
        call = CALL.search("".join(cell["source"]))
        row["title"] = f"{known[call[1].rsplit('.', 1)[1] + '.title']} `{name}`" if call else f"question `{name}`"
    return "\n".join(f"| {escape(row['title'])} | {amount(row['check'])} | {amount(row['hidden'])} | "
                     f"{amount(row['by hand'])} | {', '.join(f'`{other}`' for other in row['calls'])} |"
                     for row in table.values())


def charged(task: Task) -> str:
    """How many points a mistake costs in the exercises that build on its own."""
    if not any(map(task.builds_on, task.solutions)):
        return "No function calls that of another exercise: a mistake costs points only in its own exercise."
    return """A mistake is charged once. If a function loses points and calls an earlier function of the student's that also lost points, `./course grade`
and nbgrader's `autograde` test it again with the reference in place of the earlier one. (The last column shows which functions the
reference calls.) The tests that then pass count, and the feedback says so. The check in a student's own notebook has no reference: there,
the later function passes as soon as the earlier one is right."""


def amount(points: float) -> str:
    return f"{points:g}" if points else ""


def slip_row(slip: dict[str, Any]) -> str:
    return f"| {escape(slip['slip'])} | `{slip['cell']}` | {told(slip['headline'])} | {slip['points']:g} |"


def told(headline: str) -> str:
    return f"… {escape(headline)} …" if headline else "(no specific message, only the values)"


def escape(text: str) -> str:
    return text.replace("|", "\\|")


def index(sources: list[Path]) -> str:
    """The list of the assignments."""
    about = [assignment(path) for path in sources]
    lines = "\n".join(f"| [{each['name'][:2]}]({each['name']}/{each['name']}.ipynb) | {each['title']}: {each['about']} | "
                      f"{', '.join(each['read'])} | {each['minutes']} min | {each['points']:g} | [page]({each['name']}/instructor.md) |"
                      for each in about)
    return f"""# The assignments

These notebooks contain the reference solutions. `./course release NN` creates the student version. This page is generated by
`./course release --pages`.

| | | read first | time | points | for instructors |
|---|---|---|--:|--:|---|
{lines}
"""


def all_pages() -> dict[Path, str]:
    """Each instructor's page, and the index, by where it belongs."""
    sources = [paths.EXERCISES / name / f"{name}.ipynb" for name in assignments.names(None)]
    return {paths.EXERCISES / "README.md": index(sources), **{path.with_name("instructor.md"): page(path) for path in sources}}


def main(args: list[str]) -> None:
    """What `./course release --pages` does."""
    for file, text in all_pages().items():
        files.replace(file, text)
        print(f"wrote {file.relative_to(paths.ROOT).as_posix()}")
