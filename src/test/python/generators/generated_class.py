"""A class that is not there: submissions right, slipped, unwritten, broken and hostile, the same for the same seed."""
from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import Any

from backprop_course.teaching import assignments
from generators import faults
from generators.task import Task, grade_id, marks, unwritten

SHARES = {"right": 45, "slipped": 35, "unwritten": 10, "broken": 5, "hostile": 5}  # in a hundred
TYPES = r"(?:int|long|double|[A-Z]\w*)(?:\[\])?"
ANSWERS = ["It is the mean over the examples.", "Each column is *one* example, so $\\frac1m$ stands in front.",
           "I am not sure."]
COMMENTS = ["// shapes checked", "/* see the lecture */", "// is b a column?"]
SCRATCH = ['System.out.println("here")', "Matrix.zeros(2, 3)", "int tries = 3;\ntries * 2", "// this did not help",
           'String note = "works now?";\nnote', "Matrix.of(new double[][] {{1, 2}, {3, 4}}).transpose()"]


def make(folder: Path, assignment: str, count: int, seed: int = 1) -> dict[str, dict[str, Any]]:
    """Writes submitted/student-NNNN/ASSIGNMENT/ASSIGNMENT.ipynb and expected.json into the folder; returns what stands
    there: for each student the kind, what was done, and the points of each check, where a grader that loses no mark can
    give but one number."""
    name = assignments.find(assignment, None)
    task = Task(name)
    expected: dict[str, dict[str, Any]] = {}
    for number, kind in enumerate(kinds(count, random.Random(f"{seed}")), start=1):
        student = f"student-{number:04}"
        notebook, expected[student] = hand_in(task, kind, random.Random(f"{seed} {name} {student}"))
        file = folder / "submitted" / student / name / f"{name}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")
    return expected


def kinds(count: int, luck: random.Random) -> list[str]:
    """As many of each kind as its share says, the largest remainders rounded up; shuffled."""
    exact = {kind: count * share / 100 for kind, share in SHARES.items()}
    whole = {kind: int(number) for kind, number in exact.items()}
    for kind in sorted(SHARES, key=lambda kind: whole[kind] - exact[kind])[:count - sum(whole.values())]:
        whole[kind] += 1
    drawn = [kind for kind, number in whole.items() for _ in range(number)]
    luck.shuffle(drawn)
    return drawn


# ---- one submission ----

def hand_in(task: Task, kind: str, luck: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """The notebook, and what is known of its marks."""
    code, done = dict(task.solutions), []
    known: dict[str, dict[str, float]] = {}
    if kind == "slipped":
        for slip in distinct(luck.sample(task.slips, len(task.slips)), luck.randint(1, 3)):
            code[slip["cell"]] = task.slipped(slip)
            known[slip["cell"]] = {slip.get("check", f"check-{slip['cell']}"): slip["points"]}
            done.append(f"{slip['cell']}: {slip['slip']}")
    elif kind == "unwritten":
        cells = list(code)
        for cell in cells[luck.randrange(min(1, len(cells) - 1), len(cells)):]:
            code[cell] = unwritten(code[cell])
            known[cell] = dict.fromkeys(task.checks(cell), 0)
            done.append(f"{cell}: not written")
    elif kind in faults.WAYS:
        cell, (way, change, points) = luck.choice(list(code)), luck.choice(faults.WAYS[kind])
        code[cell] = change(code[cell])
        known[cell] = dict.fromkeys(task.checks(cell), 0) if points == 0 else {}
        done.append(f"{cell}: {way}")
    answered = kind != "unwritten" or luck.random() < 0.5
    helpers: set[str] = set().union(*task.calls.values())  # what other functions call, hundreds of thousands of times, is silent
    mine = {cell: source if cell in known else varied(source, cell not in helpers, luck)
            for cell, source in code.items()}
    notebook = filled(task, mine, answered, luck)
    return notebook, {"kind": kind, "done": done, "points": points_of(task, known, kind == "slipped")}


def distinct(slips: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The first slips that are in different cells."""
    return list({slip["cell"]: slip for slip in reversed(slips)}.values())[-count:]


def points_of(task: Task, known: dict[str, dict[str, float]], lenient: bool) -> dict[str, float]:
    """What is known of the changed cells, and all points of those that were not: a wrong function that they call costs
    them nothing. What a slipped function earns is known only if those that it calls are right."""
    points: dict[str, float] = {}
    for cell in task.solutions:
        changed = task.calls[cell] & known.keys()
        if cell in known:
            points |= known[cell] if not changed or not lenient else {}
        elif all(known[other] for other in changed):
            points |= {check: task.points[check] for check in task.checks(cell)}
    return points


def filled(task: Task, code: dict[str, str], answered: bool, luck: random.Random) -> dict[str, Any]:
    notebook = copy.deepcopy(task.released)
    for cell in notebook["cells"]:
        if grade_id(cell) in code:
            cell["source"] = re.sub(r"^[ \t]*// (BEGIN|END) SOLUTION\n", "", code[grade_id(cell)], flags=re.MULTILINE)
        elif cell["cell_type"] == "markdown" and marks(cell).get("solution") and answered:
            cell["source"] = luck.choice(ANSWERS)
    for number in range(luck.randrange(4)):
        cell = {"cell_type": "code", "id": f"scratch-{number}", "metadata": {}, "outputs": [], "execution_count": None,
                "source": luck.choice(SCRATCH)}
        notebook["cells"].insert(luck.randrange(2, len(notebook["cells"])), cell)
    return notebook


def varied(solution: str, talks: bool, luck: random.Random) -> str:
    """The same function in another hand: a variable renamed, a comment, a line printed."""
    if luck.random() < 0.5:
        names = [name for name in dict.fromkeys(re.findall(rf"\b{TYPES} (\w+) =", solution))
                 if not re.search(rf"\.{name}\b|\b{name}\(", solution)]
        for name in luck.sample(names, min(1, len(names))):
            solution = re.sub(rf"\b{name}\b", f"{name}{luck.choice(['2', 'Mine', '_'])}", solution)
    if luck.random() < 0.4:
        solution = faults.begins(luck.choice(COMMENTS), solution)
    if talks and luck.random() < 0.2:
        solution = faults.begins('System.out.println("called");', solution)
    return solution
