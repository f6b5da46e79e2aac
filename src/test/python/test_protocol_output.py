"""What a cell prints and displays, however much it is, and what an interrupt leaves behind."""
import pytest


def test_2000_lines_that_are_formatted_come_in_few_messages(kernel):
    cell = kernel.run('for (int i = 0; i < 2000; i++) System.out.printf("epoch %4d cost %.4f%n", i, 0.5);')
    assert cell.stdout == "".join(f"epoch {i:4d} cost 0.5000\n" for i in range(2000))
    assert len(cell.of("stream")) < 400, "a message is sent at most some 20 times a second"


def test_of_200000_lines_the_beginning_and_the_end_come_and_the_kernel_goes_on(kernel):
    cell = kernel.run('for (int i = 0; i < 200_000; i++) System.out.println("line " + i);')
    first, last = cell.stdout.split("... ", 1)
    left_out, last = last.split(" characters are left out here", 1)
    everything = "".join(f"line {i}\n" for i in range(200_000))
    last = last.split("\n", 1)[1]
    assert everything.startswith(first) and everything.endswith(last) and len(first) > 900_000 and len(last) > 1000
    assert int(left_out.replace(",", "")) == len(everything) - len(first) - len(last)
    assert kernel.run("6 * 7").result["text/plain"] == "42"


def test_streams_displays_results_and_threads_keep_their_order(kernel):
    cell = kernel.finish(kernel.start("""
        System.out.print("a"); System.err.print("b"); System.out.print("c");
        display("d", "text/plain");
        Thread printing = new Thread(() -> System.out.print("e"));
        printing.start(); printing.join();
        "f" """))
    assert cell.kinds == ["stdout", "stderr", "stdout", "display_data", "stdout", "execute_result"]
    assert cell.stdout == "ace" and cell.stderr == "b"
    failing = kernel.fail('System.out.print("before"); Integer.parseInt("x")')
    assert failing.kinds == ["stdout", "error"]


def test_no_display_is_lost(kernel):
    cell = kernel.run('for (int i = 0; i < 2500; i++) display("d" + i, "text/plain");')
    assert [shown["text/plain"] for shown in cell.displays] == [f"d{i}" for i in range(2500)]


@pytest.mark.parametrize("loop", [
    "while (System.nanoTime() > 0) System.out.println(\"still here\");",
    "while (System.nanoTime() > 0) display(\"still here\", \"text/plain\");",
])
def test_an_interrupted_cell_leaves_nothing_to_the_next(kernel, loop):
    request = kernel.start(loop)
    kernel.wait_for(request, "stream" if "println" in loop else "display_data")
    kernel.interrupt()
    assert "interrupted" in kernel.finish(request).error.lower()
    assert kernel.run('"next"').kinds == ["execute_result"]
    reading = kernel.client.execute("new Scanner(System.in).nextLine()", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=60)
    kernel.client.input("typed")
    assert kernel.finish(reading).result["text/plain"] == "typed"


def test_a_cell_that_waits_for_input_can_be_stopped_and_the_next_one_reads(kernel):
    waiting = kernel.client.execute("new Scanner(System.in).nextLine()", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=60)
    kernel.interrupt()
    assert "interrupted" in kernel.finish(waiting).error.lower()
    assert kernel.run('"next"').kinds == ["execute_result"]
    for typed in ("first", "second"):
        reading = kernel.client.execute("new Scanner(System.in).nextLine()", allow_stdin=True)
        kernel.client.get_stdin_msg(timeout=60)
        kernel.client.input(typed)
        assert kernel.finish(reading).result["text/plain"] == typed


def test_a_thread_that_prints_after_its_cell_writes_into_no_other(kernel):
    kernel.run("var goOn = new java.util.concurrent.CountDownLatch(1); var said = new java.util.concurrent.CountDownLatch(1);"
               "var lateOut = System.out;"
               'new Thread(() -> { try { goOn.await(); } catch (InterruptedException e) { return; }'
               ' lateOut.println("late"); said.countDown(); }).start();')
    cell = kernel.run('goOn.countDown(); said.await(); System.out.println("mine");')
    assert cell.stdout == "mine\n"
