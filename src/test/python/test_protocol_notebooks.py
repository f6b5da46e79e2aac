"""The committed notebooks on the tests' IJava; test_notebooks.py has the kernels that .venv knows."""
import os
import subprocess

import kernelfolders
import pytest
from project import ROOT
from test_notebooks import NOTEBOOKS

FOLDERS = ("CONFIG", "DATA", "RUNTIME")
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_gives_its_committed_outputs_on_ijava(notebook, tmp_path):
    own = {f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in FOLDERS}
    path = str(kernelfolders.write_ijava(tmp_path).parent)
    command = [PYTHON, "-B", ROOT / "src/main/python/run.py", notebook, "--kernel", "ijava", "--check"]
    answer = subprocess.run(command, cwd=ROOT, env={**os.environ, **own, "JUPYTER_PATH": path},
                            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=900)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.startswith("ok") and answer.stderr == ""
