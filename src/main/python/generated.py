"""A class that is not there: submissions right, slipped, unwritten, broken and hostile, the same for the same seed."""
from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path

import assignments
import hostile

SHARES = {"right": 45, "slipped": 35, "unwritten": 10, "broken": 5, "hostile": 5}  # in a hundred
SOLUTION = re.compile(r"^([ \t]*)(?:// )?BEGIN SOLUTION\n.*?END SOLUTION\n?", re.DOTALL | re.MULTILINE)
HIDDEN = re.compile(r"^[ \t]*// BEGIN HIDDEN TESTS\n.*?END HIDDEN TESTS\n?", re.DOTALL | re.MULTILINE)
STUB = "// your code here\n{0}throw new NotWrittenYet();\n"
TYPES = r"(?:int|long|double|[A-Z]\w*)(?:\[\])?"
ANSWERS = ["It is the mean over the examples.", "Each column is *one* example, so $\\frac1m$ stands in front.",
           "I am not sure."]
COMMENTS = ["// shapes checked", "/* see the lecture */", "// is b a column?"]
SCRATCH = ['System.out.println("here")', "Matrix.zeros(2, 3)", "int tries = 3;\ntries * 2", "// this did not help",
           'String note = "works now?";\nnote', "Matrix.of(new double[][] {{1, 2}, {3, 4}}).transpose()"]


def make(folder: Path, assignment: str, count: int, seed: int = 1) -> dict:
    """Writes submitted/student-NNNN/ASSIGNMENT/ASSIGNMENT.ipynb and expected.json into the folder; returns what stands
    there: for each student the kind, what was done, and the points of each check, where a grader that loses no mark can
    give but one number."""
    name = assignments.find(assignment, None)
    task = Task(name)
    expected = {}
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


class Task:
    """An assignment: its cells as students get them, its solutions, its slips, and which function calls which."""

    def __init__(self, name: str):
        self.name = name
        source = json.loads((assignments.EXERCISES / name / f"{name}.ipynb").read_text(encoding="utf-8"))
        self.slips = assignments.wrong_answers(name)
        self.solutions = {grade_id(cell): text(cell) for cell in source["cells"] if is_code(cell, "solution")}
        self.points = {grade_id(cell): cell["metadata"]["nbgrader"]["points"] for cell in source["cells"]
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

    def slipped(self, slip: dict) -> str:
        right = self.solutions[slip["cell"]]
        return right.replace(slip["replace"], slip["by"]) if slip.get("replace") else slip["by"]


def released(notebook: dict) -> dict:
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


# ---- one submission ----

def hand_in(task: Task, kind: str, luck: random.Random) -> tuple[dict, dict]:
    """The notebook, and what is known of its marks."""
    code, known, done = dict(task.solutions), {}, []
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
    elif kind in hostile.WAYS:
        cell, (way, change, points) = luck.choice(list(code)), luck.choice(hostile.WAYS[kind])
        code[cell] = change(code[cell])
        known[cell] = dict.fromkeys(task.checks(cell), 0) if points == 0 else {}
        done.append(f"{cell}: {way}")
    answered = kind != "unwritten" or luck.random() < 0.5
    helpers = set().union(*task.calls.values())  # what other functions call, hundreds of thousands of times, is silent
    mine = {cell: source if cell in known else varied(source, cell not in helpers, luck)
            for cell, source in code.items()}
    notebook = filled(task, mine, answered, luck)
    points = points_of(task, known, kind == "slipped")
    return notebook, {"kind": kind, "done": done, "points": points}


def distinct(slips: list[dict], count: int) -> list[dict]:
    """The first slips that are in different cells."""
    return list({slip["cell"]: slip for slip in reversed(slips)}.values())[-count:]


def points_of(task: Task, known: dict[str, dict[str, float]], lenient: bool) -> dict[str, float]:
    """What is known of the changed cells, and all points of those that were not: a wrong function that they call costs
    them nothing. What a slipped function earns is known only if those that it calls are right."""
    points = {}
    for cell in task.solutions:
        changed = task.calls[cell] & known.keys()
        if cell in known:
            points |= known[cell] if not changed or not lenient else {}
        elif all(known[other] for other in changed):
            points |= {check: task.points[check] for check in task.checks(cell)}
    return points


def unwritten(solution: str, stub: str = STUB) -> str:
    return SOLUTION.sub(lambda found: found[1] + stub.format(found[1]), solution)


def filled(task: Task, code: dict[str, str], answered: bool, luck: random.Random) -> dict:
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
        solution = hostile.begins(luck.choice(COMMENTS), solution)
    if talks and luck.random() < 0.2:
        solution = hostile.begins('System.out.println("called");', solution)
    return solution


# ---- cells ----

def marks(cell: dict) -> dict:
    return cell["metadata"].get("nbgrader", {})


def grade_id(cell: dict) -> str:
    return marks(cell).get("grade_id", "")


def text(cell: dict) -> str:
    return "".join(cell["source"])


def is_code(cell: dict, role: str) -> bool:
    return cell["cell_type"] == "code" and bool(marks(cell).get(role))
