"""An interrupt while the first cell brings the kit in: the compiler survives, or the learner is told what to do."""
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
