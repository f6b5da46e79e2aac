"""The student edition: it works without Maven and, once set up, without a network; and nothing in it is a secret."""
from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import solutions
import submissions
from backprop_course.kernel import kernelspec
from backprop_course.teaching import edition as edition_module
from backprop_course.teaching import natives
from project import ROOT, code, course, lab, write_notebook
from submissions import NAMES

SECRET_NAMES = re.compile(r"HiddenTests|backprop/grade/|instructor|nbgrader_config|gradebook", re.IGNORECASE)
SECRET_WORDS = re.compile(r"BEGIN (SOLUTION|HIDDEN)|END (SOLUTION|HIDDEN)")
SOLUTIONS = solutions.lines()
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """As a student unpacks it."""
    folder = tmp_path_factory.mktemp("student")
    done = course("release", "--all", str(folder / "backprop.zip"), "--platforms", "linux-x86_64")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name for path in folder.iterdir()] == ["backprop.zip"]
    unpack(folder / "backprop.zip")
    assert sorted(path.name for path in folder.iterdir()) == ["backprop", "backprop.zip"]
    return folder / "backprop"


def unpack(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            path = Path(archive.extract(entry, file.parent))
            if entry.external_attr >> 16:  # which Python leaves to others
                path.chmod(entry.external_attr >> 16 & 0o777)


@pytest.fixture
def without_maven(tmp_path):
    """A PATH with java and python alone, and the folder's own launcher."""
    tools = tmp_path / "tools"
    tools.mkdir()
    java = Path(kernelspec.chosen_java()).resolve()
    for name in ("java", "javac"):
        (tools / name).symlink_to(java.with_name(name))
    return str(tools)


def test_it_holds_what_students_need(edition):
    there = {path.relative_to(edition).as_posix() for path in edition.iterdir()}
    assert there == {"course", "LICENSE", "NOTICE", "README.md", "binder", "notebooks", "data", "src", "target", "exercises"}
    assert sorted(path.name for path in (edition / "exercises").iterdir()) == NAMES
    readme = (edition / "README.md").read_text(encoding="utf-8")
    assert "{" not in readme and all(f"(exercises/{name}/{name}.ipynb)" in readme for name in NAMES)
    assert (edition / "target/natives/linux-x86_64").is_dir()


def test_no_file_and_no_jar_in_it_holds_a_secret(edition):
    found = [(name, word) for name, content in contents(edition) for word in secrets(name, content)]
    assert found == []


def test_the_search_would_find_one(tmp_path):
    source = (ROOT / "exercises" / NAMES[0] / f"{NAMES[0]}.ipynb")
    assert len(list(secrets("a.ipynb", source.read_bytes()))) > 1
    jar = next((ROOT / "target").glob("kit-*-instructor.jar"))
    (tmp_path / "b.jar").write_bytes(jar.read_bytes())
    assert any("HiddenTests" in word for name, content in contents(tmp_path) for word in secrets(name, content))


def contents(folder: Path):
    """The name and the bytes of each file, also of those inside of jars."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield name, path.read_bytes()
            if path.suffix == ".jar":
                with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as jar:
                    for entry in jar.namelist():
                        yield f"{name}!{entry}", jar.read(entry)


def secrets(name: str, content: bytes):
    """What is wrong with a file: its name, marks of a solution or a hidden test, a reference solution. (A lecture may
    show what an exercise asks for, as it stands in every book.)"""
    yield from SECRET_NAMES.findall(name)
    if name.endswith((".class", ".so.0", ".so.5", ".so.1", ".jar", ".png")):
        return
    text = content.decode("utf-8", errors="replace")
    yield from (match[0] for match in SECRET_WORDS.finditer(text))
    if name.startswith("notebooks/"):
        return
    yield from solutions.within(text, SOLUTIONS)
    squeezed = squeeze(text)
    for assignment in map(submissions.Assignment, NAMES):
        for cell, source in assignment.solutions.items():
            if squeeze(json.dumps(source.split("// BEGIN SOLUTION")[1].split("// END SOLUTION")[0])[1:-1]) in squeezed:
                yield f"the solution of {cell}"


def squeeze(text: str) -> str:
    """Without spaces, line ends and JSON's way of writing them."""
    return re.sub(r'\\n|[\s",]', "", text)


def test_lab_works_without_maven_and_then_without_a_network(edition, without_maven, tmp_path):
    command = [sys.executable, str(edition / "course")]
    done = course("run", "00", command=command, cwd=edition, PATH=without_maven)
    assert done.returncode == 0, done.stdout + done.stderr
    offline = {"PIP_INDEX_URL": NOWHERE, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "PATH": without_maven}
    state = str(tmp_path / "state")
    with lab(tmp_path, "exercises/" + NAMES[0], command=command, BACKPROP_STATE=state, **offline) as running:
        assert f"/lab/tree/work/exercises/{NAMES[0]}/{NAMES[0]}.ipynb" in running.address
    assert sorted(path.name for path in (edition / "work/exercises").iterdir() if path.is_dir()) == NAMES


def test_openblas_is_found_there_and_the_launcher_can_be_executed(edition, without_maven, tmp_path):
    notebook = write_notebook(tmp_path / "kit.ipynb", code("%kit"))
    done = subprocess.run([edition / "course", "run", str(notebook), "--save"], capture_output=True, encoding="utf-8",
                          env={**os.environ, "PATH": os.pathsep.join([without_maven, os.environ["PATH"]])})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "OpenBLAS" in notebook.read_text(encoding="utf-8")


def test_it_has_the_libraries_that_openblas_needs_and_no_module_of_ours(edition):
    there = {path.name for path in (edition / "target/natives/linux-x86_64").iterdir()}
    assert there == {"libopenblas.so.0", "libgfortran.so.5", "libquadmath.so.0", "libgcc_s.so.1"}
    package = edition / "src/main/python/backprop_course"
    modules = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}
    assert {"__init__.py", "setup/machine.py", "kernel/kernelspec.py", "notebooks/lab.py", "notebooks/run.py"} <= modules
    assert not [module for module in modules if module.startswith("teaching")]
    assert [path.name for path in (edition / "src").iterdir()] == ["main"]


