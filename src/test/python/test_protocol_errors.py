"""What a cell that fails shows: a headline, a hint, the notebook's own lines, and nothing else. The kernel goes on."""
import pytest

ABOVE = "run the cells above that declare it (in the menu: Run > Run All Above Selected Cell)"
CLASS = "class {name} {{ int x = {x}; }}"


def lines(cell):
    """The lines of an error's trace, without what the kernel puts around them."""
    trace = [line.removeprefix("|   ").rstrip() for line in cell.error.splitlines() if line.strip("-| ")]
    return trace[1:]


@pytest.mark.parametrize("code, shown", [
    ("Matrix.row(1, 2).mult(Matrix.row(1, 2))",
     ["ShapeException: left.mult(right) with left (1, 2): right must be (2, m), got (1, 2)", "Hint: transposed?",
      "    Matrix.row(1, 2).mult(Matrix.row(1, 2))"]),
    ("Matrix.ons(2, 3)", ["Matrix.ons(…) is not defined.", "Hint: did you mean ones?", "    Matrix.ons(2, 3)",
                          "           ^^^"]),
    ("int x = nothingOfThisName;", ["nothingOfThisName is not defined.", "Hint: " + ABOVE, "    int x = nothingOfThisName;",
                                    "            ^^^^^^^^^^^^^^^^^"]),
    ("Exercises.sigmoid(z -> logistic(z))", ["There is no logistic(…) to be checked.",
                                             "Hint: run the cell above that declares it, and then this check"]),
    ("hint(2)", ["method hint in class Hints cannot be applied to given types", "Hint: hint takes no arguments",
                 "    hint(2)", "    ^^^^"]),
    ("double text = \"1\";", ["incompatible types: String cannot be converted to double",
                             "Hint: a number stands without quotes: 1", "    double text = \"1\";",
                             "                  ^^^"]),
    ("throw new IllegalStateException(\"on purpose\");",
     ["IllegalStateException: on purpose", "    throw new IllegalStateException(\"on purpose\");"]),
    ("double half(int n) {\n  return 1 / n;\n}\nhalf(0)",
     ["ArithmeticException: / by zero", "    in half: return 1 / n;", "    half(0)"]),
])
def test_an_error_is_a_headline_a_hint_and_the_notebooks_lines(kernel, code, shown):
    assert lines(kernel.fail(code)) == shown
    assert kernel.run("1 + 1").result["text/plain"] == "2"


def test_a_cost_that_is_no_number_says_where_and_what_to_try(kernel):
    kernel.run("Network wild = new Network(1, new CrossEntropy(), new Dense(64, 4, new Relu()), new Dense(4, 10));")
    shown = lines(kernel.fail("new Trainer(wild, new GradientDescent(1e200)).train(Digits.load(), 3)"))
    assert shown[0].startswith("DivergedException: the cost J became NaN in epoch 1, batch 2;")
    assert shown[1] == "Hint: try a smaller learning rate" and len(shown) == 3


@pytest.mark.parametrize("code, shown", [
    ("for (", ["The ( in line 1 is never closed.", "Hint: close it with )", "    for (", "        ^"]),
    ("int k = 3;\nfor (int i = 0; i < 3; i++) {", [
        "The { in line 2 is never closed.", "Hint: write } behind the last line that belongs to it",
        "    for (int i = 0; i < 3; i++) {", "                                ^"]),
    ("int k =", ["The cell ends within a statement.", "Hint: write the rest of its last line", "    int k ="]),
])
def test_a_cell_that_does_not_end_is_told_what_is_open(kernel, code, shown):
    kernel.run("1 + 1")
    assert lines(kernel.fail(code)) == shown
    assert kernel.run("1 + 1").result["text/plain"] == "2"


def test_a_method_that_names_something_undefined_is_said_to_at_once_and_when_it_is_called(kernel):
    cell = kernel.run("double circle(double r) { return Mth.PI * r * r; }")
    (note,) = cell.displays
    assert note["text/plain"] == ("Mind: circle(…) was accepted, but cannot be used yet: variable Mth is not defined.\n"
                                  "Hint: did you mean Math?")
    assert "Mind:</b> circle(…) was accepted" in note["text/html"]
    assert lines(kernel.fail("circle(1)")) == ["circle(…) cannot be used yet: variable Mth is not defined.",
                                               "Hint: did you mean Math?", "    circle(1)"]


