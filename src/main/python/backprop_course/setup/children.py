"""Processes that end with the one that started them, however that ends."""
from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PR_SET_PDEATHSIG = 1  # of Linux: the signal that a process gets when its parent dies
PATIENCE = 5  # seconds


def started(command: list[str], **options: Any) -> subprocess.Popen[Any]:
    """Starts a process that, on Linux, is killed with this one, SIGKILL included."""
    return subprocess.Popen(command, preexec_fn=follower(os.getpid()) if sys.platform == "linux" else None, **options)


def follower(parent: int) -> Callable[[], None]:
    prctl = ctypes.CDLL(None).prctl

    def follow() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it has died meanwhile
            os.kill(os.getpid(), signal.SIGKILL)
    return follow


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """A process that is ended with the block."""
    process = started(command, **options)
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[Any]) -> None:
    """Ends a process that still runs: politely, so that it ends its own, then at once."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()


def call(command: list[str], **options: Any) -> int:
    """Runs a process to its end; its exit code."""
    with running(command, **options) as process:
        return process.wait()
