package backprop.exercise;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;

/**
 * How often the learner's function called one that it was given, such as a cost. An answer that does without was not
 * measured.
 */
public final class Calls {
    private final String what;
    private final AtomicInteger count = new AtomicInteger();

    Calls(String what) {
        this.what = what;
    }

    /**
     * Counts a call.
     *
     * @param value what it gives
     * @return that
     */
    public double counted(double value) {
        count.incrementAndGet();
        return value;
    }

    /**
     * Fails if there were fewer calls than any right way takes.
     *
     * @param least how many it takes
     * @throws AssertionError with a sentence that says so
     */
    public void requireAtLeast(int least) {
        int calls = count.get();
        if (calls == 0) {
            Assertions.fail(Texts.of("feedback.neverCalled", what));
        }
        if (calls < least) {
            Assertions.fail(Texts.of("feedback.seldomCalled", what, calls, least));
        }
    }
}
