"""nbgrader's settings for the kit's assignments: what a Java notebook needs."""
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, DeduplicateIds, OverwriteCells, OverwriteKernelspec
from nbgrader.utils import is_grade, is_locked, is_solution


class OverwriteJavaCells(OverwriteCells):
    """Puts locked cells back as they were, where they were.

    nbgrader puts a note above a cell that was missing, behind Python's comment sign; it looks for a place only behind
    cells that are graded; and it leaves a check where a student has moved it, though it be above what it checks.
    """

    def missing_cell_transform(self, source_cell, max_score, is_solution=False, is_task=False):
        cell = super().missing_cell_transform(source_cell, max_score, is_solution, is_task)
        if cell.cell_type == "code":
            cell.source = cell.source.replace("# ", "// ", 1)
        return cell

    def add_missing_grade_cells(self, nb, resources):
        for twin in (cell for cell in nb.cells if "grade_id" not in cell.metadata.get("nbgrader", {"grade_id": ""})):
            del twin.metadata["nbgrader"]  # empty since its id was found twice; nbgrader would stumble over it
        source = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        order = [cell.name for cell in source.source_cells]
        grades = {cell.name: cell for cell in source.grade_cells}
        solutions = {cell.name for cell in source.solution_cells}
        for name in (name for name in order if name in grades):
            before = order[:order.index(name)]
            found = position(nb, name)
            if found is None:
                self.log.warning("Missing cell %s was put back", name)
                cell = source.source_cells[order.index(name)]
                cell = self.missing_cell_transform(cell, grades[name].max_score, is_solution=name in solutions)
            elif is_locked(nb.cells[found]) and found < latest(nb, before[-1:]):
                self.log.warning("Cell %s stood before what it checks, and was moved behind it", name)
                cell = nb.cells.pop(found)
            else:
                continue
            nb.cells.insert(latest(nb, before) + 1, cell)
        return nb, resources


def position(nb, name):
    """Where the graded or solution cell of this name is, or None."""
    places = (index for index, cell in enumerate(nb.cells)
              if (is_grade(cell) or is_solution(cell) or is_locked(cell))
              and cell.metadata["nbgrader"].get("grade_id") == name)
    return next(places, None)


def latest(nb, names):
    """Where the last of the named cells is that is there at all; -1 where none is."""
    return next((place for place in (position(nb, name) for name in reversed(names)) if place is not None), -1)


c = get_config()  # noqa: F821, which nbgrader provides
c.CourseDirectory.course_id = "backprop"
# a method without a return would not compile, and the learner would read the compiler's words
c.ClearSolutions.code_stub = {"java": "// your code here\nthrow new NotWrittenYet();"}
c.ClearSolutions.text_stub = "*Your answer here.*"
c.OverwriteCells.add_missing_cells = True
c.Autograde.sanitize_preprocessors = [ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteJavaCells,
                                      CheckCellMetadata]
# seconds a cell may take; a kernel has nothing to save, so it is ended at once, where a polite end takes 3 s
c.Execute.timeout = 180
c.Execute.shutdown_kernel = "immediate"
