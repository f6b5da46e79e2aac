"""What a cell that fails shows; afterwards the kernel goes on."""
import pytest


@pytest.mark.parametrize("code, says", [
    ("int x = nothing;", "cannot find symbol"),
    ("for (", "Incomplete input"),
    ('throw new IllegalStateException("on purpose");', "java.lang.IllegalStateException: on purpose"),
    ("Matrix.row(1, 2).mult(Matrix.row(1, 2))", "backprop.matrix.ShapeException"),
])
def test_an_error_is_named_and_the_next_cell_runs(kernel, code, says):
    assert says in kernel.fail(code).error
    assert kernel.run("1 + 1").result["text/plain"] == "2"


def test_a_magic_that_does_not_exist_is_named(kernel):
    assert "Undefined line magic 'nothing'" in kernel.fail("%nothing").error
    assert kernel.run('"%nothing"').result["text/plain"] == "%nothing"
