"""Measures whole steps of training: the kit, the products alone, and on request NumPy and PyTorch, all in turn."""
from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from backprop_course.setup import files, paths
from backprop_course.setup.commandline import COURSE, Parser, from_one
from backprop_course.setup.machine import Stop
from benchmarks import java_programs
from benchmarks.table import Row, as_json, table
from benchmarks.worker import Worker

FOLDER = paths.TARGET / "bench"
LOGS = paths.TARGET / "course"
ROUNDS = 7
WARM_UP, ROUND, LEAST = 1.5, 0.2, 5  # seconds before, seconds of a round, and its least number of steps
REST = 0.1  # seconds after which the threads of the program before no longer spin
AGREE, CHECKED = 1e-9, 5  # programs agree so far, relatively, on J before each of so many steps


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
MICRO = {"backprop.bench.MatrixBenchmark": [], "backprop.bench.StepBenchmark": ["-prof", "gc"]}


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser(
        "bench", "Measure whole steps of training (forward, softmax cross-entropy, backward,\nupdate; float64) in µs: the "
        "kit, and the matrix products of a step alone.\nThe programs take turns, round by round.",
        formatter_class=argparse.RawDescriptionHelpFormatter, epilog=f"""instead:
  {COURSE} bench start   measure the start of a kernel
  {COURSE} bench live    measure what live curves cost a training
  {COURSE} bench grade   measure the grader beside nbgrader
each of which has options of its own, which its --help explains.""")
    parser.add_argument("--peers", action="store_true", help="measure NumPy and PyTorch too, in .venv-bench")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all times into a file")
    parser.add_argument("--rounds", type=from_one, default=ROUNDS, metavar="N", help="rounds (default: %(default)s)")
    parser.add_argument("--nets", type=nets, default=NETS, metavar="NET,...",
                        help="only these, such as 784-100-10, 784-100-10/64 or 'adam 784-100-10'")
    parser.add_argument("--micro", action="store_true",
                        help="instead, JMH's micro-benchmarks of the matrices, and what a step allocates")
    options = parser.parse_args(args)
    if options.micro and len(args) > 1:
        parser.error("--micro goes alone")
    if options.json and options.json.is_dir():
        parser.error(f"--json must name a file, got the folder {options.json}")
    return options


def nets(text: str) -> list[Net]:
    chosen = []
    for word in text.split(","):
        found = [net for net in NETS if word in (net.name, f"{net.name}/{net.m}")]
        if not found:
            known = ", ".join(dict.fromkeys(net.name for net in NETS))
            raise argparse.ArgumentTypeError(f"must name nets, of {known}, got {word}")
        chosen += [net for net in found if net not in chosen]
    return chosen


def threads() -> int:
    """Two, or the machine's cores if they are fewer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(2, cores or 1)


def environment(env: dict) -> dict:
    """The same threads for every BLAS."""
    number = str(threads())
    return {**env, **{f"{name}_NUM_THREADS": number for name in ("OPENBLAS", "OMP", "MKL")}}


def main(options: argparse.Namespace, java: str, python: Path, env: dict) -> int:
    """Measures; `python` is the one that has NumPy and PyTorch, where they are asked for."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if options.micro:
        return micro(java, environment(env))
    commands = {name: java_programs.command(java, "backprop.bench.Worker", name) for name in ("kit", "products")}
    if options.peers:
        peer = [str(python), "-B", str(Path(__file__).with_name("peer.py"))]
        commands |= {name: [*peer, name, str(FOLDER), str(threads())] for name in ("numpy", "pytorch")}
    with ExitStack() as ends:
        workers = {}
        for name, command in commands.items():
            workers[name] = ends.enter_context(Worker(name, command, environment(env), LOGS))
            print(f"{name}: {workers[name].hello}", flush=True)
        results = [row for net in options.nets for row in measure(net, workers, options.rounds)]
    print(f"\n{table(results)}\n\nMedian µs of a step over the rounds ({options.rounds}), in brackets the least and "
          f"the most; {threads()} threads, float64. Of an extra epoch, the whole epoch is a step.")
    return keep(results, options.json, java)


