package backprop.exercise;

import java.lang.reflect.Method;

/** A function that is trusted, and called as it is. */
record SameThread(Object function) implements Subject {
    @Override
    public void allow(double seconds) {
        /* as long as it takes */
    }

    @Override
    public Object call(Method method, Object[] given) throws Throwable {
        return OwnThread.called(function, method, given);
    }

    @Override
    public String during(Runnable tests) {
        tests.run();
        return "";
    }
}
