"""NumPy or PyTorch as a worker of the bench: a line asks, a line answers, as in backprop.bench.Worker.

It runs in .venv-bench, as `peer.py numpy|pytorch FOLDER THREADS`; the kit has written the initial weights and the batch
into FOLDER. Both take float64, and each the form that is usual and quick there: NumPy has examples as columns like the
kit, PyTorch as rows.
"""
from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

ALPHA = 0.1
BETA1, BETA2, EPSILON, ADAM_ALPHA = 0.9, 0.999, 1e-8, 0.001  # Adam's own defaults, of the kit and of PyTorch
DIGITS = 1797


def read(folder: Path, kind: str, sizes: str, m: int) -> tuple[list, np.ndarray, np.ndarray]:
    """The parameters W[1], b[1], W[2] ..., X (n[0], m) and Y (n[L], m) of a task."""
    n = [int(number) for number in sizes.replace("x", "-").split("-")]
    if kind == "conv":
        height, width, channels, first, second, classes = n
        inputs, area = height * width * channels, height * width
        shapes = [(first, 9 * channels), (first, 1), (second, 9 * first), (second, 1),
                  (classes, second * area), (classes, 1)]
    else:
        inputs, classes = n[0], n[-1]
        shapes = [shape for before, after in zip(n, n[1:]) for shape in ((after, before), (after, 1))]
    examples = DIGITS if kind == "epoch" else m
    shapes += [(inputs, examples), (classes, examples)]
    numbers = np.fromfile(folder / f"{kind}_{sizes}_{m}.bin", dtype="<f8")
    cuts = np.cumsum([rows * cols for rows, cols in shapes])
    assert numbers.size == cuts[-1], f"the file must hold {cuts[-1]} numbers, got {numbers.size}"
    *parameters, X, Y = (part.reshape(shape).copy() for part, shape in zip(np.split(numbers, cuts[:-1]), shapes))
    return parameters, X, Y


class Numpy:
    """The formulas of the course, as one writes them down in NumPy."""

    def __init__(self, kind: str, m: int, parameters: list, X: np.ndarray, Y: np.ndarray):
        self.kind, self.m, self.X, self.Y = kind, m, X, Y
        self.W, self.b = parameters[::2], parameters[1::2]
        self.moments = [(np.zeros_like(p), np.zeros_like(p)) for p in parameters]
        self.t = 0
        self.random = np.random.default_rng(1)

    def forward(self, X: np.ndarray) -> list:
        A = [X]
        for W, b in zip(self.W[:-1], self.b[:-1]):
            A.append(np.maximum(W @ A[-1] + b, 0))
        return [*A, self.W[-1] @ A[-1] + self.b[-1]]

    def loss(self, Z: np.ndarray, Y: np.ndarray) -> tuple[float, np.ndarray]:
        """J, and Ŷ."""
        Z = Z - Z.max(axis=0)
        E = np.exp(Z)
        S = E.sum(axis=0)
        return (np.log(S) - (Y * Z).sum(axis=0)).mean(), E / S

    def cost(self) -> float:
        return float(self.loss(self.forward(self.X)[-1], self.Y)[0])

    def train(self, X: np.ndarray, Y: np.ndarray) -> float:
        """J before the step."""
        A = self.forward(X)
        J, Yhat = self.loss(A[-1], Y)
        dZ = (Yhat - Y) / X.shape[1]  # with the 1/m of all gradients
        gradients = []
        for l in range(len(self.W) - 1, -1, -1):
            gradients += [dZ.sum(axis=1, keepdims=True), dZ @ A[l].T]
            if l > 0:
                dZ = (self.W[l].T @ dZ) * (A[l] > 0)
        parameters = [p for pair in zip(self.W, self.b) for p in pair]
        self.update(parameters, gradients[::-1])
        return J

    def update(self, parameters: list, gradients: list) -> None:
        self.t += 1
        for p, g, (M, V) in zip(parameters, gradients, self.moments):
            if self.kind == "adam":
                M += (1 - BETA1) * (g - M)
                V += (1 - BETA2) * (g * g - V)
                p -= ADAM_ALPHA / (1 - BETA1**self.t) * M / (np.sqrt(V / (1 - BETA2**self.t)) + EPSILON)
            else:
                p -= ALPHA * g

    def step(self) -> None:
        if self.kind != "epoch":
            self.train(self.X, self.Y)
            return
        order = self.random.permutation(self.X.shape[1])
        for start in range(0, order.size, self.m):
            batch = order[start:start + self.m]
            self.train(self.X[:, batch], self.Y[:, batch])


class Pytorch:
    """Sequential, CrossEntropyLoss and an optimizer, as PyTorch's tutorials have them."""

    def __init__(self, kind: str, m: int, parameters: list, X: np.ndarray, Y: np.ndarray):
        import torch
        from torch import nn
        self.torch, self.kind, self.m = torch, kind, m
        self.X, self.y = torch.tensor(X.T.copy()), torch.tensor(Y.argmax(axis=0))
        W, b = parameters[::2], parameters[1::2]
        layers: list = []
        for l, weights in enumerate(W):
            if kind == "conv" and l < 2:
                layers.append(nn.Conv2d(weights.shape[1] // 9, weights.shape[0], 3, padding=1))
            else:
                layers += [nn.Flatten()] * (kind == "conv") + [nn.Linear(weights.shape[1], weights.shape[0])]
            layers += [nn.ReLU()] * (l < len(W) - 1)
        if kind == "conv":
            side = int(X.shape[0]**0.5)
            self.X = self.X.reshape(m, 1, side, side)
        self.net = nn.Sequential(*layers).double()
        with torch.no_grad():
            for own, given in zip(self.net.parameters(), parameters):
                own.copy_(torch.tensor(given).reshape(own.shape))
        self.loss = nn.CrossEntropyLoss()
        optimizer = torch.optim.Adam if kind == "adam" else torch.optim.SGD
        self.optimizer = optimizer(self.net.parameters(), lr=ADAM_ALPHA if kind == "adam" else ALPHA)

    def cost(self) -> float:
        with self.torch.no_grad():
            return self.loss(self.net(self.X), self.y).item()

    def train(self, X, y) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.net(X), y).backward()
        self.optimizer.step()

    def step(self) -> None:
        if self.kind != "epoch":
            self.train(self.X, self.y)
            return
        order = self.torch.randperm(len(self.y))
        for start in range(0, len(order), self.m):
            batch = order[start:start + self.m]
            self.train(self.X[batch], self.y[batch])


def hello(name: str, threads: int) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    if name == "numpy":
        return f"NumPy {np.__version__}, Python {python}"
    import torch
    torch.set_num_threads(threads)
    return f"PyTorch {torch.__version__}, Python {python}"


def main(name: str, folder: str, threads: str) -> None:
    program = {"numpy": Numpy, "pytorch": Pytorch}[name]
    print(hello(name, int(threads)), flush=True)
    running: dict = {}
    for line in sys.stdin:
        question, kind, sizes, m, steps = line.split()
        fresh = lambda: program(kind, int(m), *read(Path(folder), kind, sizes, int(m)))
        if question == "time":
            task = (kind, sizes, m)
            running[task] = one = running.get(task) or fresh()
            start = time.perf_counter()
            for _ in range(int(steps)):
                one.step()
            print(time.perf_counter() - start, flush=True)
        else:
            print(*costs(fresh(), int(steps)), flush=True)


def costs(one, steps: int) -> list[float]:
    """J before each of so many steps."""
    found = []
    for _ in range(steps):
        found.append(one.cost())
        one.step()
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
