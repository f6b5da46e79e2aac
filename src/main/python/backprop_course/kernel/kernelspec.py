"""The kernelspec `java` of a Python environment: JJava, started directly, with the library on its class path.

PyPI's jjava brings a kernelspec of the same name, which starts a second JVM; it is kept as `jjava-stock`. Installing
jjava again puts it back, so each command that starts a kernel calls `ensure`, which costs a file comparison; after a
build also the seconds that a new archive of the kernel's classes takes.
"""
from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backprop_course.kernel import archive
from backprop_course.setup import files, jvm
from backprop_course.setup.paths import TARGET, TMP

# JJava logs each of its threads on the terminal of JupyterLab; warnings are enough.
LOGGING = "handlers=java.util.logging.ConsoleHandler\n.level=WARNING\n"


def ensure(prefix: Path, java: str, jars: Sequence[Path] = ()) -> None:
    """Puts the course's kernelspec into the environment at `prefix`, unless it is there; with other jars before the
    library's, such as the hidden tests, it uses no archive, and checks draw the same inputs for every student."""
    kernels = prefix / "share" / "jupyter" / "kernels"
    folder = kernels / "java"
    if not (folder / "jjava.jar").exists():
        sys.exit(f"{folder} must hold jjava.jar, from the package jjava; remove .venv and run the command again.")
    TMP.mkdir(parents=True, exist_ok=True)
    spec = json.loads((folder / "kernel.json").read_text(encoding="utf-8"))
    if is_stock(spec):
        keep_stock(folder, kernels / "jjava-stock", spec)
    (folder / "logging.properties").write_text(LOGGING, encoding="utf-8")
    wanted = course_spec(folder, java, jars) if jars else archive.added(course_spec(folder, java))
    if spec != wanted:
        write(folder / "kernel.json", wanted)


def course_spec(folder: Path, java: str, jars: Sequence[Path] = ()) -> dict[str, Any]:
    """The library is beside JJava on the JVM's own class path: of other classes there is no archive."""
    seed = ["-Dbackprop.seed=1"] if jars else []
    class_path = os.pathsep.join(map(str, [folder / "jjava.jar", *jars, library_jar()]))
    return {
        "argv": [
            java, *jvm.FLAGS, "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            f"-Djava.util.logging.config.file={folder / 'logging.properties'}",
            *seed, "-cp", class_path, "org.dflib.jjava.distro.JJava", "{connection_file}",
        ],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {},
        "metadata": {},
    }


def library_jar() -> Path:
    jar = next(TARGET.glob("backprop-*.jar"), None)
    return jar or sys.exit("target must hold the library's jar; run ./course build to create it.")


def is_stock(spec: dict[str, Any]) -> bool:
    return any("jjava-launcher.jar" in word for word in spec["argv"])


def keep_stock(folder: Path, copy: Path, spec: dict[str, Any]) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    write(copy / "kernel.json", {**spec, "display_name": "Java (stock JJava)"})


def write(file: Path, spec: dict[str, Any]) -> None:
    files.replace(file, json.dumps(spec, indent=1) + "\n")


def chosen_java() -> str:
    """The java that the launcher checked, or else the one on PATH, as on Binder."""
    java = os.environ.get("BACKPROP_JAVA") or shutil.which("java")
    return java or sys.exit("Java 17 or newer must be on PATH; ./course lab says how to install it.")


def main(args: list[str]) -> None:
    ensure(Path(sys.prefix), chosen_java())
