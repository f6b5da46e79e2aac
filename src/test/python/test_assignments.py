"""What holds for the notebook of each assignment, as it is in the repository and as students get it."""
from __future__ import annotations

import re

import generated
import pytest
import submissions
from submissions import NAMES

COLUMNS = 76  # that JupyterLab shows beside its file browser on a small screen
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def code(notebook: dict) -> list[str]:
    """The code that a reader sees: code cells, and what stands between fences in a text."""
    shown = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        shown += [source] if cell["cell_type"] == "code" else FENCED.findall(source)
    return shown


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_code_is_wider_than_the_page(name):
    source = submissions.Assignment(name).source
    lines = [line for notebook in (source, generated.released(source)) for cell in code(notebook)
             for line in cell.split("\n")]
    assert len(lines) > 200
    assert [line for line in lines if len(line) > COLUMNS] == []
