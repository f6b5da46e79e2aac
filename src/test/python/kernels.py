"""Kernels driven through Jupyter's protocol: a cell is sent, and everything that comes back is kept, in order."""
from __future__ import annotations

import queue
import time
from contextlib import contextmanager
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

import kernelfolders
from cell import Cell
from project import ROOT

NOTEBOOKS = ROOT / "notebooks"
FIRST_LINE = "%load kit.jshell"
SECONDS = 120  # that a cell may take


class Kernel:
    """A running kernel and its only client."""

    def __init__(self, name: str, manager: KernelManager, client):
        self.name, self.manager, self.client = name, manager, client

    def run(self, code: str, seconds: float = SECONDS) -> Cell:
        """Executes a cell that must neither fail nor write to stderr."""
        cell = self.finish(self.start(code), seconds)
        assert not cell.error, f"{self.name}: the cell {code!r} must not fail, got {cell.error}"
        assert not cell.stderr, f"{self.name}: the cell {code!r} must not write to stderr, got {cell.stderr}"
        return cell

    def fail(self, code: str, seconds: float = SECONDS) -> Cell:
        """Executes a cell that must fail."""
        cell = self.finish(self.start(code), seconds)
        assert cell.error, f"{self.name}: the cell {code!r} must fail, got {cell.messages}"
        return cell

    def start(self, code: str) -> str:
        """Sends a cell; `finish` waits for it."""
        return self.client.execute(code, allow_stdin=False)

    def finish(self, request: str, seconds: float = SECONDS) -> Cell:
        """Everything that comes of a cell until the kernel is idle again and has replied."""
        cell, end = Cell(), time.monotonic() + seconds
        while not any(content == {"execution_state": "idle"} for content in cell.of("status")):
            self._next(cell, request, self.client.get_iopub_msg, end)
        while not cell.of("execute_reply"):
            self._next(cell, request, self.client.get_shell_msg, end)
        return cell

    def wait_for(self, request: str, kind: str, seconds: float = SECONDS) -> Cell:
        """What comes of a cell up to its first message of a kind; `finish` gives what comes after it."""
        cell, end = Cell(), time.monotonic() + seconds
        while not cell.of(kind):
            self._next(cell, request, self.client.get_iopub_msg, end)
        return cell

    def _next(self, cell: Cell, request: str, receive, end: float) -> None:
        """Adds the next message, if it is this request's."""
        assert time.monotonic() < end, f"{self.name}: the cell has not ended in time; it gave {cell.kinds}"
        try:
            message = receive(timeout=1)
        except queue.Empty:
            assert self.manager.is_alive(), f"{self.name}: the kernel died; the cell gave {cell.kinds}"
            return
        if message["parent_header"].get("msg_id") == request:
            cell.messages.append((message["msg_type"], message["content"]))

    def complete(self, code: str, at: int | None = None) -> list[str]:
        """The whole words that Tab offers, at the end of the code or at a place in it."""
        reply = self.client.complete(code, at, reply=True, timeout=SECONDS)["content"]
        typed = code[reply["cursor_start"]:at]
        assert all(word.startswith(typed) for word in reply["matches"]), reply
        return reply["matches"]

    def inspect(self, code: str, at: int | None = None) -> str:
        """What Shift-Tab shows as plain text, at the end of the code or at a place in it; empty if nothing is found."""
        reply = self.client.inspect(code, at, detail_level=0, reply=True, timeout=SECONDS)["content"]
        return reply["data"]["text/plain"] if reply.get("found") else ""

    def is_complete(self, code: str) -> str:
        """complete, incomplete, invalid or unknown."""
        return answer(self.client.get_shell_msg, self.client.is_complete(code))["content"]["status"]

    def interrupt(self) -> None:
        """What the front end's stop button does: a message or a signal, as the kernelspec asks."""
        self.manager.interrupt_kernel()

    def interrupt_by_message(self) -> dict:
        """An interrupt_request on the control channel; returns the kernel's reply."""
        message = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(message)
        return answer(self.client.get_control_msg, message["header"]["msg_id"])


def answer(receive, request: str) -> dict:
    """The message that answers a request, those to others left out."""
    while True:
        message = receive(timeout=SECONDS)
        if message["parent_header"].get("msg_id") == request:
            return message


@contextmanager
def started(name: str, folder: Path, place: Path = NOTEBOOKS, kernel_dirs: list[str] | None = None):
    """A fresh kernel in a place, ended at once; its own words go into a file in the folder."""
    specs = KernelSpecManager(kernel_dirs=kernel_dirs or kernelfolders.folders(name, folder), ensure_native_kernel=False)
    manager = KernelManager(kernel_name=name.removesuffix("-real"), kernel_spec_manager=specs,
                            connection_file=str(folder / f"{name}.json"))
    log = folder / f"{name}.log"
    with open(log, "w", encoding="utf-8") as said:
        manager.start_kernel(cwd=str(place), stdout=said, stderr=said)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=SECONDS)
        except RuntimeError as error:
            raise AssertionError(f"{name} did not start: {error}\n{log.read_text(encoding='utf-8')}") from error
        else:
            yield Kernel(name, manager, client)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
