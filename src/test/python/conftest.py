"""Fixtures of the launcher, notebook and browser tests."""
from __future__ import annotations

import shutil
import signal
import sys

import pytest

import kernelfolders
import kernels
from project import ROOT, load

# in a script's background job Ctrl-C is ignored, by each child too, unless a handler stands here
signal.signal(signal.SIGINT, signal.default_int_handler)


# the modules whose tests start nothing that takes its time, but where one is marked slow itself
QUICK = {f"test_{name}" for name in (
    "archive", "assignments", "bench", "benchgrade", "comparison", "finding", "generated", "inventory", "kernelspec",
    "labsettings", "launcher", "pages", "python_code", "tally", "workcopies")}


def pytest_collection_modifyitems(items):
    for item in items:
        if item.module.__name__ not in QUICK:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def launcher(tmp_path, monkeypatch):
    """The launcher as a module, at home in a copy of what it needs."""
    for name in ("course", "pom.xml", "binder/requirements.txt", "notebooks/00-start-here.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for folder in ("src/main/python", "src/test/python/benchmarks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.setattr(sys, "path", list(sys.path))
    module = load(tmp_path / "course", "course")
    module.STATE.mkdir(parents=True)
    return module


@pytest.fixture
def work():
    """A work folder beside the real one, removed afterwards."""
    folder = ROOT / "work-test"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", params=kernelfolders.names())
def kernel(request, tmp_path_factory):
    """Each kernel in turn, with the kit in it; the tests share it, so what a test declares has names of its own."""
    with kernels.started(request.param, tmp_path_factory.mktemp("kernel")) as kernel:
        if kernel.name != "java":
            kernel.run(kernels.FIRST_LINE)
        yield kernel
