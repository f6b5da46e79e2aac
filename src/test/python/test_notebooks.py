"""The committed notebooks: their code fits a projector, and executed again, on each kernel, they give the outputs that
they were committed with."""
import json
import re

import pytest

from project import ROOT, course, tree_state

NOTEBOOKS = sorted(path.relative_to(ROOT / "notebooks").as_posix() for path in (ROOT / "notebooks").rglob("*.ipynb")
                   if ".ipynb_checkpoints" not in path.parts)
WIDTH = 74  # the columns of a code cell that JupyterLab shows on a screen of 1024 x 700 pixels
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


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_its_code_fits_a_projector(notebook):
    """No line of a code cell is cut on the right, where the lecture is shown."""
    cells = json.loads((ROOT / "notebooks" / notebook).read_text(encoding="utf-8"))["cells"]
    code = {cell["id"]: "".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"}
    wide = [f"{notebook}, cell {name}, line {k} has {len(line)} columns, more than {WIDTH}: {line}"
            for name, source in code.items() for k, line in enumerate(source.split("\n"), 1) if len(line) > WIDTH]
    assert not wide, "\n".join(wide)
