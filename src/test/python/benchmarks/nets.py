"""The networks whose training is measured."""
from __future__ import annotations

import argparse
from typing import NamedTuple


class Net(NamedTuple):
    """What is measured; `programs` are those that can run it."""
    kind: str
    sizes: str
    m: int
    programs: tuple[str, ...] = ("kit", "products", "numpy", "pytorch")

    @property
    def name(self) -> str:
        return self.sizes if self.kind == "sgd" else f"{self.kind} {self.sizes}"

    @property
    def task(self) -> str:
        """In the words of the workers."""
        return f"{self.kind} {self.sizes} {self.m}"

    def __str__(self) -> str:
        return f"{self.name} m={self.m}"


NETS = [
    Net("sgd", "784-100-10", 64),
    Net("sgd", "784-100-10", 512),
    Net("sgd", "784-256-128-10", 128),
    Net("sgd", "64-32-10", 32),
    Net("sgd", "2-16-16-2", 64),
    Net("sgd", "784-1024-1024-10", 256),
    # extra rows: two convolutions, another optimizer, a whole shuffled epoch on the digits
    Net("conv", "8x8x1-16-32-10", 64, ("kit", "pytorch")),
    Net("adam", "784-100-10", 64),
    Net("epoch", "64-32-10", 32, ("kit", "numpy", "pytorch")),
]


def nets(text: str) -> list[Net]:
    chosen = []
    for word in text.split(","):
        found = [net for net in NETS if word in (net.name, f"{net.name}/{net.m}")]
        if not found:
            known = ", ".join(dict.fromkeys(net.name for net in NETS))
            raise argparse.ArgumentTypeError(f"must name nets, of {known}, got {word}")
        chosen += [net for net in found if net not in chosen]
    return chosen
