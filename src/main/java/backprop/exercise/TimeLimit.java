package backprop.exercise;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * How long one waits for what another thread computes: for a time of the processor, so that a busy machine ends
 * nothing too soon, and for a time of the clock, as the other may wait for ever. While this process is stopped, the
 * clock is too.
 *
 * @param computing nanoseconds of the processor
 * @param waiting nanoseconds of the clock
 */
public record TimeLimit(long computing, long waiting) {
    private static final double NANOS = 1e9;
    private static final long SHORTEST_WAIT = 10_000_000; // nanoseconds
    private static final long LONGEST_WAIT = RunningClock.MOMENT / 2;

    /**
     * So many seconds of the processor; five times as many by the clock, and three at least.
     *
     * @param seconds of the processor
     * @return the limit
     */
    public static TimeLimit ofSeconds(double seconds) {
        double clock = Math.max(Limit.LEAST_CLOCK, Limit.CLOCK * seconds);
        return new TimeLimit((long) (seconds * NANOS), (long) (clock * NANOS));
    }

    /**
     * What a thread has used of the processor since it began.
     *
     * @param thread the thread
     * @return nanoseconds; 0 if it does not run
     */
    public static long computedBy(Thread thread) {
        return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
    }

    /**
     * As with a clock of its own.
     *
     * @param <T> what the thread computes
     * @param result comes from the thread
     * @param computed nanoseconds of the processor that the thread has used, now
     * @return the result
     * @throws InterruptedException if the one that waits is interrupted
     * @throws ExecutionException if the thread fails
     * @throws TimeoutException if a limit is reached
     */
    public <T> T await(Future<T> result, LongSupplier computed)
            throws InterruptedException, ExecutionException, TimeoutException {
        return await(result, computed, new RunningClock());
    }

    /**
     * Waits for as long as the thread could have used up its time at the soonest, looks, and waits again.
     *
     * @param <T> what the thread computes
     * @param result comes from the thread
     * @param computed nanoseconds of the processor that the thread has used, now
     * @param clock tells how long it has been waited
     * @return the result
     * @throws InterruptedException if the one that waits is interrupted
     * @throws ExecutionException if the thread fails
     * @throws TimeoutException if a limit is reached
     */
    <T> T await(Future<T> result, LongSupplier computed, RunningClock clock)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = computed.getAsLong() + computing;
        long endByClock = clock.nanos() + waiting;
        while (true) {
            long possible = Math.max(end - computed.getAsLong(), SHORTEST_WAIT);
            long wait = Math.min(Math.min(possible, LONGEST_WAIT), endByClock - clock.nanos());
            try {
                return result.get(Math.max(0, wait), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (computed.getAsLong() >= end || clock.nanos() >= endByClock) {
                    throw e;
                }
            }
        }
    }
}
