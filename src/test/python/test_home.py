"""Nothing is written outside the project's folder: an empty HOME stays empty, the checkout stays clean."""
import os
from pathlib import Path

import pytest

from project import code, course, lab, tree_state, write_notebook

TRACES = (".java", ".jupyter", ".ipython", ".local/share/jupyter", ".javacpp", ".openjfx", ".config/jupyter")
DRAWING = code("""var image = new java.awt.image.BufferedImage(40, 20, 1);
image.createGraphics().drawString("text", 1, 15);
image.getWidth()""")


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def traces():
    """Java does not ask HOME but the system where the user's folder is."""
    real = Path("~").expanduser() if os.name == "nt" else Path(__import__("pwd").getpwuid(os.getuid()).pw_dir)
    return [name for name in TRACES if (real / name).exists()]


def test_running_a_notebook_leaves_no_trace(tmp_path, home):
    before = traces(), tree_state()
    answer = course("run", str(write_notebook(tmp_path / "tiny.ipynb", DRAWING)), HOME=str(home))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert list(home.rglob("*")) == []
    assert (traces(), tree_state()) == before


def test_jupyterlab_leaves_no_trace(tmp_path, home, work):
    before = traces(), tree_state()
    with lab(tmp_path, "--work", str(work), HOME=str(home)) as server:
        server.start_kernel()
    assert list(home.rglob("*")) == []
    assert (traces(), tree_state()) == before
