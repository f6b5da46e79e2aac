"""What nbgrader's metadata say of a cell."""
from __future__ import annotations

from nbformat import NotebookNode


def grade_id(cell: NotebookNode) -> str:
    """Its name in the gradebook; empty for a cell of the student's own."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
