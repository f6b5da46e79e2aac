"""Fixtures of the launcher, notebook and browser tests."""
from __future__ import annotations

import shutil
import signal
import sys

import pytest

import kernelfolders
import kernels
from project import ROOT, WORK, load

# in a script's background job Ctrl-C is ignored, by each child too, unless a handler stands here
signal.signal(signal.SIGINT, signal.default_int_handler)


TIERS = ("quick", "default", "full")  # a test without a mark belongs to the default tier


def pytest_addoption(parser) -> None:
    parser.addoption("--tier", choices=TIERS, default="default", help="which tests run: those of this tier and quicker ones")


def pytest_collection_modifyitems(config, items) -> None:
    most = TIERS.index(config.getoption("tier"))
    chosen = [item for item in items if TIERS.index(tier_of(item)) <= most]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def tier_of(item) -> str:
    marks = {mark.name for mark in item.iter_markers()}
    return next((tier for tier in ("full", "default", "quick") if tier in marks), "default")


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
    shutil.rmtree(WORK, ignore_errors=True)
    yield WORK
    shutil.rmtree(WORK, ignore_errors=True)


@pytest.fixture(scope="session", params=kernelfolders.names())
def kernel(request, tmp_path_factory):
    """Each kernel in turn, with the kit in it; the tests share it, so what a test declares has names of its own."""
    with kernels.started(request.param, tmp_path_factory.mktemp("kernel")) as kernel:
        if kernel.name != "java":
            kernel.run(kernels.FIRST_LINE)
        yield kernel
