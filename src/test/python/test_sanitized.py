"""The step that makes what students wrote, and what their code showed, fit for a page: nothing is left that acts."""
from __future__ import annotations

import html.parser
import json
import subprocess

import pytest

import hostile_answers
from backprop_course.setup.paths import SOURCES
from test_gradebook import TEACH

SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
import nbformat
from backprop_course.teaching.nbgrader_steps import sanitized_notebook
book, given = json.load(sys.stdin)
once = sanitized_notebook.sanitized(nbformat.from_dict(book), set(given))
nbformat.validate(once)
text = nbformat.writes(once)
assert nbformat.writes(sanitized_notebook.sanitized(nbformat.reads(text, as_version=4), set(given))) == text, "a second time"
print(text)
"""
SAFE_TAGS = set("""a b blockquote br code del details div em h1 h2 h3 hr i img li mark ol p pre s span strong sub sup table
    tbody td th thead tr u ul""".split())


class Acting(html.parser.HTMLParser):
    """What in a piece of HTML is no mere text, picture or link."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        allowed = {"a": ("href", "rel", "target"), "img": ("src", "alt"), "div": ("style",), "td": ("style",), "th": ("style",)}
        names = [name for name, _ in attributes if name not in allowed.get(tag, ())]
        address = next((value for name, value in attributes if name in ("href", "src")), "")
        if tag not in SAFE_TAGS or names or (address and not address.startswith(("https:", "data:image/png;base64,iVBOR"))):
            self.found.append((tag, attributes))

    def handle_data(self, data):
        self.text += data


def sanitized(cells: list[dict], given: tuple[str, ...] = (), **metadata) -> dict:
    book = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    done = subprocess.run([TEACH, "-W", "ignore", "-c", SCRIPT, SOURCES], input=json.dumps([book, list(given)]),
                          capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def written(source: str, **more) -> dict:
    return {"cell_type": "markdown", "id": "written", "metadata": {}, "source": source, **more}


def source(cell: dict) -> str:
    return "".join(cell["source"])


@pytest.mark.parametrize("answer", hostile_answers.STUDENTS.values(), ids=hostile_answers.STUDENTS)
def test_an_answer_is_one_line_of_html_in_which_nothing_acts(answer):
    cell, = sanitized([written(answer, attachments=hostile_answers.ATTACHMENTS)])["cells"]
    assert "\n" not in source(cell) and "attachments" not in cell
    acting = Acting(source(cell))
    assert acting.found == []
    for command in ("href", "unicode", "require", "style", "class", "cssId", "bbox", "def", "newcommand", "mmlToken"):
        assert f"\\{command}" not in acting.text.replace("\\\\", "")


def test_formulas_and_text_as_it_was_given_out_are_kept():
    given = "*Given* out, <div class='x' style='color: red'>as it is</div>"
    first, second = sanitized([written(hostile_answers.HONEST), {**written(given), "id": "given"}], (given,))["cells"]
    assert source(second) == given
    text = Acting(source(first)).text
    for formula in ("$\\frac1m \\sum_i a_i < b$", "$$dW = \\frac{1}{m}\\, dZ A^T$$",
                    "\\begin{align}a &= b \\\\ c &= d\\end{align}"):
        assert formula in text
    assert "<strong>averaged</strong>" in source(first) and "<pre><code>if (m &lt; 2) return;" in source(first)


def test_of_attachments_only_pictures_are_shown_that_are_such():
    names = ("good.png", "evil.svg", "evil.png", "none.png")
    text = "\n".join(f"![{name}](attachment:{name})" for name in names)
    cell, = sanitized([written(text, attachments=hostile_answers.ATTACHMENTS)])["cells"]
    assert source(cell).count("<img") == 1 and f'src="data:image/png;base64,{hostile_answers.PNG}"' in source(cell)
    assert [f"[a picture that is not shown: {name}]" in source(cell) for name in names] == [False, True, True, True]


def test_of_outputs_text_pictures_and_harmless_html_are_shown():
    outputs = [*hostile_answers.OUTPUTS, {"output_type": "x"}, 7, {"output_type": "execute_result", "data": [],
               "execution_count": "<b>"}, {"output_type": "stream", "text": 7}, {"output_type": "error", "traceback": "x"},
               {"output_type": "display_data",
                "data": {"text/html": ["<p>8 of 10 ", "points</p><ul><li><pre>x</pre></li></ul>"]}}]
    code = {"cell_type": "code", "id": "code", "metadata": {"tags": ["<b>"]}, "execution_count": "<b>", "source": "1 < 2",
            "outputs": outputs}
    cell, = sanitized([code])["cells"]
    kinds = [set(output["data"]) for output in cell["outputs"] if "data" in output]
    assert set.union(*kinds) == {"text/plain", "text/html", "image/png"}
    pages = ["".join(output["data"].get("text/html", "")) for output in cell["outputs"] if "data" in output]
    assert [Acting(page).found for page in pages] == [[]] * len(pages)
    assert pages[-1] == "<p>8 of 10 points</p><ul><li><pre>x</pre></li></ul>"
    assert all(not output.get("metadata") for output in cell["outputs"])
    assert (cell["execution_count"], cell["metadata"], source(cell)) == (None, {}, "1 < 2")


def test_metadata_ids_and_odd_cells_have_nothing_that_could_act():
    bad = '"><script>alert(1)</script>'
    nbgrader = {"grade_id": "check-x", "grade": True, "points": 3, "locked": bad, "checksum": bad, "cell_type": "code", "x": bad}
    forged = {"nbgrader": {"grade_id": bad, "points": bad}, "backprop": {"override": bad}}
    cells = [{**written("a"), "id": bad, "metadata": forged},
             {**written("b"), "id": "cell-1", "metadata": {"nbgrader": nbgrader, "editable": bad, "deletable": False}},
             {**written("c"), "id": "cell-1"},
             {**written(bad), "cell_type": "raw", "id": "raw", "metadata": {"raw_mimetype": "text/html"}},
             {**written("\ud800 d"), "id": "half"}, {**written("x" * 50_000 + bad), "id": "long"}]
    made = sanitized(cells, title=bad, authors=[bad], widgets={bad: bad}, kernelspec={"name": "java", "display_name": bad},
                     language_info={"name": "java", "pygments_lexer": bad})
    assert made["metadata"] == {"language_info": {"name": "java"}}
    first, second, *_ = made["cells"]
    assert first["metadata"] == {} and len({cell["id"] for cell in made["cells"]}) == len(cells)
    kept = {"grade_id": "check-x", "grade": True, "points": 3, "cell_type": "code"}
    assert second["metadata"] == {"deletable": False, "nbgrader": kept}
    assert "<script" not in json.dumps(made) and {cell["cell_type"] for cell in made["cells"]} == {"markdown"}
