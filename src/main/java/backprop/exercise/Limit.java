package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long the learner's function may take in one test, all of its calls together; 1.5 s where a test does not say, so
 * that a notebook answers within 2 s. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limit {
  /** The limit.
   * @return seconds */
  double value();
}
