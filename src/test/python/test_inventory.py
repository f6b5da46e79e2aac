"""The lecture notes' rows against the notebooks: each row of a written notebook is proven by a cell that checks."""
import json
import re
from collections import Counter

import pytest

from backprop_course.notebooks import finding, index, inventory
from backprop_course.notebooks.inventory import Proof

pytestmark = pytest.mark.quick

ROWS = inventory.rows()
PROOFS = inventory.proofs()
LECTURES = [path for path in inventory.in_reading_order() if path.parent == finding.ORIGINALS]
WRITTEN = {path.name.split("-")[0] for path in LECTURES}
OTHER_TAGS = {"timing", "raises-exception", "exercise", "check"}
MOST_CODE_CELLS = 25


def test_every_row_of_the_five_notes_is_there_once():
    assert Counter(row.note for row in ROWS) == {"000": 92, "001": 137, "002": 143, "003": 136, "004": 60}
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert {row.kind for row in ROWS} == {"formula", "definition", "claim", "algorithm", "figure", "table", "example",
                                          "question"}
    assert all(row.what and row.place and (row.notebook or row.unproven) for row in ROWS)


def test_notebooks_00_to_06_are_written():
    assert {"00", "01", "02", "03", "04", "05a", "05b", "05c", "06"} <= WRITTEN


def test_every_row_of_a_written_notebook_is_proven_there():
    missing = [row.id for row in ROWS if row.notebook in WRITTEN and not row.unproven
               and not any(proof.checks and belongs(proof, row) for proof in PROOFS[row.id])]
    assert missing == []


def belongs(proof: Proof, row: inventory.Row) -> bool:
    return proof.file.removeprefix("proofs/").startswith(row.notebook)


def test_every_tagged_cell_checks_and_every_tag_is_a_row():
    known = {row.id: row for row in ROWS}
    assert sorted(set(PROOFS) - set(known)) == []
    assert [(id, proof) for id in PROOFS for proof in PROOFS[id] if not proof.checks] == []
    assert [id for id in PROOFS if known[id].unproven] == []


def test_a_cell_proves_nothing_without_a_check_that_ran(tmp_path):
    write(tmp_path / "01-x.ipynb", cell("a", "Check.count(\"n\", 1, 1);", "✓ n: 1", "000-01"),
          cell("b", "1 + 1", "2", "000-02"), cell("c", "Check.count(\"n\", 1, 1);", "", "000-03"),
          cell("d", "// Check\n1", "✓", "000-04"), cell("e", "Check.count(\"n\", 1, 1);", "✓ n: 1", "timing"))
    found = inventory.proofs(tmp_path)
    assert {id: [proof.checks for proof in proofs] for id, proofs in found.items()} == {
        "000-01": [True], "000-02": [False], "000-03": [False], "000-04": [False]}
    assert found["000-01"] == [Proof("01-x.ipynb", "a", True)]


def write(path, *cells):
    path.write_text(json.dumps({"cells": list(cells)}))


def cell(name, source, said, tag):
    return {"cell_type": "code", "id": name, "source": source, "metadata": {"tags": [tag]},
            "outputs": [{"output_type": "stream", "name": "stdout", "text": said}]}


@pytest.mark.parametrize("path", inventory.in_reading_order(), ids=finding.name_of)
def test_a_notebook_has_the_form_of_the_others(path):
    cells = inventory.cells(path)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    text = "".join("".join(cell["source"]) for cell in cells)
    number = path.name.split("-")[0]
    ids = [cell["id"] for cell in cells]
    assert len(set(ids)) == len(ids)
    assert "".join(cells[0]["source"]).startswith(f"# {number} · ")
    assert code[0]["source"] == ["%load kit.jshell"]
    assert {tag for cell in code for tag in cell["metadata"].get("tags", [])} - OTHER_TAGS <= {row.id for row in ROWS}
    assert all(cell["outputs"] or cell["execution_count"] for cell in code), "committed without outputs"
    if path in LECTURES:
        assert len(code) <= MOST_CODE_CELLS
        assert text.count("<details>") == text.count("</details>") >= 1  # questions with answers
        assert json.loads(path.read_text(encoding="utf-8"))["metadata"].get("about"), "the index lacks a sentence"
    for summary in re.findall(r"<summary>.*?</summary>\n?(.*)", text):
        assert summary.strip() == "", f"{path.name}: formulas render only behind an empty line, got {summary!r}"


def test_the_index_is_up_to_date():
    written = index.INDEX.read_text(encoding="utf-8")
    assert written == index.text(), "./course run --save writes it"
    assert [row.id for row in ROWS if f"| {row.id} |" not in written] == []
