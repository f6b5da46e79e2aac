"""What counts as the same output, and what does not."""
import base64
import struct

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from backprop_course.notebooks.comparison import differences

pytestmark = pytest.mark.quick


def notebook(*outputs, tags=(), source="show()"):
    return new_notebook(cells=[new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})])


def result(**data):
    return new_output("execute_result", data={mime.replace("_", "/"): text for mime, text in data.items()})


def png(width, height, rest=b""):
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height)
    return base64.b64encode(header + rest).decode()


def svg_picture(width):
    source = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20"></svg>'
    return f'<img alt="net" src="data:image/svg+xml;base64,{base64.b64encode(source.encode()).decode()}">'


@pytest.mark.parametrize("one, other", [
    (result(text_plain="loss 0.12345678"), result(text_plain="loss 0.12345679")),
    (result(text_plain="1e-3 and .5"), result(text_plain="0.001 and 0.50")),
    (result(image_png=png(4, 2, b"one")), result(image_png=png(4, 2, b"two"))),
    (result(text_html=f'<img src="data:image/png;base64,{png(4, 2, b"abc")}">'),
     result(text_html=f'<img src="data:image/png;base64,{png(4, 2, b"xyz")}">')),
    (result(text_html=svg_picture(30)), result(text_html=svg_picture(30).replace("+", "+"))),
    (new_output("error", ename="E", evalue="no", traceback=["at 1"]),
     new_output("error", ename="E", evalue="no", traceback=["at 2"])),
])
def test_these_are_the_same(one, other):
    assert differences(notebook(one), notebook(other)) == []


@pytest.mark.parametrize("one, other, says", [
    (result(text_plain="loss 0.123456"), result(text_plain="loss 0.123457"), "must be 'loss 0.123456'"),
    (result(text_plain="a\nloss 1"), result(text_plain="a\ncost 1"), "must be 'loss 1', got 'cost 1'"),
    (result(image_png=png(4, 2)), result(image_png=png(4, 3)), "png picture 4 x 2"),
    (result(text_html=svg_picture(30)), result(text_html=svg_picture(31)), "svg picture 30 x 20"),
    (result(text_plain="1"), result(text_plain="1", text_html="1"), "execute_result text/html+text/plain"),
    (new_output("error", ename="E", evalue="yes"), new_output("error", ename="E", evalue="no"), "E: yes"),
])
def test_these_differ_and_the_sentence_says_how(one, other, says):
    found = differences(notebook(one), notebook(other))
    assert len(found) == 1 and found[0].startswith("code cell 1, `show()`") and says in found[0]


def test_a_missing_output_differs():
    assert "got none" in differences(notebook(result(text_plain="1")), notebook())[0]


def test_a_timing_cell_is_compared_by_the_kinds_of_its_outputs():
    slow, fast = result(text_plain="took 3 s"), result(text_plain="took 200 ms")
    assert differences(notebook(slow, tags=["timing"]), notebook(fast, tags=["timing"])) == []
    picture = result(image_png=png(1, 1))
    assert differences(notebook(slow, tags=["timing"]), notebook(picture, tags=["timing"]))


def test_the_outputs_are_those_of_a_notebook_file():
    assert differences(nbformat.from_dict(notebook(result(text_plain="1"))), notebook(result(text_plain="1"))) == []
