"""Mistakes planted in the library, or in a notebook's own cells, and what each is caught by.

A mistake of mutations.json replaces one piece of text. All mistakes of a notebook are tried in one kernel: one in the
library gives its classes other bodies, and the notebook runs from its beginning; one in a cell runs in the cell's
place. The first cell that fails is what caught it. Then all is as before, and the notebook goes on without failing.
A mistake that a JUnit test must catch is put before the library on the class path of a JVM of its own.
"""
from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import kernels
from backprop_course.kernel import kernelspec
from benchmarks import java_programs
from project import ROOT

JAVA = Path(kernelspec.chosen_java()).resolve()
TESTS = ROOT / "target/test-classes"
AGENT = "backprop.Redefinition"
REDEFINE = """((java.util.function.Function<String, Object>) folder -> {{
    try {{ return ClassLoader.getSystemClassLoader().loadClass("{agent}").getMethod("of", String.class).invoke(null, folder); }}
    catch (ReflectiveOperationException e) {{ throw new IllegalStateException(e); }}
}}).apply("{folder}")"""


def outcomes(mistakes: list[dict], folder: Path) -> dict[str, str]:
    """By what each mistake says: the cell or test that failed, and with what; or that none did. Two at a time."""
    kernelspec.ensure(ROOT / ".venv", kernelspec.chosen_java())
    agent = packed(folder)
    notebooks = {mistake["notebook"]: None for mistake in mistakes if "notebook" in mistake}
    with ThreadPoolExecutor(2) as pool:
        lectures = [pool.submit(lecture, [one for one in mistakes if one.get("notebook") == name], folder / f"lecture-{k}", agent)
                    for k, name in enumerate(notebooks)]
        tests = [pool.submit(of_test, one, folder / f"test-{k}") for k, one in enumerate(mistakes) if "test" in one]
        return {what: said for future in lectures + tests for what, said in future.result().items()}


def replaced(text: str, mistake: dict) -> str:
    """The text with the mistake in it; one that fits nowhere, or twice, is itself a mistake."""
    assert text.count(mistake["old"]) == 1, f"{mistake['what']}: {mistake['old']!r} must stand there once"
    return text.replace(mistake["old"], mistake["new"])


def compiled(file: str, folder: Path, mistake: dict | None = None) -> Path:
    """The classes of a file of the library, as it is or with a mistake in it."""
    source = folder / "src" / Path(file).name
    source.parent.mkdir(parents=True)
    text = (ROOT / file).read_text(encoding="utf-8")
    source.write_text(replaced(text, mistake) if mistake else text, encoding="utf-8")
    subprocess.run([JAVA.with_name("javac"), "-encoding", "UTF-8", "-proc:none", "-nowarn", "-d", folder / "classes", "-cp",
                    kernelspec.library_jar(), source], check=True, capture_output=True, text=True)
    return folder / "classes"


# ---- caught by a JUnit test ----

def of_test(mistake: dict, folder: Path) -> dict[str, str]:
    command = java_programs.command(str(JAVA), "backprop.JUnitCommand", mistake["test"])
    place = command.index("-cp") + 1
    command[place] = os.pathsep.join([str(compiled(mistake["file"], folder, mistake)), command[place]])
    answer = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300)
    said = [line for line in answer.stdout.splitlines() if line.startswith(mistake["caught_by"])]
    return {mistake["what"]: said[0] if said else f"nothing like it failed: {answer.stdout}{answer.stderr}"}


# ---- caught by a cell ----

def packed(folder: Path) -> Path:
    """The agent's jar."""
    jar, path = folder / "agent.jar", f"{AGENT.replace('.', '/')}.class"
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", f"Premain-Class: {AGENT}\nCan-Redefine-Classes: true\n\n")
        archive.write(TESTS / path, path)
    return jar


def lecture(mistakes: list[dict], folder: Path, agent: Path) -> dict[str, str]:
    """Those of one notebook, in one kernel."""
    notebook = ROOT / mistakes[0]["notebook"]
    cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    said = {}
    with kernels.started("java", write_spec(folder, agent), notebook.parent, kernel_dirs=[str(folder / "kernels")]) as kernel:
        play = Play(kernel, cells)
        for k, mistake in enumerate(one for one in mistakes if "file" in one):
            said[mistake["what"]] = play.with_library(mistake, folder / str(k))
        said.update(play.with_cells([one for one in mistakes if "cell" in one]))
    return said


def write_spec(folder: Path, agent: Path) -> Path:
    """The library's own kernelspec, with the agent; C1 alone compiles, for most of the time is javac's."""
    spec = kernelspec.course_spec(ROOT / ".venv/share/jupyter/kernels/java", str(JAVA))
    spec["argv"][1:1] = [f"-javaagent:{agent}", "-XX:TieredStopAtLevel=1"]
    file = folder / "kernels/java/kernel.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(spec), encoding="utf-8")
    return folder


class Play:
    """A notebook in its kernel."""

    def __init__(self, kernel: kernels.Kernel, cells: list[dict]):
        self.kernel, self.cells = kernel, cells
        self.names = [cell["id"] for cell in cells]

    def with_library(self, mistake: dict, folder: Path) -> str:
        last = self.names.index(mistake["caught_by"])
        self.redefine(compiled(mistake["file"], folder / "wrong", mistake))
        try:
            return self.first_failure(self.cells[:last + 1])
        finally:
            self.redefine(compiled(mistake["file"], folder / "right"))

    def redefine(self, classes: Path) -> None:
        self.kernel.run(REDEFINE.format(agent=AGENT, folder=classes.as_posix()))

    def with_cells(self, mistakes: list[dict]) -> dict[str, str]:
        """All cells in turn, each first with its mistakes."""
        said = {}
        for k, cell in enumerate(self.cells):
            for mistake in (one for one in mistakes if one["cell"] == cell["id"]):
                wrong = {**cell, "source": replaced("".join(cell["source"]), mistake)}
                last = self.names.index(mistake["caught_by"])
                said[mistake["what"]] = self.first_failure([wrong, *self.cells[k + 1:last + 1]])
            failed = self.first_failure([cell])
            assert not failed.startswith(cell["id"]), f"without a mistake, after those before it: {failed}"
            if len(said) == len(mistakes):
                return said
        return said

    def first_failure(self, cells: list[dict]) -> str:
        for cell in cells:
            error = self.error(cell)
            if error:
                return f"{cell['id']}: {error}"
        return "nothing failed"

    def error(self, cell: dict) -> str:
        """What is wrong with a cell's outcome; what it prints on stderr is not."""
        outcome = self.kernel.finish(self.kernel.start("".join(cell["source"])), 300)
        must_fail = "raises-exception" in cell["metadata"].get("tags", [])
        if must_fail:
            return "" if outcome.error else "it is tagged raises-exception, but did not fail"
        return re.sub(r"\s+", " ", outcome.error).strip()
