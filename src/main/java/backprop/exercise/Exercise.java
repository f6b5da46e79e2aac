package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the contract of an exercise: an interface with one method over numbers and matrices, which the learner's
 * function fulfils. The public tests are a class {@code Tests} inside of it. The hidden ones are {@code FooHiddenTests}
 * in the same package, in a jar that only instructors have. Title, hints and mistakes are in the assignment's texts,
 * under the contract's simple name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exercise {}
