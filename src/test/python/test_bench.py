"""`course bench`: what it asks, what it refuses, what it writes; times themselves are not tested."""
import json
import os
import sys

import pytest

from backprop_course.setup.machine import Stop
from benchmarks import kernel, measuring, nets, training
from benchmarks.table import Row, as_json, table
from benchmarks.worker import Worker
from project import ROOT, course

pytestmark = pytest.mark.quick

NET = nets.NETS[0]


@pytest.mark.parametrize("args, says", [
    (["--peer"], "does not take --peer; see"),
    (["--rounds", "0"], "--rounds must be a whole number from 1, got 0"),
    (["--rounds", "many"], "got many"),
    (["--nets", "784-10"], "--nets must name nets, of 784-100-10, 784-256-128-10"),
    (["--json", str(ROOT)], "--json must name a file"),
    (["--micro", "--peers"], "--micro goes alone"),
])
def test_an_option_it_does_not_know_or_a_value_that_does_not_do_is_refused(args, says):
    answer = course("bench", *args)
    assert answer.returncode == 2 and says in answer.stderr and "Traceback" not in answer.stderr


def test_nets_are_chosen_by_name_and_by_m():
    def chosen(text):
        return [str(net) for net in training.arguments(["--nets", text]).nets]

    assert chosen("784-100-10") == ["784-100-10 m=64", "784-100-10 m=512"]
    assert chosen("784-100-10/512,adam 784-100-10") == ["784-100-10 m=512", "adam 784-100-10 m=64"]
    assert [net.m for net in training.arguments([]).nets[:6]] == [64, 512, 128, 32, 64, 256]
    assert len({(net.name, net.m) for net in nets.NETS}) == len(nets.NETS)


@pytest.mark.default
def test_a_short_run_measures_and_writes_what_it_measured(tmp_path):
    file = tmp_path / "new/times.json"
    answer = course("bench", "--rounds", "2", "--nets", "2-16-16-2", "--json", str(file))
    assert answer.returncode == 0 and answer.stderr == "", answer.stdout + answer.stderr
    rows = json.loads(file.read_text(encoding="utf-8"))
    assert [list(row) for row in rows] == [["net", "m", "program", "us"]] * 2
    assert [(row["net"], row["m"], row["program"]) for row in rows] == [("2-16-16-2", 64, "kit"), ("2-16-16-2", 64, "products")]
    assert all(len(row["us"]) == 2 and min(row["us"]) > 0 for row in rows)
    assert "| 2-16-16-2 | 64 |" in answer.stdout and "kit/products" in answer.stdout
    assert (ROOT / "target/bench/bench.png").read_bytes().startswith(b"\x89PNG")


def test_the_table_has_medians_spreads_and_ratios_of_what_was_measured():
    rows = [Row("2-2", 64, "kit", [30.0, 10.0, 20.04]), Row("2-2", 64, "products", [10.0, 10.0, 10.0]),
            Row("2-2", 64, "pytorch", [3000.4, 3000.4]), Row("conv 8", 4, "kit", [0.25]), Row("conv 8", 4, "pytorch", [1.0])]
    head, rule, *lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table(rows).splitlines()]
    assert head == ["net", "m", "kit µs", "products µs", "pytorch µs", "kit/products", "pytorch/kit"]
    assert all(cell.startswith("-") for cell in rule)
    assert lines[0] == ["2-2", "64", "20 (10–30)", "10 (10–10)", "3000 (3000–3000)", "2.00", "149.72"]
    assert lines[1] == ["extra: conv 8", "4", "0.25 (0.25–0.25)", "", "1 (1–1)", "", "4.00"]
    assert len({len(line) for line in table(rows).splitlines()}) == 1


def test_json_is_the_list_of_rows():
    row = Row("2-2", 64, "kit", [1.5, 2.0])
    assert json.loads(as_json([row])) == [{"net": "2-2", "m": 64, "program": "kit", "us": [1.5, 2.0]}]


class Fake(Worker):
    """A worker whose step takes a millisecond, and that notes what it is asked."""

    def __init__(self, name, log, costs=(2.0, 1.0)):
        self.name, self.asked, self.found = name, log, list(costs)

    def time(self, task, steps):
        self.asked.append(self.name)
        return steps * 1e-3

    def costs(self, task, steps):
        return self.found

    def write(self, task, file):
        self.asked.append("write")


class Slow(Fake):
    """Its step takes a second."""

    def time(self, task, steps):
        return float(steps)


