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


@pytest.mark.parametrize("before", ["import java.util.*;\n", "%load kit.jshell\n", "int square(int x) { return x * x; }\n",
                                    "// a word before\nimport java.util.*;\nclass Two { int x = 2; }\nint k = 3;\n"])
def test_both_work_wherever_the_cell_begins(kernel, before):
    kernel.run(W)
    assert kernel.complete(f"{before}W.mu") == ["mult(", "multTransA(", "multTransB("]
    assert kernel.inspect(f"{before}Matrix Z = {CALL};", len(f"{before}Matrix Z = W.mu")).startswith(
        "Matrix Matrix.mult(Matrix B)")


def test_tab_knows_what_the_same_cell_imports(kernel):
    kernel.run(W)
    assert kernel.complete("import java.util.stream.DoubleStream;\nDoubleStream.iter") == ["iterate("]


def test_tab_completes_the_kits_magics(kernel):
    kernel.run(W)
    offered = kernel.complete("%va") + kernel.complete("%ki") + kernel.complete("%he")
    assert offered == ([] if kernel.name.startswith("ijava") else ["%vars", "%kit", "%help"])  # IJava completes no magic


def test_shift_tab_shows_the_javadoc_in_words(kernel):
    kernel.run(W)
    shown = kernel.inspect("W.plus(W)", 4)
    javadoc = "\n\nReturns A + B (rows, cols).\n\n  B: the same shape, or broadcast:"
    assert shown.startswith("Matrix Matrix.plus(Matrix B)" + (javadoc if kernel.name == "java" else ""))


def test_shift_tab_on_nothing_known_finds_nothing(kernel):
    assert kernel.inspect("nothingOfThisName", 3) == ""


@pytest.mark.parametrize("code, status", [("1 + 1", "complete"), ("for (", "incomplete"), ("x = ", "incomplete")])
def test_enter_in_a_console_knows_whether_a_cell_is_whole(kernel, code, status):
    assert kernel.is_complete(code) == status
