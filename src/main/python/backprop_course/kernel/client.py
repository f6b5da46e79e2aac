"""A kernel without a front end: cells go in, answers come out. It needs jupyter_client, so .venv."""
from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE = 60  # seconds
RETRY = 5  # milliseconds between attempts to connect; zmq's own 100 would blur the time of a start


class KernelEnded(RuntimeError):
    """The kernel ended, or fell silent, before it answered."""


class Kernel:
    """Starts with the `with` block, and is ended at once with it."""

    def __init__(self, spec: KernelSpec, log: Path):
        self.context = zmq.Context()
        self.context.setsockopt(zmq.RECONNECT_IVL, RETRY)
        self.manager = KernelManager(context=self.context, kernel_spec_manager=OneSpec(spec))
        self.log = log

    def __enter__(self) -> Kernel:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.started = time.perf_counter()
        try:
            with open(self.log, "wb") as log:
                self.manager.start_kernel(stdout=log, stderr=log, cwd=str(self.log.parent))
            self.client = self.manager.client()
            self.client.start_channels(stdin=False, hb=False)
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.client.stop_channels()
        self.end()

    def end(self) -> None:
        """Ends the process: JJava lives on for a minute when asked politely."""
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)
        self.context.destroy(linger=0)

    def run(self, code: str) -> dict[str, Any]:
        """The kernel's reply to a cell. It may be asked before the kernel has come up; the cell waits."""
        return self.reply(self.client.execute(code))

    def complete(self, code: str) -> dict[str, Any]:
        """The kernel's reply to the Tab key at the end of a cell."""
        return self.reply(self.client.complete(code))

    def reply(self, question: str) -> dict[str, Any]:
        return self.message(self.client.shell_channel, lambda answer: answer["parent_header"].get("msg_id") == question)

    def value(self, code: str) -> str:
        """The text of the value of a cell; not for the first cell, whose outputs may pass before anyone listens."""
        question = self.client.execute(code)
        output = self.message(self.client.iopub_channel, lambda output: output["msg_type"] in ("execute_result", "error")
                              and output["parent_header"].get("msg_id") == question)
        if "data" not in output:
            raise RuntimeError(f"the cell {code!r} failed: {output['ename']}: {output['evalue']}")
        self.reply(question)
        return output["data"]["text/plain"]

    def message(self, channel: Any, is_wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.manager.is_alive():
            while channel.socket.poll(1000):
                message = channel.get_msg()
                if is_wanted(message):
                    content: dict[str, Any] = message["content"]
                    return content
        raise KernelEnded(f"the kernel has ended, or did not answer for {PATIENCE} s; "
                          f"its log: {self.said() or 'empty'}")

    def exit(self) -> None:
        """Has the JVM end by itself, as an archive is written then."""
        self.client.execute("System.exit(0)")
        end = time.monotonic() + PATIENCE
        while self.manager.is_alive():
            if time.monotonic() > end:
                raise KernelEnded(f"the kernel has not ended within {PATIENCE} s")
            time.sleep(0.02)

    def said(self) -> str:
        """What the process wrote into its terminal, which is no cell's output."""
        return self.log.read_text(encoding="utf-8", errors="replace").strip()


class OneSpec(KernelSpecManager):
    """Knows one specification, under every name: it need not be installed."""

    def __init__(self, spec: KernelSpec):
        super().__init__()
        self.spec = spec

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return self.spec
