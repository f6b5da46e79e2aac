"""A step of nbgrader's autograde and generate_feedback: what students wrote, and what their code showed, can do nothing
on the pages of formgrader and of feedback.

A cell of text that is as it was given out stays; all other text becomes HTML of an allow-list. Of outputs and metadata
stays what is known and is what it says that it is. `./course grade` and formgrader take the same step.
"""
from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from nbgrader.preprocessors import NbGraderPreprocessor

from backprop_course.teaching.nbgrader_steps.sanitized_text import clean, picture, shown, verbatim

IDENTIFIER = re.compile(r"[A-Za-z0-9_-]{1,64}")
SHORT = re.compile(r"[\w .+/()-]{1,80}", re.ASCII)
NOTEBOOK = {"kernelspec": ("name", "display_name", "language"),
            "language_info": ("name", "version", "mimetype", "file_extension", "pygments_lexer")}
REQUIRED = {"name", "display_name"}  # by the format, of those above
FLAGS = ("grade", "solution", "locked", "task")
NAMES = ("grade_id", "cell_type", "checksum")
SHOWN_PICTURES = ("image/png", "image/jpeg")


class Sanitize(NbGraderPreprocessor):
    """The step itself; it knows what was given out from release/, in the course's folder."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        nbgrader = resources["nbgrader"]
        return sanitized(nb, given_out(Path.cwd(), nbgrader["assignment"], nbgrader["notebook"])), resources


def given_out(course: Path, assignment: str, notebook: str) -> set[str]:
    """The texts of an assignment's student's version; none if it is not in the course's folder."""
    file = course / "release" / assignment / f"{notebook}.ipynb"
    return texts(nbformat.read(file, as_version=4)) if file.exists() else set()


def texts(nb: NotebookNode) -> set[str]:
    return {cell.source for cell in nb.cells if cell.cell_type == "markdown"}


def sanitized(nb: NotebookNode, given: set[str]) -> NotebookNode:
    """The notebook, changed in place; `given` are the texts that need no change."""
    names = [text(cell.get("id")) for cell in nb.cells]
    nb.cells = [cell_of(cell, given) for cell in nb.cells]
    taken: set[str] = set()
    for cell, name in zip(nb.cells, names):
        if (nb.nbformat, nb.nbformat_minor) < (4, 5):
            del cell["id"]
            continue
        fresh = (f"cell-{number}" for number in itertools.count(1))
        cell.id = name if IDENTIFIER.fullmatch(name) and name not in taken else next(
            other for other in fresh if other not in taken and other not in names)
        taken.add(cell.id)
    nb.metadata = nbformat.from_dict({part: found for part, names in NOTEBOOK.items()
                                      if REQUIRED & set(names) <= (found := short_texts(nb.metadata.get(part), names)).keys()})
    return nb


def cell_of(cell: NotebookNode, given: set[str]) -> NotebookNode:
    source, metadata = text(cell.get("source")), metadata_of(dictionary(cell.get("metadata")))
    if cell.cell_type == "code":
        outputs = cell.get("outputs")
        made = [output_of(dictionary(output)) for output in (outputs if isinstance(outputs, list) else [])]
        return new_code_cell(source, metadata=metadata, execution_count=count(cell.get("execution_count")),
                             outputs=[output for output in made if output])
    if cell.cell_type != "markdown":
        source = verbatim(source)
    elif source.strip() and (source not in given or "attachment:" in source):
        source = shown(source, dictionary(cell.get("attachments")))
    return new_markdown_cell(source, metadata=metadata)


def metadata_of(metadata: dict[str, Any]) -> dict[str, Any]:
    """nbgrader's and our own, and what an editor may do with the cell."""
    kept: dict[str, Any] = {name: metadata[name] for name in ("editable", "deletable") if isinstance(metadata.get(name), bool)}
    override = dictionary(metadata.get("backprop")).get("override")
    if number(override):
        kept["backprop"] = {"override": override}
    nbgrader = dictionary(metadata.get("nbgrader"))
    if IDENTIFIER.fullmatch(text(nbgrader.get("grade_id"))):
        kept["nbgrader"] = {
            **{name: nbgrader[name] for name in FLAGS if isinstance(nbgrader.get(name), bool)},
            **{name: nbgrader[name] for name in ("points", "schema_version") if number(nbgrader.get(name))},
            **short_texts(nbgrader, NAMES)}
    return kept


def output_of(output: dict[str, Any]) -> NotebookNode | None:
    """What an output shows, as text, as a picture or as HTML of the allow-list; None if it is none of these."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return new_output(kind, name=name, text=text(output.get("text")))
    if kind == "error":
        lines = output.get("traceback")
        return new_output(kind, ename=text(output.get("ename")), evalue=text(output.get("evalue")),
                          traceback=[text(line) for line in (lines if isinstance(lines, list) else [])])
    if kind not in ("display_data", "execute_result"):
        return None
    data = data_of(dictionary(output.get("data")))
    counted = {"execution_count": count(output.get("execution_count"))} if kind == "execute_result" else {}
    return new_output(kind, data, **counted)


def data_of(data: dict[str, Any]) -> dict[str, str]:
    kept = {kind: content for kind in SHOWN_PICTURES if (content := picture(kind, data.get(kind)))}
    if "text/html" in data:
        kept["text/html"] = clean(text(data["text/html"]))
    if "text/plain" in data or not kept:
        kept["text/plain"] = text(data.get("text/plain")) or "(an output of a kind that is not shown)"
    return kept


def text(value: object) -> str:
    """A text, which the notebook format may have in lines; half a character, which JSON can hold, is a question mark."""
    joined = "".join(part for part in value if isinstance(part, str)) if isinstance(value, list) else value
    return joined.encode("utf-8", "replace").decode("utf-8") if isinstance(joined, str) else ""


def dictionary(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def short_texts(values: object, names: Iterable[str]) -> dict[str, str]:
    known = dictionary(values)
    return {name: known[name] for name in names if isinstance(known.get(name), str) and SHORT.fullmatch(known[name])}
