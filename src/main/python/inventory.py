"""What the five lecture notes hold, row by row, and where in the notebooks each row is proven.

`rows.csv` lists every formula, definition, claim, algorithm, figure, table, example and question. A code cell proves a
row when it carries the row's id among its tags and checks something; a JUnit test does with `@Tag("004-13")`. From the
rows and the cells comes the index, notebooks/README.md.
"""
from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import files
import notebooks

ROOT = notebooks.ROOT
ROWS = ROOT / "src/main/inventory/rows.csv"
TESTS = ROOT / "src/test/java"
INDEX = notebooks.ORIGINALS / "README.md"
ID = re.compile(r"\d{3}-\d{2,3}")
CHECK = re.compile(r"\b(Check|Exercises)\.\w+\(")
JUNIT_TAG = re.compile(r'@Tag\("(\d{3}-\d{2,3})"\)')


class Row(NamedTuple):
    """A row of a note: its id, its kind, what it says in the kit's notation, its place in the note, the notebook that
    proves it, others that come back to it, the assignments that practise it, and why nothing that runs can prove it."""
    id: str
    kind: str
    what: str
    place: str
    notebook: str
    also: str
    assignments: str
    unproven: str

    @property
    def note(self) -> str:
        return self.id[:3]


class Proof(NamedTuple):
    """A cell of a notebook (its path in the folder and the cell's id), or a test class without a cell."""
    file: str
    cell: str
    checks: bool


def rows(file: Path = ROWS) -> list[Row]:
    with open(file, encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines)]


def cells(notebook: Path) -> list[dict]:
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def proofs(folder: Path = notebooks.ORIGINALS, tests: Path = TESTS) -> dict[str, list[Proof]]:
    """The proofs of each id, those of the notebooks in reading order, then those of the tests."""
    found = defaultdict(list)
    for path in in_reading_order(folder):
        for cell in cells(path):
            for tag in cell["metadata"].get("tags", []):
                if ID.fullmatch(tag):
                    found[tag].append(Proof(path.relative_to(folder).as_posix(), cell["id"], checks(cell)))
    for path in sorted(tests.rglob("*.java")):
        for tag in JUNIT_TAG.findall(path.read_text(encoding="utf-8")):
            found[tag].append(Proof(path.name, "", True))
    return found


def checks(cell: dict) -> bool:
    """Whether a cell checks something, and said so when it ran."""
    said = "".join("".join(output.get("text", "")) for output in cell.get("outputs", []))
    return cell["cell_type"] == "code" and bool(CHECK.search("".join(cell["source"]))) and "✓" in said


def in_reading_order(folder: Path = notebooks.ORIGINALS) -> list[Path]:
    """Each lecture, and after it its companion."""
    return sorted(notebooks.all_in(folder), key=lambda path: (path.name, path.parent != folder))


# ---- the index ----

HEAD = """# The notebooks

Each notebook is a lecture and a text to read alone. Its companion in `proofs/` proves, fact by fact, what the lecture has
no time for. Open them with `./course lab`, or one by its number: `./course lab 05b`.

| notebook | what it is about | proofs | facts proven |
|---|---|---|--:|
"""
BY_NOTE = """
## Where each fact of the notes is

[SOURCES.md](SOURCES.md) names the five notes. Every formula, definition, claim, algorithm, figure, table, example and question
of them is a row here, in the notation of notebook 01 and in its right form; *(note: …)* says where the note has another.
A proof is a code cell that ends in a check; its id stands after the notebook's number, and `proofs` marks a companion.
"""
PLACES = {
    "000": "A place is a section (§) of the note and an item of its list.",
    "001": "A place is a slide by its heading, with its number among those of one heading: NN Neural Networks, Bp "
           "Backpropagation, Not Notation, ND Network Design, FP Forward Propagation, FPA its algorithm, PPT Putting Pieces "
           "Together, BPA Back Propagation Algorithm, BPO Observations, MP Mini-Batch Processing, MPF its forward "
           "propagation, MB Mini-Batch Backpropagation, BBA Batch Backpropagation Algorithm, HW Homework, Poly its "
           "polynomial fit, BG Batch generator, CC Chunker code.",
    "002": "A place is a part of the note (I introduction, R representation, F forward propagation, C cost, O optimization, "
           "B backward propagation, V vectorization), a slide or an equation in it, and lines (ln) of its text.",
    "003": "A place is a heading of the formula sheet.",
    "004": "A place is a slide: s7 is the seventh.",
}


def index() -> str:
    """The text of notebooks/README.md."""
    where, all_rows = proofs(), rows()
    text = HEAD + "".join(lecture_line(path, where) for path in in_reading_order() if path.parent == INDEX.parent)
    text += BY_NOTE
    for note in sorted({row.note for row in all_rows}):
        text += f"\n### Note {note}\n\n{PLACES[note]}\n\n| row | place in the note | what | proven in |\n|---|---|---|---|\n"
        for row in all_rows:
            if row.note == note:
                text += f"| {row.id} | {row.place} | {in_table(row.what)} | {proven_in(row, where[row.id])} |\n"
    return text


def lecture_line(path: Path, where: dict[str, list[Proof]]) -> str:
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


def proven_in(row: Row, found: list[Proof]) -> str:
    if row.unproven:
        return f"not by running: {row.unproven}"
    if not found:
        return f"comes with notebook {row.notebook}"
    links = []
    for proof in found:
        number = Path(proof.file).name.split("-")[0]
        kind = " proofs" if proof.file.startswith("proofs/") else ""
        links.append(f"[{number}{kind}]({proof.file}) `{proof.cell}`" if proof.cell else f"`{proof.file}`")
    return ", ".join(links)


def in_table(text: str) -> str:
    """Bars would end a cell of a Markdown table, in formulas too."""
    return text.replace("|", r"\vert ")


def write_index() -> bool:
    """Brings the index up to date; true if it was not."""
    text = index()
    if INDEX.exists() and INDEX.read_text(encoding="utf-8") == text:
        return False
    files.replace(INDEX, text)
    return True
