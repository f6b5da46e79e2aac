"""One long step of the set-up: what it is doing, for how long, and the end of its log if it fails."""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

NOTHING = r"\A\b\Z"


def step(title: str, command: list[str], cwd: Path, log: Path, env: dict[str, str] | None = None, show: str = NOTHING) -> int:
    """Runs a command, its output going to a log; prints the lines that match `show`. Returns the exit code.

    A terminal gets one live line with the latest thing done; a pipe gets a line at the start and one at the end.
    """
    live, started = sys.stdout.isatty(), time.monotonic()
    erase = "\r\033[K" if live else ""
    latest = ""
    print(f"{title} ...", end="" if live else "\n", flush=True)
    process = subprocess.Popen(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")

    def read() -> None:
        nonlocal latest
        with open(log, "w", encoding="utf-8") as file:
            for line in process.stdout or ():
                file.write(line)
                latest = gist(line) or latest
                if re.search(show, line):
                    print(f"{erase}  {gist(line)}", flush=True)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        while reader.is_alive():
            reader.join(0.2)
            if live:
                line = f"{title} ... {time.monotonic() - started:.0f} s  {latest}"
                print(erase + line[:shutil.get_terminal_size().columns - 1], end="", flush=True)
        code = process.wait()
    except KeyboardInterrupt:
        process.terminate()
        raise
    end = "done" if code == 0 else "FAILED"
    print(f"{erase}{title}: {end} in {time.monotonic() - started:.1f} s", flush=True)
    if code:
        tail = log.read_text(encoding="utf-8").splitlines()[-30:]
        print("\n".join(f"  | {line}" for line in tail) + f"\nThe whole log is in {log}.", flush=True)
    return code


def gist(line: str) -> str:
    """A file's name instead of its address, a message without its level."""
    address = re.search(r"://\S*/(\S+)", line)
    return address.group(1) if address else re.sub(r"^\[\w+\]", "", line.strip()).strip("- ")


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Lets one command at a time set this folder up: a second one waits for the first."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with open(lock, "a+") as file:
        waiting = False
        while not try_lock(file):
            if not waiting:
                print("Waiting for another course command to finish its set-up ...", flush=True)
            waiting = True
            time.sleep(0.5)
        yield


def try_lock(file: TextIO) -> bool:
    """Takes a lock that the operating system frees when the file is closed or its process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except OSError:
        return False
