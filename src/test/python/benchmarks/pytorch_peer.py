"""Training in PyTorch."""
from __future__ import annotations

import numpy as np
import torch
from torch import nn

from benchmarks.numpy_peer import ADAM_ALPHA, ALPHA


class Pytorch:
    """Sequential, CrossEntropyLoss and an optimizer, as PyTorch's tutorials have them."""

    def __init__(self, kind: str, m: int, parameters: list[np.ndarray], X: np.ndarray, Y: np.ndarray):
        self.kind, self.m = kind, m
        self.X, self.y = torch.tensor(X.T.copy()), torch.tensor(Y.argmax(axis=0))
        W = parameters[::2]
        layers: list[nn.Module] = []
        for number, weights in enumerate(W):
            if kind == "conv" and number < 2:
                layers.append(nn.Conv2d(weights.shape[1] // 9, weights.shape[0], 3, padding=1))
            else:
                layers += [nn.Flatten()] * (kind == "conv") + [nn.Linear(weights.shape[1], weights.shape[0])]
            layers += [nn.ReLU()] * (number < len(W) - 1)
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
        with torch.no_grad():
            return float(self.loss(self.net(self.X), self.y))

    def train(self, X: torch.Tensor, y: torch.Tensor) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.net(X), y).backward()
        self.optimizer.step()

    def step(self) -> None:
        if self.kind != "epoch":
            self.train(self.X, self.y)
            return
        order = torch.randperm(len(self.y))
        for start in range(0, len(order), self.m):
            batch = order[start:start + self.m]
            self.train(self.X[batch], self.y[batch])
