"""The environment variables of what the launcher starts: Jupyter's folders are inside the project's."""
from __future__ import annotations

import os
import sys
from pathlib import Path

from backprop_course.setup.machine import Java
from backprop_course.setup.paths import ROOT

STATE = ROOT / ".venv" / "state"


def environment(java: Java | None = None) -> dict[str, str]:
    """What runs in .venv keeps Jupyter's folders in there, and takes no setting from another Python or Jupyter."""
    foreign = {"PYTHONPATH", "PYTHONHOME", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTERLAB_DIR",
               "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"}
    env = {name: value for name, value in os.environ.items() if name not in foreign}
    state = Path(env.get("BACKPROP_STATE", STATE))
    state.mkdir(parents=True, exist_ok=True)
    for name in ("config", "data", "runtime"):
        env[f"JUPYTER_{name.upper()}_DIR"] = str(state / name)
    env.update(IPYTHONDIR=str(state / "ipython"), PYTHONDONTWRITEBYTECODE="1", PYTHONUTF8="1")
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if sys.platform == "linux" and "UTF" not in locale.upper():
        env["LC_ALL"] = "C.UTF-8"  # or Java could not enter a folder with an umlaut in its name
    if java:
        env.update(BACKPROP_JAVA=java.path, PATH=os.pathsep.join([str(Path(java.path).parent), env["PATH"]]))
    return env
