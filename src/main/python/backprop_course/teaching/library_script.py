"""The script `kit.jshell` beside each assignment's notebook, whose first cell loads it: it brings the course's library
into the kernel, whichever it is."""
from __future__ import annotations

from pathlib import Path

from backprop_course.setup import files
from backprop_course.setup.paths import ROOT

NAME = "kit.jshell"
IMPORTS = ROOT / "notebooks" / "imports.jshell"
# in braces, so that no variable of it stays in the notebook; lineMagic is what %classpath becomes on JJava and IJava
LIBRARY = """\
{
    try {
        Class.forName("backprop.notebook.Library");
    } catch (ClassNotFoundException notYet) {
        java.io.File folder = new java.io.File("").getAbsoluteFile();
        java.io.File[] jars = null;
        while (folder != null && (jars == null || jars.length == 0)) {
            jars = new java.io.File(folder, "target").listFiles(
                (in, name) -> name.matches("backprop-.*[.]jar"));
            folder = folder.getParentFile();
        }
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("The course's library is not"
                + " here: put the folder of this notebook into the folder"
                + " work/ of the course, and open it there.");
        }
        lineMagic("classpath", java.util.List.of(jars[0].getPath()));
    }
}
"""


def text() -> str:
    """Looks for the library in the folder target/ of the notebook's folder and of those above it, unless the kernel has
    it already, as the course's own has; then the imports of the lectures."""
    return LIBRARY + IMPORTS.read_text(encoding="utf-8")


def put_beside(notebooks: Path) -> None:
    """Into the folder of an assignment, unless there is one."""
    if not (notebooks / NAME).exists():
        files.replace(notebooks / NAME, text().encode("utf-8"))
