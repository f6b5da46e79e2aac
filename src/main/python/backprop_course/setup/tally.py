"""Counts the tests of JUnit reports, of Maven's and of pytest's, and closes with one plain line."""
from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree


class Tally:
    """Passed, failed and skipped tests over several runners."""

    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0

    def add(self, runner: str, reports: list[Path], code: int) -> None:
        """Adds a runner's reports; one that failed without a failed test counts as a failed test."""
        failed_before = self.failed
        for report in reports:
            for case in ElementTree.parse(report).iter("testcase"):
                self.count(runner, case)
        if code and self.failed == failed_before:
            self.failed += 1
            print(f"FAILED: the {runner} ended with code {code}; the lines above say why.")
        elif not reports:
            self.failed += 1
            print(f"FAILED: the {runner} left no report.")

    def count(self, runner: str, case: ElementTree.Element) -> None:
        name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            self.failed += 1
            print(f"FAILED ({runner}): {name}")
        elif skip is not None:
            self.skipped += 1
            print(f"SKIPPED ({runner}): {name}: {skip.get('message') or (skip.text or '').strip() or 'no reason given'}")
        else:
            self.passed += 1

    def close(self) -> int:
        """Prints the last line; returns the exit code."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        return 1 if self.failed else 0
