"""nbgrader's formgrader, which is an extension of a Jupyter server: enabled for one process, in a course's folder."""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from backprop_course.notebooks import labsettings, server

PAGE = "/formgrader/gradebook"  # Manual Grading
EXTENSIONS = {  # `notebook` shows the notebooks to which formgrader's pages lead; it trusts none of them
    "backprop_course.teaching.formgrader_policy": True, "nbgrader.server_extensions.formgrader": False,
    "jupyter_server_mathjax": True, "notebook": True, "jupyterlab": True,
    "nbgrader.server_extensions.assignment_list": False, "nbgrader.server_extensions.course_list": False,
    "nbgrader.server_extensions.validate_assignment": False}


def serve(words: argparse.Namespace) -> None:
    """Runs until Ctrl-C. nbgrader looks for its settings and its tools in the current folder and on PATH; left to itself,
    its pages keep their cookie from the notebooks to which they lead."""
    os.chdir(words.course)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    labsettings.ensure(Path(sys.prefix))
    server.serve("The formgrader", [*server.options(words, words.course, PAGE), "--FormgradeExtension.debug=False",
                                    "--IdentityProvider.cookie_options=path=/",
                                    *(f"--ServerApp.jpserver_extensions={name}={on}" for name, on in EXTENSIONS.items())])
