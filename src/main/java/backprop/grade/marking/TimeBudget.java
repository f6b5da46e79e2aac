package backprop.grade.marking;

import backprop.exercise.Limit;
import backprop.grade.sandbox.SandboxLauncher;
import java.util.function.DoubleSupplier;

/**
 * What one submission may use: of the processor for each thing that is asked of it, and all together; and of the
 * clock, for one that waits, which stands still while the grader does.
 */
final class TimeBudget {
    private static final double ALL = 40; // seconds of the processor
    private static final double ALL_CLOCK = 240;
    private static final double AGAIN = 0.4; // seconds for a function that was too slow before

    private static final double RESERVE = 20; // more for the hidden tests, which come last
    private static final double RESERVE_CLOCK = 120;

    private final DoubleSupplier clock;
    private final double started;
    private double all = ALL;
    private double allByClock = ALL_CLOCK;
    private double used;

    TimeBudget() {
        this(SandboxLauncher::clock);
    }

    /**
     * By a clock.
     *
     * @param clock tells seconds
     */
    TimeBudget(DoubleSupplier clock) {
        this.clock = clock;
        this.started = clock.getAsDouble();
    }

    /** What comes last has some time left, whatever was used up before. */
    void reserve() {
        all = Math.max(all, used + RESERVE);
        allByClock = Math.max(allByClock, clock.getAsDouble() - started + RESERVE_CLOCK);
    }

    /** Counts seconds of the processor that a process has used; all processes of a submission count together. */
    void use(double seconds) {
        used += seconds;
    }

    /**
     * What is left for something that may take so long, and runs in a process that has used so much.
     *
     * @return 0 if nothing is left
     */
    double left(double seconds, double process) {
        boolean late = clock.getAsDouble() - started > allByClock;
        return late ? 0 : Math.max(0, Math.min(seconds, all - used - process));
    }

    /** How long to wait for something that may take so long. */
    static double clock(double seconds) {
        return Math.max(Limit.LEAST_CLOCK, Limit.CLOCK * seconds);
    }

    /** What a function may take in a test that was too slow in one before: a right one needs some milliseconds. */
    static double again(double seconds) {
        return Math.min(seconds, AGAIN);
    }
}
