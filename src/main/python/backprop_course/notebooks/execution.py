"""Executes one notebook in its real kernel and says what went wrong, cell by cell."""
from __future__ import annotations

import asyncio
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
MARGIN = "|   "
SHOWN_LINES = 12
IDLE = 5  # seconds that outputs may come after the kernel's reply
LOST = (f"its outputs are not complete: the kernel has replied, but has not reported within {IDLE} s that all outputs "
        "were sent")


@dataclass(frozen=True)
class Failure:
    """What is wrong with a code cell; the number is the one that Jupyter shows in brackets, 0 for the kernel itself."""
    number: int
    first_line: str
    error: str

    def __str__(self) -> str:
        where = f"code cell {self.number}, `{self.first_line}`: " if self.number else ""
        return where + self.error


async def execute(notebook: NotebookNode, folder: Path, kernel: str, timeout: int) -> list[Failure]:
    """Runs the cells, their outputs going into the notebook, until one fails; the kernel is then ended at once."""
    client = NotebookClient(notebook, kernel_name=kernel, resources={"metadata": {"path": str(folder)}},
                            timeout=timeout, record_timing=False, shutdown_kernel="immediate",
                            iopub_timeout=IDLE, raise_on_iopub_timeout=True)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        try:
            async with client.async_setup_kernel(stdout=log, stderr=log):
                return await run_cells(client, notebook, timeout)
        except RuntimeError as error:
            log.seek(0)
            return [Failure(0, "", f"the kernel {kernel!r} did not start: {shorten(log.read()) or error}")]


async def run_cells(client: NotebookClient, notebook: NotebookNode, timeout: int) -> list[Failure]:
    number = 0
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        number += 1
        try:
            await client.async_execute_cell(cell, index, execution_count=number)
            error = complaint(cell)
        except CellExecutionError:
            error = error_of(cell)
        except CellTimeoutError as late:
            error = LOST if "IOPub" in str(late) else f"it did not end within {timeout} s"
        except DeadKernelError:
            if await client.km.is_alive():  # nbclient says the same of a run that was cancelled
                raise asyncio.CancelledError from None
            error = "the kernel died"
        if error:
            return [Failure(number, cell.source.strip().splitlines()[0], error)]
    return []


def complaint(cell: NotebookNode) -> str:
    """What a cell that came to its end did wrong, or an empty string."""
    stderr = "".join(output.text for output in cell.outputs
                     if output.output_type == "stream" and output.name == "stderr")
    if stderr:
        return f"it writes to stderr: {shorten(stderr)}"
    if "raises-exception" in cell.metadata.get("tags", []) and not error_of(cell):
        return "it is tagged raises-exception, so it must fail, but it did not"
    return ""


def error_of(cell: NotebookNode) -> str:
    for output in cell.outputs:
        if output.output_type == "error":
            return shorten("\n".join(output.traceback)) or f"{output.ename}: {output.evalue}"
    return ""


def shorten(text: str) -> str:
    """The text without colours and the kernel's margin, and without the middle if it is long."""
    lines = [line.removeprefix(MARGIN).rstrip() for line in ANSI.sub("", text).splitlines() if line.strip()]
    if len(lines) > SHOWN_LINES:
        lines = [*lines[:SHOWN_LINES - 3], "...", *lines[-2:]]
    return "\n".join(lines)
