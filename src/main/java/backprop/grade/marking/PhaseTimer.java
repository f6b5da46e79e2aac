package backprop.grade.marking;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many seconds of the clock each part of marking a submission took. A part within a part counts for the inner
 * one.
 */
final class PhaseTimer {
    /** A part. */
    enum Phase {
        /** Reading the notebook, and laying out what is to run. */
        PREPARE,
        /** Compiling all cells. */
        COMPILE,
        /** Starting virtual machines. */
        START,
        /** Running cells. */
        RUN,
        /** Running tests, and calling functions. */
        TESTS
    }

    private final EnumMap<Phase, Double> seconds = new EnumMap<>(Phase.class);
    private double inner;

    /**
     * Something that takes time.
     *
     * @param <T> what it gives
     * @param <E> what it may throw
     * @param <F> what else
     */
    interface Work<T, E extends Exception, F extends Exception> {
        T done() throws E, F;
    }

    <T, E extends Exception, F extends Exception> T timed(Phase phase, Work<T, E, F> work) throws E, F {
        double outer = inner;
        inner = 0;
        long started = System.nanoTime();
        try {
            return work.done();
        } finally {
            double spent = (System.nanoTime() - started) / 1e9;
            seconds.merge(phase, spent - inner, Double::sum);
            inner = outer + spent;
        }
    }

    /** The seconds of each part, by its name. */
    Map<String, Double> all() {
        TreeMap<String, Double> named = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            named.put(phase.name().toLowerCase(Locale.ROOT), seconds.getOrDefault(phase, 0.0));
        }
        return named;
    }
}
