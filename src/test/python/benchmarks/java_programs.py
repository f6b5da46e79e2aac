"""How a Java program of the test tree is started: with the jar, beside it the natives, and what the tests need."""
from __future__ import annotations

import os

from backprop_course.setup.jvm import FLAGS
from backprop_course.setup.paths import TARGET, TMP


def command(java: str, main: str, *args: str) -> list[str]:
    """The command line of a main class; the build has made what is on its class path."""
    TMP.mkdir(parents=True, exist_ok=True)
    jar = next(TARGET.glob("backprop-*.jar"))
    path = [TARGET / "test-classes", jar, TARGET / "test-libs" / "*"]
    return [java, *FLAGS, "-cp", os.pathsep.join(map(str, path)), main, *args]
