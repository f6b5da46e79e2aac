"""Measures whole steps of training: Backprop, the products alone, and on request NumPy and PyTorch, all in turn."""
from __future__ import annotations

import argparse
import os
import subprocess
from contextlib import ExitStack
from pathlib import Path

from backprop_course.setup import files, paths
from backprop_course.setup.commandline import COURSE, Parser, from_one
from backprop_course.setup.machine import Stop
from benchmarks import java_programs
from benchmarks.measuring import FOLDER, measure
from benchmarks.nets import NETS, nets
from benchmarks.table import Row, as_json, table
from benchmarks.worker import Worker

LOGS = paths.TARGET / "course"
ROUNDS = 7
MICRO: dict[str, list[str]] = {"backprop.bench.MatrixBenchmark": [], "backprop.bench.StepBenchmark": ["-prof", "gc"]}


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser(
        "bench", "Measure whole steps of training (forward, softmax cross-entropy, backward,\nupdate; float64) in µs: "
        "Backprop, and the matrix products of a step alone.\nThe programs take turns, round by round.",
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


def threads() -> int:
    """Two, or the machine's cores if they are fewer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(2, cores or 1)


def environment(env: dict[str, str]) -> dict[str, str]:
    """The same threads for every BLAS; and the peers import this package."""
    number = str(threads())
    return {**env, "PYTHONPATH": str(Path(__file__).parents[1]),
            **{f"{name}_NUM_THREADS": number for name in ("OPENBLAS", "OMP", "MKL")}}


def main(options: argparse.Namespace, java: str, python: Path, env: dict[str, str]) -> int:
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


def micro(java: str, env: dict[str, str]) -> int:
    for name, options in MICRO.items():
        results = FOLDER / f"{name.rsplit('.', 1)[1]}.json"
        command = java_programs.command(java, "org.openjdk.jmh.Main", name, "-rf", "json", "-rff", str(results), *options)
        if code := subprocess.call(command, env=env):
            return code
    return 0
