"""An assignment as students get it, on each kernel: its first cells run, and its checks give points."""
from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import kernelfolders
import kernels
import submissions
from backprop_course.teaching import library_script
from generators.task import released
from project import ROOT

NAME = "01-shapes-and-counting"
NOT_HERE = ("The course's library is not here: put the folder of this notebook into the folder work/ of the course, and "
            "open it there.")
DEPTHS = {"java": "release", "jjava-stock": "release", "ijava": "autograded/student", "ijava-real": "release"}


@pytest.fixture
def below_work():
    """A folder of work/, as a student's or a course's."""
    (ROOT / "work").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "work") as folder:
        yield Path(folder)


def handed_out(folder: Path) -> dict[str, str]:
    """Puts beside the notebook what it needs; returns the cells of the student's version by their grade_id."""
    folder.mkdir(parents=True)
    library_script.put_beside(folder)
    book = released(submissions.Assignment(NAME).source)
    return {submissions.grade_id(cell): "".join(cell["source"]) for cell in book["cells"]}


@pytest.mark.parametrize("name", kernelfolders.names())
def test_the_first_cells_run_and_a_check_gives_its_points(name, tmp_path, below_work):
    place = below_work / DEPTHS[name] / NAME
    cells, solutions = handed_out(place), submissions.Assignment(NAME).solutions
    with kernels.started(name, tmp_path, place) as kernel:
        assert kernel.run(cells["imports"]).kinds == []
        kernel.run(cells["dot-product"])
        unwritten = kernel.run(cells["check-dot-product"]).result
        assert unwritten["text/plain"] == "0" and "Not written yet" in unwritten["text/html"]
        assert kernel.run("hint()").result["text/plain"].startswith("Hint 1 of ")
        kernel.run(solutions["dot-product"])
        assert kernel.run(cells["check-dot-product"]).result["text/plain"] == "3"
        assert kernel.run(cells["product-picture"]).result
        assert kernel.run(cells["imports"]).kinds == []


@pytest.mark.parametrize("name", kernelfolders.names())
def test_where_there_is_no_library_it_says_so_in_a_sentence(name, tmp_path):
    place = tmp_path / "elsewhere" / NAME
    cells = handed_out(place)
    with kernels.started(name, tmp_path, place) as kernel:
        if name == "java":  # it has the library itself
            assert kernel.run(cells["imports"]).kinds == []
        else:
            assert NOT_HERE in kernel.fail(cells["imports"]).error


def test_a_notebook_that_came_alone_runs_where_the_library_is(tmp_path):
    place = tmp_path / "elsewhere" / NAME
    cells = handed_out(place)
    (place / library_script.NAME).unlink()
    with kernels.started("java", tmp_path, place) as kernel:
        assert kernel.run(cells["imports"]).kinds == []
        assert kernel.run("DotProduct.class").result
        assert "other.jshell" in kernel.fail("%load other.jshell").error
