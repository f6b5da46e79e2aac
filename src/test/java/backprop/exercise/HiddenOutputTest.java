package backprop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.exercise.backward.CentralDifferences;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a function prints during hidden tests would tell of their inputs. */
@ResourceLock(Resources.SYSTEM_OUT)
class HiddenOutputTest {
    private static final CentralDifferences PRINTING = (J, W, h) -> {
        System.out.println("leaked " + W);
        Thread another =
                new Thread(Thread.currentThread().getThreadGroup().getParent(), () -> System.out.println("leaked"));
        another.start();
        try {
            another.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return W;
    };

    @Test
    void itIsDropped() {
        PrintStream before = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            Score score = Exercises.hidden(CentralDifferences.class, PRINTING);
            assertThat(score.printed()).isEmpty();
            assertThat(score.results())
                    .isNotEmpty()
                    .allMatch(result -> result.message().isEmpty());
            assertThat(Exercises.check(CentralDifferences.class, PRINTING).printed())
                    .startsWith("leaked");
            System.out.print("afterwards");
        } finally {
            System.setOut(before);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).endsWith("afterwards");
        long leaks = shown.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("leaked "))
                .count();
        assertThat(leaks).as("of the function itself").isZero();
    }
}
