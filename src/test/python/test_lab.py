"""`course lab`: the address it prints, its options, and its end."""
import os
import socket
import subprocess
import time

import pytest

from backprop_course.notebooks import lab as command
from backprop_course.setup.paths import SOURCES
from project import PYTHON, ROOT, WORK, course, lab


def test_ctrl_c_ends_it_and_its_kernels_at_once(tmp_path, work):
    with lab(tmp_path, "--work", str(work)) as server:
        server.start_kernel()
        started = time.monotonic()
        assert server.interrupt() == 0
        assert time.monotonic() - started < 20
    printed = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in printed and "Warning" not in printed
    if os.name != "nt":
        processes = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
        assert str(tmp_path / "state" / "runtime") not in processes


def test_it_opens_the_first_notebook_in_a_copy(tmp_path, work):
    with lab(tmp_path, "--work", str(work)) as server:
        assert f"/lab/tree/{WORK.name}/00-start-here.ipynb?token=" in server.address
    original = ROOT / "notebooks/00-start-here.ipynb"
    assert (work / original.name).read_bytes() == original.read_bytes()


def test_edit_opens_the_original_and_arguments_go_to_jupyterlab(tmp_path):
    with lab(tmp_path, "--edit", "00", "--", "--ServerApp.base_url=/kit/") as server:
        assert "/kit/lab/tree/notebooks/00-start-here.ipynb?token=" in server.address


@pytest.mark.parametrize("name", ["02", "02-losses", "02-losses.ipynb", "{work}/02-losses.ipynb", "notebooks/02-losses.ipynb"])
def test_a_copy_that_has_still_to_be_made_is_found_by_each_of_its_names(work, monkeypatch, name):
    monkeypatch.chdir(ROOT)
    words, rest = command.arguments([name.format(work=work), "--work", str(work), "--", "--x"])
    assert words.page == f"{WORK.name}/02-losses.ipynb" and rest == ["--x"] and not work.exists()


@pytest.mark.parametrize("args, says", [
    (["nothing-here"], "There is no notebook 'nothing-here'"),
    (["--port", "70000"], "--port must be a number from 0 to 65535, got 70000"),
    (["--port", "many"], "--port must be a number from 0 to 65535, got many"),
])
def test_wrong_words_are_refused_in_a_sentence(work, args, says):
    answer = course("lab", "--no-browser", "--work", str(work), *args)
    assert answer.returncode == 2 and says in answer.stderr and "Traceback" not in answer.stderr


def test_a_port_in_use_is_named(work):
    with socket.socket() as other:
        other.bind(("localhost", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = course("lab", "--no-browser", "--work", str(work), "--port", str(port))
    assert answer.returncode == 2 and f"Port {port} cannot be used" in answer.stderr


LEFT_EARLY = """
import logging
import tornado.log
from backprop_course.notebooks import server
from jupyterlab.labapp import LabApp
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError
started = LabApp.initialize_server(argv=["--Application.log_level=ERROR", "--allow-root"])
server.keep_what_is_worth_a_line(started.log)
for log in tornado.log.app_log, logging.getLogger("asyncio"):
    for fault in StreamClosedError(), WebSocketClosedError(), ValueError("a fault of the server"):
        try:
            raise fault
        except Exception:
            log.error("Uncaught exception", exc_info=True)
"""


def test_a_page_that_is_left_before_it_is_complete_prints_nothing_and_a_fault_of_the_server_does():
    done = subprocess.run([PYTHON, "-W", "ignore", "-c", LEFT_EARLY], capture_output=True, text=True,
                          env=os.environ | {"PYTHONPATH": str(SOURCES)})
    assert done.stderr.count("Uncaught exception") == 2 and "a fault of the server" in done.stderr
    assert "ClosedError" not in done.stderr
