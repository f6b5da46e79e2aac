"""What begins an assignment or a lecture: everything that an author needs, and nothing left to be filled in unseen."""
from __future__ import annotations

import json
import re
import shutil

import pytest

from backprop_course.notebooks import finding, index
from backprop_course.setup import paths
from backprop_course.setup.machine import Stop
from generators import generated_class, new
from project import ROOT

pytestmark = pytest.mark.quick

NAME = "99-wind-tunnels"


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The folders that the command writes into."""
    for part in ("exercises", "notebooks"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "pom.xml", tmp_path)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "EXERCISES", tmp_path / "exercises")
    monkeypatch.setattr(finding, "ORIGINALS", tmp_path / "notebooks")
    monkeypatch.setattr(index, "INDEX", tmp_path / "notebooks" / "README.md")
    return tmp_path


def test_an_assignment_is_a_folder_with_all_its_parts(copy, capsys):
    assert new.main(["assignment", NAME]) == 0
    told = {line.removeprefix("wrote ") for line in capsys.readouterr().out.splitlines()}
    made = {path.relative_to(copy).as_posix() for path in (copy / "exercises" / NAME).rglob("*") if path.is_file()}
    java = f"exercises/{NAME}/{{}}/backprop/exercise/wind/{{}}.java"
    assert made == {*(f"exercises/{NAME}/{file}" for file in (
        f"{NAME}.ipynb", "instructor.md", "texts.properties", "wrong-answers.json")),
        java.format("public", "WindTunnelsSquares"), java.format("hidden", "WindTunnelsSquaresHiddenTests")}
    assert told == made | {"pom.xml", "exercises/README.md"}
    assert not [file for file in made if re.search(r"@[A-Z]+@", (copy / file).read_text(encoding="utf-8"))]
    pom = (copy / "pom.xml").read_text(encoding="utf-8")
    assert all(pom.count(f"<source>exercises/{NAME}/{part}</source>") == 1 for part in ("public", "hidden"))
    assert f"[99]({NAME}/{NAME}.ipynb)" in (copy / "exercises/README.md").read_text(encoding="utf-8")


def test_a_class_can_be_generated_of_it(copy, tmp_path):
    new.main(["assignment", NAME])
    made = generated_class.make(tmp_path / "class", NAME, 20)
    assert sum(student["kind"] == "slipped" for student in made.values()) == 7


def test_a_lecture_is_a_notebook_and_a_line_of_the_index(copy, capsys):
    assert new.main(["lecture", NAME]) == 0
    assert capsys.readouterr().out.splitlines() == [f"wrote notebooks/{NAME}.ipynb", "wrote notebooks/README.md"]
    cells = json.loads((copy / "notebooks" / f"{NAME}.ipynb").read_text(encoding="utf-8"))["cells"]
    assert next("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code") == "%load kit.jshell"
    assert all(cell["metadata"]["slideshow"]["slide_type"] for cell in cells)
    assert len({cell["id"] for cell in cells}) == len(cells)


@pytest.mark.parametrize("kind, name, says", [
    ("assignment", "5-few", "must be a number of two digits"), ("lecture", "07-Big", "must be a number of two digits"),
    ("assignment", "04-backward-pass", "exists already"), ("lecture", "06-softmax", "exists already"),
    ("assignment", "99-backward-again", "belongs to 04-backward-pass")])
def test_a_name_that_does_not_fit_is_refused_in_a_sentence(copy, kind, name, says):
    with pytest.raises(Stop, match=says):
        new.main([kind, name])
