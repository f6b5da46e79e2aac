"""The lines of the reference solutions, as somebody who looks for them would."""
from __future__ import annotations

import re

from backprop_course.teaching import assignments
from generators.task import Task

SHORTEST = 20  # shorter ones, as `return sum;`, are in every program
EVERYWHERE = re.compile(r"for\(|}")  # the head of a loop says nothing


def squeezed(line: str) -> str:
    """Without spaces and the comment behind it."""
    return re.sub(r"\s", "", re.sub(r"//.*", "", line))


def lines() -> dict[str, str]:
    """Each line that only a solution has, and not the notebook that students get; with the cell it comes from."""
    found = {}
    for name in assignments.names(None):
        task = Task(name)
        given = {squeezed(line) for cell in task.released["cells"] for line in "".join(cell["source"]).splitlines()}
        for cell, source in task.solutions.items():
            body = source.split("// BEGIN SOLUTION")[1].split("// END SOLUTION")[0]
            for line in map(squeezed, body.splitlines()):
                if len(line) >= SHORTEST and not EVERYWHERE.match(line) and line not in given:
                    found[line] = f"{name}, {cell}"
    return found


def within(text: str, of: dict[str, str]) -> list[str]:
    """The solutions of which a text has a line."""
    there = {squeezed(line) for line in text.splitlines()}
    return [f"{of[line]}: {line}" for line in of if line in there]
