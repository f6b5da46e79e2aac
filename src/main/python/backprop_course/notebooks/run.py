"""Executes notebooks without a browser, two at a time, in the real kernel."""
from __future__ import annotations

import argparse
import asyncio
import copy
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from backprop_course.kernel import kernelspec
from backprop_course.notebooks import finding, index
from backprop_course.setup import files
from backprop_course.setup.commandline import Parser, from_one
from backprop_course.setup.machine import Stop
from backprop_course.setup.paths import EDITION

if TYPE_CHECKING:
    from nbformat import NotebookNode

AT_A_TIME = 2


def arguments(args: list[str]) -> argparse.Namespace:
    parser = Parser("run", "Execute notebooks without a browser. No cell may fail, except those tagged "
                    "raises-exception, which must fail. No cell may write to stderr.")
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK",
                        help="a path, or the beginning of a name in notebooks/ (default: all of them)")
    parser.add_argument("--kernel", default="java", metavar="NAME",
                        help="java, the course's own kernel (default), or jjava-stock, the kernel of PyPI's jjava")
    parser.add_argument("--timeout", type=from_one, default=600, metavar="S",
                        help="the time limit of a cell in seconds (default: %(default)s)")
    then = parser.add_mutually_exclusive_group()
    then.add_argument("--save", action="store_true", help="write the outputs into the notebooks, and update their index")
    then.add_argument("--check", action="store_true",
                      help="compare with the outputs in the notebooks: numbers to 6 digits, pictures by type and size, "
                      "cells tagged timing only by the types of their outputs")
    options = parser.parse_args(args)
    options.notebooks = [finding.find(name) for name in options.notebooks] or finding.all_in(finding.ORIGINALS)
    if not options.notebooks:
        raise Stop("There is no notebook in notebooks/; name one to run.", 2)
    return options


def read(path: Path) -> NotebookNode:
    """The notebook, with an id for each cell that has none."""
    import nbformat
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        for number, cell in enumerate(content["cells"], start=1):
            cell.setdefault("id", f"cell-{number}")
        content["nbformat_minor"] = max(5, content["nbformat_minor"])
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        nbformat.validate(notebook)
        return notebook
    except (ValueError, KeyError, TypeError, AttributeError, nbformat.ValidationError) as error:
        raise Stop(f"{path.name} must be a notebook in Jupyter's format 4, but it is not one: "
                   f"{str(error).splitlines()[0]}.", 2) from None


def save(path: Path, notebook: NotebookNode) -> None:
    """Replaces the file, in one spelling: sorted keys, one space of indentation, a last newline."""
    import nbformat
    files.replace(path, nbformat.writes(notebook).rstrip("\n") + "\n")


async def run_one(path: Path, notebook: NotebookNode, options: argparse.Namespace) -> list[str]:
    """Executes a notebook, says how it went, and returns what is wrong with it."""
    from backprop_course.notebooks.comparison import differences
    from backprop_course.notebooks.execution import execute
    from backprop_course.notebooks.outputs import normalize
    started, before = time.monotonic(), copy.deepcopy(notebook)
    wrong = [str(failure) for failure in await execute(notebook, path.parent, options.kernel, options.timeout)]
    if not wrong:
        normalize(notebook)
        normalize(before)
        wrong = differences(before, notebook) if options.check else []
        if options.save:
            save(path, notebook)
    cells = sum(cell.cell_type == "code" for cell in notebook.cells)
    verdict, name = "FAIL" if wrong else "ok  ", finding.name_of(path)
    print(f"{verdict}  {name}  {cells} cells  {time.monotonic() - started:.1f} s", flush=True)
    for sentence in wrong:
        print("      " + sentence.replace("\n", "\n      "), flush=True)
    return wrong


def leave_signals_alone(*_: object) -> NoReturn:
    raise NotImplementedError


async def run_all(paths: list[Path], options: argparse.Namespace) -> int:
    read_notebooks = [read(path) for path in paths]
    loop = asyncio.get_running_loop()
    # nbclient would end its kernel at Ctrl-C and go on; so the whole run ends, and each kernel with it
    for name in ("add_signal_handler", "remove_signal_handler"):
        setattr(loop, name, leave_signals_alone)
    places = asyncio.Semaphore(1 if options.save else AT_A_TIME)  # what is saved may hold times

    async def in_turn(path: Path, notebook: NotebookNode) -> list[str]:
        async with places:
            return await run_one(path, notebook, options)

    results = await asyncio.gather(*(in_turn(*pair) for pair in zip(paths, read_notebooks)))
    ours = any(finding.ORIGINALS in path.parents for path in paths)
    if options.save and ours and not EDITION and index.write():
        print(f"wrote  {finding.name_of(index.INDEX)}, the index")
    return 1 if any(results) else 0


def be_quick() -> None:
    """Has the JVMs of this run compile with C1 alone, for a notebook runs once, and most of its time is javac's, which C2
    would compile in vain. BLAS takes one thread, for two notebooks share the processors."""
    os.environ["JDK_JAVA_OPTIONS"] = f"{os.environ.get('JDK_JAVA_OPTIONS', '')} -XX:TieredStopAtLevel=1".strip()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def check_kernel(name: str) -> None:
    from jupyter_client.kernelspec import KernelSpecManager
    known = sorted(KernelSpecManager().find_kernel_specs())
    if name not in known:
        raise Stop(f"There is no kernel {name!r}; --kernel must be one of {', '.join(known)}.", 2)


def main(args: list[str]) -> int:
    options = arguments(args)
    kernelspec.ensure(Path(sys.prefix), kernelspec.chosen_java())
    check_kernel(options.kernel)
    if not options.save:  # what is saved has the times that a reader's kernel takes
        be_quick()
    return asyncio.run(run_all(options.notebooks, options))
