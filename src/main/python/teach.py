"""nbgrader, in the instructor's environment: with the kit's kernel, the hidden tests on its class path."""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import children
import kernelspec
import script
from machine import Stop

ROOT = Path(__file__).resolve().parents[3]
COURSE = ROOT / "work" / "course"  # where nbgrader's folders are, unless --course tells another place
CONFIG = ROOT / "exercises" / "nbgrader_config.py"
PRIVATE = "private.jar"  # an instructor's own hidden tests, in the course's folder


def arguments(args: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="course nbgrader", description="Run nbgrader with the kit's kernel and the hidden tests. For example: "
        "course nbgrader autograde 04-backward-pass; course nbgrader generate_feedback 04-backward-pass; "
        "course nbgrader export.", epilog="All other words go to nbgrader as they are.", allow_abbrev=False)
    parser.add_argument("--course", type=Path, default=COURSE, metavar="DIR",
                        help="the folder with submitted/ and what release has made there (default: work/course)")
    return parser.parse_known_args(args)


def instructor_jar() -> Path:
    jar = next((ROOT / "target").glob("kit-*-instructor.jar"), None)
    return jar or sys.exit("target must hold the instructor's jar; ./course build makes it.")


def prepare(course: Path) -> None:
    """The kernel of this course: with its own hidden tests, if it has some, before those of the kit."""
    jars = [jar for jar in (course / PRIVATE, instructor_jar()) if jar.exists()]
    kernelspec.ensure(Path(sys.prefix), kernelspec.chosen_java(), jars)


def nbgrader(course: Path, *args: str) -> int:
    """Runs it in the course's folder; its own tools are looked for beside this Python. SQLAlchemy's warnings about
    nbgrader's way with it are for nbgrader's authors."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return children.call([sys.executable, "-W", "ignore", "-m", "nbgrader", *args], cwd=course,
                         env={**os.environ, "PATH": path})


def main(args: list[str]) -> int:
    options, rest = arguments(args)
    course = options.course.resolve()
    if not (course / CONFIG.name).exists():
        raise Stop(f"{course} must be a course's folder with {CONFIG.name}; course release makes one.", 2)
    prepare(course)
    return nbgrader(course, *rest)


if __name__ == "__main__":
    script.run(main)
