"""The student edition of the course: the prebuilt jar, notebooks, data, the assignments as students get them, and the
launcher. No reference solution, hidden test or grader goes along."""
from __future__ import annotations

import ast
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from backprop_course.kernel import kernelspec
from backprop_course.setup.machine import Stop
from backprop_course.setup.paths import ROOT, SOURCES, TARGET
from backprop_course.teaching import assignments, natives
from backprop_course.teaching.about import assignment as about_assignment

README = ROOT / "src/main/edition/README.md"
WHOLE = ("course", "LICENSE", "NOTICE", "binder/requirements.txt", "notebooks", "data")
ZIP = ".zip"
JUNK = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__", ".*", "*.new.ipynb")


def check(place: Path) -> None:
    """Nothing is written over."""
    empty = place.is_dir() and place.suffix != ZIP and not any(place.iterdir())
    if place.exists() and not empty:
        what = "which is not empty" if place.is_dir() else "which exists already"
        raise Stop(f"--all must name a new or empty folder, or a new file that ends in {ZIP}; got {place}, {what}.", 2)


def make(place: Path, private: Path | None, platforms: list[str]) -> None:
    """Makes the edition beside its place and then moves it there, so that there is never half of one."""
    place = place.resolve()
    check(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".edition-") as work:
        fresh = Path(work) / place.stem if place.suffix == ZIP else Path(work) / "edition"
        copy_kit(fresh, platforms)
        about = copy_assignments(Path(work) / "course", fresh / "exercises", private)
        (fresh / "README.md").write_text(readme(about, platforms), encoding="utf-8")
        size = sum(file.stat().st_size for file in fresh.rglob("*") if file.is_file())
        if place.suffix == ZIP:
            fresh = packed(fresh, Path(work) / "packed")
        elif place.exists():
            place.rmdir()
        fresh.rename(place)
    print(f"The student edition is {place}: {len(about)} assignments, with OpenBLAS for {', '.join(platforms)}; "
          + (f"{megabytes(place.stat().st_size)}, unpacked {megabytes(size)}." if place.is_file() else f"{megabytes(size)}."))


def packed(folder: Path, file: Path) -> Path:
    """A zip that unpacks to the folder; its launcher can be executed there, as here."""
    print("Packing ...", flush=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
    return file


def megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


def copy_kit(fresh: Path, platforms: list[str]) -> None:
    for name in WHOLE:
        copy(ROOT / name, fresh / name)
    for module in launcher():
        copy(module, fresh / module.relative_to(ROOT))
    jar = kernelspec.library_jar()
    copy(jar, fresh / "target" / jar.name)
    for sources in (TARGET / "docs").glob("*-sources.jar"):
        copy(sources, fresh / "target" / "docs" / sources.name)
    for platform in platforms:
        for library in natives.libraries(platform):
            copy(library, fresh / library.relative_to(ROOT))


def launcher() -> list[Path]:
    """The modules of lab and run and those that the launcher imports, with all that they import themselves."""
    notebooks = SOURCES / "backprop_course" / "notebooks"
    found = [ROOT / "course", SOURCES / "start.py", notebooks / "lab.py", notebooks / "run.py"]
    for file in found:  # which grows
        tree = ast.parse(file.read_text(encoding="utf-8"))
        nodes = tree.body if file.name == "course" else ast.walk(tree)  # its verbs import the rest, when they are called
        for node in nodes:
            modules = imported(node) if isinstance(node, ast.ImportFrom) else []
            found += [module for module in modules if module not in found]
    packages = {folder / "__init__.py" for file in found for folder in file.parents if SOURCES in folder.parents}
    return found[1:] + sorted(packages)


def imported(node: ast.ImportFrom) -> list[Path]:
    """The modules of ours that `from package import module`, or `from module import name`, names."""
    place = SOURCES.joinpath(*(node.module or "").split("."))
    files = [place.with_suffix(".py"), *(place / f"{name.name}.py" for name in node.names)]
    return [file for file in files if file.exists()]


def copy(origin: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_dir():
        shutil.copytree(origin, place, ignore=JUNK)
    else:
        shutil.copy(origin, place)


def copy_assignments(course: Path, place: Path, private: Path | None) -> list[dict[str, Any]]:
    """Each assignment as nbgrader makes it for students; returns what they are about."""
    names = assignments.names(private)
    print(f"Creating the student version of {len(names)} assignments ...", flush=True)
    for name in names:
        assignments.lay_out(course, name, private)
        copy(assignments.generate(course, name), place / name)
    return [about_assignment(place / name / f"{name}.ipynb") for name in names]


def readme(about: list[dict[str, Any]], platforms: list[str]) -> str:
    rows = "\n".join(f"| [{each['name'][:2]}](exercises/{each['name']}/{each['name']}.ipynb) | {each['title']} | "
                     f"{', '.join(each['read'])} | {each['minutes']} min | {each['points']:g} |" for each in about)
    return README.read_text(encoding="utf-8").replace("{assignments}", rows).replace("{platforms}", ", ".join(platforms))

