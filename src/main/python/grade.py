"""Starts the grader, a program in Java, with the instructor's own tests; then, if asked, fills nbgrader's gradebook."""
from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import assignments
import children
import kernelspec
import kitjava
import script
import teach
from machine import Stop

PRIVATE = kitjava.TARGET / "grade"  # jars of instructors' own hidden tests
VALUED = ("--out", "--jobs", "--seed", "--only")  # the grader's own options that are followed by a value


def arguments(args: list[str]) -> argparse.Namespace:
    """What is needed here of the grader's arguments, all of which it checks and explains itself."""
    parser = argparse.ArgumentParser(prog="course grade", add_help=False, allow_abbrev=False)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--private", type=Path)
    parser.add_argument("--nbgrader", type=Path)
    for option in VALUED:
        parser.add_argument(option)
    return parser.parse_known_args([arg for arg in args if arg != "--"])[0]


def command(args: list[str], private: Path | None = None) -> list[str]:
    """The command line of the grader: an instructor's own tests come before those of the kit."""
    kitjava.TMP.mkdir(parents=True, exist_ok=True)
    jars = [private] if private else []
    path = [*jars, teach.instructor_jar(), kernelspec.kit_jar(), kitjava.TARGET / "grade-libs" / "*"]
    return [kernelspec.chosen_java(), *kitjava.FLAGS, "-cp", os.pathsep.join(map(str, path)),
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
    if {"-h", "--help"} & set(args) or not options.nbgrader:
        return run(command(args, private_jar(options.private)))
    name = assignments.find((options.words or [""])[0], options.private)
    course = options.nbgrader
    if not (course / "gradebook.db").exists() or not (course / "release" / name).is_dir():
        raise Stop(f"{course} must hold the assignment {name}: run ./course release {name} {course} first.", 2)
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the grader; ignored, it would be ignored there too
    code = children.call(command(args, private_jar(options.private)))
    if code:
        return code if code > 0 else 128 - code
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gradebook = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("gradebook.py"))]
    return children.call([*gradebook, name, str(options.out), str(course)])


def run(java: list[str]) -> int:
    """Becomes the grader, where the system knows how to: signals and the exit code are then its own."""
    sys.stdout.flush()
    os.environ["COLUMNS"] = str(shutil.get_terminal_size().columns)
    if os.name != "nt":
        os.execv(java[0], java)
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(java)


if __name__ == "__main__":
    script.run(main)
