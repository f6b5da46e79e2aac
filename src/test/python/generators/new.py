"""Begins an assignment or a lecture: writes a skeleton that passes its tests, for an author to fill in."""
from __future__ import annotations

import argparse
import re
from pathlib import Path

from backprop_course.notebooks import finding, index
from backprop_course.setup import files, paths
from backprop_course.setup.commandline import Parser
from backprop_course.setup.machine import Stop
from generators import pages

TEMPLATES = Path(__file__).with_name("templates")
NAME = re.compile(r"\d\d[a-z]?(-[a-z][a-z0-9]*)+")
LAST_SOURCE = re.compile(r"(?P<before>.*<source>exercises/[^\n]*</source>\n)", re.DOTALL)


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser("new", "Create the skeleton of an assignment or a lecture, which passes all tests.")
    parser.add_argument("kind", choices=("assignment", "lecture"), help="what to create")
    parser.add_argument("name", metavar="NN-name", help="its number and a short name, such as 05-softmax")
    options = parser.parse_args(args)
    if not NAME.fullmatch(options.name):
        raise Stop(f"The name must be a number of two digits and words in lower case, such as 05-softmax; got {options.name}.", 2)
    place = folder(options)
    if place.exists():
        raise Stop(f"{place.relative_to(paths.ROOT).as_posix()} exists already.", 2)
    return options


def folder(options: argparse.Namespace) -> Path:
    """Where it goes: a folder of an assignment, a file of a lecture."""
    if options.kind == "assignment":
        return paths.EXERCISES / options.name
    return finding.ORIGINALS / f"{options.name}.ipynb"


def filled(template: str, name: str) -> str:
    """A template with the names that belong to an assignment or a lecture."""
    number, *words = name.split("-")
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    values = {"NAME": name, "NUMBER": number, "TITLE": " ".join(words).capitalize(), "PACKAGE": package(name),
              "CONTRACT": "".join(word.capitalize() for word in words) + "Squares"}
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)


def package(name: str) -> str:
    """The last part of the Java package of an assignment's classes: the first word of its name."""
    return name.split("-")[1]


def assignment(name: str) -> list[Path]:
    """The folder, its entry in the build, its instructor's page and the index."""
    place = paths.EXERCISES / name
    java = Path("backprop/exercise") / package(name)
    for other in paths.EXERCISES.glob(f"*/public/{java.as_posix()}"):
        raise Stop(f"The package backprop.exercise.{package(name)} belongs to {other.relative_to(paths.EXERCISES).parts[0]}; "
                   "choose another word for the beginning of the name.", 2)
    contract = "".join(word.capitalize() for word in name.split("-")[1:]) + "Squares"
    made = {place / f"{name}.ipynb": "notebook.ipynb", place / "texts.properties": "texts.properties",
            place / "wrong-answers.json": "wrong-answers.json",
            place / "public" / java / f"{contract}.java": "Contract.java",
            place / "hidden" / java / f"{contract}HiddenTests.java": "ContractHiddenTests.java"}
    for file, template in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        files.replace(file, filled(f"assignment/{template}", name))
    pom = paths.ROOT / "pom.xml"
    text = pom.read_text(encoding="utf-8")
    sources = "".join(f"                <source>exercises/{name}/{part}</source>\n" for part in ("public", "hidden"))
    files.replace(pom, LAST_SOURCE.sub(lambda found: found["before"] + sources, text, count=1))
    written = pages.all_pages()
    changed = [file for file, page in written.items() if not file.exists() or file.read_text(encoding="utf-8") != page]
    for file in changed:
        files.replace(file, written[file])
    return [*made, pom, *changed]


def lecture(name: str) -> list[Path]:
    """The notebook and the index."""
    place = finding.ORIGINALS / f"{name}.ipynb"
    files.replace(place, filled("lecture/notebook.ipynb", name))
    return [place, index.INDEX] if index.write() else [place]


def main(args: list[str]) -> int:
    options = arguments(args)
    for file in (assignment if options.kind == "assignment" else lecture)(options.name):
        print(f"wrote {file.relative_to(paths.ROOT).as_posix()}")
    return 0
