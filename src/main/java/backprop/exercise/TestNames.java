package backprop.exercise;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Names each test of an exercise by the bundle of texts: {@code Foo.shape} for the method shape of FooTests or of
 * FooHiddenTests. Where there is no text, as for an instructor's own tests, the method's name is taken apart.
 */
final class TestNames implements DisplayNameGenerator {
    /** Made by JUnit. */
    TestNames() {}

    @Override
    public String generateDisplayNameForClass(Class<?> tests) {
        return tests.getSimpleName();
    }

    @Override
    public String generateDisplayNameForNestedClass(List<Class<?>> around, Class<?> tests) {
        return tests.getSimpleName();
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> around, Class<?> tests, Method test) {
        String key = tests.getSimpleName().replaceFirst("(Hidden)?Tests$", "") + "." + test.getName();
        return Texts.has(key)
                ? Texts.of(key)
                : test.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
