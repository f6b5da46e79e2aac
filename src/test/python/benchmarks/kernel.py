"""`course bench start` and `course bench live`: what Backprop costs, and saves, inside its kernel."""
from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from backprop_course.kernel import kernelspec
from backprop_course.setup import files, paths
from backprop_course.setup.commandline import Parser, from_one
from backprop_course.setup.machine import Stop
from benchmarks.measuring import FOLDER, rotated
from benchmarks.progress import Progress
from benchmarks.table import aligned, digits
from benchmarks.training import LOGS

if TYPE_CHECKING:
    from backprop_course.kernel.client import Kernel

FIRST = "1+1"
KIT = "Matrix.ones(2, 2)"  # is there if the library's imports are
ROUNDS = {"start": 10, "live": 7}
ABOUT = {"start": "the time from the start of the course's kernel to the result of 1+1, beside the stock kernel without "
                  "the library",
         "live": "a training in the course's kernel, with and without live curves"}
LIVE, ALONE = "with live curves", "without"
TRAINING = """
Dataset digits = Digits.load().split(0.8, 7).train();
double seconds(boolean live, int epochs) {
  Network net = new Network(7, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10));
  Trainer trainer = new Trainer(net, new Adam());
  if (!live) { trainer.listener((epoch, planned) -> {}); }
  long before = System.nanoTime();
  trainer.train(digits, epochs);
  return (System.nanoTime() - before) / 1e9;
}"""
TRAINED, EPOCHS = 2.0, 300  # a training's least seconds, and the epochs to begin with


def arguments(args: list[str]) -> argparse.Namespace:
    """`args` begin with what to measure."""
    what, *rest = args
    parser = Parser(f"bench {what}", f"Measure {ABOUT[what]}.")
    parser.add_argument("--rounds", type=from_one, default=ROUNDS[what], metavar="N", help="rounds (default: %(default)s)")
    options = parser.parse_args(rest)
    options.what = what
    return options


# ---- start ----

def specs() -> dict[str, Any]:
    """The kernels to start: the course's, the same without its archive, and the one that PyPI's jjava brings."""
    from jupyter_client.kernelspec import KernelSpec
    java = kernelspec.chosen_java()
    kernelspec.ensure(Path(sys.prefix), java)
    kernels = Path(sys.prefix) / "share" / "jupyter" / "kernels"
    return {"kit": KernelSpec.from_resource_dir(str(kernels / "java")),
            "kit without archive": KernelSpec(**kernelspec.course_spec(kernels / "java", java)),
            "stock": KernelSpec.from_resource_dir(str(kernels / "jjava-stock"))}


def start(names: list[str], first_result: Callable[[str], float], count: int) -> dict[str, list[float]]:
    """The seconds of each start, the kernels in turn; a first start of each, for the disk's sake, is not counted."""
    show = Progress("start")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(count + 1):
        for name in rotated(names, number):
            show(f"round {number} of {count}, {name}")
            taken = first_result(name)
            if number:
                seconds[name].append(taken)
    show.close(f"{count} rounds")
    return seconds


def first_result(spec: Any, has_kit: bool, log: Path) -> float:
    """Seconds from the start of the process to the reply to the first cell; then, if asked, the library must be there."""
    from backprop_course.kernel.client import Kernel
    with Kernel(spec, log) as kernel:
        reply = kernel.run(FIRST)
        seconds = time.perf_counter() - kernel.started
        for code, answer in [(FIRST, reply), *([(KIT, kernel.run(KIT))] if has_kit else [])]:
            if answer["status"] != "ok":
                raise Stop(f"The kernel must give the value of {code}, but the cell failed: {answer.get('evalue')}.")
    return seconds


# ---- live ----

def live(seconds: Callable[[bool, int], float], count: int) -> dict[str, list[float]]:
    """The seconds of trainings with and without live curves, in turn, once both are warm and long enough."""
    show = Progress("live")
    show("warming up")
    epochs = EPOCHS
    while min(seconds(True, epochs), seconds(False, epochs)) < TRAINED:
        epochs *= 2
    taken: dict[str, list[float]] = {LIVE: [], ALONE: []}
    for number in range(count):
        for name in rotated([LIVE, ALONE], number):
            show(f"round {number + 1} of {count}, {name}")
            taken[name].append(seconds(name == LIVE, epochs))
    show.close(f"{count} rounds of {epochs} epochs")
    return taken


def in_kernel(kernel: Kernel) -> Callable[[bool, int], float]:
    """The function that trains in a kernel."""
    kernel.run("1")
    if kernel.run(TRAINING)["status"] != "ok":
        raise Stop(f"The kernel must take the cell of the training; it said: {kernel.value(TRAINING)}.")
    return lambda live, epochs: float(kernel.value(f"seconds({str(live).lower()}, {epochs})"))


# ---- what is told ----

def table(title: str, seconds: dict[str, list[float]], base: str) -> str:
    """In Markdown: the medians, their spread, and what part of the base's median they are."""
    lines = [[title, "median s", "least–most", f"ratio to {base}"]]
    for name, s in seconds.items():
        lines.append([name, digits(median(s)), f"{digits(min(s))}–{digits(max(s))}",
                      f"{median(s) / median(seconds[base]):.3f}"])
    return aligned(lines)


def keep(what: str, seconds: dict[str, list[float]]) -> None:
    file = FOLDER / f"{what}.json"
    files.replace(file, json.dumps(seconds, indent=1) + "\n")
    print(f"All times are in {file.relative_to(paths.ROOT)}.")


def main(args: list[str]) -> int:
    options = arguments(args)
    kernels, log = specs(), LOGS / "bench-kernel.log"
    if options.what == "start":
        seconds = start(list(kernels), lambda name: first_result(kernels[name], name != "stock", log), options.rounds)
        print(f"\n{table('kernel', seconds, 'stock')}\n\nSeconds from the start of the kernel to the result of "
              f"{FIRST}: the course's with its extension and imports, the stock one without the library.")
    else:
        from backprop_course.kernel.client import Kernel
        with Kernel(kernels["kit"], log) as kernel:
            seconds = live(in_kernel(kernel), options.rounds)
        ratio = median(a / b for a, b in zip(seconds[LIVE], seconds[ALONE]))
        print(f"\n{table('training', seconds, ALONE)}\n\nSeconds of a training on the digits, 64-32-10 with Adam; the "
              f"median of the rounds' ratios is {ratio:.3f}.")
    keep(options.what, seconds)
    return 0
