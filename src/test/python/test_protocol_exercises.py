"""A check in the kit's kernel, whatever the learner's function does: a score comes back, and the kernel goes on."""
import html
import re
import time

import pytest

import kernels

CONTRACT = "backprop.exercise.backward.DenseBackward"
CHECK = f"backprop.exercise.Exercises.check({CONTRACT}.class, (dZ, A, W) -> denseBackward(dZ, A, W))"
HIDDEN = CHECK.replace(".check(", ".hidden(")
SIGNATURE = "LayerGradients denseBackward(Matrix dZ, Matrix A, Matrix W)"
RIGHT = SIGNATURE + """ {
    int m = dZ.cols();
    return new LayerGradients(dZ.multTransB(A).divide(m), dZ.sumOverExamples().divide(m), W.multTransA(dZ));
}"""


def fresh(tmp_path_factory):
    return kernels.started("java", tmp_path_factory.mktemp("kernel"))


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A kernel of these tests alone, for what they declare hides what others use."""
    with fresh(tmp_path_factory) as kernel:
        kernel.run("import backprop.exercise.backward.*;")
        yield kernel


def checked(kernel, body: str):
    """The points and the words of the report when the function has this body."""
    kernel.run(f"{SIGNATURE} {{ {body} }}" if body else RIGHT)
    return report(kernel.run(CHECK))


def report(cell):
    words = html.unescape(re.sub(r"<[^>]*>", " ", cell.result["text/html"]))
    return cell.result["text/plain"], " ".join(words.split())


def test_a_right_function_gets_all_points(own):
    points, words = checked(own, "")
    assert points == "6" and "6 of 6 points — all checks passed" in words


def test_a_name_that_is_not_defined(own):
    points, words = checked(own, "return new LayerGradients(dZ.multTransB(A).divide(batchSize), null, null);")
    assert points == "0" and "Your function uses a name that is not defined." in words


def test_what_is_printed_stands_in_the_report_and_not_on_stderr(own):
    points, words = checked(own, 'System.err.println("<b>m</b> = " + dZ.cols()); return null;')
    assert points == "0" and "Your function printed: <b>m</b> = " in words


def test_hints_come_one_after_the_other(own):
    checked(own, "throw new NotWrittenYet();")
    hints = [own.run("hint()").result["text/plain"] for _ in range(5)]
    assert [hint[:12] for hint in hints[:3]] == ["Hint 1 of 3:", "Hint 2 of 3:", "Hint 3 of 3:"]
    again = "There are no more hints. The last one was: " + hints[2].removeprefix("Hint 3 of 3: ")
    assert hints[3:] == [again, again]
    checked(own, "")
    assert ": all checks passed, so you need no more hints" in own.run("hint()").result["text/plain"]


@pytest.mark.parametrize("body", ["return null }", "return null;"])
def test_an_older_version_is_not_marked_when_the_cell_of_the_newer_one_failed(own, body):
    assert checked(own, "")[0] == "6"
    failing = own.fail(f"{SIGNATURE} {{ {body} {'' if body == 'return null;' else '}'}")
    assert failing.error
    shown = own.run(CHECK)
    points, words = report(shown)
    assert points == "0" and "The cell that declares denseBackward(…) failed and was not taken" in words
    assert "The check would test an older version" in words
    assert report(own.run(HIDDEN))[0] == "0"
    assert checked(own, "")[0] == "6"


def test_what_a_function_throws_comes_with_its_line(own):
    points, words = checked(own, "int m = dZ.cols();\n    Matrix dW = A.mult(A.mult(dZ));\n    return null;")
    assert points == "0" and "ShapeException: “left.mult(right) with left (" in words
    assert "in denseBackward: Matrix dW = A.mult(A.mult(dZ));" in words


def test_a_function_that_is_written_anew_is_the_one_that_is_checked(own):
    assert checked(own, "return null;")[0] == "0"
    assert checked(own, "")[0] == "6"


def test_classes_of_the_learners_that_hide_ours(own):
    own.run("class Exercises { }\nclass Score { }\nclass Texts { }\nclass TestCases { }\nclass DenseBackward { }")
    own.run("int backpropagated = 1;")
    assert checked(own, "")[0] == "6"


def test_another_signature_is_told_and_costs_only_this_cell(own):
    own.run("Matrix other(Matrix dZ) { return dZ; }")
    shown = own.fail(CHECK.replace("denseBackward(", "other("))
    assert "Your function does not fit its check: it takes more or fewer arguments" in shown.error
    assert own.run("1 + 1").result["text/plain"] == "2"


def test_hidden_tests_without_the_instructors_jar_give_no_points(own):
    points, words = report(own.run(HIDDEN))
    assert points == "0" and "The hidden tests are not here" in words


def test_an_endless_loop_is_answered_and_the_kernel_goes_on(tmp_path_factory):
    with fresh(tmp_path_factory) as kernel:
        kernel.run("import backprop.exercise.backward.*;")
        checked(kernel, "")  # what the first check loads is not the loop's
        kernel.run(f"{SIGNATURE} {{ while (true) {{ }} }}")
        started = time.monotonic()
        points, words = report(kernel.run(CHECK))
        assert time.monotonic() - started < 20  # 1.5 s, and what else the machine does
        assert points == "0"
        assert "Restart the kernel now" in words and words.count("Not tested") == 4
        assert kernel.run("1 + 1").result["text/plain"] == "2"


@pytest.mark.parametrize("call", ["System.exit(0)", "Runtime.getRuntime().exit(1)"])
def test_an_exit_is_refused_and_the_kernel_goes_on(tmp_path_factory, call):
    with fresh(tmp_path_factory) as kernel:
        kernel.run("import backprop.exercise.backward.*;")
        points, words = checked(kernel, f"{call}; return null;")
        assert points == "0" and "Your function calls System.exit" in words
        assert checked(kernel, "")[0] == "6"
