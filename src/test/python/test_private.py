"""An instructor's own variants and hidden tests, kept outside of the repository."""
from __future__ import annotations

import json

import pytest

import submissions
from project import ROOT, course
from submissions import NAMES

NAME = next(name for name in NAMES if "backward" in name)
MINE = """package backprop.exercise.backward;

import backprop.exercise.ExerciseTests;
import backprop.exercise.Points;
import backprop.exercise.TestCases;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@ExerciseTests
final class DenseBackwardHiddenTests {
  @Test @Points(0.5) void mySecret(DenseBackward f, TestCases cases) {
    cases.each(in -> DenseBackward.Tests.Case.drawn(in, 31).require(f));
  }

  @Test @Points(0.25) void neverPasses(DenseBackward f) { Assertions.fail("a secret"); }
}
"""


@pytest.fixture(scope="module")
def private(tmp_path_factory):
    folder = tmp_path_factory.mktemp("private")
    tests = folder / "java" / "backprop" / "exercise" / "backward" / "DenseBackwardHiddenTests.java"
    tests.parent.mkdir(parents=True)
    tests.write_text(MINE)
    variant = folder / "exercises" / NAME / f"{NAME}.ipynb"
    variant.parent.mkdir(parents=True)
    source = (ROOT / "exercises" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    variant.write_text(source.replace('"cells": [', '"cells": [\n  {"cell_type": "markdown", "id": "mine", '
                                      '"metadata": {}, "source": ["My own variant"]},', 1), encoding="utf-8")
    return folder


def test_the_variant_is_released_and_the_own_hidden_tests_count(private, tmp_path):
    done = course("release", NAME, str(tmp_path), "--private", str(private))
    assert done.returncode == 0, done.stdout + done.stderr
    released = (tmp_path / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    assert "My own variant" in released
    submissions.hand_in(tmp_path, "ada", NAME,
                        submissions.filled(json.loads(released), submissions.Assignment(NAME).solutions))
    done = course("nbgrader", "--course", str(tmp_path), "autograde", NAME)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "autograded" / "ada" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    hidden = next(cell for cell in json.loads(page)["cells"]
                  if submissions.grade_id(cell) == "hidden-dense-backward")
    assert "".join(hidden["outputs"][0]["data"]["text/plain"]) == "0.5"
    report = "".join(hidden["outputs"][0]["data"]["text/html"])
    assert "my secret (0.5)" in report and "never passes (0.25)" in report and "a secret" not in report


def test_hidden_tests_that_do_not_compile_are_refused_in_a_sentence(private, tmp_path):
    tests = tmp_path / "java" / "WrongTests.java"
    tests.parent.mkdir()
    tests.write_text("class WrongTests { int x = true; }")
    done = course("release", NAME, str(tmp_path / "course"), "--private", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith(f"The hidden tests in {tests.parent} do not compile:\n")
    assert "boolean cannot be converted to int" in done.stderr
