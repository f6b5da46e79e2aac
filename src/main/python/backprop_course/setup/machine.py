"""What the machine has, and how to get what it lacks. Runs before anything is installed: standard library only."""
from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

EXE = ".exe" if os.name == "nt" else ""
INSTALL = {  # where a package manager is found: how it brings what is missing
    "apt-get": {"java": "sudo apt install openjdk-17-jdk  (or a newer openjdk-NN-jdk)",
                "maven": "sudo apt install maven",
                "python": "sudo apt install python3 python3-venv"},
    "dnf": {"java": "sudo dnf install java-latest-openjdk-devel",
            "maven": "sudo dnf install maven",
            "python": "sudo dnf install python3"},
    "brew": {"java": "brew install --cask temurin",
             "maven": "brew install maven",
             "python": "brew install python"},
    "winget": {"java": "winget install EclipseAdoptium.Temurin.21.JDK",
               "maven": "unpack the zip from https://maven.apache.org/download.cgi and add its bin folder to PATH",
               "python": "winget install Python.Python.3.13"},
    "": {"java": "install a JDK from https://adoptium.net",
         "maven": "follow https://maven.apache.org/install.html",
         "python": "install Python from https://www.python.org/downloads"},
}


class Stop(Exception):
    """One sentence for the user; code 1: the course failed, code 2: the machine or the command lacks something."""

    def __init__(self, message: str, code: int = 1):
        super().__init__(message)
        self.code = code


class Java(NamedTuple):
    path: str
    version: str

    @property
    def feature(self) -> int:
        """The first number of the version: 17 of 17.0.15; 0 where there are no modules yet."""
        return int((re.match(r"\d+", self.version) or ["0"])[0])


def look_around(memory: Path, needs_maven: Callable[[Java | None], bool]) -> Java:
    """The JDK to use; stops with all that is missing at once. `needs_maven(java)` says whether there is a build to do."""
    missing: list[tuple[str, str]] = []
    java = check_java(memory, missing)
    if needs_maven(java) and not shutil.which("mvn"):
        missing.append(("Maven: there is no mvn on PATH", "maven"))
    check_python(missing)
    if missing or java is None:
        raise Stop(report(missing), 2)
    return java


def check_java(memory: Path, missing: list[tuple[str, str]]) -> Java | None:
    path, home = find_java(), os.environ.get("JAVA_HOME")
    if path is None:
        where = f"JAVA_HOME is {home}, which holds no bin/java{EXE}" if home else "there is no java on PATH"
        missing.append((f"a JDK, 17 or newer: {where}", "java"))
        return None
    facts = java_facts(path, memory)
    java = Java(path, facts["version"])
    if java.feature < 17:
        missing.append((f"a JDK, 17 or newer: {path} is version {java.version}", "java"))
    elif not facts["javac"]:
        missing.append((f"a complete JDK: {path} has no javac next to it", "java"))
    elif not facts["jshell"]:
        missing.append((f"a JDK with the module jdk.jshell: {path} has none", "java"))
    return java


def check_python(missing: list[tuple[str, str]]) -> None:
    if sys.version_info < (3, 10):  # noqa: UP036, for this module must also tell an older Python so
        missing.append((f"Python, 3.10 or newer: {sys.executable} is {sys.version.split()[0]}", "python"))
    elif not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        missing.append((f"Python with venv and ensurepip: {sys.executable} lacks one of them", "python"))


def find_java() -> str | None:
    """The java of JAVA_HOME, or else of PATH."""
    home = os.environ.get("JAVA_HOME")
    if home:
        java = Path(home) / "bin" / f"java{EXE}"
        return str(java) if java.is_file() else None
    return shutil.which("java")


def java_facts(path: str, memory: Path) -> dict[str, Any]:
    """Version and tools of a JDK: asked once, then remembered in a file until that JDK changes."""
    real = Path(path).resolve()
    key = f"{path} {real} {real.stat().st_mtime_ns}"
    if memory.exists():
        facts: dict[str, Any] = json.loads(memory.read_text(encoding="utf-8"))
        if facts["key"] == key:
            return facts
    answer = subprocess.run([path, "--list-modules"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    modules = dict(line.split("@", 1) for line in answer.stdout.split() if "@" in line)
    facts = {"key": key,
             "version": modules.get("java.base", "older than 9"),
             "jshell": "jdk.jshell" in modules,
             "javac": (real.parent / f"javac{EXE}").exists() or bool(shutil.which("javac"))}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(facts), encoding="utf-8")
    return facts


def report(missing: list[tuple[str, str]]) -> str:
    manager = next((name for name in INSTALL if name and shutil.which(name)), "")
    lines = [f"  - {what}\n      {INSTALL[manager][key]}" for what, key in missing]
    return "\n".join(["The course needs something that is missing on this machine:", *lines,
                      "Install it and run the same command again."])
