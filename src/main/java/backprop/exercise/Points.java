package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The points of a test that is marked by JUnit's own {@code @Test}, as an instructor's own hidden tests may be; 1 where
 * it does not say.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Points {
    /**
     * The points.
     *
     * @return a positive number
     */
    double value();
}
