package backprop.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.train.Epoch;
import backprop.train.History;
import backprop.train.TrainingProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressLineTest {
    private static final History ONE = new History(List.of(new Epoch(1, 0.25, 0.5, Double.NaN, Double.NaN)));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalOnlyTheEndIsPrinted() {
        ProgressLine line = new ProgressLine(out, false);
        line.batchEnded(new TrainingProgress(1, 1, 1, 1, 100, 100, false));
        line.ended(ONE, "");
        assertThat(printed())
                .isEqualTo("1 epoch, 100 examples each, finished; epoch 1: J 0.2500, accuracy 0.5000"
                        + System.lineSeparator());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void onATerminalOneLineIsWrittenAnew() throws InterruptedException {
        ProgressLine line = new ProgressLine(out, true);
        long examples = 0;
        int batches = 0;
        while (printed().chars().filter(c -> c == '\r').count() < 2) {
            line.batchEnded(new TrainingProgress(1, 9, 2, 3, examples += 10, 900_000_000, true));
            batches++;
            Thread.sleep(1);
        }
        line.ended(new History(List.of()), "an interrupt");
        String[] lines = printed().split("\r", -1);
        assertThat(lines.length).as("not one a batch").isLessThan(batches);
        assertThat(lines[0]).startsWith("epoch 1/9 · batch 2/3 · ").endsWith(" left");
        assertThat(lines[lines.length - 1].stripTrailing()).isEqualTo("stopped by an interrupt in epoch 1 of 9");
        assertThat(lines[lines.length - 1])
                .as("it covers the line before")
                .hasSizeGreaterThan(50)
                .endsWith(System.lineSeparator());
    }

    @Test
    void aTrainingThatFailsInItsFirstBatchPrintsNothing() {
        new ProgressLine(out, true).ended(new History(List.of()), "an error");
        assertThat(printed()).isEmpty();
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
