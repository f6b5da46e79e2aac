"""What a front end is given of the kit's values."""
import base64
import html
import re
import struct

import pytest


def test_a_matrix_is_a_table_and_aligned_text(kernel):
    cell = kernel.run("Matrix.of(new double[][] {{1, -2.5}, {100, 4}})")
    assert cell.kinds == ["execute_result"] and set(cell.result) == {"text/html", "text/plain"}
    assert cell.result["text/plain"] == "Matrix (2, 2)\n       1  -2.500\n     100       4"
    assert "<table" in cell.result["text/html"] and ">Matrix (2, 2)</caption>" in cell.result["text/html"]
    entries = re.findall(r"<td[^>]*>([^<]*)</td>", cell.result["text/html"])
    assert [entry.strip() for entry in entries] == ["1", "-2.500", "100", "4"]


def test_a_figure_is_an_image_with_a_text_alternative(kernel):
    shown = kernel.run("Plots.gallery(Digits.load(), 3)").result
    [(alt, source)] = re.findall(r'^<img alt="([^"]+)".* src="([^"]+)">$', shown["text/html"])
    assert html.unescape(alt) == shown["text/plain"] and "3 images of 8 by 8 pixels, labelled 0 1 2" in alt
    assert source.startswith("data:image/")
    assert set(shown) == {"text/html", "text/plain", "image/png"} and shown["image/png"].startswith("iVBORw0KGgo")


def test_arrays_lists_and_records_show_what_they_hold(kernel):
    assert kernel.run("new int[] {1, 2}").result["text/plain"] == "[1, 2]"
    shown = kernel.run("record P(int n, double[] w, Matrix[] W) {}\n"
                       "new P(1, new double[] {2}, new Matrix[] {null, Matrix.row(3)})").result
    assert shown["text/plain"] == "P\n  n = 1\n  w = [2.0]\n  W = Matrix[2]\n    [0] null\n    [1] Matrix (1, 1)\n      3"
    assert ">Matrix (1, 1)</caption>" in shown["text/html"] and "image/png" not in shown


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


SINES = "Matrix.generate(4, 5, (i, j) -> Math.sin(1 + i + 4 * j))"
NET = "new Network(1, new CrossEntropy(), new Dense(4, 3, new Relu()), new Dense(3, 2))"


@pytest.mark.parametrize("code, text, parts", [
    (NET, "Dense[1] 4→3 Relu\nDense[2] 3→2\nCrossEntropy, 23 parameters",
     ["<caption", "Network of 2 layers", "(4, m) → (3, m)", "<th scope=", '<img alt="']),
    (f"GradientCheck.of({NET}, {SINES}, OneHot.of(new int[] {{0, 1, 0, 1, 1}}, 2))",
     "Gradient check: all gradients agree; ",
     ["the worst first", "W[1]", "✓ agrees"]),
    ('Tables.read("../data/iris.csv")', " " * 35 + "iris.csv",
     ["iris.csv: 150 rows, 5 columns", "overflow", ">sepal_length<br>", ">0</th>", ">…</th>", ">149</th>", "virginica"]),
    ("Heatmap.of(Matrix.row(-1, 0, 2))", "Heat map of Matrix (1, 3), blue above 0, vermillion and striped below; least: -1",
     ['<img alt="Heat map', "data:image/png;base64,"]),
    ('SideBySide.of(Matrix.row(1), "<b>", Heatmap.of(Matrix.row(1)))', "Matrix (1, 1)\n  1\n\n<b>\n\nHeat map",
     ["flex-wrap", ">Matrix (1, 1)</caption>", "&lt;b&gt;", '<img alt="Heat map']),
    ('import org.knowm.xchart.*;\nXYChart own = new XYChartBuilder().width(300).height(200).title("mine").build();\n'
     'own.addSeries("line", new double[] {1, 2}, new double[] {3, 4});\nown', "Chart: mine; line over 1 to 2 from 3 to 4.",
     ['<img alt="Chart: mine;', 'width="300"', "data:image/png;base64,"]),
    ("new History(List.of(new Epoch(1, 2, 0.5, 3, 0.25)))", "Curves over 1 epoch;", ['<img alt="Curves over 1 epoch;']),
    ("new double[][] {{1, 2}, {3, 4}}", "double[2][2]\n", [">double[2][2]</caption>", "<td"]),
])
def test_each_value_is_shown_as_what_it_is_and_told_in_text(kernel, code, text, parts):
    shown = kernel.run(code).result
    assert shown["text/plain"].startswith(text)
    assert [part for part in parts if part not in shown["text/html"]] == []
    assert re.search(r"<style|<script|<svg|class=", shown["text/html"]) is None


def test_a_picture_has_twice_the_pixels_that_it_takes_on_the_page(kernel):
    html = kernel.run("Heatmap.of(Matrix.row(1, 2))").result["text/html"]
    [(width, height, png)] = re.findall(r'width="(\d+)" height="(\d+)".*base64,([^"]+)"', html)
    header = base64.b64decode(png[:64])
    assert (int(width) * 2, int(height) * 2) == struct.unpack(">II", header[16:24])
