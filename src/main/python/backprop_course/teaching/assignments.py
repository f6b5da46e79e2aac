"""The course's assignments, an instructor's own over them, and nbgrader's step that makes the student's version."""
from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from backprop_course.kernel import kernelspec
from backprop_course.setup import files, paths
from backprop_course.setup.machine import EXE, Stop
from backprop_course.teaching import library_script, nbgrader_command

# what stands in an assignment's folder for instructors: nbgrader hands all that it finds in its source folder to students
INSTRUCTORS = ("public", "hidden", "texts*.properties", "wrong-answers.json", "instructor.md", ".ipynb_checkpoints")


def names(private: Path | None) -> list[str]:
    """The course's assignments and those that an instructor has added."""
    folders = [paths.EXERCISES] + ([private / "exercises"] if private else [])
    return sorted({path.parent.name for folder in folders for path in folder.glob("*/*.ipynb")
                   if path.stem == path.parent.name})


def find(name: str, private: Path | None) -> str:
    there = names(private)
    found = [other for other in there if other == name] or [other for other in there if other.startswith(name)]
    if len(found) != 1:
        what = "more than one assignment" if found else "no assignment"
        raise Stop(f"There is {what} {name!r}; there are {', '.join(there)}.", 2)
    return found[0]


def wrong_answers(name: str) -> list[dict[str, Any]]:
    """The known wrong answers that tell their points: of these a class is made. Others only show that each usual mistake
    is named."""
    rows: list[dict[str, Any]] = json.loads((paths.EXERCISES / name / "wrong-answers.json").read_text(encoding="utf-8"))
    return [row for row in rows if "points" in row]


def check_private(private: Path | None) -> None:
    if private and not ((private / "exercises").is_dir() or (private / "java").is_dir()):
        raise Stop(f"--private must be a folder with exercises/ or java/ in it, got {private}.", 2)


def lay_out(course: Path, name: str, private: Path | None) -> None:
    """The course's folder: nbgrader's settings, which may be changed there; the assignment's source, the instructor's own
    files over it, and the script that loads the library, which nbgrader takes along to students."""
    course.mkdir(parents=True, exist_ok=True)
    settings = course / nbgrader_command.CONFIG.name
    if not settings.exists():
        files.replace(settings, nbgrader_command.CONFIG.read_bytes())
    source = course / "source" / name
    shutil.rmtree(source, ignore_errors=True)
    for origin in (paths.EXERCISES / name, private and private / "exercises" / name):
        if origin and origin.is_dir():
            shutil.copytree(origin, source, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*INSTRUCTORS))
    library_script.put_beside(source)


def compile_private(private: Path | None, jar: Path) -> bool:
    """An instructor's own hidden tests as a jar, the same for the same tests; false if there are none."""
    java = private and private / "java"
    if not java or not java.is_dir():
        return False
    sources = sorted(java.rglob("*.java"))
    class_path = [nbgrader_command.instructor_jar(), kernelspec.library_jar()]
    with tempfile.TemporaryDirectory(dir=paths.TARGET) as classes:
        javac = Path(kernelspec.chosen_java()).with_name(f"javac{EXE}")
        done = subprocess.run([javac, "-parameters", "-d", classes, "-cp", os.pathsep.join(map(str, class_path)), *sources],
                              capture_output=True, text=True)
        if done.returncode:
            raise Stop(f"The hidden tests in {java} do not compile:\n{done.stderr.strip()}", 2)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            for file in sorted(Path(classes).rglob("*.class")):
                archive.writestr(zipfile.ZipInfo(file.relative_to(classes).as_posix()), file.read_bytes())
        files.replace(jar, content.getvalue())
        return True


def generate(course: Path, name: str) -> Path:
    """nbgrader's own step; returns the folder of the student's version."""
    released = course / "release" / name
    if nbgrader_command.nbgrader(course, "generate_assignment", name, "--force", "--log-level=WARN"):
        raise Stop(f"nbgrader could not create the student version of {name}; the lines above say why.")
    return released
