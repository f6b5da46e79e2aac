"""Makes what students get: one assignment, by nbgrader's own generate step, or the whole student edition."""
from __future__ import annotations

import argparse
from pathlib import Path

import assignments
import edition
import pages
import script
import teach


def arguments(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="course release", description="Make the student's version of an assignment: without solutions and hidden "
        "tests. With --all: the student edition of the whole kit, which needs a JDK and Python but no Maven.")
    parser.add_argument("assignment", nargs="?", metavar="NN", help="an assignment, or the beginning of its name, as 04")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR",
                        help="the course's folder, which gets source/, release/ and nbgrader's gradebook "
                        "(default: work/course)")
    parser.add_argument("--all", type=Path, metavar="DIR", dest="edition", help="the student edition, in a new folder")
    parser.add_argument("--private", type=Path, metavar="DIR",
                        help="your own variants, kept elsewhere: DIR/exercises/NN-name/ replaces the kit's files, "
                        "DIR/java holds hidden tests in Java")
    parser.add_argument("--pages", action="store_true", help="write the instructors' pages, exercises/NN-name.md")
    parser.add_argument("--platforms", metavar="NAME,...",
                        help="with --all: for which machines native OpenBLAS goes along (default: all of them)")
    options = parser.parse_args(args)
    if sum((options.assignment is not None, options.edition is not None, options.pages)) != 1:
        parser.error("give an assignment, as 04, or --all DIR, or --pages")
    if options.platforms and not options.edition:
        parser.error("--platforms goes with --all")
    return options


def main(args: list[str]) -> None:
    options = arguments(args)
    assignments.check_private(options.private)
    if options.pages:
        pages.write()
        return
    if options.edition:
        edition.make(options.edition, options.private, options.platforms)
        return
    course = (options.folder or teach.COURSE).resolve()
    name = assignments.find(options.assignment, options.private)
    assignments.lay_out(course, name, options.private)
    assignments.compile_private(options.private, course / teach.PRIVATE)
    print(f"The student's version of {name} is in {assignments.generate(course, name)}")


if __name__ == "__main__":
    script.run(main)
