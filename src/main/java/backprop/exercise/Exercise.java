package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the contract of an exercise: an interface with one method over numbers and matrices, which the learner's
 * function fulfils. Its title, hints and mistakes are in the bundle of texts, under the contract's simple name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exercise {
    /**
     * The JUnit class of the public tests, {@code FooTests}. The hidden ones are {@code FooHiddenTests} in the same
     * package, in a jar that only instructors have.
     *
     * @return the class
     */
    Class<?> value();
}
