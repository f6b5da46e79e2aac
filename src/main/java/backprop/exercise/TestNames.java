package backprop.exercise;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Names each test of an exercise by the assignment's texts: {@code Foo.shape} for the method shape of Foo.Tests or of
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
        String contract = tests.isMemberClass()
                ? tests.getEnclosingClass().getSimpleName()
                : tests.getSimpleName().replaceFirst("HiddenTests$", "");
        String key = contract + "." + test.getName();
        return Texts.has(key)
                ? Texts.of(key)
                : test.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
