"""An interrupt while the first cell brings the kit in: the compiler survives, or the learner is told what to do."""
import time

import kernels

DECLARATION = "int n = 1; n + 1"


def test_the_first_cell_may_be_stopped_at_any_moment(tmp_path):
    """The kernel tells no moments of its compiler; so it is interrupted again and again, until the cell ends."""
    with kernels.started("java", tmp_path) as kernel:
        stopped = 0
        for wait in range(12):
            request = kernel.start(kernels.FIRST_LINE)
            kernel.wait_for(request, "execute_input")
            for _ in range(wait):  # each is a trip to the kernel and back, so the interrupts come at other moments
                kernel.interrupt_by_message()
            cell = kernel.finish(request)
            stopped += "interrupted" in cell.error.lower()
            assert kernel.run(DECLARATION).result["text/plain"] == "2"
        assert stopped, "one of these interrupts must come while the cell runs"
        kernel.run(kernels.FIRST_LINE)
        assert kernel.run("Matrix.ones(1, 1).rows()").result["text/plain"] == "1"


def test_a_script_that_goes_on_for_ever_can_be_stopped(tmp_path):
    script = tmp_path / "endless.jshell"
    script.write_text('System.out.println("runs");\nThread.sleep(1_000_000);\n')
    with kernels.started("java", tmp_path) as kernel:
        request = kernel.start(f"%load {script}")
        kernel.wait_for(request, "stream")
        kernel.interrupt()
        assert "interrupted" in kernel.finish(request).error.lower()
        assert kernel.run(DECLARATION).result["text/plain"] == "2"


def test_a_loop_that_prints_does_not_fill_the_servers_terminal(tmp_path):
    """The loop prints on while it is stopped; another thread prints on after its cell has ended, until it is told to end."""
    with kernels.started("java", tmp_path) as kernel:
        kernel.run(kernels.FIRST_LINE)
        request = kernel.start('for (;;) System.out.println("from the loop");')
        kernel.wait_for(request, "stream")
        kernel.interrupt()
        kernel.finish(request)
        kernel.run("""
            var lines = new java.util.concurrent.atomic.AtomicLong();
            new Thread(() -> { for (;;) { System.out.println("from a thread"); lines.incrementAndGet(); } }).start();""")
        end = time.monotonic() + 60
        while int(kernel.run("lines.get()").result["text/plain"]) < 100_000:
            assert time.monotonic() < end
        assert (tmp_path / "java.log").stat().st_size < 50_000


def test_a_loop_that_only_computes_goes_on_and_the_next_cell_says_so_once(tmp_path):
    with kernels.started("java", tmp_path) as kernel:
        kernel.run(kernels.FIRST_LINE)
        kernel.run("int turns = 0;")
        stopped(kernel, '{ System.out.println("begins"); while (true) { turns++; } }')
        cell = kernel.run(DECLARATION)
        assert "A cell that you stopped still runs" in cell.stdout and cell.result["text/plain"] == "2"
        assert kernel.run(DECLARATION).stdout == ""
        stopped(kernel, '{ System.out.println("sleeps"); Thread.sleep(1_000_000); }')
        assert kernel.run(DECLARATION).stdout == ""  # it has ended


def stopped(kernel, code: str) -> None:
    """Stops a cell that has begun to run, and waits until it would be odd if it still did."""
    request = kernel.start(code)
    kernel.wait_for(request, "stream")
    kernel.interrupt()
    assert "interrupted" in kernel.finish(request, seconds=60).error.lower()
    time.sleep(1.5)
