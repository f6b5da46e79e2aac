package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.train.TrainingProgress;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aSteadyTrainingIsSaidWithItsRateAndTheTimeLeft() {
        assertThat(line(61_234, 183_000, false))
                .isEqualTo("epoch 2/3 · batch 4/5 · 61,000 examples/s · about 2 s left");
        assertThat(line(61_234, 183_000, true)).endsWith(" · at most 2 s left");
        assertThat(line(10, 10_000, false)).endsWith(" · 10 examples/s · about 17 min left");
        assertThat(line(1, 100_000, false)).endsWith(" · about 28 h left");
        assertThat(line(1000, 1900, false)).endsWith(" · less than 1 s left");
    }

    @Test
    void aSlowRateKeepsItsDigits() {
        Throughput pace = new Throughput(progress(0, 4, false), 0);
        assertThat(pace.line(progress(1, 4, false), 4 * SECOND)).contains(" · 0.25 examples/s · about 12 s left");
    }

    @Test
    void untilSomethingIsKnownThereIsNoRate() {
        Throughput pace = new Throughput(progress(32, 100, false), 7);
        assertThat(pace.line(progress(32, 100, false), 7 + SECOND)).isEqualTo("epoch 2/3 · batch 4/5");
    }

    /** e^(−3/2) = 0.2231 of the old rate is left three seconds after it changed, however often it was asked for. */
    @Test
    void theRateOfLateCounts() {
        Throughput once = new Throughput(progress(0, 100_000, false), 0);
        Throughput often = new Throughput(progress(0, 100_000, false), 0);
        once.line(progress(1000, 100_000, false), SECOND);
        often.line(progress(1000, 100_000, false), SECOND);
        for (int k = 1; k < 30; k++) {
            often.line(progress(1000 + 10L * k, 100_000, false), SECOND + k * SECOND / 10);
        }
        String expected = " · 300 examples/s · ";
        assertThat(once.line(progress(1300, 100_000, false), 4 * SECOND)).contains(expected);
        assertThat(often.line(progress(1300, 100_000, false), 4 * SECOND)).contains(expected);
    }

    @Test
    void anEndingReadsTheSameAfterEachRun() {
        assertThat(Throughput.ending(new TrainingProgress(30, 30, 45, 45, 43_140, 43_140, false), ""))
                .isEqualTo("30 epochs, 1438 examples each, finished");
        assertThat(Throughput.ending(new TrainingProgress(1, 1, 45, 45, 1438, 1438, false), ""))
                .isEqualTo("1 epoch, 1438 examples each, finished");
        TrainingProgress between = new TrainingProgress(12, 30, 20, 45, 16_458, 43_140, true);
        assertThat(Throughput.ending(between, "an interrupt")).isEqualTo("stopped by an interrupt in epoch 12 of 30");
        assertThat(Throughput.ending(between, "early stopping"))
                .isEqualTo("stopped by early stopping in epoch 12 of 30");
        assertThat(Throughput.ending(between, "an error"))
                .isEqualTo("stopped by an error in epoch 12 of 30, after batch 20 of 45");
    }

    /** What is said of a training one second and so many examples after its begin. */
    private static String line(long examples, long planned, boolean mayStopEarly) {
        Throughput pace = new Throughput(progress(0, planned, mayStopEarly), 5);
        return pace.line(progress(examples, planned, mayStopEarly), 5 + SECOND);
    }

    private static TrainingProgress progress(long examples, long planned, boolean mayStopEarly) {
        return new TrainingProgress(2, 3, 4, 5, examples, planned, mayStopEarly);
    }
}
