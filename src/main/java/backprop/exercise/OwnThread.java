package backprop.exercise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A function in this virtual machine, on a thread of its own, which is a daemon of the lowest priority. It has a
 * limited time of the processor, as in the grader, and some of the clock if it waits; what it prints is kept apart and
 * limited, too. After it did not return it is not called again: Java cannot stop its thread, and one such thread is
 * enough.
 */
final class OwnThread implements Subject {
    private final Object function;
    private final boolean silent;
    private final LearnerThread thread = new LearnerThread();
    private long left; // nanoseconds of the processor
    private long leftByClock; // nanoseconds
    private Console console;
    private boolean runaway;

    OwnThread(Object function) {
        this(function, false);
    }

    /**
     * A function.
     *
     * @param silent whether nothing is kept of what is printed while it is tried
     */
    OwnThread(Object function, boolean silent) {
        this.function = function;
        this.silent = silent;
    }

    @Override
    public void allow(double seconds) {
        TimeLimit limit = TimeLimit.ofSeconds(seconds);
        left = limit.computing();
        leftByClock = limit.waiting();
    }

    @Override
    public String during(Runnable tests) {
        console = silent ? Console.silent(thread.group()) : Console.apartFor(thread.group());
        try {
            tests.run();
            if (runaway) {
                console.freeze();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            thread.end();
            console.restore();
        }
        return console.printed();
    }

    @Override
    public Object call(Method method, Object[] given) throws Throwable {
        if (runaway) {
            throw new AssertionError(Texts.of("feedback.notTried"));
        }
        console.begin();
        Object result;
        try {
            result = awaited(thread.call(() -> called(function, method, given)));
        } catch (Throwable thrown) { // a learner's function may throw anything
            throw console.isFlooded() ? printsWithoutEnd() : thrown;
        }
        if (console.isFlooded()) {
            throw printsWithoutEnd();
        }
        return result;
    }

    private static AssertionError printsWithoutEnd() {
        return new AssertionError(Texts.of("feedback.output"));
    }

    /** Calls a function on this thread. */
    static Object called(Object function, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(function, given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OutOfMemoryError) { // which JUnit takes for the end of all
                throw new AssertionError(Texts.of("feedback.memory"));
            }
            throw e.getCause() instanceof NotWrittenYet
                    ? e.getCause()
                    : Thrown.of(e.getCause()); // its words are not ours
        }
    }

    private Object awaited(CompletableFuture<Object> call) throws Throwable {
        long computed = thread.nanos();
        RunningClock clock = new RunningClock();
        try {
            return new TimeLimit(left, leftByClock).await(call, thread::nanos, clock);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LearnerThread.ExitCalled) {
                runaway = true;
                throw new AssertionError(Texts.of("feedback.exit"));
            }
            throw e.getCause();
        } catch (TimeoutException e) {
            runaway = true;
            throw new AssertionError(Texts.of("feedback.endless"));
        } catch (InterruptedException e) {
            runaway = true;
            throw new AssertionError(Texts.of("feedback.stopped"));
        } finally {
            left -= thread.nanos() - computed;
            leftByClock -= clock.nanos();
        }
    }
}
