"""A training in a cell: its live curve, and what an interrupt leaves behind."""
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
    assert curves["text/html"].startswith("<img alt=") and curves["text/plain"].startswith("Curves over 60 epochs")


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
