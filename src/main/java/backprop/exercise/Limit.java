package backprop.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long the learner's function may take in one test, all of its calls together; 1.5 s where a test does not say, so
 * that a notebook answers within 2 s. And how much it may print, which no test changes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limit {
  /** The most bytes, in UTF-8, that the function may print in one call, on stdout and stderr together. One more costs
   * the test, in a notebook's check as in the grader. */
  int PRINTED = 1 << 20;

  /** The limit.
   * @return seconds */
  double value();
}
