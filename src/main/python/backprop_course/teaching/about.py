"""What an assignment is about, as its notebook tells."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backprop_course.setup.machine import Stop


def assignment(path: Path) -> dict[str, Any]:
    """Title, aims, what to have read, minutes, points and graded cells of an assignment's notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    about = notebook["metadata"].get("assignment", {})
    if missing := {"title", "about", "read", "minutes", "aims"} - about.keys():
        raise Stop(f"{path.name} must tell in its metadata, under assignment, what it is about: "
                   f"title, about, read, minutes and aims; it lacks {', '.join(sorted(missing))}.", 2)
    graded = [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]
    return {**about, "name": path.stem, "graded": graded,
            "points": sum(map(points, graded))}


def points(cell: dict[str, Any]) -> float:
    return cell["metadata"]["nbgrader"]["points"]


def grade_id(cell: dict[str, Any]) -> str:
    return cell["metadata"]["nbgrader"]["grade_id"]
