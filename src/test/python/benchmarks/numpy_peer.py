"""Training in NumPy."""
from __future__ import annotations

import numpy as np

ALPHA = 0.1
BETA1, BETA2, EPSILON, ADAM_ALPHA = 0.9, 0.999, 1e-8, 0.001  # Adam's own defaults, of Backprop and of PyTorch


class Numpy:
    """The formulas of the course, as one writes them down in NumPy."""

    def __init__(self, kind: str, m: int, parameters: list[np.ndarray], X: np.ndarray, Y: np.ndarray):
        self.kind, self.m, self.X, self.Y = kind, m, X, Y
        self.W, self.b = parameters[::2], parameters[1::2]
        self.moments = [(np.zeros_like(p), np.zeros_like(p)) for p in parameters]
        self.t = 0
        self.random = np.random.default_rng(1)

    def forward(self, X: np.ndarray) -> list[np.ndarray]:
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
        for layer in range(len(self.W) - 1, -1, -1):
            gradients += [dZ.sum(axis=1, keepdims=True), dZ @ A[layer].T]
            if layer > 0:
                dZ = (self.W[layer].T @ dZ) * (A[layer] > 0)
        parameters = [p for pair in zip(self.W, self.b) for p in pair]
        self.update(parameters, gradients[::-1])
        return J

    def update(self, parameters: list[np.ndarray], gradients: list[np.ndarray]) -> None:
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
