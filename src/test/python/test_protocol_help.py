"""Tab and Shift-Tab."""
import pytest

W = "Matrix W = Matrix.row(1, 2);"
CALL = "W.mult(W)"


def test_tab_completes_static_methods_of_the_kit(kernel):
    assert kernel.complete("Matrix.ze") == ["zeros("]


def test_tab_completes_methods_of_a_variable(kernel):
    kernel.run(W)
    assert kernel.complete("W.mu") == ["mult(", "multTransA(", "multTransB("]
    assert kernel.complete(f"{W}\nW.mu + 1", at=len(f"{W}\nW.mu")) == ["mult(", "multTransA(", "multTransB("]


@pytest.mark.parametrize("at", [3, 4, 5])
def test_shift_tab_on_a_method_shows_its_signature_with_the_parameters_name(kernel, at):
    kernel.run(W)
    assert kernel.inspect(CALL, at).startswith("Matrix Matrix.mult(Matrix B)")


def test_shift_tab_on_nothing_known_finds_nothing(kernel):
    assert kernel.inspect("nothingOfThisName", 3) == ""


@pytest.mark.parametrize("code, status", [("1 + 1", "complete"), ("for (", "incomplete"), ("x = ", "incomplete")])
def test_enter_in_a_console_knows_whether_a_cell_is_whole(kernel, code, status):
    assert kernel.is_complete(code) == status
