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

Made from the assignment's notebook and its known wrong answers by `./course release --pages`.

In short: {about['about']}. To be read before: {', '.join(about['read'])}. Time: some {about['minutes']} minutes. Points: {about['points']:g}.

After it they can

{aims}

## Exercises

| exercise | points: public tests | hidden tests | by hand | the reference calls |
|---|--:|--:|--:|---|
{rows(about['graded'], Task(about['name']))}

{charged(Task(about['name']))}

## Into Moodle and Canvas

Give out all that `./course release {about['name'][:2]}` makes: the notebook, and beside it `{library_script.NAME}`, which its first cell loads
on any other Java kernel than the course's own.
`./course grade {about['name'][:2]}` writes `moodle.csv` and `canvas.csv` beside the feedback.

- **Moodle.** In the assignment's settings, tick *Offline grading worksheet* and *Feedback comments* under the feedback types, and set the
  maximum grade to **{about['points']:g}**: Moodle passes over a grade above the maximum without a word. Switch Moodle to **English** before the import
  (*Upload grading worksheet*): it finds the columns by their names in the language that you see. The file tells no time of an earlier
  grade, so tick ***Allow updating records that have been modified more recently in Moodle than in the spreadsheet***; without it,
  students who have a grade already keep the old one.
- **Canvas.** Give the assignment {about['points']:g} points and the name *{about['title']}*, as the column is called in `canvas.csv`: a column by
  any other name becomes a new assignment. What Canvas has already is overwritten; an empty field changes nothing.

## Typical slips

What each is told, and the points that remain of its check. `./course test` runs all of these.

| slip | in | the learner reads | points |
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
    """What a mistake costs in the exercises that build on its own."""
    if not any(map(task.builds_on, task.solutions)):
        return "No function calls another of these: a mistake costs points in its own exercise alone."
    return """A mistake is charged once. Where a function loses points and calls an earlier one of the student's that lost points too (the last
column says which the reference calls), `./course grade` and nbgrader's `autograde` try it again with the reference in place of the
earlier one. What it then passes counts, and the feedback says so. The check in a student's own notebook knows no reference: there the
later function passes as soon as the earlier one is right."""


def amount(points: float) -> str:
    return f"{points:g}" if points else ""


def slip_row(slip: dict[str, Any]) -> str:
    return f"| {escape(slip['slip'])} | `{slip['cell']}` | {told(slip['headline'])} | {slip['points']:g} |"


def told(headline: str) -> str:
    return f"… {escape(headline)} …" if headline else "(no hint: the values alone)"


def escape(text: str) -> str:
    return text.replace("|", "\\|")


def index(sources: list[Path]) -> str:
    """The list of the assignments."""
    about = [assignment(path) for path in sources]
    lines = "\n".join(f"| [{each['name'][:2]}]({each['name']}/{each['name']}.ipynb) | {each['title']}: {each['about']} | "
                      f"{', '.join(each['read'])} | {each['minutes']} min | {each['points']:g} | [page]({each['name']}/instructor.md) |"
                      for each in about)
    return f"""# The assignments

With their reference solutions; `./course release NN` makes the student's version. Made by `./course release --pages`.

| | | read before | time | points | for instructors |
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
