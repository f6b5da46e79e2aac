"""A program that is measured: a long-lived process that answers a line with a line."""
from __future__ import annotations

import subprocess
from pathlib import Path
from typing import IO

from backprop_course.setup.machine import Stop

PATIENCE = 5  # seconds


class Worker:
    """Starts the process, which says first what it is; ends it with the `with` block."""

    def __init__(self, name: str, command: list[str], env: dict[str, str], logs: Path):
        self.name, self.log = name, logs / f"bench-{name}.log"
        logs.mkdir(parents=True, exist_ok=True)
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                                            encoding="utf-8")
        assert self.process.stdin and self.process.stdout  # they are pipes
        self.questions: IO[str] = self.process.stdin
        self.answers: IO[str] = self.process.stdout
        self.hello = ""

    def __enter__(self) -> Worker:
        self.hello = self.answer()
        return self

    def __exit__(self, *error: object) -> None:
        """Its input ends, and so it does; what is in the middle of a long answer is ended."""
        try:
            self.process.communicate(timeout=PATIENCE)
        except (subprocess.TimeoutExpired, OSError):
            self.process.kill()
            self.process.wait()

    def time(self, task: str, steps: int) -> float:
        """The seconds that so many steps took, by the worker's own clock."""
        return float(self.ask(f"time {task} {steps}"))

    def costs(self, task: str, steps: int) -> list[float]:
        """J before each of so many steps from the initial weights."""
        return [float(word) for word in self.ask(f"costs {task} {steps}").split()]

    def write(self, task: str, file: Path) -> None:
        """Has the initial weights and the batch written into a file."""
        self.ask(f"write {task} {file}")

    def ask(self, question: str) -> str:
        try:
            self.questions.write(question + "\n")
            self.questions.flush()
        except OSError:
            pass  # it has ended, as the missing answer will tell
        return self.answer()

    def answer(self) -> str:
        line = self.answers.readline().strip()
        if not line:
            self.process.wait()
            said = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            last = next((line for line in said if "Exception" in line), said[-1] if said else "nothing")
            raise Stop(f"The program {self.name} of the bench ended; it said: {last}. More is in {self.log}.")
        return line
