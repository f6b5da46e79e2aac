"""Opens a notebook in JupyterLab: a student's copy in work/, or with --edit the original."""
from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
from pathlib import Path
from urllib.parse import quote

import kernelspec
import labsettings
import notebooks
import script
import workcopies
from machine import Stop

ROOT = notebooks.ROOT
FIRST = "00-start-here.ipynb"


def arguments(args: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options of `lab`, and after -- what JupyterLab gets as it is."""
    split = args.index("--") if "--" in args else len(args)
    parser = argparse.ArgumentParser(
        prog="course lab", description="Open a notebook in JupyterLab. You work on copies in work/, which are yours: "
        "no update overwrites them. Ctrl-C ends JupyterLab and its kernels.",
        epilog="What follows -- goes to JupyterLab as it is.")
    parser.add_argument("notebook", nargs="?", default=FIRST, metavar="NOTEBOOK",
                        help="a notebook's name, or the beginning of it, as 01 (default: %(default)s)")
    parser.add_argument("--edit", action="store_true", help="open the original in notebooks/, for authors")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open no browser")
    parser.add_argument("--port", type=int, metavar="N", help="the port to serve at (default: 8888 or the next free)")
    parser.add_argument("--work", default=ROOT / "work", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(args[:split]), args[split + 1:]


def places(work: Path) -> dict[Path, Path]:
    """What is copied, and where to. Assignments only in the student edition: elsewhere they hold the solutions."""
    assignments = {ROOT / "exercises": work / "exercises"} if notebooks.EDITION else {}
    return {notebooks.ORIGINALS: work, **assignments}


def page(options: argparse.Namespace) -> str:
    """The notebook to open, as a path below the project's folder."""
    if options.edit:
        return notebooks.find(options.notebook).relative_to(ROOT).as_posix()
    work = options.work.resolve()
    copied = places(work)
    for originals, copies in copied.items():
        for line in workcopies.refresh(originals, copies):
            print(line)
    found = notebooks.find(options.notebook, work)
    for originals, copies in copied.items():
        if originals in found.parents:
            found = copies / found.relative_to(originals)
    if ROOT not in found.parents:
        raise Stop(f"A notebook to open must be below {ROOT}, got {found}; copy it into work/.", 2)
    return found.relative_to(ROOT).as_posix()


def check_port(port: int | None) -> None:
    if port is None:
        return
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except (OSError, OverflowError) as error:
            raise Stop(f"JupyterLab cannot serve at port {port} ({error}); choose another with --port N, "
                       "or leave --port out.", 2) from None


def server_options(options: argparse.Namespace, path: str) -> list[str]:
    """No questions at Ctrl-C, and kernels ended at once: JJava lives on for a minute when asked politely."""
    port = [f"--ServerApp.port={options.port}", "--ServerApp.port_retries=0"] if options.port is not None else []
    return [f"--ServerApp.root_dir={ROOT}", f"--FileContentsManager.preferred_dir={(ROOT / path).parent}",
            f"--LabApp.default_url=/lab/tree/{quote(path)}", f"--ServerApp.open_browser={not options.no_browser}",
            "--Application.log_level=WARN", "--ServerApp.answer_yes=True", "--KernelManager.shutdown_wait_time=0.2",
            "--LabApp.extension_manager=readonly", "--LanguageServerManager.autodetect=False", *port,
            *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


def serve(args: list[str]) -> None:
    """Runs JupyterLab until Ctrl-C or a polite signal, and says where it is once it answers."""
    from jupyterlab.labapp import LabApp
    server = LabApp.initialize_server(argv=args)
    signal.signal(signal.SIGINT, server._signal_stop)
    server.log.addFilter(lambda record: record.levelno != logging.CRITICAL)  # its address and its farewell
    server.io_loop.add_callback(lambda: print(f"JupyterLab is at {server.display_url.split()[0]}\nCtrl-C ends it.",
                                              flush=True))
    server.start()


def main(args: list[str]) -> None:
    from jupyterlab.commands import get_workspaces_dir
    options, for_jupyter = arguments(args)
    check_port(options.port)
    path = page(options)
    kernelspec.ensure(Path(sys.prefix), kernelspec.chosen_java())
    labsettings.ensure(Path(sys.prefix))
    labsettings.fold_file_browser(Path(get_workspaces_dir()))
    serve([*server_options(options, path), *for_jupyter])


if __name__ == "__main__":
    script.run(main)
