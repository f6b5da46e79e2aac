"""A Jupyter server of the project: on this machine alone, until Ctrl-C, and gone with all of its kernels."""
from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys

from backprop_course.setup.machine import Stop


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-browser", action="store_true", help="print the address and do not open a browser")
    parser.add_argument("--port", type=port, metavar="N", help="the port of the server (default: 8888, or the next free one)")


def port(text: str) -> int:
    """A port that is free now."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 65535, got {text}")
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", int(text)))
        except OSError as error:
            raise Stop(f"Port {text} cannot be used ({error.strerror}); choose another one with --port N, "
                       "or omit --port.", 2) from None
    return int(text)


def options(words: argparse.Namespace, root: object, page: str) -> list[str]:
    """No questions at Ctrl-C, and kernels ended at once: JJava lives on for a minute when asked politely."""
    chosen = [f"--ServerApp.port={words.port}", "--ServerApp.port_retries=0"] if words.port is not None else []
    return [f"--ServerApp.root_dir={root}", f"--LabApp.default_url={page}",
            f"--ServerApp.open_browser={not words.no_browser}", "--Application.log_level=ERROR",
            "--ServerApp.answer_yes=True", "--KernelManager.shutdown_wait_time=0.2", "--LabApp.extension_manager=readonly",
            "--LanguageServerManager.autodetect=False", *chosen,
            *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


def worth_a_line(record: logging.LogRecord) -> bool:
    """Not its address and its farewell, which are critical to it, nor that a page was left before it was complete."""
    from tornado.iostream import StreamClosedError
    from tornado.websocket import WebSocketClosedError
    left = record.exc_info and isinstance(record.exc_info[1], (StreamClosedError, WebSocketClosedError))
    return record.levelno != logging.CRITICAL and not left


def keep_what_is_worth_a_line(log: logging.Logger) -> None:
    """On the handlers, for a logger's filter never sees the records of those below it, here Tornado's; and on the one of last
    resort, through which asyncio tells of a task whose page was left."""
    for handler in (*log.handlers, *([logging.lastResort] if logging.lastResort else [])):
        handler.addFilter(worth_a_line)


def serve(name: str, args: list[str]) -> None:
    """Runs JupyterLab's server until Ctrl-C or a polite signal, and says where it is once it answers."""
    from jupyterlab.labapp import LabApp
    server = LabApp.initialize_server(argv=args)
    signal.signal(signal.SIGINT, server._signal_stop)
    keep_what_is_worth_a_line(server.log)
    server.io_loop.add_callback(lambda: print(f"{name} is at {server.display_url.split()[0]}\nCtrl-C ends it.", flush=True))
    server.start()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # all is put away; but a worker thread whose request was cut off would keep the process for ever
