package backprop.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No exercise of an assignment can be answered by heart. */
class ByHeartTest {
    @TestFactory
    Stream<DynamicNode> noExerciseIsAnsweredByHeart() {
        return Assignment.all().stream().map(ByHeartTest::exercises);
    }

    private static DynamicContainer exercises(Assignment assignment) {
        ExerciseShell shell = new ExerciseShell();
        List<DynamicNode> exercises = new ArrayList<>();
        exercises.add(DynamicTest.dynamicTest("the reference", () -> {
            for (Assignment.Cell cell : assignment.cells()) {
                if (cell.code() && (cell.solution() || cell.isGiven())) {
                    shell.run(cell.body());
                }
            }
        }));
        for (Assignment.Cell cell : assignment.cells()) {
            if (cell.isCheck() || cell.isHidden()) {
                exercises.add(DynamicTest.dynamicTest(
                        cell.id(),
                        () -> new ByHeart(
                                        AssignmentTest.contract(cell),
                                        AssignmentTest.tests(cell),
                                        AssignmentTest.function(shell, cell))
                                .earnsNothing()));
            }
        }
        exercises.add(DynamicTest.dynamicTest("the end", shell::close));
        return DynamicContainer.dynamicContainer(assignment.name(), exercises);
    }
}
