"""Notebooks of assignment 01 that are right, but damaged on their way: by hand, by an editor, by another program."""
from __future__ import annotations

import copy

from submissions import grade_id

STUB_ANSWER = "*Your answer here.*"
NOTHING_LOST: dict[str, float] = {}


def all_of(right: dict, released: dict) -> dict[str, tuple[dict, dict[str, float]]]:
    """Student → the notebook, and the graded cells that earn other points than in the undamaged one."""
    makers = {"other-types": other_types, "changed": changed, "copies": copies, "split-merged": split_and_merged,
              "no-metadata": no_metadata}
    return {student: make(copy.deepcopy(right), released) for student, make in makers.items()}


def other_types(book: dict, released: dict) -> tuple[dict, dict]:
    """Code as text or raw, locked cells and checks among it; a written answer as code. Saved in nbformat 4.4, without
    ids."""
    for name, kind in {"dot-product": "markdown", "matrix-product": "raw", "imports": "markdown",
                       "check-add-column": "raw", "hidden-one-hot": "markdown", "explain-columns": "code",
                       "explain-derivative": "raw"}.items():
        turn(cell(book, name), kind)
    for each in book["cells"]:
        each.pop("id", None)
    book["nbformat_minor"] = 4
    return book, NOTHING_LOST


def changed(book: dict, released: dict) -> tuple[dict, dict]:
    """Checks and locked cells edited, moved or deleted, one answer deleted, an answer behind its check, metadata that
    promise more; saved with outputs."""
    for name in ("hidden-matrix-product", "check-one-hot", "imports", "add-column"):
        book["cells"].remove(cell(book, name))
    for name in ("check-dot-product", "product-picture", "hidden-one-hot"):
        cell(book, name)["source"] = "1000000"
    move(book, "output-size", len(book["cells"]) - 1)
    move(book, "check-matrix-product", 0)
    marks = cell(book, "check-parameter-count")["metadata"]["nbgrader"]
    marks.update(points=1000, grade=False, locked=False, solution=True)
    shown = {"output_type": "execute_result", "execution_count": 7, "metadata": {}, "data": {"text/plain": "1000000"}}
    for each in book["cells"]:
        if each["cell_type"] == "code":
            each.update(outputs=[shown], execution_count=7)
    return book, {"check-add-column": 0}


def copies(book: dict, released: dict) -> tuple[dict, dict]:
    """Several cells with one grade_id: one of them empty, in front or behind; both written; and all cells share an
    nbformat id."""

    def blank(name):
        return {**copy.deepcopy(cell(released, name)), "outputs": []}

    def place(name):
        return book["cells"].index(cell(book, name))

    book["cells"].insert(place("dot-product"), blank("dot-product"))
    book["cells"].insert(place("matrix-product") + 1, blank("matrix-product"))
    book["cells"].insert(place("add-column") + 2, {**blank("add-column"), "source": ""})  # behind its check
    wrong = {**copy.deepcopy(cell(book, "one-hot")), "source": "Matrix oneHot(int[] labels, int classes) { return null; }"}
    book["cells"].insert(place("one-hot"), wrong)
    book["cells"].insert(place("output-size") + 1, copy.deepcopy(cell(book, "output-size")))
    turn(book["cells"][place("output-size") + 1], "markdown")
    book["cells"].insert(place("check-output-size"), copy.deepcopy(cell(book, "check-output-size")))
    book["cells"].insert(place("explain-columns"), blank("explain-columns") | {"source": STUB_ANSWER})
    book["cells"][place("explain-columns")].pop("outputs")
    for each in book["cells"]:
        each["id"] = "the-same"
    return book, NOTHING_LOST


def split_and_merged(book: dict, released: dict) -> tuple[dict, dict]:
    """An answer split in two, both with its metadata; three cells merged into the first; an answer merged into the imports."""
    whole = cell(book, "mean-over-examples")
    rest = {**copy.deepcopy(whole), "id": "rest", "source": "meanOverExamples(Matrix.zeros(2, 3))"}
    book["cells"].insert(book["cells"].index(whole) + 1, rest)
    first, check, last = (cell(book, name) for name in ("dot-product", "check-dot-product", "add-column"))
    first["source"] = "\n\n".join(text(each) for each in (first, last))
    imports, product = cell(book, "imports"), cell(book, "matrix-product")
    imports["source"] = "\n".join(text(each) for each in (imports, product))
    for each in (check, last, product):
        book["cells"].remove(each)
    return book, NOTHING_LOST


def no_metadata(book: dict, released: dict) -> tuple[dict, dict]:
    """As a program saves it that keeps no metadata but its own."""
    for number, each in enumerate(book["cells"]):
        each.pop("id", None)
        each["metadata"] = {"id": f"colab-{number}"}
    book["nbformat_minor"] = 0
    return book, NOTHING_LOST


def cell(book: dict, name: str) -> dict:
    return next(each for each in book["cells"] if grade_id(each) == name)


def move(book: dict, name: str, to: int) -> None:
    moved = cell(book, name)
    book["cells"].remove(moved)
    book["cells"].insert(to, moved)


def turn(each: dict, kind: str) -> None:
    each["cell_type"] = kind
    for key in ("outputs", "execution_count", "attachments"):
        each.pop(key, None)
    if kind == "code":
        each.update(outputs=[], execution_count=None)


def text(each: dict) -> str:
    return "".join(each["source"])
