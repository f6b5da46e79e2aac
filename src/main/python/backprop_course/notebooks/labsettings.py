"""What JupyterLab is like in the course's Python environment: without news, so that it needs no network; with figures
that are dark in the dark theme; and, when a lecture is opened, with the whole width for the notebook."""
from __future__ import annotations

import json
import sys
from pathlib import Path

from backprop_course.setup import files

DEFAULTS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}
# JupyterLab passes over what a kernel says of itself while it answers these; this is Jupyter's own list, but for
# kernel_info_request. A Java kernel answers no other question before the first cell runs, and the status bar would say
# "Unknown" until then.
PASSED_OVER = """comm_info_request comm_info_reply kernel_info_reply shutdown_request shutdown_reply interrupt_request
    interrupt_reply debug_request debug_reply stream display_data update_display_data execute_input execute_result error
    status clear_output debug_event input_request input_reply""".split()
SERVER = {"LabApp": {"custom_css": True}, "MappingKernelManager": {"untracked_message_types": PASSED_OVER}}
# Inverted, white is the theme's own ground; turned by half a circle, blue is blue again. Where the text of a figure says
# what is white, light or dark, it keeps its colours, and its ground is dimmed.
STYLE = """\
[data-jp-theme-light="false"] .jp-OutputArea-output img[src^="data:image/"][style*="#ffffff"] {
  filter: invert(0.933) hue-rotate(180deg);
}
[data-jp-theme-light="false"] .jp-OutputArea-output img[src^="data:image/"][style*="#ffffff"]:is(
    [alt^="Heat map"], [alt*="white: 0"], [alt*="(light)"]) {
  filter: brightness(0.82);
  border-radius: 6px;
}
"""
WORKSPACE = "default-37a8.jupyterlab-workspace"  # JupyterLab's name for the one of an address that names none
LAYOUT = "layout-restorer:data"


def ensure(prefix: Path) -> None:
    """The settings of an environment, and the style sheet in the configuration of whoever runs it."""
    from jupyter_core.paths import jupyter_config_dir
    keep(prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json", json.dumps(DEFAULTS, indent=1) + "\n")
    keep(prefix / "etc" / "jupyter" / "jupyter_lab_config.json", json.dumps(SERVER, indent=1) + "\n")
    keep(Path(jupyter_config_dir()) / "custom" / "custom.css", STYLE)


def keep(file: Path, text: str) -> None:
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        files.replace(file, text)


def fold_file_browser(workspaces: Path) -> None:
    """Folds the file browser of the next page that is opened; all else is as it was when JupyterLab was left."""
    file = workspaces / WORKSPACE
    try:
        workspace = json.loads(file.read_text(encoding="utf-8"))
        layout = workspace["data"].setdefault(LAYOUT, {})
        layout["left"] = {**layout.get("left", {}), "collapsed": True}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):  # none, or damaged: JupyterLab begins anew
        workspace = {"data": {LAYOUT: {"left": {"collapsed": True}}}, "metadata": {"id": "default"}}
    keep(file, json.dumps(workspace))


def main(args: list[str]) -> None:
    ensure(Path(sys.prefix))
