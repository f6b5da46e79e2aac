"""What `course bench grade` says of a class, without the minutes that marking one takes."""
from __future__ import annotations

import json
import os
import sys
from collections import Counter

import pytest

from benchmarks import grader, nbgrader_sample
from benchmarks.progress import Progress
from generators import faults, generated_class
from project import course

pytestmark = pytest.mark.quick


def test_the_sample_has_each_kind_and_else_the_shares(tmp_path):
    expected = generated_class.make(tmp_path, "04", 60)

    def kinds(count):
        return Counter(expected[student]["kind"] for student in nbgrader_sample.sample(expected, count))

    assert kinds(1) == dict.fromkeys(generated_class.SHARES, 1)
    assert kinds(8) == {"right": 3, "slipped": 2, "unwritten": 1, "broken": 1, "hostile": 1}
    assert kinds(30) == {"right": 13, "slipped": 10, "unwritten": 3, "broken": 2, "hostile": 2}


def test_the_sample_has_no_flood_of_output_and_ends_with_the_class():
    flood = {"kind": "hostile", "done": [f"relu: {faults.FLOOD}"]}
    assert nbgrader_sample.sample({"a": flood, "b": {"kind": "right", "done": []}}, 5) == ["b"]


def test_marks_that_are_not_as_they_must_be_are_told(tmp_path):
    test = {"cell": "check-relu", "passed": True, "points": 2}
    file = tmp_path / "raw" / "ada.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"exercises": [{"tests": [test, {**test, "passed": False}]}]}))
    ada = {"kind": "slipped", "done": ["relu: a slip"], "points": {"check-relu": 2}}
    assert grader.agreement(tmp_path, {"ada": ada}) == "Of 1 marks that are known 1 are right."
    ada["points"] = {"check-relu": 3, "check-other": 0}
    assert grader.agreement(tmp_path, {"ada": ada}) == """Of 2 marks that are known 0 are right.
  ada (relu: a slip), check-relu: 2, not 3
  ada (relu: a slip), check-other: 0, not 0"""


def test_the_overhead_is_the_median_of_each_part(tmp_path):
    file = tmp_path / "timings.json"
    file.write_text(json.dumps([{"student": str(s), "seconds": 2 * s, "parts": {"run": s}} for s in (1, 5, 2)]))
    assert grader.overhead(file) == "A submission's own time, medians: run 2.000 s, in all 4.000 s."


def test_nbgraders_time_is_read_off_its_log(tmp_path, monkeypatch):
    script = tmp_path / "course"
    script.write_text("for s in ('student-0001', 'student-0002'):\n"
                      "    print(f'[AutogradeApp | INFO] Sanitizing /x/submitted/{s}/04/04.ipynb', flush=True)\n")
    monkeypatch.setattr(nbgrader_sample, "COURSE", [sys.executable, str(script)])
    monkeypatch.setattr(nbgrader_sample, "LOGS", tmp_path)
    spent = nbgrader_sample.times(tmp_path, "04", Progress("x"))
    assert list(spent) == ["student-0001", "student-0002"] and min(spent.values()) > 0


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a process's memory")
def test_the_memory_is_the_process_own():
    assert (grader.memory(os.getpid()) or 0) > 1000 and grader.memory(2 ** 22 + 1) is None


@pytest.mark.parametrize("args, word", [(["--count", "0"], "a whole number from 1"), (["--sizes", "1,x"], "got x")])
def test_arguments_that_make_no_sense_are_refused(args, word):
    done = course("bench", "grade", *args)
    assert done.returncode == 2 and word in done.stderr
