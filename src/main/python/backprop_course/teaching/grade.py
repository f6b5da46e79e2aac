"""Starts the grader, a program in Java, with the instructor's own tests; then, if asked, fills nbgrader's gradebook."""
from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from backprop_course.kernel import kernelspec
from backprop_course.setup import children, jvm, paths
from backprop_course.setup.commandline import COURSE, Parser, from_one
from backprop_course.setup.machine import Stop
from backprop_course.teaching import assignments, nbgrader_command

PRIVATE = paths.TARGET / "grade"  # jars of instructors' own hidden tests
TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")


def arguments(args: list[str]) -> argparse.Namespace:
    """The grader's own arguments, as GradeCommand has them. What they ask for, such as the kind of the submissions, the
    grader checks itself."""
    parser = Parser(
        "grade", "Grade a whole class. Each student's code runs in a sandbox of its own, without access to files, the network or "
        "the tests. If it damages its virtual machine, only that answer loses points.",
        epilog="Set points by hand in DIR/overrides.csv (student, exercise, points, reason); the file is applied last, and "
        "kept. Results of students who are no longer among the submissions are moved to DIR/former/ and removed from all tables.")
    add = parser.add_argument
    add("assignment", metavar="ASSIGNMENT", help="the assignment, such as 04, or your own source notebook")
    add("submissions", metavar="SUBMISSIONS", type=Path,
        help="nbgrader's submitted/, a folder of notebooks, the zip file from Moodle or Canvas, or one notebook")
    add("--out", required=True, type=Path, metavar="DIR",
        help="the folder for marks, pages and tables; if it is inside a git repository, git must ignore it")
    add("--only", action="append", metavar="STUDENT", help="grade this student again, and keep the others' marks")
    add("--resume", action="store_true", help="continue after an interrupted run, or after you have filled in "
        "overrides.csv; existing marks are kept")
    add("--due", type=due, metavar="TIME", help="the deadline, such as 2026-11-30T23:59, for the lateness "
        "column; compared with timestamp.txt or the platform's time, otherwise with the time of the file")
    add("--seed", type=int, metavar="N", help="the seed of the tests' random inputs (default: drawn once for DIR and kept in "
        "DIR/run.json, unknown to students)")
    add("--jobs", type=from_one, metavar="N", help="how many submissions to grade at once (default: one for each core)")
    add("--pseudonyms", action="store_true", help="write a second set of reports without names, to show to others")
    add("--private", type=Path, metavar="DIR", help="your own variants and hidden tests, as in release")
    add("--nbgrader", type=Path, metavar="COURSE", help="also write the marks into nbgrader's gradebook in this folder")
    add("--no-sandbox", action="store_true", help="run student code with your own rights; every report says so")
    add("--anyway", action="store_true", help="continue without asking if the submissions or DIR look like a mistake")
    options = parser.parse_args(args)
    check(options)
    return options


def due(text: str) -> str:
    if not TIME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"must be a time such as 2026-11-30T23:59, got {text}")
    return text


def check(options: argparse.Namespace) -> None:
    """What can be refused before anything is built."""
    assignments.check_private(options.private)
    if not (options.assignment.endswith(".ipynb") and Path(options.assignment).is_file()):
        options.assignment = assignments.find(options.assignment, options.private)
    if not options.submissions.exists():
        raise Stop(f"{options.submissions} does not exist; it must be a folder or a .zip of submissions.", 2)
    course = options.nbgrader
    if course and (not (course / "gradebook.db").exists() or not (course / "release" / options.assignment).is_dir()):
        raise Stop(f"{course} must hold the assignment {options.assignment}: run {COURSE} release {options.assignment} "
                   f"{course} first.", 2)


def command(args: list[str], private: Path | None = None) -> list[str]:
    """The command line of the grader: an instructor's own tests come before those of the course."""
    paths.TMP.mkdir(parents=True, exist_ok=True)
    jars = [private] if private else []
    path = [*jars, nbgrader_command.instructor_jar(), kernelspec.library_jar(), paths.TARGET / "grade-libs" / "*"]
    return [kernelspec.chosen_java(), *jvm.FLAGS, "-cp", os.pathsep.join(map(str, path)),
            "backprop.grade.GradeCommand", *args]


def private_jar(private: Path | None) -> Path | None:
    """The instructor's own hidden tests, compiled; named after its content, so that other tests never replace it."""
    assignments.check_private(private)
    jar = PRIVATE / f"{os.getpid()}.jar"
    if not assignments.compile_private(private, jar):
        return None
    return jar.replace(PRIVATE / f"private-{hashlib.sha256(jar.read_bytes()).hexdigest()[:16]}.jar")


def main(args: list[str]) -> int:
    options = arguments(args)
    if not options.nbgrader:
        return run(command(args, private_jar(options.private)))
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the grader; ignored, it would be ignored there too
    code = children.call(command(args, private_jar(options.private)))
    if code:
        return code if code > 0 else 128 - code
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gradebook = [sys.executable, "-W", "ignore", *paths.module("backprop_course.teaching.gradebook")]
    return children.call([*gradebook, options.assignment, str(options.out), str(options.nbgrader)])


def run(java: list[str]) -> int:
    """Becomes the grader, where the system knows how to: signals and the exit code are then its own."""
    sys.stdout.flush()
    os.environ["COLUMNS"] = str(shutil.get_terminal_size().columns)
    if os.name != "nt":
        os.execv(java[0], java)
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(java)
