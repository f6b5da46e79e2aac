"""The class-data archive of the kernel: what a start loads, as the JVM lays it out in memory, read at one go.

An archive fits one jar, one JDK and one command line; the JVM leaves out one that does not, but dies of one that is cut
short. So its name tells what it fits and how long it is, and it is used only while both are so. A file of length 0
stands for an archive that could not be made: the kernel does without, until the jar or the JDK is another.
"""
from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from backprop_course.setup.paths import TARGET
from backprop_course.setup.progress import alone

FOLDER = TARGET / "kernel"
PATIENCE = 60  # seconds
# what the first minutes of a notebook need: values, a chart, a training, an error
CELLS = [
    "1 + 1",
    'System.out.println("one line");',
    "Matrix A = Matrix.ones(2, 2);\nA",
    "display(A)",
    "class Point { double x; }\nnew Point()",
    "1 / 0",
    "Dataset digits = Digits.load();\n"
    "Network net = new Network(7, new CrossEntropy(), new Dense(64, 32, new Relu()), new Dense(32, 10));\n"
    "History history = new Trainer(net, new Adam()).train(digits, 2);\n"
    "Plots.confusion(net, digits)",
]


def added(spec: dict[str, Any]) -> dict[str, Any]:
    """The kernelspec with its archive, which is made now if there is none; as it was, if none can be made."""
    file = fitting(spec)
    if file is None:
        with alone(FOLDER / "lock"):
            file = fitting(spec) or make(spec)
    return using(spec, file) if file and file.stat().st_size else spec


def using(spec: dict[str, Any], file: Path) -> dict[str, Any]:
    """No word of an archive that does not fit, as after a build beside a running JupyterLab."""
    return with_options(spec, f"-XX:SharedArchiveFile={file}", "-Xlog:cds*=off")


def with_options(spec: dict[str, Any], *options: str) -> dict[str, Any]:
    java, *rest = spec["argv"]
    return {**spec, "argv": [java, *options, *rest]}


def fitting(spec: dict[str, Any]) -> Path | None:
    """The archive that has been made for this kernelspec, if all of it is there."""
    return next((file for file in FOLDER.glob(f"java-{key(spec)}-*.jsa")
                 if file.stem.endswith(f"-{file.stat().st_size}")), None)


def key(spec: dict[str, Any]) -> str:
    """Changes with the words of the command line and with the files that they name: the java, the jars."""
    facts = list(spec["argv"])
    for file in (Path(part) for word in spec["argv"] for part in word.split(os.pathsep)):
        if file.is_file():
            facts.append(f"{file.resolve()} {file.stat().st_size} {file.stat().st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def make(spec: dict[str, Any]) -> Path | None:
    """Makes the archive, and removes those before; it comes into its place only when it is whole."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER, ignore_cleanup_errors=True) as work:
            file = made_in(Path(work), spec)
            done = FOLDER / f"java-{key(spec)}-{file.stat().st_size}.jsa"
            file.replace(done)
        remove_all_but(done)
        return done
    except OSError:  # a full disk, perhaps: the next command tries again
        return None


def made_in(work: Path, spec: dict[str, Any]) -> Path:
    """A whole archive, or an empty file."""
    file = work / "kernel.jsa"
    try:
        train(with_options(spec, f"-XX:ArchiveClassesAtExit={file}"), work / "kernel.log")
        check(using(spec, file), work)
    except Exception:  # of whatever kind: an archive saves a second, and must never cost the kernel
        file.unlink(missing_ok=True)
        file.touch()
    return file


def train(spec: dict[str, Any], log: Path) -> None:
    """Lives through a short session; the JVM writes its archive as it ends."""
    from jupyter_client.kernelspec import KernelSpec

    from backprop_course.kernel.client import Kernel
    with Kernel(KernelSpec(**spec), log) as kernel:
        for cell in CELLS:
            kernel.run(cell)
        kernel.complete("A.mu")
        kernel.exit()


def check(spec: dict[str, Any], work: Path) -> None:
    """Refuses an archive that the JVM does not take, by its own checksums."""
    *options, _, _ = spec["argv"]  # without the main class and its argument
    strictly = ["-Xshare:on", "-XX:+UnlockDiagnosticVMOptions", "-XX:+VerifySharedSpaces", "-version"]
    subprocess.run([*options, *strictly], check=True, timeout=PATIENCE, cwd=work,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def remove_all_but(file: Path) -> None:
    for other in set(FOLDER.glob("java-*.jsa")) - {file}:
        try:
            other.unlink()
        except OSError:  # Windows keeps what a kernel still uses
            pass
