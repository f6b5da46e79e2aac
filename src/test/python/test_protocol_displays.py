"""What a front end is given of the kit's values."""
import html
import re


def test_a_matrix_is_a_table_and_aligned_text(kernel):
    cell = kernel.run("Matrix.of(new double[][] {{1, -2.5}, {100, 4}})")
    assert cell.kinds == ["execute_result"] and set(cell.result) == {"text/html", "text/plain"}
    assert cell.result["text/plain"] == "Matrix (2, 2)\n       1  -2.500\n     100       4"
    assert "<table" in cell.result["text/html"] and ">Matrix (2, 2)</caption>" in cell.result["text/html"]
    assert re.findall(r"<td[^>]*>([^<]*)</td>", cell.result["text/html"]) == ["1", "-2.500", "100", "4"]


def test_a_figure_is_an_image_with_a_text_alternative(kernel):
    shown = kernel.run("Plots.gallery(Digits.load(), 3)").result
    alt, source = re.fullmatch(r'<img alt="([^"]+)".* src="([^"]+)">', shown["text/html"]).groups()
    assert html.unescape(alt) == shown["text/plain"] and "3 images of 8 by 8 pixels, labelled 0 1 2" in alt
    assert source.startswith("data:image/")


def test_a_score_is_a_report_and_in_plain_text_its_number(kernel):
    right = kernel.run("Exercises.sigmoid(z -> 1 / (1 + Math.exp(-z)))").result
    assert right["text/plain"] == "4" and "4 of 4 points" in right["text/html"]
    wrong = kernel.run("Exercises.sigmoid(z -> 0)").result
    assert wrong["text/plain"] == "0" and "0 of 4 points" in wrong["text/html"]


def test_outputs_come_in_the_order_of_the_cell(kernel):
    cell = kernel.run('System.out.println("a"); display("b", "text/plain"); System.out.println("c"); "d"')
    assert cell.kinds == ["stdout", "display_data", "stdout", "execute_result"] and cell.stdout == "a\nc\n"
    assert cell.displays == [{"text/plain": "b"}] and cell.result["text/plain"] == "d"


def test_a_display_is_replaced_under_its_id(kernel):
    cell = kernel.run('String shownId = display("old", "text/plain"); updateDisplay(shownId, "new", "text/plain");')
    assert cell.kinds == ["display_data", "update_display_data"] and cell.displays == [{"text/plain": "new"}]
