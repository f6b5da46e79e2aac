"""The generated class: the same for the same seed, in the student's own version, and what is said of it holds."""
from __future__ import annotations

import json

import pytest

import submissions
from generators import faults, generated_class
from generators.task import Task

pytestmark = pytest.mark.quick


@pytest.mark.parametrize("name", submissions.NAMES)
def test_the_same_seed_gives_the_same_class(name, tmp_path):
    for folder in "ab":
        generated_class.make(tmp_path / folder, name, 40, 7)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.*"))
    assert len(files) == 41
    assert all((tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes() for file in files)
    other = generated_class.make(tmp_path / "c", name, 40, 8)
    assert other != json.loads((tmp_path / "a" / "expected.json").read_text(encoding="utf-8"))


def test_the_shares_come_out_for_any_size(tmp_path):
    for count, kinds in {100: (45, 35, 10, 5, 5), 20: (9, 7, 2, 1, 1), 3: (2, 1, 0, 0, 0)}.items():
        made = [each["kind"] for each in generated_class.make(tmp_path / str(count), "04", count).values()]
        assert tuple(map(made.count, generated_class.SHARES)) == kinds


@pytest.mark.parametrize("name", submissions.NAMES)
def test_each_change_changes_something(name):
    task = Task(name)
    for ways in faults.WAYS.values():
        for way, change, _ in ways:
            assert all(change(solution) != solution for solution in task.solutions.values()), way
    assert all(task.slipped(slip) != task.solutions[slip["cell"]] for slip in task.slips)


def test_no_submission_tells_a_solution_or_a_hidden_test(tmp_path):
    generated_class.make(tmp_path, "04", 40)
    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.ipynb"))
    assert "BEGIN" not in text and "Exercises.hidden" not in text


def test_what_calls_a_changed_function_has_all_its_points_if_that_is_sure_to_lose_some(tmp_path):
    task = Task("04-backward-pass")
    slip = {"check-relu-prime": 2.0}
    points = generated_class.points_of(task, {"relu-prime": slip}, True)
    assert points["check-relu-prime"] == 2 and points["check-dense-backward"] == 6
    assert {check: points[check] for check in task.checks("relu-backward")} == \
        {check: task.points[check] for check in task.checks("relu-backward")}
    assert "hidden-relu-prime" not in points
    unsure = generated_class.points_of(task, {"relu-prime": {}}, False)
    assert not {"check-relu-backward", "check-backward-pass"} & unsure.keys()
    both = generated_class.points_of(task, {"relu-prime": slip, "relu-backward": {"check-relu-backward": 0}}, True)
    assert "check-relu-backward" not in both  # its own slip beside one that it calls
