package backprop.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void bothWaysAreRunAndTimedUnderTheirNames() {
        AtomicInteger ones = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        Timing race = Timing.of("loops", ones::incrementAndGet, "vectorized", others::incrementAndGet);
        assertThat(ones.get()).as("once to warm up, and in nine rounds").isGreaterThan(9);
        assertThat(others.get()).isGreaterThan(9);
        assertThat(race.first()).isEqualTo("loops");
        assertThat(race.second()).isEqualTo("vectorized");
        assertThat(race.firstSeconds()).isPositive();
        assertThat(race.secondSeconds()).isPositive();
    }

    @Test
    void theMedianIsATimeOfWhatWasRun() {
        Timing race = Timing.of("sleep", () -> sleep(20), "nothing", () -> {});
        assertThat(race.firstSeconds()).as("no run can take less").isGreaterThanOrEqualTo(0.02);
    }

    @Test
    void theRatioSaysWhichWayTakesLonger() {
        assertThat(new Timing("loops", 0.006, "vectorized", 0.002).ratio()).isEqualTo(3);
        assertThat(new Timing("loops", 0.006, "vectorized", 0.002))
                .hasToString("loops            6.000 ms\n"
                        + "vectorized       2.000 ms\nloops takes 3.0 times as long as vectorized");
        assertThat(new Timing("one", 0.001, "other", 0.0025).toString())
                .endsWith("other takes 2.5 times as long as one");
    }

    private static void sleep(int milliseconds) {
        long end = System.nanoTime() + 1_000_000L * milliseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
