"""Every command reads its words before it acts: --help and whatever is wrong with them leave everything as it was."""
from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT, load

pytestmark = pytest.mark.quick

VERBS = load(ROOT / "course", "course_of_the_commands").VERBS  # a new one is tested by itself
FORMS = {"bench": ("start", "live", "grade"), "nbgrader": ("formgrader", "export")}
COMMANDS = [[verb] for verb in VERBS] + [[verb, form] for verb, forms in FORMS.items() for form in forms]
OF_THE_EDITION = ("lab", "run", "clean")
REFUSED = ["lab 99", "lab 00 01", "lab --edit 99", "lab --port many", "lab --port {taken}", "run 99", "run --timeout 0",
           "run --save --check", "test quick", "golden", "golden nowhere", "golden {root} {root}", "bench fly",
           "bench --rounds 0", "bench --micro --peers", "bench start now", "bench live --rounds 1.5",
           "bench grade --assignment 99", "build all", "release", "release 99", "release 04 {root} more",
           "release 04 --platforms linux-x86_64", "release --all {root}", "release --all new --platforms amiga",
           "release 04 --private nowhere", "grade", "grade 99 {root} --out out", "grade 04 nowhere --out out",
           "grade 04 {root}", "grade 04 {root} --out out --jobs 0", "grade 04 {root} --out out --due tomorrow",
           "grade 04 {root} --out out --nbgrader {root}", "nbgrader", "nbgrader formgrade", "nbgrader --course nowhere export",
           "nbgrader --course {root} export", "nbgrader formgrader --port {taken}", "clean target"]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


class Copy:
    """A launcher's folder in which every program that a command might start notes that it was called."""

    def __init__(self, folder: Path, edition: bool):
        self.folder, self.called, self.bin = folder / "project", folder / "called", folder / "bin"
        for tree in ("src/main/python", *([] if edition else ["src/test/python/benchmarks", "src/test/python/generators"])):
            shutil.copytree(ROOT / tree, self.folder / tree, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("course", "binder/requirements.txt", *([] if edition else ["pom.xml"])):
            (self.folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, self.folder / name)
        for notebook in (*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "exercises").glob("*/*.ipynb")):
            self.touch(notebook.relative_to(ROOT))
        for program in ("mvn", "java", "javac", "pip"):
            self.program(self.bin / program)

    def touch(self, name: Path) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).touch()

    def program(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\necho $0 $* >> {self.called}\nexit 1\n")
        file.chmod(0o755)

    def furnish(self) -> None:
        """What has been built and installed, and what a student wrote."""
        for name in ("target/backprop-0.1.0.jar", "target/course/maven.log", "target/tmp/a", "target/kernel/a",
                     "work/mine.ipynb"):
            self.touch(Path(name))
        for venv in (".venv", ".venv-teach", ".venv-test", ".venv-bench"):
            self.program(self.folder / venv / "bin/python")

    def state(self) -> dict:
        return {path.relative_to(self.folder).as_posix(): path.is_file() and path.read_bytes()
                for path in self.folder.rglob("*")}

    def call(self, *words: str) -> subprocess.CompletedProcess:
        """Calls the launcher, which must do nothing but answer."""
        before = self.state()
        done = subprocess.run([sys.executable, str(self.folder / "course"), *words], cwd=self.folder, encoding="utf-8",
                              capture_output=True, stdin=subprocess.DEVNULL, env={"PATH": str(self.bin)})
        assert not self.called.exists(), self.called.read_text()
        assert self.state() == before
        return done


@pytest.fixture(params=["bare", "furnished"])
def copy(request, tmp_path):
    copy = Copy(tmp_path, edition=False)
    if request.param == "furnished":
        copy.furnish()
    return copy


@pytest.fixture(params=["bare", "furnished"])
def edition(request, tmp_path):
    copy = Copy(tmp_path, edition=True)
    if request.param == "furnished":
        copy.furnish()
    return copy


def explains(copy: Copy, command: list[str]) -> None:
    for help in ("--help", "-h"):
        done = copy.call(*command, help)
        assert done.returncode == 0 and done.stderr == ""
        assert done.stdout.startswith("usage: ") and " ".join(command) in done.stdout and "--help" in done.stdout


def refuses(copy: Copy, *words: str) -> str:
    done = copy.call(*words)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and done.stderr.endswith(".\n") and "Traceback" not in done.stderr
    return done.stderr


posix = pytest.mark.skipif(os.name == "nt", reason="stands in for programs by shell scripts, which Windows cannot start")


@posix
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_explains_and_an_unknown_option_is_refused(copy, command):
    explains(copy, command)
    if command != ["nbgrader", "export"]:  # whose other words are nbgrader's
        refuses(copy, *command, "--no-such-option")


@posix
@pytest.mark.parametrize("verb", OF_THE_EDITION)
def test_so_it_is_in_the_student_edition(edition, verb):
    explains(edition, [verb])
    assert "--no-such-option" in refuses(edition, verb, "--no-such-option")


@posix
@pytest.mark.parametrize("words", REFUSED)
def test_what_makes_no_sense_is_refused_before_anything_is_built(tmp_path, words):
    copy = Copy(tmp_path, edition=False)
    with socket.socket() as other:
        other.bind(("localhost", 0))
        other.listen()
        root, taken = str(copy.folder), str(other.getsockname()[1])
        refuses(copy, *(word.format(root=root, taken=taken) for word in words.split()))


@posix
def test_help_comes_first_whatever_else_is_wrong(tmp_path):
    copy = Copy(tmp_path, edition=False)
    for words in ("clean everything --help", "lab 99 --help", "grade 99 nowhere --fast -h", "bench --rounds 3 --help"):
        assert copy.call(*words.split()).stdout.startswith("usage: ./course"), words


@posix
def test_what_clean_says_it_removes_it_removes(tmp_path):
    for edition, gone, stays in ((False, {"target", ".venv", ".venv-teach", ".venv-test", ".venv-bench"}, {"work/mine.ipynb"}),
                                 (True, {"target/course", "target/tmp", "target/kernel", ".venv"},
                                  {"target/backprop-0.1.0.jar", "work/mine.ipynb"})):
        copy = Copy(tmp_path / f"edition-{edition}", edition)
        copy.furnish()
        help = " ".join(copy.call("clean", "--help").stdout.split())
        assert ("what the commands left in target/" in help) == edition and ("Remove target/" in help) != edition
        subprocess.run([sys.executable, str(copy.folder / "course"), "clean"], check=True, stdout=subprocess.DEVNULL)
        assert stays <= copy.state().keys() and not gone & copy.state().keys()


@pytest.mark.parametrize("verb", VERBS)
def test_the_usage_that_all_commands_share_names_the_options_that_there_are(verb):
    forms = [[], ["formgrader"]] if verb == "nbgrader" else [[]]
    helps = [subprocess.run([sys.executable, str(ROOT / "course"), verb, *form, "--help"], capture_output=True,
                            encoding="utf-8").stdout for form in forms]
    known = {option for help in helps for option in OPTION.findall(help.split("\n\n")[0])}
    told = set(OPTION.findall(VERBS[verb].usage))
    assert told <= known
    assert known == told or "[OPTIONS]" in VERBS[verb].usage
