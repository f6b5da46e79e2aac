package backprop.exercise;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the learner's function to the tests of an exercise, as a parameter of the contract's type. After a test in
 * which it did not return, the function is not called again: its thread cannot be stopped, and one such thread is
 * enough. */
final class SubjectResolver implements ParameterResolver, BeforeEachCallback, AfterTestExecutionCallback {
  private static final ThreadLocal<Subject> SUBJECT = new ThreadLocal<>();

  private static final class Subject {
    private final Object function;
    private boolean running;

    Subject(Object function) { this.function = function; }
  }

  /** Runs an action whose tests get this function. */
  static void with(Object function, Runnable action) {
    SUBJECT.set(new Subject(function));
    try {
      action.run();
    } finally {
      SUBJECT.remove();
    }
  }

  @Override public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().isInstance(SUBJECT.get().function);
  }

  @Override public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SUBJECT.get().function;
  }

  @Override public void beforeEach(ExtensionContext context) {
    if (SUBJECT.get().running) { Assertions.fail("Not tried, because your function did not return before."); }
  }

  @Override public void afterTestExecution(ExtensionContext context) {
    SUBJECT.get().running = context.getExecutionException().filter(TimeoutException.class::isInstance).isPresent();
  }
}
