"""The copies of the notebooks in which students work.

What a student changed is never overwritten. A list of the originals' hashes, as they were when copied, tells a copy
that nobody touched, which follows its original, from one with a student's work in it.
"""
from __future__ import annotations

import hashlib
import json
from pathlib import Path

from backprop_course.setup import files

LIST = ".originals.json"


def refresh(originals: Path, work: Path) -> list[str]:
    """Brings new and changed originals into `work`; returns a line for each one put beside a student's."""
    work.mkdir(parents=True, exist_ok=True)
    known = read_list(work / LIST)
    news = []
    for original in files_of(originals):
        name = original.relative_to(originals).as_posix()
        digest = hash_of(original)
        copy = work / name
        if not copy.exists() or (known.get(name) != digest and hash_of(copy) in (known.get(name), digest)):
            put(original, copy)
        elif known.get(name) != digest:
            beside = free_name(copy)
            put(original, beside)
            news.append(f"There is a newer version of {name}. Your copy is unchanged; the newer one is {beside.name}, "
                        "in the same folder.")
        known[name] = digest
    write_list(work / LIST, known)
    return news


def free_name(copy: Path) -> Path:
    """NAME.new.ipynb, or NAME.new.2.ipynb and so on, for a student may have gone on in the first."""
    numbers = ["", *(f".{number}" for number in range(2, 1000))]
    names = (copy.with_name(f"{copy.stem}.new{number}{copy.suffix}") for number in numbers)
    return next(name for name in names if not name.exists())


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*")
                  if path.is_file() and not {".ipynb_checkpoints", "__pycache__"} & set(path.parts))


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def put(original: Path, copy: Path) -> None:
    """Copies as a whole, so that an interrupted copy is never taken for a student's work."""
    files.replace(copy, original.read_bytes())


def read_list(path: Path) -> dict[str, str]:
    """The list, or an empty one if it is missing or damaged: then each changed copy counts as a student's."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_list(path: Path, known: dict[str, str]) -> None:
    files.replace(path, json.dumps(known, indent=1, sort_keys=True) + "\n")
