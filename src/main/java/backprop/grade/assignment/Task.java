package backprop.grade.assignment;

import java.util.Optional;

/**
 * One exercise of an assignment.
 *
 * @param exercise the grade_id of the cell that a student fills in
 * @param title the heading above it
 * @param byHand whether a person marks it
 * @param maximum the points that it is worth
 * @param check its public tests; none for what is marked by hand
 * @param hidden its hidden tests, where it has some
 */
public record Task(
        String exercise,
        String title,
        boolean byHand,
        double maximum,
        Optional<CheckCell> check,
        Optional<CheckCell> hidden) {}
