"""The jars that students get hold no source of a test, of a usual mistake or of a solution."""
from __future__ import annotations

import re
import zipfile

import pytest

import solutions
from backprop_course.kernel import kernelspec
from backprop_course.setup import paths
from backprop_course.teaching import assignments
from project import ROOT

pytestmark = pytest.mark.quick

SOLUTIONS = solutions.lines()
TEST_CODE = re.compile(r"@ExerciseTests?\b(?!;)|\.mistake\(\"|Tests\.class")
ENGINE = "backprop/exercise/"


def entries(jar) -> dict[str, bytes]:
    with zipfile.ZipFile(jar) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


@pytest.fixture(scope="module")
def sources():
    (jar,) = (ROOT / "target/docs").glob("*-sources.jar")
    return {name: content.decode("utf-8", errors="replace") for name, content in entries(jar).items()}


@pytest.fixture(scope="module")
def classes():
    return entries(kernelspec.library_jar())


def test_no_source_of_a_test_or_a_usual_mistake_is_in_the_sources(sources):
    assert len(sources) > 100
    java = [name for name in sources if name.endswith(".java")]
    assert [name for name in java if name.startswith(ENGINE) and name.count("/") > ENGINE.count("/")] == []
    own = {f"{ENGINE}{name}.java" for name in ("ExerciseTest", "ExerciseTests", "TestOrder", "ExerciseRunner")}
    assert [name for name, text in sources.items() if name not in own and TEST_CODE.search(text)] == []


def test_no_line_of_a_solution_is_in_the_sources(sources):
    assert len(SOLUTIONS) > 50
    assert {name: found for name, text in sources.items() if (found := solutions.within(text, SOLUTIONS))} == {}


def test_neither_hidden_tests_nor_a_java_source_nor_the_grader_are_in_the_jar(classes):
    assert [name for name in classes if re.search(r"HiddenTests|^backprop/grade/|\.java$|\.ipynb$|wrong-answers", name)] == []
    assert any(name.startswith(f"{ENGINE}backward/") for name in classes)


def test_no_text_in_the_jar_has_a_line_of_a_solution(classes):
    ours = {name: content.decode("utf-8", errors="replace") for name, content in classes.items() if name.startswith("backprop/")}
    assert {name: found for name, text in ours.items() if (found := solutions.within(text, SOLUTIONS))} == {}


def test_no_hint_is_a_line_of_a_solution():
    for name in assignments.names(None):
        texts = (paths.EXERCISES / name / "texts.properties").read_text(encoding="utf-8")
        values = "\n".join(line.partition(" = ")[2] for line in texts.splitlines())
        assert solutions.within(values, SOLUTIONS) == []


def test_a_line_would_be_found():
    line, cell = next(iter(SOLUTIONS.items()))
    assert solutions.within(f"int a;\n    {line}  // as it stands there\n", SOLUTIONS) == [f"{cell}: {line}"]
