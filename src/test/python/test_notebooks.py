"""The committed notebooks, executed again: on each kernel they give the outputs that they were committed with."""
import re

import pytest
from project import ROOT, course, tree_state

NOTEBOOKS = sorted(path.relative_to(ROOT / "notebooks").as_posix() for path in (ROOT / "notebooks").rglob("*.ipynb")
                   if ".ipynb_checkpoints" not in path.parts)
LINE = re.compile(r"^(ok|FAIL) +(\S+\.ipynb) .*(?:\n {6}.*)*", re.MULTILINE)


@pytest.fixture(scope="module", params=["java", "jjava-stock"])
def told(request):
    """What one run of all notebooks, two at a time, tells of each."""
    before = tree_state()
    answer = course("run", "--kernel", request.param, "--check")
    assert answer.stderr == ""
    assert tree_state() == before
    return {match[2]: match[0] for match in LINE.finditer(answer.stdout)}


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_gives_its_committed_outputs(told, notebook):
    assert told[notebook].startswith("ok"), told[notebook]


def test_there_are_notebooks(told):
    assert sorted(told) == NOTEBOOKS != []
