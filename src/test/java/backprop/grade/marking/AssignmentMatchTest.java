package backprop.grade.marking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.Cell;
import backprop.grade.notebook.Notebook;
import backprop.grade.result.GradeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A notebook of the asked assignment passes, however little of it is there; any other is named. */
class AssignmentMatchTest {
    private static final List<Assignment> ALL = Stream.of(
                    "01-shapes-and-counting", "02-logistic-regression", "03-forward-pass", "04-backward-pass")
            .map(name -> Assignment.read(Path.of("exercises", name, name + ".ipynb")))
            .toList();

    private static AssignmentMatch match(Assignment asked) {
        return new AssignmentMatch(
                asked, ALL.stream().filter(other -> !other.equals(asked)).toList());
    }

    private static Notebook given(Assignment assignment, boolean named, Predicate<Cell> which) {
        List<Notebook.Cell> cells = new ArrayList<>();
        for (Cell cell : assignment.cells()) {
            if (which.test(cell)) {
                cells.add(new Notebook.Cell(cells.size() + 1, named ? cell.id() : "", cell.code(), cell.released()));
            }
        }
        return new Notebook(cells);
    }

    @Test
    void eachAssignmentIsToldFromEachOtherWithAndWithoutItsNames() {
        for (Assignment asked : ALL) {
            for (Assignment given : ALL) {
                for (boolean named : List.of(true, false)) {
                    Notebook notebook = given(given, named, cell -> true);
                    if (asked.equals(given)) {
                        assertThatCode(() -> match(asked).require(notebook)).doesNotThrowAnyException();
                    } else {
                        refused(
                                asked,
                                notebook,
                                "is a notebook of %s, not of %s".formatted(given.name(), asked.name()));
                    }
                }
            }
        }
    }

    @Test
    void aFewCellsOfTheAssignmentAreEnough() {
        for (Assignment asked : ALL) {
            assertThatCode(() -> match(asked).require(given(asked, true, Cell::check)))
                    .doesNotThrowAnyException();
            String first = asked.tasks().get(0).exercise();
            assertThatCode(() -> match(asked)
                            .require(given(asked, true, cell -> cell.id().equals(first))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aNotebookWithoutMarksIsSaidToHaveNone() {
        Assignment asked = ALL.get(3);
        String none = "is a notebook, but holds no answer and no check of 04-backward-pass";
        refused(asked, new Notebook(List.of()), none);
        refused(asked, new Notebook(List.of(new Notebook.Cell(1, "", true, "int x = 1;"))), none);
        refused(asked, given(asked, true, cell -> cell.id().equals("imports")), none);
    }

    private static void refused(Assignment asked, Notebook notebook, String sentence) {
        assertThatExceptionOfType(GradeException.class)
                .isThrownBy(() -> match(asked).require(notebook))
                .withMessage(sentence);
    }
}
