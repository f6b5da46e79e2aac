"""Runs a module of the course: `start.py MODULE ARGS` calls MODULE.main(ARGS).

Started by its path, it puts this folder, and not the current one, where Python looks for modules.
"""
from __future__ import annotations

import importlib
import sys

from backprop_course.setup import script

if __name__ == "__main__":
    script.run(importlib.import_module(sys.argv[1]).main, sys.argv[2:])
