"""nbgrader, in the instructor's environment: with the course's kernel, the hidden tests on its class path."""
from __future__ import annotations

import argparse
import os
import sys
import warnings
from pathlib import Path

from backprop_course.kernel import kernelspec
from backprop_course.notebooks import server
from backprop_course.setup import children, paths
from backprop_course.setup.commandline import Parser, folder
from backprop_course.setup.machine import Stop
from backprop_course.teaching import formgrader

COURSE = paths.ROOT / "work" / "course"  # where nbgrader's folders are, unless --course tells another place
CONFIG = Path(__file__).with_name("nbgrader_steps") / "nbgrader_config.py"
SHOWING = ("autograde", "generate_feedback", "formgrader")  # commands with which what students wrote comes onto a page
PRIVATE = "private.jar"  # an instructor's own hidden tests, in the course's folder


FORMGRADER = "formgrader"  # the one that nbgrader itself has only as a page of a Jupyter server
COMMANDS = {
    FORMGRADER: "mark written answers in the browser, with nbgrader's formgrader",
    "generate_assignment": "create the student version of an assignment (course release does this, and more)",
    "autograde": "run and grade the notebooks in submitted/, with your own rights",
    "generate_feedback": "create a feedback page for each student in feedback/, replacing existing ones",
    "export": "write all marks to grades.csv",
    "validate": "run a notebook and say whether its checks pass",
    "db": "list, add, import or remove students and assignments",
    "zip_collect": "sort the download from a learning platform into submitted/",
    "update": "bring notebooks of an older nbgrader up to date",
    "list": "list the exchange, nbgrader's folder for a class on one machine",
    "collect": "collect submissions from the exchange",
    "release_assignment": "put an assignment into the exchange",
    "release_feedback": "put feedback into the exchange",
    "fetch_assignment": "get an assignment from the exchange",
    "fetch_feedback": "get feedback from the exchange",
    "submit": "hand a notebook in, into the exchange",
    "generate_config": "write a configuration file with all of nbgrader's settings",
    "generate_solution": "create the version with solutions only",
    "quickstart": "create an example course",
}


def arguments(args: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options, and the words after nbgrader's own commands, which it gets as they are."""
    parser = Parser("nbgrader", "Run nbgrader with the course's kernel and the hidden tests, in a course's folder.")
    parser.add_argument("--course", type=folder, default=COURSE, metavar="DIR", help="the course folder, with submitted/ and the "
                        "files that release created; before or after COMMAND (default: work/course)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands",
                                     parser_class=Parser)
    for name, text in COMMANDS.items():
        more = f"All other arguments are passed to nbgrader. To see which ones it accepts:\n  {parser.prog} {name} --help-all"
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.",
                                      formatter_class=argparse.RawDescriptionHelpFormatter,
                                      epilog=None if name == FORMGRADER else more)
        command.add_argument("--course", type=folder, default=argparse.SUPPRESS, metavar="DIR", help="the course folder")
        if name == FORMGRADER:
            server.add_options(command)
    options, rest = parser.parse_known_args(args)
    if options.command == FORMGRADER and rest:
        raise Stop(f"{parser.prog} {FORMGRADER} does not take {' '.join(rest)}; see {parser.prog} {FORMGRADER} --help.", 2)
    options.course = options.course.resolve()
    if not (options.course / CONFIG.name).exists():
        raise Stop(f"{options.course} must be a course folder with {CONFIG.name}; course release creates one.", 2)
    return options, rest


def instructor_jar() -> Path:
    jar = next(paths.TARGET.glob("kit-*-instructor.jar"), None)
    return jar or sys.exit("target must hold the instructor's jar; run ./course build to create it.")


def check_settings(course: Path) -> None:
    """An earlier version's settings stay in a course's folder, and would let through what students wrote, or import
    earlier steps that lie beside them."""
    settings = (course / CONFIG.name).read_text(encoding="utf-8")
    if "Sanitize" not in settings or "backprop_course" not in settings:
        raise Stop(f"{course / CONFIG.name} must sanitize what students wrote, as {CONFIG} does, and is from an earlier "
                   "version of the course: move it away and run ./course release again, which makes it anew.", 2)


def prepare(course: Path) -> None:
    """The kernel of this course: with its own hidden tests, if it has some, before those of the course."""
    jars = [jar for jar in (course / PRIVATE, instructor_jar()) if jar.exists()]
    kernelspec.ensure(Path(sys.prefix), kernelspec.chosen_java(), jars)


def look_before_export(course: Path) -> None:
    """Names points that go beyond those of a cell; SQLAlchemy's warnings are for nbgrader's authors, as below."""
    warnings.simplefilter("ignore")
    from nbgrader.api import Gradebook

    from backprop_course.teaching import gradebook_differences
    if (course / "gradebook.db").exists():  # nbgrader would make an empty one
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
            print("".join(f"{line}\n" for line in gradebook_differences.before_export(gradebook)), end="", flush=True)


def nbgrader(course: Path, *args: str) -> int:
    """Runs it in the course's folder, whose settings import our steps; its own tools are looked for beside this Python.
    SQLAlchemy's warnings about nbgrader's way with it are for nbgrader's authors."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return children.call([sys.executable, "-W", "ignore", "-m", "nbgrader", *args], cwd=course,
                         env={**os.environ, "PATH": path, "PYTHONPATH": str(paths.SOURCES)})


def main(args: list[str]) -> int | None:
    options, rest = arguments(args)
    if options.command in SHOWING:
        check_settings(options.course)
    prepare(options.course)
    if options.command == FORMGRADER:
        formgrader.serve(options)
        return 0
    if options.command == "export":
        look_before_export(options.course)
    # its pages follow from the marks; by itself it would leave those that are there, whatever the marks are now
    again = ["--force"] if options.command == "generate_feedback" and "--force" not in rest else []
    return nbgrader(options.course, options.command, *rest, *again)
