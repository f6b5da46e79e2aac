"""Which notebooks there are, and which one a user means."""
from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from backprop_course.setup.machine import Stop
from backprop_course.setup.paths import ROOT

ORIGINALS = ROOT / "notebooks"


def all_in(folder: Path) -> list[Path]:
    """The notebooks below a folder, in reading order, without Jupyter's checkpoints."""
    return sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def name_of(path: Path, folder: Path = ORIGINALS) -> str:
    """What a message calls a notebook: its path in the folder, such as proofs/01-notation.ipynb, or its name."""
    return path.relative_to(folder).as_posix() if folder in path.parents else path.name


def find(name: str, folder: Path = ORIGINALS, to_come: Iterable[Path] = ()) -> Path:
    """A path, or in the folder, with what will come into it, a notebook's name, with or without .ipynb, or the beginning
    of it, as 00; a lecture comes before its companion in proofs/."""
    there = sorted({*all_in(folder), *to_come})
    if Path(name).is_file() or Path(name).resolve() in there:
        return Path(name).resolve()
    latest = re.compile(r"\.new(\.\d+)?$")  # what an update put beside a student's copy
    there = [path for path in there if path.name == name or not latest.search(path.stem)]
    keys = [(path, path.relative_to(folder).as_posix()) for path in there], [(path, path.name) for path in there]
    found: list[Path] = []
    for pairs in keys:
        whole = [path for path, key in pairs if key in (name, f"{name}.ipynb")]
        found = found or whole or [path for path, key in pairs if key.startswith(name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(path.relative_to(folder).as_posix() for path in found or there) or "none"
    if found:
        raise Stop(f"More than one notebook begins with {name!r}; give more of the name: {names}.", 2)
    raise Stop(f"There is no notebook {name!r}; give a path, or the beginning of a name in {folder.name}/: {names}.", 2)
