package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long the learner's function may compute in one test, all of its calls together, in seconds of the processor, so
 * that a busy machine costs nobody a point; 1.5 where a test does not say. And how much it may print, which no test
 * changes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limit {
    /**
     * The most bytes, in UTF-8, that the function may print in one call, on stdout and stderr together. One more costs
     * the test, in a notebook's check as in the grader.
     */
    int PRINTED = 1 << 20;

    /** How many seconds of the clock a function has for each second of the processor, for it may wait for its turn. */
    double CLOCK = 5;

    /** The fewest seconds of the clock. */
    double LEAST_CLOCK = 3;

    /**
     * The limit.
     *
     * @return seconds of the processor
     */
    double value();
}
