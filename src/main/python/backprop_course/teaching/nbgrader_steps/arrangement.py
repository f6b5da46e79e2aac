"""How the cells of a student's notebook are matched with those of the assignment, when some are damaged or missing."""
from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from backprop_course.teaching.nbgrader_steps.cells import grade_id

HEAD = re.compile(r"^[ \t]*(\w[\w.<>\[\], ]*?)\s+(\w+)\s*\(", re.MULTILINE)
COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
TEXT_STUB = "*Your answer here.*"


class Arrangement:
    """Which of a student's cells are those of the gradebook. The Java classes CellMatching and CellRecognition say the same."""

    def __init__(self, source: Any, released: list[NotebookNode], student: list[NotebookNode]):
        self.known: dict[str, Any] = {cell.name: cell for cell in source.source_cells}
        self.points: dict[str, float] = {cell.name: cell.max_score for cell in source.grade_cells}
        self.solutions = {cell.name for cell in source.solution_cells}
        self.texts = [(grade_id(cell), cell.source) for cell in released]
        self.student = student
        self.remarks: list[str] = []
        self.names: list[str | None] = [grade_id(cell) if grade_id(cell) in self.known else None for cell in student]
        self.merged: dict[str, int] = {}
        missing = [name for name in self.known if name not in self.names]
        for name in missing:
            self.recognize(name)
        self.twins = {name: [at for at, other in enumerate(self.names) if other == name] for name in self.known}
        self.taken = {name: max(places, key=lambda at: self.rank(name, at))
                      for name, places in self.twins.items() if places}

    def cells(self) -> list[NotebookNode]:
        """The cells in the order in which they run."""
        mine: dict[str | None, list[NotebookNode]] = {}
        place: str | None = None
        for at, cell in enumerate(self.student):
            name = self.names[at]
            if name is not None and at == self.taken.get(name):
                place = name
            elif not self.dropped(at):
                cell.metadata.pop("nbgrader", None)
                mine.setdefault(place, []).append(cell)
        arranged = list(mine.get(None, []))
        for name in self.known:
            if name in self.taken or not (name in self.merged and self.runs(self.merged[name])):
                arranged.append(self.cell(name))
            arranged += mine.get(name, [])
        return arranged

    def recognize(self, name: str) -> None:
        """Gives the name to the cells that are this one by their text, if there are any."""
        free = [at for at, other in enumerate(self.names) if other is None]
        if name not in self.solutions:
            found = [at for at in free if self.same(name, self.student[at].source)][:1]
        elif self.known[name].cell_type == "code":
            found = [at for at, cell in enumerate(self.student) if self.declares(name, cell.source)]
            hosts = [at for at in found if at not in free]
            if hosts:
                self.merged[name] = next((at for at in hosts if self.runs(at)), hosts[-1])
            found = [at for at in found if at in free]
        else:
            before = next((self.texts[at - 1][1] for at in range(1, len(self.texts)) if self.texts[at][0] == name), None)
            locked = {plain(source) for other, source in self.texts if other not in self.solutions}
            found = [at for at in free if at > 0 and before is not None and not grade_id(self.student[at])
                     and plain(self.student[at].source) not in locked
                     and plain(self.student[at - 1].source) == plain(before)][:1]
        for at in found:
            self.names[at] = name
        if found:
            self.remarks.append(f"Cell {name} had lost its grade_id and was recognized by its text")

    def runs(self, at: int) -> bool:
        """Whether it is a function's cell, in which code runs as it is."""
        name = self.names[at]
        return name is not None and name in self.solutions and self.known[name].cell_type == "code"

    def rank(self, name: str, at: int) -> tuple[bool, bool, bool, int]:
        cell = self.student[at]
        return (not self.unwritten(name, cell.source), self.declares(name, cell.source),
                (cell.cell_type == "code") == (self.known[name].cell_type == "code"), at)

    def dropped(self, at: int) -> bool:
        """A copy of an answer that is a text, or is not written."""
        name = self.names[at]
        return name is not None and name in self.solutions and (
            self.known[name].cell_type != "code" or self.unwritten(name, self.student[at].source))

    def cell(self, name: str) -> NotebookNode:
        """The gradebook's cell, with the student's answer in it where it is one."""
        source, text = self.known[name], self.known[name].source
        if name not in self.taken:
            self.remarks.append(f"Missing cell {name} was put back")
            text = self.student[self.merged[name]].source if name in self.merged else text
        elif name in self.solutions:
            text = self.answer(name)
        metadata: dict[str, Any] = {"nbgrader": {"grade": name in self.points, "grade_id": name, "locked": source.locked,
                                 "solution": name in self.solutions, "task": False, "schema_version": 3,
                                 "cell_type": source.cell_type, "checksum": source.checksum,
                                 **({"points": self.points[name]} if name in self.points else {})}}
        if source.locked:
            metadata.update(editable=False, deletable=False)
        made = (new_code_cell if source.cell_type == "code" else new_markdown_cell)(text, metadata=metadata)
        if source.cell_type != "code" and name in self.solutions:  # pictures that the student has put in
            pictures = {key: value for at in self.twins[name]
                        for key, value in self.student[at].get("attachments", {}).items()}
            made.update({"attachments": pictures} if pictures else {})
        return made

    def answer(self, name: str) -> str:
        written = [self.student[at].source for at in self.twins[name]
                   if not self.unwritten(name, self.student[at].source)]
        if self.known[name].cell_type != "code" and not written:  # 0 points, as what is as it was given out
            return self.known[name].source
        if self.known[name].cell_type == "code":
            return self.student[self.taken[name]].source
        return "\n\n".join(written)

    def unwritten(self, name: str, text: str) -> bool:
        given = self.known[name].source
        if plain(text) in ("", plain(given)):
            return True
        if self.known[name].cell_type == "code":
            return "throw new NotWrittenYet()" in text
        return without_stub(text) == without_stub(given)

    def same(self, name: str, text: str) -> bool:
        given = [source for other, source in self.texts if other == name]
        return plain(text) in {plain(source) for source in (self.known[name].source, *given)}

    def declares(self, name: str, text: str) -> bool:
        """Whether the function that the cell asks for is declared at the beginning of a line."""
        if name not in self.solutions or self.known[name].cell_type != "code":
            return False
        head = HEAD.search(COMMENTS.sub("", self.known[name].source))
        if head is None:
            return False
        declaration = (r"^[^\S\n]*(?:(?:public|private|static|final)[^\S\n]+)*" + re.escape(head[1]) + r"\s+" + head[2]
                       + r"\s*\([^()]*\)\s*(?:throws[\w\s.,]{1,200})?\{")
        return re.search(declaration, text, re.MULTILINE) is not None


def without_stub(text: str) -> list[str]:
    """A written answer without the line that asks for it, and without empty lines."""
    return [line.strip() for line in text.splitlines() if line.strip() not in ("", TEXT_STUB)]


def plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