def keep(results: list[Row], copy: Path | None, java: str) -> int:
    """Writes the times, and draws them."""
    file, plot = FOLDER / "bench.json", FOLDER / "bench.png"
    for path in (file, copy) if copy else (file,):
        files.replace(path, as_json(results))
    if any(" " not in row.net for row in results):
        code = subprocess.call(java_programs.command(java, "backprop.bench.Plot", str(file), str(plot)))
        if code:
            raise Stop("The plot could not be drawn; the lines above say why.")
        print(f"The plot is {plot.relative_to(paths.ROOT)}.")
    print(f"All times are in {(copy or file.relative_to(paths.ROOT))}.")
    return 0


def micro(java: str, env: dict) -> int:
    for name, options in MICRO.items():
        results = FOLDER / f"{name.rsplit('.', 1)[1]}.json"
        command = java_programs.command(java, "org.openjdk.jmh.Main", name, "-rf", "json", "-rff", str(results), *options)
        if code := subprocess.call(command, env=env):
            return code
    return 0


# ---- one net ----

def measure(net: Net, workers: dict[str, Worker], count: int) -> list[Row]:
    """All programs on one net: first alike, then warm, then in turn."""
    show = Progress(str(net))
    mine = {name: worker for name, worker in workers.items() if name in net.programs}
    show("checking that all compute the same")
    require_agreement(net, mine)
    show("warming up")
    steps = {name: warm_up(worker, net.task) for name, worker in mine.items()}
    times: dict[str, list[float]] = {name: [] for name in mine}
    for number in range(count):
        show(f"round {number + 1} of {count}")
        for name in rotated(list(mine), number):
            time.sleep(REST)
            times[name].append(1e6 * mine[name].time(net.task, steps[name]) / steps[name])
    rows = [Row(net.name, net.m, name, us) for name, us in times.items()]
    show.close(", ".join(f"{row.program} {row.median:.3g} µs" for row in rows))
    return rows


def rotated(names: list[str], by: int) -> list[str]:
    by %= len(names)
    return names[by:] + names[:by]


def require_agreement(net: Net, workers: dict[str, Worker]) -> None:
    """Refuses programs whose J differs from the kit's before one of the first steps from the same weights."""
    file = FOLDER / f"{net.task.replace(' ', '_')}.bin"
    workers["kit"].write(net.task, file)
    checked = 1 if net.kind == "epoch" else CHECKED  # after an epoch the order of the shuffled examples counts
    expected = workers["kit"].costs(net.task, checked)
    for name in workers.keys() - {"kit", "products"}:
        for number, (J, other) in enumerate(zip(expected, workers[name].costs(net.task, checked)), start=1):
            if not math.isclose(J, other, rel_tol=AGREE, abs_tol=AGREE):
                raise Stop(f"{name} must compute what the kit does on {net}, but before step {number} "
                           f"J is {other!r} there and {J!r} in the kit.")


def warm_up(worker: Worker, task: str) -> int:
    """Runs until the compilers have done their work; returns how many steps make a round."""
    steps, spent = 1, 0.0
    while True:
        seconds = worker.time(task, steps)
        spent += seconds
        if spent >= WARM_UP and seconds >= ROUND / 4:
            return max(LEAST, math.ceil(steps * ROUND / seconds))
        if seconds < ROUND:
            steps *= 2


class Progress:
    """One live line on a terminal; a pipe gets its end alone."""

    def __init__(self, title: str):
        self.title, self.live = title, sys.stdout.isatty()

    def __call__(self, what: str) -> None:
        if self.live:
            print(f"\r\033[K{self.title} ... {what}", end="", flush=True)

    def close(self, what: str) -> None:
        print(f"\r\033[K{self.title}: {what}" if self.live else f"{self.title}: {what}", flush=True)
