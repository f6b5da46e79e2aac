package backprop.exercise;

import java.util.function.LongSupplier;

/**
 * A clock that goes on while this process runs: a time in which it was stopped, as with a laptop, is not counted.
 * Whoever waits by it looks at it again and again; between two looks a moment passes at the most.
 */
public final class RunningClock {
    /** The nanoseconds that may pass between two looks, and count. */
    public static final long MOMENT = 250_000_000;

    private static final long PAUSE = 4 * MOMENT;

    private final LongSupplier clock;
    private long last;
    private long counted;
    private int pauses;

    /** A clock that begins at 0, now. */
    public RunningClock() {
        this(System::nanoTime);
    }

    /**
     * By another clock, which may jump.
     *
     * @param clock tells the nanoseconds
     */
    public RunningClock(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /**
     * Looks at it.
     *
     * @return the nanoseconds that were counted so far
     */
    public synchronized long nanos() {
        long now = clock.getAsLong();
        if (now - last > PAUSE) {
            pauses++;
        }
        counted += Math.max(0, Math.min(now - last, MOMENT));
        last = now;
        return counted;
    }

    /**
     * How often so much time was left out that the process must have been stopped.
     *
     * @return the number of times so far
     */
    public synchronized int pauses() {
        return pauses;
    }
}
