"""The student edition: it works without Maven and, once set up, without a network; and nothing in it is a secret."""
from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path

import kernelspec
import pytest
import submissions
from project import ROOT, course, lab
from submissions import NAMES

SECRET_NAMES = re.compile(r"HiddenTests|backprop/grade/|instructor|nbgrader_config|gradebook", re.IGNORECASE)
SECRET_WORDS = re.compile(r"BEGIN (SOLUTION|HIDDEN)|END (SOLUTION|HIDDEN)")
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("student") / "backprop"
    done = course("release", "--all", str(folder), "--platforms", "linux-x86_64")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


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


def test_what_it_cannot_do_it_says(edition, without_maven):
    done = course("test", command=[sys.executable, str(edition / "course")], PATH=without_maven)
    assert done.returncode == 2
    assert done.stderr.startswith("There is no command 'test'; the commands are lab, run, clean.")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = course("release", "--all", str(tmp_path))
    assert done.returncode == 2
    assert "--all must name a new or empty folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("args, sentence", [
    (["07x"], "There is no assignment '07x'; there are 0"),
    (["0"], "There is more than one assignment '0'; there are 0"),
    (["--all", "x", "--platforms", "amiga"], "--platforms must be of linux-x86_64, "),
    (["04", "--private", "nowhere"], "--private must be a folder with exercises/ or java/ in it, got nowhere."),
    ([], "give an assignment, as 04, or --all DIR"),
])
def test_bad_input_gets_one_sentence(args, sentence):
    done = course("release", *args)
    assert done.returncode == 2
    assert sentence in done.stderr
