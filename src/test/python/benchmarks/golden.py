"""`course golden`, which compares Backprop with golden values; the comparison is a program in Java."""
from __future__ import annotations

import argparse
import subprocess

from backprop_course.kernel import kernelspec
from backprop_course.setup.commandline import Parser, folder
from benchmarks import java_programs


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser(
        "golden", "Compare Backprop with golden values, of PyTorch for example.",
        epilog="DIR holds one or more of activations.json, losses.json, networks.json, optimizers.json, batchnorm.json "
        "and convolution.json, in the form of those in src/test/resources/golden. The largest error is told in units of "
        "the tolerance 1e-10 |golden| + 1e-15. Exit code 0: all values are within it; 1: some are not; 2: the files are "
        "not as they must be.")
    parser.add_argument("folder", type=folder, metavar="DIR", help="the folder with the golden files")
    return parser.parse_args(args)


def main(args: list[str]) -> int:
    """The program in Java takes the words as they are."""
    return subprocess.call(java_programs.command(kernelspec.chosen_java(), "backprop.GoldenCommand", *args))
