"""NumPy or PyTorch as a worker of the bench: a line asks, a line answers, as in backprop.bench.Worker.

It runs in .venv-bench, as `peer.py numpy|pytorch FOLDER THREADS`; Backprop has written the initial weights and the batch
into FOLDER. Both take float64, and each the form that is usual and quick there: NumPy has examples as columns like
Backprop, PyTorch as rows.
"""
from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np

from benchmarks.numpy_peer import Numpy

DIGITS = 1797


class Peer(Protocol):
    """A program that trains."""

    def cost(self) -> float: ...

    def step(self) -> None: ...


def read(folder: Path, kind: str, sizes: str, m: int) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """The parameters W[1], b[1], W[2] ..., X (n[0], m) and Y (n[L], m) of a task."""
    n = [int(number) for number in sizes.replace("x", "-").split("-")]
    if kind == "conv":
        height, width, channels, first, second, classes = n
        inputs, area = height * width * channels, height * width
        shapes = [(first, 9 * channels), (first, 1), (second, 9 * first), (second, 1),
                  (classes, second * area), (classes, 1)]
    else:
        inputs, classes = n[0], n[-1]
        shapes = [shape for before, after in pairwise(n) for shape in ((after, before), (after, 1))]
    examples = DIGITS if kind == "epoch" else m
    shapes += [(inputs, examples), (classes, examples)]
    numbers = np.fromfile(folder / f"{kind}_{sizes}_{m}.bin", dtype="<f8")
    cuts = np.cumsum([rows * cols for rows, cols in shapes])
    assert numbers.size == cuts[-1], f"the file must hold {cuts[-1]} numbers, got {numbers.size}"
    *parameters, X, Y = (part.reshape(shape).copy() for part, shape in zip(np.split(numbers, cuts[:-1]), shapes))
    return parameters, X, Y


def program_of(name: str) -> Callable[..., Peer]:
    """NumPy does without PyTorch, whose start takes seconds."""
    if name == "numpy":
        return Numpy
    from benchmarks.pytorch_peer import Pytorch
    return Pytorch


def hello(name: str, threads: int) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    if name == "numpy":
        return f"NumPy {np.__version__}, Python {python}"
    import torch
    torch.set_num_threads(threads)
    return f"PyTorch {torch.__version__}, Python {python}"


def main(name: str, folder: str, threads: str) -> None:
    program = program_of(name)
    print(hello(name, int(threads)), flush=True)
    running: dict[tuple[str, str, str], Peer] = {}
    for line in sys.stdin:
        question, kind, sizes, m, steps = line.split()
        task = (kind, sizes, m)
        if question == "time":
            if task not in running:
                running[task] = program(kind, int(m), *read(Path(folder), kind, sizes, int(m)))
            one = running[task]
            start = time.perf_counter()
            for _ in range(int(steps)):
                one.step()
            print(time.perf_counter() - start, flush=True)
        else:
            print(*costs(program(kind, int(m), *read(Path(folder), kind, sizes, int(m))), int(steps)), flush=True)


def costs(one: Peer, steps: int) -> list[float]:
    """J before each of so many steps."""
    found = []
    for _ in range(steps):
        found.append(one.cost())
        one.step()
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
