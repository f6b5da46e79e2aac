"""The committed notebooks, executed again: on each kernel they give the outputs that they were committed with."""
import pytest
from project import ROOT, course, tree_state

NOTEBOOKS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "notebooks").rglob("*.ipynb")
                   if ".ipynb_checkpoints" not in path.parts)


@pytest.mark.parametrize("kernel", ["java", "jjava-stock"])
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_gives_its_committed_outputs(notebook, kernel):
    before = tree_state()
    answer = course("run", str(ROOT / notebook), "--kernel", kernel, "--check")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stderr == ""
    assert tree_state() == before


def test_there_are_notebooks():
    assert NOTEBOOKS
