"""The tests in three tiers: what each leaves out, and how Java's and Python's run side by side."""
from __future__ import annotations

import argparse
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from backprop_course.setup.commandline import Parser

LEFT_OUT = {"quick": "default,full", "default": "full", "full": ""}  # tags of JUnit tests; pytest has --tier
WORKERS = 2  # processes of pytest; a test file stays in one of them, with its kernels and servers
SHOWN = r"Tests run:.*Time elapsed|\[(WARNING|ERROR)\]"


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser("test", "Run the tests: each kind of fault once. What this machine cannot run is "
                    "skipped and reported.")
    tier = parser.add_mutually_exclusive_group()
    for name, help in (("quick", "the tests to run before each commit; they start no kernel, server or browser"),
                       ("full", "all tests")):
        tier.add_argument(f"--{name}", dest="tier", action="store_const", const=name, default="default", help=help)
    return parser.parse_args(args)


def goals(tier: str) -> list[str]:
    """What Maven does beside pytest; the jar is built before, for both need it."""
    return ["surefire:test", "javadoc:jar", "spotless:check", f"-Dtier={tier}", f"-DexcludedGroups={LEFT_OUT[tier]}"]


def pytest(python: Path, tests: Path, tier: str, report: Path) -> list[str]:
    workers = ["-n", str(1 if tier == "quick" else WORKERS), "--dist", "loadfile"]
    return [str(python), "-m", "pytest", "-v", f"--tier={tier}", *workers, f"--junitxml={report}", str(tests)]


def side_by_side(*jobs: Callable[[], int]) -> list[int]:
    """Runs them all to their ends; returns their exit codes."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]
