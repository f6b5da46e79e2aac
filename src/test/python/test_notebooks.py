"""The committed notebooks: their code fits a projector, and executed again, on each kernel, they give the outputs that
they were committed with."""
import functools
import json
import re

import pytest

from project import ROOT, course, tree_state

NOTEBOOKS = sorted(path.relative_to(ROOT / "notebooks").as_posix() for path in (ROOT / "notebooks").rglob("*.ipynb")
                   if ".ipynb_checkpoints" not in path.parts)
FEW = ("00-start-here.ipynb", "04-forward-pass.ipynb", "06-softmax.ipynb")  # on other kernels and in a browser
FEW_OR_ALL = [pytest.param(name, marks=[] if name in FEW else [pytest.mark.full]) for name in NOTEBOOKS]
WIDTH = 74  # the columns of a code cell that JupyterLab shows on a screen of 1024 x 700 pixels
LINE = re.compile(r"^(ok|FAIL) +(\S+\.ipynb) .*(?:\n {6}.*)*", re.MULTILINE)


def few(config) -> list[str]:
    """The notebooks that run on the other kernels."""
    return NOTEBOOKS if config.getoption("--tier") == "full" else list(FEW)


@pytest.fixture(scope="session")
def told(pytestconfig):
    """What one run of the notebooks on a kernel, two at a time, tells of each."""
    @functools.cache
    def of(kernel: str) -> dict[str, str]:
        before = tree_state()
        chosen = [f"notebooks/{name}" for name in few(pytestconfig)] if kernel != "java" else []
        answer = course("run", *chosen, "--kernel", kernel, "--check")
        assert answer.stderr == ""
        assert tree_state() == before
        return {match[2]: match[0] for match in LINE.finditer(answer.stdout)}
    return of


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_gives_its_committed_outputs(told, notebook):
    assert told("java")[notebook].startswith("ok"), told("java")[notebook]


@pytest.mark.parametrize("notebook", FEW_OR_ALL)
def test_it_gives_its_committed_outputs_on_a_stock_jjava(told, notebook):
    assert told("jjava-stock")[notebook].startswith("ok"), told("jjava-stock")[notebook]


def test_there_are_notebooks(told):
    assert sorted(told("java")) == NOTEBOOKS != []


@pytest.mark.quick
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_its_code_fits_a_projector(notebook):
    """No line of a code cell is cut on the right, where the lecture is shown."""
    cells = json.loads((ROOT / "notebooks" / notebook).read_text(encoding="utf-8"))["cells"]
    code = {cell["id"]: "".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"}
    wide = [f"{notebook}, cell {name}, line {k} has {len(line)} columns, more than {WIDTH}: {line}"
            for name, source in code.items() for k, line in enumerate(source.split("\n"), 1) if len(line) > WIDTH]
    assert not wide, "\n".join(wide)
