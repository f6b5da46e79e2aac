"""The committed notebooks on the tests' IJava; test_notebooks.py has the kernels that .venv knows."""
import os
import subprocess

import pytest

import kernelfolders
from backprop_course.setup import paths
from project import PYTHON, ROOT
from test_notebooks import FEW_OR_ALL, LINE, few

FOLDERS = ("CONFIG", "DATA", "RUNTIME")


@pytest.fixture(scope="module")
def told(tmp_path_factory, pytestconfig):
    folder = tmp_path_factory.mktemp("ijava")
    own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in FOLDERS}
    path = str(kernelfolders.write_ijava(folder).parent)
    command = [str(PYTHON), "-B", *paths.module("backprop_course.notebooks.run"),
               *(str(ROOT / "notebooks" / name) for name in few(pytestconfig)), "--kernel", "ijava", "--check"]
    answer = subprocess.run(command, cwd=ROOT, env={**os.environ, **own, "JUPYTER_PATH": path},
                            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=900)
    assert answer.stderr == ""
    return {match[2]: match[0] for match in LINE.finditer(answer.stdout)}


@pytest.mark.parametrize("notebook", FEW_OR_ALL)
def test_it_gives_its_committed_outputs_on_ijava(told, notebook):
    assert told[notebook].startswith("ok"), told[notebook]
