"""The words of `course bench` and of its forms, each of which measures something else."""
from __future__ import annotations

import importlib

KERNEL = ("start", "live")  # forms that measure the kit's kernel
GRADE = "grade"  # the form that measures the grader beside nbgrader


def arguments(args: list[str]):
    """What the form that they name makes of them."""
    if args[:1] == [GRADE]:
        return importlib.import_module("benchmarks.grader").arguments(args[1:])
    return importlib.import_module(f"benchmarks.{'kernel' if args and args[0] in KERNEL else 'training'}").arguments(args)
