package backprop.grade;

import backprop.exercise.Exercises;
import backprop.grade.assignment.Assignment;
import backprop.grade.assignment.CheckCell;
import backprop.grade.result.GradeException;
import java.util.stream.Stream;

/** Makes sure that the tests which an assignment's check cells name are on the class path. */
final class RequiredTests {
    private RequiredTests() {}

    /**
     * Looks for the contract of each check cell, and for hidden tests where the cell asks for them.
     *
     * @throws GradeException if one is missing, which names the cell
     */
    static void require(Assignment assignment) {
        assignment.tasks().stream()
                .flatMap(task -> Stream.concat(task.check().stream(), task.hidden().stream()))
                .forEach(RequiredTests::require);
    }

    private static void require(CheckCell check) {
        Class<?> contract;
        try {
            contract = Class.forName(check.contract());
        } catch (ClassNotFoundException e) {
            throw new GradeException(
                    "The cell " + check.cell() + " names a contract that is not there, " + check.contract() + ".");
        }
        if (check.hidden() && !Exercises.hasHidden(contract)) {
            throw new GradeException("The cell " + check.cell() + " asks for hidden tests of " + check.contract()
                    + ", which are not on the class path.");
        }
    }
}