def test_of_the_libraries_beside_openblas_only_those_that_it_names_go_along(tmp_path, monkeypatch):
    monkeypatch.setattr(natives, "TARGET", tmp_path)
    folder = tmp_path / "natives" / "amiga"
    folder.mkdir(parents=True)
    for name, content in {"libopenblas.0.dylib": b"\0libgfortran.5.dylib\0", "libgfortran.5.dylib": b"\0libquadmath.0.dylib\0",
                          "libgfortran.dylib": b"\0libquadmath.0.dylib\0", "libquadmath.0.dylib": b"\0",
                          "libgcc_s.1.dylib": b"\0"}.items():
        (folder / name).write_bytes(content)
    assert [path.name for path in natives.libraries("amiga")] == [
        "libopenblas.0.dylib", "libgfortran.5.dylib", "libquadmath.0.dylib"]


def test_the_platforms_are_those_of_a_class_unless_others_are_asked_for():
    assert natives.which(None) == ["linux-x86_64", "macosx-arm64", "windows-x86_64"]
    assert natives.which("all") == natives.known() and set(natives.which(None)) < set(natives.known())
    assert natives.which("linux-arm64,linux-arm64") == ["linux-arm64"]


@pytest.mark.parametrize("name", ["class", "class.zip"])
def test_there_is_all_of_it_or_nothing(tmp_path, monkeypatch, name):
    place = tmp_path / name

    def copy_kit(fresh: Path, platforms: list[str]) -> None:
        fresh.mkdir()
        (fresh / "course").write_text("the launcher")

    monkeypatch.setattr(edition_module, "copy_kit", copy_kit)
    monkeypatch.setattr(edition_module, "copy_assignments", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        edition_module.make(place, None, [])
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(edition_module, "copy_assignments", lambda *_: [])
    edition_module.make(place, None, [])
    assert list(tmp_path.iterdir()) == [place]
    if place.suffix:
        unpack(place)
    assert sorted(path.name for path in (tmp_path / "class").iterdir()) == ["README.md", "course"]


def test_what_it_cannot_do_it_says(edition, without_maven):
    done = course("test", command=[sys.executable, str(edition / "course")], PATH=without_maven)
    assert done.returncode == 2
    assert done.stderr.startswith("There is no command 'test'; the commands are lab, run, clean.")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    mine = tmp_path / "mine.zip"
    mine.write_text("mine")
    for place in (tmp_path, mine):
        done = course("release", "--all", str(place))
        assert done.returncode == 2
        assert "--all must name a new or empty folder, or a new file" in done.stderr
        assert list(tmp_path.iterdir()) == [mine] and mine.read_text() == "mine"


@pytest.mark.parametrize("args, sentence", [
    (["07x"], "There is no assignment '07x'; there are 0"),
    (["0"], "There is more than one assignment '0'; there are 0"),
    (["--all", "x", "--platforms", "amiga"], "--platforms must be of linux-x86_64, "),
    (["04", "--private", "nowhere"], "--private must be a folder with exercises/ or java/ in it, got nowhere."),
    ([], "give an assignment, such as 04, or --all DIR"),
])
def test_bad_input_gets_one_sentence(args, sentence):
    done = course("release", *args)
    assert done.returncode == 2
    assert sentence in done.stderr