def test_the_programs_take_turns_and_the_first_is_another_each_round(monkeypatch):
    monkeypatch.setattr(measuring, "REST", 0)
    log: list[str] = []
    rows = measuring.measure(NET, {name: Fake(name, log) for name in ("kit", "products", "numpy")}, 4)
    assert log[-12:] == ["kit", "products", "numpy", "products", "numpy", "kit", "numpy", "kit", "products",
                         "kit", "products", "numpy"]
    assert [row.program for row in rows] == ["kit", "products", "numpy"]
    assert all(row.us == pytest.approx([1000] * 4) for row in rows)


def test_a_round_is_long_enough():
    assert measuring.warm_up(Fake("kit", []), NET.task) == 200
    assert measuring.warm_up(Slow("kit", []), NET.task) == measuring.LEAST


@pytest.mark.parametrize("other", [[2.0, 1.0 + 1e-6], [2.0, float("nan")]])
def test_programs_that_compute_something_else_are_not_measured(other):
    workers: dict[str, Worker] = {"kit": Fake("kit", []), "numpy": Fake("numpy", [], other)}
    with pytest.raises(Stop, match="numpy must compute what Backprop does on 784-100-10 m=64, but before step 2 J is"):
        measuring.require_agreement(NET, workers)
    measuring.require_agreement(NET, {**workers, "numpy": Fake("numpy", [], [2.0, 1.0 + 1e-11])})


def test_a_worker_that_ends_is_named_with_what_it_said(tmp_path):
    script = "import sys; print('hello', flush=True); input(); sys.exit('no memory left')"
    with Worker("kit", [sys.executable, "-c", script], dict(os.environ), tmp_path) as worker:
        assert worker.hello == "hello"
        with pytest.raises(Stop, match="The program kit of the bench ended; it said: no memory left"):
            worker.time(NET.task, 1)


# ---- the kernel ----

@pytest.mark.parametrize("args, says", [
    (["start", "--rounds", "0"], "--rounds must be a whole number from 1, got 0"),
    (["start", "--peers"], "bench start does not take --peers"),
    (["live", "start"], "bench live does not take start"),
])
def test_what_start_and_live_do_not_know_is_refused(args, says):
    with pytest.raises(Stop, match=says):
        kernel.arguments(args)


def test_the_help_names_start_and_live():
    assert "the kernel (start, live)" in course("--help").stdout
    assert "bench start measure the start of a kernel" in " ".join(course("bench", "--help").stdout.split())
    assert "with and without live curves" in " ".join(course("bench", "live", "--help").stdout.split())


def test_kernels_start_in_turn_and_the_first_round_is_not_counted():
    log = []

    def first_result(name):
        log.append(name)
        return float(len(log))

    assert kernel.start(["kit", "stock"], first_result, 2) == {"kit": [4.0, 5.0], "stock": [3.0, 6.0]}
    assert log == ["kit", "stock", "stock", "kit", "kit", "stock"]


def test_trainings_take_turns_once_they_are_warm_and_long_enough():
    log = []

    def seconds(live, epochs):
        log.append((live, epochs))
        return epochs * (2e-3 if live else 1e-3)

    taken = kernel.live(seconds, 2)
    assert [epochs for _, epochs in log] == [300, 300, 600, 600, 1200, 1200, *[2400] * 6]
    assert [live for live, _ in log[-4:]] == [True, False, False, True]
    assert taken == {kernel.LIVE: [4.8, 4.8], kernel.ALONE: [2.4, 2.4]}


def test_the_table_of_kernels_has_medians_spreads_and_ratios():
    text = kernel.table("kernel", {"kit": [0.8, 1.0, 1.25], "stock": [2.0, 1.0, 4.0]}, "stock")
    head, _, kit, stock = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    assert head == ["kernel", "median s", "least–most", "ratio to stock"]
    assert kit == ["kit", "1", "0.8–1.25", "0.500"] and stock == ["stock", "2", "1–4", "1.000"]


@pytest.mark.default
@pytest.mark.parametrize("what, names", [("start", ["kit", "kit without archive", "stock"]),
                                         ("live", [kernel.LIVE, kernel.ALONE])])
def test_a_short_run_in_the_real_kernel_writes_its_times(what, names):
    answer = course("bench", what, "--rounds", "1")
    assert answer.returncode == 0 and answer.stderr == "", answer.stdout + answer.stderr
    times = json.loads((ROOT / f"target/bench/{what}.json").read_text(encoding="utf-8"))
    assert list(times) == names and all(len(s) == 1 and s[0] > 0 for s in times.values())
    assert all(f"| {name}" in answer.stdout for name in names)
