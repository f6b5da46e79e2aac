"""How a program of the kit's test tree is started: the jar, beside it natives, and what the tests need."""
from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TARGET = ROOT / "target"
TMP = TARGET / "tmp"
FLAGS = ["--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto",
         "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", f"-Djava.io.tmpdir={TMP}"]  # as the kernel has them


def command(java: str, main: str, *args: str) -> list[str]:
    """The command line of a main class; the build has made what stands in its class path."""
    TMP.mkdir(parents=True, exist_ok=True)
    jar = next(TARGET.glob("backprop-*.jar"))
    path = [TARGET / "test-classes", jar, TARGET / "test-libs" / "*"]
    return [java, *FLAGS, "-cp", os.pathsep.join(map(str, path)), main, *args]
