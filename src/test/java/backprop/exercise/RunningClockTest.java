package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time in which a process was stopped is nobody's. */
class RunningClockTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong time = new AtomicLong(SECOND);
    private final RunningClock clock = new RunningClock(time::get);

    private long after(long nanos) {
        time.addAndGet(nanos);
        return clock.nanos();
    }

    @Test
    void itCountsMomentsAndNoPause() {
        assertThat(after(SECOND / 10)).isEqualTo(SECOND / 10);
        assertThat(clock.pauses()).isZero();
        assertThat(after(245 * SECOND)).isEqualTo(SECOND / 10 + RunningClock.MOMENT);
        assertThat(clock.pauses()).isEqualTo(1);
        assertThat(after(SECOND / 10)).isEqualTo(SECOND / 5 + RunningClock.MOMENT);
        assertThat(after(-SECOND)).as("a clock that goes back").isEqualTo(SECOND / 5 + RunningClock.MOMENT);
    }

    @Test
    void whoIsWaitedForHasItsTimeAfterAPause() {
        CompletableFuture<String> never = new CompletableFuture<>();
        TimeLimit limit = new TimeLimit(SECOND, SECOND);
        long started = System.nanoTime();
        assertThatThrownBy(() -> limit.await(
                        never,
                        () -> {
                            time.addAndGet(100 * SECOND); // at each look, as if the process had been stopped
                            return 0;
                        },
                        clock))
                .isInstanceOf(TimeoutException.class);
        assertThat(System.nanoTime() - started).as("four moments at the least").isGreaterThan(RunningClock.MOMENT / 4);
        assertThat(clock.pauses()).isGreaterThanOrEqualTo(4);
    }
}
