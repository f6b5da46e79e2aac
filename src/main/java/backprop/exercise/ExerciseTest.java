package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** Marks a test of an exercise. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
public @interface ExerciseTest {
    /**
     * Its place among the tests of the exercise.
     *
     * @return a number from 1
     */
    int order();

    /**
     * The points that it is worth.
     *
     * @return a positive number
     */
    double points() default 1;
}
