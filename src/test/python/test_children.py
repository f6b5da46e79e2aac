"""Whatever starts kernels ends them, also when it is killed."""
import json
import os
import signal
import subprocess
import sys

import pytest

from backprop_course.setup.paths import SOURCES
from project import ROOT, wait_until

PARENT = """
import sys, time
sys.path.insert(0, sys.argv[1])
from backprop_course.setup import children
with children.running([sys.executable, "-c", "import time; time.sleep(600)"]) as process:
    print(process.pid, flush=True)
    process.wait()
"""
KERNEL = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from jupyter_client.kernelspec import KernelSpec
import json
from backprop_course.kernel import client
with client.Kernel(KernelSpec(**json.loads(sys.argv[2])), Path(sys.argv[3]) / "kernel.log") as kernel:
    kernel.run("1")
    print(kernel.manager.provisioner.pid, flush=True)
    time.sleep(600)
"""


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet fetched does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = f"/proc/{pid}/stat"
    return not (os.path.exists(stat) and open(stat).read().rsplit(")", 1)[1].split()[0] == "Z")


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells a child of its parent's death on Linux alone")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_child_ends_with_its_parent(how):
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(SOURCES)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    assert is_alive(child)
    parent.send_signal(how)
    parent.wait(60)
    wait_until(lambda: not is_alive(child))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_kernel_ends_with_the_process_that_started_it(how, tmp_path):
    spec = json.loads((ROOT / ".venv/share/jupyter/kernels/java/kernel.json").read_text(encoding="utf-8"))
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    parent = subprocess.Popen([str(python), "-c", KERNEL, str(SOURCES), json.dumps(spec), str(tmp_path)],
                              stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    kernel = int(parent.stdout.readline())
    assert is_alive(kernel)
    parent.send_signal(how)
    parent.wait(60)
    wait_until(lambda: not is_alive(kernel))
