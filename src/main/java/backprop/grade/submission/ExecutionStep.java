package backprop.grade.submission;

import backprop.grade.assignment.CheckCell;
import java.util.Optional;

/**
 * One thing that the grader does with a submission, in order.
 *
 * @param kind what is done
 * @param id the grade_id of the assignment's cell; empty for a cell of the student's own
 * @param label what people call it: {@code cell 7} of the student's notebook, or the id
 * @param source the code that runs; empty for a check
 * @param check what is tested, for a check
 */
public record ExecutionStep(Kind kind, String id, String label, String source, Optional<CheckCell> check) {
    /** What is done. */
    public enum Kind {
        /** The instructor's code runs. */
        LOCKED,
        /** What the student wrote in a cell of the assignment runs, or the stub where that is missing. */
        SOLUTION,
        /** A cell of the student's own runs. */
        EXTRA,
        /** Tests are run. */
        CHECK
    }
}
