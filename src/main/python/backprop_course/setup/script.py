"""How a command ends: with one sentence where something is missing, quietly at Ctrl-C or SIGTERM."""
from __future__ import annotations

import signal
import sys
from collections.abc import Callable

from backprop_course.setup.machine import Stop


def run(main: Callable[[list[str]], int | None], args: list[str]) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that each kernel is ended on the way out
    try:
        sys.exit(main(args))
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(stop.code)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        sys.exit(130)
