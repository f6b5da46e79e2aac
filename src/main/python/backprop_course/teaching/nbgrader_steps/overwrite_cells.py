"""A step of nbgrader's autograde: puts a damaged notebook together, as `./course grade` does."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.corpus.words import generate_corpus_id
from nbgrader.api import Gradebook
from nbgrader.preprocessors import OverwriteCells

from backprop_course.teaching.nbgrader_steps.arrangement import Arrangement


class OverwriteJavaCells(OverwriteCells):
    """Puts a damaged notebook together as `./course grade` does, so that both give it the same marks.

    The assignment's cells stand in their order, each as the gradebook has it but for the answers; behind each follow
    the student's own cells that followed it. An answer counts whatever the type of its cell. Of several cells with one
    grade_id the last that is written counts; a copy that is not written goes. Cells that have lost their grade_id are
    recognized by their text.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            source = gradebook.find_notebook(resources["nbgrader"]["notebook"], resources["nbgrader"]["assignment"])
            arranged = Arrangement(source, released(resources), nb.cells)
            for line in arranged.remarks:
                self.log.warning(line)
            nb.cells = arranged.cells()
        for cell in nb.cells:  # ids may be there twice, or in a notebook that is too old to have any
            cell.pop("id", None)
            if (nb.nbformat, nb.nbformat_minor) >= (4, 5):
                cell["id"] = generate_corpus_id()
        return nb, resources


def released(resources: dict[str, Any]) -> list[NotebookNode]:
    """The cells of the student's version, which lies beside the folder of submissions; none if it is not there."""
    nbgrader = resources["nbgrader"]
    file = Path.cwd() / "release" / nbgrader["assignment"] / f"{nbgrader['notebook']}.ipynb"
    return list(nbformat.read(file, as_version=4).cells) if file.exists() else []
