"""A test of the checks: mistakes planted in the library, or in a notebook's own cells, are caught where it is said.

Each mistake of mutations.json replaces one piece of text. One in the library is compiled and put before the kit on the
class path, of a kernel of its own or of a JUnit test class. A notebook runs up to the cell that must fail, and no cell
before it may; a test class must fail in the test named.
"""
import json
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backprop_course.kernel import kernelspec
from backprop_course.setup import paths
from benchmarks import java_programs
from project import PYTHON, ROOT

MUTATIONS = json.loads(Path(__file__).with_name("mutations.json").read_text(encoding="utf-8"))
JAVA = Path(kernelspec.chosen_java()).resolve()
LEAST = 20
SCRIPTS = ("kit.jshell", "imports.jshell", "proofs/kit.jshell")
FAILED = re.compile(r"code cell (\d+), .*?`: (.*)")


def replaced(text: str, mutation: dict) -> str:
    """The text with the mistake in it; a mutation that fits nowhere, or twice, is itself one."""
    assert text.count(mutation["old"]) == 1, f"{mutation['what']}: {mutation['old']!r} must stand there once"
    return text.replace(mutation["old"], mutation["new"])


def plant(mutation: dict, folder: Path) -> tuple[Path, str]:
    """The notebook to run, up to the cell that must fail, and the kernel to run it on."""
    for script in SCRIPTS:
        (folder / "notebooks" / script).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "notebooks" / script, folder / "notebooks" / script)
    for name in ("target", "data"):
        (folder / name).symlink_to(ROOT / name)
    content = json.loads((ROOT / mutation["notebook"]).read_text(encoding="utf-8"))
    cells = {cell["id"]: cell for cell in content["cells"]}
    if "cell" in mutation:
        cell = cells[mutation["cell"]]
        cell["source"] = replaced("".join(cell["source"]), mutation)
    last = list(cells).index(mutation["caught_by"])
    content["cells"] = content["cells"][:last + 1]
    notebook = folder / mutation["notebook"]
    notebook.write_text(json.dumps(content), encoding="utf-8")
    return notebook, kernel_before(compiled(mutation, folder), folder) if "file" in mutation else "java"


def compiled(mutation: dict, folder: Path) -> Path:
    """The classes of the library's file with the mistake in it."""
    source = folder / "src" / Path(mutation["file"]).name
    source.parent.mkdir()
    source.write_text(replaced((ROOT / mutation["file"]).read_text(encoding="utf-8"), mutation), encoding="utf-8")
    subprocess.run([JAVA.with_name("javac"), "-encoding", "UTF-8", "-proc:none", "-nowarn", "-d", folder / "classes", "-cp",
                    kernelspec.library_jar(), source], check=True, capture_output=True, text=True)
    return folder / "classes"


def kernel_before(classes: Path, folder: Path) -> str:
    """A kernel that finds these classes before the kit's."""
    spec = kernelspec.course_spec(ROOT / ".venv/share/jupyter/kernels/java", str(JAVA))
    put_first(classes, spec["argv"])
    (folder / "jupyter/kernels/mutant").mkdir(parents=True)
    (folder / "jupyter/kernels/mutant/kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    return "mutant"


def put_first(classes: Path, command: list[str]) -> list[str]:
    place = command.index("-cp") + 1
    command[place] = os.pathsep.join([str(classes), command[place]])
    return command


def outcome(mutation: dict, folder: Path) -> str:
    """The cell or test that failed, and with what; or that none did."""
    if "test" in mutation:
        command = java_programs.command(str(JAVA), "backprop.JUnitCommand", mutation["test"])
        answer = run(put_first(compiled(mutation, folder), command))
        said = [line for line in answer.stdout.splitlines() if line.startswith(mutation["caught_by"])]
        return said[0] if said else f"nothing like it failed: {answer.stdout}{answer.stderr}"
    notebook, kernel = plant(mutation, folder)
    answer = run([PYTHON, "-B", *paths.module("backprop_course.notebooks.run"), notebook, "--kernel", kernel],
                 JUPYTER_PATH=str(folder / "jupyter"))
    code = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    failed = FAILED.search(answer.stdout)
    return f"{code[int(failed[1]) - 1]['id']}: {failed[2]}" if failed else f"nothing failed: {answer.stdout}{answer.stderr}"


def run(command: list, **env: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, env={**os.environ, **env}, stdin=subprocess.DEVNULL, capture_output=True,
                          encoding="utf-8", timeout=300)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """All mistakes, two at a time."""
    kernelspec.ensure(ROOT / ".venv", kernelspec.chosen_java())
    folders = [tmp_path_factory.mktemp("mutation") for _ in MUTATIONS]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(outcome, MUTATIONS, folders))


@pytest.mark.parametrize("k", range(len(MUTATIONS)), ids=[mutation["what"] for mutation in MUTATIONS])
def test_a_planted_mistake_is_caught_where_it_is_said(outcomes, k):
    assert outcomes[k].startswith(MUTATIONS[k]["caught_by"]), outcomes[k]


def test_the_list_of_mistakes_and_of_what_caught_each(outcomes, capsys):
    assert len(MUTATIONS) >= LEAST
    assert {"cell", "file", "test"} <= {key for mutation in MUTATIONS for key in mutation}
    with capsys.disabled():
        print("\nPlanted mistakes, and what caught each:")
        for mutation, said in zip(MUTATIONS, outcomes):
            print(f"  {mutation['what']}\n    {mutation.get('file', mutation.get('notebook'))}")
            print(f"    caught by {mutation.get('test', mutation.get('notebook'))}, {said}")
