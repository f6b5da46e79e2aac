"""`course run` on tiny notebooks: what it lets pass, what it names, what it saves."""
import json
import os
import signal
import subprocess

import pytest

from project import COURSE, code, course, wait_until, write_notebook


def run(tmp_path, *cells, options=()):
    return course("run", str(write_notebook(tmp_path / "tiny.ipynb", *cells)), *options)


def test_a_good_notebook_passes_with_one_line(tmp_path):
    answer = run(tmp_path, code("int x = 2;"), code("x + 1"))
    assert answer.returncode == 0 and answer.stderr == ""
    assert answer.stdout.startswith("ok") and "tiny.ipynb  2 cells" in answer.stdout
    assert len(answer.stdout.splitlines()) == 1


def test_a_failing_cell_is_named_with_its_error_and_the_rest_is_not_run(tmp_path):
    later = tmp_path / "later"
    answer = run(tmp_path, code("int a = 1;"), code("int b = a / 0;\nint c;"),
                 code(f'new java.io.File("{later}").createNewFile()'))
    assert answer.returncode == 1 and not later.exists()
    assert "code cell 2, `int b = a / 0;`: ArithmeticException: / by zero" in answer.stdout
    assert "\x1b" not in answer.stdout and "Traceback" not in answer.stderr


def test_a_cell_that_does_not_compile_is_named(tmp_path):
    answer = run(tmp_path, code("int x = nothing;"))
    assert answer.returncode == 1 and "`int x = nothing;`: nothing is not defined." in answer.stdout


def test_a_cell_tagged_raises_exception_must_fail(tmp_path):
    thrown = code('throw new IllegalStateException("on purpose")', "raises-exception")
    assert run(tmp_path, thrown, code("1")).returncode == 0
    answer = run(tmp_path, code("1", "raises-exception"))
    assert answer.returncode == 1 and "it must fail, but it did not" in answer.stdout


def test_writing_to_stderr_fails(tmp_path):
    answer = run(tmp_path, code('System.err.println("noise")'))
    assert answer.returncode == 1 and "it writes to stderr: noise" in answer.stdout


def test_a_kernel_that_ends_and_a_cell_that_does_not_are_named(tmp_path):
    answer = run(tmp_path, code("System.exit(0)"))
    assert answer.returncode == 1 and "the kernel died" in answer.stdout
    answer = run(tmp_path, code("Thread.sleep(60_000)"), options=("--timeout", "2"))
    assert answer.returncode == 1 and "it did not end within 2 s" in answer.stdout


@pytest.mark.parametrize("content, says", [
    (None, "There is no notebook"),
    ("text", "must be a notebook in Jupyter's format 4"),
    ('{"cells": 3}', "must be a notebook in Jupyter's format 4"),
])
def test_what_is_no_notebook_is_refused_in_one_sentence(tmp_path, content, says):
    path = tmp_path / "odd.ipynb"
    if content is not None:
        path.write_text(content)
    answer = course("run", str(path))
    assert answer.returncode == 2 and says in answer.stderr and len(answer.stderr.splitlines()) == 1


def test_an_unknown_kernel_is_refused_with_the_names_of_the_others(tmp_path):
    answer = run(tmp_path, code("1"), options=("--kernel", "cobol"))
    assert answer.returncode == 2 and "must be one of java, jjava-stock" in answer.stderr


def test_saving_twice_gives_the_same_file(tmp_path):
    cells = (code("int x = 2;"), code('System.out.print("a"); System.out.flush(); System.out.print("b")'), code(""),
             code('String id = display("first", "text/plain"); updateDisplay(id, "last", "text/plain")'), code("x + 1"))
    assert run(tmp_path, *cells, options=("--save",)).returncode == 0
    saved = (tmp_path / "tiny.ipynb").read_bytes()
    assert course("run", str(tmp_path / "tiny.ipynb"), "--save").returncode == 0
    assert (tmp_path / "tiny.ipynb").read_bytes() == saved

    notebook = json.loads(saved)
    assert [cell["execution_count"] for cell in notebook["cells"]] == [1, 2, None, 3, 4]
    assert notebook["cells"][1]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": ["ab"]}]
    assert notebook["cells"][3]["outputs"][0]["data"]["text/plain"] == ["last"]
    assert "version" not in notebook["metadata"]["language_info"]
    assert [cell["id"] for cell in notebook["cells"]] == [cell["id"] for cell in cells]


def test_a_notebook_that_fails_is_not_saved(tmp_path):
    path = write_notebook(tmp_path / "tiny.ipynb", code("1"), code("1 / 0"))
    before = path.read_bytes()
    assert course("run", str(path), "--save").returncode == 1
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no Ctrl-C to a single process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_ends_at_once_with_its_kernels(tmp_path, how):
    begun = tmp_path / "begun"
    path = write_notebook(tmp_path / "slow.ipynb", code(f'new java.io.File("{begun}").createNewFile();\nThread.sleep(99_000);'))
    process = subprocess.Popen([*COURSE, "run", str(path)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env={**os.environ, "BACKPROP_STATE": str(tmp_path / "state")})
    wait_until(begun.exists)
    process.send_signal(how)
    printed = process.communicate(timeout=20)[0]
    assert process.returncode == 130 and printed == "Stopped.\n"
    assert str(tmp_path / "state") not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout


def test_checking_catches_a_changed_number(tmp_path):
    path = tmp_path / "tiny.ipynb"
    assert run(tmp_path, code("1.0 / 3"), options=("--save",)).returncode == 0
    assert course("run", str(path), "--check").returncode == 0
    path.write_text(path.read_text().replace("0.33333", "0.33334"))
    answer = course("run", str(path), "--check")
    assert answer.returncode == 1 and "its output must be '0.33334" in answer.stdout


LOSE_THE_REST = """
var io = org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel().getIO().display;
var envField = io.getClass().getSuperclass().getDeclaredField("env");
envField.setAccessible(true);
var iopub = ((org.dflib.jjava.jupyter.channels.ShellReplyEnvironment) envField.get(io)).getIopub();
var closed = org.dflib.jjava.jupyter.channels.JupyterSocket.class.getDeclaredField("closed");
closed.setAccessible(true);
closed.set(iopub, true);
"""


def test_outputs_that_do_not_come_to_their_end_are_a_failure(tmp_path):
    answer = run(tmp_path, code(LOSE_THE_REST))
    assert answer.returncode == 1 and "its outputs are not complete" in answer.stdout


def test_each_line_of_a_loop_that_prints_much_is_saved(tmp_path):
    answer = run(tmp_path, code('for (int i = 0; i < 20_000; i++) System.out.println("epoch " + i);'),
                 options=("--save",))
    assert answer.returncode == 0
    [cell] = json.loads((tmp_path / "tiny.ipynb").read_text(encoding="utf-8"))["cells"]
    [output] = cell["outputs"]
    assert "".join(output["text"]) == "".join(f"epoch {i}\n" for i in range(20_000))
