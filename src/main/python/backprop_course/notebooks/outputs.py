"""A notebook in its normal form: executing it again on the same machine gives the same file."""
from __future__ import annotations

import nbformat
from nbformat import NotebookNode

LANGUAGE = {"codemirror_mode": "java", "file_extension": ".jshell", "mimetype": "text/x-java-source",
            "name": "Java", "pygments_lexer": "java"}
KERNELSPEC = {"display_name": "Java", "language": "java", "name": "java"}


def normalize(notebook: NotebookNode) -> None:
    """Consecutive counts, joined streams, nothing of the time, the kernel's version or the session."""
    notebook.metadata["language_info"] = nbformat.from_dict(LANGUAGE)
    notebook.metadata["kernelspec"] = nbformat.from_dict(KERNELSPEC)
    notebook.metadata.pop("widgets", None)
    number = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            ran = bool(cell.source.strip())
            number += ran
            cell.execution_count = number if ran else None
            cell.outputs = join_streams(cell.outputs)
            for output in cell.outputs:
                output.pop("transient", None)
                if output.output_type == "execute_result":
                    output.execution_count = number


def join_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """One output for neighbours of the same stream, which a kernel sends in pieces of any size."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if output.output_type == "stream" and last and last.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined
