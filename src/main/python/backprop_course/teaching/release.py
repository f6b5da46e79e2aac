"""Makes what students get: one assignment, by nbgrader's own generate step, or the whole student edition."""
from __future__ import annotations

import argparse
from pathlib import Path

from backprop_course.setup.commandline import Parser
from backprop_course.teaching import assignments, edition, natives, nbgrader_command


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser(
        "release", "Create the student version of an assignment, without solutions and hidden tests. With --all: the "
        "student edition of the whole course, which needs a JDK and Python but no Maven.")
    parser.add_argument("assignment", nargs="?", metavar="NN", help="an assignment, or the beginning of its name, such as 04")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR",
                        help="the course folder, for source/, release/ and nbgrader's gradebook "
                        "(default: work/course)")
    parser.add_argument("--all", type=Path, metavar="DIR", dest="edition",
                        help="create the student edition in a new folder, or in a new zip file if the name ends in .zip")
    parser.add_argument("--private", type=Path, metavar="DIR",
                        help="your own variants, kept elsewhere: DIR/exercises/NN-name/ replaces the course's files, "
                        "DIR/java holds hidden tests in Java")
    parser.add_argument("--pages", action="store_true", help="write the instructors' pages, exercises/NN-name/instructor.md")
    parser.add_argument("--platforms", metavar="NAME,...",
                        help=f"with --all: the machines for which OpenBLAS is included, from {', '.join(natives.known())}, "
                        f"or all (default: {','.join(natives.USUAL)}); on others Backprop computes in pure Java")
    options = parser.parse_args(args)
    if sum((options.assignment is not None, options.edition is not None, options.pages)) != 1:
        parser.error("give an assignment, such as 04, or --all DIR, or --pages")
    for name, value, goes in (("DIR", options.folder, options.assignment), ("--platforms", options.platforms, options.edition),
                              ("--private", options.private, not options.pages)):
        if value and not goes:
            parser.error(f"{name} cannot be combined with {'--pages' if options.pages else '--all' if options.edition else 'NN'}")
    assignments.check_private(options.private)
    if options.assignment is not None:
        options.assignment = assignments.find(options.assignment, options.private)
    if options.edition:
        edition.check(options.edition)
        options.platforms = natives.which(options.platforms)
    return options


def main(args: list[str]) -> None:
    options = arguments(args)
    if options.edition:
        edition.make(options.edition, options.private, options.platforms)
        return
    course = (options.folder or nbgrader_command.COURSE).resolve()
    name = options.assignment
    assignments.lay_out(course, name, options.private)
    assignments.compile_private(options.private, course / nbgrader_command.PRIVATE)
    print(f"The student version of {name} is in {assignments.generate(course, name)}")
