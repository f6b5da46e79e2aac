"""How each Java program of the course is started."""
from __future__ import annotations

from backprop_course.setup.paths import TMP

# Serial collection and no performance file make a quick start; the C2 compiler stays, for the mathematics.
FLAGS = ["--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto",
         "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", f"-Djava.io.tmpdir={TMP}"]
