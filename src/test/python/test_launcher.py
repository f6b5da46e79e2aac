"""The launcher tells a newcomer what to do, refuses clearly, and does nothing twice."""
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from project import ROOT, code, course, write_notebook

pytestmark = pytest.mark.quick

posix = pytest.mark.skipif(os.name == "nt", reason="stands in for programs by shell scripts, which Windows cannot start")


def program(folder, name, script="exit 1"):
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def call(launcher, *args, **env):
    """Calls the copied launcher with only these variables in its environment."""
    return subprocess.run([sys.executable, str(launcher.ROOT / "course"), *args], env=env, capture_output=True, text=True)


def test_help_starts_with_the_usual_commands():
    for args in ([], ["--help"]):
        answer = course(*args)
        assert answer.returncode == 0
        assert 0 < answer.stdout.index("course lab") < answer.stdout.index("course test") < answer.stdout.index("All commands")


def test_the_help_of_a_verb_needs_no_set_up(launcher):
    answer = call(launcher, "lab", "--help", PATH="")
    assert answer.returncode == 0 and "--no-browser" in answer.stdout


@pytest.mark.parametrize("args, says", [
    (["fly"], "There is no command 'fly'; the commands are lab, run, test"),
    (["test", "--fast"], "./course test does not take --fast; see ./course test --help."),
])
def test_an_unknown_word_is_refused_by_name(args, says):
    answer = course(*args)
    assert answer.returncode == 2 and says in answer.stderr and "Traceback" not in answer.stderr


@posix
def test_all_that_is_missing_is_named_at_once_with_the_way_to_get_it(launcher, tmp_path):
    program(tmp_path / "bin", "apt-get")
    answer = call(launcher, "lab", PATH=str(tmp_path / "bin"))
    assert answer.returncode == 2
    assert "there is no java on PATH" in answer.stderr and "apt install openjdk-17-jdk" in answer.stderr
    assert "there is no mvn on PATH" in answer.stderr and "apt install maven" in answer.stderr
    assert "Traceback" not in answer.stderr


@posix
@pytest.mark.parametrize("modules, says", [
    ("java.base@11.0.2", "is version 11.0.2"),
    ("", "is version older than 9"),
    ("java.base@17.0.1 jdk.jshell@17.0.1", "has no javac next to it"),
])
def test_a_java_that_does_not_do_is_named(launcher, tmp_path, modules, says):
    java = program(tmp_path / "bin", "java", "\n".join(f"echo {module}" for module in modules.split()))
    answer = call(launcher, "build", PATH=str(tmp_path / "bin"))
    assert answer.returncode == 2 and f"{java} {says}" in answer.stderr


@posix
def test_a_java_without_jshell_is_named(launcher, tmp_path):
    program(tmp_path / "bin", "javac")
    java = program(tmp_path / "bin", "java", "echo java.base@21.0.1")
    answer = call(launcher, "build", PATH=str(tmp_path / "bin"))
    assert answer.returncode == 2 and f"jdk.jshell: {java} has none" in answer.stderr


def test_a_wrong_java_home_is_named(launcher, tmp_path):
    answer = call(launcher, "build", PATH="", JAVA_HOME=str(tmp_path / "nothing"))
    assert answer.returncode == 2 and f"JAVA_HOME is {tmp_path / 'nothing'}" in answer.stderr


@pytest.mark.default
@posix
def test_a_second_call_builds_nothing_and_needs_no_network(tmp_path):
    program(tmp_path / "bin", "mvn", f"touch {tmp_path}/called; exit 1")
    notebook = write_notebook(tmp_path / "tiny.ipynb", code("1 + 1"))
    offline: dict[str, Any] = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    path = os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])
    answer = course("run", str(notebook), PATH=path, PIP_NO_INDEX="1", **offline)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.startswith("ok") and answer.stderr == ""
    assert not (tmp_path / "called").exists()


class Steps:
    """Stands in for the long steps: makes the interpreter that `venv` would make, and fails on demand."""

    def __init__(self, launcher):
        self.launcher, self.titles, self.fails = launcher, [], False

    def __call__(self, title, command, *rest):
        self.titles.append(title.split()[0])
        if "venv" in command:
            python = self.launcher.python_of(self.launcher.VENV)
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        return int(self.fails)


def test_an_interrupted_environment_is_made_again_and_a_whole_one_is_kept(launcher, monkeypatch):
    steps = Steps(launcher)
    monkeypatch.setattr(launcher, "step", steps)
    requirements = launcher.ROOT / "binder/requirements.txt"

    def prepare():
        launcher.prepare(launcher.VENV)

    prepare()
    prepare()
    assert steps.titles == ["Creating", "Installing"]

    (launcher.VENV / "course.stamp").unlink()
    prepare()
    assert steps.titles == ["Creating", "Installing"] * 2

    requirements.write_text("other==1")
    steps.fails = True
    with pytest.raises(launcher.Stop, match=r"pip could not install binder/requirements\.txt"):
        prepare()
    steps.fails = False
    prepare()
    assert steps.titles == ["Creating", "Installing"] * 2 + ["Installing", "Creating", "Installing"]


def test_the_jar_is_built_again_when_a_source_changes(launcher):
    java = launcher.Java("java", "17.0.1")
    source = launcher.ROOT / "src/main/java/A.java"
    source.parent.mkdir(parents=True)
    source.write_text("class A {}")
    (launcher.ROOT / "pom.xml").touch()
    before = launcher.stamp_of(java)
    assert launcher.stamp_of(java) == before
    source.write_text("class A { int a; }")
    assert launcher.stamp_of(java) != before
    assert launcher.stamp_of(launcher.Java("java", "25")) != launcher.stamp_of(java)


def test_maven_warns_of_nothing():
    log = ROOT / "target/course/maven.log"
    if not log.exists():
        pytest.skip("Maven has not run since ./course clean")
    text = log.read_text(encoding="utf-8")
    skipped = re.compile(r"\[WARNING\] Tests run: \d+, Failures: 0, Errors: 0, Skipped: ")  # counted in the summary
    assert [line for line in text.splitlines() if "WARN" in line and not skipped.match(line)] == []


def test_clean_leaves_the_work_of_a_student(launcher, capsys):
    (launcher.ROOT / "work").mkdir()
    (launcher.ROOT / "work/mine.ipynb").touch()
    assert launcher.clean([]) == 0
    assert not launcher.TARGET.exists() and (launcher.ROOT / "work/mine.ipynb").exists()
    assert "stays" in capsys.readouterr().out


def test_the_launcher_stays_small():
    assert len((ROOT / "course").read_text(encoding="utf-8").splitlines()) <= 300
