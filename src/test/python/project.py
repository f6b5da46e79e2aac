"""The project under test: where it is, how its launcher is called, what a tiny notebook looks like."""
from __future__ import annotations

import importlib.machinery
import importlib.util
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from backprop_course.setup.paths import ROOT

NUMBERS = itertools.count(1)
WORK = ROOT / f"work-test-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"  # of this process
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")  # what notebooks run in
COURSE = [sys.executable, str(ROOT / "course")]


def course(*args: str, cwd: Path = ROOT, command: list[str] = COURSE, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, *args], cwd=cwd, env={**os.environ, **env}, stdin=subprocess.DEVNULL,
                          capture_output=True, encoding="utf-8", timeout=900)


def load(file: Path, name: str) -> ModuleType:
    """The launcher, which has no ending, as a module."""
    loader = importlib.machinery.SourceFileLoader(name, str(file))
    spec = importlib.util.spec_from_loader(name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def code(source: str, *tags: str) -> dict:
    return {"cell_type": "code", "id": f"cell-{next(NUMBERS)}", "metadata": {"tags": list(tags)} if tags else {},
            "source": source, "outputs": [], "execution_count": None}


def write_notebook(path: Path, *cells: dict) -> Path:
    content = {"cells": list(cells), "metadata": {"kernelspec": {"name": "java", "display_name": "Java"}},
               "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def tree_state() -> str:
    """What git thinks of the checkout, ignored files aside; empty outside of git."""
    return subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True).stdout


def has_sandbox() -> bool:
    """Whether bubblewrap is there, and allowed to do its work."""
    trial = ["bwrap", "--ro-bind", "/", "/", "--unshare-all", "true"]
    return bool(shutil.which("bwrap")) and subprocess.run(trial, capture_output=True).returncode == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


class Lab:
    """A running `course lab`."""

    def __init__(self, process: subprocess.Popen, address: str, log: Path):
        self.process, self.address, self.log = process, address, log
        self.base, self.token = address.split("/lab")[0], address.split("token=")[1]

    def start_kernel(self) -> None:
        request = urllib.request.Request(f"{self.base}/api/kernels", data=b'{"name": "java"}',
                                         headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status == 201

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


@contextmanager
def lab(tmp_path: Path, *args: str, command: list[str] = COURSE, **env: str):
    """`course lab` in a work folder and with Jupyter folders of its own; ended by Ctrl-C if the test has not done so."""
    with serving(tmp_path, [*command, "lab", *args], **env) as (process, address, log):
        yield Lab(process, address, log)


@contextmanager
def serving(tmp_path: Path, command: list[str], **env: str):
    """A command that serves pages at an address, which it prints: its process, the address, its log."""
    log = tmp_path / "server.log"
    end = command.index("--") if "--" in command else len(command)
    command = [*command[:end], "--no-browser", "--port", str(free_port()), *command[end:]]
    with open(log, "w", encoding="utf-8") as file:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
                                   env={**os.environ, "BACKPROP_STATE": str(tmp_path / "state"), **env})
    try:
        yield process, wait_for_address(process, log), log
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def wait_for_address(process: subprocess.Popen, log: Path) -> str:
    def addresses() -> list[str]:
        return re.findall(r" is at (http\S+)", log.read_text(encoding="utf-8"))

    wait_until(lambda: addresses() or process.poll() is not None)
    assert addresses(), f"the server did not come up:\n{log.read_text(encoding='utf-8')}"
    return addresses()[0]


def wait_until(happened, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(0.1)
