"""The words of `course bench` and of its forms, each of which measures something else."""
from __future__ import annotations

import argparse
import importlib

KERNEL = ("start", "live")  # forms that measure the course's kernel
GRADE = "grade"  # the form that measures the grader beside nbgrader


def arguments(args: list[str]) -> argparse.Namespace:
    """What the form that they name makes of them."""
    if args[:1] == [GRADE]:
        form, args = "grader", args[1:]
    else:
        form = "kernel" if args and args[0] in KERNEL else "training"
    options: argparse.Namespace = importlib.import_module(f"benchmarks.{form}").arguments(args)
    return options
