"""nbgrader on some submissions of a class: as shipped, and with its kernels ended at once."""
from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from backprop_course.setup import children, paths
from backprop_course.setup.machine import Stop
from backprop_course.setup.progress import step
from benchmarks.measuring import FOLDER as BENCH
from benchmarks.progress import Progress
from generators import faults, generated_class

FOLDER = BENCH / "grade"
LOGS = paths.TARGET / "course"
COURSE = [sys.executable, "-B", str(paths.ROOT / "course")]
CELL = 30  # seconds that nbgrader may spend on a cell, where an endless loop would take all of its 180
AS_SHIPPED, AT_ONCE = "nbgrader as shipped", "nbgrader, kernels ended at once"
NBGRADER = {AS_SHIPPED: "graceful", AT_ONCE: "immediate"}


def sample(expected: dict[str, dict[str, Any]], count: int) -> list[str]:
    """So many students, of each kind at least one and else by its share; none whose output has no end."""
    kinds: dict[str, list[str]] = {}
    for student, each in expected.items():
        if faults.FLOOD not in "".join(each["done"]):
            kinds.setdefault(each["kind"], []).append(student)
    taken = dict.fromkeys(kinds, 1)
    while sum(taken.values()) < min(count, sum(map(len, kinds.values()))):
        taken[max(kinds, key=lambda kind: (len(kinds[kind]) - taken[kind]) / taken[kind])] += 1
    return sorted(student for kind, students in kinds.items() for student in students[:taken[kind]])


def nbgrader(title: str, course: Path, name: str, students: list[str], expected: dict[str, dict[str, Any]]) -> float:
    """Seconds a submission: the mean of each kind, weighed by how many of the class are of it."""
    folder = FOLDER / NBGRADER[title]
    if step(f"Releasing {name}", [*COURSE, "release", name, str(folder)], paths.ROOT, LOGS / "bench-release.log"):
        raise Stop("The assignment could not be released; the lines above say why.")
    for student in students:
        shutil.copytree(course / "submitted" / student, folder / "submitted" / student)
    show = Progress(f"{title}, {len(students)} submissions")
    spent = times(folder, name, show, f"--Execute.shutdown_kernel={NBGRADER[title]}", f"--Execute.timeout={CELL}")
    if spent.keys() != set(students):
        raise Stop(f"nbgrader must come to each submission, but {set(students) - spent.keys()} are missing; see "
                   f"{LOGS / 'bench-nbgrader.log'}.")
    kinds = Counter(each["kind"] for each in expected.values())
    means = {kind: statistics.mean(spent[student] for student in students if expected[student]["kind"] == kind)
             for kind in {expected[student]["kind"] for student in students}}
    show.close(", ".join(f"{kind} {means[kind]:.1f} s" for kind in generated_class.SHARES if kind in means))
    return sum(kinds[kind] * seconds for kind, seconds in means.items()) / sum(kinds[kind] for kind in means)


def times(folder: Path, name: str, show: Progress, *settings: str) -> dict[str, float]:
    """How long nbgrader is at each submission, by the lines that it logs; that it gives one up is no error here."""
    command = [*COURSE, "nbgrader", "--course", str(folder), "autograde", name, *settings]
    began: dict[str, float] = {}
    process = children.running(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               encoding="utf-8", errors="replace")
    with process as running, open(LOGS / "bench-nbgrader.log", "w", encoding="utf-8") as log:
        for line in running.stdout or ():
            log.write(line)
            if found := re.search(r"Sanitizing .*submitted.(student-\d+)", line):
                began[found[1]] = time.perf_counter()
                show(f"{len(began)}")
    ends = [*list(began.values())[1:], time.perf_counter()]
    return {student: end - start for (student, start), end in zip(began.items(), ends)}
