"""All programs on one network: first alike, then warm, then in turn."""
from __future__ import annotations

import math
import time

from backprop_course.setup import paths
from backprop_course.setup.machine import Stop
from benchmarks.nets import Net
from benchmarks.progress import Progress
from benchmarks.table import Row
from benchmarks.worker import Worker

FOLDER = paths.TARGET / "bench"
WARM_UP, ROUND, LEAST = 1.5, 0.2, 5  # seconds before, seconds of a round, and its least number of steps
REST = 0.1  # seconds after which the threads of the program before no longer spin
AGREE, CHECKED = 1e-9, 5  # programs agree so far, relatively, on J before each of so many steps


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
    """Refuses programs whose J differs from Backprop's before one of the first steps from the same weights."""
    file = FOLDER / f"{net.task.replace(' ', '_')}.bin"
    workers["kit"].write(net.task, file)
    checked = 1 if net.kind == "epoch" else CHECKED  # after an epoch the order of the shuffled examples counts
    expected = workers["kit"].costs(net.task, checked)
    for name in workers.keys() - {"kit", "products"}:
        for number, (J, other) in enumerate(zip(expected, workers[name].costs(net.task, checked)), start=1):
            if not math.isclose(J, other, rel_tol=AGREE, abs_tol=AGREE):
                raise Stop(f"{name} must compute what Backprop does on {net}, but before step {number} "
                           f"J is {other!r} there and {J!r} in Backprop.")


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
