"""Opens a notebook in JupyterLab: a student's copy in work/, or with --edit the original."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from urllib.parse import quote

from backprop_course.kernel import kernelspec
from backprop_course.notebooks import finding, labsettings, server, workcopies
from backprop_course.setup.commandline import Parser
from backprop_course.setup.machine import Stop
from backprop_course.setup.paths import EDITION, EXERCISES, ROOT

FIRST = "00-start-here.ipynb"


def arguments(args: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options of `lab`, and after -- what JupyterLab gets as it is."""
    split = args.index("--") if "--" in args else len(args)
    parser = Parser("lab", "Open a notebook in JupyterLab. You work on your own copies in work/; an update never "
                    "overwrites them. Ctrl-C ends JupyterLab and its kernels.",
                    epilog="Everything after -- is passed to JupyterLab.")
    parser.add_argument("notebook", nargs="?", default=FIRST, metavar="NOTEBOOK",
                        help="a notebook's name, or the beginning of it, such as 01 (default: %(default)s)")
    parser.add_argument("--edit", action="store_true", help="open the original in notebooks/, for authors")
    server.add_options(parser)
    parser.add_argument("--work", default=ROOT / "work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(args[:split])
    options.page = page(options)
    return options, args[split + 1:]


def places(work: Path) -> dict[Path, Path]:
    """What is copied, and where to. Assignments only in the student edition: elsewhere they hold the solutions."""
    assignments = {EXERCISES: work / "exercises"} if EDITION else {}
    return {finding.ORIGINALS: work, **assignments}


def page(options: argparse.Namespace) -> str:
    """The notebook to open, as a path below the project's folder; that of a copy which may still have to be made."""
    if options.edit:
        return inside(finding.find(options.notebook))
    work = options.work.resolve()
    copies = {copied / path.relative_to(originals): path
              for originals, copied in places(work).items() for path in finding.all_in(originals)}
    found = finding.find(options.notebook, work, copies)
    return inside(next((copy for copy, original in copies.items() if original == found), found))


def inside(notebook: Path) -> str:
    if ROOT not in notebook.parents:
        raise Stop(f"The notebook must be inside {ROOT}, got {notebook}; copy it into work/.", 2)
    return notebook.relative_to(ROOT).as_posix()


def bring_copies(work: Path) -> None:
    for originals, copies in places(work).items():
        for line in workcopies.refresh(originals, copies):
            print(line)


def main(args: list[str]) -> None:
    from jupyterlab.commands import get_workspaces_dir
    options, for_jupyter = arguments(args)
    if not options.edit:
        bring_copies(options.work.resolve())
    kernelspec.ensure(Path(sys.prefix), kernelspec.chosen_java())
    labsettings.ensure(Path(sys.prefix))
    labsettings.fold_file_browser(Path(get_workspaces_dir()))
    folder = f"--FileContentsManager.preferred_dir={(ROOT / options.page).parent}"
    server.serve("JupyterLab", [*server.options(options, ROOT, f"/lab/tree/{quote(options.page)}"), folder, *for_jupyter])
