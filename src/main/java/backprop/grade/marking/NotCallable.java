package backprop.grade.marking;

import backprop.exercise.Subject;
import java.lang.reflect.Method;

/**
 * A function that cannot be called at all, as one that does not compile.
 *
 * @param why for the student
 */
record NotCallable(String why) implements Subject {
    @Override
    public void allow(double seconds) {
        /* it takes none */
    }

    @Override
    public Object call(Method method, Object[] given) {
        throw new AssertionError(why);
    }

    @Override
    public String during(Runnable tests) {
        tests.run();
        return "";
    }
}
