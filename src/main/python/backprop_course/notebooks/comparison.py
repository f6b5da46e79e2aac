"""Compares the outputs of a notebook with those of another execution, as machines may differ.

Text is compared with numbers to six significant digits, pictures by kind and size in pixels, and a cell that is tagged
`timing` by the kinds of its outputs alone.
"""
from __future__ import annotations

import base64
import math
import re
import struct

from nbformat import NotebookNode

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
PICTURE = re.compile(r"data:image/([\w.+-]+);base64,([A-Za-z0-9+/=\s]+)")
TOLERANCE = 1e-6
SHOWN = 100


def differences(before: NotebookNode, after: NotebookNode) -> list[str]:
    """A sentence for each code cell whose outputs differ."""
    found = []
    cells = [(old, new) for old, new in zip(before.cells, after.cells)
             if new.cell_type == "code" and new.source.strip()]
    for number, (old, new) in enumerate(cells, start=1):
        difference = cell_difference(old, new)
        if difference:
            found.append(f"code cell {number}, `{new.source.strip().splitlines()[0]}`: {difference}")
    return found


def cell_difference(old: NotebookNode, new: NotebookNode) -> str:
    kinds = [[kind(output) for output in cell.outputs] for cell in (old, new)]
    if kinds[0] != kinds[1]:
        return f"its outputs must be {listed(kinds[0])}, got {listed(kinds[1])}"
    if "timing" in new.metadata.get("tags", []):
        return ""
    for one, other in zip(old.outputs, new.outputs):
        for must, got in zip(parts(one), parts(other)):
            if not same(must, got):
                return first_difference(must, got)
    return ""


def kind(output: NotebookNode) -> str:
    if output.output_type == "stream":
        return str(output.name)
    return f"{output.output_type} {'+'.join(sorted(output.get('data', {})))}".strip()


def listed(kinds: list[str]) -> str:
    return ", ".join(kinds) or "none"


def parts(output: NotebookNode) -> list[str]:
    """What is compared of an output: its texts, with each picture described instead of spelled out."""
    if output.output_type == "stream":
        return [output.text]
    if output.output_type == "error":
        return [f"{output.ename}: {output.evalue}"]
    return [describe(mime, str(output.data[mime])) for mime in sorted(output.data)]


def describe(mime: str, text: str) -> str:
    if mime.startswith("image/"):
        return picture(mime.removeprefix("image/"), text)
    return PICTURE.sub(lambda match: picture(match[1], match[2]), text)


def picture(kind_of_image: str, text: str) -> str:
    """Kind and size: of a PNG from its header, of an SVG from its first width and height."""
    if kind_of_image == "svg+xml":
        source = text if "<svg" in text else base64.b64decode(text).decode("utf-8", "replace")
        sizes = [re.search(rf'\b{name}="([\d.]+)', source) for name in ("width", "height")]
        return "svg picture " + " x ".join(size[1] if size else "?" for size in sizes)
    if kind_of_image == "png":
        width, height = struct.unpack(">II", base64.b64decode(text)[16:24])
        return f"png picture {width} x {height}"
    return f"{kind_of_image} picture"


def same(must: str, got: str) -> bool:
    """Whether the words are the same and the numbers agree."""
    if must == got:
        return True
    if NUMBER.split(must) != NUMBER.split(got):
        return False
    return all(agree(one, other) for one, other in zip(NUMBER.findall(must), NUMBER.findall(got)))


def agree(one: str, other: str) -> bool:
    return one == other or math.isclose(float(one), float(other), rel_tol=TOLERANCE)


def first_difference(must: str, got: str) -> str:
    lines = zip([*must.splitlines(), ""], [*got.splitlines(), ""])
    one, other = next(((a, b) for a, b in lines if not same(a, b)), (must, got))
    return f"its output must be {one.strip()[:SHOWN]!r}, got {other.strip()[:SHOWN]!r}"