def test_nothing_is_said_when_the_name_follows_in_the_same_cell(kernel):
    cell = kernel.run("int twice() { return 2 * once(); }\nint once() { return 21; }\ntwice()")
    assert cell.kinds == ["execute_result"] and cell.result["text/plain"] == "42"


def test_a_class_declared_anew_says_which_variables_it_took_along(kernel):
    kernel.run("class Point { int x = 3; }")
    kernel.run("Point point = new Point();")
    (note,) = kernel.run("class Point { int x = 4; }").displays
    assert note["text/plain"] == ("Mind: Point was declared anew, so what was made before is lost: point.\n"
                                  "Hint: run \"Point point = new Point();\" again")
    assert lines(kernel.fail("point.x"))[1] == \
        "Hint: Point was declared anew: run \"Point point = new Point();\" again"
    assert kernel.run("class Point { int x = 5; }\nPoint point = new Point();").kinds == []


def test_a_magic_that_does_not_exist_is_named(kernel):
    for code in ("%nothing", "%%nothing\ntext", "int none = %nothing"):
        shown, hint = lines(kernel.fail(code))
        assert hint.startswith("Hint: the library's magics are %help (") and "%vars (" in hint and "%kit (" in hint
        assert "ndefined" in shown and "magic 'nothing'" in shown and "Exception" not in shown
    assert kernel.run('"%nothing"').result["text/plain"] == "%nothing"
    assert kernel.run('String.format("J=%5.2f", 2.0)').result["text/plain"] == "J= 2.00"


@pytest.mark.parametrize("name, to_string, shown", [
    ("Endless", 'return "r" + this;', ["this Endless cannot be shown: StackOverflowError",
                                       "Hint: toString() calls itself, perhaps through what it joins to a text"]),
    ("Failing", 'throw new AssertionError("on purpose");', ["this Failing cannot be shown: AssertionError: on purpose",
                                                            "Hint: mend toString(); the cell itself has run"]),
])
def test_a_value_whose_text_fails_ends_its_cell_and_not_the_kernel(kernel, name, to_string, shown):
    assert lines(kernel.fail(f"class {name} {{ public String toString() {{ {to_string} }} }}\nnew {name}()")) == shown
    assert kernel.run("1 + 1").result == {"text/plain": "2"}


def test_a_script_that_fails_shows_its_own_mistake(kernel, tmp_path):
    script = tmp_path / "script.jshell"
    script.write_text("int loaded = 1;\nMatrix.row(1, 2).mult(Matrix.row(1, 2))\n", encoding="utf-8")
    assert lines(kernel.fail(f"%load {script.as_posix()}")) == [
        "ShapeException: left.mult(right) with left (1, 2): right must be (2, m), got (1, 2)", "Hint: transposed?",
        "    Matrix.row(1, 2).mult(Matrix.row(1, 2))"]
    script.write_text("double loaded = \"text\";\n", encoding="utf-8")
    assert lines(kernel.fail(f"%load {script.as_posix()}")) == [
        "incompatible types: String cannot be converted to double", '    double loaded = "text";',
        "                    ^^^^^^"]
    assert kernel.run("1 + 1").result["text/plain"] == "2"


def test_a_declaration_that_needs_a_later_one_works_or_says_what_to_do(kernel):
    code = "Later{0} make{0}() {{ return new Later{0}(); }}\nclass Later{0} {{ int x = 3; }}\nmake{0}().x"
    if kernel.name.startswith("ijava"):  # it ends the cell at the first line
        assert lines(kernel.fail(code.format("A"))) == ["makeA(…) cannot be declared here: class LaterA is not defined.",
                                                        "Hint: this kernel needs it to be declared before",
                                                        "    LaterA makeA() { return new LaterA(); }"]
    else:
        cell = kernel.run(code.format("B"))
        assert cell.kinds == ["execute_result"] and cell.result["text/plain"] == "3"


def test_a_cell_that_calls_an_older_version_is_remarked_on(kernel):
    kernel.run("double older(double z) { return z; }")
    kernel.fail("double older(double z) { return 2 z; }")
    cell = kernel.run("older(3)")
    assert cell.result["text/plain"] == "3.0"
    assert "older(…) is an older version here" in cell.displays[0]["text/plain"]
    kernel.fail("double older(double z) {")
    assert kernel.run("older(3)").displays
    kernel.run("double older(double z) { return 2 * z; }")
    assert not kernel.run("older(3)").displays
