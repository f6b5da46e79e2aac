"""The index, notebooks/README.md: the lectures, and where each row of the lecture notes is proven."""
from __future__ import annotations

import json
from pathlib import Path

from backprop_course.notebooks import finding, inventory
from backprop_course.setup import files

INDEX = finding.ORIGINALS / "README.md"

HEAD = """# The notebooks

Each notebook is a lecture that you can also read on your own. Its companion in `proofs/` proves, fact by fact, what the
lecture leaves out. Open the first notebook with `./course lab`, or any notebook by its number: `./course lab 05b`.

| notebook | what it is about | proofs | facts proven |
|---|---|---|--:|
"""
BY_NOTE = """
## Where each fact of the notes is

[SOURCES.md](SOURCES.md) names the five lecture notes. Each of their formulas, definitions, claims, algorithms, figures, tables,
examples and questions has a row here, in the notation of notebook 01 and in its correct form; *(note: …)* says where the note
differs. A proof is a code cell that ends with a check. The last column gives the notebook and the id of this cell; `proofs` means
the companion.
"""
PLACES = {
    "000": "A place is a section (§) of the note and an item in its list.",
    "001": "A place is the heading of a slide, and its number if several slides have this heading: NN Neural Networks, Bp "
           "Backpropagation, Not Notation, ND Network Design, FP Forward Propagation, FPA its algorithm, PPT Putting Pieces "
           "Together, BPA Back Propagation Algorithm, BPO Observations, MP Mini-Batch Processing, MPF its forward "
           "propagation, MB Mini-Batch Backpropagation, BBA Batch Backpropagation Algorithm, HW Homework, Poly its "
           "polynomial fit, BG Batch generator, CC Chunker code.",
    "002": "A place is a part of the note (I introduction, R representation, F forward propagation, C cost, O optimization, "
           "B backward propagation, V vectorization), a slide or an equation in it, and lines (ln) of its text.",
    "003": "A place is a heading of the formula sheet.",
    "004": "A place is a slide: s7 is the seventh slide.",
}


def text() -> str:
    """The text of notebooks/README.md."""
    where, all_rows = inventory.proofs(), inventory.rows()
    page = HEAD + "".join(lecture_line(path, where) for path in inventory.in_reading_order() if path.parent == INDEX.parent)
    page += BY_NOTE
    for note in sorted({row.note for row in all_rows}):
        page += f"\n### Note {note}\n\n{PLACES[note]}\n\n| row | place in the note | what | proven in |\n|---|---|---|---|\n"
        for row in all_rows:
            if row.note == note:
                page += f"| {row.id} | {row.place} | {in_table(row.what)} | {proven_in(row, where[row.id])} |\n"
    return page


def lecture_line(path: Path, where: dict[str, list[inventory.Proof]]) -> str:
    companion = path.parent / "proofs" / path.name
    proven = {id for id, found in where.items() if any(Path(proof.file).name == path.name for proof in found)}
    link = f"[proofs](proofs/{path.name})" if companion.exists() else ""
    title, about = title_of(path)
    return f"| [{title}]({path.name}) | {about} | {link} | {len(proven) or ''} |\n"


def title_of(path: Path) -> tuple[str, str]:
    """A notebook's heading, and what its metadata say that it is about."""
    content = json.loads(path.read_text(encoding="utf-8"))
    heading = "".join(content["cells"][0]["source"]).splitlines()[0].lstrip("# ")
    return heading, content["metadata"].get("about", "")


def proven_in(row: inventory.Row, found: list[inventory.Proof]) -> str:
    if row.unproven:
        return f"not proven by code: {row.unproven}"
    if not found:
        return f"planned for notebook {row.notebook}"
    links = []
    for proof in found:
        number = Path(proof.file).name.split("-")[0]
        kind = " proofs" if proof.file.startswith("proofs/") else ""
        links.append(f"[{number}{kind}]({proof.file}) `{proof.cell}`")
    return ", ".join(links)


def in_table(text: str) -> str:
    """Bars would end a cell of a Markdown table, in formulas too."""
    return text.replace("|", r"\vert ")


def write() -> bool:
    """Brings the index up to date; true if it was not."""
    fresh = text()
    if INDEX.exists() and INDEX.read_text(encoding="utf-8") == fresh:
        return False
    files.replace(INDEX, fresh)
    return True
