"""How far a measurement is, in one line."""
from __future__ import annotations

import sys


class Progress:
    """One live line on a terminal; a pipe gets its end alone."""

    def __init__(self, title: str):
        self.title, self.live = title, sys.stdout.isatty()

    def __call__(self, what: str) -> None:
        if self.live:
            print(f"\r\033[K{self.title} ... {what}", end="", flush=True)

    def close(self, what: str) -> None:
        print(f"\r\033[K{self.title}: {what}" if self.live else f"{self.title}: {what}", flush=True)
