package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the JUnit class of an exercise. Each test is an {@link ExerciseTest} that takes the contract, and {@link
 * TestCases} for its inputs. What a test is called is in the assignment's texts, under the contract's and the method's
 * name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SubjectResolver.class)
@TestMethodOrder(TestOrder.class)
@DisplayNameGeneration(TestNames.class)
public @interface ExerciseTests {}
