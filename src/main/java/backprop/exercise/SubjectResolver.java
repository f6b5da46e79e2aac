package backprop.exercise;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the learner's function to the tests of an exercise, as a parameter of the contract's type.
 */
final class SubjectResolver implements ParameterResolver {
  private static final ThreadLocal<Object> SUBJECT = new ThreadLocal<>();

  /** Runs an action whose tests get this subject. */
  static void with(Object subject, Runnable action) {
    SUBJECT.set(subject);
    try {
      action.run();
    } finally {
      SUBJECT.remove();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().isInstance(SUBJECT.get());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SUBJECT.get();
  }
}
