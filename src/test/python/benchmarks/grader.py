"""The grader beside nbgrader: one generated class, marked whole by the one and in part by the other, in one run."""
from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from backprop_course.setup import children
from backprop_course.setup.commandline import Parser, from_one
from backprop_course.setup.machine import Stop
from backprop_course.teaching import assignments
from benchmarks.nbgrader_sample import AS_SHIPPED, CELL, COURSE, FOLDER, LOGS, NBGRADER, nbgrader, sample
from generators import generated_class

POLL = 0.05


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser(
        "bench grade", "Mark a generated class (right, slipped, unwritten, broken and hostile submissions) with the "
        "grader, each in its sandbox, and a sample of the same class with nbgrader, as shipped and with its kernels "
        "ended at once.",
        epilog=f"nbgrader gets {CELL} s for a cell, and none of the submissions that print millions of lines. Its "
        "start is not counted, the grader's is.")
    parser.add_argument("--count", type=from_one, default=60, metavar="N",
                        help="the size of the class (default: %(default)s)")
    parser.add_argument("--sample", type=from_one, default=8, metavar="K",
                        help="how many of them nbgrader gets, at least one of each kind (default: %(default)s)")
    parser.add_argument("--assignment", default="04", metavar="NN", help="as 04, the default")
    parser.add_argument("--sizes", type=sizes, default=[], metavar="N,...",
                        help="also the grader's time and memory for classes of other sizes, such as 10,100,1000")
    options = parser.parse_args(args)
    options.assignment = assignments.find(options.assignment, None)
    return options


def sizes(text: str) -> list[int]:
    return [from_one(word) for word in text.split(",")]


class Run(NamedTuple):
    """The grader on one class: seconds of the clock, and the most memory that its own process had, if that is known."""
    submissions: int
    seconds: float
    peak: int | None

    def __str__(self) -> str:
        memory = f", {self.peak / 1024:.0f} MB at most" if self.peak else ""
        return f"{self.seconds:.1f} s, {self.seconds / self.submissions:.3f} s a submission{memory}"


def main(args: list[str]) -> None:
    options = arguments(args)
    name = options.assignment
    shutil.rmtree(FOLDER, ignore_errors=True)
    LOGS.mkdir(parents=True, exist_ok=True)
    course = FOLDER / "class"
    expected = generated_class.make(course, name, options.count)
    kinds = Counter(each["kind"] for each in expected.values())
    first = FOLDER / "first"
    generated_class.make(first, name, 1)
    print(f"Once for each build, what the sandbox may know, and one submission: {graded(first, name, 1).seconds:.1f} s.")
    print(f"A class of {options.count} for {name}: {', '.join(f'{kinds[kind]} {kind}' for kind in kinds)}.", flush=True)
    run = graded(course, name, options.count)
    print(f"The grader: {run}. {agreement(course / 'out', expected)}", flush=True)
    chosen = sample(expected, options.sample)
    theirs = {title: nbgrader(title, course, name, chosen, expected) for title in NBGRADER}
    report(run, theirs, len(chosen))
    print(overhead(course / "out" / "timings.json"))
    for count in options.sizes:
        other = FOLDER / f"class-of-{count}"
        generated_class.make(other, name, count)
        print(f"A class of {count}: {graded(other, name, count)}", flush=True)
    print(f"{theirs[AS_SHIPPED] * run.submissions / run.seconds:.1f}× nbgrader")


def report(run: Run, theirs: dict[str, float], sampled: int) -> None:
    own = run.seconds / run.submissions
    print(f"\n{'seconds a submission':<34}{'':>8}   of")
    print(f"{'the grader, its sandbox on':<34}{own:>8.3f}   {run.submissions}")
    for title, seconds in theirs.items():
        print(f"{title:<34}{seconds:>8.3f}   {sampled}, weighed as the class is: {seconds / own:.1f}× the grader's")


def graded(course: Path, name: str, count: int) -> Run:
    """The command as an instructor gives it. The launcher becomes the grader, so that its number stays the same."""
    log = LOGS / "bench-grade.log"
    command = [*COURSE, "grade", name, str(course / "submitted"), "--out", str(course / "out")]
    with open(log, "w", encoding="utf-8") as file:
        started, peak = time.perf_counter(), None
        with children.running(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT) as process:
            while process.poll() is None:
                peak = memory(process.pid) or peak
                time.sleep(POLL)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise Stop(f"The grader ended with {process.returncode}:\n{log.read_text(encoding='utf-8')[-2000:]}")
    return Run(count, seconds, peak)


def memory(pid: int) -> int | None:
    """The most kilobytes that a process itself has had so far; its children, the sandboxes, are not in it."""
    try:
        found = re.search(r"^VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) if found else None


def agreement(out: Path, expected: dict[str, dict[str, Any]]) -> str:
    """How many marks are what they must be."""
    known, wrong = 0, []
    for student, each in expected.items():
        file = out / "raw" / f"{student}.json"
        exercises = json.loads(file.read_text(encoding="utf-8"))["exercises"] if file.exists() else []
        tests = [test for exercise in exercises for test in exercise["tests"]]
        for check, points in each["points"].items():
            known += 1
            got = sum(test["points"] for test in tests if test["cell"] == check and test["passed"])
            if not any(test["cell"] == check for test in tests) or abs(got - points) > 1e-9:
                what = ", ".join(each["done"]) or each["kind"]
                wrong.append(f"\n  {student} ({what}), {check}: {got:g}, not {points:g}")
    return f"Of {known} marks that are known {known - len(wrong)} are right.{''.join(wrong)}"


def overhead(timings: Path) -> str:
    """What a submission's time consists of: medians of its parts over the class."""
    parts: dict[str, list[float]] = {}
    for each in json.loads(timings.read_text(encoding="utf-8")):
        for part, seconds in {**each["parts"], "in all": each["seconds"]}.items():
            parts.setdefault(part, []).append(seconds)
    words = ", ".join(f"{part} {statistics.median(seconds):.3f} s" for part, seconds in parts.items())
    return f"A submission's own time, medians: {words}."
