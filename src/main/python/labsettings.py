"""Defaults of JupyterLab in a Python environment: no news, no search for updates, so that it needs no network."""
from __future__ import annotations

import json
import sys
from pathlib import Path

import files

DEFAULTS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}


def ensure(prefix: Path) -> None:
    file = prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    text = json.dumps(DEFAULTS, indent=1) + "\n"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        files.replace(file, text)


if __name__ == "__main__":
    ensure(Path(sys.prefix))
