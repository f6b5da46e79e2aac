"""The student edition of the kit: the prebuilt jar, notebooks, data, the assignments as students get them, and the
launcher. No reference solution, hidden test or grader goes along."""
from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import assignments
import kernelspec
import pages
import teach
from machine import Stop
from progress import step

ROOT = teach.ROOT
TARGET = ROOT / "target"
README = ROOT / "src/main/edition/README.md"
WHOLE = ("course", "LICENSE", "NOTICE", "binder/requirements.txt", "notebooks", "data")
FOR_TEACHERS = {"assignments.py", "autograded.py", "benchgrade.py", "edition.py", "generated.py", "grade.py",
                "gradebook.py", "hostile.py", "pages.py", "release.py", "teach.py", "requirements-teach.txt"}
JUNK = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__", ".*", "*.new.ipynb")


def make(folder: Path, private: Path | None, platforms: str | None) -> None:
    """Makes the edition beside its place and then moves it there, so that there is never half of one."""
    folder = folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        raise Stop(f"--all must name a new or empty folder, got {folder}, in which there is something.", 2)
    chosen = which(platforms)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".edition-") as work:
        fresh = Path(work) / "edition"
        copy_kit(fresh, chosen)
        about = copy_assignments(Path(work) / "course", fresh / "exercises", private)
        (fresh / "README.md").write_text(readme(about, chosen), encoding="utf-8")
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
    print(f"The student edition is in {folder}: {len(about)} assignments, for {', '.join(chosen)}.")


def which(platforms: str | None) -> list[str]:
    """The platforms asked for, of those for which the build knows native OpenBLAS."""
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    known = [name for name in re.findall(r"<natives\.platform>([\w-]+)<", pom) if name != "none"]
    chosen = platforms.split(",") if platforms else known
    unknown = [name for name in chosen if name not in known]
    if unknown:
        raise Stop(f"--platforms must be of {', '.join(known)}, got {', '.join(unknown)}.", 2)
    return chosen


def copy_kit(fresh: Path, platforms: list[str]) -> None:
    for name in WHOLE:
        copy(ROOT / name, fresh / name)
    for file in sorted((ROOT / "src/main/python").iterdir()):
        if file.is_file() and file.name not in FOR_TEACHERS:
            copy(file, fresh / file.relative_to(ROOT))
    jar = kernelspec.kit_jar()
    copy(jar, fresh / "target" / jar.name)
    for sources in (TARGET / "docs").glob("*-sources.jar"):
        copy(sources, fresh / "target" / "docs" / sources.name)
    for platform in platforms:
        copy(natives(platform), fresh / "target" / "natives" / platform)


def copy(origin: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_dir():
        shutil.copytree(origin, place, ignore=JUNK)
    else:
        shutil.copy(origin, place)


def natives(platform: str) -> Path:
    """OpenBLAS for a platform, as the build lays it out; Maven brings what is not there yet."""
    folder = TARGET / "natives" / platform
    if not folder.is_dir():
        version = re.search(r"<dependency-plugin\.version>(.*)</", (ROOT / "pom.xml").read_text(encoding="utf-8"))[1]
        command = [shutil.which("mvn"), "-B", "-Dstyle.color=never", f"-Dnatives.platform={platform}",
                   "-Dnatives.skip=false", f"org.apache.maven.plugins:maven-dependency-plugin:{version}:unpack@natives"]
        if step(f"Getting OpenBLAS for {platform}", command, ROOT, TARGET / "course" / "natives.log"):
            raise Stop(f"Maven could not get OpenBLAS for {platform}; the lines above say why.")
    return folder


def copy_assignments(course: Path, place: Path, private: Path | None) -> list[dict]:
    """Each assignment as nbgrader makes it for students; returns what they are about."""
    names = assignments.names(private)
    print(f"Making the student's version of {len(names)} assignments ...", flush=True)
    for name in names:
        assignments.lay_out(course, name, private)
        copy(assignments.generate(course, name), place / name)
    return [pages.assignment(place / name / f"{name}.ipynb") for name in names]


def readme(about: list[dict], platforms: list[str]) -> str:
    rows = "\n".join(f"| [{each['name'][:2]}](exercises/{each['name']}/{each['name']}.ipynb) | {each['title']} | "
                     f"{', '.join(each['read'])} | {each['minutes']} min | {each['points']:g} |" for each in about)
    return README.read_text(encoding="utf-8").replace("{assignments}", rows).replace("{platforms}", ", ".join(platforms))

