package backprop.exercise;

import java.lang.reflect.Method;

/** A learner's function, wherever it runs: in this virtual machine, or in another. One thread calls it. */
public interface Subject {
    /**
     * A test begins.
     *
     * @param seconds how long its calls may take together
     */
    void allow(double seconds);

    /**
     * Calls the function once.
     *
     * @param method the contract's method
     * @param given the arguments, which nobody else needs; afterwards what the function made of them, so that a matrix
     * that it returned is the same object in both
     * @return what it returned, which may be null
     * @throws Throwable what it threw, or an AssertionError that says in a sentence what became of it
     */
    Object call(Method method, Object[] given) throws Throwable;

    /**
     * Runs the tests of an exercise, which call the function.
     *
     * @param tests runs them
     * @return the beginning of what the function printed
     */
    String during(Runnable tests);
}
