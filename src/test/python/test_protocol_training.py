"""A training in a cell: its live curve, and what an interrupt leaves behind."""
import re

import pytest

from project import wait_until

NET = """
Split split = Digits.load().split(0.8, 7);
Network net = new Network(7, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10));
"""
IN_TRAINER = """Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
    .anyMatch(frame -> frame.getClassName().equals("backprop.train.Trainer"))"""


def test_the_curves_of_a_training_end_as_its_whole_history(kernel):
    cell = kernel.run(NET + "History history = new Trainer(net, new Adam()).train(split.train(), 60);")
    assert cell.kinds[0] == "display_data" and set(cell.kinds[1:]) <= {"update_display_data"}
    assert len(cell.display_ids) == 1
    (curves,) = cell.displays
    assert re.search(r">60 epochs, 1438 examples each, finished</div><img alt=", curves["text/html"])
    assert curves["text/plain"].startswith("Curves over 60 epochs")


@pytest.mark.parametrize("how", ["interrupt", "interrupt_by_message"])
def test_a_long_training_is_seen_and_an_interrupt_ends_it_and_leaves_kernel_and_network_usable(kernel, how):
    kernel.run(NET)
    request = kernel.start("new Trainer(net, new Adam()).train(split.train(), 100000)")
    live = kernel.wait_for(request, "update_display_data")
    assert live.kinds == ["display_data", "update_display_data"] and len(live.display_ids) == 1
    getattr(kernel, how)()
    assert "interrupted" in kernel.finish(request, seconds=10).error
    assert kernel.run("1 + 1", seconds=10).result["text/plain"] == "2"
    wait_until(lambda: kernel.run(IN_TRAINER).result["text/plain"] == "false", seconds=10)
    assert kernel.run("net.predict(split.test().X()).shape()").result["text/plain"] == "(10, 359)"


def test_a_thread_that_trains_is_found(kernel):
    printing = f".listener((epoch, planned) -> System.out.println({IN_TRAINER}))"
    assert kernel.run(NET + f"new Trainer(net, new Adam()){printing}.train(split.train(), 1);").stdout == "true\n"


def test_a_bar_and_a_line_of_text_tell_how_far_a_training_has_come(kernel):
    kernel.run(NET)
    request = kernel.start("Trainer slow = new Trainer(net, new Adam());\nslow.train(split.train(), 100000)")
    first, = kernel.wait_for(request, "display_data").displays
    later = kernel.wait_for(request, "update_display_data").displays or [first]
    kernel.interrupt()
    last = kernel.finish(request, seconds=10)
    line = r"epoch \d+/100000 · batch \d+/45( · [\d,]+ examples/s · (about|at most) .+ left)?"
    assert re.fullmatch(line, first["text/plain"]) and re.fullmatch(line, later[0]["text/plain"])
    assert re.search(r'<progress max="143800000" value="\d+"', first["text/html"])
    told = [content["data"]["text/plain"] for content in last.of("update_display_data")]
    assert re.match(r"stopped by an interrupt in epoch \d+ of 100000", told[-1])


def test_the_trainer_keeps_the_history_of_a_training_that_was_interrupted(kernel):
    kernel.run(NET)
    request = kernel.start("Trainer kept = new Trainer(net, new Adam());\nkept.train(split.train(), 100000)")
    kernel.wait_for(request, "update_display_data")
    kernel.interrupt()
    kernel.finish(request, seconds=10)
    again = kernel.run("int before = kept.history().epochs().size();\n"
                       "new Trainer(net, new Adam()).train(split.train(), 2).epochs().size()")  # waits for the old one
    assert again.result["text/plain"] == "2"
    assert int(kernel.run("before").result["text/plain"]) > 0
    assert kernel.run("kept.history().epochs().size() - before").result["text/plain"] in ("0", "1")
