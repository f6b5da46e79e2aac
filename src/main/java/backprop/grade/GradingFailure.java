package backprop.grade;

import backprop.grade.result.HandIn;

/**
 * Somebody whom the grader could not mark, which is no fault of what was handed in.
 *
 * @param handIn who
 * @param sentence what happened, for whoever marks
 */
record GradingFailure(HandIn handIn, String sentence) {}
