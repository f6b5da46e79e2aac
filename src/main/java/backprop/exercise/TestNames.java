package backprop.exercise;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names each test of an exercise by the bundle of texts: {@code Foo.shape} for the method shape of FooTests or of
 * FooHiddenTests. */
final class TestNames implements DisplayNameGenerator {
  /** Made by JUnit. */
  TestNames() {}

  @Override public String generateDisplayNameForClass(Class<?> tests) { return tests.getSimpleName(); }

  @Override public String generateDisplayNameForNestedClass(List<Class<?>> around, Class<?> tests) {
    return tests.getSimpleName();
  }

  @Override public String generateDisplayNameForMethod(List<Class<?>> around, Class<?> tests, Method test) {
    return Texts.of(tests.getSimpleName().replaceFirst("(Hidden)?Tests$", "") + "." + test.getName());
  }
}
