"""Where things are in the project, and how a module of it is started in another Python."""
from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[5]
SOURCES = ROOT / "src" / "main" / "python"
TARGET = ROOT / "target"
TMP = TARGET / "tmp"
EXERCISES = ROOT / "exercises"
EDITION = not (ROOT / "pom.xml").exists()  # the student edition: built already, and without what builds it


def module(name: str) -> list[str]:
    """The words after `python` that run a module's `main`, whatever folder is the current one."""
    return [str(SOURCES / "start.py"), name]
